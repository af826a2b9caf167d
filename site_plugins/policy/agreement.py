"""Whether a translation tells the same facts as its source: one that does not may not be shown."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from site_plugins.policy.approval import HEAD
from site_plugins.policy.comparison import Comparison, distinct
from site_plugins.policy.declared_facts import DeclaredFacts
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.facts import Fact, facts_in
from site_plugins.policy.lost_notes import lost_notes
from site_plugins.policy.passages import Pages, groups, laid_out, up_to_date
from site_plugins.policy.same_figures import same_figures
from site_plugins.policy.station import Language
from site_plugins.policy.steps import step_disagreements
from site_plugins.problems import Problem


def disagreements(source: Explainer, translation: Translation, language: Language) -> list[Problem]:
    """Facts of up-to-date sections that the translation lacks, changes, swaps or adds.

    Errors, but for what figures alone cannot prove. Each names the lines of both texts.
    """
    ours, theirs = laid_out(source), laid_out(translation)
    declared = DeclaredFacts(translation, theirs)
    everywhere = everywhere_in(source)
    found: list[Problem] = []
    sections, unfinished = up_to_date(source, translation), translation.binding.missing
    for group in groups(ours, theirs, sections, unfinished):
        if group.has_figures and not same_figures(group):
            found += Comparison(translation.path, group, declared, everywhere).problems()
    if HEAD in sections and not unfinished:
        found += lost_notes(translation.path, ours, theirs, declared)
    found += step_disagreements(source, translation, language)
    return [*found, *declared.faults(everywhere)]


class Everywhere:
    """All facts of a source, its front matter's too: naming one in another section is no lie."""

    def __init__(self, source: Explainer, pages: Pages) -> None:
        self._source = source
        self._pages = pages

    @cached_property
    def facts(self) -> list[Fact]:
        """Each once."""
        texts = [passage.text for page in self._pages.values() for passage in page]
        texts += _inherited(self._source)
        return distinct(fact for text in texts for fact in facts_in(text))


@lru_cache(maxsize=1)
def everywhere_in(source: Explainer) -> Everywhere:
    """The facts of a source, for all its translations in turn."""
    return Everywhere(source, laid_out(source))


def _inherited(source: Explainer) -> Iterator[str]:
    """What the page shows of the source's front matter."""
    meta = source.meta
    days = [meta.effective_from, meta.effective_to, meta.expires]
    days += [basis.date for basis in meta.legal_basis]
    yield from (basis.number for basis in meta.legal_basis)
    if meta.contact:
        yield from filter(None, (meta.contact.phone, meta.contact.hours))
    if meta.consultation:
        days.append(meta.consultation.until)
    yield from (str(day) for day in days if day)
