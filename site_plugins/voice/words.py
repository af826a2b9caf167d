"""Marks of an engine as the words of the text that was asked for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from site_plugins.voice.model import Word

Mark = tuple[int, int]
"""A character's index in the text, and the sample of the speech from which it is heard."""


def timed_words(text: str, marks: Sequence[Mark], rate_hz: int) -> tuple[Word, ...]:
    """The whole text cut into words, each heard later than the one before it.

    A word is what stands between blanks, and what follows it up to the next that is marked:
    engines say some words in one breath and give a lone dash no mark. () when there are no marks,
    or when they do not fit the text: then nothing is known.
    """
    found = [match.span() for match in re.finditer(r"\S+", text)]
    if not _fit(text, marks):
        return ()
    begun = list(_begun([end for _, end in found], marks))
    lasts = [number for number, _ in begun[1:]] + [len(found)]
    words = zip(begun, lasts, strict=False)
    return tuple(
        # What stands before the first mark belongs to its word.
        Word(found[first if at else 0][0], found[last - 1][1], sample / rate_hz)
        for at, ((first, sample), last) in enumerate(words)
    )


def _fit(text: str, marks: Sequence[Mark]) -> bool:
    indexes = [index for index, _ in marks]
    samples = [sample for _, sample in marks]
    inside = all(0 <= index < len(text.rstrip()) for index in indexes) and min([0, *samples]) == 0
    return inside and indexes == sorted(indexes) and samples == sorted(samples)


def _begun(ends: list[int], marks: Sequence[Mark]) -> Iterator[Mark]:
    """Numbers of the words (counted from 0) that have a mark of their own, and its sample."""
    last_number, last_sample = -1, -1
    for index, sample in marks:
        number = bisect_right(ends, index)
        if number > last_number and sample > last_sample:
            last_number, last_sample = number, sample
            yield number, sample
