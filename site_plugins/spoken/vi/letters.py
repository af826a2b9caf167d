"""The names of letters, for points of articles and for codes."""

import re

from site_plugins.spoken.context import after, before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import whole

# The broadcast names: điểm d is «dê», điểm đ is «đê».
NAMES = {
    "a": "a",
    "ă": "á",
    "â": "ớ",
    "b": "bê",
    "c": "xê",
    "d": "dê",
    "đ": "đê",
    "e": "e",
    "ê": "ê",
    "f": "ép",
    "g": "giê",
    "h": "hát",
    "i": "i",
    "j": "gi",
    "k": "ca",
    "l": "e lờ",
    "m": "em mờ",
    "n": "en nờ",
    "o": "o",
    "ô": "ô",
    "ơ": "ơ",
    "p": "pê",
    "q": "quy",
    "r": "e rờ",
    "s": "ét",
    "t": "tê",
    "u": "u",
    "ư": "ư",
    "v": "vê",
    "w": "vê kép",
    "x": "ích xì",
    "y": "i dài",
    "z": "dét",
}


def spelled(letters: str) -> str:
    """Letter by letter: "QL" → "quy e lờ"."""
    return " ".join(NAMES[letter] for letter in letters.lower() if letter in NAMES)


def _lone(match: re.Match[str], _manner: Manner) -> str | None:
    """A consonant standing alone can only be its name, unless an initial ("Nguyễn V. A")."""
    inside = after(match, 1) == "'" and after(match, 2)[-1:].isalpha()
    if inside or re.search(r"\w'\Z", before(match, 2)):
        return None
    return NAMES[match[0].lower()]


def _code(match: re.Match[str], manner: Manner) -> str:
    parts = re.findall(r"[A-ZĐ]|[0-9]+", match[0])
    return " ".join(
        whole(part, manner.style) if part.isdecimal() else NAMES[part.lower()] for part in parts
    )


RULES = (
    rule("letters.code", "word", r"[A-ZĐ][0-9]{1,3}(?:[A-ZĐ][0-9]{0,3})?(?![\w.]*[\w])", _code),
    rule("letters.name", "word", r"[b-df-hj-np-tv-xzđB-DF-HJ-NP-TV-XZĐ](?![^\W\d])", _lone),
)
