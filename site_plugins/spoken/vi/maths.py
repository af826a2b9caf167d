"""School mathematics and comparison: sums, powers, roots, parts, letters of formulas."""

import re
import unicodedata

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import is_syllable
from site_plugins.spoken.vi.figures import NUMBER, said
from site_plugins.spoken.vi.letters import NAMES, spelled
from site_plugins.spoken.vi.numbers import cardinal, decimal, whole
from site_plugins.spoken.vi.units import UNIT, any_of, unit_words

_OPERATIONS = {
    "+": "cộng",
    **dict.fromkeys("-–−", "trừ"),
    **dict.fromkeys("x×*.", "nhân"),
    **dict.fromkeys(":÷", "chia"),
    "=": "bằng",
}
_PART_OF = r"[0-9]{1,4}/[1-9][0-9]{0,3}"
_TERM = rf"(?:{_PART_OF}|{NUMBER})(?:\s?{UNIT})?(?![0-9])"
_TERM_PARTS = re.compile(rf"(?:(?P<part>{_PART_OF})|(?P<n>{NUMBER}))\s?(?P<unit>{UNIT})?")
_SUM = rf"{_TERM}(?:\s?[-+–−x×*:÷]\s?{_TERM}){{1,12}}+(?:\s?=(?:\s?{_TERM})?)?"
_SUM_PARTS = re.compile(rf"(?P<term>{_TERM})|(?P<sign>[^\s0-9])")

_TERM_BEFORE = re.compile(r"(?:\A|\n|[-+=−–(]\s?[0-9]{0,3})\Z")
_TERM_AFTER = re.compile(r"\s?(?:[-+=−–).,;\n]|\Z)")
_EQUALS_AFTER = re.compile(r"\s?[a-z0-9²³]{1,6}\s?[=<>]")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans(_SUPERSCRIPTS + "⁻", "0123456789-")
_POWERS = {"2": "bình phương", "3": "lập phương"}
_PARTS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_WORDS = {
    "+/-": "cộng trừ",
    ">=": "lớn hơn hoặc bằng",
    "<=": "nhỏ hơn hoặc bằng",
    "!=": "khác",
    "≠": "khác",
    "≈": "xấp xỉ",
    "≃": "xấp xỉ",
    "∞": "vô cùng",
    "√": "căn bậc hai của",
    "∛": "căn bậc ba của",
    "π": "pi",
    "α": "an pha",
    "β": "bê ta",
    "γ": "gam ma",
    "Δ": "đen ta",
    "∆": "đen ta",
    "δ": "đen ta",
    "λ": "lam đa",
    "θ": "tê ta",
    "Ω": "ô mê ga",
    "ω": "ô mê ga",
}


def _part_of(part: str, manner: Manner) -> str:
    """1/4: «một phần tư»."""
    top, bottom = (int(number) for number in part.split("/"))
    below = "tư" if bottom == 4 else cardinal(bottom, manner.style)
    return f"{cardinal(top, manner.style)} phần {below}"


def _term(written: str, manner: Manner) -> str:
    parts = _TERM_PARTS.fullmatch(written)
    if parts is None:
        return written
    number = _part_of(parts["part"], manner) if parts["part"] else said(parts["n"], parts, manner)
    unit = unit_words(parts["unit"], manner.style) if parts["unit"] else ""
    return f"{number} {unit}".rstrip()


def _sum(match: re.Match[str], manner: Manner) -> str | None:
    """2 + 3 = 5: beside an equals sign or a plus every dash is a minus."""
    if ("=" not in match[0] and " + " not in match[0]) or follows(match, "tháng"):
        return None
    return " ".join(
        _term(part["term"], manner) if part["term"] else _OPERATIONS[part["sign"]]
        for part in _SUM_PARTS.finditer(match[0])
    )


# «(m - 1) × 2»: what is multiplied is a difference.
_FACTOR_AFTER = re.compile(r"\s(?:[0-9]{1,6}|[^\W\d])\)\s?[x×*]\s?[\w(]")


