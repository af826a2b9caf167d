"""Documents named in passing: «NĐ số 49», «Nghị định 49/2024», «các Nghị quyết 57, 59 và 68»."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.document_types import FIRM_NAME, NAME, SYMBOL, type_name
from site_plugins.spoken.vi.documents import TYPED, YEAR, label, year
from site_plugins.spoken.vi.issuers import authority

# Symbols that are a type before any number, before «số», and before a number with symbols.
_FIRM = r"NĐ|QĐ|NQ|TTLT|TTr|CTr|VBHN|QyĐ|NQLT|nđ|qđ|nq|Nđ|Qđ|Nq"
_NUMBERED = r"TT|CT|KH|HD|TB|BC|KL|CV|CĐ|QC|ĐA"
_SYMBOLS = rf"[0-9]{{1,6}}[a-zđ]?\s?(?:/\s?(?:{YEAR}|(?:{SYMBOL})[-–])|[-–]\s?(?:{SYMBOL})\s?/)"
_TYPE = (
    rf"(?P<symbol>(?:{_FIRM})(?=\s?(?:số\s?:?\s?)?[0-9])|(?:{_NUMBERED})(?=\ssố\s?:?\s?[0-9])|"
    rf"(?:{SYMBOL}|tt)(?=\s?(?:số\s?:?\s?)?{_SYMBOLS}))"
)
_JOIN = r"(?:\s?[,;]\s?|\svà\s|\shoặc\s)"
_ITEM = r"[0-9]{1,6}(?:[a-zđ](?!\w))?(?![\w%]|\s?[-–/]\s?\w|[.,][0-9]{3}(?![0-9])|[.][0-9])"
# «quyết định 02 việc» decides two things; «Nghị quyết 04» can only be a name.
_CITED = rf"{FIRM_NAME}|(?:{NAME})\s{{0,3}}số|(?:{_FIRM})(?:\s?số)?"
_COUNTED = re.compile(r"\s(?:năm|tháng|ngày|lần|cấp|điều|nội dung|trang)(?!\w)")
_LAST_MONTH = 12
_LISTED_BEFORE = re.compile(r"/[0-9]{4}(?:,|;|\svà|\shoặc)\s\Z")
_SURE = (
    rf"(?:{_CITED}|thông báo|quyết định|kết luận|công văn|luật|(?:{SYMBOL}))"
    r"(?:[\s:]{1,3}[0-9]{1,6}/[0-9]{4}(?:,|;|\svà)){0,4}|số"
)


def _type(match: re.Match[str], _manner: Manner) -> str:
    """TT 39/2020/TT-BTTTT: the symbol is the type's name."""
    return type_name(match["symbol"])


def _unnumbered(match: re.Match[str], manner: Manner) -> str | None:
    """«các QĐ-UBND», «NĐ-CP số 49»: the type and who issues it."""
    who = authority(match["by"], manner)
    return f"{type_name(match['symbol'])} của {who}" if who else None


def _dated(match: re.Match[str], manner: Manner) -> str | None:
    """«Nghị định 12/2024» is no month but a number and its year; «báo cáo 6/2025» may be either.

    After another number and its year the next one is set off by its «số».
    """
    sure = follows(match, _SURE)
    if not (sure or follows(match, TYPED)):
        return None
    if not sure and int(match["number"]) <= _LAST_MONTH:
        return match[0]
    listed = manner.style.document == "full" and _LISTED_BEFORE.search(before(match))
    said = label(match["number"], match["letter"], manner) + year(match["year"], manner)
    return f"số {said}" if listed else said


def _cited(match: re.Match[str], manner: Manner) -> str | None:
    """Numbers of documents, one or several: each zero is said, no comma is a decimal."""
    if not follows(match, _CITED) or _COUNTED.match(after(match, 10)):
        return None
    return re.sub(r"([0-9]+)([a-zđ]\b)?", lambda item: label(item[1], item[2], manner), match[0])


RULES = (
    rule("documents.type", "word", _TYPE, _type),
    rule(
        "documents.unnumbered",
        "word",
        r"(?P<symbol>NĐ|QĐ|NQ|TTr|KH)[-–](?P<by>[A-ZĐƯ][A-Za-zĐđƯư0-9&]{1,12})(?![\w-])",
        _unnumbered,
    ),
    rule(
        "documents.dated",
        "figure",
        rf"(?P<number>[0-9]{{1,6}})(?P<letter>[a-zđ])?\s?/\s?(?P<year>{YEAR})(?!\w|\s?[/-]\s?\w)",
        _dated,
    ),
    rule(
        "documents.cited",
        "figure",
        rf"{_ITEM}(?:(?:{_JOIN}{_ITEM}){{1,20}}|(?<=[a-zđ])|(?<=0[0-9])|(?<=0[0-9][0-9]))",
        _cited,
    ),
)
