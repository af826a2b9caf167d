"""Numbers of documents: the number, the year, and the issuer once; never «xuyệt» nor «gạch».

`Nghị định số 49/2024/NĐ-CP` is «Nghị định số bốn mươi chín, năm hai nghìn không trăm hai mươi tư,
của Chính phủ». The type is said only where the text does not say it, the issuer only where the
sentence does not; the drafting unit after an issuer (1921/UBND-TH) is left out. A station may
have the number alone said («Nghị định bốn mươi chín»).
"""

import re
from dataclasses import replace
from enum import Enum

from site_plugins.spoken.context import before, follows
from site_plugins.spoken.engine import Manner, Upto, rule
from site_plugins.spoken.syllables import is_word
from site_plugins.spoken.vi.document_types import NAME, SYMBOL, type_name
from site_plugins.spoken.vi.forms import FORMS
from site_plugins.spoken.vi.letters import NAMES
from site_plugins.spoken.vi.numbers import whole, with_zeros
from site_plugins.spoken.vi.symbols import TAIL, Symbols, told_apart
from site_plugins.spoken.vi.years import spoken_year

YEAR = r"(?:1[89]|20|21)[0-9]{2}"
_FIGURES = r"(?P<number>[0-9]{1,3}\.[0-9]{3}|[0-9]{1,6})"
_SLASH = r"\s{0,3}/\s{0,3}"
_PARTY = (
    rf"{_FIGURES}(?P<letter>[a-zđ](?![a-zđ]))?(?:\s?[-–]\s?|\s)?"
    rf"(?P<kind>[A-ZĐ][A-Za-zĐđ]{{1,4}})\s?/\s?{TAIL}"
)
_NUMBERED = (
    rf"{_FIGURES}(?P<letter>[a-zA-ZĐđ])?"
    rf"(?:{_SLASH}(?:(?P<year>{YEAR}){_SLASH})?|\s(?=(?:{SYMBOL})-[A-ZĐ]{{2}})|"
    rf"-(?=(?:CP|TTg|HĐBT)(?!\w))){TAIL}"
)
_BLANK = (
    rf"(?:[Ss]ố\s?:?[\s.…_]{{0,60}})?"
    rf"(?:/\s?(?:(?P<year>{YEAR})\s?/\s?)?|[-–]\s?(?P<kind>{SYMBOL})\s?/\s?){TAIL}"
)
# Further numbers of the same list: «Nghị quyết số 57, 59, 66 và 68-NQ/TW».
_LISTED = r"(?:[\s:]{1,3}[0-9]{1,6}[a-zđ]?(?:/[0-9]{4})?(?:,|;|\svà|\shoặc)){0,8}"
TYPED = rf"(?:{NAME}|(?:{SYMBOL}))(?:\s{{0,3}}số)?{_LISTED}"
_DATE_WORDS = (
    r"[\s(,]{0,3}(?:(?:ký |ban hành )?ngày)?[\s0-9/.…_-]{0,24}(?:tháng[\s0-9.…_]{1,16})?"
    r"(?:năm[\s0-9.…_]{1,16})?\)?"
)
_FURTHER = re.compile(
    rf"(?:{_DATE_WORDS}(?:,|;|\svà)\s(?:(?:{NAME})\s)?(?:số\s)?"
    rf"[0-9]{{1,6}}[a-zđ]?(?:/{YEAR})?[-/][\w&]{{1,12}}[-/][\w&]{{1,12}}(?![\w/-])){{0,8}}",
    re.IGNORECASE,
)
_LAST_SYMBOL = re.compile(r"[-/]([A-Za-zĐđ][\w&]{1,15})(?![\w/-])")
_BY_FOLLOWS = re.compile(rf"{_DATE_WORDS}[\s,]{{0,3}}(?:của\s|(?:do|được)\s(?=[A-ZĐỦ]))")
_SET_OFF = re.compile(r"\s(?:ngày|của|do|được)\s")
# The document before this one: in a list of bare numbers it has the same issuer, and what is said
# to be «của …» is of that one alone.
_ITEM_BEFORE = re.compile(
    rf"(?P<symbols>[\w&/-]{{4,40}}){_DATE_WORDS}(?:,|;|\svà|\shoặc)\s?(?:số\s)?\Z"
)
_OF_ANOTHER = re.compile(rf"[-/][\w&]{{2,16}}{_DATE_WORDS}[\s,]{{0,3}}(?:của|do)\s\Z")
_LISTED_BEFORE = re.compile(r"(?P<symbol>[A-ZĐa-z]{1,5})[-/][\w&-]{1,24}(?:,|;|\svà)\s?(?:số\s)?\Z")
# A letter has no symbol of its type: 1921/UBND-TH.
_LETTER = "Công văn"
_SAID_REACH = 90
_WITHIN = r"(?<![\w/-])(?<!Thủ tướng )(?<!Văn phòng )(?<!Thanh tra )(?<!Thường vụ )"


