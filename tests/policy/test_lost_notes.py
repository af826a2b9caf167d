"""Footnotes hold facts: a translation without the note must tell them elsewhere."""

import pytest

from site_plugins.policy.agreement import disagreements
from site_plugins.policy.body import render
from tests.policy.pairs import KM, source_of, translation_of
from tests.policy.written import station

SOURCE = "Mức hỗ trợ.[^1]\n\n[^1]: Tối đa 1,2 tỷ đồng cho cả xã, 2 đợt.\n"
LACKS = (
    "lỗi: chú thích và tên cột của bảng: bản gốc ghi 1,2 tỷ đồng (index.md dòng 12), bản dịch"
    " không có; ghi thêm bằng chữ số; nếu bản dịch nói bằng lời thì khai báo dưới `translation:`"
    ' một dòng facts: {"1,2 tỷ đồng": "…"}'
)


def _told(translation: str, **front: object) -> list[str]:
    text = translation_of(translation, **front)
    problems = disagreements(source_of(SOURCE), text, station().languages["km"])
    return [str(problem).removeprefix(f"{KM}:") for problem in problems]


@pytest.mark.parametrize(
    "translation",
    ["ប្រាក់ 1,2 ប៊ីលានដុង។", "ប្រាក់។[^1]\n\n[^1]: ១,២ ប៊ីលានដុង ២ ដង។", "ប្រាក់ 1.200.000.000 ដុង។"],
    ids=["in the text", "in the note", "in full"],
)
def test_a_fact_of_a_note_may_stand_in_the_text(translation: str) -> None:
    """What the source says in a footnote may be said on the page."""
    assert _told(translation) == []


def test_a_lost_note_is_an_error() -> None:
    """A sum that went with its note is told, with the note's line in the source."""
    assert _told("ប្រាក់។") == [f"1: {LACKS}"]


def test_a_declared_fact_of_a_note() -> None:
    """It may be said in words too."""
    assert _told("ប្រាក់មួយពាន់ពីររយលាន។", facts={"1,2 tỷ đồng": "មួយពាន់ពីររយលាន"}) == []


def test_notes_have_lines() -> None:
    """A footnote's line is where it is written, a column's name stands on the table's first row."""
    table = "| Hộ | Mức |\n| --- | --- |\n| Hộ nghèo | 5 |\n"
    body = render(f"[^a]: Ghi chú.\n\n{table}\nCâu.[^a]\n", 10)
    assert dict(zip(body.notes, body.note_lines, strict=True)) == {
        "Hộ | Mức": 12,
        "1": 0,
        body.notes[-1]: 10,
    }
