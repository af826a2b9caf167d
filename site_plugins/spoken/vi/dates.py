"""Days with their month, with or without a year. An impossible day (31/4) is left for the audit."""

import calendar
import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.day_or_part import NAMES_DAY, in_place_name, is_day, is_news
from site_plugins.spoken.vi.numbers import cardinal
from site_plugins.spoken.vi.years import YEAR, spoken_year

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
FULL_DATE = rf"{DAY}(?:\s?/\s?{MONTH}\s?/\s?|-{MONTH}-|\.{MONTH}\.){YEAR}"
_LEAP = 2000
_EARLY_NAMED = "mùng|mồng"
_HOLIDAYS = r"lễ|dịp|mừng|kỷ niệm|quốc khánh|quốc tế (?:thiếu nhi|lao động|phụ nữ)"
_WEEKDAYS = r"(?:thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật|cn),?"
_SOME_DAYS = r"(?:các|những|hai|ba|bốn|[0-9]|mỗi|một|hằng|hàng) ngày"
_COUNTED = re.compile(
    r"\s?(?:lần|viên|gói|giờ|h|tiếng|bữa|buổi|lít|ly|cốc|con|suất|chuyến|kg|km|triệu|nghìn|người|ca|"
    r"lượt|tuổi|tháng|năm|ml|%|(?:hằng|hàng|mỗi) tháng|âm lịch)(?!\w)"
)
_TO_ANOTHER = re.compile(rf"\s(?:đến|tới)\s(?:hết )?(?:ngày )?{DAY}[-.]{MONTH}(?![0-9])")
_FROM_ANOTHER = re.compile(r"(?<!\w)từ ([0-9]{1,2})-([0-9]{1,2}) (?:đến|tới) (?:hết )?\Z")
_AFTER_ANOTHER = (
    rf"(?:{_HOLIDAYS}|{NAMES_DAY}) (?:{DAY}[-.]{MONTH}(?:,| và) ){{0,5}}"
    rf"{DAY}[-.]{MONTH}(?: và| đến| tới|,)"
)
_BEFORE_ANOTHER = re.compile(rf"(?:,| và) {DAY}[-.]{MONTH}(?![0-9])")


def month(number: str, manner: Manner) -> str:
    """Tháng 4 is «tư», never «bốn»."""
    return "tư" if int(number) == 4 else cardinal(int(number), manner.style)


def is_possible(day: str, mon: str, year: str | None = None) -> bool:
    """Is there such a day? Without a year, 29/2 is one."""
    known = int(year) if year and len(year) == 4 else _LEAP
    return 1 <= int(mon) <= 12 and 1 <= int(day) <= calendar.monthrange(known, int(mon))[1]


def date_words(day: str | None, mon: str | None, year: str | None, manner: Manner) -> str:
    """The parts that are there, each with its word but the day."""
    parts = [cardinal(int(day), manner.style)] if day else []
    parts += [f"tháng {month(mon, manner)}"] if mon else []
    parts += [f"năm {spoken_year(year, manner)}"] if year else []
    return " ".join(parts)


def early(day: str, match: re.Match[str], manner: Manner) -> str:
    """«mùng » before days 1 to 10 where the station says so and the text does not."""
    wanted = manner.style.first_days == "mùng" and int(day) <= 10
    return "mùng " if wanted and not follows(match, _EARLY_NAMED) else ""


def opening(day: str, match: re.Match[str], manner: Manner) -> str:
    """What is said before the day: «ngày», unless that is said or the day is a street's name."""
    if in_place_name(match):
        return ""
    return ("" if follows(match, NAMES_DAY) else "ngày ") + early(day, match, manner)


def _said(match: re.Match[str], manner: Manner, year: str | None = None) -> str:
    day = match["d"]
    return opening(day, match, manner) + date_words(day, match["m"], year, manner)


def _date(match: re.Match[str], manner: Manner) -> str | None:
    if match["s"].strip() != match["s2"].strip():
        return None
    if is_possible(match["d"], match["m"], match["y"]):
        return _said(match, manner, match["y"])
    sure = "/" in match["s"] or follows(match, NAMES_DAY)
    return match[0] if sure else None


def _short_year(match: re.Match[str], manner: Manner) -> str | None:
    """01/7/25; with dots or dashes only after a word that names a day."""
    sure = match["s"] == "/" or follows(match, NAMES_DAY)
    if not sure or not is_possible(match["d"], match["m"]):
        return None
    return _said(match, manner, match["y"])