def _clause(match: re.Match[str]) -> str:
    return " ".join(re.split(r"[.;]\s", before(match, _SAID_REACH))[-1].split())


class _Named(Enum):
    """What the text itself says before a number."""

    TYPE = "Nghị định số"
    LISTED = "Nghị định số 136/2020/NĐ-CP,"
    NUMBER = "Số:"
    NOTHING = ""


def _named(match: re.Match[str], kind: str) -> _Named:
    """The type may stand right before the number, or in the same clause before its «số»."""
    number = follows(match, "số|ký hiệu")
    in_clause = number and kind and kind.lower() in _clause(match).lower()
    if in_clause or follows(match, TYPED):
        return _Named.TYPE
    listed = _LISTED_BEFORE.search(before(match))
    if listed and kind and kind == (type_name(listed["symbol"]) or _LETTER):
        return _Named.LISTED
    return _Named.NUMBER if number else _Named.NOTHING


def _list_end(match: re.Match[str], told: Symbols) -> int:
    """Where a list of numbers by the same issuer ends: «…, số 50/2024/NĐ-CP của Chính phủ»."""
    further = _FURTHER.match(match.string, told.end, told.end + 240)
    same = further and {told.symbol}.issuperset(_LAST_SYMBOL.findall(further[0]))
    return further.end() if further and same else told.end


def _issuer_said(match: re.Match[str], told: Symbols, manner: Manner) -> bool:
    """Said after the number («… của Chính phủ»), or before it in the same clause."""
    end = _list_end(match, told)
    if _BY_FOLLOWS.match(match.string, end, end + 90):
        return True
    name, clause = told.issuers[0].split(" khóa ")[0], _clause(match)
    listed = _ITEM_BEFORE.search(clause + " ")
    if listed and told.symbol in re.split("[-/]", listed["symbols"]):
        return True
    forms = (name, "Thành ủy" if name == "Tỉnh ủy" else name, *_written(name, manner))
    return any(_names_it(clause, form) for form in forms)


def _names_it(clause: str, form: str) -> bool:
    """Is the issuer named there, and not only as another document's?"""
    named = re.finditer(rf"{_WITHIN}{re.escape(form)}(?!\w)", clause)
    return any(not _OF_ANOTHER.search(clause, 0, place.start()) for place in named)


def _written(name: str, manner: Manner) -> tuple[str, ...]:
    return manner.lexicon.written_for.get(name, ())


def _by(match: re.Match[str], told: Symbols, manner: Manner) -> str:
    """Who issued it, where the text does not say so; the short way never says it."""
    if manner.style.document == "short" or not (told.unknown or told.issuers):
        return ""
    if told.issuers and _issuer_said(match, told, manner):
        return ""
    return f" của {told.issuer or _told(told.unknown)}"


def _told(unknown: str) -> str:
    """A symbol nobody knows, such that the audit does not take it for a word (KHO)."""
    return f"-{unknown}" if is_word(unknown) else unknown


