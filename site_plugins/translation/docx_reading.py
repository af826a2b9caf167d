"""A filled Word document, read whatever program saved it and whatever became of its tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docx.oxml.xmlchemy import BaseOxmlElement

from site_plugins.problems import Problem, Severity
from site_plugins.translation.docx_marks import (
    ORTHOGRAPHY,
    SOURCE_COLUMN,
    TRANSLATOR,
    Mark,
    read_about,
    read_mark,
    ticked,
    told_kept,
)
from site_plugins.translation.docx_package import unpacked
from site_plugins.translation.docx_text import (
    cells_of,
    fonts_of,
    has_picture,
    paragraphs_of,
    rows_around,
    rows_of,
    tables_of,
    text_of,
)
from site_plugins.translation.kit_code import read_code
from site_plugins.translation.mending import gathered
from site_plugins.translation.model import Filled, NotAKitError, Unit, UnitState

_NO_ROWS = "trong tệp không còn hàng nào có mã [số · mã] ở ô bên trái"
_OLD_FONT = re.compile(r"(?i)\.vn|vni[- ]|limon ")
"""Fonts whose letters are not Unicode: TCVN3, VNI, and Limon for Khmer."""


@dataclass(frozen=True)
class _Row:
    """A row of a table: paragraphs by cells, and the marks that stand in them."""

    element: BaseOxmlElement
    cells: tuple[tuple[str, ...], ...]

    @cached_property
    def marks(self) -> list[Mark]:
        return [mark for cell in self.cells for p in cell if (mark := read_mark(p))]

    @property
    def source(self) -> list[str]:
        """The paragraphs before the mark in its cell: what the unit is, its source, the box."""
        return self._around_mark[0]

    @property
    def target(self) -> str:
        """What follows the mark in its cell, and all other cells: merged and swapped ones too."""
        return "\n".join(self._around_mark[1])

    @cached_property
    def _around_mark(self) -> tuple[list[str], list[str]]:
        before: list[str] = []
        after: list[str] = []
        for cell in self.cells:
            at = next((n for n, p in enumerate(cell) if read_mark(p)), -1)
            before += cell[: max(at, 0)]
            after += cell[at + 1 :]
        return before, after


def read_docx(name: str, data: bytes) -> Filled:
    """What a document holds: rows are known by their marks, wherever they were moved to.

    Tracked insertions count and deletions do not; comments and hidden codes of fields are not
    text. Rows that were merged or lost their mark, and pictures where text belongs, are told.

    Raises:
        NotAKitError: it is no document of ours, or has lost its code or all its rows.
    """
    root, custom = unpacked(data)
    code = read_code(text_of(root), custom)
    around = rows_around(root, read_mark)
    tables = [[_row(e) for e in rows_of(t) if e not in around] for t in tables_of(root)]
    rows = [row for table in tables for row in table]
    own = [row for row in rows if len(row.marks) == 1]
    if not own:
        raise NotAKitError(_NO_ROWS)
    cells, problems = gathered(name, ((_unit(row), row.target) for row in own))
    problems += [p for row in own for p in _cell_faults(name, row, cells)]
    problems += [p for table in tables for p in _table_faults(name, table)]
    return Filled(
        code.slug,
        code.tag,
        code.sections,
        cells,
        _field(rows, TRANSLATOR),
        _field(rows, ORTHOGRAPHY),
        frozenset(mark.id for mark in _confirmed(own) if mark.id in cells),
        tuple(problems),
        code.given,
    )


def _row(element: BaseOxmlElement) -> _Row:
    return _Row(element, tuple(tuple(paragraphs_of(cell)) for cell in cells_of(element)))


def _confirmed(rows: list[_Row]) -> Iterator[Mark]:
    return (row.marks[0] for row in rows if any(ticked(p) or told_kept(p) for p in row.source))


def _unit(row: _Row) -> Unit:
    """The unit as far as its row tells of it."""
    mark = row.marks[0]
    kind, source = read_about(row.source)
    return Unit(mark.number, mark.id, "", kind, UnitState.NEW, source)


def _field(rows: list[_Row], label: str) -> str:
    """What stands beside a label; the longest where the field stands there twice."""
    filled = [c[1] for row in rows if len(c := row.cells) > 1 and "".join(c[0]).strip() == label]
    return max((" ".join(" ".join(lines).split()) for lines in filled), key=len, default="")


def _cell_faults(name: str, row: _Row, filled: dict[str, str]) -> Iterator[Problem]:
    mark = row.marks[0]
    if mark.id not in filled and has_picture(row.element):
        yield _fault(name, mark.number, "ô chỉ có ảnh, chưa có chữ", "hãy gõ lại chữ trong ảnh")
    old = sorted(filter(_OLD_FONT.match, fonts_of(row.element)))
    if old and mark.id in filled:
        message = f"ô có chữ gõ bằng phông cũ ({', '.join(old)}), khi lên trang có thể sai chữ"
        yield _fault(name, mark.number, message, "hãy gõ lại bằng Unicode")


def _table_faults(name: str, table: list[_Row]) -> Iterator[Problem]:
    """Rows among those of units that are of none, or of several."""
    if not any(row.marks for row in table):
        return
    for row in table:
        text = " ".join(" ".join(p for cell in row.cells for p in cell).split())
        if len(row.marks) > 1:
            ids = ", ".join(f"[{mark.id}]" for mark in row.marks)
            hint = "hãy tách lại mỗi mã một hàng"
            yield _fault(name, row.marks[0].number, f"các ô {ids} bị gộp, chưa nhận", hint)
        elif not row.marks and text and not text.startswith(SOURCE_COLUMN):
            yield _fault(name, 0, f"hàng không còn mã, chưa nhận: {text[:60]}", "")


def _fault(name: str, number: int, message: str, hint: str) -> Problem:
    return Problem(name, number, 0, Severity.WARNING, message, hint)
