"""The kit as a Word document: a table a section, the source on the left, the cell on the right."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import ceil

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from site_plugins.translation.codes import CODE
from site_plugins.translation.differences import Mark, word_diff
from site_plugins.translation.docx_marks import (
    CONFIRM,
    ORTHOGRAPHY,
    SOURCE_COLUMN,
    TRANSLATOR,
    UNTICKED,
    unit_about,
    unit_mark,
)
from site_plugins.translation.docx_package import packed
from site_plugins.translation.docx_styles import (
    HEADING,
    REMARK,
    SOURCE,
    TARGET,
    TITLE,
    new_document,
)
from site_plugins.translation.docx_xml import (
    BOLD,
    GREY,
    STRUCK,
    UNDERLINED,
    field,
    paragraph,
    row,
    run,
    table,
    tick_box,
)
from site_plugins.translation.kit_code import code_of
from site_plugins.translation.model import Kit, Unit, UnitState

_HAND_LINE_MM = 8
_LETTERS_A_HAND_LINE = 28
"""That fit into the right column, written by hand."""
_NOT_AGREED = "chưa thống nhất"


def write_docx(kit: Kit) -> bytes:
    """The whole document; the same kit gives the same bytes."""
    document = new_document(kit.language, f"{kit.title} – {kit.language.name}")
    _append(document.element.body, [*_front(kit), *_sections(kit), *_end(kit)])
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    _append(footer.part.element, [_footer(kit)])
    return packed(document, code_of(kit))


def _append(parent: BaseOxmlElement, parts: Iterable[str]) -> None:
    """What is written, in place of paragraphs that are there; the page's properties stay last."""
    for empty in parent.xpath("w:p"):
        parent.remove(empty)
    written = parse_xml(f"<w:body {nsdecls('w', 'w14')}>{''.join(parts)}</w:body>")
    parent[:0] = list(written)


def _front(kit: Kit) -> Iterator[str]:
    language = kit.language
    names = " · ".join(dict.fromkeys([language.name, language.endonym]))
    yield paragraph(TITLE, run(kit.title))
    yield paragraph(SOURCE, run(f"Bộ dịch sang tiếng {names} · bản {kit.version}"))
    yield paragraph(HEADING, run("Cách làm"))
    for number, line in enumerate(_how(kit), 1):
        yield paragraph(SOURCE, run(f"{number}. {line}"))
    yield paragraph(REMARK)
    people = ((TRANSLATOR, kit.translator), (ORTHOGRAPHY, kit.orthography))
    yield table(
        (55, 125), (row(_said(label), _said(value), height_mm=9) for label, value in people)
    )
    if kit.notes:
        yield paragraph(HEADING, run("Lưu ý của người soạn"))
        yield from (paragraph(SOURCE, run(f"• {note}")) for note in kit.notes)
    if kit.terms:
        yield paragraph(HEADING, run("Từ ngữ đã thống nhất"))
        yield table((55, 55, 70), _terms(kit))


def _how(kit: Kit) -> Iterator[str]:
    """What a translator has to know, and nothing about what this kit does not hold."""
    yield "Viết bản dịch vào ô bên phải. Mỗi ô chỉ một đoạn, không gộp ô, không thêm hàng."
    yield "Chữ đậm là số, ngày, tiền, số hiệu: giữ đúng như bài tiếng Việt."
    if any(CODE.search(unit.source) for unit in kit.units):
        yield "Dấu {1} … {/1} bao quanh chữ in đậm hoặc có liên kết: chép lại quanh chữ tương ứng."
        yield "Dấu {1/} đứng một mình là chỗ có chú thích hoặc ảnh: để vào chỗ tương ứng."
    if any(unit.state is UnitState.CHANGED for unit in kit.units):
        yield (
            "Ô ghi «bài gốc đã đổi»: chữ gạch ngang đã bỏ, chữ gạch chân là mới. Sửa lại bản dịch; "
            "nếu bản dịch cũ vẫn đúng thì đánh dấu vào ô vuông."
        )
    yield "Chỗ nào chưa dịch được thì để trống."
    yield (
        "Xong thì lưu tệp (dạng .docx) và gửi lại cho người đã giao. Viết tay trên giấy in cũng "
        "được: gửi lại đủ các trang."
    )


