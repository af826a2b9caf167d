"""The lines that a section's digest is taken of, as translators read them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_plugins.policy.model import BlockKind

_BLOCK = re.compile(rf"({'|'.join(BlockKind)})\d+\.(\d+) (.*)", re.DOTALL)
_KINDS = {
    BlockKind.HEADING: "Tên mục: ",
    BlockKind.PARAGRAPH: "",
    BlockKind.ITEM: "– ",
    BlockKind.ROW: "Hàng trong bảng: ",
    BlockKind.QUOTE: "Trích dẫn: ",
    BlockKind.NOTE: "Lưu ý: ",
}
_RETURN = "\xa0↩"
"""What leads from a footnote back to its mark."""


@dataclass(frozen=True)
class Line:
    """A line of a section and, in Vietnamese, what it is: "Tên bài: ", "– ", "" for a paragraph."""

    label: str
    text: str

    def __str__(self) -> str:
        return self.label + self.text


def labelled(lines: Sequence[str]) -> tuple[Line, ...]:
    """The lines of `policy.approval.section_lines` with what each is; empty ones left out.

    Those of the head begin with the page's title, summary, "board", its lines, "loop", its text,
    "notes" and the notes; a line of the board may be one of these words itself.
    """
    places = range(4, len(lines))
    notes = (i for i in places if lines[i] == "notes" and lines[i - 2] == "loop")
    place = next(notes, 0)
    return tuple(_fields(lines, place) if place else map(_block, lines))


def _fields(lines: Sequence[str], notes: int) -> Iterator[Line]:
    """The lines of the head, whose word "notes" is at a known place."""
    yield Line("Tên bài: ", lines[0])
    yield Line("Tóm tắt: ", lines[1])
    yield from (Line("Dòng bảng tin: ", line) for line in lines[3 : notes - 2])
    yield from (Line("Lời đọc ngắn: ", line) for line in lines[notes - 1 : notes] if line)
    for line in lines[notes + 1 :]:
        if _BLOCK.fullmatch(line):
            yield _block(line)
        elif not line.isdecimal():
            yield Line("Chú thích: ", line.removesuffix(_RETURN))


def _block(line: str) -> Line:
    match = _BLOCK.fullmatch(line)
    if not match:
        return Line("", line)
    kind, ordinal, text = match.groups()
    return Line(f"{ordinal}. " if ordinal != "0" else _KINDS[BlockKind(kind)], text)
