"""The words by which a filled document is understood, whatever program saved it."""

import re
from itertools import pairwise
from typing import NamedTuple

from site_plugins.translation.model import Unit, UnitKind, UnitState

TRANSLATOR, ORTHOGRAPHY = "Người dịch", "Lối chữ viết"
SOURCE_COLUMN = "Tiếng Việt"
CONFIRM = "Đã xem lại, bản dịch cũ vẫn đúng"
UNTICKED = "☐"
_MARK = re.compile(r"\[\s*(\d{1,6})\s*·\s*([^\s\[\]]+)\s*\]")
_EMPTY_BOXES = re.compile(r"[\s☐□▢◻⬜\[\](){}_.:-]+")


class Mark(NamedTuple):
    """Which unit a row is of."""

    number: int
    id: str


def unit_mark(unit: Unit) -> str:
    """`[12 · bao-nhieu.3]`: a paragraph of its own at the end of the source's cell."""
    return f"[{unit.number} · {unit.id}]"


def read_mark(paragraph: str) -> Mark | None:
    """The mark that a paragraph is; None for any other paragraph."""
    found = _MARK.fullmatch(paragraph.strip())
    return Mark(int(found[1]), found[2]) if found else None


def ticked(paragraph: str) -> bool:
    """Whether somebody put a cross, a tick or a letter into the box before the words."""
    before, words, after = paragraph.partition(CONFIRM)
    return bool(words and _EMPTY_BOXES.sub("", before + after))


def unit_about(unit: Unit) -> str:
    """`12 · đoạn · `: the first paragraph of the source's cell, its state left to follow."""
    return f"{unit.number} · {unit.kind} · "


def told_kept(paragraph: str) -> bool:
    """Whether a cell's first paragraph said that nothing has changed."""
    return re.match(rf"\s*\d+ · [^·]+ · {UnitState.KEPT}", paragraph) is not None


def read_about(paragraphs: list[str]) -> tuple[UnitKind, str]:
    """The kind and the source, as the first two paragraphs of a cell tell them, if they do."""
    for about, source in pairwise(paragraphs):
        for kind in UnitKind:
            if re.match(rf"\s*\d+ · {kind} · ", about):
                return kind, " ".join(source.split())
    return UnitKind.PARAGRAPH, ""
