"""A group of passages held against its translation, fact by fact."""

from collections import Counter
from collections.abc import Iterable, Iterator

from site_plugins.policy.declared_facts import DeclaredFacts
from site_plugins.policy.fact_ledger import Key, Ledger
from site_plugins.policy.fact_messages import Teller, may_be_words
from site_plugins.policy.fact_search import half_said
from site_plugins.policy.facts import Fact, FactKind, facts_in
from site_plugins.policy.passages import Group
from site_plugins.policy.strangers import HasFacts, strangers_of
from site_plugins.problems import Problem


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once."""
    return list({(fact.key, fact.raw): fact for fact in facts}.values())


class Comparison:
    """One group of passages and its translation.

    Where each passage has its own translation, facts are counted by passage, so that two of them
    cannot trade places; else all passages are one place.
    """

    def __init__(
        self, path: str, group: Group, declared: DeclaredFacts, everywhere: HasFacts
    ) -> None:
        self._group = group
        self._tell = Teller(path, group)
        ledger = Ledger(group)
        found = [(fact, at) for at, p in enumerate(group.source) for fact in facts_in(p.text)]
        facts = distinct(fact for fact, _ in found)
        said = {fact.key for fact in facts if declared.claim(fact, ledger)}
        facts = [fact for fact in facts if fact.key not in said]
        ledger.claim_written(facts, Counter((fact.key, group.place(at)) for fact, at in found))
        ledger.claim_written([fact for fact in facts if fact.key not in ledger.told])
        absent = [fact for fact in facts if fact.key not in ledger.told]
        # «Half past seven in the evening» is 19 giờ 30 before it is a second 7 giờ 30.
        ledger.claim([fact for fact in absent if fact.kind is FactKind.TIME], half_said)
        ledger.claim_written(facts if ledger.has_strangers else ())
        ledger.claim([fact for fact in absent if fact.kind is not FactKind.TIME], half_said)
        self._absent = {fact.key for fact in absent}
        self._told = {key: sorted(places) for key, places in ledger.told.items()}
        self._first = {f.key: (f, at) for f, at in reversed(found) if f.key not in said}
        self._here = _by_place((group.place(at), f) for f, at in found if f.key not in said)
        self._strangers = strangers_of(group, ledger, everywhere)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the group; first what no words can hide, so that pairs are right."""
        absent = [self._first[key] for key in self._first if key in self._absent]
        for fact, at in sorted(absent, key=lambda place: (may_be_words(place[0]), place[1])):
            yield self._half_said(fact, at) if fact.key in self._told else self._lacking(fact, at)
        for (place, family), facts in self._here.items():
            yield from self._in_place(place, family, facts)
        yield from (self._tell.added(stranger) for stranger in self._strangers.nowhere)

    def _there(self, place: int, family: str) -> list[Key]:
        """The facts of a family that the translation tells in a place, in its order."""
        told = [
            (at, run, key)
            for key, places in self._told.items()
            if key[0] == family and key in self._first
            for at, run in places
            if self._group.place(at) == place
        ]
        return [key for _, _, key in sorted(told)]

    def _half_said(self, fact: Fact, at: int) -> Problem:
        """A doubt; but with a strange figure in the same passage, the fact was changed."""
        told_at, _ = self._told[fact.key][0]
        if stranger := self._strangers.beside(told_at):
            return self._tell.changed(fact, at, stranger)
        return self._tell.half_said(fact, at, told_at)

    def _lacking(self, fact: Fact, at: int) -> Problem:
        """A fact that is told nowhere, with what stands in its place."""
        if stranger := self._strangers.instead_of(fact, at):
            return self._tell.changed(fact, at, stranger)
        place = self._group.place(at)
        wanted = Counter(f.key for f in self._here[place, fact.family])
        if more := Counter(self._there(place, fact.family)) - wanted:
            return self._swapped(fact, at, next(iter(more)))
        return self._tell.lacking(fact, at)

    def _in_place(self, place: int, family: str, facts: list[Fact]) -> Iterator[Problem]:
        """Compare how often the facts of a family are told in a place.

        Where one is told less often and another as much more, or in its stead, figures were mixed
        up; saying one thing less often is no fault.
        """
        facts = [fact for fact in facts if fact.key in self._told]
        there = self._there(place, family)
        wanted, told = Counter(fact.key for fact in facts), Counter(there)
        less, more = wanted - told, told - wanted
        for fact in {f.key: f for f in facts if f.key in less}.values():
            in_stead = fact.key not in told and any(key not in wanted for key in more)
            mixed_up = more and (in_stead or less.total() == more.total())
            other = next(iter(more)) if mixed_up else None
            yield from self._told_less(fact, place, other, gone=fact.key not in told)
        if self._group.aligned and not less and not more:
            yield from self._reordered(facts, there, place)

    def _told_less(
        self, fact: Fact, place: int, other: Key | None, *, gone: bool
    ) -> Iterator[Problem]:
        at = place if self._group.aligned else self._first[fact.key][1]
        if stranger := self._strangers.in_place_of(fact, at):
            yield self._tell.changed(fact, at, stranger)
        elif other:
            yield self._swapped(fact, at, other)
        elif gone and self._group.aligned:
            yield self._tell.moved(fact, at)

    def _swapped(self, fact: Fact, at: int, other: Key) -> Problem:
        """At the passage itself where passages are aligned, else where the other fact is told."""
        where = at if self._group.aligned else self._told[other][0][0]
        return self._tell.swapped(fact, at, self._first[other][0], where)

    def _reordered(self, here: list[Fact], there: list[Key], at: int) -> Iterator[Problem]:
        """Nobody can tell the order of «2 triệu» and «2 người», both 2 and a foreign word."""
        order = {fact.key: fact for fact in reversed(here)}
        first = list(dict.fromkeys(fact.key for fact in here))
        alike = {figure for fact in here for figure in fact.raw} & {value for _, value in first}
        if not alike and first != list(dict.fromkeys(there)):
            yield self._tell.reordered([order[key] for key in first], at)


def _by_place(facts: Iterable[tuple[int, Fact]]) -> dict[tuple[int, str], list[Fact]]:
    """(place, family) → its facts in order."""
    found: dict[tuple[int, str], list[Fact]] = {}
    for place, fact in facts:
        found.setdefault((place, fact.family), []).append(fact)
    return found
