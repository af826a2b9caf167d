"""The names of letters, for points of articles and for codes; initials of names."""

import re

from site_plugins.spoken.context import after, before
from site_plugins.spoken.engine import Manner, rule

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
_NAME_BEFORE = re.compile(r"(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]{0,7}|(?<!\w)(?:ông|bà|anh|chị|em|cháu|cô|chú|bị cáo))\s\Z")


def spelled(letters: str) -> str:
    """Letter by letter: "QL" → "quy e lờ"."""
    return " ".join(NAMES[letter] for letter in letters.lower() if letter in NAMES)


def _lone(match: re.Match[str], _manner: Manner) -> str | None:
    """A consonant standing alone can only be its name; in chr'val it is part of a word."""
    inside = after(match, 1) == "'" and after(match, 2)[-1:].isalpha()
    if inside or re.search(r"\w'\Z", before(match, 2)):
        return None
    return NAMES[match[0].lower()]


def _initials(match: re.Match[str], _manner: Manner) -> str | None:
    """«Nguyễn V. A.», «ông T.»: letters; a point before a new sentence ends the sentence."""
    letters = re.findall(r"\w", match["letters"])
    if len(letters) == 1 and not _NAME_BEFORE.search(before(match, 12)):
        return None
    ends = match["dot"] and re.match(r"\s*\Z|\s*\n|\s[A-ZĐÀ-Ỹ]", match.string[match.end() :][:4])
    return spelled("".join(letters)) + ("." if ends else "")


RULES = (
    rule(
        "letters.initials",
        "word",
        r"(?P<letters>[A-ZĐ](?:\.\s?[A-ZĐ](?![\w'])){0,4})(?P<dot>\.)?(?!\w)",
        lambda match, manner: _initials(match, manner) if "." in match[0] else None,
    ),
    rule("letters.name", "word", r"[b-df-hj-np-tv-xzđB-DF-HJ-NP-TV-XZĐ](?![^\W\d])", _lone),
)
