"""Abbreviations of several parts, which every office joins in its own way: GDĐT, GD&ĐT, GD-ĐT."""

from itertools import product

_AND, _COMMA = ("&", " & ", "& ", " &", " và "), (", ", ",")
_PLAIN = ("", "-", " - ", "- ", " -", "–", " – ", "/", " ")
_INNER = ("", "-", " - ", "–", " – ", ", ", ",", ".", " ")


def joined(table: dict[str, str]) -> dict[str, str]:
    """Each "GD ĐT" in all its joinings.

    A "&" in the words is «và» where the writing has an and, else nothing; a "|" is besides a comma
    where it has a comma; in a list with commas the last of them becomes «và». Only what is a list
    may be joined by a comma: "TN, MT" need not be an office.
    """
    return {
        form: words
        for parts, spoken in table.items()
        for form, words in _joinings(parts.split(), spoken)
    }


def _joinings(parts: list[str], spoken: str) -> list[tuple[str, str]]:
    inner = _INNER if len(parts) > 2 else ("",)
    last = (*_PLAIN, *_AND, *(_COMMA if "|" in spoken or "," in spoken else ()))
    return [
        (between.join(parts[:-1]) + mark + parts[-1], _words(spoken, mark))
        for between, mark in product(inner, last)
    ]


def _words(spoken: str, mark: str) -> str:
    if mark in _AND and "|" not in spoken and " và " not in spoken:
        spoken = "|".join(spoken.rsplit(", ", 1))
    plain = " và " if mark in _AND else " "
    return spoken.replace("|", ", " if mark in _COMMA else plain).replace("&", plain)
