"""Hours of the day and ranges of hours."""

import re

from site_plugins.spoken.context import follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import cardinal

_H = r"(?:2[0-4]|[01]?[0-9])"
_MM = r"[0-5][0-9]"
_TO = r"\s{0,2}[-–]\s{0,2}"


def _time(hour: str, minute: str | None, manner: Manner) -> str:
    said = f"{cardinal(int(hour), manner.style)} giờ"
    minutes = int(minute or 0)
    return f"{said} {cardinal(minutes, manner.style)} phút" if minutes else said


def _clock(match: re.Match[str], manner: Manner) -> str | None:
    if follows(match, "tỷ lệ|tỉ lệ|tỷ số|tỉ số"):
        return None
    return _time(match["h"], match["m"], manner)


def _range(match: re.Match[str], manner: Manner) -> str | None:
    """7–9h: both hours are said; «2–3 giờ» without a word of time is a duration."""
    if match["unit"] == "giờ" and not follows(match, "từ|lúc|vào|khung giờ|buổi|sáng|chiều|tối"):
        return None
    first = _time(match["h1"], match["m1"], manner)
    return f"{first} đến {_time(match['h'], match['m'], manner)}"


RULES = (
    rule(
        "times.range",
        "figure",
        rf"(?P<h1>{_H})(?:\s?(?:[hHgG]|giờ)\s?(?P<m1>{_MM})?)?{_TO}"
        rf"(?P<h>{_H})\s?(?P<unit>[hHgG](?![A-Za-zÀ-ỹ])|giờ)(?:\s?(?P<m>{_MM})(?![0-9]))?(?!\w)",
        _range,
    ),
    rule(
        "times.hour",
        "figure",
        rf"(?P<h>{_H})\s?[hHgG](?P<m>{_MM})(?:'|\s?(?:phút|p)(?!\w)|(?!\w))",
        _clock,
    ),
    rule("times.full_hour", "figure", rf"(?P<h>{_H})[hH](?P<m>)(?!\w)", _clock),
    rule("times.clock", "figure", rf"(?P<h>{_H}):(?P<m>{_MM})(?::00)?(?![0-9:])", _clock),
)
