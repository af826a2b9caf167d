"""What each kind of page gives its template."""

from collections.abc import Callable
from typing import Any

from mkdocs.structure.pages import Page

from site_plugins.portal.coverage_pages import CoveragePage, DifferencePage
from site_plugins.portal.desk import approved_entries, desk_entries
from site_plugins.portal.desk_recordings import recording_entries
from site_plugins.portal.glossary_pages import GlossaryPage
from site_plugins.portal.language_pages import LanguagePage, switcher
from site_plugins.portal.page_head import page_head
from site_plugins.portal.pages import ReadingPage, RecorderPage, RenderedPage, TextPage
from site_plugins.portal.preview import preview_view
from site_plugins.portal.publication import Publication
from site_plugins.portal.recorder import recorder_view
from site_plugins.portal.urls import COVERAGE, DESK, page_uri, recorder_uri
from site_plugins.portal.views import card, text_view, wanted


def context_of(page: Page, build: Publication) -> dict[str, Any]:
    """The values for the template of one page."""
    head = page_head(page, build.site, build.written.settings, build.indexes.versions)
    if not isinstance(page, RenderedPage):
        return {"head": head}
    own = next((values for kind, values in _KINDS if isinstance(page, kind)), _plain)
    return {"head": head, "wording": page.wording, **own(page, build)}


def _text(page: TextPage, build: Publication) -> dict[str, Any]:
    settings, voices = build.written.settings, build.written.airing.voices
    voice = voices.voice_for(page.text.language, online_allowed=build.online)
    has_voice = voice is not None
    return {
        "view": text_view(page.explainer, page.text, settings, build.items, has_voice=has_voice),
        "wanted": wanted(page.explainer, settings, build.kits),
        "coverage_url": COVERAGE,
    }


def _reading(page: ReadingPage, build: Publication) -> dict[str, Any]:
    settings, item = build.written.settings, page.item
    return {
        "view": preview_view(item, page.script, settings.station),
        "item": item,
        "text_url": page_uri(*item.key),
        "desk_url": DESK,
        "recorder_url": recorder_uri(*item.key),
        "language": settings.languages[item.text.language],
    }


def _recorder(_page: RecorderPage, build: Publication) -> dict[str, Any]:
    entries = recorder_view(build.items, build.written.settings, preview=build.preview)
    return {"entries": entries}


def _made(
    page: LanguagePage | CoveragePage | DifferencePage | GlossaryPage, _build: Publication
) -> dict[str, Any]:
    return page.context()


def _plain(page: RenderedPage, build: Publication) -> dict[str, Any]:
    if page.file.dest_uri == DESK:
        return _desk(build)
    if page.meta.get("template") in ("section.html", "home.html"):
        cards = [card(explainer, build.items) for explainer in build.indexes.published]
        return {"cards": cards, **switcher(build.indexes)}
    return {}


def _desk(build: Publication) -> dict[str, Any]:
    settings, items = build.written.settings, build.items
    return {
        "entries": desk_entries(build.written.library, settings, items),
        "recordings": recording_entries(settings, items),
        "approved": approved_entries(settings, items, build.store),
    }


_KINDS: tuple[tuple[Any, Callable[[Any, Publication], dict[str, Any]]], ...] = (
    (TextPage, _text),
    (ReadingPage, _reading),
    (RecorderPage, _recorder),
    (LanguagePage | CoveragePage | DifferencePage | GlossaryPage, _made),
)
"""A kind of page → what its template is given; all others are plain pages."""
