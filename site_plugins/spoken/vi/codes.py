"""Roads, kilometre marks, standards, vehicle plates, file codes."""

import re

from site_plugins.spoken.context import follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.issuers import issuer
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import cardinal, spell, whole, with_zeros

_ROADS = {"QL": "quốc lộ", "TL": "tỉnh lộ", "ĐT": "đường tỉnh", "ĐH": "đường huyện"}
_STANDARDS = {"QCVN": "quy chuẩn Việt Nam", "TCVN": "tiêu chuẩn Việt Nam"}
_CODED = r"mã hồ sơ|mã số|mã|số hồ sơ|số seri"


def _road(match: re.Match[str], manner: Manner) -> str:
    letter = f" {spelled(match['letter'])}" if match["letter"] else ""
    return f"{_ROADS[match['road']]} {whole(match['n'], manner.style)}{letter}"


def _mark(match: re.Match[str], manner: Manner) -> str:
    """Km12+500: «ki lô mét mười hai cộng năm trăm»."""
    metres = f" cộng {whole(match['m'], manner.style)}" if match["m"] else ""
    return f"ki lô mét {whole(match['km'], manner.style)}{metres}"


def _standard(match: re.Match[str], manner: Manner) -> str:
    said = f"{_STANDARDS[match['kind']]} {with_zeros(match['n'], manner.style)}"
    said += f", năm {cardinal(int(match['y']), manner.style)}" if match["y"] else ""
    symbol = match["issuer"]
    return f"{said}, của {issuer(symbol, manner) or symbol}" if symbol else said


def _figures_and_letters(match: re.Match[str], manner: Manner) -> str:
    parts = re.findall(r"[0-9]+|[A-ZĐ]+", match[0])
    return ", ".join(
        spell(part, manner.style) if part.isdecimal() else spelled(part) for part in parts
    )


def _file(match: re.Match[str], manner: Manner) -> str | None:
    return _figures_and_letters(match, manner) if follows(match, _CODED) else None


RULES = (
    rule(
        "codes.road",
        "word",
        r"(?P<road>QL|TL|ĐT|ĐH)\s?\.?\s?(?P<n>[0-9]{1,3})(?P<letter>[A-ZĐ]?)(?!\w)",
        _road,
    ),
    rule(
        "codes.kilometre_mark",
        "word",
        r"[Kk]m\s?(?P<km>[0-9]{1,4})(?:\s?\+\s?(?P<m>[0-9]{1,3}))?(?!\w)",
        _mark,
    ),
    rule(
        "codes.standard",
        "word",
        r"(?P<kind>QCVN|TCVN)\s?(?P<n>[0-9]{1,5})(?:[-:](?P<y>(?:19|20)[0-9]{2}))?"
        r"(?:/(?P<issuer>[A-ZĐ&]{2,10}))?(?![\w/])",
        _standard,
    ),
    rule(
        "codes.plate",
        "figure",
        r"[1-9][0-9][A-ZĐ]{1,2}[0-9]?\s?[-.]\s?(?:[0-9]{3}\.[0-9]{2}|[0-9]{4,5})(?![0-9])",
        _figures_and_letters,
    ),
    rule("codes.file", "figure word", r"[A-ZĐ0-9]{2,12}(?:[.-][A-ZĐ0-9]{1,12}){2,8}(?!\w)", _file),
)
