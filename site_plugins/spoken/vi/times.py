"""Hours of the day and ranges of hours."""

import re

from site_plugins.spoken.context import after, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.dates import DAY, MONTH, date_words, is_possible
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import cardinal
from site_plugins.spoken.vi.years import TO, YEAR

_H = r"(?:2[0-4]|[01]?[0-9])"
_MM = r"[0-5][0-9]"
_RATIO = "tỷ lệ|tỉ lệ|tỷ số|tỉ số"
_HALF = r"(?P<half>[aApP])\.?\s?[mM](?:\.(?!\w)|(?!\w))"
_LASTS = (
    "trong|trong vòng|trong khoảng|mất|mất khoảng|kéo dài|khoảng|sau|sau khoảng|mỗi|cách|cứ|"
    "dài|hơn|gần"
)
_AT = "lúc|hồi|vào lúc|khoảng lúc|từ lúc"
_OF_DAY = re.compile(r"\s(?:sáng|trưa|chiều|tối|đêm|ngày|hằng|hàng|hôm|cùng)(?!\w)")

_AHEAD = re.compile(r"\s(?:tới|tiếp theo|liền|qua)(?!\w)")
_PARTS_OF_DAY = "vào|khung giờ|giờ|buổi|sáng|trưa|chiều|tối|đêm|mở cửa|thời gian"
_ENDS = re.compile(r"\s?(?:[,.;)]|\Z|(?:tại|ở)(?!\w))")


def hour_words(hour: str, minute: str | None, manner: Manner, second: str | None = None) -> str:
    """7:30:05 «bảy giờ ba mươi phút năm giây»; a zero at the end is not said."""
    parts = ((hour, "giờ"), (minute or "0", "phút"), (second or "0", "giây"))
    said = [f"{cardinal(int(n), manner.style)} {unit}" for n, unit in parts if int(n)]
    return " ".join(said) if int(hour) else " ".join([f"{cardinal(0, manner.style)} giờ", *said])


def _clock(match: re.Match[str], manner: Manner) -> str | None:
    if follows(match, _RATIO):
        return None
    return hour_words(match["h"], match["m"], manner, match.groupdict().get("s"))


def _running(match: re.Match[str], manner: Manner) -> str:
    """00:45 giây, «dài 4:05 phút» run in minutes; «lúc 8:30 phút» is an hour of the day."""
    lasts = match["unit"] == "giây" or int(match["m"]) > 24 or follows(match, _LASTS)
    if not lasts:
        return hour_words(match["m"], match["s"], manner)
    minutes, seconds = (cardinal(int(match[part]), manner.style) for part in "ms")
    return f"{minutes} phút {seconds} giây"


def _g_hour(match: re.Match[str], manner: Manner) -> str | None:
    """«lúc 14g»; elsewhere g are grams."""
    known = follows(match, _AT) or _OF_DAY.match(after(match))
    return hour_words(match["h"], None, manner) if known else None


def _range(match: re.Match[str], manner: Manner) -> str | None:
    """7–9h: both hours are said; «2–3 giờ» without a word of time is a duration."""
    if match["unit"] == "giờ" and not follows(match, "từ|lúc|vào|khung giờ|buổi|sáng|chiều|tối"):
        return None
    if _is_duration(match) or _is_in_grams(match):
        return None
    first = hour_words(match["h1"], match["m1"], manner)
    return f"{first} đến {hour_words(match['h'], match['m'], manner)}"


def _is_duration(match: re.Match[str]) -> bool:
    """«mất 2-3h», «3-6h tới» are no times of the day; «khoảng 7-9h sáng» is."""
    in_hours = not match["m1"] and not match["m"]
    if in_hours and _AHEAD.match(after(match)):
        return True
    return in_hours and follows(match, _LASTS) and not _OF_DAY.match(after(match))


def _is_in_grams(match: re.Match[str]) -> bool:
    """«bón 15-20g/gốc»; «từ 7g-11g tại hội trường» are hours."""
    if match["unit"].lower() != "g" or match["m1"] or match["m"]:
        return False
    if follows(match, f"{_AT}|{_PARTS_OF_DAY}") or _OF_DAY.match(after(match)):
        return False
    return not (follows(match, "từ") and (match["g1"] or _ENDS.match(after(match))))


