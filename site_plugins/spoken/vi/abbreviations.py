"""What the lexicon says: abbreviations, names, foreign words."""

import re

from site_plugins.spoken.context import before
from site_plugins.spoken.engine import Manner, Upto, rule
from site_plugins.spoken.lexicon import looks_like_a_word
from site_plugins.spoken.syllables import is_syllable

_CAPITALS_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,})[\s,]{1,3}\Z")
_CAPITALS_AFTER = re.compile(r"[\s,]{1,3}([^\W\d_]{2,})(?!\w)")


def _in_capitals(match: re.Match[str], end: int, manner: Manner) -> bool:
    """Do words in capitals that are no abbreviations stand beside? Then this is a heading."""
    sides = _CAPITALS_BEFORE.search(before(match)), _CAPITALS_AFTER.match(match.string, end)
    beside = (side[1] for side in sides if side)
    return any(
        word.isupper() and is_syllable(word) and word not in manner.lexicon.entries
        for word in beside
    )


def _entry(match: re.Match[str], manner: Manner) -> Upto | None:
    """The longest entry that stands at the match."""
    for form, spoken in manner.lexicon.at(match.string, match.start()):
        heading = looks_like_a_word(form)
        if not (heading and _in_capitals(match, match.start() + len(form), manner)):
            return Upto(match.start() + len(form), spoken)
    return None


RULES = (rule("lexicon", "word figure", r"", _entry),)
