"""The desk's list of recordings: what has to be read, or read again, and the lines that bind it."""

from dataclasses import dataclass

from site_plugins.broadcast.casting import Match
from site_plugins.broadcast.items import Item
from site_plugins.broadcast.recorded_texts import sheet_path, sheet_to_paste
from site_plugins.policy.station import Settings
from site_plugins.portal.urls import recorder_uri
from site_plugins.portal.views import Items


@dataclass(frozen=True)
class RecordingEntry:
    """An approved text whose recording is not in order, or that only a person can read.

    `missing` are the sentences that no recording holds as they stand now; `sheet` is the side
    file, to lie at `sheet_path`, of a reading of the whole text as it stands.
    """

    title: str
    language: str
    full_tag: str
    state: str
    missing: tuple[str, ...]
    sheet_path: str
    sheet: str
    recorder_url: str


def recording_entries(settings: Settings, items: Items) -> list[RecordingEntry]:
    """First those with a recording that is not used."""
    waiting = [item for item in items.values() if _waits(item)]
    waiting.sort(key=lambda item: item.cast.match is Match.NONE)
    return [_entry(settings, item) for item in waiting]


def _waits(item: Item) -> bool:
    if not item.downloadable or item.cast.match is Match.READY:
        return False
    return item.cast.match is not Match.NONE or not item.cast.takes


def _entry(settings: Settings, item: Item) -> RecordingEntry:
    language = settings.languages[item.text.language]
    return RecordingEntry(
        item.text.meta.title,
        language.name,
        language.full_tag,
        item.cast.match.value,
        item.cast.missing,
        sheet_path(*item.key),
        sheet_to_paste(item, item.explainer.day),
        recorder_uri(*item.key),
    )
