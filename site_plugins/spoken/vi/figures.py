"""How a number is written in figures: grouped by dots, spaces or commas, and its decimal mark.

A dot groups thousands and a comma is the decimal mark; what cannot be so is read as what it can
be: 1,250,000 is grouped, 2.5 is a decimal where it measures and a section where it names.
"""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner
from site_plugins.spoken.model import Style
from site_plugins.spoken.syllables import SMALL
from site_plugins.spoken.vi.numbers import decimal, spell, whole, with_zeros
from site_plugins.spoken.vi.units import CURRENCIES, any_of

# Bounded, so that a megabyte of "1.111.111…" is read piece by piece.
GROUPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}+(?!\.?[0-9])(?:,[0-9]{1,9}+)?"
_SPACED = r"[1-9][0-9]{0,2}(?: [0-9]{3}){2,6}+(?! ?[0-9])(?:,[0-9]{1,9}+)?"
COMMAS = (
    r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,6}+(?!,?[0-9])(?:\.[0-9]{1,2}(?!\.?[0-9]))?"
    r"|[1-9][0-9]{0,2},[0-9]{3}\.[0-9]{1,2}(?!\.?[0-9])"
)
_DOT_DECIMAL = r"(?:0\.[0-9]{1,9}|[0-9]{1,9}\.(?:[0-9]{1,2}|[0-9]{4,9}))(?![0-9]|[.,][0-9])"
_PLAIN = r"[0-9]++(?:,[0-9]{1,9}+(?!,?[0-9]))?"
SCALE = r"(?:\s?(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)){1,2}+"
NUMBER = rf"(?:{GROUPED}|{_SPACED}|{COMMAS}|{_DOT_DECIMAL}|{_PLAIN})"

_HAS_DECIMAL_DOT = re.compile(_DOT_DECIMAL)
_HAS_COMMAS = re.compile(COMMAS)
_ONE_COMMA = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_LABELS = r"số|mã|mẫu|phụ lục|ký hiệu|biểu"
_SECTIONS = (
    r"(?:(?:tiểu )?mục|phụ lục|bảng|hình|biểu|mẫu|phiên bản|bản|version|công nghiệp|chương|phần|"
    r"điều|khoản|tiết|tiêu chí|chỉ tiêu|tiêu chuẩn|bài|câu|nội dung|nhiệm vụ|(?:tại|theo|của) điểm|"
    r"tại|theo|xem|(?<!hệ )(?<!chỉ )(?<!tỷ )số|gói|hợp phần|tiểu dự án|dự án|sơ đồ|ví dụ|công thức)"
    r"(?:\s[0-9.]{1,9}(?:[,;]|\svà|\sđến|\s?[-–])?){0,4}"
)
_MEASURED = re.compile(
    r"\s?(?:điểm|lần|độ|triệu|tỷ|tỉ|nghìn|ngàn|phần trăm|tấn|tạ|yến|sào|mẫu|giờ|phút|giây|tháng|"
    r"năm|tuổi|bậc|vòng|trẻ|người|hộ|con|cây|mét|lít)(?!\w)"
)
_WHOLE_THINGS = re.compile(
    r"\s?(?:người|hộ|lượt|con|cây|suất|bản|phiếu|ca|vé|đơn|khách|học sinh|sinh viên|"
    r"bệnh nhân|lao động|cử tri|khán giả|thành viên|trường hợp|cuốn|chiếc|cái|xe|căn|"
    r"đồng|đ|VNĐ|VND|vnđ)(?!\w)"
)
_CURRENCY = re.compile(
    rf"\s?(?:{any_of(CURRENCIES)}|đô[ -]?la|đô|bảng|ơ rô|yên|nhân dân tệ|tệ)(?!\w)"
)
_WORD_BEFORE = re.compile(rf"(?<!\w)[{SMALL}]+[ :]{{1,2}}\Z")


def said(figures: str, match: re.Match[str], manner: Manner) -> str:
    """A number in words; what stands around the match tells a count (01 cuốn) from a label."""
    if figures.isdecimal():
        zero = figures[0] == "0"
        return _with_zero_before(figures, match, manner) if zero else whole(figures, manner.style)
    if _HAS_DECIMAL_DOT.fullmatch(figures):
        return _dotted(figures, match, manner)
    return decimal(_vietnamese(figures, match), manner.style)


def measured(figures: str, style: Style) -> str:
    """A number that can only measure, whatever its marks: 2.5, 1,250,000."""
    if _HAS_DECIMAL_DOT.fullmatch(figures):
        figures = figures.replace(".", ",")
    elif _HAS_COMMAS.fullmatch(figures):
        figures = figures.replace(",", "").replace(".", ",")
    return decimal(figures.replace(" ", ""), style)


def _with_zero_before(figures: str, match: re.Match[str], manner: Manner) -> str:
    """A count drops its leading zero (01 cuốn: một cuốn), a label keeps it (mẫu số 01)."""
    if len(figures) > 2 or figures == "00":
        return spell(figures, manner.style)
    if follows(match, _LABELS):
        return with_zeros(figures, manner.style)
    return decimal(figures, manner.style)


def _dotted(figures: str, match: re.Match[str], manner: Manner) -> str:
    """2.5 triệu «hai phẩy năm», mục 2.5 and 4.0 «chấm»."""
    if _measures(figures, match):
        return decimal(figures.replace(".", ","), manner.style)
    return dotted(figures, manner)


def dotted(figures: str, manner: Manner) -> str:
    """Version and section numbers: 4.0 «bốn chấm không», 1.2.3 «một chấm hai chấm ba»."""
    return " chấm ".join(with_zeros(part, manner.style) for part in figures.split("."))


def _measures(figures: str, match: re.Match[str]) -> bool:
    named = match.groupdict()
    if any(named.get(part) for part in ("unit", "word", "scale", "currency", "top")):
        return True
    if _MEASURED.match(after(match)):
        return True
    if follows(match, _SECTIONS) or figures.endswith(".0"):
        return False
    return figures[:2] == "0." or _WORD_BEFORE.search(before(match)) is not None


def _vietnamese(figures: str, match: re.Match[str]) -> str:
    """The same number with dots or nothing between its groups and a decimal comma."""
    if _HAS_COMMAS.fullmatch(figures) or _is_grouped(figures, match):
        figures = figures.replace(",", "").replace(".", ",")
    return figures.replace(" ", "")


def _is_grouped(figures: str, match: re.Match[str]) -> bool:
    """12,000 and «1,250 đồng» are thousands: nobody writes such decimals; 1,250 ha is a decimal."""
    if not _ONE_COMMA.fullmatch(figures):
        return False
    rest = match.string[match.end("n") : match.end("n") + 14]
    whole_things = _WHOLE_THINGS.match(rest) is not None
    named = match.groupdict()
    paid = _CURRENCY.match(rest) or (named.get("currency") and not named.get("scale"))
    return whole_things or (figures[-1] == "0" and bool(paid)) or figures.endswith("000")
