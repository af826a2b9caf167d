"""The names of letters, for points of articles and for codes; initials of names."""

import re

from site_plugins.spoken.alphabet import NAMES, spelled
from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import CAPITAL, SMALL, is_syllable

__all__ = ["NAMES", "RULES", "spelled"]

# A sentence begins so: «Tại P. Bến Nghé» names a ward.
_OPENING = "Theo|Tại|Ở|Trên|Từ|Đến|Về|Và|Của|Do|Thuộc|Cho|Với|Trong|Các|Những|Hai|Ba|Mỗi|Trước|Sau"
_PERSON = "ông|bà|anh|chị|em|cháu|cô|chú|bị cáo|là|tên"
_NAME_BEFORE = re.compile(
    rf"(?<!\w)(?:(?!(?:{_OPENING})\s)[{CAPITAL}][{SMALL}]{{0,7}}|{_PERSON})\s\Z"
)

_NAME_AFTER = re.compile(rf"\s([{CAPITAL}][{SMALL}]++)")
_WORD_BEFORE = re.compile(rf"(?<!\w)([{CAPITAL}][^\W\d_]{{1,20}})\s\Z")
_TITLES = "ông|bà|anh|chị|tổng thống|nhà văn|tướng|tỷ phú"


def _lone(match: re.Match[str], _manner: Manner) -> str | None:
    """A consonant standing alone can only be its name; in chr'val it is part of a word."""
    inside = after(match, 1) == "'" and after(match, 2)[-1:].isalpha()
    # 6T may be months or tons, 72t years of age, 18h/6h two hours or a rate: nobody knows.
    counted = match[0] in "tTh" and before(match, 1).isdecimal()
    if inside or counted or re.search(r"\w'\Z", before(match, 2)):
        return None
    return NAMES[match[0].lower()]


def _initials(match: re.Match[str], _manner: Manner) -> str | None:
    """«Nguyễn V. A.», «ông T.»: letters; a point before a new sentence ends the sentence."""
    letters = re.findall(r"\w", match["letters"])
    if len(letters) == 1 and not _NAME_BEFORE.search(before(match, 12)):
        return None
    return spelled("".join(letters)) + (_stop(match) if match["dot"] else "")


def _stop(match: re.Match[str]) -> str:
    """What the last point is where it stands: an end before a new sentence, else of no sound."""
    if _is_middle(match):
        return ""
    following = after(match, 4)
    if re.match(rf"\s*(?:\Z|\n)|\s[{CAPITAL}]", following):
        return "."
    return "," if following.lstrip().startswith("(") else ""


def _is_middle(match: re.Match[str]) -> bool:
    """George W. Bush, J.K. Rowling: a name that is no syllable goes on after its initial."""
    name = _NAME_AFTER.match(after(match))
    if name is None or is_syllable(name[1].lower()):
        return False
    first = _WORD_BEFORE.search(before(match))
    return not (first and is_syllable(first[1].lower())) or follows(match, _TITLES)


RULES = (
    rule(
        "letters.initials",
        "word",
        r"(?P<letters>[A-ZĐ](?:\.\s?[A-ZĐ](?![\w'])){0,4})(?P<dot>\.)?(?!\w)",
        lambda match, manner: _initials(match, manner) if "." in match[0] else None,
    ),
    rule("letters.name", "word", r"[b-df-hj-np-tv-xzđB-DF-HJ-NP-TV-XZĐ](?![^\W\d])", _lone),
)
