"""Numbers of documents: the number, the year, and the issuer once; never «xuyệt» nor «gạch».

`Nghị định số 49/2024/NĐ-CP` is «Nghị định số bốn mươi chín, năm hai nghìn không trăm hai mươi tư,
của Chính phủ». The type is said only where the text does not say it, the issuer only where the
sentence does not; the drafting unit after an issuer (1921/UBND-TH) is left out.
"""

import re
from dataclasses import dataclass

from site_plugins.spoken.context import before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.dates import FULL_DATE
from site_plugins.spoken.vi.issuers import TYPE_NAMES, TYPES, issuer, split_glued
from site_plugins.spoken.vi.letters import NAMES
from site_plugins.spoken.vi.numbers import cardinal, with_zeros

_SYMBOL = r"[A-ZĐƯ][A-Za-zĐđƯư0-9&]{0,11}"
_DASH = r"\s?[-–]\s?"
_TAIL = rf"(?P<symbols>{_SYMBOL}(?:{_DASH}{_SYMBOL}|[.,]{_SYMBOL}){{0,4}})(?![\w])"
_YEAR = r"(?:1[89]|20|21)[0-9]{2}"
_NUMBER = r"(?P<number>[0-9]{1,6})(?P<letter>[a-zA-ZĐđ]?)"
_ISSUER_FOLLOWS = re.compile(
    rf"\s*,?\s*(?:\(?(?:ngày|ký ngày|ban hành ngày)?\s*(?:{FULL_DATE}|"
    r"[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4})\)?)?\s*,?\s*(?:do|của)\s"
)
_DATE_FOLLOWS = re.compile(r"\s+ngày\s")
_SAID_REACH = 90


@dataclass(frozen=True)
class _Symbols:
    """What stands after the last slash, told apart; `unknown` is what nothing explains."""

    kind: str = ""
    issuers: tuple[str, ...] = ()
    unknown: str = ""


def _told_apart(symbols: str, manner: Manner) -> _Symbols:
    parts = [part.strip() for part in re.split(r"[-–.,]", symbols)]
    if parts[0] in TYPES and len(parts) > 1:
        return _issued(parts[1:], TYPES[parts[0]], manner)
    glued = split_glued(parts[0], manner)
    if glued and not issuer(parts[0], manner):
        return _issued([glued[1], *parts[1:]], TYPES[glued[0]], manner)
    return _issued(parts, "", manner)


def _issued(parts: list[str], kind: str, manner: Manner) -> _Symbols:
    """The first is the issuer; further ones too in a joint circular, else drafting units."""
    first = issuer(parts[0], manner)
    if first is None:
        return _Symbols(kind, unknown=parts[0])
    more = [issuer(part, manner) for part in parts[1:]] if "liên tịch" in kind else []
    return _Symbols(kind, (first, *(name for name in more if name)))


def _type_said(match: re.Match[str]) -> bool:
    return follows(
        match, rf"(?:{TYPE_NAMES}|luật|công văn|văn bản)(?:\s(?:số|liên tịch))*|số|ký hiệu"
    )


def _issuer_said(match: re.Match[str], names: tuple[str, ...], manner: Manner) -> bool:
    """Said after the number («… của Chính phủ»), or before it in the same clause."""
    if _ISSUER_FOLLOWS.match(match.string, match.end(), match.end() + 60):
        return True
    clause = " ".join(re.split(r"[.;]", before(match, _SAID_REACH))[-1].split())
    written = manner.lexicon.written_for.get(names[0], ())
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", clause) for name in (names[0], *written)
    )


def _kind(match: re.Match[str], kind: str) -> str:
    return "" if _type_said(match) or not kind else f"{kind} số "


def _of(match: re.Match[str], told: _Symbols, manner: Manner) -> str:
    if told.unknown:
        return f", của {told.unknown}"
    dated = "," if _DATE_FOLLOWS.match(match.string, match.end()) else ""
    if _issuer_said(match, told.issuers, manner):
        return dated if match.groupdict().get("year") else ""
    return f", của {' và '.join(told.issuers)}{dated}"


def _numbered(match: re.Match[str], manner: Manner) -> str | None:
    told = _told_apart(match["symbols"], manner)
    year = f", năm {cardinal(int(match['year']), manner.style)}" if match["year"] else ""
    number = with_zeros(match["number"], manner.style) + _letter(match)
    return f"{_kind(match, told.kind)}{number}{year}{_of(match, told, manner)}"


def _letter(match: re.Match[str]) -> str:
    return f" {NAMES.get(match['letter'].lower(), '')}" if match["letter"] else ""


def _party(match: re.Match[str], manner: Manner) -> str | None:
    """66-NQ/TW: the type stands before the slash."""
    if match["kind"] not in TYPES:
        return None
    told = _issued(re.split(_DASH, match["symbols"]), TYPES[match["kind"]], manner)
    number = with_zeros(match["number"], manner.style) + _letter(match)
    return f"{_kind(match, told.kind)}{number}{_of(match, told, manner)}"


def _blank(match: re.Match[str], manner: Manner) -> str | None:
    """«Số:    /KH-UBND»: the number is not there yet; the kind and the issuer are."""
    told = _told_apart(match["symbols"], manner)
    if not told.kind or told.unknown:
        return None
    return f"{told.kind} của {' và '.join(told.issuers)}"


RULES = (
    rule(
        "documents.party",
        "figure",
        rf"{_NUMBER}{_DASH}(?P<kind>[A-ZĐ][A-Za-zĐđ]{{1,3}})\s?/\s?{_TAIL}",
        _party,
    ),
    rule(
        "documents.number",
        "figure",
        rf"{_NUMBER}\s?/\s?(?:(?P<year>{_YEAR})\s?/\s?)?{_TAIL}",
        _numbered,
    ),
    rule("documents.blank", "sign", rf"/\s?{_TAIL}", _blank),
)
