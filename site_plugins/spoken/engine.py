"""How rules are run: from left to right, the first rule that will read a place reads it.

A rule is a compiled pattern and a reader. The engine stops only at places where something may
have to be read (a figure, a sign, a word that is no plain Vietnamese syllable or that the
lexicon knows) and offers each to the rules in their order. What no rule takes stays as it
stands, so every character of the text is in exactly one span. Each pattern is bounded, or
consumes what it scans: the time is linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from site_plugins.spoken.first_letters import first_letters
from site_plugins.spoken.lexicon import Lexicon
from site_plugins.spoken.model import Span, Style
from site_plugins.spoken.syllables import LETTER, is_word


@dataclass(frozen=True)
class Manner:
    """How this text is to be read: the station's style and its words."""

    style: Style
    lexicon: Lexicon


class Start(Enum):
    """What a place begins with, so that a rule is tried only where it can match."""

    FIGURE = "figure"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True)
class Upto:
    """What a reader says when it, and not the pattern, knows where the place ends."""

    end: int
    spoken: str


# A reader gets the match, says the words; "" leaves the place out, None declines it.
Reader = Callable[[re.Match[str], Manner], str | Upto | None]


@dataclass(frozen=True)
class Rule:
    """One way of reading. `name` is what the trace and the editor's preview show."""

    name: str
    starts: frozenset[Start]
    pattern: re.Pattern[str]
    read: Reader


def rule(name: str, start: str, pattern: str, read: Reader) -> Rule:
    """A rule; `start` names one or more of `Start`, by space."""
    return Rule(name, frozenset(Start(s) for s in start.split()), re.compile(pattern), read)


_PLACE = re.compile(
    rf"(?P<word>[{LETTER}]++)(?P<glued>(?=['’]?[-@._/&+,]{{0,2}}[{LETTER}0-9]))?"
    r"|(?P<figure>[0-9]++)"
    rf"|(?P<sign>\./\.|\.{{4,}}|…{{2,}}|!(?=\[)|(?<=\s)\.(?=[a-z])|[^{LETTER}0-9\s.,;:?!…])"
)
# Words of the language that can also begin something to be read: "ngày    tháng    năm 2023",
# "quý I", "điểm a", "hạng BE", "dầu DO".
_BEGINNERS = frozenset(
    ("ngày", "Ngày", "số", "Số", "I", "VI", "XI", "BE", "DE", "DO", "RON", *"aeiouy")
)
_SKIPPED = {Start.FIGURE: "0123456789", Start.WORD: "", Start.SIGN: ""}
_LETTERS_KEPT = 4096


class Engine:
    """An ordered set of rules, sorted once by what they start with."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._by_start = {
            start.value: [
                (r, first_letters(r.pattern, skipped)) for r in rules if start in r.starts
            ]
            for start, skipped in _SKIPPED.items()
        }
        self._offers = lru_cache(maxsize=_LETTERS_KEPT)(self._sorted)

    def _sorted(self, start: str, letter: str) -> tuple[Rule, ...]:
        """The rules that may match here, by the first letter or the one after the figures."""
        offers = self._by_start[start]
        return tuple(each for each, letters in offers if letters is None or letter in letters)

    def spans(self, text: str, manner: Manner) -> tuple[Span, ...]:
        """The whole of `text`, in order, without gaps or overlaps."""
        return tuple(filled(text, self._read_places(text, manner)))

    def _read_places(self, text: str, manner: Manner) -> Iterator[Span]:
        known, find = manner.lexicon.beginnings, _PLACE.search
        place = find(text)
        while place:
            end = place.end()
            if place.lastgroup != "word" or _is_odd(place[0], known):
                span = self._read_at(place, text, manner)
                if span:
                    yield span
                    end = span.end
            place = find(text, end)

    def _read_at(self, place: re.Match[str], text: str, manner: Manner) -> Span | None:
        kind, start = place.lastgroup, place.start()
        kind = "word" if kind == "glued" else kind or "sign"
        tell = place.end() if kind == "figure" else start
        for offered in self._offers(kind, text[tell : tell + 1]):
            match = offered.pattern.match(text, start)
            if match is None:
                continue
            said = offered.read(match, manner)
            if isinstance(said, Upto):
                return Span(match.start(), said.end, said.spoken, offered.name)
            if said is not None:
                return Span(match.start(), match.end(), said, offered.name)
        return None


def _is_odd(word: str, known: frozenset[str]) -> bool:
    alone = len(word) == 1 and word.isupper()
    return alone or word in known or word in _BEGINNERS or not is_word(word)


def filled(text: str, read: Iterator[Span]) -> Iterator[Span]:
    """What was read, and between it the words as they stand: all of `text`, in order."""
    done = 0
    for span in read:
        if span.start > done:
            yield Span(done, span.start, text[done : span.start])
        yield span
        done = span.end
    if done < len(text):
        yield Span(done, len(text), text[done:])
