"""From rendered HTML to the blocks that are read aloud, in page order."""

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import zip_longest

from site_plugins.policy.model import BlockKind

_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE_BREAKS = {"br", "hr", "img"}
_NOTES = {("div", "footnote"), ("a", "footnote-ref"), ("a", "footnote-backref")}
_STRUCK = {"del", "s"}
_BLOCKS = {"p", "dt", "dd", "pre", "li", "ul", "ol", "table", "blockquote", "div"}
_BLOCKS |= {"caption", "figure", "figcaption", "td", "th", "tr"}


@dataclass(frozen=True)
class Piece:
    """A block before its line is known; `opening` is what it opens with in the source."""

    kind: BlockKind
    text: str
    section: str
    level: int = 0
    ordinal: int = 0
    opening: str = ""


@dataclass
class Reading:
    """What a rendered page holds: blocks, the targets of links and images, and unread notes."""

    pieces: list[Piece] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_blocks(html: str) -> Reading:
    """Read a rendered page.

    Footnotes and their marks are not read aloud, a listener cannot jump to them; nor are the
    names of a table's columns by themselves, nor what stands for a picture, nor words that are
    struck out, which say that something no longer holds.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.reading


@dataclass
class _List:
    ordered: bool
    next: int = 1


@dataclass
class _Table:
    header: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects text until a block ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.reading = Reading()
        self._text: list[str] = []
        self._section = ""
        self._lists: list[_List] = []
        self._table = _Table()
        self._around: list[BlockKind] = []
        self._item: int | None = None
        self._skipping = 0
        self._before: list[str] = []
        self._open_divs: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.reading.links.extend(v for k, v in attrs if k in ("href", "src") and v)
        if tag in _INLINE_BREAKS:
            self._start_break(given)
        elif self._skipping or _is_unread(tag, given):
            self._start_note()
        elif tag in _HEADINGS:
            self._start_heading(tag, given.get("id") or "")
        else:
            self._start_block(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE_BREAKS:
            return
        if self._skipping:
            self._end_note()
        elif tag in _HEADINGS:
            self.flush(BlockKind.HEADING, _HEADINGS[tag])
        elif tag in ("td", "th"):
            self._table.cells.append(self._take())
        elif tag == "tr":
            self._end_row()
        else:
            self._end_block(tag)

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def flush(self, kind: BlockKind | None = None, level: int = 0) -> None:
        """End the block under way, if it has any text."""
        text = self._take()
        if not text:
            return
        ordinal = 0
        if kind is None and self._item is not None:
            kind, ordinal, level = BlockKind.ITEM, self._item, len(self._lists)
            self._item = None
        kind = kind or (self._around[-1] if self._around else BlockKind.PARAGRAPH)
        self.reading.pieces.append(Piece(kind, text, self._section, level, ordinal))

    def _start_break(self, given: dict[str, str | None]) -> None:
        self._text.append(" ")
        if alternative := given.get("alt"):
            self.reading.notes.append(alternative)

    def _start_note(self) -> None:
        if not self._skipping:
            self._before, self._text = self._text, []
        self._skipping += 1

    def _end_note(self) -> None:
        self._skipping -= 1
        if not self._skipping:
            self.reading.notes.append(self._take())
            self._text = self._before

    def _start_heading(self, tag: str, anchor: str) -> None:
        self.flush()
        if tag == "h2":
            self._section = anchor

    def _start_block(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in ("ul", "ol"):
            self._lists.append(_List(tag == "ol", _number(given.get("start"))))
        elif tag == "li":
            self._start_item()
        elif tag == "table":
            self._table = _Table()
        elif tag in ("div", "blockquote"):
            self._open_container(tag, given)

    def _open_container(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "blockquote":
            self._around.append(BlockKind.QUOTE)
            return
        is_note = "admonition" in _classes(given)
        self._open_divs.append(is_note)
        if is_note:
            self._around.append(BlockKind.NOTE)

    def _end_block(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in ("ul", "ol"):
            del self._lists[-1:]
        elif tag == "blockquote" or (tag == "div" and self._open_divs and self._open_divs.pop()):
            del self._around[-1:]
        elif tag == "li":
            self._item = None

    def _start_item(self) -> None:
        current = self._lists[-1] if self._lists else _List(ordered=False)
        self._item = current.next if current.ordered else 0
        current.next += 1

    def _end_row(self) -> None:
        """The first row names the columns; each other row is read with those names."""
        cells, self._table.cells = self._table.cells, []
        if not self._table.header:
            self._table.header = cells
            self.reading.notes.append(" | ".join(cells))
            return
        columns = zip_longest(self._table.header, cells, fillvalue="")
        named = [f"{name}: {cell}" if name else cell for name, cell in columns if cell]
        if named:
            opening = next(cell for cell in cells if cell)
            row = Piece(BlockKind.ROW, "; ".join(named), self._section, opening=opening)
            self.reading.pieces.append(row)

    def _take(self) -> str:
        text = "".join(self._text)
        self._text.clear()
        if not text or text.isspace():
            return ""
        return unicodedata.normalize("NFC", _SPACE.sub(" ", text)).strip()


def _is_unread(tag: str, given: dict[str, str | None]) -> bool:
    return tag in _STRUCK or any((tag, name) in _NOTES for name in _classes(given))


def _classes(given: dict[str, str | None]) -> list[str]:
    return (given.get("class") or "").split()


def _number(start: str | None) -> int:
    return int(start) if start and start.isdecimal() else 1
