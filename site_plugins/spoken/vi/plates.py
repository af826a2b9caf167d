"""Plates of vehicles, numbers of boats: figures one by one, letters by their names."""

import re

from site_plugins.spoken.context import follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.counted import counts
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import spell

_PLATE = (
    r"(?:biển (?:kiểm soát|số(?: xe)?|đăng ký|xanh|trắng|vàng|đỏ|xe)|bks|bsx|biển|xe|ô tô|mô tô|"
    r"xe máy)"
    r"(?: số| là)?"
)
_BOAT = (
    r"(?:tàu(?: cá| thuyền| hàng| vỏ thép| vận tải| vỏ gỗ)?|phương tiện|thuyền|sà lan|số hiệu|"
    r"số đăng ký|ghe)(?: số hiệu| số| mang số hiệu)?"
)
_RUN = re.compile(r"[0-9]+|[A-Za-zĐđ]+")


def _said(part: str, manner: Manner) -> str:
    return " ".join(
        spell(run, manner.style) if run.isdecimal() else spelled(run) for run in _RUN.findall(part)
    )


def _plate(match: re.Match[str], manner: Manner) -> str:
    """20A-123.45: the province, the series, the number, as they are printed on the plate."""
    series = f"{match['series']}{match['digit'] or ''}"
    number = match["n"]
    groups = number.split(".") if "." in number else [number[:3], number[3:]]
    if len(number) == 4:
        groups = [number]
    head = [spell(match["province"], manner.style), _said(series, manner)]
    return ", ".join([*head, *(spell(group, manner.style) for group in groups)])


def _named(match: re.Match[str], manner: Manner) -> str | None:
    named = follows(match, _PLATE) and not counts(match)
    return _plate(match, manner) if named else None


def _parts(match: re.Match[str], manner: Manner) -> str | None:
    """Plates of the army and of embassies, beginnings of plates: «biển số 80B», «TM-12-34»."""
    if not follows(match, _PLATE):
        return None
    return ", ".join(_said(part, manner) for part in re.split(r"[\s.-]", match[0]))


def _boat(match: re.Match[str], manner: Manner) -> str | None:
    """QNa-90123-TS: the province, the number, the use."""
    if not (follows(match, _BOAT) or match["use"] == "TS"):
        return None
    parts = (match["province"], match["n"], match["use"] or "")
    return ", ".join(_said(part, manner) for part in parts if part)


_SERIES = r"(?P<province>[1-9][0-9])(?:-\s?)?(?P<series>[A-ZĐ]{1,2})(?P<digit>[0-9])?"
_DOTTED = r"(?P<n>[0-9]{3}\.[0-9]{2})(?![0-9])"
RULES = (
    rule("plates.plate", "figure", rf"{_SERIES}\s?[-–. ]\s?{_DOTTED}", _plate),
    rule("plates.plate", "figure", rf"{_SERIES}-(?P<n>[0-9]{{4,5}})(?![\w.,]?[0-9])", _plate),
    rule("plates.plate", "figure", rf"{_SERIES}\s?[-–. ]?\s?(?P<n>[0-9]{{4,5}})(?!\w)", _named),
    rule(
        "plates.parts",
        "figure word",
        r"(?:[1-9][0-9][A-ZĐ]{1,2}[0-9]?|[A-ZĐ]{2}[\s-][0-9]{2}-[0-9]{2}|"
        r"[0-9]{2}-[0-9]{3}-[A-ZĐ]{2}-[0-9]{2})(?!\w)",
        _parts,
    ),
    rule(
        "plates.boat",
        "word",
        r"(?P<province>[A-ZĐ][A-Za-z]{1,2})[\s-](?P<n>[0-9]{4,6})(?:[\s-]?(?P<use>[A-Z]{2}))?(?!\w)",
        _boat,
    ),
    rule(
        "plates.word",
        "word",
        r"BKS(?=:?\s{0,2}[0-9]{2}-?[A-ZĐ])",
        lambda _match, _manner: "biển kiểm soát",
    ),
)
