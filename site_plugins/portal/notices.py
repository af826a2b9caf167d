"""What a reader of a translation must know before trusting it, with the sections concerned."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_plugins.policy.approval import HEAD
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.model import Body
from site_plugins.policy.translations import TranslationState, sections_in
from site_plugins.portal.urls import page_uri, top_anchor


@dataclass(frozen=True)
class Section:
    """A section under the names that both texts give it, and where it stands in each.

    `here` is its anchor on the translation's page, `there` its address on the Vietnamese one from
    the site's root; each "" where the text no longer has it, and its heading too. `is_head` is what
    stands above the first heading, and has none of its own.
    """

    id: str
    is_head: bool
    heading: str
    source_heading: str
    here: str
    there: str


@dataclass(frozen=True)
class Notices:
    """What stands across the top of a translation.

    `sentences` are keys of the wording, the gravest first; `rows` pairs of a key and the sections
    that it is about.
    """

    sentences: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[Section, ...]], ...] = ()

    @property
    def marks(self) -> dict[str, tuple[str, Section]]:
        """Sections of the page that no longer say what the source says → key, section."""
        return {
            section.here: (_MARKS[key], section)
            for key, sections in self.rows
            if key in _MARKS
            for section in sections
            if section.here
        }


def below_heading(body: str, anchor: str, mark: str) -> str:
    """A body with a mark right below one of its headings."""
    heading = re.compile(rf'<h2\b[^>]*\bid="{re.escape(anchor)}".*?</h2>', re.DOTALL)
    return heading.sub(lambda found: f"{found[0]}{mark}", body, count=1)


_MARKS = {
    "translation.changed": "translation.changed_here",
    "translation.removed": "translation.removed_here",
}
_SENTENCES = {
    TranslationState.STALE: "translation.stale",
    TranslationState.PARTIAL: "translation.partial",
}


def notices(explainer: Explainer, text: Explainer | Translation) -> Notices:
    """The notices of a page; none of the Vietnamese text, and none of a ready translation."""
    if isinstance(text, Explainer):
        return Notices()
    return Notices(tuple(_sentences(text)), tuple(_rows(explainer, text)))


def _sentences(text: Translation) -> Iterator[str]:
    if state := _SENTENCES.get(text.binding.state):
        yield state
    if not text.checked:
        yield "translation.unchecked"


def _rows(explainer: Explainer, text: Translation) -> Iterator[tuple[str, tuple[Section, ...]]]:
    """Sections by what is wrong with them: one that is not there at all is only missing."""
    binding, present = text.binding, sections_in(text.body)
    missing = [s for s in binding.missing if s not in present]
    stale = [s for s in binding.stale if s not in missing]
    kinds = {
        "translation.changed": [s for s in stale if s in explainer.sections],
        "translation.removed": [s for s in stale if s not in explainer.sections],
        "translation.missing": missing,
        "translation.unmatched": [s for s in binding.missing if s in present],
    }
    for key, ids in kinds.items():
        if ids:
            yield key, tuple(_sections(explainer, text, ids))


def _sections(explainer: Explainer, text: Translation, ids: Iterable[str]) -> Iterator[Section]:
    page = page_uri(explainer.slug, explainer.language)
    own, source = _headings(text.body), _headings(explainer.body)
    for section in ids:
        here, heading = own.get(section, ("", ""))
        there, source_heading = source.get(section, ("", ""))
        yield Section(
            section, section == HEAD, heading, source_heading, here, there and f"{page}#{there}"
        )


def _headings(body: Body) -> dict[str, tuple[str, str]]:
    """Section → its anchor and its heading; the head's anchor is that of the page's own title."""
    headings = {h.id: (h.id, h.title) for h in body.headings if h.level == 2}
    return headings | {HEAD: (top_anchor(body.html), "")}
