"""Months: with their year, in lists and ranges, and the T of tables and newspapers."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.dates import MONTH, date_words, month
from site_plugins.spoken.vi.document_types import FIRM_NAME
from site_plugins.spoken.vi.numbers import cardinal, roman
from site_plugins.spoken.vi.ordinals import is_quarter
from site_plugins.spoken.vi.weekdays import STAGE
from site_plugins.spoken.vi.years import TO, YEAR, spoken_year

_NUMBERED = (
    rf"{FIRM_NAME}|thông báo|quyết định|công văn|điều|khoản|đợt|kỳ|lần|số|phiên|học kỳ|vòng|"
    "tập|quyển|khóa|khoá|bản tin|tạp chí"
)
_QUARTERS = "III|II|IV|I"
_SCALES = {("1", "1000"), ("1", "2000")}
_COUNTS = re.compile(
    r"\s(?:lần|buổi|kỳ|cuộc|triệu|tỷ|nghìn|ngàn|đồng|ngày|tuần|giờ|suất|phiên|bài|số|kg|tấn|lượt|người|"
    r"hộ|đợt|chuyến|cuốn|tiết|ca)(?!\w)"
)
# May, or a year behind: in «tháng hai, ba năm 2026» one would hear three years.
_YEAR_NEAR = re.compile(r"(?<![0-9])0?5(?![0-9])|\snăm\Z")
_EACH = re.compile(r"(?:mỗi|một|hằng|hàng|[0-9]) tháng\s\Z", re.IGNORECASE)


def _month_year(match: re.Match[str], manner: Manner) -> str | None:
    """6/2025; «số 6/2025» is an issue's number, 1/2000 a map's scale."""
    named = follows(match, "tháng")
    if is_quarter(match) or (not named and (match["m"], match["y"]) in _SCALES):
        return None
    if follows(match, "tỷ lệ|tỉ lệ|bản đồ") or (match["s"].strip() == "." and not named):
        return None
    if follows(match, _NUMBERED):
        return f"{cardinal(int(match['m']), manner.style)}, năm {spoken_year(match['y'], manner)}"
    said = date_words(None, match["m"], match["y"], manner)
    return said.removeprefix("tháng ") if named else said


def _week(match: re.Match[str], manner: Manner) -> str | None:
    """«tuần 45/2025»; the breath parts the fifth week from its year."""
    if not follows(match, "tuần|tuần thứ"):
        return None
    return f"{cardinal(int(match['n']), manner.style)}, năm {spoken_year(match['y'], manner)}"


def _no_month(match: re.Match[str], _manner: Manner) -> str | None:
    """«tháng 13/2025» is left for the audit."""
    return match[0] if follows(match, "tháng") and not 0 < int(match["m"]) < 13 else None


def _months(match: re.Match[str], manner: Manner) -> str | None:
    """After «tháng»: 4 is «tư»; of a range or a list each month so."""
    if not follows(match, "tháng") or re.match(r"\s*(?:tháng|/[0-9])", after(match, 10)):
        return None
    if _EACH.search(before(match)) and _COUNTS.match(after(match)):
        return None
    return _listed(match, manner)


def _listed(match: re.Match[str], manner: Manner) -> str:
    again = "tháng " if match["y"] or _YEAR_NEAR.search(match["list"] + after(match, 4)) else ""
    said = re.sub(
        r"[0-9]{1,2}", lambda m: (again if m.start() else "") + month(m[0], manner), match["list"]
    )
    said = re.sub(r"\s*[-–]\s*(?:tháng )?", " đến tháng ", said)
    said = re.sub(r"\s*[+&]\s*", " và ", said)
    return f"{said} năm {spoken_year(match['y'], manner)}" if match["y"] else said


def _glued(match: re.Match[str], manner: Manner) -> str | None:
    """«tháng 4,5 và 6», «các tháng 4,5»: months, and no decimal."""
    sure = match["more"] or match["y"] or follows(match, r"(?:các|trong|hai|[0-9]) tháng")
    return _months(match, manner) if sure and not _COUNTS.match(after(match)) else None


def _range(match: re.Match[str], manner: Manner) -> str | None:
    """«từ 6-12/2025»."""
    if is_quarter(match) or follows(match, "tháng"):
        return None
    if int(match["list"].split("-")[0].split("–")[0]) >= int(match["m"]):
        return None
    if follows(match, _NUMBERED):
        first, last = (cardinal(int(n), manner.style) for n in re.findall("[0-9]+", match["list"]))
        return f"{first} đến {last} năm {spoken_year(match['y'], manner)}"
    return f"tháng {_listed(match, manner)}"


def _abbreviated(match: re.Match[str], manner: Manner) -> str:
    """T9/2025, T1-T6/2025."""
    first = f"tháng {month(match['m1'], manner)} đến " if match["m1"] else ""
    return first + date_words(None, match["m"], match["y"], manner)


def _of_stage(match: re.Match[str], manner: Manner) -> str | None:
    """«đợt 3 (T9-T10)»"""
    if not follows(match, STAGE):
        return None
    first, last = (f"tháng {month(match[part], manner)}" for part in ("m1", "m"))
    return f"{first} đến {last}"


def _so_many(match: re.Match[str], manner: Manner) -> str:
    """9T/2025, «6T đầu năm»: not the ninth month but nine of them."""
    year = f" năm {spoken_year(match['y'], manner)}" if match["y"] else ""
    return f"{cardinal(int(match['n']), manner.style)} tháng{year}"


def _quarter(match: re.Match[str], manner: Manner) -> str:
    """Q3/2025, Q.III/2025, QIII; the fourth is «tư», as among months."""
    written = match["q"] or match["r"]
    quarter = f"quý {month(str(roman(written) or written), manner)}"
    return f"{quarter} năm {spoken_year(match['y'], manner)}" if match["y"] else quarter


RULES = (
    rule("dates.week", "figure", rf"(?P<n>[1-9]|[0-5][0-9])/(?P<y>{YEAR})(?![0-9/])", _week),
    rule(
        "dates.months",
        "figure",
        rf"(?P<list>{MONTH}{TO}(?P<m>{MONTH}))\s?/\s?(?P<y>{YEAR})(?![0-9]|[/.-][0-9])",
        _range,
    ),
    rule(
        "dates.month_year",
        "figure",
        rf"(?P<m>{MONTH})(?P<s>\s?[/-]\s?|\.)(?P<y>{YEAR})(?![0-9]|[/.-][0-9])",
        _month_year,
    ),
    rule("dates.month_year", "figure", rf"(?P<m>[0-9]{{1,2}})/{YEAR}(?![0-9/])", _no_month),
    rule(
        "dates.month",
        "figure",
        rf"(?P<list>{MONTH},{MONTH}(?P<more>(?:,\s?{MONTH}){{0,9}}(?:\svà\s{MONTH})?))"
        rf"(?:\s?/\s?(?P<y>{YEAR}))?(?![0-9%]|[.,/-][0-9])",
        _glued,
    ),
    rule(
        "dates.month",
        "figure",
        rf"(?P<list>{MONTH}(?![0-9.,/]?[0-9])(?:(?:,\s?|\svà\s|\s?[+&]\s?|{TO}){MONTH}(?![0-9%hH]|[.,:][0-9])){{0,11}})"
        rf"(?:\s?/\s?(?P<y>{YEAR}))?",
        _months,
    ),
)
# T9 is a letter with its figure unless a year follows: offered before codes are.
SHORT = (
    rule(
        "dates.made",
        "word",
        rf"NSX(?=[\s:.]{{0,3}}[0-9]{{1,2}}[/.-](?:[0-9]{{1,2}}[/.-]|{YEAR}))",
        lambda _match, _manner: "ngày sản xuất",
    ),
    rule(
        "dates.so_many_months",
        "figure",
        rf"(?P<n>{MONTH})T(?:\s?/\s?(?P<y>{YEAR})(?![0-9])|(?=\s(?:đầu|cuối)(?!\w)))",
        _so_many,
    ),
    rule("dates.months", "word", rf"T(?P<m1>{MONTH}){TO}T(?P<m>{MONTH})(?![\w/.-])", _of_stage),
    rule(
        "dates.quarter",
        "word",
        rf"Q\.?\s?(?P<q>[1-4]|{_QUARTERS})\s?[/-]\s?(?P<y>{YEAR})(?![0-9])"
        rf"|Q(?P<r>{_QUARTERS})(?!\w)",
        _quarter,
    ),
    rule(
        "dates.month_year",
        "word",
        rf"(?:T\.?(?P<m1>{MONTH}){TO})?T\.?(?P<m>{MONTH})\s?[/.-]\s?(?P<y>{YEAR})(?![0-9]|[/.-][0-9])",
        _abbreviated,
    ),
)
