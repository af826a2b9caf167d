"""Hotlines and service numbers: 1900 …, 1800 …, 111 to 115, 1022, numbers for text messages."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.counted import counts, stands_alone
from site_plugins.spoken.vi.numbers import spell
from site_plugins.spoken.vi.phones import GAP, telephone, written_groups
from site_plugins.spoken.vi.web import as_words

_TO = r"(?:\s(?:số|đến|tới|ngay|qua|theo|vào|về|điện|khẩn cấp|miễn phí|đầu số|tổng đài|hotline))"
_LINE = (
    r"(?:[☎📞]|tổng đài|hotline|đường dây nóng|đầu số|máy lẻ|số máy|số nội bộ|số khẩn cấp|"
    r"(?:số )?điện thoại khẩn(?: cấp)?|kênh|ext\.?)"
)
# What directly names a line; a verb before a number may also govern what is counted.
_NAMED = rf"{_LINE}(?:\s(?:quốc gia|số|khẩn cấp|miễn phí|gồm|là|của (?:tỉnh|xã|thành phố))){{0,3}}"
_CALLED = (
    r"(?:gọi|bấm|quay|liên hệ|liên lạc|điện thoại|đt|alo|báo|phản ánh|tố giác|đến|tới|qua|vào)"
    rf"{_TO}{{1,4}}|"
    r"gọi|bấm|quay số|alo|báo|điện thoại|đt|sđt|cấp cứu|cứu thương|cứu hỏa|cứu hoả|chữa cháy|"
    r"phòng cháy|pccc|cảnh sát|công an|cứu nạn|lực lượng|bảo vệ trẻ em|trung tâm|cổng|đường dây|"
    r"ứng dụng|hệ thống|nền tảng"
)
_OTHERS = (
    r"(?:\s?[:(])?(?:\s?(?:1[89]00[ .-]?)?[0-9]{3,4}\s?(?:\([^()]{1,20}\)\s?)?"
    r"(?:[,;/]|và|hoặc|hay|-|–)){0,4}"
)
_SENTENCE_OF_A_LINE = re.compile(
    r"(?<!\w)(?:tổng đài|hotline|đường dây nóng|gọi)(?:,?\s[^\W\d]{1,9}){0,12}[\s:]*\Z",
    re.IGNORECASE,
)
_MESSAGE = (
    r"(?:nhắn(?: tin)?|gửi(?: tin)?(?: nhắn)?)(?: về| đến| tới| vào)?(?: (?:tổng đài|đầu số|số))?"
)
_WRITING = re.compile(
    r"(?<!\w)(?:soạn|nhắn|tin nhắn|cú pháp|sms)(?!\w)[^.;]{0,70}\Z", re.IGNORECASE
)
_TEXT = (
    r"(?:soạn|cú pháp|nhắn)(?:\s(?:tin|tin nhắn|nhắn|sms|theo cú pháp|cú pháp|là)){0,3}"
    r"(?:[\s:]{1,2}[A-ZĐ]{2,8}){0,2}"
)
# «1022 Quảng Nam», «111 bảo vệ trẻ em», «113 (Công an)»: whose line it is.
_WHOSE = {
    "1022": re.compile(r"\s[A-ZĐ]\w{1,6}\s[A-ZĐ]"),
    "111": re.compile(r"\s(?:\()?bảo vệ trẻ em"),
}
_SERVES = re.compile(
    r"\s\((?:công an|cảnh sát|cứu hỏa|cứu hoả|chữa cháy|cấp cứu|cứu thương|y tế|cứu nạn)",
    re.IGNORECASE,
)
_IS_A_LINE = re.compile(r"\s(?:là|:)\s(?:số|tổng đài|đường dây|đầu số)")


def _line_of(written: str, manner: Manner) -> str:
    return telephone(written_groups(written), manner.style)


def _line(match: re.Match[str], manner: Manner) -> str:
    return _line_of(match[0], manner)


def _services(match: re.Match[str], manner: Manner) -> str:
    """«1900 9095, 1900 3228»: between two numbers more than the breath between their groups."""
    return "; ".join(_line_of(part[0], manner) for part in re.finditer(_SERVICE, match[0]))


def _service(match: re.Match[str], manner: Manner) -> str | None:
    """1900 1234; «1900-1945» are years, and what is counted is an amount."""
    called = follows(match, rf"{_NAMED}|{_CALLED}")
    years = re.fullmatch(r"1[89]00[- ](?:1[6-9]|20)[0-9]{2}", match[0])
    full = re.fullmatch(
        r"1[89]00[ .-]?[0-9]{4}(?:[0-9]{2})?|1[89]00(?:[ .][0-9]{2,3}){2,3}", match[0]
    )
    if counts(match) or not (called or (full and not years and stands_alone(match))):
        return None
    return _line(match, manner)


def _national(match: re.Match[str], manner: Manner) -> str | None:
    """111 to 115, 1022, 156: the name of a line where one is spoken of and nothing is counted."""
    if not (_is_theirs(match) or (_is_named(match) and stands_alone(match))):
        return None
    return ", ".join(spell(number, manner.style) for number in re.findall("[0-9]+", match[0]))


def _is_theirs(match: re.Match[str]) -> bool:
    """Its owner's name stands after it; «số 1022 Nguyễn Trãi» is a house."""
    owner = _WHOSE.get(match[0], _SERVES).match(after(match))
    return owner is not None and not follows(match, "năm|số")


