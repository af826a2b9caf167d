"""Years: the one way of saying them for every family; years after their words, ranges of years."""

import re

from site_plugins.spoken.context import after, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import cardinal, spell, with_zeros
from site_plugins.spoken.vi.units import UNIT

YEAR = r"(?:1[0-9]|2[01])[0-9]{2}"
TO = r"\s{0,2}[-–]\s{0,2}"
_SCHOOL = "năm học|niên khóa|niên khoá|niên học"
_LAW = r"(?:(?:bộ )?luật|hiến pháp|pháp lệnh)(?:\s[^\W\d]{1,9}){0,6}"
_FEASTS = "tết(?: (?:nguyên đán|dương lịch|âm lịch|trung thu|thiếu nhi))?|xuân|hè|kế hoạch"
_NAMED = (
    rf"{_LAW}|{_FEASTS}|năm|thập niên|thập kỷ|giai đoạn|nhiệm kỳ|thời kỳ|niên vụ|mùa|mùa giải|"
    rf"vụ|{_SCHOOL}"
)
_LISTED = rf"năm(?:\s{YEAR}(?:,|\svà|\shoặc|\sđến|\stới|\s?[-–])){{1,5}}"
_TIME = "từ|kể từ|đến|tới|trước|sau|vào|hết|trong|qua|tầm nhìn|tầm nhìn đến"
_ERAS = {"TCN": "trước", "SCN": "sau"}
_BORN = (
    r"thế hệ|lứa|đời|giới trẻ|đầu|cuối|hội|dân|gái|trai|mẹ|sinh|sinh năm|gen|"
    r"(?:[5-9][xX]|2[kK][0-9]{1,2})(?:,| và)"
)
_ENDS = re.compile(r"\s*(?:[,.;:)]|\n|\Z|(?:đến|tới|nay|trở)(?!\w))")
_COUNTED = re.compile(
    rf"\s?(?:{UNIT}|(?:đồng|nghìn|ngàn|triệu|tỷ|tỉ|tấn|tạ|lượt|người|hộ|suất|lần|con|cây|bộ|ca|mét|"
    r"trường hợp|học sinh|héc ta)(?!\w))"
)


def spoken_year(figures: str, manner: Manner) -> str:
    """A year as the station says years; one of two figures keeps its zero (năm '05)."""
    if len(figures) != 4:
        return with_zeros(figures, manner.style)
    if manner.style.year == "figures":
        return spell(figures, manner.style)
    said = cardinal(int(figures), manner.style)
    return said.replace(" không trăm", "") if manner.style.year == "short" else said


def _year(match: re.Match[str], manner: Manner) -> str | None:
    """«năm 2026», «đến 2030,»: the style of years is for years, not for 2000 đồng."""
    ends = _ENDS.match(after(match)) and follows(match, _TIME)
    named = ends or follows(match, f"{_NAMED}|{_LISTED}")
    if not named or _COUNTED.match(after(match)):
        return None
    return spoken_year(match[0], manner)


def _last(first: str, last: str) -> str:
    """The «25» of 2024-25 in full."""
    return first[:2] + last if len(last) == 2 else last


def _range(match: re.Match[str], manner: Manner) -> str | None:
    """2021-2025 «đến»; with a slash or a short end only where one year follows the other."""
    first, last = match["y1"], _last(match["y1"], match["y"])
    sure = "-" in match["to"] or "–" in match["to"]
    apart = int(last) - int(first)
    if apart < 1 or (apart > 1 and not (sure and len(match["y"]) == 4)):
        return None
    if _COUNTED.match(after(match)):
        return None
    link = "," if apart == 1 and _is_bounded(match) else " đến"
    return f"{spoken_year(first, manner)}{link} {spoken_year(last, manner)}"


def _is_bounded(match: re.Match[str]) -> bool:
    """After «từ» a school year is one name: with «đến» it would be heard as a time that ends."""
    return follows(match, f"(?:từ|đến|hết|trước|sau|qua) (?:{_SCHOOL})")


def _generation(match: re.Match[str], manner: Manner) -> str | None:
    """«thế hệ 9X», born in the nineties: «chín ích»; «sinh năm 2k5»: «hai ca năm»."""
    if not follows(match, _BORN):
        return None
    letter = "ca" if match["last"] else "ích"
    return f"{spell(match['n'], manner.style)} {letter} {spell(match['last'] or '', manner.style)}"


def _era(match: re.Match[str], _manner: Manner) -> str | None:
    known = follows(
        match, rf"(?:{_NAMED}|thế kỷ|thế kỉ|từ|đến|khoảng)(?: thứ)?\s(?:[0-9.]{{1,6}}|[IVX]{{1,5}})"
    )
    return f"{_ERAS[match[0]]} Công nguyên" if known else None


# Offered before the lexicon and money, which know other meanings.
EARLY = (
    rule("years.era", "word", r"(?:TCN|SCN)(?!\w)", _era),
    rule(
        "years.generation",
        "figure",
        r"(?P<n>[5-9](?=[xX])|2(?=[kK]))[xXkK](?P<last>(?<=[kK])[0-9]{1,2})?(?!\w)",
        _generation,
    ),
)
RULES = (
    rule(
        "years.range",
        "figure",
        rf"(?P<y1>{YEAR})(?P<to>{TO}|\s?/\s?)(?P<y>{YEAR}|[0-9]{{2}})(?![0-9]|[-./][0-9]|,[0-9])",
        _range,
    ),
    rule("years.year", "figure", rf"{YEAR}(?![0-9]|[.,/][0-9])", _year),
)
