"""The names of letters, for points of articles and for codes; initials of names."""

import re

from site_plugins.spoken.alphabet import NAMES, spelled
from site_plugins.spoken.context import after, before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import CAPITAL, SMALL

__all__ = ["NAMES", "RULES", "spelled"]

_NAME_BEFORE = re.compile(
    rf"(?:[{CAPITAL}][{SMALL}]{{0,7}}|(?<!\w)(?:ông|bà|anh|chị|em|cháu|cô|chú|bị cáo|là|tên))\s\Z"
)


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
    return spelled("".join(letters)) + (_stop(after(match, 4)) if match["dot"] else "")


def _stop(following: str) -> str:
    """What the last point is where it stands: an end before a new sentence, else of no sound."""
    if re.match(rf"\s*(?:\Z|\n)|\s[{CAPITAL}]", following):
        return "."
    return "," if following.lstrip().startswith("(") else ""


RULES = (
    rule(
        "letters.initials",
        "word",
        r"(?P<letters>[A-ZĐ](?:\.\s?[A-ZĐ](?![\w'])){0,4})(?P<dot>\.)?(?!\w)",
        lambda match, manner: _initials(match, manner) if "." in match[0] else None,
    ),
    rule("letters.name", "word", r"[b-df-hj-np-tv-xzđB-DF-HJ-NP-TV-XZĐ](?![^\W\d])", _lone),
)
