"""The pages that explain terms in plain words, and the links that lead there from the texts."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from site_plugins.policy.anchors import fold, slugify
from site_plugins.policy.model import Body
from site_plugins.policy.station import VIETNAMESE, Language, Settings
from site_plugins.portal.pages import RenderedPage
from site_plugins.portal.terms import linked_terms
from site_plugins.portal.urls import glossary_uri
from site_plugins.translation.glossary import Glossaries
from site_plugins.translation.glossary_entries import Entry, Glossary
from site_plugins.translation.phrases import Phrases, vietnamese_spelling


@dataclass(frozen=True)
class Forms:
    """How a term is said in a language, the preferred form first, and where that is explained."""

    language: Language
    forms: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class Row:
    """A term of a glossary page.

    `explained_in` is the language of the explanation, which is "" where nobody wrote one.
    `elsewhere` is how other languages say it, on the page of Vietnamese.
    """

    anchor: str
    term: str
    forms: tuple[str, ...]
    explanation: str
    explained_in: Language
    elsewhere: tuple[Forms, ...]


@dataclass(frozen=True)
class TermBook:
    """The glossaries of a station, ready to be shown and linked to."""

    glossaries: Glossaries
    settings: Settings

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages that have a page, in the station's order; others that it knows last."""
        have = [tag for tag, glossary in self.glossaries.by_language.items() if glossary.entries]
        order = (VIETNAMESE, *self.settings.station.languages, *have)
        return tuple(tag for tag in dict.fromkeys(order) if tag in have)

    @property
    def address(self) -> str:
        """The page of Vietnamese, "" where no term is explained."""
        return glossary_uri(VIETNAMESE) if VIETNAMESE in self.tags else ""

    def with_links(self, page: str, tag: str, uri: str) -> str:
        """The HTML of a text in a language, at `uri`, with its terms linked to the glossary."""
        if tag not in self._phrases:
            return page
        address = posixpath.relpath(glossary_uri(tag), posixpath.dirname(uri))
        return linked_terms(page, self._phrases[tag], address)

    def rows(self, tag: str) -> tuple[Row, ...]:
        """The terms of a language in alphabetical order of the Vietnamese."""
        entries = self.glossaries.of(tag).entries
        return tuple(self._row(tag, e) for e in sorted(entries, key=lambda e: fold(e.term)))

    @cached_property
    def _anchors(self) -> dict[str, dict[str, str]]:
        return {tag: anchors(self.glossaries.of(tag)) for tag in self.tags}

    @cached_property
    def _phrases(self) -> dict[str, Phrases[str]]:
        return {tag: self._phrases_of(tag) for tag in self.tags}

    def _phrases_of(self, tag: str) -> Phrases[str]:
        entries, ids = self.glossaries.of(tag).entries, self._anchors[tag]
        if tag == VIETNAMESE:
            return Phrases(((e.term, ids[e.key]) for e in entries), vietnamese_spelling)
        return Phrases((form, ids[e.key]) for e in entries for form in e.forms)

    def _row(self, tag: str, entry: Entry) -> Row:
        explained = self.glossaries.of(VIETNAMESE).by_key.get(entry.key)
        meaning = entry.explanation or (explained.explanation if explained else "")
        explained_in = tag if entry.explanation else VIETNAMESE
        return Row(
            self._anchors[tag][entry.key],
            entry.term,
            entry.forms,
            meaning,
            self.settings.languages[explained_in],
            tuple(self._elsewhere(entry.key)) if tag == VIETNAMESE else (),
        )

    def _elsewhere(self, key: str) -> Iterator[Forms]:
        for tag in self.tags:
            entry = self.glossaries.of(tag).by_key.get(key)
            if entry and entry.forms:
                url = f"{glossary_uri(tag)}#{self._anchors[tag][key]}"
                yield Forms(self.settings.languages[tag], entry.forms, url)


def anchors(glossary: Glossary) -> dict[str, str]:
    """Term's key → its anchor on the page, never empty, no two alike."""
    given: dict[str, str] = {}
    for entry in glossary.entries:
        name = anchor = slugify(entry.term)
        number = 1
        while anchor in given.values():
            number += 1
            anchor = f"{name}-{number}"
        given[entry.key] = anchor
    return given


class GlossaryPage(RenderedPage):
    """The terms of one language; they are written by its template."""

    def __init__(self, file: File, config: MkDocsConfig, book: TermBook, terms_of: str) -> None:
        self._book = book
        self._terms_of = terms_of
        name = "" if terms_of == VIETNAMESE else f" tiếng {book.settings.languages[terms_of].name}"
        super().__init__(file, config, file.src_uri, f"Thuật ngữ{name}", Body(""))
        self.meta = {"template": "glossary.html", "hide": ["navigation", "toc"]}
        self.meta["search"] = {"exclude": True}

    def context(self) -> dict[str, Any]:
        """What its template is given."""
        languages: Mapping[str, Language] = self._book.settings.languages
        return {
            "glossary": self._book.glossaries.of(self._terms_of),
            "language": languages[self._terms_of],
            "rows": self._book.rows(self._terms_of),
            "others": [
                (languages[tag], glossary_uri(tag))
                for tag in self._book.tags
                if tag != self._terms_of
            ],
        }


def glossary_files(config: MkDocsConfig, book: TermBook, latest: date) -> Iterator[File]:
    """A page for each language that has a glossary."""
    for tag in book.tags:
        uri = glossary_uri(tag).removesuffix("html") + "md"
        file = File.generated(config, uri, content="")
        GlossaryPage(file, config, book, tag).update_date = latest.isoformat()
        file.inclusion = InclusionLevel.NOT_IN_NAV
        yield file
