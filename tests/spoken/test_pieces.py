"""Lists and tables as they are heard."""

from site_plugins.policy.model import Block, BlockKind
from site_plugins.spoken import Lexicon, Segment, Style
from site_plugins.spoken.model import Part
from site_plugins.spoken.script import Framing, write_script


def _segments(*rows: str, language: str = "vi") -> tuple[Segment, ...]:
    """What is said of a table after the title."""
    draft = write_script(
        language=language,
        title="Bảng",
        blocks=[Block(BlockKind.ROW, row) for row in rows],
        framing=Framing(),
        style=Style(),
        lexicon=Lexicon(),
    )
    return draft.script.segments[1:]


def test_the_rows_of_a_table_are_counted() -> None:
    """A row begins with its number and goes on cell by cell."""
    rows = _segments("Đối tượng: Hộ nghèo; Mức: 500.000 đồng", "Đối tượng: Trẻ em; Mức: 5 kg")
    assert [segment.text for segment in rows] == [
        "Một là, đối tượng: Hộ nghèo.",
        "Mức: năm trăm nghìn đồng.",
        "Hai là, đối tượng: Trẻ em.",
        "Mức: năm ki lô gam.",
    ]


def test_a_number_in_the_table_is_the_number_that_is_said() -> None:
    """The column «TT» is not read a second time; what stands there leads, and the trace says so."""
    third, fourth = _segments("TT: 3; Việc: Nộp đơn", "TT: 4; Việc: Nhận tiền")
    assert third.text == "Ba là, việc: Nộp đơn."
    assert third.written == "TT: 3; Việc: Nộp đơn"
    assert third.parts[0] == Part("TT: 3; ", "Ba là, ", "lists.lead")
    assert fourth.text == "Bốn là, việc: Nhận tiền."


def test_a_single_row_and_other_languages_are_not_counted() -> None:
    """One row needs no «một là»; another language has its own way of counting."""
    assert _segments("Mức: 5 kg")[0].text == "Mức: năm ki lô gam."
    assert _segments("A: b; C: d", "A: e; C: f", language="km")[0].text.startswith("A: b")
