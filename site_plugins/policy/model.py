"""The nouns of the policy room: what a document is, once it has been read."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a piece of the page is, as far as reading it aloud is concerned."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    NOTE = "note"


@dataclass(frozen=True)
class Block:
    """A piece of the rendered page that is read in one breath group.

    `text` is plain text in NFC with white space folded, links by their text.
    A table row is "header: cell; header: cell".
    `section` is the id of the level-2 heading it stands under ("" before the first).
    `line` is the line of the source file, counted from 1.
    `level` is a heading's level or a list item's depth; `ordinal` is an item's number
    in its ordered list, 0 in a bullet list and everywhere else.
    """

    kind: BlockKind
    text: str
    section: str = ""
    line: int = 0
    level: int = 0
    ordinal: int = 0


@dataclass(frozen=True)
class Heading:
    """An entry of the page's table of contents."""

    level: int
    id: str
    title: str


@dataclass(frozen=True)
class Link:
    """The target of a link or a picture, and the line of the source file that names it."""

    target: str
    line: int


@dataclass(frozen=True)
class Body:
    """A rendered Markdown body: the page's HTML and the same text as blocks, from one rendering.

    `notes` are texts that are shown and not read aloud: footnotes, their marks, and the names of
    tables' columns; `note_lines` are their lines, 0 for a mark.
    """

    html: str
    blocks: tuple[Block, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    note_lines: tuple[int, ...] = ()