def _half_day(match: re.Match[str], manner: Manner) -> str | None:
    """7:30 p.m.: «bảy giờ ba mươi phút tối»."""
    hour = int(match["h"])
    if not 1 <= hour <= 12:
        return None
    said = hour_words(match["h"], match["m"], manner)
    return f"{said} {_part_of_day(hour % 12, match['half'].lower())}"


def _part_of_day(hour: int, half: str) -> str:
    if half == "a":
        return "sáng" if hour else "đêm"
    return "trưa" if hour == 0 else "chiều" if hour < 6 else "tối"


def _zone(match: re.Match[str], manner: Manner) -> str:
    """GMT+7: «gờ em mờ tê cộng bảy»."""
    sign = "cộng" if match["sign"] == "+" else "trừ"
    said = f"{spelled(match['zone'])} {sign} {cardinal(int(match['h']), manner.style)}"
    minutes = int(match["m"] or 0)
    return f"{said} giờ {cardinal(minutes, manner.style)} phút" if minutes else said


def _hour_of_day(match: re.Match[str], manner: Manner) -> str | None:
    """18h/14/11: the hour, and the day after a slash."""
    if not is_possible(match["d"], match["mon"], match["y"]):
        return None
    day = date_words(match["d"], match["mon"], match["y"], manner)
    return f"{hour_words(match['h'], match['m'], manner)} ngày {day}"


RULES = (
    rule(
        "times.hour_of_day",
        "figure",
        rf"(?P<h>{_H})\s?[hH](?P<m>{_MM})?\s?/\s?(?:ngày )?(?P<d>{DAY})/(?P<mon>{MONTH})"
        rf"(?:/(?P<y>{YEAR}))?(?![0-9/])",
        _hour_of_day,
    ),
    rule(
        "times.half_day",
        "figure",
        rf"(?P<h>[01]?[0-9])(?:[:.hH](?P<m>{_MM}))?\s?{_HALF}",
        _half_day,
    ),
    rule(
        "times.range",
        "figure",
        rf"(?P<h1>{_H})(?:\s?(?P<g1>[hHgG]|giờ)\s?(?P<m1>{_MM})?)?(?:'|\s?phút)?{TO}"
        rf"(?P<h>{_H})\s?(?P<unit>[hHgG](?![A-Za-zÀ-ỹ])|giờ)(?:\s?(?P<m>{_MM})(?![0-9])(?:'|\s?phút)?)?"
        r"(?!\w)",
        _range,
    ),
    rule(
        "times.hour",
        "figure",
        rf"(?P<h>{_H})(?:\s?[hHgG]|\s?h\s(?![0-9]{{2}}/[0-9]))(?P<m>{_MM})(?:'|\s?(?:phút|ph|p)(?!\w)|(?![\w.,]*\w))",
        _clock,
    ),
    rule(
        "times.hour",
        "figure",
        rf"(?P<h>{_H})\s?giờ\s(?P<m>00)(?:\s?phút(?!\w)|(?![\w.,]*\w))",
        _clock,
    ),
    rule("times.hour", "figure", rf"(?P<h>{_H})h(?P<m>[0-9])(?:'|(?!\w))", _clock),
    rule("times.full_hour", "figure", rf"(?P<h>{_H})\s?[hH](?P<m>)(?![\w/])", _clock),
    rule("times.full_hour", "figure", rf"(?P<h>{_H})[gG](?P<m>)(?![\w/])", _g_hour),
    rule(
        "times.running",
        "figure",
        rf"(?P<m>[0-9]{{1,2}}):(?P<s>{_MM})\s?(?P<unit>phút|giây)(?!\w)",
        _running,
    ),
    rule(
        "times.clock",
        "figure",
        rf"(?P<h>{_H}):(?P<m>{_MM})(?::(?P<s>{_MM}))?(?:\s?(?:h|giờ)(?!\w))?(?![0-9:])",
        _clock,
    ),
    rule(
        "times.zone",
        "word",
        r"(?P<zone>GMT|UTC)\s?(?P<sign>[-+–−])\s?(?P<h>[0-9]{1,2})(?::(?P<m>[0-9]{2}))?(?![0-9])",
        _zone,
    ),
)