def _day_month(match: re.Match[str], manner: Manner) -> str | None:
    """30/4 is a day; 31/4 would be one, so it is nothing else; 1/3 is what its neighbours say.

    «lúc 12/12» may be an hour or a day: nobody knows.
    """
    if follows(match, "lúc|hồi"):
        return match[0]
    day, mon = int(match["d"]), int(match["m"])
    if is_possible(match["d"], match["m"]):
        return _said(match, manner) if is_day(match, day, mon) else None
    is_meant = follows(match, NAMES_DAY) if mon > 12 else 28 < day < 32 and mon > 0
    return match[0] if is_meant and (day, mon) != (24, 24) else None


def _dashed(match: re.Match[str], manner: Manner) -> str | None:
    """«ngày 20-11», «dịp 30-4 và 1-5»; «từ ngày 5-10» may be one day or six, so nobody says it."""
    if not is_possible(match["d"], match["m"]) or _COUNTED.match(after(match)):
        return None
    if follows(match, f"{_HOLIDAYS}|{_WEEKDAYS}") or _is_one_of_two(match):
        return _said(match, manner)
    many = follows(match, "(?:các|những) ngày") or _BEFORE_ANOTHER.match(after(match))
    if many and follows(match, NAMES_DAY):
        return _said(match, manner) if int(match["d"]) > int(match["m"]) else None
    tight = len(match["s"]) == 1 or int(match["d"]) > int(match["m"])
    if not tight or not (follows(match, NAMES_DAY) or is_news(match)) or follows(match, _SOME_DAYS):
        return None
    falls = int(match["d"]) > int(match["m"]) or "0" in {match["d"][0], match["m"][0]}
    is_clear = (
        falls
        or match["s"] == "."
        or not follows(match, "từ ngày")
        or _TO_ANOTHER.match(after(match))
    )
    return _said(match, manner) if is_clear else match[0]


def _is_one_of_two(match: re.Match[str]) -> bool:
    """«từ 15-7 đến 20-8», where the first can be no range, and «ngày 30.4 và 1.5»."""
    first = _FROM_ANOTHER.search(before(match))
    if first or (follows(match, "từ|kể từ") and _TO_ANOTHER.match(after(match))):
        day, mon = first.groups() if first else (match["d"], match["m"])
        return match["s"] == "-" and int(day) > int(mon)
    return follows(match, _AFTER_ANOTHER)


def _day(match: re.Match[str], manner: Manner) -> str | None:
    """«ngày 5 tháng 6» where the station calls the first days mùng."""
    said = early(match["d"], match, manner)
    if not said or not follows(match, "ngày") or follows(match, _SOME_DAYS):
        return None
    return said + cardinal(int(match["d"]), manner.style)


_S = r"(?:\s?/\s?|\s?[-–]\s?|\.\s?)"
RULES = (
    rule(
        "dates.date",
        "figure",
        rf"(?P<y>{YEAR})(?P<s>[-/.])(?P<m>[0-9]{{1,2}})(?P<s2>[-/.])(?P<d>[0-9]{{1,2}})(?![0-9-])",
        _date,
    ),
    rule(
        "dates.date",
        "figure",
        rf"(?P<d>[0-9]{{1,2}})(?P<s>{_S})(?P<m>[0-9]{{1,2}})(?P<s2>{_S})(?P<y>{YEAR})(?![0-9])",
        _date,
    ),
    rule(
        "dates.date",
        "figure",
        rf"(?P<d>{DAY})(?P<s>[-/.])(?P<m>{MONTH})(?P=s)'?(?P<y>[0-9]{{2}})(?![0-9]|[-/.][0-9A-ZĐ])",
        _short_year,
    ),
    rule(
        "dates.day_month",
        "figure",
        r"(?P<d>[0-9]{1,2})\s?/\s?(?P<m>[0-9]{1,2})(?![0-9/]|,[0-9]{1,3}(?![0-9/]))",
        _day_month,
    ),
    rule(
        "dates.day_month",
        "figure",
        rf"(?P<d>{DAY})(?P<s>\s?[-–]\s?|\.)(?P<m>{MONTH})(?![0-9/]|[-.,][0-9])",
        _dashed,
    ),
    rule(
        "dates.day",
        "figure",
        r"(?P<d>0?[1-9]|10)(?=\s(?:tháng|đến|tới|hằng|hàng|âm lịch|và|Tết|tết)(?!\w)|"
        r"[,.;:)](?![0-9])|\Z)",
        _day,
    ),
)
