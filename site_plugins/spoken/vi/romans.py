"""Roman numerals: after the words that number things, in lists, after names of rulers."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.letters import NAMES
from site_plugins.spoken.vi.numbers import roman, whole
from site_plugins.spoken.vi.ordinals import is_ordered, nth, with_year
from site_plugins.spoken.vi.years import YEAR

_NUMBERED = (
    r"khóa|khoá|khu vực|kv|chương|thế kỷ|thế kỉ|mục|tiểu mục|điều|phụ lục|đại hội|hội nghị|cấp|"
    r"phần|loại|hạng|vùng|nhóm|bậc|mẫu|biểu|tập|đợt|giai đoạn|kỳ|học kỳ|cách mạng|bảng|tuyến|khối|"
    r"khu|tiểu khu|phân khu|liên khu|quân khu|quân đoàn|binh đoàn|đô thị loại|phiên|kỳ họp|lớp|"
    r"quyển|bước|độ|cấp độ|trung ương|tw|thế giới|thế chiến|vòng|tổ|đội|số|bài|hồi|dạng|thể|type|"
    r"lô|cụm|trung tâm|học phần|chuyên đề|nhiệm kỳ|kỳ thi|tháp"
)
_RULER = re.compile(
    r"(?:[Vv]ua|[Hh]oàng|[Nn]ữ hoàng|[Hh]oàng đế|[Gg]iáo hoàng|[Ss]a hoàng|[Tt]hái tử)"
    r"(?:\s[A-ZĐ][\w-]{1,14}){1,3}\s\Z"
)
_LISTED = re.compile(r"(?:[IVXLC]{1,7}\s?(?:,|và|hoặc|-|–|đến|\+)\s?){1,6}\Z")
_LIST_AHEAD = re.compile(r"\s?(?:,|và|-|–|đến)\s?[IVX]{2,5}(?!\w)")
_AFTER_A_WORD = re.compile(r"[^\W\d_]\s\Z")
# «nhóm VI KHUẨN», «XI MĂNG»: syllables in capitals.
_SYLLABLES = frozenset({"VI", "XI"})
_WORD_GOES_ON = re.compile(r"\s(?:PHẠM|KHUẨN|SINH|TRÙNG|MẠCH|MÔ|RÚT|LƯỢNG|TÍNH|MĂNG)(?!\w)")


def _is_numeral(match: re.Match[str]) -> bool:
    numeral = match["n"]
    if numeral in _SYLLABLES and _WORD_GOES_ON.match(after(match)):
        return False
    if is_ordered(match) or follows(match, _NUMBERED) or _RULER.search(before(match)):
        return True
    if _LISTED.search(before(match)) or _LIST_AHEAD.match(after(match)):
        return True
    return _only_a_numeral(numeral) and _AFTER_A_WORD.search(before(match)) is not None


def _only_a_numeral(numeral: str) -> bool:
    """II, IV or XVI is nothing else; XL is a size, CV a paper, XX may hide something."""
    certain = len(numeral) > 1 and numeral not in _SYLLABLES and set(numeral) <= set("IVX")
    return certain and set(numeral) != {"X"}


def _roman(match: re.Match[str], manner: Manner) -> str | None:
    value = None if match["n"] in {"L", "C"} else roman(match["n"])
    if value is None or not _is_numeral(match):
        return None
    further = "".join(f" chấm {whole(n, manner.style)}" for n in match["more"].split(".")[1:])
    letter = f" {NAMES[match['letter'].lower()]}" if match["letter"] else ""
    return with_year(nth(value, match, manner) + further + letter, match, manner)


RULES = (
    rule(
        "ordinals.roman",
        "word",
        r"(?P<n>[IVXLC]{1,7})(?P<more>(?:\.[0-9]{1,2}(?![0-9])){0,3})(?P<letter>[abAB](?!\w))?"
        rf"(?:\s?[/-]\s?(?P<y>{YEAR})(?![-0-9]))?(?![\w'])",
        _roman,
    ),
)