def _minus(match: re.Match[str], _manner: Manner) -> str | None:
    """«x - 2 = 5»; a true minus sign takes away between any two things."""
    left, right = before(match, 4), after(match, 12)
    on_number = left[-1:].isspace() and not right[:1].isspace()
    if on_number or not re.search(r"(?<!\w)[\w²³]{1,4}\)?\s?\Z", left):
        return None
    true_minus = match[0] == "−" and re.match(r"\s?\w", right)
    in_sum = re.search(r"[+=]\s?\w{1,4}\s?\Z", before(match, 8))
    bracketed = left.lstrip()[:1] == "(" and _FACTOR_AFTER.match(right)
    return "trừ" if true_minus or in_sum or bracketed or _EQUALS_AFTER.match(right) else None


def _power(figures: str, manner: Manner) -> str:
    minus = "âm " if figures[0] in "-−–" else ""
    number = figures.lstrip("-−–")
    power = NAMES.get(number) or whole(number, manner.style)
    return _POWERS.get(figures) or f"mũ {minus}{power}"


def _product(match: re.Match[str], _manner: Manner) -> str | None:
    """2ab, y = ax + b: letters side by side in an equation."""
    left, right = before(match), after(match)
    beside = _TERM_BEFORE.search(left) and _TERM_AFTER.match(right)
    if not beside or "=" not in left + right or is_syllable(match[0]):
        return None
    return spelled(match[0])


def _function(match: re.Match[str], _manner: Manner) -> str:
    """f(x): «ép ích xì»."""
    return f"{NAMES[match['name']]} {NAMES[match['of']]}"


def _raised(match: re.Match[str], manner: Manner) -> str | None:
    """5², 10⁻³; after a year or a word a raised figure is a footnote."""
    if not re.search(r"(?:(?<![0-9])[0-9]{1,3}|\))\Z", before(match, 4)):
        return None
    return _power(match[0].translate(_RAISED), manner)


def _letter(match: re.Match[str], manner: Manner) -> str:
    return f"{spelled(match['n'])} {_power(match['power'].translate(_RAISED), manner)}"


def _caret(match: re.Match[str], manner: Manner) -> str:
    return _power(match["power"], manner)


def _part(match: re.Match[str], manner: Manner) -> str:
    """2½: «hai và một phần hai»."""
    joined = "và " if before(match, 1).isdecimal() else ""
    written = unicodedata.normalize("NFKC", match[0]).replace("⁄", "/")
    return joined + _part_of(written, manner)


def _scientific(match: re.Match[str], manner: Manner) -> str:
    """1,2.10⁶ and 1,2 x 10^6: «một phẩy hai nhân mười mũ sáu»."""
    power = match["power"] or match["raised"].translate(_RAISED)
    return f"{decimal(match['n'], manner.style)} nhân mười {_power(power, manner)}"


def _factorial(match: re.Match[str], manner: Manner) -> str:
    return f"{whole(match['n'], manner.style)} giai thừa"


def _word(match: re.Match[str], _manner: Manner) -> str:
    return _WORDS[match[0]]


RULES = (
    rule(
        "maths.scientific",
        "figure",
        r"(?P<n>[0-9]{1,3}(?:,[0-9]{1,6})?)\s?[.·x×*]\s?10"
        rf"(?:\^\(?(?P<power>[-−–]?[0-9]{{1,3}})\)?|(?P<raised>[⁻{_SUPERSCRIPTS}]{{1,4}}))(?!\w)",
        _scientific,
    ),
    rule("maths.function", "word", r"(?P<name>[fgh])\((?P<of>[a-z])\)", _function),
    rule("maths.sum", "figure", _SUM, _sum),
    rule("maths.factorial", "figure", r"(?P<n>[0-9]{1,3})!(?=\s?=)", _factorial),
    rule(
        "maths.power",
        "word",
        rf"(?!{UNIT})(?P<n>[a-zA-Z]{{1,3}})(?P<power>[⁻{_SUPERSCRIPTS}]{{1,4}})(?!\w)",
        _letter,
    ),
    rule("maths.product", "word", r"[abcdkmnpqxyz]{2,3}(?!\w)", _product),
    rule("maths.power", "sign", rf"[⁻{_SUPERSCRIPTS}]{{1,4}}(?!\w)", _raised),
    rule("maths.power", "sign", r"\^\(?(?P<power>[-−–]?[0-9]{1,4}|[a-z](?!\w))\)?", _caret),
    rule("maths.part", "sign", f"[{_PARTS}]", _part),
    rule("maths.minus", "sign", r"[-–−]", _minus),
    rule("maths.word", "sign", any_of(_WORDS), _word),
)
