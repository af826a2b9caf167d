"""Which facts of a source some passages tell, how often and where; and which figures are theirs."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from site_plugins.policy.fact_search import Span, respelt, written_out
from site_plugins.policy.facts import Fact, FactKind, facts_in
from site_plugins.policy.figures import Figures
from site_plugins.policy.passages import Group

Key = tuple[str, str]
Wanted = Counter[tuple[Key, int]]
"""How often a fact stands in a place of the source."""
_MARKER = re.compile(r"\(?[0-9]{1,2}[.)]\s")
_IN_ONE = re.compile(r"[^\w\n]{1,3}")
Search = Callable[[Fact, Figures], Iterable[Span]]


@dataclass(frozen=True)
class Stranger:
    """Figures of a translation that are none of its source's facts; `at` counts passages."""

    written: str
    family: str
    at: int
    numbers: frozenset[str]


_SHAPED = [FactKind.DOCUMENT, FactKind.PHONE, FactKind.DATE]


def _rank(fact: Fact) -> tuple[bool, int]:
    """Hours before numbers, and long values before short ones that are a part of them."""
    return fact.kind is not FactKind.TIME, -len(fact.value)


class Ledger:
    """The figures of a translation's passages, and what was claimed of them so far.

    `told` maps a fact's key to the passages that tell it, by their index, once for each time.
    """

    def __init__(self, group: Group) -> None:
        self._group = group
        self.texts = [passage.text for passage in group.translation]
        self._figures = [Figures(text) for text in self.texts]
        self._free = [set(range(len(figures.runs))) for figures in self._figures]
        self.told: dict[Key, list[tuple[int, int]]] = {}
        self._told_in: Counter[tuple[Key, int]] = Counter()

    @property
    def has_strangers(self) -> bool:
        """Whether any figure is claimed by no fact."""
        return any(self._free)

    def claim_written(self, facts: Iterable[Fact], wanted: Wanted | None = None) -> None:
        """Let facts take their figures; those first that nothing else looks like.

        Where it is known how often each is wanted in a place, no fact takes more: 17 may be an
        hour here and a count there.
        """
        facts = sorted(facts, key=_rank)
        shaped = [fact for fact in facts if fact.kind in _SHAPED]
        self.claim(shaped, written_out, wanted)
        self.claim(shaped, respelt, wanted)
        self.claim([fact for fact in facts if fact.kind not in _SHAPED], written_out, wanted)

    def claim(self, facts: Iterable[Fact], search: Search, wanted: Wanted | None = None) -> None:
        """Let facts, in their order, take the figures that a search finds for them."""
        for fact in facts:
            for at, figures in enumerate(self._figures):
                place = fact.key, self._group.place(at)
                for span in search(fact, figures) if self._free[at] else ():
                    if wanted is None or self._told_in[place] < wanted[place]:
                        self._take(place, at, span)

    def _take(self, place: tuple[Key, int], at: int, span: Span) -> None:
        runs = set(range(span[0], span[1] + 1))
        if runs <= self._free[at]:
            self._free[at] -= runs
            self._told_in[place] += 1
            self.told.setdefault(place[0], []).append((at, span[0]))

    def claim_words(self, words: re.Pattern[str]) -> bool:
        """Take the figures inside declared words; whether any passage has the words at all."""
        found = False
        for at, text in enumerate(self.texts):
            for place in words.finditer(text):
                found = True
                runs = enumerate(self._figures[at].runs)
                inside = {i for i, run in runs if place.start() <= run.start < place.end()}
                self._free[at] -= inside
        return found

    def strangers(self) -> list[Stranger]:
        """The figures that nothing claimed, in order; those that stand together are one."""
        return [
            stranger
            for at, free in enumerate(self._free)
            for stranger in _strangers(at, self._figures[at], self.texts[at], sorted(free))
        ]


def _strangers(at: int, figures: Figures, text: str, free: list[int]) -> Iterator[Stranger]:
    shown: set[Span] = set()
    for first, last in _together(figures, free):
        start, end = figures.runs[first].start, figures.runs[last].end
        if figures.in_a_code(first) or _is_marker(figures, first):
            continue
        facts = [fact for fact in facts_in(text) if fact.start < end and fact.end > start]
        start = min([start, *(fact.start for fact in facts)])
        end = max([end, *(fact.end for fact in facts)])
        if (start, end) not in shown:
            shown.add((start, end))
            family = facts[0].family if len(facts) == 1 else FactKind.FIGURE
            yield Stranger(text[start:end], family, at, _numbers(figures, (first, last)))


def _is_marker(figures: Figures, index: int) -> bool:
    """Whether a run numbers a paragraph: «1. », «(2) »."""
    return index == 0 and bool(_MARKER.match(figures.text))


def _together(figures: Figures, free: list[int]) -> Iterator[Span]:
    """Runs side by side with no letters and at most three signs between them."""
    start = 0
    for place, (index, following) in enumerate(pairwise([*free, -1])):
        if following != index + 1 or not _IN_ONE.fullmatch(figures.runs[following].gap):
            yield free[start], index
            start = place + 1


def _numbers(figures: Figures, span: Span) -> frozenset[str]:
    return frozenset(value for value, spans in figures.numbers.items() if span in spans)