def _is_named(match: re.Match[str]) -> bool:
    return (
        follows(match, rf"(?:{_NAMED}|{_CALLED}){_OTHERS}")
        or _SENTENCE_OF_A_LINE.search(before(match, 90)) is not None
        or (follows(match, "số") and _IS_A_LINE.match(match.string, match.end()) is not None)
    )


def _short(match: re.Match[str], manner: Manner) -> str | None:
    if follows(match, _NAMED) and not counts(match):
        return _line(match, manner)
    return None


def _texted_to(match: re.Match[str], manner: Manner) -> str | None:
    """«soạn DK gửi 5656»: the number that a text message goes to."""
    writing = _WRITING.search(before(match, 90))
    return (
        _line(match, manner)
        if writing and follows(match, _MESSAGE) and stands_alone(match)
        else None
    )


def _text(match: re.Match[str], manner: Manner) -> str | None:
    """What is to be typed: letters by their names, a word that can be read as a word."""
    if not follows(match, _TEXT) or manner.lexicon.spoken(match[0]):
        return None
    return as_words(match[0], manner)


def _beginnings(match: re.Match[str], manner: Manner) -> str | None:
    """«đầu số +375, +563»: what the numbers of a country begin with."""
    if not follows(match, r"(?:đầu số|mã vùng|mã quốc gia|số lạ)(?: (?:lạ|là|như|quốc tế)){0,2}"):
        return None
    codes = re.findall("[0-9]+", match[0])
    return ", ".join(f"cộng {spell(code, manner.style)}" for code in codes)


def _keys(match: re.Match[str], manner: Manner) -> str:
    """*101#: what is pressed on a telephone."""
    names = {"*": "sao", "#": "thăng"}
    parts = re.findall(r"[*#]|[0-9]+", match[0])
    return " ".join(names.get(part) or spell(part, manner.style) for part in parts)


_END = r"(?![0-9]|[.,/-][0-9])"
_SERVICE = rf"1[89]00(?:{GAP}?[0-9]{{2,6}}){{1,3}}(?![0-9])"
RULES = (
    rule(
        "hotlines.services",
        "figure",
        rf"{_SERVICE}(?:\s?[,;/]\s?{_SERVICE}){{1,4}}{_END}",
        _services,
    ),
    rule("hotlines.service", "figure", rf"1[89]00(?:{GAP}?[0-9]{{2,6}}){{1,3}}{_END}", _service),
    rule(
        "hotlines.national",
        "figure",
        rf"(?:11[1-9](?:[,/-]11[1-9]){{0,4}}|1022|156|5656){_END}",
        _national,
    ),
    rule("hotlines.short", "figure", rf"[0-9]{{2,6}}{_END}", _short),
    rule("hotlines.message", "figure", rf"[1-9][0-9]{{2,3}}{_END}", _texted_to),
    rule("hotlines.text", "word figure", r"[0-9]{0,3}[A-ZĐ][A-ZĐ0-9_]{1,30}(?!\w)", _text),
    rule(
        "hotlines.beginnings",
        "sign",
        rf"\+[1-9][0-9]{{0,3}}(?:(?:,\s?| và | hoặc )\+[1-9][0-9]{{0,3}}){{0,5}}{_END}",
        _beginnings,
    ),
    rule("hotlines.keys", "sign", r"\*[0-9]{2,4}(?:\*[0-9]{1,16}){0,3}#", _keys),
)
