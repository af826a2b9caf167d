"""Days, months, quarters, years and their ranges; blanks left for a hand to fill."""

import re

from site_plugins.spoken.context import after, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import cardinal

_D = r"(?:0?[1-9]|[12][0-9]|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[0-9]|2[01])[0-9]{2}"
_TO = r"\s{0,2}[-–]\s{0,2}"
_END = r"(?![0-9]|[/.-][0-9])"
FULL_DATE = rf"{_D}(?:\s?/\s?{_M}\s?/\s?|-{_M}-|\.{_M}\.){_Y}"
_DAY_WORDS = "ngày|mùng|mồng|hôm|rằm|sáng|trưa|chiều|tối|đêm"
_DATE_WORDS = (
    rf"{_DAY_WORDS}|từ|đến|tới|trước|sau|hết|vào|dịp|lễ|kỷ niệm|hạn|thứ (?:hai|ba|tư|năm|sáu|bảy)|"
    "chủ nhật|là|và"
)

_PART_WORDS = (
    "chiếm|đạt|giảm|tăng|bằng|khoảng|gần|hơn|còn|quá|trên|dưới|ít nhất|tối thiểu|tối đa|được|có|"
    "với|độ|tỷ lệ|tỉ lệ|mức|cấp|lớp|hoàn thành"
)
# «1/3 số hộ»: what follows is the whole that is parted; «1/6 năm nay» goes on with the date.
_WHOLE = re.compile(
    r"\s(?:số|tổng|diện tích|dân số|quãng|chiều|thành viên|đại biểu|nhu cầu|lượng|thời gian|"
    r"kinh phí|giá trị|khối lượng|mức|nguồn|sản lượng)(?!\w)"
)
_NOUN = re.compile(r"\s(?!(?:năm|đến|tới|và|hằng|hàng|là|sẽ|đã|vừa|này|âm lịch)(?!\w))[a-zà-ỹđ]")


def month(number: str, manner: Manner) -> str:
    """Tháng 4 is «tư», never «bốn»."""
    value = int(number)
    return "tư" if value == 4 else cardinal(value, manner.style)


def _year(number: str, manner: Manner) -> str:
    return f"năm {cardinal(int(number), manner.style)}"


def _say(day: str | None, mon: str | None, year: str | None, manner: Manner) -> str:
    parts = [cardinal(int(day), manner.style)] if day else []
    parts += [f"tháng {month(mon, manner)}"] if mon else []
    parts += [_year(year, manner)] if year else []
    return " ".join(parts)


def _ngay(match: re.Match[str]) -> str:
    """«ngày» before a date, unless it is already said there."""
    return "" if follows(match, _DAY_WORDS) else "ngày "


def _date(match: re.Match[str], manner: Manner) -> str:
    return _ngay(match) + _say(match["d"], match["m"], match["y"], manner)


def _range(match: re.Match[str], manner: Manner) -> str | None:
    if not match["y"] and not follows(match, _DATE_WORDS):
        return None
    first = _say(match["d1"], match["m1"], match["y1"], manner)
    return f"{_ngay(match)}{first} đến ngày {_say(match['d'], match['m'], match['y'], manner)}"


def _short(match: re.Match[str], manner: Manner) -> str | None:
    """30/4 is a day; 1/3 is a part where the words around speak of parts, else a day too."""
    day, mon = int(match["d"]), int(match["m"])
    if _WHOLE.match(after(match)) or (day, mon) == (24, 7):
        return None
    certain = day > mon or follows(match, _DATE_WORDS) or not _NOUN.match(after(match))
    if not certain or (day <= mon and follows(match, _PART_WORDS)):
        return None
    return _ngay(match) + _say(match["d"], match["m"], None, manner)


def _month_year(match: re.Match[str], manner: Manner) -> str | None:
    if follows(match, "quý"):
        return None
    said = _year(match["y"], manner)
    if follows(match, "đợt|kỳ|lần|số|phiên|học kỳ|vòng"):
        return f"{cardinal(int(match['m']), manner.style)} {said}"
    word = "" if follows(match, "tháng") else "tháng "
    return f"{word}{month(match['m'], manner)} {said}"


def _months(match: re.Match[str], manner: Manner) -> str | None:
    """After «tháng»: 4 is «tư»; of a range or a list each month so."""
    if not follows(match, "tháng") or re.match(r"\s*(?:tháng|/[0-9])", after(match, 10)):
        return None
    said = re.sub(r"[0-9]{1,2}", lambda m: month(m[0], manner), match["list"])
    said = re.sub(r"\s*[-–]\s*", " đến tháng ", said)
    return f"{said} {_year(match['y'], manner)}" if match["y"] else said


def _school_year(match: re.Match[str], manner: Manner) -> str | None:
    """After «từ» a school year is one name: with «đến» it would be heard as a time that ends."""
    first, second = int(match["y1"]), int(match["y"])
    bounded = follows(match, "(?:từ|đến|hết|trước|sau|qua) (?:năm học|niên khóa|niên học)")
    if second != first + 1 or not bounded:
        return None
    return f"{cardinal(first, manner.style)}, {cardinal(second, manner.style)}"


def _blank(match: re.Match[str], manner: Manner) -> str:
    """A blank day or month is not said; what is filled in is."""
    day, mon, year = (match[name] for name in ("d", "m", "y"))
    said = _say(day, mon, year, manner)
    return f"ngày {said}" if day else said


_RANGE = (
    rf"(?P<d1>{_D})(?:\s?/\s?(?P<m1>{_M})(?:\s?/\s?(?P<y1>{_Y}))?)?{_TO}"
    rf"(?P<d>{_D})\s?/\s?(?P<m>{_M})(?:\s?/\s?(?P<y>{_Y}))?{_END}"
)
_GAP = r"[\s.…_]"
RULES = (
    rule("dates.school_year", "figure", rf"(?P<y1>{_Y}){_TO}(?P<y>{_Y})(?![0-9])", _school_year),
    rule("dates.range", "figure", _RANGE, _range),
    rule("dates.date", "figure", rf"(?P<y>{_Y})-(?P<m>{_M})-(?P<d>{_D})(?![0-9-])", _date),
    rule(
        "dates.date",
        "figure",
        rf"(?P<d>{_D})(?P<s>\s?/\s?|[.-])(?P<m>{_M})(?:\s?/\s?|(?P=s))(?P<y>{_Y})(?![0-9])",
        _date,
    ),
    rule("dates.month_year", "figure", rf"(?P<m>{_M})\s?[/-]\s?(?P<y>{_Y}){_END}", _month_year),
    rule("dates.day_month", "figure", rf"(?P<d>{_D})/(?P<m>{_M})(?![0-9/]|,[0-9])", _short),
    rule(
        "dates.month",
        "figure",
        rf"(?P<list>{_M}(?![0-9.,/]?[0-9])(?:(?:,\s?|\s?và\s|{_TO}){_M}(?![0-9%]|[.,][0-9])){{0,11}})"
        rf"(?:/(?P<y>{_Y}))?",
        _months,
    ),
    rule(
        "dates.blank",
        "word",
        rf"[Nn]gày(?:{_GAP}{{1,60}}(?P<d>{_D})?{_GAP}{{1,60}}|{_GAP}{{1,60}})tháng"
        rf"(?:{_GAP}{{1,60}}(?P<m>{_M})(?=\s)|{_GAP}{{1,60}}?){_GAP}{{0,60}}"
        rf"năm\s{{0,3}}(?:(?P<y>{_Y})|[.…_]{{2,60}})(?![0-9])(?<!ngày tháng năm)",
        _blank,
    ),
)
