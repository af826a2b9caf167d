"""The MkDocs plugin: takes values out of MkDocs, hands them to the rooms, puts the answers back.

Nothing is decided here. Faults of front matter and configuration stop the build in `on_config`,
before MkDocs empties the site; faults of bodies and clips are told when everything else stands.
"""

import html
import io
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from mkdocs.utils.yaml import yaml_load

from site_plugins.broadcast.edition import Airing, read_airing
from site_plugins.broadcast.items import Item
from site_plugins.broadcast.recorded_texts import station_problems, unused
from site_plugins.policy.clock import today
from site_plugins.policy.library import Library, read_library
from site_plugins.policy.life_cycle import written
from site_plugins.policy.station import VIETNAMESE, Settings, read_settings
from site_plugins.portal import labels
from site_plugins.portal.coverage import Surveyor, faulty_translations, with_sheets
from site_plugins.portal.coverage_pages import (
    CoveragePage,
    DifferencePage,
    coverage_files,
    difference_files,
)
from site_plugins.portal.desk import approved_entries, desk_entries
from site_plugins.portal.desk_recordings import recording_entries
from site_plugins.portal.feeds import Feed, news
from site_plugins.portal.glossary_pages import GlossaryPage, TermBook, glossary_files
from site_plugins.portal.head import Site
from site_plugins.portal.kits import KitMaker, Kits, kits_in
from site_plugins.portal.language_indexes import LanguageIndexes
from site_plugins.portal.language_marks import with_languages
from site_plugins.portal.language_pages import LanguagePage, language_files, switcher
from site_plugins.portal.locale_files import read_locales
from site_plugins.portal.notices import below_heading
from site_plugins.portal.options import PortalConfig
from site_plugins.portal.page_head import page_head
from site_plugins.portal.pages import ReadingPage, RecorderPage, RenderedPage, TextPage
from site_plugins.portal.past_texts import Archive, remember
from site_plugins.portal.preview import preview_view
from site_plugins.portal.recorder import recorder_view
from site_plugins.portal.search import make_search_whole
from site_plugins.portal.site_files import (
    arrange,
    latest_day,
    preview_files,
    published_in,
    recorder_file,
    stylesheet,
)
from site_plugins.portal.urls import COVERAGE, DESK, news_feed_uri, page_uri, recorder_uri
from site_plugins.portal.views import card, text_view, wanted
from site_plugins.portal.wording import Wordings, lang, marks
from site_plugins.problems import Problem, Severity, errors, tell
from site_plugins.translation.glossary import Glossaries, read_glossaries
from site_plugins.translation.glossary_use import glossary_problems
from site_plugins.voice.cache import Store

log = get_plugin_logger("chính sách")
TEMPLATES = Path(__file__).with_name("templates")


