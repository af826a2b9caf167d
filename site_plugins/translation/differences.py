"""What changed between two wordings, line by line and word by word."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

_GAP = re.compile(r"[\s\u200b]+")
_ALIKE = 0.4
"""From this share of common words on, a line is the same line reworded."""
_MOST_LINES = 40_000
_MOST_MEETINGS = 200_000
"""Of equal words, beyond which nobody waits for a finer comparison: some seconds."""


class Mark(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Pair:
    """A line before and now; "" where it was added or removed."""

    before: str
    now: str


@dataclass(frozen=True)
class Piece:
    """A stretch of text and what became of it."""

    text: str
    mark: Mark


def paired(before: Sequence[str], now: Sequence[str]) -> tuple[Pair, ...]:
    """Both wordings in one order: equal lines together, in between the most alike ones."""
    pairs: list[Pair] = []
    matcher = SequenceMatcher(a=before, b=now, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pairs += map(Pair, before[a:b], now[c:d])
        else:
            pairs += _most_alike(before[a:b], now[c:d])
    return tuple(pairs)


@lru_cache(maxsize=4096)
def word_diff(before: str, now: str) -> tuple[Piece, ...]:
    """The words that stayed, went and came, neighbours of one mark joined.

    The pieces that are not new are exactly `before`, those that are not gone exactly `now`.
    A word is what stands between white space, without the punctuation around it: a figure
    (500.000), a date, a document's number, a run of Khmer. Kept, for one edit of a source outdates
    its translations into every language.
    """
    pieces: list[Piece] = []
    for piece in _pieces(_words(before), _words(now)):
        if pieces and pieces[-1].mark is piece.mark:
            pieces[-1] = Piece(pieces[-1].text + piece.text, piece.mark)
        elif piece.text:
            pieces.append(piece)
    return tuple(pieces)


@dataclass(frozen=True)
class _Word:
    """A word or a mark of punctuation and the white space before it."""

    gap: str
    text: str

    @property
    def whole(self) -> str:
        return self.gap + self.text


def _words(text: str) -> list[_Word]:
    """The words of a text; the last is empty and holds the white space at the end."""
    gaps = _GAP.findall(text)
    chunks = _GAP.split(text)
    words: list[_Word] = []
    for gap, chunk in zip(["", *gaps], chunks, strict=True):
        first, *others = _unwrapped(chunk) or ("",)
        words += [_Word(gap, first), *(_Word("", other) for other in others)]
    return words if words[-1].text == "" else [*words, _Word("", "")]


def _unwrapped(chunk: str) -> tuple[str, ...]:
    """A chunk without white space: its punctuation at both ends by itself, the rest whole."""
    if chunk.isalnum():
        return (chunk,)
    opening = len(list(takewhile(_is_punctuation, chunk)))
    core = chunk[opening:]
    closing = len(list(takewhile(_is_punctuation, reversed(core))))
    end = len(core) - closing
    parts = (*chunk[:opening], core[:end], *core[end:])
    return tuple(part for part in parts if part)


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _pieces(before: Sequence[_Word], now: Sequence[_Word]) -> Iterator[Piece]:
    for kind, a, b, c, d in _opcodes([w.text for w in before], [w.text for w in now]):
        if kind == "equal":
            for old, new in zip(before[a:b], now[c:d], strict=True):
                yield from _changed(old.gap, new.gap)
                yield Piece(new.text, Mark.SAME)
        else:
            gone, came = ("".join(w.whole for w in part) for part in (before[a:b], now[c:d]))
            yield from _changed(gone, came)


def _changed(gone: str, came: str) -> Iterator[Piece]:
    """One stretch in place of another; white space that both begin with stayed."""
    gaps = [match[0] if (match := _GAP.match(text)) else "" for text in (gone, came)]
    kept = len(gaps[0]) if gaps[0] == gaps[1] else 0
    yield Piece(gone[:kept], Mark.SAME)
    yield Piece(gone[kept:], Mark.GONE)
    yield Piece(came[kept:], Mark.NEW)


def _opcodes(before: list[str], now: list[str]) -> list[tuple[str, int, int, int, int]]:
    """difflib's, with what both begin with set aside first; all or nothing for giants."""
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, now, strict=False))))
    a, b, c, d = same, len(before), same, len(now)
    head = ("equal", 0, same, 0, same)
    if _meetings(before[a:], now[c:]) > _MOST_MEETINGS:
        return [head, ("replace", a, b, c, d)]
    matcher = SequenceMatcher(a=before[a:], b=now[c:], autojunk=False)
    rest = [(k, a + i, a + j, c + m, c + n) for k, i, j, m, n in matcher.get_opcodes()]
    return [head, *rest]


def _meetings(before: list[str], now: list[str]) -> int:
    """How many pairs of equal words there are, which is what difflib looks at."""
    counts = Counter(now)
    return sum(times * counts[word] for word, times in Counter(before).items())


def _most_alike(before: Sequence[str], now: Sequence[str]) -> Iterator[Pair]:
    """Lines paired in order so that the sum of their likeness is greatest; the rest alone."""
    matched = _matched(before, now) if len(before) * len(now) <= _MOST_LINES else []
    i = j = 0
    for a, c in [*matched, (len(before), len(now))]:
        yield from (Pair(line, "") for line in before[i:a])
        yield from (Pair("", line) for line in now[j:c])
        yield from map(Pair, before[a : a + 1], now[c : c + 1])
        i, j = a + 1, c + 1


def _matched(before: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the lines to pair, by the longest common subsequence weighed by likeness."""
    olds, news = ([_bag(line) for line in lines] for lines in (before, now))
    alike = [[_likeness(old, new) for new in news] for old in olds]
    best = [[0.0] * (len(now) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(now))):
            together = best[i + 1][j + 1] + alike[i][j]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    return list(_path(best, alike))


def _path(best: list[list[float]], alike: list[list[float]]) -> Iterator[tuple[int, int]]:
    """Walk the table of best sums from its first corner."""
    i = j = 0
    while i < len(alike) and j < len(alike[0]):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _bag(line: str) -> Counter[str]:
    return Counter(word.text for word in _words(line) if word.text)


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """The share of words that two lines have in common (Dice), 0 where they are two lines."""
    share = 2 * (old & new).total() / max(1, old.total() + new.total())
    return share if share >= _ALIKE else 0
