"""Signs between words: brackets, quotes, dashes, slashes; what is not said is left out by name."""

import re

from site_plugins.spoken.context import after, at_line_start, before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.units import PER_CHAIN, per

_MARKS = ",.;:?!…("
_WORDS = {
    "&": "và",
    "≥": "lớn hơn hoặc bằng",
    "≤": "nhỏ hơn hoặc bằng",
    ">": "lớn hơn",
    "<": "nhỏ hơn",
    "=": "bằng",
    "±": "cộng trừ",
    "×": "nhân",
    "÷": "chia",
    "%": "phần trăm",
    "°": "độ",
    "½": "một phần hai",
    "¼": "một phần tư",
    "¾": "ba phần tư",
    "→": ",",
    "+": "cộng",
}
_COUNTED_BY = re.compile(
    r"(?:(?:đồng|triệu|tỷ|tỉ|nghìn|ngàn|tấn|tạ|lần|lượt|buổi|suất|phần trăm|lít)|[0-9]\s?\w{1,8})\Z"
)


_NUMERAL = re.compile(r"[IVXLC]{1,7}(?!\w)")
_NUMERAL_BEFORE = re.compile(r"(?<!\w)[IVXLC]{1,7}\Z")


def _word(match: re.Match[str], _manner: Manner) -> str:
    return _WORDS[match[0]]


def _left_out(_match: re.Match[str], _manner: Manner) -> str:
    return ""


def _full_stop(_match: re.Match[str], _manner: Manner) -> str:
    return "."


def _open(match: re.Match[str], _manner: Manner) -> str:
    previous = before(match).rstrip(' "“')
    return "" if at_line_start(match) or previous[-1:] in _MARKS else ","


def _close(match: re.Match[str], _manner: Manner) -> str:
    following = after(match).lstrip(' "”)')
    return "" if not following or following[0] in _MARKS + "\n/" else ","


def _defined(match: re.Match[str], manner: Manner) -> str | None:
    """«quy phạm pháp luật (QPPL)»: the words were just said."""
    spoken = manner.lexicon.spoken(match["short"].strip())
    if not spoken:
        return None
    said = before(match).rstrip().rstrip('"”').lower().replace(",", "")
    return "" if said.endswith(spoken.lower().replace(",", "")) else None


def _dash(match: re.Match[str], _manner: Manner) -> str | None:
    """Between numbers «đến»; at a line's start a bullet; in a compound nothing; else a breath."""
    left, right = before(match).rstrip(" "), after(match).lstrip(" ")
    if at_line_start(match) or not right:
        return ""
    if left[-1:].isdecimal() and right[0].isdecimal():
        return "đến"
    if _NUMERAL_BEFORE.search(left) and _NUMERAL.match(right):
        return "đến"
    compound = re.search(r"(?<!\w)[^\W\dA-Z]\w*\Z", left) and right[0].islower()
    joined = not before(match, 1).isspace() and not after(match, 1).isspace()
    return "" if match[0] == "-" and (compound or joined) else ","


def _hour_dash(match: re.Match[str], _manner: Manner) -> str | None:
    """After a time, a date or a unit, and before a number, a dash is a range."""
    near = re.search(
        r"[0-9]\s?(?:[hHgG]|giờ|phút|km|m|kg|ha|%|°C|đ|đồng)\Z", before(match).rstrip()
    )
    return "đến" if near and after(match, 3).lstrip()[:1].isdecimal() else None


def _slash(match: re.Match[str], _manner: Manner) -> str:
    """«và/hoặc» joins; other slashes between words are a breath: xuyệt is never said."""
    word = before(match, 8).rstrip().rsplit(" ", 1)[-1].lower()
    return "" if word == "và" else ","


def _per(match: re.Match[str], _manner: Manner) -> str | None:
    """đồng/người/tháng: «đồng một người một tháng»."""
    return per(match[0], "") if _COUNTED_BY.search(before(match).rstrip()) else None


def _about(match: re.Match[str], _manner: Manner) -> str | None:
    return "khoảng" if re.match(r"\s?[0-9]", after(match, 2)) else None


def _apart(match: re.Match[str], _manner: Manner) -> str | None:
    """A quote mark stands at a word's edge; inside a word it is a letter, and not ours to drop."""
    left, right = before(match, 1), after(match, 1)
    is_minutes = match[0] == "'" and left.isdecimal()
    return None if is_minutes or (left.isalnum() and right.isalnum()) else ""


RULES = (
    rule("signs.end", "sign", r"\./\.", _full_stop),
    rule("signs.blank", "sign", r"\.{4,}+|…{2,}+|_{2,}+", _left_out),
    rule(
        "abbreviations.defined",
        "sign",
        r"\((?:viết tắt là\s|gọi tắt là\s)?(?P<short>[^()\n]{1,30})\)",
        _defined,
    ),
    rule("signs.open", "sign", r"[(\[{]", _open),
    rule("signs.close", "sign", r"[)\]}]", _close),
    rule("signs.quote", "sign", r"[\"“”„«»‟‘’']", _apart),
    rule("signs.range", "sign", r"[-–]", _hour_dash),
    rule("signs.dash", "sign", r"[-–]{1,3}+", _dash),
    rule("units.per", "sign", PER_CHAIN, _per),
    rule("signs.slash", "sign", r"/", _slash),
    rule("signs.about", "sign", r"[~≈]", _about),
    rule(
        "signs.bullet",
        "sign",
        r"[*•·●○■□▪◦‣➢✓✔⮚♦❖*+]++(?=\s)",
        lambda match, _manner: "" if at_line_start(match) else None,
    ),
    rule("signs.emphasis", "sign", r"\*{1,3}+", _left_out),
    rule("signs.word", "sign", f"[{''.join(_WORDS)}]", _word),
)