class PolicyPortal(BasePlugin[PortalConfig]):  # type: ignore[no-untyped-call] # MkDocs is untyped
    """The portal's pages, made from the policy library."""

    def __init__(self) -> None:
        self.root = Path()
        self.library = Library()
        self.items: dict[tuple[str, str], Item] = {}
        self.indexes: LanguageIndexes
        self.problems: list[Problem] = []
        self.serving = False
        self.address = ""
        self.settings: Settings
        self.wordings: Wordings
        self.airing: Airing
        self.glossaries: Glossaries
        self.terms: TermBook
        self.kits: Kits
        self.store: Store
        self.archive: Archive

    @property
    def preview(self) -> bool:
        """Whether the editors' desk and unpublished texts are built: never in a public build."""
        return self.serving or os.environ.get("STATION_PREVIEW", "0") not in ("", "0")

    @property
    def online(self) -> bool:
        """Whether text may be sent to an online voice: if the station says so, never to preview.

        `serve` only looks up what is cached, so there it sends nothing.
        """
        return self.settings.station.online_voices and (self.serving or not self.preview)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody is only looking; speak UTF-8, even into a pipe on Windows."""
        self.serving = command == "serve"
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="replace")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """The station's settings and lexicon are looked at again when they change, too."""
        server.watch(str(self.root / "audio"))
        return server

    @event_priority(100)  # the search takes its settings in its own
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything that staff wrote; on any error stop before the old site is touched."""
        make_search_whole(config)
        self.root = Path(config.config_file_path or ".").resolve().parent
        self.address = self._written_address(config)
        self.problems, self.items = [], {}
        settings, problems = read_settings(self.root)
        if settings is None:
            raise _stopped(problems)
        self.settings = settings
        self.store = Store(self.root / self.config.cache_dir)
        self.library = read_library(self.root, settings, _day())
        self.airing, faults = read_airing(self.root, settings)
        self.glossaries, slips = read_glossaries(self.root, settings.languages)
        problems += [*self.library.problems, *faults, *slips]
        problems += glossary_problems(self.library, self.glossaries)
        self.terms = TermBook(self.glossaries, settings)
        locales, slips = read_locales(self.root, settings.languages)
        self.wordings = Wordings(locales, settings.languages)
        problems += slips
        if errors(problems):
            raise _stopped([*problems, *self.library.left_out])
        self.problems += [*problems, *self.library.left_out]
        self.archive = Archive(self.root, self.store)
        if not self.serving:
            remember(self.library.explainers, self.store)
        if self.preview and not self.serving and self._is_public_folder(config):
            config.site_dir = str(self.root / "preview")
        config.theme.dirs.insert(0, str(TEMPLATES))
        config.copyright = html.escape(f"{settings.station.name}, {settings.station.commune}")
        return config

    def _written_address(self, config: MkDocsConfig) -> str:
        """The site's address: `serve` puts its own in its place, but clips are tagged with it."""
        return str(_written(config).get("site_url", "")) if self.serving else config.site_url or ""

    def _is_public_folder(self, config: MkDocsConfig) -> bool:
        """Whether this build would write where `mkdocs.yml` keeps the public site."""
        public = self.root / _written(config).get("site_dir", "site")
        return bool(Path(config.site_dir).resolve() == public.resolve())

    def take(self, items: list[Item]) -> None:
        """Receive what the build hook made of each text; what waiting texts lack is the desk's."""
        self.items = {item.key: item for item in items}
        airing = self.airing
        self.problems += [*self.store.problems, *(p for item in items for p in item.told)]
        self.problems += airing.recordings.problems
        self.problems += station_problems(items)
        self.problems += unused(airing.recordings, self.items, airing.voices.recorded)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Publish what the library read and nothing else that lies in the folder."""
        files = arrange(files, config, self.library, preview=self.preview)
        latest = latest_day(self.library, preview=self.preview)
        files.append(stylesheet(config, self.settings.languages))
        files.append(recorder_file(config, latest))
        for file in self._language_files(config, latest):
            files.append(file)
        self.kits = kits_in(self.library, self.settings, preview=self.preview)
        for file in self._coverage_files(config, latest):
            files.append(file)
        maker = KitMaker(self.settings, self.glossaries, self.store, self.archive.of)
        for file in maker.files(config, self.library, self.kits):
            files.append(file)
        for file in glossary_files(config, self.terms, latest):
            files.append(file)
        if self.preview:
            for file in preview_files(config, self.items.values()):
                files.append(file)
        for file in files.documentation_pages():
            file.url = file.dest_uri
            if isinstance(page := file.page, RenderedPage):
                page.wording = self.wordings.of(page.tag, unchecked=page.unchecked)
        return files

    def _language_files(self, config: MkDocsConfig, latest: date) -> Iterator[File]:
        """The index of each language that has one, and the feeds of these and of Vietnamese."""
        published = published_in(self.library, preview=self.preview)
        self.indexes = LanguageIndexes(self.settings, published, self.items)
        yield from language_files(self.indexes, config, latest)
        told = news(self.items.values())
        for version in self.indexes.versions:
            tag, wording = version.tag, self.wordings.of(version.tag)
            feed = Feed(_site(config), self.settings, wording, tag, told.get(tag, ()), latest)
            yield File.generated(config, news_feed_uri(tag), content=feed.xml())

    def _coverage_files(self, config: MkDocsConfig, latest: date) -> Iterator[File]:
        """The table of translations, and for each that is stale what changed in its source."""
        stale = tuple(with_sheets(self.indexes.published, preview=self.preview))
        surveyor = Surveyor(
            self.settings,
            self.items,
            self.airing.voices.recorded,
            sheets={(explainer.slug, text.language) for explainer, text in stale},
            kits=self.kits,
            faulty=faulty_translations(self.library.left_out),
        )
        yield from coverage_files(config, surveyor.coverage(self.indexes.published), latest)
        yield from difference_files(config, stale, self.settings.languages, self.archive.of, latest)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The terms of a text lead to what they mean."""
        if not isinstance(page, TextPage):
            return html
        return self.terms.with_links(html, page.tag, page.file.dest_uri)

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """Addresses for search engines end at the folder, not at its index.html."""
        if page.canonical_url:
            page.canonical_url = page.canonical_url.removesuffix("index.html")
        return page

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Gather what the pages found, and give templates the words of Vietnamese readers."""
        pages = (file.page for file in files.documentation_pages())
        self.problems += [
            p for page in pages if isinstance(page, RenderedPage) for p in page.problems
        ]
        env.filters["day"] = written
        env.filters["dial"] = labels.dial
        env.filters["duration"] = labels.said_duration
        env.filters["below_heading"] = below_heading
        env.filters["lang"] = lang
        env.filters["marks"] = marks
        env.globals["vietnamese"] = self.settings.languages[VIETNAMESE]
        env.globals["station"] = self.settings.station
        env.globals["glossary_url"] = self.terms.address
        env.globals["language_names"] = {t: r.name for t, r in self.settings.languages.items()}
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Give each template its view."""
        extra: dict[str, Any] = {
            "head": page_head(page, _site(config), self.settings, self.indexes.versions)
        }
        if isinstance(page, TextPage):
            voice = self.airing.voices.voice_for(page.text.language, online_allowed=self.online)
            extra["view"] = text_view(
                page.explainer, page.text, self.settings, self.items, has_voice=voice is not None
            )
            extra["wanted"] = wanted(page.explainer, self.settings, self.kits)
            extra["coverage_url"] = COVERAGE
        elif page.meta.get("template") in ("section.html", "home.html"):
            extra["cards"] = [card(e, self.items) for e in self.indexes.published]
            extra |= switcher(self.indexes)
        elif isinstance(page, ReadingPage):
            extra["view"] = preview_view(page.item, page.script, self.settings.station)
            extra |= {"item": page.item, "text_url": page_uri(*page.item.key), "desk_url": DESK}
            extra["recorder_url"] = recorder_uri(*page.item.key)
            extra["language"] = self.settings.languages[page.item.text.language]
        elif isinstance(page, LanguagePage | CoveragePage | DifferencePage | GlossaryPage):
            extra |= page.context()
        elif isinstance(page, RecorderPage):
            extra["entries"] = recorder_view(self.items, self.settings, preview=self.preview)
        elif page.file.dest_uri == DESK:
            extra["entries"] = desk_entries(self.library, self.settings, self.items)
            extra["recordings"] = recording_entries(self.settings, self.items)
            extra["approved"] = approved_entries(self.settings, self.items, self.store)
        if isinstance(page, RenderedPage):
            extra["wording"] = page.wording
        context.update(extra)  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say which language each part of the page is in."""
        return with_languages(output, page.wording) if isinstance(page, RenderedPage) else output

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Tell everything that was left out; end `mkdocs build` with a non-zero exit for it."""
        _tell(self.problems)
        if errors(self.problems) and not self.serving:
            count = len(errors(self.problems))
            message = (
                f"Còn {count} lỗi kể trên: phần có lỗi đã bị bỏ ra, phần còn lại đã dựng xong."
            )
            raise Abort(message)


def _written(config: MkDocsConfig) -> dict[str, Any]:
    """`mkdocs.yml` as it is written, before any command changed it."""
    with Path(config.config_file_path).open("rb") as file:
        return yaml_load(file)


def _site(config: MkDocsConfig) -> Site:
    return Site(config.site_name, config.site_url or "")


def _day() -> date:
    try:
        return today(os.environ)
    except ValueError as error:
        raise Abort(str(error)) from None


def _stopped(problems: list[Problem]) -> Abort:
    """Tell all problems; what to raise so that nothing is written."""
    _tell(problems)
    count = len(errors(problems))
    return Abort(f"Dừng lại vì {count} lỗi kể trên; trang đã dựng lần trước vẫn còn nguyên.")


def _tell(problems: list[Problem]) -> None:
    for severity, write in ((Severity.WARNING, log.warning), (Severity.ERROR, log.error)):
        of_severity = [p for p in problems if p.severity is severity]
        if of_severity:
            write(f"{len(of_severity)} {severity}:\n{tell(of_severity)}")
