"""What stands before and after a match: how a rule asks about its surroundings, in bounded time."""

import re
from functools import cache

_REACH = 48


def before(match: re.Match[str], reach: int = _REACH) -> str:
    """At most `reach` characters before the match."""
    return match.string[max(0, match.start() - reach) : match.start()]


def after(match: re.Match[str], reach: int = _REACH) -> str:
    """At most `reach` characters after the match."""
    return match.string[match.end() : match.end() + reach]


@cache
def _ending(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})[\s:]*\Z", re.IGNORECASE)


def follows(match: re.Match[str], words: str) -> bool:
    """Do these words (a pattern) stand right before the match, with only space or ":" between?"""
    return _ending(words).search(before(match)) is not None


def at_line_start(match: re.Match[str]) -> bool:
    """Is there nothing but space before the match on its line?"""
    start = match.start()
    line = match.string[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
    return not line.strip()
