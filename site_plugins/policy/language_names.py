"""The language that somebody meant by a name, a country's code or a slip of the hand."""

import re
from collections.abc import Callable, Iterator, Mapping

from babel import Locale
from babel.core import get_global

from site_plugins.policy.anchors import fold
from site_plugins.policy.languages import LANGUAGES, Language

Languages = Mapping[str, Language]


def unknown_language(tag: str, languages: Languages) -> tuple[str, str]:
    """What to say of a tag that the registry does not know, and the tags probably meant."""
    return f'không có ngôn ngữ "{tag}" trong {LANGUAGES}', hint_for(tag, languages)


def hint_for(given: str, languages: Languages, suffix: str = "") -> str:
    """What to write instead of a tag that the registry does not know; tags bear `suffix`."""
    if meant := meant_languages(given, languages):
        return f"có phải ý là {_choice([tag + suffix for tag in meant])}?"
    if other := _other_language(given):
        return f"{other} chưa khai báo; đài dùng thứ tiếng này thì khai báo thêm trong {LANGUAGES}"
    return f"mã các thứ tiếng ghi trong {LANGUAGES}"


def _choice(names: list[str]) -> str:
    """Names as a choice: "a", "b" hoặc "c"."""
    quoted = [f'"{name}"' for name in names]
    return " hoặc ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def meant_language(given: str, languages: Languages) -> str | None:
    """The tag that was most probably meant, if any."""
    return next(iter(meant_languages(given, languages)), None)


def meant_languages(given: str, languages: Languages) -> tuple[str, ...]:
    """The tags that may have been meant, found in the surest way that finds any.

    Never by likeness alone: `ede` looks like `sed`, and is Ê Đê, not Xơ Đăng.
    """
    text = given.casefold().replace("_", "-")
    for way in _SURE:
        if found := tuple(way(text, languages)):
            return found
    return () if _other_language(given) else tuple(_by_slip(text, languages))


def _by_tag(given: str, languages: Languages) -> Iterator[str]:
    yield from (t for t, row in languages.items() if given in (t, row.full_tag.casefold()))


def _by_name(given: str, languages: Languages) -> Iterator[str]:
    letters = _letters(given)
    names = {letters, letters.removeprefix("tieng")} - {""}
    yield from (tag for tag, language in languages.items() if names & _called(language))


def _by_first_part(given: str, languages: Languages) -> Iterator[str]:
    """`km-kh` and `km (1)` begin with a tag, `cjm` with that of two scripts."""
    base = re.split("[^a-z]+", given)[0]
    rows = (tag for tag in languages if tag.partition("-")[0] == base)
    yield from [base] if base in languages else rows


def _by_code(given: str, languages: Languages) -> Iterator[str]:
    """`khm` is another code of km; `kh` is the country where it is the official language."""
    spoken = get_global("territory_languages").get(given.upper(), {})
    official = {code for code, facts in spoken.items() if facts["official_status"] == "official"}
    codes = official | {get_global("language_aliases").get(given)}
    yield from (tag for tag in languages if tag in codes)


def _by_english_name(given: str, languages: Languages) -> Iterator[str]:
    letters = _letters(given)
    english = Locale("en").languages
    yield from (t for t in languages if letters and letters == _letters(english.get(t, "")))


_SURE: tuple[Callable[[str, Languages], Iterator[str]], ...] = (
    _by_tag,
    _by_name,
    _by_first_part,
    _by_code,
    _by_english_name,
)


def _by_slip(given: str, languages: Languages) -> Iterator[str]:
    """One slip from one tag, or from the names of some languages."""
    for slip in (_added_or_swapped, _one_wrong):
        if slips := [tag for tag in languages if slip(given, tag)]:
            yield from slips if len(slips) == 1 else ()
            return
    letters = _letters(given)
    for tag, language in languages.items():
        if any(_is_near(letters, name) for name in _called(language)):
            yield tag


def _other_language(given: str) -> str | None:
    """What Vietnamese calls a language of the world: `en` and `english` are "tiếng Anh"."""
    letters = _letters(given)
    for code, name in Locale("vi").languages.items():
        english = Locale("en").languages.get(code, "")
        if letters in (code, _letters(name), _letters(name).removeprefix("tieng"), english.lower()):
            return f"{name.replace('Tiếng', 'tiếng')} ({code})"
    return None


def _called(language: Language) -> set[str]:
    """How a language is called, folded: "Dao (Iu Miên)" is daoiumien, dao and iumien."""
    names = (language.name, language.endonym)
    return {_letters(part) for name in names for part in (name, *re.split("[(),–]", name))} - {""}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _added_or_swapped(given: str, tag: str) -> bool:
    """One letter added, or two neighbours swapped."""
    if len(given) == len(tag) + 1:
        return any(given[:i] + given[i + 1 :] == tag for i in range(len(given)))
    swaps = (tag[:i] + tag[i + 1] + tag[i] + tag[i + 2 :] for i in range(len(tag) - 1))
    return given in swaps


def _one_wrong(given: str, tag: str) -> bool:
    """One wrong letter of three or more."""
    wrong = sum(a != b for a, b in zip(given, tag, strict=False))
    return len(given) == len(tag) > 2 and wrong == 1


def _is_near(given: str, name: str) -> bool:
    """One slip from a name of at least three letters: one left out, added, swapped or wrong."""
    return len(given) > 2 and (
        _added_or_swapped(given, name) or _added_or_swapped(name, given) or _one_wrong(given, name)
    )