def _said(text: str, look: str = "") -> str:
    return paragraph(SOURCE, run(text, look))


def _terms(kit: Kit) -> Iterator[str]:
    yield _heading_row(SOURCE_COLUMN, f"Tiếng {kit.language.name}", "Nghĩa")
    for term in kit.terms:
        agreed = paragraph(TARGET, run(term.agreed)) if term.agreed else _said(_NOT_AGREED, GREY)
        yield row(_said(term.source), agreed, _said(term.explanation))


def _heading_row(*texts: str) -> str:
    return row(*(_said(text, BOLD) for text in texts), heads=True)


def _sections(kit: Kit) -> Iterator[str]:
    heads = _heading_row(SOURCE_COLUMN, f"Dịch sang tiếng {kit.language.name}")
    for section, units in groupby(kit.units, key=lambda unit: unit.section):
        yield paragraph(HEADING, run(kit.headings.get(section, section)))
        yield table((90, 90), (heads, *map(_unit_row, units)))


def _unit_row(unit: Unit) -> str:
    """Room for handwriting where something has to be written."""
    target = paragraph(TARGET, *([run(unit.target)] if unit.target else []))
    text = "" if unit.state is UnitState.KEPT else unit.source + unit.target
    lines = ceil(len(text) / _LETTERS_A_HAND_LINE)
    return row("".join(_source(unit)), target, height_mm=_HAND_LINE_MM * max(lines, 2))


def _source(unit: Unit) -> Iterator[str]:
    """The left cell; its last paragraph is the mark that parts it from the translation."""
    state = run(unit.state, BOLD if unit.state is UnitState.CHANGED else "")
    number = str(unit.number)
    yield paragraph(REMARK, run(number, BOLD), run(unit_about(unit).removeprefix(number)), state)
    yield paragraph(SOURCE, *_with_facts(unit))
    if unit.before:
        yield paragraph(SOURCE, run("Đã đổi: ", GREY), *_differences(unit))
    if unit.state is UnitState.CHANGED and unit.target:
        yield paragraph(SOURCE, tick_box(UNTICKED), run(f"\u2002{CONFIRM}"))
    yield paragraph(REMARK, run(unit_mark(unit)))


def _with_facts(unit: Unit) -> Iterator[str]:
    """The source, its facts bold and its codes grey."""
    facts = sorted(filter(None, unit.facts), key=len, reverse=True)
    at = 0
    for found in re.finditer("|".join([CODE.pattern, *map(re.escape, facts)]), unit.source):
        yield run(unit.source[at : found.start()])
        yield run(found[0], GREY if CODE.fullmatch(found[0]) else BOLD)
        at = found.end()
    yield run(unit.source[at:])


_LOOKS = {Mark.SAME: "", Mark.GONE: STRUCK, Mark.NEW: UNDERLINED}


def _differences(unit: Unit) -> Iterator[str]:
    """What went, struck out, and what came, underlined; never the one glued to the other."""
    last = Mark.SAME
    for piece in word_diff(CODE.sub("", unit.before), CODE.sub("", unit.source)):
        if {last, piece.mark} == {Mark.GONE, Mark.NEW}:
            yield run(" ")
        yield run(piece.text, _LOOKS[piece.mark])
        last = piece.mark


def _end(kit: Kit) -> Iterator[str]:
    yield paragraph(HEADING, run("Phần của máy"))
    yield paragraph(REMARK, run(f"Mã của bộ dịch, đừng sửa, đừng xóa: {code_of(kit)}"))


def _footer(kit: Kit) -> str:
    text = f"{kit.title} · {kit.language.name} · bản {kit.version} · trang "
    return paragraph(REMARK, run(text), field("PAGE"), run("/"), field("NUMPAGES"))
