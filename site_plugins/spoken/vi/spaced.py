"""Headings whose letters are set apart: T H Ô N G B Á O is «THÔNG BÁO»."""

import re

from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import LETTER, cut, is_syllable

_GAP = re.compile(r" {2,}")


def _syllable(letters: str) -> str | None:
    return letters if is_syllable(letters) else None


def _joined(match: re.Match[str], _manner: Manner) -> str | None:
    """The words, when the letters can be cut into syllables; wide gaps part words."""
    letters = [part.replace(" ", "") for part in _GAP.split(match[0])]
    words = [" ".join(cut(part, _syllable)) for part in letters]
    return " ".join(words) if match[0].isupper() and all(words) else None


RULES = (
    rule("headings.spaced", "word", rf"[{LETTER}](?: {{1,4}}[{LETTER}](?!\w)){{3,40}}+", _joined),
)
