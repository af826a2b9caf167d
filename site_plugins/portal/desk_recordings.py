"""The desk's list of recordings: what has to be read, or read again, and the lines that bind it."""

from dataclasses import dataclass

from site_plugins.broadcast.casting import Match
from site_plugins.broadcast.items import Item
from site_plugins.broadcast.recorded_texts import (
    StationLines,
    lines_to_read,
    sheet_path,
    sheet_to_paste,
    unsaid_lines,
)
from site_plugins.policy.station import Settings
from site_plugins.portal.urls import recorder_uri
from site_plugins.portal.views import Items
from site_plugins.problems import errors
from site_plugins.voice.recording_file import sheet_lines
from site_plugins.voice.recordings import STATION_LINES


@dataclass(frozen=True)
class RecordingEntry:
    """A text whose recording is not in order, or an approved one that only a person can read.

    `missing` are the sentences that no recording holds as they stand now; `lines` is all that has
    to be read, in order, and `sheet` the side file of such a reading, to lie at `sheet_path`.
    The station's own lines have no `recorder_url`: they belong to no script.
    """

    title: str
    language: str
    full_tag: str
    state: str
    missing: tuple[str, ...]
    lines: tuple[str, ...]
    sheet_path: str
    sheet: str
    recorder_url: str


def recording_entries(settings: Settings, items: Items) -> list[RecordingEntry]:
    """First those with a recording that is not used, last the station's own lines."""
    waiting = [item for item in items.values() if _waits(item)]
    waiting.sort(key=lambda item: item.cast.match is Match.NONE)
    texts = [_entry(settings, item) for item in waiting]
    return [*texts, *(_station_entry(settings, lines) for lines in unsaid_lines(items.values()))]


def _waits(item: Item) -> bool:
    if item.cast.match is Match.NONE:
        return item.downloadable and not item.cast.takes
    if item.cast.match is Match.READY:
        return item.downloadable and bool(errors(item.problems))
    return item.downloadable or item.waits_for_people


def _state(item: Item) -> str:
    """How its recording stands; one that fits the words and is no use says why."""
    refusals = errors(item.problems) if item.cast.match is Match.READY else []
    state = refusals[0].message if refusals else item.cast.match.value
    return f"{state}; bài {item.outcome}, đợi xong hãy ghi" if item.waits_for_people else state


def _entry(settings: Settings, item: Item) -> RecordingEntry:
    language = settings.languages[item.text.language]
    return RecordingEntry(
        item.text.meta.title,
        language.name,
        language.full_tag,
        _state(item),
        item.cast.missing,
        lines_to_read(item),
        sheet_path(*item.key),
        sheet_to_paste(item, item.explainer.day),
        recorder_uri(*item.key),
    )


def _station_entry(settings: Settings, station: StationLines) -> RecordingEntry:
    language = settings.languages[station.language]
    return RecordingEntry(
        "Lời chung của đài",
        language.name,
        language.full_tag,
        "chưa có ai đọc nên bị bỏ",
        station.unsaid,
        station.lines,
        sheet_path(STATION_LINES, station.language),
        sheet_lines(station.lines, station.on),
        "",
    )
