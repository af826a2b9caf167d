"""What stands before and after a match: how a rule asks about its surroundings, in bounded time."""

import re
from functools import cache

from site_plugins.spoken.first_letters import Letters, last_letters

_REACH = 48
_BETWEEN = " \t\n:"


def before(match: re.Match[str], reach: int = _REACH) -> str:
    """At most `reach` characters before the match."""
    return match.string[max(0, match.start() - reach) : match.start()]


def after(match: re.Match[str], reach: int = _REACH) -> str:
    """At most `reach` characters after the match."""
    return match.string[match.end() : match.end() + reach]


@cache
def _ending(words: str) -> tuple[re.Pattern[str], Letters]:
    """The words at the end of a text, and the letters with which they can end."""
    return re.compile(rf"(?<!\w)(?:{words})\Z", re.IGNORECASE), last_letters(words)


def follows(match: re.Match[str], words: str) -> bool:
    """Do these words (a pattern) stand right before the match, with only space or ":" between?"""
    ending, lasts = _ending(words)
    said = before(match).rstrip(_BETWEEN)
    if lasts is not None and said[-1:].lower() not in lasts:
        return False
    return ending.search(said) is not None


def at_line_start(match: re.Match[str]) -> bool:
    """Is there nothing but space before the match on its line?"""
    start = match.start()
    line = match.string[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]
    return not line.strip()
