"""The interface's words as files: those that come with the portal, and the station's over them.

`locale/vi.yml` holds every string and so is the schema of all others, which hold some of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, create_model

from site_plugins.policy.language_files import read_language_files
from site_plugins.policy.schema import Day, Declared, Line
from site_plugins.policy.source_file import SourceFile
from site_plugins.policy.station import VIETNAMESE, Language
from site_plugins.policy.strict_yaml import YamlDocument, compose
from site_plugins.policy.validate import validate
from site_plugins.policy.words import nearest
from site_plugins.problems import Problem

_PACKAGES = Path(__file__).parents[2]
SHIPPED = "site_plugins/portal/locale"
STATION = "audio/locale"
_CHECK = {"checked_by": (Line | None, None), "checked_on": (Day | None, None)}
_HALF_CHECKED = (
    "chưa ghi đủ người kiểm tra và ngày kiểm tra, nên tệp này được coi là chưa kiểm tra",
    "ghi cả checked_by và checked_on",
)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_ENTITY = re.compile(r"&#?\w+;")

Strings: TypeAlias = Mapping[str, str]
"""A key with dots, as in `vi.yml`: "player.listen" → the words."""


@dataclass(frozen=True)
class Locale:
    """The strings of one file; `checked` says whether a speaker of the language read them."""

    strings: Strings
    checked: bool


@dataclass(frozen=True)
class Locales:
    """Tag → the files of that language, the one that counts most last."""

    files: Mapping[str, tuple[Locale, ...]]

    def strings(self, tag: str, *, unchecked: bool) -> dict[str, str]:
        """The strings of a language; unchecked ones only for a page that says so of itself."""
        found: dict[str, str] = {}
        for file in self.files.get(tag, ()):
            if file.checked or unchecked:
                found |= file.strings
        return found


def read_locales(root: Path, languages: Mapping[str, Language]) -> tuple[Locales, list[Problem]]:
    """All locale files of the portal and of the station at `root`; what is wrong with them."""
    locales: dict[str, tuple[Locale, ...]] = {}
    problems: list[Problem] = []
    for base, folder in ((_PACKAGES, SHIPPED), (root, STATION)):
        files, faults = read_language_files(base, folder, languages, "câu chữ của cổng")
        problems += faults
        for tag, file in files.items():
            locale, faults = read_locale(file)
            problems += faults
            locales[tag] = (*locales.get(tag, ()), locale)
    return Locales(locales), problems


def read_locale(file: SourceFile) -> tuple[Locale, list[Problem]]:
    """One file; a faulty one has no strings."""
    document = compose(file.path, file.text or "")
    meta = None if document.broken else validate(document, _schema())
    strings = dict(_flat(document.value)) if meta else {}
    for key in strings:
        _check_placeholders(document, key, strings[key])
    check = {key: strings.pop(key, "") for key in _CHECK}
    if any(check.values()) and not all(check.values()):
        given = next(key for key in check if check[key])
        document.warn((given,), *_HALF_CHECKED)
    return Locale(strings, all(check.values())), document.problems


@cache
def vietnamese_strings() -> Strings:
    """Every key with its words as they come with the portal."""
    text = (_PACKAGES / SHIPPED / f"{VIETNAMESE}.yml").read_text(encoding="utf-8")
    return dict(_flat(compose(VIETNAMESE, text).value))


@cache
def _schema() -> type[BaseModel]:
    """What a locale file may hold: any of the keys of `vi.yml`, and who checked it."""
    parts: dict[str, Any] = dict(_CHECK)
    below: dict[str, dict[str, Any]] = {}
    for key in vietnamese_strings():
        part, _, name = key.rpartition(".")
        (below.setdefault(part, {}) if part else parts)[name] = (Line | None, None)
    for part, fields in below.items():
        parts[part] = (create_model(part, __base__=Declared, **fields) | None, None)
    return create_model("LocaleFile", __base__=Declared, **parts)


def _flat(value: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Keys with dots and words with white space folded."""
    for key, below in value.items():
        if isinstance(below, dict):
            yield from _flat(below, f"{above}{key}.")
        else:
            yield f"{above}{key}", " ".join(below.split())


def _check_placeholders(document: YamlDocument, key: str, words: str) -> None:
    """A string keeps the placeholders of the Vietnamese one, which the portal fills in."""
    at = tuple(key.split("."))
    wanted = placeholders(vietnamese_strings().get(key, ""))
    given = placeholders(words)
    for name in sorted(wanted - given):
        document.error(at, f"{key}: thiếu {{{name}}}", "máy thay chữ ấy bằng nội dung của bài")
    for name in sorted(given - wanted):
        meant = nearest(name, wanted)
        hint = f"có phải ý là {{{meant}}}?" if meant else "xóa chữ ấy"
        document.error(at, f"{key}: không có {{{name}}}", hint)
    if set("{}") & set(_PLACEHOLDER.sub("", words)):
        document.error(at, f"{key}: có dấu ngoặc nhọn lẻ", "viết liền, ví dụ {day}")
    if entity := _ENTITY.search(words):
        hint = "gõ thẳng chữ ấy"
        document.error(at, f'{key}: "{entity[0]}" là mã của HTML', hint)


def placeholders(words: str) -> set[str]:
    """The names in braces."""
    return set(_PLACEHOLDER.findall(words))


def filled(words: str, values: Mapping[str, str]) -> str:
    """Words with each placeholder replaced by its value."""
    return _PLACEHOLDER.sub(lambda name: values[name[1]], words)
