"""The head of each kind of citizens' page."""

import html

from mkdocs.structure.pages import Page

from site_plugins.policy.station import VIETNAMESE, Settings
from site_plugins.portal.head import Head, Site, Version, text_versions
from site_plugins.portal.language_pages import LanguagePage
from site_plugins.portal.pages import TextPage
from site_plugins.portal.urls import language_index_uri

_HOME = "index.html"


def page_head(
    page: Page, site: Site, settings: Settings, indexes: tuple[Version, ...]
) -> Head | None:
    """The head of a page, None for those of staff; `indexes` are those of all languages."""
    versions = _versions(page, settings, indexes)
    if not versions:
        return None
    return Head(
        site,
        # Both were escaped for Material, which prints them as they stand.
        html.unescape(page.title or site.name),
        html.unescape(page.meta.get("description", "")),
        "article" if isinstance(page, TextPage) else "website",
        versions,
        [version.uri for version in versions].index(page.file.dest_uri),
    )


def _versions(page: Page, settings: Settings, indexes: tuple[Version, ...]) -> tuple[Version, ...]:
    if isinstance(page, TextPage):
        return text_versions(page.explainer, settings.languages)
    if isinstance(page, LanguagePage) or page.file.dest_uri == language_index_uri(VIETNAMESE):
        return indexes
    if page.file.dest_uri == _HOME:
        return (Version(VIETNAMESE, settings.languages[VIETNAMESE], _HOME),)
    return ()
