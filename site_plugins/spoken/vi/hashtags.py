"""Hashtags: «thăng», then the words that are written together (#ChuyenDoiSo, #chuyểnđổisố)."""

import re

from site_plugins.spoken.context import after
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import CAPITAL, SMALL
from site_plugins.spoken.vi.numbers import with_zeros
from site_plugins.spoken.vi.web import as_words

# Words by their capitals: "SEAGames33" → SEA, Games, 33.
_WORD = re.compile(rf"[{CAPITAL}]+(?![{SMALL}])|[{CAPITAL}]?[{SMALL}]+|[0-9]+|[^\W\d_]+")


def _word(word: str, manner: Manner) -> str:
    if word.isdecimal():
        return with_zeros(word, manner.style)
    return manner.lexicon.spoken(word) or as_words(word, manner)


def _hashtag(match: re.Match[str], manner: Manner) -> str:
    tag = match["tag"]
    said = manner.lexicon.spoken(tag)
    words = [said] if said else (_word(word, manner) for word in _WORD.findall(tag))
    breath = "," if after(match, 2) == " #" else ""
    return f"thăng {' '.join(words)}{breath}"


RULES = (
    rule("hashtags.tag", "sign", r"#(?P<tag>(?![0-9]++(?!\w))[^\W_][\w]{0,80})(?!\w)", _hashtag),
)
