"""A reading cut into sentences, each with the written words it comes from.

The trace tells where a sentence really ends: a dot that is left after every rule has read is the
end of a sentence, because those of numbers, dates and abbreviations belong to a rule's span.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_plugins.spoken.model import Reading
from site_plugins.spoken.syllables import SMALL
from site_plugins.spoken.tidy import join

# More than this many syllables is not said in one breath group, nor kept in one clip.
LONGEST_SYLLABLES = 40
_SHORTEST_SYLLABLES = 8
_REACH = 24
_END = re.compile(rf"[.?!…]++[\"”»)]*|;(?=\s|\Z)|\n(?![{SMALL}0-9])")
_NEXT = re.compile(r"(\s*)(\S?)")
_BREATH = re.compile(r",(?=\s)")
# A line broken after one of these is not at its end.
_UNFINISHED = re.compile(
    r"(?:,|(?<!\w)(?:và|của|các|những|với|cho|về|tại|theo|trong|từ|đến|hoặc|là|do|bởi|ở|số|được))\s*\Z"
)
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\Z")


@dataclass(frozen=True)
class Sentence:
    """`text` is said; `written` is `reading.written[start:end]` without the space around it."""

    text: str
    written: str
    start: int
    end: int


def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of a reading, in order; very long ones cut at a comma near their middle."""
    cutter = _Cutter(reading)
    return tuple(
        sentence
        for start, end in _between(_ends(reading), 0, len(reading.written))
        for sentence in cutter.short(cutter.sentence(start, end))
        if sentence.text
    )


def _ends(reading: Reading) -> list[int]:
    """Offsets right after each sentence end that no rule has read as something else."""
    found: list[int] = []
    marks = _END.finditer(reading.written)
    mark = next(marks, None)
    done = 0
    for span in reading.trace:
        if done > span.start:  # what closes a sentence is never cut
            found[-1] = done = max(done, span.end)
        while mark and mark.start() < span.end:
            if not span.rule and not _goes_on(reading.written, mark):
                done = mark.end()
                found.append(done)
            mark = next(marks, None)
        if span.rule and span.spoken.endswith(".") and not _small_next(reading.written, span.end):
            found.append(span.end)
    return found


def _small_next(written: str, end: int) -> bool:
    following = _NEXT.match(written, end)
    return following is not None and following[2].islower()


def _goes_on(written: str, mark: re.Match[str]) -> bool:
    """Is this no end: before a small letter, after an initial, within a word or a broken line?"""
    left = written[max(0, mark.start() - _REACH) : mark.start()]
    if mark[0] == "\n":
        return _UNFINISHED.search(left) is not None
    if mark[0] == ";":
        return False
    following = written[mark.end() : mark.end() + 2]
    if following[:1].strip():  # "dân.Trong" lacks its space
        after_word = left[-1:].islower() or left[-1:].isdecimal()
        return not (after_word and following.istitle())
    is_initial = mark[0] == "." and left[-1:].isupper() and _INITIAL.search(left)
    return bool(is_initial) or _small_next(written, mark.end())


def _between(ends: list[int], start: int, last: int) -> Iterator[tuple[int, int]]:
    for end in [*ends, last]:
        if end > start:
            yield start, end
            start = end


class _Cutter:
    """Sentences out of one reading, each in time linear in its own length."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def sentence(self, start: int, end: int) -> Sentence:
        """What is said for `written[start:end]`."""
        written = " ".join(self._reading.written[start:end].split())
        inside = (span.within(start, end) for span in self._reading.between(start, end))
        return Sentence(" ".join(join(inside).split()), written, start, end)

    def short(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence, or its parts when it is too long for one breath."""
        middle = self._middle_breath(sentence) if _is_long(sentence) else None
        if middle is None:
            yield sentence
            return
        yield from self.short(self.sentence(sentence.start, middle))
        yield from self.short(self.sentence(middle, sentence.end))

    def _middle_breath(self, sentence: Sentence) -> int | None:
        """The comma nearest the middle that leaves a phrase worth saying on both sides."""
        middle = (sentence.start + sentence.end) // 2
        commas = [
            comma.end()
            for span in self._reading.between(sentence.start, sentence.end)
            if not span.rule
            for comma in _BREATH.finditer(
                self._reading.written, max(span.start, sentence.start), min(span.end, sentence.end)
            )
        ]
        for at in sorted(commas, key=lambda at: abs(at - middle)):
            if self._worth_saying(sentence, at):
                return at
        return None

    def _worth_saying(self, sentence: Sentence, at: int) -> bool:
        written = self._reading.written
        halves = written[sentence.start : at], written[at : sentence.end]
        return all(len(half.split()) >= _SHORTEST_SYLLABLES for half in halves)


def _is_long(sentence: Sentence) -> bool:
    return len(sentence.text.split()) > LONGEST_SYLLABLES
