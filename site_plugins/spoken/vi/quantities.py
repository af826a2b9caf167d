"""Numbers with what they count: signs, ranges, units, money, rates; the last rule for figures."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import decimal, spell, whole, with_zeros
from site_plugins.spoken.vi.units import COUNTED, PER_CHAIN, UNIT, UNITS, per

# Bounded, so that a megabyte of "1.111.111…" is read piece by piece.
_GROUPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}+(?!\.?[0-9])(?:,[0-9]{1,9}+)?"
NUMBER = rf"(?:{_GROUPED}|[0-9]++(?:,[0-9]{{1,9}}+(?!,?[0-9]))?)"
_TO = r"\s{0,2}[-–]\s{0,2}"
_WITH = rf"(?:\s?(?P<unit>{UNIT})|\s?(?P<word>{COUNTED}))?(?P<per>{PER_CHAIN})?"
_LABELS = r"số|mã|mẫu|phụ lục|ký hiệu|biểu"


def _number(figures: str, match: re.Match[str], manner: Manner) -> str:
    """A count drops its leading zero (01 cuốn: một cuốn), a label keeps it (mẫu số 01)."""
    if figures[0] == "0" and figures.isdecimal():
        if len(figures) > 2 or figures == "00":
            return spell(figures, manner.style)
        if follows(match, _LABELS):
            return with_zeros(figures, manner.style)
    return decimal(figures, manner.style)


def _unit(match: re.Match[str]) -> str:
    unit = UNITS.get(match["unit"], "") if match["unit"] else match["word"] or ""
    return unit if not match["per"] else f"{unit} {per(match['per'], unit)}".strip()


def _quantity(match: re.Match[str], manner: Manner) -> str:
    return f"{_number(match['n'], match, manner)} {_unit(match)}".rstrip()


def _range(match: re.Match[str], manner: Manner) -> str | None:
    """2–4 m: «hai đến bốn mét»; a score says no «đến»."""
    link = "" if follows(match, "tỷ số|tỉ số") else " đến"
    first, last = (_number(match[side], match, manner) for side in ("a", "n"))
    return f"{first}{_lower_unit(match)}{link} {last} {_unit(match)}".rstrip()


def _lower_unit(match: re.Match[str]) -> str:
    return f" {UNITS[match['first']]}" if match["first"] else ""


def _signed(match: re.Match[str], manner: Manner) -> str | None:
    """A minus or plus sits on its number; after another number or word the dash is a range."""
    if match[0][0] in "-–" and before(match, 1).strip(" (\n:;,") and before(match, 1):
        return None
    if match[0][0] in "-–" and re.search(r"[0-9]\s*\Z", before(match, 4)):
        return None
    word = {"+": "cộng", "±": "cộng trừ"}.get(match[0][0], "âm")
    return f"{word} {_quantity(match, manner)}"


def _dotted(match: re.Match[str], manner: Manner) -> str:
    """Version and section numbers: 4.0 «bốn chấm không», 1.2.3 «một chấm hai chấm ba»."""
    return " chấm ".join(with_zeros(part, manner.style) for part in match[0].split("."))


def _english(match: re.Match[str], manner: Manner) -> str:
    return whole(match[0].replace(",", ""), manner.style)


def _listed(match: re.Match[str], manner: Manner) -> str:
    """1,2,3 without spaces is a list: a decimal has one comma."""
    return ", ".join(whole(part, manner.style) for part in match[0].split(","))


def _lone(match: re.Match[str], _manner: Manner) -> str:
    return UNITS[match[0]]


def _multiplied(match: re.Match[str], _manner: Manner) -> str | None:
    left = re.search(r"[0-9²³a-z]\s?\Z", before(match, 3))
    return "nhân" if left and re.match(r"\s?[0-9]", after(match, 3)) else None


RULES = (
    rule(
        "numbers.grouped_by_comma",
        "figure",
        r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,6}+(?![0-9,])",
        _english,
    ),
    rule("numbers.listed", "figure", r"[0-9]{1,4}(?:,[0-9]{1,4}){2,20}+(?![0-9])", _listed),
    rule(
        "numbers.range",
        "figure",
        rf"(?P<a>{NUMBER})(?:\s?(?P<first>{UNIT}))?{_TO}(?P<n>{NUMBER})(?!\s?/\s?[0-9]){_WITH}",
        _range,
    ),
    rule(
        "numbers.dotted",
        "figure",
        rf"(?!{_GROUPED})[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{1,4}}+(?![0-9])",
        _dotted,
    ),
    rule("numbers.quantity", "figure", rf"(?P<n>{NUMBER}){_WITH}", _quantity),
    rule("numbers.signed", "sign", rf"[-–−+±](?P<n>{NUMBER}){_WITH}", _signed),
    rule("units.lone", "word", r"(?:[kc]?m[²³23]|[kcm]m|[mk]g|kWh|ml)(?![\w/])", _lone),
    rule("numbers.times", "word sign", r"[x×]", _multiplied),
)
