"""Places in an order: thứ, lần, quý."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import cardinal
from site_plugins.spoken.vi.years import YEAR, spoken_year

_FOURTH = 4
_ONE_MORE = r"(?:\s(?:[0-9]{1,2}|[IVX]{1,5})(?:,|\svà|\shoặc|\sđến|\s?[-–]))"
_MORE = rf"{_ONE_MORE}{{0,5}}"
_ORDERED = rf"(?:thứ|lần){_MORE}"
_QUARTER = rf"quý{_MORE}"
# «mỗi lần 1 viên», «2 lần 1 ngày»: what is counted, not the first time.
_EACH = re.compile(r"(?:mỗi|một|từng|hai|ba|[0-9]) (?:lần|quý)\s\Z", re.IGNORECASE)
_COUNTED = re.compile(r"\s(?:triệu|tỷ|nghìn|ngàn|đồng|viên|gói|giọt|ml|cuộc)(?!\w)")


def is_ordered(match: re.Match[str]) -> bool:
    """Does thứ, lần or quý stand before, and not the number of things at each time?"""
    if _EACH.search(before(match)) or _COUNTED.match(after(match)):
        return False
    return follows(match, f"{_ORDERED}|{_QUARTER}")


def is_quarter(match: re.Match[str], more: str = _MORE) -> bool:
    """Does «quý», and perhaps other quarters, stand before?"""
    return follows(match, f"quý{more}")


def nth(value: int, match: re.Match[str], manner: Manner) -> str:
    """Thứ and lần: 1 «nhất», 4 «tư»; quý 4 «tư»; elsewhere the plain number."""
    # «quý II-III/2025»: without a second «quý» one would hear «ba năm».
    again = "quý " if is_quarter(match, rf"{_ONE_MORE}{{1,5}}") else ""
    if value == _FOURTH and is_ordered(match):
        return f"{again}tư"
    if value == 1 and follows(match, "thứ|lần") and is_ordered(match):
        return "nhất"
    return again + cardinal(value, manner.style)


def with_year(said: str, match: re.Match[str], manner: Manner) -> str:
    """«quý 4/2025»: the year after the slash has its word."""
    return f"{said} năm {spoken_year(match['y'], manner)}" if match["y"] else said


def _ordinal(match: re.Match[str], manner: Manner) -> str | None:
    if not is_ordered(match):
        return None
    return with_year(nth(int(match["n"]), match, manner), match, manner)


RULES = (
    rule(
        "ordinals.ordinal",
        "figure",
        rf"(?P<n>[0-9]{{1,3}})(?:\s?[/-]\s?(?P<y>{YEAR})(?![-0-9]))?(?![0-9/]|[.,][0-9])",
        _ordinal,
    ),
)
