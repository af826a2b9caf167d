"""A number written twice, in figures and in words: «03 (ba) ngày», «một (01) bản».

Where the two differ nobody can say which is meant: the bracket stays, for the audit to tell.
"""

import re
from collections.abc import Iterator

from site_plugins.spoken.context import before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.figures import NUMBER, SCALE, said
from site_plugins.spoken.vi.numbers import DIGITS, whole
from site_plugins.spoken.vi.units import UNIT, unit_words

_FIGURES_BEFORE = re.compile(
    rf"(?<![\w.,])(?P<n>{NUMBER})(?P<scale>{SCALE})?(?:\s?(?P<unit>{UNIT}))?\s?\Z"
)
_SAME = {
    "ngàn": "nghìn",
    "lẻ": "linh",
    "tỉ": "tỷ",
    "bẩy": "bảy",
    "tư": "bốn",
    "lăm": "năm",
    "mốt": "một",
}
_TENS = frozenset({"mười", "mươi", "trăm", "nghìn", "triệu", "tỷ", "linh", "phẩy"})
_NUMERALS = _TENS.union(DIGITS)
_FRAME = re.compile(r"\A(?:(?:viết )?bằng chữ|bằng chữ là)\s?:?|chẵn|không trăm (?=linh|lẻ)|[./,]")


def _plain(words: str) -> list[str]:
    """The words without their variants, frame («bằng chữ: … chẵn») and marks."""
    bare = (word.strip('"“”') for word in _FRAME.sub(" ", words.lower()).split())
    return [_SAME.get(word, word) for word in bare]


def _in_words(match: re.Match[str], manner: Manner) -> str | None:
    """The words in brackets are left out when they say the figures before them."""
    figures = _FIGURES_BEFORE.search(before(match))
    if figures is None:
        return None
    inside = _plain(match["words"])
    if any(inside == _plain(words) for words in _said(figures, manner)):
        return ""
    return match[0] if _differs(inside, figures, manner) else None


def _differs(inside: list[str], figures: re.Match[str], manner: Manner) -> bool:
    """Nothing but another number; «1,5 tỷ» has several ways to be said."""
    unit = unit_words(figures["unit"], manner.style) if figures["unit"] else ""
    exact = not figures["scale"] and "," not in figures["n"]
    return exact and _NUMERALS.union(unit.split()).issuperset(inside)


def _said(figures: re.Match[str], manner: Manner) -> Iterator[str]:
    number = said(figures["n"], figures, manner) + (figures["scale"] or "")
    yield number
    if figures["unit"]:
        yield f"{number} {unit_words(figures['unit'], manner.style)}"


def _in_figures(match: re.Match[str], manner: Manner) -> str | None:
    """The figures in brackets are left out when the words before them said them."""
    words, left = _plain(whole(match["n"], manner.style)), _plain(before(match))
    rest = left[: -len(words)]
    if left[-len(words) :] != words:
        return None
    # «mười hai (2)» says another number.
    return match[0] if rest and rest[-1] in _TENS else ""


RULES = (
    rule("numbers.said_in_words", "sign", r"\((?P<words>[^()0-9\n]{2,160})\)", _in_words),
    rule("numbers.said_in_figures", "sign", r"\((?P<n>[0-9]{1,3})\)", _in_figures),
)
