"""Signs between words: quotes, dashes, slashes, and the signs that are words."""

import re

from site_plugins.spoken.context import after, at_line_start, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import CAPITAL, SMALL

_WORDS = {
    "&": "và",
    "≥": "lớn hơn hoặc bằng",
    "⩾": "lớn hơn hoặc bằng",
    "≤": "nhỏ hơn hoặc bằng",
    "⩽": "nhỏ hơn hoặc bằng",
    ">": "lớn hơn",
    "<": "nhỏ hơn",
    "=": "bằng",
    "±": "cộng trừ",
    "×": "nhân",
    "÷": "chia",
    "%": "phần trăm",
    "‰": "phần nghìn",
    "°": "độ",
    "+": "cộng",
    "§": "mục",
    "№": "số",
    "@": "a còng",
}
_LONGEST_QUOTE = 400
_ROOM_BEFORE = re.compile(r"(?<![\w.,/-])[0-9]{1,4}[A-Za-zĐđ]\Z")
# What may stand before and after a dash that is said «đến».
_RANGES = tuple(
    (re.compile(rf"{left}\Z"), re.compile(rf"{right}(?!\w)"))
    for left, right in (
        (r"[0-9]", r"(?:[0-9]\w*|nay|hiện nay|hiện tại)"),
        (r"(?<!\w)[IVXLC]{1,7}", r"[IVXLC]{1,7}"),
        (r"(?<!\w)[Tt]ừ [A-ZĐ]", r"[A-ZĐ]"),
        (r"(?<!\w)[Aa]", r"[Zz]"),
        (r"(?<![\w.,/-])[0-9]{1,4}[A-Za-zĐđ]", r"[0-9]{1,4}[A-Za-zĐđ]"),  # 1a-1c, 5A–5C
    )
)
_QUOTES = re.compile('["“”„«»]')
# The halves of compounds that are one name, in any case and with any dash.
_HALVES = (
    r"(?:kinh tế|văn h[óo][aá]|xã hội|chính trị|quốc phòng|an ninh|khoa học|kỹ thuật|công nghệ|"
    r"giáo dục|đào tạo|thể dục|thể thao|văn nghệ|kế hoạch|tài chính|phát thanh|truyền hình|"
    r"tổ chức|hành chính|nghề nghiệp|lao động|thương binh)"
)
_HALF_BEFORE = re.compile(rf"(?<!\w){_HALVES}\Z", re.IGNORECASE)
_HALF_AFTER = re.compile(rf"{_HALVES}(?!\w)", re.IGNORECASE)
_LONG = 4
_SMALL_BEFORE = re.compile(r"(?<!\w)[^\W\dA-Z]\w*\Z")


def _word(match: re.Match[str], _manner: Manner) -> str:
    return _WORDS[match[0]]


def _step(match: re.Match[str], _manner: Manner) -> str | None:
    """«Ví giấy tờ > Thẻ»: from one menu to the next."""
    return "," if re.search(r"[^\W\d_]{2}\s\Z", before(match, 3)) else None


def _full_stop(_match: re.Match[str], _manner: Manner) -> str:
    return "."


def _item(_match: re.Match[str], _manner: Manner) -> str:
    """A bullet whose line was joined to the one before: «đạt. + Tiêu chí 2»."""
    return ""


def _and_so_on(_match: re.Match[str], _manner: Manner) -> str:
    return "vân vân."


def _blank(match: re.Match[str], _manner: Manner) -> str:
    """Dots to be filled in by hand are not said; right after a word they trail off."""
    trails = match[0][0] != "_" and before(match, 1).isalpha()
    return "…" if trails else ""


def _dash(match: re.Match[str], manner: Manner) -> str:
    """Between numbers «đến»; at a line's start a bullet; in a compound nothing; else a breath."""
    left, right = before(match).rstrip(" "), after(match).lstrip(" ")
    if at_line_start(match) or not right:
        return ""
    if any(first.search(left) and last.match(right) for first, last in _RANGES):
        return "đến"
    joined = _joins(match, left, right) and not _are_long(left, right, manner)
    return "" if joined else ","


def _joins(match: re.Match[str], left: str, right: str) -> bool:
    if _HALF_BEFORE.search(left) and _HALF_AFTER.match(right):
        return True
    small = right[0].islower() and _SMALL_BEFORE.search(left)
    tight = not before(match, 1).isspace() and not after(match, 1).isspace()
    codes = _ROOM_BEFORE.search(left) and right[0].isupper()
    return match[0] == "-" and bool(small or (tight and not codes))


