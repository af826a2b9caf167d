"""From day to day, and lists of days of one month."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.dates import DAY, MONTH, date_words, early, is_possible, opening
from site_plugins.spoken.vi.day_or_part import DAY_WORDS, NAMES_DAY, are_parts
from site_plugins.spoken.vi.years import TO, YEAR

_PARTS = re.compile(r"\s(?:số|tổng|diện tích|dân số|thành viên|đại biểu|hộ|triệu|tỷ)(?!\w)")
# «Tuần 1 (2-8/9)»
_WEEK = r"tuần(?: (?:lễ|thứ|này|sau|tới|[0-9]{1,2})){0,2}(?: ?\()?"
_NUMBERED = re.compile(
    r"[0-9IVX]|(?<!\w)(?:nhất|hai|ba|tư|năm|sáu|bảy|giêng|chạp)(?!\w)", re.IGNORECASE
)
_SAME = re.compile(
    r"(?<!\w)(?P<word>ngày|tháng|quý|năm|thứ)\s[\w/.,]{1,12}(?:\s\w{1,4})?\s?\Z", re.IGNORECASE
)


def _range(match: re.Match[str], manner: Manner) -> str | None:
    """15/9 - 20/9/2025; 15-20/9 where it cannot be a score or a share."""
    if _is_of_shares(match):
        return None
    whole = match["m1"] or match["y"]
    falls = int(match["d"]) > int(match["m"]) and not _PARTS.match(after(match))
    if not (whole or falls or follows(match, rf"{DAY_WORDS}|từ|trong|vào|{_WEEK}")):
        return None
    if not _ascends(match):
        return match[0]
    first = date_words(match["d1"], match["m1"], match["y1"], manner)
    last = date_words(match["d"], match["m"], match["y"], manner)
    to = f"đến ngày {early(match['d'], match, manner)}"
    return f"{opening(match['d1'], match, manner)}{first} {to}{last}"


def _is_of_shares(match: re.Match[str]) -> bool:
    if match["y"] or not match["m1"] or follows(match, DAY_WORDS):
        return False
    pairs = ((match["d1"], match["m1"]), (match["d"], match["m"]))
    first, last = ((int(top), int(bottom)) for top, bottom in pairs)
    return are_parts(match, first, last)


def _ascends(match: re.Match[str]) -> bool:
    """Both are days, and the second comes later; over New Year its month is smaller."""
    first = match["d1"], match["m1"] or match["m"], match["y1"]
    if not (is_possible(*first) and is_possible(match["d"], match["m"], match["y"])):
        return False
    return bool(match["m1"]) or int(match["d1"]) < int(match["d"])


def _days(match: re.Match[str], manner: Manner) -> str | None:
    """«ngày 1, 2 và 3/9»: days of one month."""
    if not follows(match, f"{NAMES_DAY}|từ|nghỉ|dịp|lễ") or not is_possible(match["d"], match["m"]):
        return None
    said = re.sub(r"[0-9]+", lambda day: _one(day[0], match, manner), match["list"])
    said = re.sub(r"\s?[+&]\s?", " và ", said)
    word = "" if follows(match, NAMES_DAY) else "ngày "
    last = date_words(match["d"], match["m"], match["y"], manner)
    return f"{word}{said}{early(match['d'], match, manner)}{last}"


def _one(day: str, match: re.Match[str], manner: Manner) -> str:
    return early(day, match, manner) + date_words(day, None, None, manner)


def _days_of_month(match: re.Match[str], manner: Manner) -> str | None:
    """«từ ngày 12-15 tháng 6», «ngày 1-5 hằng tháng»."""
    if not follows(match, "ngày") or int(match["d1"]) >= int(match["d"]):
        return None
    first, last = (_one(match[day], match, manner) for day in ("d1", "d"))
    return f"{first} đến ngày {last}"


def _first_day(match: re.Match[str], manner: Manner) -> str | None:
    """«từ 15 đến 20/5»: the first is a day too."""
    if not follows(match, "từ") or not is_possible(match["d"], match["m"]):
        return None
    is_date = match["y"] or int(match["d"]) > int(match["m"])
    return f"ngày {_one(match['d1'], match, manner)}" if is_date else None


def _to(match: re.Match[str], _manner: Manner) -> str | None:
    """A dash between two of a kind: «tháng 6/2025 - tháng 12/2025», «thứ hai - chủ nhật»."""
    left = _SAME.search(before(match))
    if left is None or not _NUMBERED.search(left[0]):
        return None
    again = re.match(rf"\s?(?:hết )?(?:{left['word']}\s|chủ nhật)", after(match), re.IGNORECASE)
    return "đến" if again else None


_SHORT = rf"(?P<d1>{DAY})(?:\s?/\s?(?P<m1>{MONTH})(?:\s?/\s?(?P<y1>{YEAR}))?)?"
RULES = (
    rule(
        "dates.range",
        "figure",
        rf"{_SHORT}{TO}(?P<d>{DAY})\s?/\s?(?P<m>{MONTH})(?:\s?/\s?(?P<y>{YEAR}))?"
        r"(?![0-9]|[/.-][0-9])",
        _range,
    ),
    rule(
        "dates.range",
        "figure",
        rf"(?P<d1>{DAY})(?P<s>[-.])(?P<m1>{MONTH})(?:(?P=s)(?P<y1>{YEAR}))?\s?[-–]\s?"
        rf"(?P<d>{DAY})(?P=s)(?P<m>{MONTH})(?P=s)(?P<y>{YEAR})(?![0-9])",
        _range,
    ),
    rule(
        "dates.list",
        "figure",
        rf"(?P<list>(?:{DAY}(?:,\s?(?:và\s)?|\s(?:và|hoặc)\s|\s?[+&]\s?)){{1,6}})"
        rf"(?P<d>{DAY})/(?P<m>{MONTH})(?:/(?P<y>{YEAR}))?(?![0-9/])",
        _days,
    ),
    rule(
        "dates.range",
        "figure",
        rf"(?P<d1>{DAY}){TO}(?P<d>{DAY})(?=\s(?:tháng|(?:hằng|hàng|mỗi) tháng|âm lịch)(?!\w))",
        _days_of_month,
    ),
    rule(
        "dates.first_day",
        "figure",
        rf"(?P<d1>{DAY})(?=\s(?:đến|tới)\s(?P<d>{DAY})/(?P<m>{MONTH})(?P<y>/{YEAR})?(?![0-9/]))",
        _first_day,
    ),
    rule("dates.to", "sign", r"[-–]", _to),
)
