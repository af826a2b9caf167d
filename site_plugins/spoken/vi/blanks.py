"""Dates with blanks for a hand to fill: what is filled in is said, what is blank is not."""

import re

from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.dates import DAY, MONTH, date_words
from site_plugins.spoken.vi.years import YEAR

_GAP = r"[\s.…_]"
_DOTS = r"[.…_]{1,60}"
# One dot after figures ends the sentence: 09/02/20.
_NO_YEAR = rf"(?:(?:20|19|202)(?:[.…_]{{2,60}}|…)|{_DOTS})"


def _blank(match: re.Match[str], manner: Manner) -> str | None:
    """A date without a blank is read elsewhere."""
    day, mon, year = match["d"], match["m"], match["y"]
    if day and mon and year:
        return None
    if day and year:
        return f"ngày {date_words(day, None, None, manner)}, {date_words(None, None, year, manner)}"
    said = date_words(day, mon, year, manner)
    return f"ngày {said}" if day else said


RULES = (
    rule(
        "dates.blank",
        "word",
        rf"[Nn]gày(?:{_GAP}{{1,60}}(?P<d>{DAY})?{_GAP}{{1,60}}|{_GAP}{{1,60}})[Tt]háng"
        rf"(?:{_GAP}{{1,60}}(?P<m>{MONTH})(?=\s)|{_GAP}{{1,60}}?){_GAP}{{0,60}}"
        rf"[Nn]ăm\s{{0,3}}(?:(?P<y>{YEAR})|{_NO_YEAR})(?![0-9])(?<!ngày tháng năm)",
        _blank,
    ),
    rule(
        "dates.blank",
        "word figure sign",
        rf"(?:[Nn]gày\s{{0,2}})?(?:(?P<d>{DAY})|{_DOTS}|(?<=[.…_]))\s?/\s?(?:(?P<m>{MONTH})|{_DOTS})"
        rf"\s?/\s?(?:(?P<y>{YEAR})|{_NO_YEAR})(?![0-9])",
        _blank,
    ),
)
