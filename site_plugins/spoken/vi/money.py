"""Money whose sign stands before it or inside it: $100, USD 5 triệu, 1tr5."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import SMALL
from site_plugins.spoken.vi.figures import NUMBER, SCALE, said
from site_plugins.spoken.vi.numbers import cardinal, whole
from site_plugins.spoken.vi.rates import PER_AFTER_UNIT, PER_CHAIN, per
from site_plugins.spoken.vi.units import CURRENCIES, any_of, unit_words

PRICED = "giá|phí|vé|chỉ|tiền|mua|bán|ship|giảm|tặng|thưởng|phạt|lãi|cước|đồng giá|nạp|hoàn"
_CODES = any_of(form for form in CURRENCIES if form.isupper() and len(form) > 2)
_SIGNS = any_of(form for form in CURRENCIES if not form.isalpha() and "." not in form)
_AMOUNT = (
    rf"\s?(?P<n>{NUMBER})(?:\s?[-–]\s?(?P<to>{NUMBER}))?(?P<scale>{SCALE})?"
    rf"(?P<per>{PER_AFTER_UNIT})?"
)
_EITHER = re.compile(r"[1-9][0-9]{0,2},[0-9]{2}[1-9]")
# 1tr5: what follows the scale is the largest figure of the next smaller one.
_FEW = 3
_SCALES = {"tr": 10**6, "k": 10**3, "tỷ": 10**9, "tỉ": 10**9}


def _thousands(match: re.Match[str], manner: Manner) -> str | None:
    """«giá 5K»; a lone 4K is a screen."""
    if not follows(match, rf"(?:{PRICED})(?: (?:chỉ|từ|có|còn|là|khoảng)){{0,2}}"):
        return None
    rate = per(match["per"], "", manner.style) if match["per"] else ""
    return f"{whole(match['n'], manner.style)} {manner.style.thousand} {rate}".rstrip()


def _amount(match: re.Match[str], manner: Manner) -> str | None:
    """$100 «một trăm đô la»: the currency is said after its number; $1,234 may be either."""
    if not match["scale"] and _EITHER.fullmatch(match["n"]):
        return None
    currency = unit_words(match["currency"], manner.style)
    sides = [said(match[side], match, manner) for side in ("n", "to") if match[side]]
    rate = per(match["per"], currency, manner.style) if match["per"] else ""
    parts = (" đến ".join(sides), (match["scale"] or "").strip(), currency, rate)
    return " ".join(part for part in parts if part)


def _either(match: re.Match[str], _manner: Manner) -> str:
    """1,234 USD is a thousand to some and one to others: the figures stay, and are told."""
    return match[0]


def _coded(match: re.Match[str], manner: Manner) -> str | None:
    """USD 5 triệu; «giá USD 5 tháng qua» counts months, «EUR/USD 1,08» tells a rate."""
    few = not match["scale"] and len(match["n"]) < _FEW
    counts_else = before(match, 1) == "/" or (few and re.match(rf"\s[{SMALL}%]", after(match, 2)))
    return None if counts_else else _amount(match, manner)


def _and_more(match: re.Match[str], manner: Manner) -> str:
    """1tr5 «một triệu năm trăm nghìn», 2tỷ3 «hai tỷ ba trăm triệu»."""
    size = _SCALES[match["scale"].lower()]
    number = int(match["n"]) * size + int(match["rest"].ljust(3, "0")) * size // 1000
    rate = per(match["per"], "", manner.style) if match["per"] else ""
    return f"{cardinal(number, manner.style)} {rate}".rstrip()


def _code(match: re.Match[str], manner: Manner) -> str:
    currency = unit_words(match["currency"], manner.style)
    return f"{currency} {per(match['per'], currency, manner.style) if match['per'] else ''}".strip()


RULES = (
    rule("money.sign", "sign word", rf"(?P<currency>{_SIGNS}){_AMOUNT}", _amount),
    rule("money.sign", "word", rf"(?P<currency>{_CODES}){_AMOUNT}", _coded),
    rule(
        "money.code",
        "word",
        rf"(?P<currency>{_CODES})(?P<per>(?!/(?:{_CODES})){PER_CHAIN})?(?![\w&])",
        _code,
    ),
    rule(
        "money.either",
        "figure",
        r"[1-9][0-9]{0,2},[0-9]{2}[1-9](?=\s?(?:USD|EUR|euro|GBP|JPY|CNY|đô la|đôla|[$€£])(?!\w))",
        _either,
    ),
    rule("money.thousands", "figure", rf"(?P<n>[1-9])K(?!\w)(?P<per>{PER_CHAIN})?", _thousands),
    rule(
        "money.and_more",
        "figure",
        r"(?P<n>[1-9][0-9]{0,2})(?P<scale>tr|[kK]|tỷ|tỉ)(?P<rest>(?!0+(?!\w))[0-9]{1,3})(?!\w)"
        rf"(?P<per>{PER_AFTER_UNIT})?",
        _and_more,
    ),
)
