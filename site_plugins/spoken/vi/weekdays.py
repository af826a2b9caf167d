"""Days of the week written in figures: thứ 2-6, T2–T6, thứ 7 và CN."""

import re

from site_plugins.spoken.context import after, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import cardinal

STAGE = r"(?:đợt|giai đoạn) [0-9IV]{1,3} ?\("
_JOIN = r"(?:\s?[,;&+]\s?|\s?[-–]\s?|\s(?:và|đến|tới|hoặc)\s)"
_DAY = r"(?:[2-7]|CN)(?!\w)"
_BEFORE_SUNDAY = (
    r"(?:(?:thứ\s|T)[2-7]|thứ (?:hai|ba|tư|năm|sáu|bảy))\s?(?:,|và|&|\+|/|-|–|đến|tới|hoặc)?|"
    r"sáng|trưa|chiều|tối|đêm|ngày|nghỉ|mỗi|trừ|riêng|kể cả"
)
_DATED = re.compile(r":\s?[0-9]{1,2}[h:]|,?\s\(?(?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}(?![0-9])")


def _weekday(day: str, manner: Manner) -> str:
    if day == "CN":
        return "chủ nhật"
    return "tư" if day == "4" else cardinal(int(day), manner.style)


def _said(days: str, manner: Manner) -> str:
    """A list as it is written, thứ 2-4-6 too; a range says «thứ» again, or «chủ nhật»."""
    dash = ", " if len(re.findall(r"[-–]", days)) > 1 else " đến "
    said = re.sub(r"[2-7]|CN", lambda day: _weekday(day[0], manner), days)
    said = re.sub(r"\s?[-–]\s?", dash, said)
    said = re.sub(r" (đến|tới) (?!chủ)", r" \1 thứ ", said)
    return re.sub(r"\s?[&+]\s?", " và ", said)


def _listed(match: re.Match[str], manner: Manner) -> str | None:
    return _said(match[0], manner) if follows(match, "thứ") else None


def _short(match: re.Match[str], manner: Manner) -> str | None:
    """T2-T6: «thứ hai đến thứ sáu»; «đợt 1 (T3-T4)» are months."""
    if follows(match, STAGE):
        return None
    return "thứ " + _said(match[0].replace("T", ""), manner)


def _lone(match: re.Match[str], manner: Manner) -> str | None:
    dated = _DATED.match(after(match))
    known = dated or follows(match, "sáng|trưa|chiều|tối|đêm|hằng|hàng|mỗi|nghỉ|trừ|riêng")
    return f"thứ {_weekday(match['n'], manner)}" if known else None


def _sunday(match: re.Match[str], _manner: Manner) -> str | None:
    known = _DATED.match(after(match)) or follows(match, _BEFORE_SUNDAY)
    return "chủ nhật" if known else None


RULES = (
    rule(
        "weekdays.list",
        "figure",
        rf"[2-7](?![0-9])(?:{_JOIN}{_DAY}){{1,6}}+(?![/%]|[.,][0-9]|\s?(?:giờ|h|triệu|lần)(?!\w))",
        _listed,
    ),
    rule(
        "weekdays.short", "word", rf"T[2-7](?:{_JOIN}(?:T[2-7](?!\w)|CN(?!\w))){{1,6}}(?!/)", _short
    ),
    rule("weekdays.short", "word", r"T(?P<n>[2-7])(?![\w/])", _lone),
    rule("weekdays.sunday", "word", r"CN(?![\w-]|\.\w)", _sunday),
)
