"""Writing systems as Unicode knows them: which one a letter is of, and what people call it."""

from functools import cache

import regex
from babel import Locale

_SHARED = frozenset({"Zinh", "Zyyy", "Zzzz"})
"""Codes that are no script: marks that follow their letter, signs of all scripts, unknown."""


@cache
def _names(language: str) -> dict[str, str]:
    """ISO 15924 code → its name in a language, from CLDR."""
    return dict(Locale(language).scripts)


@cache
def _known() -> regex.Pattern[str]:
    """A letter of any script, in a group that is called by the script's code."""
    codes = [code for code in _names("en") if _in_unicode(code)]
    return regex.compile("|".join(rf"(?P<{code}>\p{{Script={code}}})" for code in codes))


def _in_unicode(code: str) -> bool:
    """ISO 15924 also has codes of styles (Hans, Latf) and of scripts without characters."""
    try:
        regex.compile(rf"\p{{Script={code}}}")
    except regex.error:
        return False
    return True


def is_script(code: str) -> bool:
    """Whether an ISO 15924 code names a script whose letters Unicode has."""
    return code in _known().groupindex and code not in _SHARED


@cache
def script_of(char: str) -> str:
    """The ISO 15924 code of a character's script, "" for what scripts share.

    Combining marks and the punctuation and figures of all scripts are shared; an apostrophe is.
    """
    found = _known().match(char)
    code = (found and found.lastgroup) or ""
    return "" if code in _SHARED else code


def script_name(code: str) -> str:
    """How a script is called in Vietnamese: Khmr is "chữ Khơ-me"."""
    name = _names("vi").get(code) or _names("en").get(code, code)
    return f"chữ {name.removeprefix('Chữ ')}"