def label(figures: str, letter: str | None, manner: Manner) -> str:
    """The number itself; the station may drop the zero of 07."""
    read = whole if manner.style.document_zero == "dropped" else with_zeros
    said = read(figures.replace(".", ""), manner.style)
    return f"{said} {NAMES[letter.lower()]}" if letter else said


def year(figures: str | None, manner: Manner) -> str:
    """The year of the number, which the short way leaves out."""
    if not figures or manner.style.document == "short":
        return ""
    return f", năm {spoken_year(figures, manner)}"


def _before_it(named: _Named, kind: str, manner: Manner) -> str:
    """What the text does not say before the number: its type, or only «số»."""
    number = "" if manner.style.document == "short" and kind else "số "
    if named in {_Named.TYPE, _Named.NUMBER}:
        return ""
    return number if named is _Named.LISTED or not kind else f"{kind} {number}"


def _said(match: re.Match[str], told: Symbols, named: _Named, manner: Manner) -> Upto:
    """A type that only «số» stands for is said after the number: «Số: 12, Kế hoạch của …»."""
    said = _before_it(named, told.kind, manner) + label(match["number"], match["letter"], manner)
    said += year(match.groupdict().get("year"), manner)
    kind = f" {told.kind}" if named is _Named.NUMBER and told.kind else ""
    about = kind + _by(match, told, manner)
    said += f",{about}" if about else ""
    return Upto(told.end, said + breath(match, told.end, said))


def breath(match: re.Match[str], end: int, said: str) -> str:
    """A number said in several parts is set off from its date and its issuer."""
    return "," if "," in said and _SET_OFF.match(match.string, end) else ""


def _is_document(match: re.Match[str], told: Symbols, named: _Named) -> bool:
    """Not 50.000đ/HS, 12/QL or 5/kg: its symbols are known, or the text says what it is."""
    symbols = match["symbols"][: told.end - match.start("symbols")]
    if named is not _Named.NOTHING:
        return bool(told.kind or told.issuers) or re.match(r"[A-ZĐ]{2}", symbols) is not None
    if match["year"]:
        return bool(told.issuers) or "-" in symbols
    return bool(told.issuers) and "-" in symbols


def _numbered(match: re.Match[str], manner: Manner) -> Upto | None:
    told = told_apart(match, manner)
    if not (told.kind or match["year"]) and told.issuers:
        told = replace(told, kind=_LETTER)
    named = _named(match, told.kind)
    if not _is_document(match, told, named) or follows(match, FORMS):
        return None
    return _said(match, told, named, manner)


def _party(match: re.Match[str], manner: Manner) -> Upto | None:
    """66-NQ/TW: the type stands before the slash."""
    kind = type_name(match["kind"])
    if not kind:
        return None
    return _said(match, told_apart(match, manner, kind), _named(match, kind), manner)


def _blank(match: re.Match[str], manner: Manner) -> Upto | None:
    """«Số:    /KH-UBND»: the number is not there yet; the type and the issuer are."""
    told = told_apart(match, manner, type_name(match["kind"] or ""))
    if not told.kind or not told.issuers:
        return None
    kind = "" if follows(match, TYPED) else told.kind
    by = "" if _issuer_said(match, told, manner) else f"của {told.issuer}"
    dated = year(match["year"], manner).removeprefix(", ")
    breath_after = "," if dated and (by or _SET_OFF.match(match.string, told.end)) else ""
    return Upto(told.end, f"{kind} {dated}{breath_after} {by}".strip())


def _unsaid(match: re.Match[str], manner: Manner) -> str | None:
    """«số» before a number that the short way calls by its type alone."""
    return "" if manner.style.document == "short" and follows(match, NAME) else None


_NEXT = re.sub(r"\?P<\w+>", "?:", rf"(?:{_PARTY}|{_NUMBERED})")
RULES = (
    rule("documents.blank", "word sign", _BLANK, _blank),
    rule("documents.short", "word", rf"số\s?:?\s?(?={_NEXT})", _unsaid),
    rule("documents.party", "figure", _PARTY, _party),
    rule("documents.number", "figure", _NUMBERED, _numbered),
)
