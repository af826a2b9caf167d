"""Parts and shares: 2/3 diện tích «phần», 15/20 xã «trên»; ratios and scales."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.day_or_part import MARKED, THINGS, WHOLE
from site_plugins.spoken.vi.numbers import breath_between, cardinal, decimal
from site_plugins.spoken.vi.ordinals import nth
from site_plugins.spoken.vi.units import UNIT, unit_words

_PLAYED = "thắng|thua|hòa|hoà|dẫn|gỡ hòa|chung cuộc|đánh bại|hạ"
_MATCHED = re.compile(r"(?<!\w)(?:tỷ số|tỉ số)(?!\w)(?:(?!lúc|hồi)[^.;:\n]){0,24}\Z", re.IGNORECASE)
_GOALS = re.compile(rf"(?<!\w)(?:{_PLAYED})(?!\w)[^.;:\n]{{0,24}}\Z", re.IGNORECASE)
_RATED = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|bản đồ|pha|trộn|hòa loãng|hoà loãng)(?!\w)"
    r"(?:(?!lúc|hồi)[^.;:\n]){0,24}\Z",
    re.IGNORECASE,
)
_SMALL = 4
_TENTH = 10


def _fraction(match: re.Match[str], manner: Manner) -> str:
    """1/3 «một phần ba»; of things that are counted, or of many, «trên»."""
    top, bottom = int(match["a"]), int(match["b"])
    unit = f" {unit_words(match['unit'], manner.style)}" if match["unit"] else ""
    if not _is_part(top, bottom, match):
        return f"{nth(top, match, manner)} trên {cardinal(bottom, manner.style)}{unit}"
    below = "tư" if bottom == _SMALL else cardinal(bottom, manner.style)
    mixed = "và " if re.search(r"[0-9] \Z", before(match, 2)) else ""
    return f"{mixed}{cardinal(top, manner.style)} phần {below}{unit}"


def _is_part(top: int, bottom: int, match: re.Match[str]) -> bool:
    if top >= bottom or follows(match, MARKED):
        return False
    if bottom > _TENTH:
        return top == 1 and WHOLE.match(after(match)) is not None
    return bottom <= _SMALL or not THINGS.match(after(match))


def _ratio(match: re.Match[str], manner: Manner) -> str | None:
    """Tỷ lệ 1:500 «một trên năm trăm»; tỷ số 2:1 «hai một»."""
    left = before(match)
    if not (_RATED.search(left) or _is_score(match)):
        return None
    parts = [part.strip() for part in match[0].split(":")]
    said = [decimal(part, manner.style) for part in parts]
    if _RATED.search(left):
        return " trên ".join(said)
    decimals = len(parts) > 2 or not all(part.isdecimal() for part in parts)
    return f"{', ' if decimals else breath_between(*parts) + ' '}".join(said)


def _is_score(match: re.Match[str]) -> bool:
    """«tỷ số 2:1», «thắng 25:20»; no clock says 2:1, but «thắng lúc 19:30» does."""
    left = before(match)
    if _MATCHED.search(left) or follows(match, _PLAYED):
        return True
    return re.search(r":\s?[0-9]\Z", match[0]) is not None and _GOALS.search(left) is not None


def _tie_break(match: re.Match[str], manner: Manner) -> str | None:
    """7-6 (7/4): what stands in brackets after the games of a set."""
    if not re.search(r"[67]\s?[-–]\s?[67]\s?\(\Z", before(match, 8)):
        return None
    first, last = match["a"], match["b"]
    breath = breath_between(first, last)
    return f"{cardinal(int(first), manner.style)}{breath} {cardinal(int(last), manner.style)}"


# Offered before times of the day: 1:30 after «tỷ lệ» is none.
RATIOS = (
    rule(
        "scores.tie_break",
        "figure",
        r"(?P<a>[0-9]{1,2})\s?[-–/]\s?(?P<b>[0-9]{1,2})(?=\))",
        _tie_break,
    ),
    rule(
        "numbers.ratio",
        "figure",
        r"[0-9]{1,4}(?:,[0-9]{1,3})?(?:\s?:\s?[0-9]{1,3}(?:(?:\.[0-9]{3}){1,2}|[0-9]{0,5}(?:,[0-9]{1,3})?)){1,3}"
        r"(?![0-9]|[.,:][0-9])",
        _ratio,
    ),
)
RULES = (
    rule(
        "numbers.fraction",
        "figure",
        r"(?P<a>[0-9]{1,4})\s?/\s?(?P<b>[1-9][0-9]{0,3})(?![0-9/]|[.,][0-9])"
        rf"(?:\s?(?P<unit>{UNIT}))?",
        _fraction,
    ),
)
