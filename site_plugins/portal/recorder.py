"""The recording page: the scripts that an announcer may read, and where their sentences lie."""

from dataclasses import dataclass

from site_plugins.broadcast.items import Item
from site_plugins.policy.station import VIETNAMESE, Settings
from site_plugins.portal.urls import download_uri, page_uri, unapproved_script_uri
from site_plugins.portal.views import Items


@dataclass(frozen=True)
class RecorderEntry:
    """One script to record.

    `script_url` is its plain text, one sentence a line; `waits` says what its text waits for, and
    is "" once it may be aired.
    """

    slug: str
    language: str
    language_name: str
    title: str
    url: str
    script_url: str
    waits: str


def recorder_view(items: Items, settings: Settings, *, preview: bool) -> list[RecorderEntry]:
    """Every script that may be downloaded; in a preview those that wait, too.

    Vietnamese comes last: machines read it, the others wait for people.
    """
    entries = [
        _entry(item, settings)
        for item in items.values()
        if item.downloadable or (preview and item.script is not None)
    ]
    return sorted(entries, key=lambda e: (e.language == VIETNAMESE, e.language_name))


def _entry(item: Item, settings: Settings) -> RecorderEntry:
    language = settings.languages[item.text.language]
    return RecorderEntry(
        *item.key,
        language.name,
        item.text.meta.title,
        page_uri(*item.key),
        download_uri(*item.key, "txt") if item.downloadable else unapproved_script_uri(*item.key),
        "" if item.downloadable else item.outcome.value,
    )
