"""The registry of languages, `audio/languages.yml`: what a language is and what a row must keep."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, NoReturn

from babel.core import get_global
from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from site_plugins.policy.language_tags import LanguageTag, parse_tag
from site_plugins.policy.schema import Declared, Line
from site_plugins.policy.scripts import is_script, script_name, script_of
from site_plugins.policy.strict_yaml import YamlDocument

LANGUAGES = "audio/languages.yml"
VIETNAMESE = "vi"
"""The language of every source: the law is written in it."""

_KEY = re.compile(r"[a-z]{2,3}(-[a-z]{4})?")
_FONT = re.compile(r"[^\W_][\w .+-]*")
Fault = tuple[str, str, str]
"""The field at fault, what is wrong, and what to write."""


def _refuse(message: str, hint: str) -> NoReturn:
    """What pydantic hands on to `validate` as it stands."""
    kind, template = "told", "see the context"
    raise PydanticCustomError(kind, template, {"message": message, "hint": hint})


def _full_tag(text: str) -> str:
    tag = parse_tag(text)
    if tag is None:
        meant = parse_tag(text.replace("_", "-").replace(" ", "-"))
        hint = f'có phải ý là "{meant}"?' if meant else "viết dạng mã-Bộchữ-VN, ví dụ ktv-Latn-VN"
        _refuse(f'"{text}" không phải mã thứ tiếng theo chuẩn BCP 47', hint)
    if str(tag) != text:
        _refuse(f'"{text}" viết chưa đúng chữ hoa, chữ thường', f'viết "{tag}"')
    return text


def _script(text: str) -> str:
    if not is_script(text):
        meant = text.title()
        known = f'có phải ý là "{meant}"?' if is_script(meant) else ""
        _refuse("không phải mã bộ chữ", known or "bốn chữ cái, ví dụ Latn, Khmr, Tavt, Cham")
    return text


def _font(text: str) -> str:
    """Style sheets print it between quotes."""
    if "," in text:
        _refuse("mỗi phông chữ là một mục riêng", f"viết [{text}], không đặt cả dòng trong nháy")
    if not _FONT.fullmatch(text):
        _refuse("tên phông chữ chỉ gồm chữ, số, dấu cách, dấu chấm và gạch nối", "ví dụ Noto Sans")
    return text


def _as_list(given: object) -> object:
    return [given] if isinstance(given, str) else given


class Language(Declared):
    """One row of the registry; its key is the tag that file names bear, in lower case.

    `full_tag` is a BCP 47 tag, `script` an ISO 15924 code, `fonts` the reader's fonts in order of
    preference. `orthography` are the ways of writing that translations may use, the usual one
    first; none where there is only one.
    """

    full_tag: Annotated[Line, AfterValidator(_full_tag)]
    name: Line
    endonym: Line
    script: Annotated[str, AfterValidator(_script)]
    direction: Literal["ltr", "rtl"] = "ltr"
    fonts: tuple[Annotated[Line, AfterValidator(_font)], ...] = ()
    orthography: Annotated[tuple[Line, ...], BeforeValidator(_as_list)] = Field(())


class Registry(Declared):
    """`audio/languages.yml`: tag → language."""

    languages: dict[str, Language]


def check_registry(document: YamlDocument, registry: Registry) -> None:
    """Add what no row tells by itself: keys against tags, tags against scripts, rows against rows.

    `document` is the registry below the key `languages`.
    """
    for key, row in registry.languages.items():
        faults = list(_writing_faults(row))
        if _KEY.fullmatch(key):
            faults = [*_key_faults(key, row), *_tag_faults(key, row), *faults]
        else:
            document.key_error(("languages", key), *_bad_key(key, registry.languages))
        for field, message, hint in faults:
            document.error(("languages", key, field), message, hint)
    _check_twins(document, registry)


def _bad_key(key: str, rows: Mapping[str, Language]) -> tuple[str, str]:
    meant = re.sub("[^a-z]+", "-", key.lower()).strip("-")
    rule = "hai hoặc ba chữ thường, thêm bộ chữ nếu cần, ví dụ km, ktv, cjm-cham"
    usable = _KEY.fullmatch(meant) and meant not in rows
    return f'mã "{key}" không dùng làm tên tệp được', f'viết "{meant}"' if usable else rule


def _key_faults(key: str, row: Language) -> Iterator[Fault]:
    """The key and the full tag name one language, by its shortest code, and one script."""
    tag = parse_tag(row.full_tag) or LanguageTag(row.full_tag)
    base, _, script = key.lower().partition("-")
    if tag.language != base:
        meant = LanguageTag(base, tag.script, tag.region, tag.rest)
        yield "full_tag", f'"{row.full_tag}" không cùng thứ tiếng với mã "{key}"', f'viết "{meant}"'
    elif shorter := get_global("language_aliases").get(base):
        message = f'mã "{base}" có mã ngắn hơn theo chuẩn'
        yield "full_tag", message, f'dùng "{shorter}" cho cả hai mã'
    if script and script != row.script.lower():
        message = f'mã "{key}" không cùng bộ chữ với script ({row.script})'
        yield "script", message, f'viết "{script.title()}", hoặc đổi mã'


def _tag_faults(key: str, row: Language) -> Iterator[Fault]:
    """The full tag names the script wherever the language is not commonly written with it."""
    tag = parse_tag(row.full_tag) or LanguageTag(row.full_tag)
    likely = get_global("likely_subtags").get(tag.language, "").split("_")
    meant = f'viết "{LanguageTag(tag.language, row.script, tag.region, tag.rest)}"'
    if tag.script and tag.script != row.script:
        message = f'"{row.full_tag}" không cùng bộ chữ với script ({row.script})'
        yield "full_tag", message, f"{meant}, hoặc sửa script"
    elif not tag.script and ("-" in key or (likely[1:] and likely[1] != row.script)):
        yield "full_tag", f'"{row.full_tag}" chưa ghi bộ chữ', meant


def _writing_faults(row: Language) -> Iterator[Fault]:
    """The endonym is in the row's own script, and runs the way that the row says."""
    letters = [char for char in row.endonym if char.isalpha() and script_of(char)]
    strange = next((c for c in letters if script_of(c) != row.script), None)
    if strange is not None or not letters:
        found = f"viết bằng {script_name(script_of(strange))}, mà" if strange else "không có chữ,"
        message = f'"{row.endonym}" {found} script là {row.script} ({script_name(row.script)})'
        yield "endonym", message, "viết tên bằng chính bộ chữ đó, hoặc sửa script"
        return
    runs = "rtl" if any(unicodedata.bidirectional(c) in ("R", "AL") for c in letters) else "ltr"
    if runs != row.direction:
        sides = {"ltr": "từ trái sang phải", "rtl": "từ phải sang trái"}
        message = f"{script_name(row.script)} viết {sides[runs]}"
        yield "direction", message, f"viết direction: {runs}"


def _check_twins(document: YamlDocument, registry: Registry) -> None:
    """No two rows are one language: pages, feeds and the switcher could not tell them apart."""
    known: dict[tuple[str, ...], str] = {}
    for key, row in registry.languages.items():
        for field, identity in (
            ("full_tag", (row.full_tag,)),
            ("endonym", (row.endonym.casefold(), row.script)),
        ):
            first = known.setdefault(identity, key)
            if first != key:
                line = document.place(("languages", first, field))[0]
                message = f'trùng với {field} của mã "{first}", dòng {line}'
                document.error(("languages", key, field), message, "mỗi mã một tên riêng")
