"""Figures in any script: where they stand in a text, and which numbers they can be read as."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

SPACES = " \u00a0\u2007\u2009\u202f"
_MARKS = ".,’'٫٬"
_DIGITS = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(128, sys.maxunicode + 1)
    if unicodedata.decimal(chr(code), None) is not None
}
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_RUN = re.compile(r"[0-9]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]++@[\w.-]+")
_MOST_GROUPS = 7
"""Of three digits each: more than any sum of money has, in any currency."""
LATIN = "A-Za-zÀ-ɏḀ-ỿ\u0300-\u036f"
"""Letters of the Latin script and the marks on them, for a class of a pattern."""
_LATIN = re.compile(f"[{LATIN}]")


def plain_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9, and web addresses blotted out.

    Every character keeps its place.
    """
    plain = text.translate(_DIGITS) if _FOREIGN_DIGIT.search(text) else text
    if "@" in plain or "://" in plain or "www." in plain:
        return _ADDRESS.sub(lambda found: "x" * len(found[0]), plain)
    return plain


def is_latin(letter: str) -> bool:
    """Whether a character is a letter of the Latin script."""
    return bool(_LATIN.match(letter))


def canonical(whole: str, decimals: str = "") -> str:
    """A number as compared: "1500000", "1.5". Three decimals stay, they may be a group."""
    kept = decimals if len(decimals) == 3 else decimals.rstrip("0")
    return f"{plain_zeros(whole)}.{kept}" if kept else plain_zeros(whole)


def plain_zeros(digits: str) -> str:
    """Digits without the zeros that they begin with; however many, which `int` refuses."""
    return digits.lstrip("0") or "0"


class Run(NamedTuple):
    """Digits without anything between them; `gap` is what stands before, since the last run."""

    digits: str
    start: int
    end: int
    gap: str


class Figures:
    """The figures of one text."""

    def __init__(self, text: str) -> None:
        self.text = plain_digits(text)
        self.runs: tuple[Run, ...] = tuple(self._read())

    def _read(self) -> Iterator[Run]:
        last = 0
        for found in _RUN.finditer(self.text):
            yield Run(found[0], found.start(), found.end(), self.text[last : found.start()])
            last = found.end()

    def in_a_code(self, index: int) -> bool:
        """Whether a run hangs on a Latin letter, as in QH15 or m2."""
        start = self.runs[index].start
        return start > 0 and is_latin(self.text[start - 1])

    @cached_property
    def singles(self) -> dict[str, list[tuple[int, int]]]:
        """The value of a run by itself → where it stands, as first and last run."""
        found: dict[str, list[tuple[int, int]]] = {}
        for index, run in enumerate(self.runs):
            found.setdefault(plain_zeros(run.digits), []).append((index, index))
        return found

    @cached_property
    def numbers(self) -> dict[str, list[tuple[int, int]]]:
        """A number → the runs, first to last, that can be read as it.

        Nobody knows which language marks thousands with a dot and which its decimals: 1.500 is
        both 1500 and 1.500. A number that spaces may group is read with and without them.
        """
        found: dict[str, list[tuple[int, int]]] = {}
        for first, last in self._stretches():
            for value in _readings(self.runs[first : last + 1]):
                found.setdefault(value, []).append((first, last))
        return found

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Runs that marks hold together, and those with any groups that spaces add to them."""
        for first, last in self._marked():
            yield first, last
            for longer, run in enumerate(self.runs[last + 1 : last + _MOST_GROUPS], last + 1):
                if not _adds_group(run):
                    break
                yield first, longer

    def _marked(self) -> Iterator[tuple[int, int]]:
        starts = [i for i, run in enumerate(self.runs) if i == 0 or not _is_mark(run.gap)]
        for start, following in pairwise([*starts, len(self.runs)]):
            yield start, following - 1


def _is_mark(gap: str) -> bool:
    return len(gap) == 1 and gap in _MARKS


def _adds_group(run: Run) -> bool:
    return len(run.digits) == 3 and len(run.gap) == 1 and run.gap in SPACES


def _readings(runs: tuple[Run, ...]) -> Iterator[str]:
    """The numbers that runs with marks or spaces between them can be."""
    digits = [run.digits for run in runs]
    if len(digits) == 1:
        yield canonical(digits[0])
        return
    if _are_groups(digits) and len({run.gap for run in runs[1:]}) == 1:
        yield canonical("".join(digits))
    if _is_mark(runs[-1].gap) and _are_groups(digits[:-1]):
        yield canonical("".join(digits[:-1]), digits[-1])


def _are_groups(digits: list[str]) -> bool:
    """Whether these are the groups of one number, 1 500 000; a single run of any length is."""
    if len(digits) == 1:
        return True
    return len(digits[0]) <= 3 and digits[0] != "0" * len(digits[0]) and _threes(digits[1:])


def _threes(digits: list[str]) -> bool:
    return all(len(group) == 3 for group in digits)
