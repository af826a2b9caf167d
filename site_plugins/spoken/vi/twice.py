"""A number written twice, in figures and in words: «03 (ba) ngày», «một (01) bản»."""

import re
from collections.abc import Iterator

from site_plugins.spoken.context import before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.figures import NUMBER, SCALE, said
from site_plugins.spoken.vi.numbers import whole
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
_FRAME = re.compile(r"\A(?:(?:viết )?bằng chữ|bằng chữ là)\s?:?|chẵn|[./,]")


def _plain(words: str) -> list[str]:
    """The words without their variants, frame («bằng chữ: … chẵn») and marks."""
    return [_SAME.get(word, word) for word in _FRAME.sub(" ", words.lower()).split()]


def _in_words(match: re.Match[str], manner: Manner) -> str | None:
    """The words in brackets are left out when they say the figures before them."""
    figures = _FIGURES_BEFORE.search(before(match))
    if figures is None:
        return None
    inside = _plain(match["words"])
    return "" if any(inside == _plain(words) for words in _said(figures, manner)) else None


def _said(figures: re.Match[str], manner: Manner) -> Iterator[str]:
    number = said(figures["n"], figures, manner) + (figures["scale"] or "")
    yield number
    if figures["unit"]:
        yield f"{number} {unit_words(figures['unit'], manner.style)}"


def _in_figures(match: re.Match[str], manner: Manner) -> str | None:
    """The figures in brackets are left out when the words before them said them."""
    words, left = _plain(whole(match["n"], manner.style)), _plain(before(match))
    rest = left[: -len(words)]
    # «mười hai (2)» says another number.
    same = left[-len(words) :] == words and not (rest and rest[-1] in _TENS)
    return "" if same else None


RULES = (
    rule("numbers.said_in_words", "sign", r"\((?P<words>[^()0-9\n]{2,160})\)", _in_words),
    rule("numbers.said_in_figures", "sign", r"\((?P<n>[0-9]{1,3})\)", _in_figures),
)
