"""A reading cut into sentences, each with the written words it comes from.

The trace tells where a sentence really ends: a dot that is left after every rule has read is the
end of a sentence, because those of numbers, dates and abbreviations belong to a rule's span.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_plugins.spoken.model import Reading, Span
from site_plugins.spoken.tidy import join

# More than this many syllables is not said in one breath group, nor kept in one clip.
LONGEST_SYLLABLES = 40
_SHORTEST_SYLLABLES = 8
_END = re.compile(r"(?:[.?!…]++[\"”»)]*(?=\s|\Z)|;(?=\s|\Z)|\n(?![a-zà-ỹđ0-9]))")
_NEXT = re.compile(r"\s*(\S?)")
_BREATH = re.compile(r",(?=\s)")


@dataclass(frozen=True)
class Sentence:
    """`text` is said; `written` is `reading.written[start:end]` without the space around it."""

    text: str
    written: str
    start: int
    end: int


def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of a reading, in order; very long ones cut at a comma near their middle."""
    return tuple(
        sentence
        for start, end in _between(_ends(reading), 0, len(reading.written))
        for sentence in _short(_sentence(reading, start, end), reading)
        if sentence.text
    )


def _ends(reading: Reading) -> list[int]:
    """Offsets right after each sentence end that no rule has read as something else."""
    found = []
    marks = _END.finditer(reading.written)
    mark = next(marks, None)
    for span in reading.trace:
        while mark and mark.start() < span.end:
            if not span.rule and not _goes_on(reading.written, mark):
                found.append(mark.end())
            mark = next(marks, None)
        if span.rule and span.spoken.endswith("."):
            found.append(span.end)
    return found


def _goes_on(written: str, mark: re.Match[str]) -> bool:
    """A small letter after an ellipsis or an abbreviation's dot goes on with the sentence."""
    following = _NEXT.match(written, mark.end())
    return mark[0] not in ";\n" and following is not None and following[1].islower()


def _between(ends: list[int], start: int, last: int) -> Iterator[tuple[int, int]]:
    for end in [*ends, last]:
        if end > start:
            yield start, end
            start = end


def _sentence(reading: Reading, start: int, end: int) -> Sentence:
    inside = (span for span in reading.trace if span.end > start and span.start < end)
    spoken = join(_clipped(span, start, end) for span in inside)
    return Sentence(spoken, " ".join(reading.written[start:end].split()), start, end)


def _clipped(span: Span, start: int, end: int) -> Span:
    """The part of a plain span within the sentence; a rule's span is never cut."""
    if span.rule:
        return span
    words = span.spoken[max(0, start - span.start) : end - span.start]
    return replace(span, spoken=words)


def _short(sentence: Sentence, reading: Reading) -> Iterator[Sentence]:
    if len(sentence.text.split()) <= LONGEST_SYLLABLES:
        yield sentence
        return
    middle = _middle_breath(sentence, reading)
    if middle is None:
        yield sentence
        return
    yield from _short(_sentence(reading, sentence.start, middle), reading)
    yield from _short(_sentence(reading, middle, sentence.end), reading)


def _middle_breath(sentence: Sentence, reading: Reading) -> int | None:
    """The comma nearest the middle that leaves a phrase worth saying on both sides."""
    raw = [span for span in reading.trace if not span.rule]
    middle = (sentence.start + sentence.end) // 2
    commas = [
        comma.end()
        for span in raw
        if span.end > sentence.start and span.start < sentence.end
        for comma in _BREATH.finditer(
            reading.written, max(span.start, sentence.start), min(span.end, sentence.end)
        )
    ]
    fair = [at for at in commas if _worth_saying(sentence, reading, at)]
    return min(fair, key=lambda at: abs(at - middle), default=None)


def _worth_saying(sentence: Sentence, reading: Reading, at: int) -> bool:
    halves = reading.written[sentence.start : at], reading.written[at : sentence.end]
    return all(len(half.split()) >= _SHORTEST_SYLLABLES for half in halves)
