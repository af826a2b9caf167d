"""Chemical names, fertilisers, fuels, blood: CO2, SpO2, pH, NPK 16-16-8, RON 95-III, DO 0,05S."""

import re

from site_plugins.spoken.context import follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.figures import NUMBER, measured
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import cardinal, decimal, roman, whole
from site_plugins.spoken.vi.rates import PER_CHAIN, per

_ELEMENT = (
    r"(?:He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|As|Br|Ag|Cd|Sn|Ba|Pt|Au|Hg|Pb|"
    r"[BCFHIKNOPSUV])"
)
_OILS = {"DO": "đê ô", "FO": "ép ô"}
_WITHOUT_FIGURES = frozenset({"NaCl", "NaOH", "HCl", "KCl", "KOH", "CaO", "MgO", "ZnO", "NaF"})


def _formula(match: re.Match[str], manner: Manner) -> str:
    parts = re.findall(r"[0-9]+|[A-Za-z]+", match[0])
    return " ".join(
        whole(part, manner.style) if part.isdecimal() else spelled(part) for part in parts
    )


def _chemical(match: re.Match[str], manner: Manner) -> str | None:
    known = match[0] in _WITHOUT_FIGURES or re.search("[0-9]", match[0])
    return _formula(match, manner) if known else None


def _particles(match: re.Match[str], manner: Manner) -> str:
    return f"pê em mờ {decimal(match['n'].replace('.', ','), manner.style)}"


def _fertiliser(match: re.Match[str], manner: Manner) -> str:
    """NPK 16-16-8: three shares, no range; «5:10:3/sào» is spread on each sào."""
    shares = (whole(share, manner.style) for share in re.findall(r"[0-9]+", match["shares"]))
    sulphur = " ét" if match["s"] else ""
    traces = " cộng tê e" if match["te"] else ""
    rate = f", trên {per(match['per'], '', manner.style)}" if match["per"] else ""
    return f"en nờ pê ca{sulphur} {', '.join(shares)}{traces}{rate}"


def _pesticide(match: re.Match[str], manner: Manner) -> str:
    """3,6EC, 800WG: how much of the substance, and its form."""
    return f"{measured(match['n'], manner.style)} {spelled(match['form'])}"


def _level(match: re.Match[str], manner: Manner) -> str:
    """The level of a fuel is a Roman numeral."""
    value = roman(match["level"]) if match["level"] else None
    return f", {cardinal(value, manner.style)}" if value else ""


def _petrol(match: re.Match[str], manner: Manner) -> str:
    ethanol = f"e {whole(match['e'], manner.style)} " if match["e"] else ""
    return f"{ethanol}ron {whole(match['n'], manner.style)}{_level(match, manner)}"


def _diesel(match: re.Match[str], manner: Manner) -> str:
    share = decimal(match["n"], manner.style)
    return f"{_OILS[match['oil']]} {share} ét{_level(match, manner)}"


def _blood(match: re.Match[str], _manner: Manner) -> str | None:
    if not follows(match, "nhóm máu|máu"):
        return None
    sign = {"+": " cộng", "-": " trừ", "": ""}[match["sign"]]
    return spelled(match["group"]) + (" e rờ hát" if match["rh"] else "") + sign


RULES = (
    rule("codes.acidity", "word", r"pH(?!\w)", _formula),
    rule("codes.saturation", "word", r"(?:SpO2|HbA1[cC])(?!\w)", _formula),
    rule("codes.particles", "word", r"PM\s?(?P<n>2[.,]5|10|1)(?!\w|[.,][0-9])", _particles),
    rule(
        "codes.fertiliser",
        "word",
        r"NPK(?P<s>-?S)?\s?\(?(?P<shares>[0-9]{1,2}(?:\s?[-.:–+]\s?[0-9]{1,2}){2,5})(?![0-9])"
        rf"(?P<te>\s?\+\s?TE(?!\w))?(?P<per>{PER_CHAIN})?",
        _fertiliser,
    ),
    rule(
        "codes.pesticide",
        "figure",
        rf"(?P<n>{NUMBER})(?P<form>EC|WG|WP|WDG|SC|SL|EW|OD)(?!\w)",
        _pesticide,
    ),
    rule(
        "codes.fuel",
        "word",
        r"(?:E(?P<e>[0-9]{1,2})[\s-]?)?R[Oo][Nn][\s-]?(?P<n>9[0-9])(?:\s?-\s?(?P<level>[IVX]{1,3}))?(?!\w)",
        _petrol,
    ),
    rule(
        "codes.fuel",
        "word",
        r"(?P<oil>DO|FO)\s(?P<n>[0-9](?:,[0-9]{1,4})?)\s?%?S(?:-(?P<level>[IVX]{1,3}))?(?!\w)",
        _diesel,
    ),
    rule("codes.chemical", "word", rf"(?:{_ELEMENT}[0-9]{{0,2}}){{2,8}}(?!\w)", _chemical),
    rule(
        "codes.blood",
        "word",
        r"(?P<group>AB|A|B|O)(?P<rh>\s?Rh\s?)?(?P<sign>[+-]?)(?![\w+-])",
        _blood,
    ),
)
