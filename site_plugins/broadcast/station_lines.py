"""The station's own spoken lines, held against the audit before anything is built.

They stand around every clip: one slip in them would silence the whole station.
"""

from collections.abc import Iterator

from site_plugins.policy.station import STATION, VIETNAMESE, Station
from site_plugins.problems import Problem, Severity
from site_plugins.spoken.lexicon import Lexicon
from site_plugins.spoken.model import Style
from site_plugins.spoken.reader import read_aloud


def style_of(station: Station) -> Style:
    """The station's way of reading, as the spoken room takes it."""
    return Style(**station.reading.model_dump())


def station_faults(source: str, station: Station, lexicon: Lexicon) -> list[Problem]:
    """What of the Vietnamese lines cannot be read aloud; `source` is the file that holds them."""
    style = style_of(station)
    return [
        problem for line in _lines(station) for problem in _faults(source, line, style, lexicon)
    ]


def _lines(station: Station) -> Iterator[str]:
    warning = station.draft_warning.get(VIETNAMESE)
    around = (station.announcement.get(VIETNAMESE), station.sign_off.get(VIETNAMESE))
    yield from (line for line in around if line)
    if VIETNAMESE in station.not_yet:
        yield station.not_yet[VIETNAMESE].replace("{ngày}", "")
    yield from (warning.opening, warning.closing) if warning else ()


def _faults(source: str, line: str, style: Style, lexicon: Lexicon) -> Iterator[Problem]:
    place = _place(source, line)
    reading = read_aloud(line, station=style, lexicon=lexicon)
    if not any(c.isalpha() for c in reading.spoken):
        message = f"câu «{line}» không có chữ nào để đọc"
        yield Problem(STATION, *place, Severity.ERROR, message, "hãy viết thành câu")
    for found in reading.problems:
        message = f"{found.message}, trong câu «{line}»"
        yield Problem(STATION, *place, found.severity, message, found.hint)


def _place(source: str, line: str) -> tuple[int, int]:
    """Where a line begins in the file: by its first words, since YAML may fold the rest."""
    at = source.find(" ".join(line.split()[:3]))
    if at < 0:
        return 0, 0
    return source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)
