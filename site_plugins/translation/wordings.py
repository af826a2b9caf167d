"""The lines that a section's digest is taken of, as translators read them."""

import re
from collections.abc import Iterator, Sequence

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


def readable(lines: Sequence[str], *, head: bool) -> tuple[str, ...]:
    """Each line after what it is: "Tên bài: …", "– …" for an item; empty ones left out.

    `head` says that the lines begin with the page's title, summary, board and loop.
    """
    fields = _fields(lines) if head else lines
    return tuple(line for text in fields if (line := _block(text)))


def _fields(lines: Sequence[str]) -> Iterator[str]:
    """The head's fields with their labels, then its blocks as they are.

    They stand as title, summary, "board", its lines, "loop", its text, "notes", the notes
    (`policy.approval.section_lines`); a line of the board may be one of these words itself.
    """
    places = range(4, len(lines))
    notes = next(i for i in places if lines[i] == "notes" and lines[i - 2] == "loop")
    yield f"Tên bài: {lines[0]}"
    yield f"Tóm tắt: {lines[1]}"
    yield from (f"Dòng bảng tin: {line}" for line in lines[3 : notes - 2])
    yield from (f"Lời đọc ngắn: {line}" for line in lines[notes - 1 : notes] if line)
    for line in lines[notes + 1 :]:
        if _BLOCK.fullmatch(line):
            yield line
        elif not line.isdecimal():
            yield f"Chú thích: {line.removesuffix(_RETURN)}"


def _block(line: str) -> str:
    match = _BLOCK.fullmatch(line)
    if not match:
        return line
    kind, ordinal, text = match.groups()
    return f"{ordinal}. {text}" if ordinal != "0" else _KINDS[BlockKind(kind)] + text
