"""From one number to another, scores, and what only looks like a range."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import SMALL
from site_plugins.spoken.vi.figures import NUMBER, said
from site_plugins.spoken.vi.numbers import breath_between, decimal, spell
from site_plugins.spoken.vi.quantities import WITH, counted, sits_on_number
from site_plugins.spoken.vi.units import UNIT, unit_words

_MINUS = r"[-–−](?=[0-9])"
_TO = r"\s{0,2}[-–÷~]\s{0,2}"
_PLAYED = re.compile(
    r"(?<!\w)(?:thắng|thua|hòa|hoà|dẫn|gỡ|đánh bại|hạ|tỷ số|tỉ số|chung cuộc|thất bại|đè bẹp|"
    r"kết quả|set|vượt qua|nhấn chìm|vùi dập)(?!\w)"
    r"(?:[^.;\n]|(?<=[0-9]);(?=\s?(?:[0-9]|\Z))){0,40}\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s?(?:[^\w\s]|\Z|\n|(?:trước|trên|ở|tại|của|và|sau|nhờ|cho|ngay|trong|với|khi|bởi|để|là|"
    r"chung|đầy|từ|vào|ngày(?=\s[0-9])|tối|sáng|chiều|nhưng|dù|thì)(?!\w))"
)
_TAIL = rf"[0-9]\s?(?P<tail>{UNIT}|(?:[{SMALL}]{{1,7}}\s){{0,2}}[{SMALL}]{{1,7}})\s?\Z"
_QUANTITY_BEFORE = re.compile(_TAIL)
_GOES_TO = frozenset({"đến", "tới", "và", "xuống", "lên", "còn", "hoặc"})
_RATE_BEFORE = re.compile(r"[0-9][^/;\n]{0,24}(?P<rate>/\s?\w{1,8})\s?\Z")
_PRICE_BEFORE = re.compile(r"(?P<sign>[$€£¥])[0-9.,]{1,15}\s?\Z")
_NUMBER_AFTER = re.compile(r"\s?[0-9.,]{1,15}(?![0-9/])")
_SPANS = re.compile(rf"(?:{UNIT}|(?:\w+\s)?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: đồng)?|đồng)\Z")
_FROM = re.compile(r"(?<!\w)[Tt]ừ\s[^.;\n]{1,24}\Z")
_NAME_BEFORE = re.compile(r"(?<!\w)(?P<name>[^\W\d]{2,7})\s?(?P<n>[0-9]{1,3})(?:/[0-9]{1,2})?\s?\Z")

_DECIMALS = re.compile(
    r"(?=[^,]*,)(?P<first>[0-9]{1,3}(?:,[0-9]+)?) (?P<last>[0-9]{1,3}(?:,[0-9]+)?)"
)
_LEAST = re.compile(r"(?<!\w)(?:từ|đủ|trên) [0-9]{1,9}(?: \w{1,7})?\s?\Z", re.IGNORECASE)
_MOST = re.compile(r"\s?(?:hết|dưới|chưa đủ|không quá|đủ) [0-9]")


def _range(match: re.Match[str], manner: Manner) -> str | None:
    """2–4 m: «hai đến bốn mét»; a score says no «đến»."""
    if match["minus_a"] and not sits_on_number(match):
        return None
    if match["to"].strip() in {"÷", "~"} and not _is_measured(match):
        return None
    if _is_code(match):
        return ", ".join(spell(match[side], manner.style) for side in ("a", "n"))
    first, last = _side("a", match, manner), _side("n", match, manner)
    unit = f" {unit_words(match['first'], manner.style)}" if match["first"] else ""
    link = breath_between(match["a"], match["n"]) if _is_score(match) else " đến"
    link = ", âm" if _falls_below_zero(match) else link
    return f"{first}{unit}{link} {last} {counted(match, manner)}".rstrip()


def _falls_below_zero(match: re.Match[str]) -> bool:
    """«3,5 -0,75» in a row of a table: the dash sits on a number smaller than the one before."""
    sits = re.fullmatch(r"\s+[-–]", match["to"]) and not match["minus_n"]
    plain = _DECIMALS.fullmatch(f"{match['a']} {match['n']}")
    if not sits or plain is None:
        return False
    return float(plain["last"].replace(",", ".")) < float(plain["first"].replace(",", "."))


def _is_code(match: re.Match[str]) -> bool:
    """555-0147, 19-045: nothing is counted up to a number with a zero before it."""
    sides = match["a"].isdecimal() and match["n"].isdecimal()
    return sides and re.match("0[0-9]{2}", match["n"]) is not None and match["a"][0] != "0"


def _side(name: str, match: re.Match[str], manner: Manner) -> str:
    minus = "âm " if match[f"minus_{name}"] else ""
    return minus + said(match[name], match, manner)


def _is_measured(match: re.Match[str]) -> bool:
    return any(match[part] for part in ("scale", "unit", "word", "per")) or follows(match, "từ")


def _is_score(match: re.Match[str]) -> bool:
    """3-1 falls, 1-1 stands still; 0-3 rises, but somebody lost."""
    sides = match["a"], match["n"]
    if _is_measured(match) or not all(s.isdecimal() and len(s) < 4 for s in sides):
        return False
    played = _PLAYED.search(before(match)) is not None
    if not _GOES_ON.match(after(match)):
        return played and int(sides[0]) >= int(sides[1])
    return played or int(sides[0]) >= int(sides[1])


def _formation(match: re.Match[str], manner: Manner) -> str:
    """4-3-3 names a formation; of longer parts (50-30-20, 8,5-9-7,5) each is set off."""
    parts = [part.strip() for part in match[0].split("-")]
    link = " " if max(map(len, parts)) == 1 else ", "
    return link.join(decimal(part, manner.style) for part in parts)


def _between(match: re.Match[str], _manner: Manner) -> str | None:
    """A dash between two quantities: 5 triệu - 10 triệu, 6 tháng - 5 tuổi, cấp 6 - cấp 7."""
    left, right = before(match), after(match)
    tests = (_quantities, _rates, _prices, _numbered, _bounds)
    return "đến" if any(spans(left, right) for spans in tests) else None


def _quantities(left: str, right: str) -> bool:
    tail = _QUANTITY_BEFORE.search(left)
    if tail is None or tail["tail"] in _GOES_TO or not _NUMBER_AFTER.match(right):
        return False
    again = re.match(rf"\s?[0-9.,]{{1,15}}\s?{re.escape(tail['tail'])}(?!\w)", right)
    return bool(again or _SPANS.search(tail["tail"]) or _FROM.search(left))


def _rates(left: str, right: str) -> bool:
    """5.000đ/kg - 7.000đ/kg"""
    rate = _RATE_BEFORE.search(left)
    again = rate and re.match(rf"\s?[0-9][^/;\n]{{0,24}}{re.escape(rate['rate'])}(?!\w)", right)
    return bool(again)


def _prices(left: str, right: str) -> bool:
    """$5,000 - $10,000"""
    price = _PRICE_BEFORE.search(left)
    return price is not None and re.match(rf"\s?{re.escape(price['sign'])}[0-9]", right) is not None


def _numbered(left: str, right: str) -> bool:
    first = _NAME_BEFORE.search(left)
    then = first and re.match(
        rf"\s?{first['name']}\s?([0-9]{{1,3}})(?![0-9])", right, re.IGNORECASE
    )
    return bool(first and then and int(first["n"]) < int(then[1]))


def _bounds(left: str, right: str) -> bool:
    """«đủ 18 - hết 25 tuổi»"""
    return _LEAST.search(left) is not None and _MOST.match(right) is not None


_SHARE = r"[0-9]{1,2}(?:,[0-9]{1,2})?"
RULES = (
    rule(
        "numbers.formation",
        "figure",
        rf"{_SHARE}(?P<dash>\s?-\s?){_SHARE}(?:(?P=dash){_SHARE}){{1,3}}(?![\w-]|,[0-9])",
        _formation,
    ),
    rule(
        "numbers.range",
        "figure sign",
        rf"(?P<minus_a>{_MINUS})?(?P<a>{NUMBER})(?:\s?(?P<first>{UNIT}))?(?P<to>{_TO})"
        rf"(?P<minus_n>{_MINUS})?(?P<n>{NUMBER})(?!\s?/\s?[0-9]){WITH}",
        _range,
    ),
    rule("numbers.range", "sign", r"[-–]", _between),
)
