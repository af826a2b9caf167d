"""Facts of footnotes that a translation left out with the note."""

from collections.abc import Iterator

from site_plugins.policy.comparison import distinct
from site_plugins.policy.declared_facts import DeclaredFacts
from site_plugins.policy.fact_ledger import Ledger
from site_plugins.policy.fact_messages import Teller, may_be_words
from site_plugins.policy.fact_search import half_said
from site_plugins.policy.facts import facts_in
from site_plugins.policy.passages import NOTES, SHORT_FORMS, Group, Pages
from site_plugins.problems import Problem


def lost_notes(
    path: str, source: Pages, translation: Pages, declared: DeclaredFacts
) -> Iterator[Problem]:
    """An error for each fact of a note that no part of a whole translation tells.

    Notes that a translation has one by one are compared with the rest of the page; one with fewer
    may tell what they say in its text.
    """
    ours, theirs = source[NOTES], translation[NOTES]
    if not ours or len(ours) == len(theirs):
        return
    everything = tuple(passage for page in translation.values() for passage in page)
    group = Group(SHORT_FORMS[NOTES], tuple(ours), everything)
    ledger, tell = Ledger(group), Teller(path, group)
    for at, note in enumerate(ours):
        facts = distinct(fact for fact in facts_in(note.text) if not may_be_words(fact))
        facts = [fact for fact in facts if not declared.claim(fact, ledger)]
        ledger.claim_written(facts)
        ledger.claim([fact for fact in facts if fact.key not in ledger.told], half_said)
        yield from (tell.lacking(fact, at) for fact in facts if fact.key not in ledger.told)
