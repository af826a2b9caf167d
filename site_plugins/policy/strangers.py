"""The figures of a translation that none of the facts beside them explain."""

import re
from dataclasses import dataclass
from typing import Protocol

from site_plugins.policy.fact_ledger import Ledger, Stranger
from site_plugins.policy.fact_messages import may_be_words
from site_plugins.policy.facts import Fact, FactKind, facts_in
from site_plugins.policy.figures import plain_zeros
from site_plugins.policy.number_words import numbers_said
from site_plugins.policy.passages import Group

_FIGURES = re.compile("[0-9]+")


class HasFacts(Protocol):
    """Whatever knows all facts of a source."""

    @property
    def facts(self) -> list[Fact]:
        """Each once."""
        ...


@dataclass
class Strangers:
    """Those that wait to be told, by where the source has them: nowhere, elsewhere, in words."""

    group: Group
    nowhere: list[Stranger]
    elsewhere: list[Stranger]
    said: list[Stranger]

    def beside(self, at: int) -> Stranger | None:
        """Take one in this passage."""
        return self._take([s for s in (*self.nowhere, *self.said) if s.at == at])

    def instead_of(self, fact: Fact, at: int) -> Stranger | None:
        """Take the one that most likely stands where a fact should that is told nowhere."""
        far = [s for s in self.nowhere if _alike(s, fact) or not may_be_words(fact)]
        near = [s for s in (*self.elsewhere, *self.said) if self._beside(s, at)]
        return self._nearest(fact, at, [*far, *(s for s in near if _alike(s, fact))])

    def in_place_of(self, fact: Fact, at: int) -> Stranger | None:
        """Take one that stands for one mention of a fact that is told otherwise."""
        here = [s for s in self.nowhere if _alike(s, fact) or not may_be_words(fact)]
        here += [s for s in self.elsewhere if _alike(s, fact)]
        return self._nearest(fact, at, [s for s in here if self._beside(s, at)])

    def _beside(self, stranger: Stranger, at: int) -> bool:
        return self.group.place(stranger.at) == self.group.place(at)

    def _nearest(self, fact: Fact, at: int, candidates: list[Stranger]) -> Stranger | None:
        """With it go the figures beside it that are the fact's own: of a date, its year."""
        taken = self._take(
            sorted(candidates, key=lambda s: (s.family != fact.family, abs(s.at - at)))
        )
        own = {plain_zeros(figure) for figure in _FIGURES.findall(fact.value)}
        self.nowhere[:] = [
            s for s in self.nowhere if not (taken and s.at == taken.at and s.numbers <= own)
        ]
        return taken

    def _take(self, candidates: list[Stranger]) -> Stranger | None:
        for stranger in candidates[:1]:
            for pool in (self.nowhere, self.elsewhere, self.said):
                if stranger in pool:
                    pool.remove(stranger)
            return stranger
        return None


def strangers_of(group: Group, ledger: Ledger, everywhere: HasFacts) -> Strangers:
    """Those of a ledger in which the group's own facts have taken their figures."""
    if not ledger.has_strangers:
        return Strangers(group, [], [], [])
    source = " ".join(passage.text for passage in group.source)
    said, years = numbers_said(source), _years(source)
    found = ledger.strangers()
    ledger.claim_written(everywhere.facts)
    left = {stranger for stranger in ledger.strangers() if not stranger.numbers & years}
    in_words = [stranger for stranger in found if stranger.numbers & said]
    others = [stranger for stranger in found if stranger not in in_words]
    return Strangers(
        group, [s for s in others if s in left], [s for s in others if s not in left], in_words
    )


def _years(text: str) -> set[str]:
    """The years of a text's dates, which a translation may say once more: of «1/12», of a law."""
    dates = [fact.value for fact in facts_in(text) if fact.kind is FactKind.DATE]
    return {date[:4] for date in dates if date[:4].isdecimal()}


def _alike(stranger: Stranger, fact: Fact) -> bool:
    """Whether they look alike; hours are mere figures in a language that nobody here reads."""
    hour = fact.kind is FactKind.TIME and stranger.family == FactKind.FIGURE
    return hour or stranger.family == fact.family