def _are_long(left: str, right: str, manner: Manner) -> bool:
    """UBND-MTTQ: names of four syllables need a breath between them; KT-XH does not."""
    sides = re.search(r"[^\W_]+\Z", left), re.match(r"[^\W_]+", right)
    said = (manner.lexicon.spoken(side[0]) or "" for side in sides if side)
    return any(len(words.split()) >= _LONG for words in said)


def _hour_dash(match: re.Match[str], _manner: Manner) -> str | None:
    """After a time, a date or a unit, and before a number, a dash is a range."""
    near = re.search(
        r"[0-9]\s?(?:[hHgG]|giờ|phút|km|m|kg|ha|%|°C|đ|đồng)\Z", before(match).rstrip()
    )
    return "đến" if near and after(match, 3).lstrip()[:1].isdecimal() else None


def _slash(match: re.Match[str], _manner: Manner) -> str | None:
    """«và/hoặc» joins; other slashes between words are a breath: xuyệt is never said."""
    left, right = before(match, 8).rstrip(), after(match, 2).lstrip()
    if left[-1:].isdecimal() and right[:1].isdecimal():
        return None
    return "" if left.rsplit(" ", 1)[-1].lower() == "và" else ","


def _about(match: re.Match[str], _manner: Manner) -> str | None:
    """~5: «khoảng năm»; 5~10: «năm đến mười»."""
    if not re.match(r"\s?[0-9]", after(match, 2)):
        return None
    if before(match, 2).rstrip()[-1:].isdecimal():
        return "đến"
    return "" if follows(match, "khoảng|chừng|độ") else "khoảng"


def _number_sign(match: re.Match[str], _manner: Manner) -> str:
    """#1 «số một»; C# «xê thăng»."""
    return "số" if after(match, 1).isdecimal() and not before(match, 1).isalnum() else "thăng"


def _apart(match: re.Match[str], _manner: Manner) -> str | None:
    """A quote mark stands at a word's edge; inside a word it is a letter, and not ours to drop."""
    left, right = before(match, 1), after(match, 1)
    measures = left.isdecimal() and (match[0] == "'" or (match[0] == '"' and not _is_quoted(match)))
    return None if measures or (left.isalnum() and right.isalnum()) else ""


def _is_quoted(match: re.Match[str]) -> bool:
    """Is a quotation open here? If none is, 55" are inches."""
    line = before(match, _LONGEST_QUOTE).rsplit("\n", 1)[-1]
    return len(_QUOTES.findall(line)) % 2 == 1


_TESTS = r"hiv|hbsag|hbv|hcv|sars-cov-2|covid(?:-19)?|(?:xét nghiệm|kết quả|test)(?:\s\w{1,9}){0,3}"


def _bracketed(match: re.Match[str], _manner: Manner) -> str:
    """«HIV (-)» is the result of a test."""
    plus = match[0] == "+"
    if follows(match, rf"(?:{_TESTS})\s?\("):
        return "dương tính" if plus else "âm tính"
    return "cộng" if plus else "trừ"


RULES = (
    rule("signs.end", "sign", r"\./\.", _full_stop),
    rule("signs.blank", "sign", r"\.{4,}+|…{2,}+|_{2,}+", _blank),
    rule("signs.quote", "sign", r"[\"“”„«»‟‘’']|<<(?=\w)|(?<=\w)>>", _apart),
    rule("signs.item", "sign", rf"(?<=[.;] )\+(?= [{CAPITAL}][^\W\d_])", _item),
    rule("signs.bracketed", "sign", r"(?<=\()[-–−+](?=\))", _bracketed),
    rule("signs.range", "sign", r"[-–]", _hour_dash),
    rule("signs.dash", "sign", r"[-–]{1,3}+", _dash),
    rule("signs.slash", "sign", r"/", _slash),
    rule("signs.about", "sign", r"~", _about),
    rule("signs.number", "sign", r"#(?!#)", _number_sign),
    rule("signs.copyright", "sign", r"©(?=\s?[0-9]{4})", lambda _match, _manner: "bản quyền"),
    rule("signs.step", "sign", rf">(?= [{CAPITAL}][{SMALL}])", _step),
    # Beside a word, not a number, they hold a place for something: "<họ tên>".
    rule("signs.compared", "sign", r"[<>](?=\s?[-−+]?[0-9])|(?<=\s)[<>](?=\s)", _word),
    rule("signs.word", "sign", f"[{''.join(_WORDS.keys() - {'<', '>'})}]", _word),
)
# Before the lexicon, which takes the dot: it is also that of the sentence.
FIRST = (
    rule(
        "signs.and_so_on",
        "word",
        rf"v\.\s?v(?:\.{{1,3}}|…)(?=\s+[{CAPITAL}])",
        _and_so_on,
    ),
)
