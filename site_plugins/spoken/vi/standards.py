"""Standards and regulations: QCVN 01:2021/BYT, TCVN ISO 9001:2015, ISO/IEC 27001."""

import re

from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.issuers import issuer
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import with_zeros
from site_plugins.spoken.vi.years import spoken_year

_KINDS = {
    "QCVN": "quy chuẩn Việt Nam",
    "QCĐP": "quy chuẩn địa phương",
    "QCXDVN": "quy chuẩn xây dựng Việt Nam",
    "QCXD": "quy chuẩn xây dựng",
    "TCVN": "tiêu chuẩn Việt Nam",
    "TCXDVN": "tiêu chuẩn xây dựng Việt Nam",
    "TCXD": "tiêu chuẩn xây dựng",
    "TCCS": "tiêu chuẩn cơ sở",
    "TCQS": "tiêu chuẩn quân sự",
    "TCN": "tiêu chuẩn ngành",
    "QCKT": "quy chuẩn kỹ thuật",
}
_OWN = "QCVN|QCĐP|QCXDVN|QCXD|TCVN|TCXDVN|TCXD|TCCS|TCQS|TCN"
_WORLD = "ISO|IEC|IEEE|ASTM|JIS"


def _kinds(written: str, manner: Manner) -> str:
    kinds = re.findall(r"[A-ZĐ]+", written)
    return " ".join(
        _KINDS.get(kind) or manner.lexicon.spoken(kind) or spelled(kind) for kind in kinds
    )


def _number(written: str, manner: Manner) -> str:
    """08-MT, 11041-1: each part after a breath."""
    parts = re.findall(r"[0-9]+|[A-ZĐ]+", written)
    return ", ".join(
        with_zeros(part, manner.style) if part.isdecimal() else spelled(part) for part in parts
    )


def _standard(match: re.Match[str], manner: Manner) -> str:
    said = f"{_kinds(match['kind'], manner)} {_number(match['n'], manner)}"
    said += f", năm {spoken_year(match['y'], manner)}" if match["y"] else ""
    symbol = match["issuer"]
    return f"{said}, của {issuer(symbol, manner) or symbol}" if symbol else said


def _kind(match: re.Match[str], manner: Manner) -> str:
    return _kinds(match[0], manner)


_KIND = rf"(?P<kind>(?:(?:{_OWN})(?:\s(?:{_WORLD}))?|{_WORLD})(?:[/ ](?:{_WORLD}))?)"
_YEAR = r"(?:\s?[-:–]\s?(?P<y>(?:19|20)[0-9]{2})(?![0-9]))?"
RULES = (
    rule(
        "standards.number",
        "word",
        rf"{_KIND}\s?:?\s?(?P<n>[A-Z]?[0-9]{{1,6}}(?:-(?!(?:19|20)[0-9]{{2}}(?![0-9]))(?:[0-9]{{1,3}}|[A-ZĐ]{{2,3}})){{0,2}}){_YEAR}"
        r"(?:/(?P<issuer>[A-ZĐ&]{2,10}))?(?![\w/])",
        _standard,
    ),
    rule("standards.kind", "word", rf"(?:{_OWN})(?:\s(?:ISO|IEC))?(?!\w)", _kind),
)
