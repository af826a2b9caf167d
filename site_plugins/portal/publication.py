"""What one build publishes besides the texts themselves: lists, feeds, tables, kits, sheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from site_plugins.portal.coverage import Surveyor, faulty_translations, with_sheets
from site_plugins.portal.coverage_pages import coverage_files, difference_files
from site_plugins.portal.feeds import Feed, news
from site_plugins.portal.glossary_pages import TermBook, glossary_files
from site_plugins.portal.head import Site
from site_plugins.portal.kits import KitMaker, Kits, kits_in
from site_plugins.portal.language_indexes import LanguageIndexes
from site_plugins.portal.language_pages import language_files
from site_plugins.portal.past_texts import Archive
from site_plugins.portal.site_files import (
    latest_day,
    preview_files,
    published_in,
    recorder_file,
    stylesheet,
)
from site_plugins.portal.urls import news_feed_uri
from site_plugins.portal.views import Items
from site_plugins.portal.written import Written
from site_plugins.voice.cache import Store


@dataclass(frozen=True)
class Publication:
    """One build: what staff wrote, what became of it on air, and where it comes out.

    `preview` shows what is not public yet; `online` lets voices speak that send text away.
    """

    written: Written
    items: Items
    site: Site
    store: Store
    archive: Archive
    preview: bool
    serving: bool
    online: bool

    @cached_property
    def indexes(self) -> LanguageIndexes:
        """What there is in each language."""
        published = published_in(self.written.library, preview=self.preview)
        return LanguageIndexes(self.written.settings, published, self.items)

    @cached_property
    def kits(self) -> Kits:
        """The translators' kits that are handed out."""
        return kits_in(self.written.library, self.written.settings, preview=self.preview)

    @cached_property
    def terms(self) -> TermBook:
        """The terms of every language, and the pages that explain them."""
        return TermBook(self.written.glossaries, self.written.settings)

    def files(self, config: MkDocsConfig) -> Iterator[File]:
        """Every file that is made, not written by staff."""
        latest = latest_day(self.written.library, preview=self.preview)
        yield stylesheet(config, self.written.settings.languages)
        yield recorder_file(config, latest)
        yield from language_files(self.indexes, config, latest)
        yield from self._feeds(config, latest)
        yield from self._coverage(config, latest)
        yield from self._kits(config)
        yield from glossary_files(config, self.terms, latest)
        if self.preview:
            yield from preview_files(config, self.items.values())

    def _feeds(self, config: MkDocsConfig, latest: date) -> Iterator[File]:
        """One feed for each language that has an index, and for Vietnamese."""
        settings, told = self.written.settings, news(self.items.values())
        for version in self.indexes.versions:
            tag, wording = version.tag, self.written.wordings.of(version.tag)
            feed = Feed(self.site, settings, wording, tag, told.get(tag, ()), latest)
            yield File.generated(config, news_feed_uri(tag), content=feed.xml())

    def _coverage(self, config: MkDocsConfig, latest: date) -> Iterator[File]:
        """The table of translations, and for each that is stale what changed in its source."""
        settings, published = self.written.settings, self.indexes.published
        stale = tuple(with_sheets(published, preview=self.preview))
        surveyor = Surveyor(
            settings,
            self.items,
            self.written.airing.voices.recorded,
            sheets={(explainer.slug, text.language) for explainer, text in stale},
            kits=self.kits,
            faulty=faulty_translations(self.written.library.left_out),
        )
        yield from coverage_files(config, surveyor.coverage(published), latest)
        yield from difference_files(config, stale, settings.languages, self.archive.of, latest)

    def _kits(self, config: MkDocsConfig) -> Iterator[File]:
        written = self.written
        maker = KitMaker(
            written.settings, written.glossaries, self.store, self.archive.of, self.serving
        )
        yield from maker.files(config, written.library, self.kits)
