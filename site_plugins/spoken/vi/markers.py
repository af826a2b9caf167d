"""Markers of lists: 1., 1.1., a), I., (iv), 1/, at the start of a line."""

import re

from site_plugins.spoken.context import after, at_line_start, before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import CAPITAL
from site_plugins.spoken.vi.letters import NAMES
from site_plugins.spoken.vi.numbers import cardinal, roman, whole

_BEFORE_ITEM = re.compile(r"(?:\A|[;,.:\n])\s*\Z")
# «gồm: (1) hộ nghèo; (2) trẻ em»: after a bare «hai,» one would hear two children.
_COUNT = " là,"
_OPENS = re.compile(r"(?<!\))(?:\A|[;,.:\n–-]|\s(?:và|hoặc|gồm|là))\s*\Z")
_IN_BRACKETS = re.compile(r"\([^()]*\Z")
_ITEM_NEXT = re.compile(r"\s*(?!(?:và|hoặc|đến|nêu|trên|nói|ở)(?!\w))[\w\"“]")
_REFERS = re.compile(r"\s*(?:[,;.:)]|\Z|\n|(?:và|hoặc|đến|nêu|nói|trên)(?!\w))")
_NUMBER_NEXT = re.compile(r"\s*[0-9]")


def _is_item(match: re.Match[str]) -> bool:
    """Does it count what follows, and not refer to it: «các nhóm (1), (2) và (3)»?"""
    left = before(match)
    stands = _OPENS.search(left) and not _IN_BRACKETS.search(left)
    return bool(stands and _ITEM_NEXT.match(after(match)))


def _sections(figures: str, manner: Manner) -> str:
    return " chấm ".join(whole(part, manner.style) for part in figures.split("."))


def _number(match: re.Match[str], manner: Manner) -> str | None:
    """1. and 1.2. at the start of a line: «một,»; 1) counts items, also in a line: «một là,»."""
    counts = match["end"] == ")"
    if not (at_line_start(match) or (counts and _is_item(match))):
        return None
    counts = counts or _NUMBER_NEXT.match(after(match, 9)) is not None
    return _sections(match["n"], manner) + (_COUNT if counts and "." not in match["n"] else ",")


def _roman(match: re.Match[str], manner: Manner) -> str | None:
    value = roman(match["n"])
    in_line = match[0].endswith(")") and _is_item(match)
    if value is None or not (in_line or at_line_start(match)):
        return None
    further = f" chấm {_sections(match['more'][1:], manner)}" if match["more"] else ""
    counts = match["n"].islower() and not further
    return cardinal(value, manner.style) + further + (_COUNT if counts else ",")


def _letter(match: re.Match[str], _manner: Manner) -> str | None:
    if match["end"] != ")" and not at_line_start(match):
        return None
    if match["end"] == ")" and before(match, 1).strip():
        return None
    return f"{NAMES[match['n'].lower()]},"


def _letter_point(match: re.Match[str], manner: Manner) -> str | None:
    """a.1) under a): «a chấm một,»."""
    if not at_line_start(match):
        return None
    return f"{NAMES[match['n'].lower()]} chấm {_sections(match['more'][1:], manner)},"


def _bracketed(match: re.Match[str], manner: Manner) -> str | None:
    """(1), (a), (iv): an enumerator in brackets."""
    inner = match["n"]
    value = int(inner) if inner.isdecimal() else _lower_roman(match)
    if value is None:
        return f", {NAMES[inner]}," if len(inner) == 1 else None
    said = cardinal(value, manner.style)
    if _is_item(match):
        return said + _COUNT
    return said if _REFERS.match(after(match)) else f", {said},"


def _lower_roman(match: re.Match[str]) -> int | None:
    """(i) opens a Roman list; (v) and (x) do so where an item begins, and (c) is no hundred."""
    letter = match["n"] in {"v", "x"} and not _BEFORE_ITEM.search(before(match))
    return None if letter or match["n"] in {"c", "l"} else roman(match["n"])


_END = (
    rf"(?P<end>[.)](?=\s{{1,9}}\S|[{CAPITAL}])|/(?=\s{{1,9}}[^\W\d])|\s?[-–](?=\s{{0,9}}[^\W\d]))"
)
RULES = (
    rule("lists.number", "figure", rf"(?P<n>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}}){_END}", _number),
    rule(
        "lists.number",
        "figure",
        rf"(?P<n>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})(?P<end>(?=\s{{1,9}}[{CAPITAL}][^\W\d]))",
        _number,
    ),
    rule(
        "lists.roman",
        "word",
        r"(?P<n>[IVX]{1,6}|[ivx]{2,5}(?=[.)]))(?P<more>(?:\.[0-9]{1,2}){0,3})"
        rf"(?:\s?[.)](?=\s{{1,9}}\S|[{CAPITAL}])|/(?=\s)|\s?[-–](?=\s{{1,9}}[^\W\d]))",
        _roman,
    ),
    rule(
        "lists.letter",
        "word",
        r"(?P<n>[a-zđA-HĐ])(?P<end>[.)](?=\s{1,9}\S)|/(?=\s)|\s?-(?=\s{1,9}[^\W\d]))",
        _letter,
    ),
    rule(
        "lists.letter",
        "word",
        r"(?P<n>[a-zđA-HĐ])(?P<more>(?:\.[0-9]{1,2}){1,3})(?:[.)](?=\s{1,9}\S)|(?=\s{1,9}[^\W\d]))",
        _letter_point,
    ),
    rule("lists.bracketed", "sign", r"\((?P<n>[0-9]{1,2}|[a-zđ]|[ivx]{2,5})\)", _bracketed),
)
