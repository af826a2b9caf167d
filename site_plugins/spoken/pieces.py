"""From the blocks of a page to what is read: how a heading, a list, a table is heard."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from site_plugins.policy.model import Block, BlockKind
from site_plugins.spoken.model import Role, Style
from site_plugins.spoken.vi.numbers import cardinal

_ROW_NUMBER = re.compile(r"(?:TT|STT|Stt|Số TT|Số thứ tự): (?P<n>[0-9]{1,3})\.?(?:; |\Z)")


@dataclass(frozen=True)
class Piece:
    """A text with its part in the script.

    `lead` is said before it («Một là,»); `led_by` is what stands written for that, if anything.
    """

    text: str
    role: Role
    line: int = 0
    lead: str = ""
    led_by: str = ""


def untouched(blocks: Iterable[Block]) -> Iterator[Piece]:
    """The blocks of a language whose lists nobody here knows how to count aloud."""
    return (Piece(block.text, _role(block), block.line) for block in blocks)


def vietnamese(blocks: Iterable[Block], style: Style) -> Iterator[Piece]:
    """The blocks as Vietnamese is heard: ordered lists and the rows of a table are counted.

    The cells of a row are sentences of their own: nobody follows five columns in one breath.
    """
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind is BlockKind.ROW:
            yield from _rows(list(group), style)
        else:
            yield from (_piece(block, style) for block in group)


def _piece(block: Block, style: Style) -> Piece:
    lead = _count(block.ordinal, style) if block.kind is BlockKind.ITEM and block.ordinal else ""
    return Piece(block.text, _role(block), block.line, lead)


def _role(block: Block) -> Role:
    return Role.HEADING if block.kind is BlockKind.HEADING else Role.SENTENCE


def _count(ordinal: int, style: Style) -> str:
    """«Một là, … hai là, …»."""
    return f"{cardinal(ordinal, style).capitalize()} là, "


def _rows(rows: list[Block], style: Style) -> Iterator[Piece]:
    for ordinal, row in enumerate(rows, 1):
        numbered = _ROW_NUMBER.match(row.text)
        led_by = numbered[0] if numbered else ""
        lead = _count(int(numbered["n"]) if numbered else ordinal, style) if len(rows) > 1 else ""
        cells = row.text[len(led_by) :] if lead else row.text
        yield Piece(cells, Role.SENTENCE, row.line, lead, led_by if lead else "")
