"""Parts and shares: 2/3 diện tích «phần», 15/20 xã «trên»; ratios and scales."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.day_or_part import MARKS, THINGS, WHOLE
from site_plugins.spoken.vi.numbers import breath_between, cardinal, decimal
from site_plugins.spoken.vi.ordinals import nth

_MATCHED = re.compile(
    r"(?<!\w)(?:tỷ số|tỉ số|thắng|thua|hòa|hoà)(?!\w)[^.;:\n]{0,24}\Z", re.IGNORECASE
)
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
    if not _is_part(top, bottom, match):
        return f"{nth(top, match, manner)} trên {cardinal(bottom, manner.style)}"
    below = "tư" if bottom == _SMALL else cardinal(bottom, manner.style)
    mixed = "và " if re.search(r"[0-9] \Z", before(match, 2)) else ""
    return f"{mixed}{cardinal(top, manner.style)} phần {below}"


def _is_part(top: int, bottom: int, match: re.Match[str]) -> bool:
    if top >= bottom or follows(match, MARKS):
        return False
    if bottom > _TENTH:
        return top == 1 and WHOLE.match(after(match)) is not None
    return bottom <= _SMALL or not THINGS.match(after(match))


def _ratio(match: re.Match[str], manner: Manner) -> str | None:
    """Tỷ lệ 1:500 «một trên năm trăm»; tỷ số 2:1 «hai một»."""
    left = before(match)
    if not (_RATED.search(left) or _MATCHED.search(left)):
        return None
    parts = [part.strip() for part in match[0].split(":")]
    said = [decimal(part, manner.style) for part in parts]
    if _RATED.search(left):
        return " trên ".join(said)
    decimals = len(parts) > 2 or not all(part.isdecimal() for part in parts)
    return f"{', ' if decimals else breath_between(*parts) + ' '}".join(said)


# Offered before times of the day: 1:30 after «tỷ lệ» is none.
RATIOS = (
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
        r"(?P<a>[0-9]{1,4})\s?/\s?(?P<b>[1-9][0-9]{0,3})(?![0-9/]|[.,][0-9])",
        _fraction,
    ),
)
