"""The MkDocs plugin: takes values out of MkDocs, hands them to the rooms, puts the answers back.

Nothing is decided here. Faults of front matter and configuration stop the build in `on_config`,
before MkDocs empties the site; faults of bodies and clips are told when everything else stands.
"""

import html
import io
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from mkdocs.utils.yaml import yaml_load

from site_plugins.broadcast.items import Item
from site_plugins.broadcast.recorded_texts import station_problems, unused
from site_plugins.policy.clock import today
from site_plugins.policy.life_cycle import written
from site_plugins.policy.station import VIETNAMESE
from site_plugins.portal import labels
from site_plugins.portal.contexts import context_of
from site_plugins.portal.figures_in_order import with_figures_in_order
from site_plugins.portal.head import Site
from site_plugins.portal.kits import KitFile, on_demand
from site_plugins.portal.language_marks import with_languages
from site_plugins.portal.notices import below_heading
from site_plugins.portal.options import PortalConfig
from site_plugins.portal.pages import RenderedPage, TextPage
from site_plugins.portal.past_texts import Archive, remember
from site_plugins.portal.publication import Publication
from site_plugins.portal.search import make_search_whole
from site_plugins.portal.site_files import arrange
from site_plugins.portal.wording import lang, marks
from site_plugins.portal.written import Written, read_written
from site_plugins.problems import Problem, Severity, errors, tell
from site_plugins.voice.cache import Store

log = get_plugin_logger("chính sách")
TEMPLATES = Path(__file__).with_name("templates")


class PolicyPortal(BasePlugin[PortalConfig]):  # type: ignore[no-untyped-call] # MkDocs is untyped
    """The portal's pages, made from the policy library."""

    def __init__(self) -> None:
        self.root = Path()
        self.items: dict[tuple[str, str], Item] = {}
        self.kits: dict[str, KitFile] = {}
        self.problems: list[Problem] = []
        self.serving = False
        self.address = ""
        self.store: Store
        self.written: Written
        self.build: Publication

    @property
    def preview(self) -> bool:
        """Whether the editors' desk and unpublished texts are built: never in a public build."""
        return self.serving or os.environ.get("STATION_PREVIEW", "0") not in ("", "0")

    @property
    def online(self) -> bool:
        """Whether text may be sent to an online voice: if the station says so, never to preview.

        `serve` only looks up what is cached, so there it sends nothing.
        """
        return self.written.settings.station.online_voices and (self.serving or not self.preview)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody is only looking; speak UTF-8, even into a pipe on Windows."""
        self.serving = command == "serve"
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="replace")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch the station's settings and lexicon, too; make the kits that are asked for."""
        server.watch(str(self.root / "audio"))
        server.set_app(on_demand(server.serve_request, lambda: self.kits, server.mount_path))
        return server

    @event_priority(100)  # the search takes its settings in its own
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything that staff wrote; on any error stop before the old site is touched."""
        make_search_whole(config)
        self.root = Path(config.config_file_path or ".").resolve().parent
        self.address = self._written_address(config)
        self.items = {}
        self.written, self.problems = _read(self.root)
        self.store = Store(self.root / self.config.cache_dir)
        if not self.serving:
            remember(self.written.library.explainers, self.store)
        if self.preview and not self.serving and self._is_public_folder(config):
            config.site_dir = str(self.root / "preview")
        config.theme.dirs.insert(0, str(TEMPLATES))
        station = self.written.settings.station
        config.copyright = html.escape(f"{station.name}, {station.commune}")
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
        airing = self.written.airing
        self.problems += [*self.store.problems, *(p for item in items for p in item.told)]
        self.problems += airing.recordings.problems
        self.problems += station_problems(items)
        self.problems += unused(airing.recordings, self.items, airing.voices.recorded)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Publish what the library read, what is made of it, and nothing else in the folder."""
        self.build = Publication(
            self.written,
            self.items,
            _site(config),
            self.store,
            Archive(self.root, self.store),
            self.preview,
            self.serving,
            self.online,
        )
        files = arrange(files, config, self.written.library, preview=self.preview)
        for file in self.build.files(config):
            files.append(file)
        self.kits = {file.dest_uri: file for file in files if isinstance(file, KitFile)}
        for file in files.documentation_pages():
            file.url = file.dest_uri
            if isinstance(page := file.page, RenderedPage):
                page.wording = self.written.wordings.of(page.tag, unchecked=page.unchecked)
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The terms of a text lead to what they mean."""
        if not isinstance(page, TextPage):
            return html
        return self.build.terms.with_links(html, page.tag, page.file.dest_uri)

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
        settings = self.written.settings
        env.globals["registry"] = settings.languages
        env.globals["vietnamese"] = settings.languages[VIETNAMESE]
        env.globals["station"] = settings.station
        env.globals["glossary_url"] = self.build.terms.address
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
        context.update(context_of(page, self.build))  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say which language each part of the page is in."""
        if not isinstance(page, RenderedPage):
            return output
        return with_languages(with_figures_in_order(output, page.wording), page.wording)

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


def _read(root: Path) -> tuple[Written, list[Problem]]:
    """What staff wrote, and what is wrong with it; stops where nothing may be built of it."""
    written, problems = read_written(root, _day())
    left_out = written.library.left_out if written else ()
    if written is None or errors(problems):
        raise _stopped([*problems, *left_out])
    return written, [*problems, *left_out]


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
