"""Codes of forms: «mẫu số 01a-HSB», «Mẫu 02/BHXH», «mẫu CT01»: figures and the names of letters."""

import re

from site_plugins.spoken.context import follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.issuers import authority
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import with_zeros

FORMS = (
    r"(?:biểu\s)?mẫu(?:\s(?:đơn|biểu|phiếu|tờ khai))?(?:\ssố)?|biểu(?:\ssố)?|phụ lục(?:\ssố)?|"
    r"tờ khai(?:\ssố)?"
)
_PART = re.compile(r"[0-9]+|[A-Za-zĐđ]+")
_LABELLED = re.compile(r"(?<![0-9])0|[0-9][a-zđ]")


def _part(part: str, manner: Manner) -> str:
    if part.isdecimal():
        return with_zeros(part, manner.style)
    return _known(part, manner) or spelled(part)


def _known(letters: str, manner: Manner) -> str | None:
    """BHXH, GTGT; two letters may stand for anything, three for much."""
    known = authority(letters, manner) if len(letters) > 2 else None
    return known or (manner.lexicon.spoken(letters) if len(letters) > 3 else None)


def _code(match: re.Match[str], manner: Manner) -> str | None:
    """Each run of figures as a number with its zeros, each letter by its name."""
    if not follows(match, FORMS):
        return None
    blocks = re.split(r"\s?[-–/.]\s?", match[0])
    return ", ".join(_in_parts(block, manner) for block in blocks)


def _in_parts(block: str, manner: Manner) -> str:
    return " ".join(_part(part, manner) for part in _PART.findall(block))


def _listed(match: re.Match[str], manner: Manner) -> str | None:
    """«Mẫu số 01, 02», «1a, 1b, 03»: the second keeps its zero too."""
    if not (follows(match, FORMS) and _LABELLED.search(match[0])):
        return None
    return re.sub(r"[0-9]+[a-zđ]?", lambda item: _in_parts(item[0], manner), match[0])


_COUNTED = r"\s(?:bản|bộ|tờ|trang|người|ngày|tháng|năm|lần)(?!\w)"
_NUMBER = rf"[0-9]{{1,3}}[a-zđ]?(?![\w/%]|[-–.,]\w|{_COUNTED})"
_BLOCK = r"[A-ZĐ0-9]{1,8}[a-zđ]?(?!\w)"
RULES = (
    rule("legal.form", "figure", rf"{_NUMBER}(?:(?:,\s|\svà\s){_NUMBER}){{1,12}}", _listed),
    rule(
        "legal.form",
        "figure word",
        rf"(?![IVX]{{1,6}}\.[0-9])(?=[0-9./–-]{{0,8}}[A-Za-zĐđ])(?=[A-ZĐ./–-]{{0,12}}[0-9]){_BLOCK}"
        rf"(?:\s?[-–/.]\s?{_BLOCK}){{0,3}}",
        _code,
    ),
)
