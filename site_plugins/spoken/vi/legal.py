"""Articles, clauses and points: «điểm dê, khoản một, Điều mười bảy»."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.letters import NAMES
from site_plugins.spoken.vi.numbers import cardinal, roman, whole

_ARTICLES = r"(?:các\s)?điều|khoản|tiết"
_POINTS = r"(?:các\s)?điểm|tiết"
_SECTIONS = r"(?<!huy )chương|(?:tiểu\s)?mục|đoạn|phụ lục|tiêu chí|bảng|(?<!màn )(?<!đội )hình|biểu"
_LISTING = rf"{_ARTICLES}|{_SECTIONS}"
_DIVISIONS = rf"{_SECTIONS}|phần|điểm"
_LOWER = re.compile(
    r"\s(?:(?:tiết|điểm)\s[0-9a-zđ]|(?:khoản|điều|đoạn)\s[0-9]|"
    r"(?:mục|chương|phần|phụ lục)\s(?:[0-9IVXA-E]|thứ\s))",
    re.IGNORECASE,
)
# «khoản 1,5 tỷ đồng» is a sum.
_UNITS = r"(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|đ|%|USD|tấn|lần)(?!\w)"
_COUNTED = re.compile(rf"\s?{_UNITS}")
_DECIMALS = rf",[0-9]{{1,3}}\s?{_UNITS}"
_JOIN = r"(?:\s?[,;]\s?|\svà\s|\shoặc\s|\s?[-–]\s?)"
_ITEM = r"[0-9]{1,3}(?:[a-zđ](?!\w))?(?![0-9]|[./][0-9])"
# «Điều 17 và 7h30»: what is glued to a unit is none of the list.
_FURTHER = rf"{_ITEM}(?!\w|%|{_DECIMALS})"
_LETTER = r"[a-zđ](?:[0-9]{1,2}|\.[0-9]{1,2})?(?![\w'])"
_AND_NEXT = re.compile(r"\s(?:và|hoặc)\s")
# Three figures after a dot are thousands: «khoản 5.000 đồng».
_DOTTED = r"[0-9]{1,3}(?:\.[0-9]{1,2}){1,4}(?:\.?[a-zđ])?(?!\w|\.[0-9])"


def _comma(match: re.Match[str]) -> str:
    """A breath between the levels: point, clause, article."""
    return "," if _LOWER.match(after(match, 16)) else ""


def _said(item: str, manner: Manner) -> str:
    parts = re.findall(r"[0-9]+|[a-zđ]|\.", item)
    return " ".join(
        NAMES.get(part) or ("chấm" if part == "." else whole(part, manner.style)) for part in parts
    )


def _list(match: re.Match[str], manner: Manner) -> str:
    """Each item in words; the commas and «và» stay, a dash is «đến»."""
    said = re.sub(
        r"[0-9][0-9a-zđ.]*|\b[a-zđ][0-9.]*(?!\w)", lambda item: _said(item[0], manner), match[0]
    )
    return re.sub(r"\s*[-–]\s*", " đến ", said) + _comma(match)


def _numbers(match: re.Match[str], manner: Manner) -> str | None:
    if not follows(match, rf"{_ARTICLES}|{_DIVISIONS}") or _COUNTED.match(after(match, 8)):
        return None
    listed = follows(match, _ARTICLES if match[0].startswith("0") else _LISTING)
    return _list(match, manner) if listed or _is_upper(match) else None


def _is_upper(match: re.Match[str]) -> bool:
    """A point or a part by number, and the level above it next: «điểm 1 khoản 2»."""
    return bool(_comma(match)) and follows(match, _DIVISIONS)


def _roman(match: re.Match[str], manner: Manner) -> str | None:
    value = roman(match[0])
    return f"{cardinal(value, manner.style)}," if value and _is_upper(match) else None


def _letters(match: re.Match[str], manner: Manner) -> str | None:
    if not follows(match, _POINTS) or re.search(r"[0-9]\s*điểm\s*\Z", before(match)):
        return None
    said = _list(match, manner)
    breath = "" if _AND_NEXT.match(after(match, 8)) else ","
    return said.replace(")", "") + breath if ")" in said else said


def _dotted(match: re.Match[str], manner: Manner) -> str | None:
    """«điểm 1.2 khoản 3», «Tiêu chí 17.3»."""
    if _COUNTED.match(after(match, 8)) or not follows(match, rf"{_DIVISIONS}|{_ARTICLES}"):
        return None
    return _list(match, manner)


_LEVELS = {"k": "khoản", "đ": "Điều"}


def _short(match: re.Match[str], manner: Manner) -> str | None:
    """K1 Đ17, «k.2 đ.5», «Đ. 15 K. 2»: a clause and an article, in either order."""
    first, second = match["first"].lower(), match["second"].lower()
    if first == second:
        return None
    return (
        f"{_LEVELS[first]} {_said(match['a'], manner)}, "
        f"{_LEVELS[second]} {_said(match['b'], manner)}"
    )


_NUMBER = r"[0-9]{1,3}[a-zđ]?(?![\w.][0-9]|[a-zđ])"
# Before codes of letters and figures, which look the same.
SHORT = (
    rule(
        "legal.short",
        "word",
        rf"(?<!\w)(?P<first>[KkĐđ])\.?\s?(?P<a>{_NUMBER})[\s,]{{1,2}}"
        rf"(?P<second>[KkĐđ])\.?\s?(?P<b>{_NUMBER})",
        _short,
    ),
)
RULES = (
    rule("legal.roman", "word", r"[IVXL]{1,6}(?!\w)", _roman),
    rule("legal.dotted", "figure", rf"{_DOTTED}(?:{_JOIN}{_DOTTED}){{0,20}}", _dotted),
    rule("legal.numbers", "figure", rf"{_ITEM}(?:{_JOIN}{_FURTHER}){{0,20}}", _numbers),
    rule("legal.points", "word", rf"{_LETTER}\)?(?:{_JOIN}{_LETTER}){{0,20}}", _letters),
)
