"""Old translations beside the units of an edited source: each goes with its own wording."""

from pathlib import Path

import pytest

from site_plugins.policy.approval import section_lines
from site_plugins.translation.html_kit import HtmlKit
from site_plugins.translation.model import Unit, UnitState
from tests.policy.written import Content
from tests.translation.filling import PATH, Desk, Kept, fill

BODY = """\
Mở đầu[^1] này[^2].

Tin cho bà con.

## Bao nhiêu {#bao-nhieu}

- Hộ nghèo
- Có nhà tạm
- Chưa có nhà
- Người có công

## Ở đâu {#o-dau}

Đến **một cửa** của xã.

Mang theo thẻ căn cước.

| Ai | Mức |
| --- | --- |
| Hộ nghèo nhất | 500.000 đồng |

[^1]: Theo nghị định.
[^2]: Theo chuẩn nghèo.
"""
ITEM = "- Có nhà tạm\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A table with a whole translation, each line of which names its source."""
    desk = Desk(Content(tmp_path))
    desk.write(BODY)
    desk.bring_back(fill(desk.kit()))
    return desk


def _edited(desk: Desk, *edits: tuple[str, str]) -> dict[str, Unit]:
    """The units after edits of the source, by their wording, the old wordings being known."""
    old = desk.source()
    desk.past = Kept(
        {old.sections[name]: lines for name, lines in section_lines(old.meta, old.body).items()}
    )
    body = BODY
    for before, after in edits:
        body = body.replace(before, after)
    desk.write(body)
    return {unit.source: unit for unit in desk.kit().units}


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param((ITEM, f"- Nhà bị lũ cuốn trôi hết\n{ITEM}"), id="added"),
        pytest.param((ITEM, ""), id="removed"),
        pytest.param((f"{ITEM}- Chưa có nhà\n", f"- Chưa có nhà\n{ITEM}"), id="moved"),
        pytest.param((ITEM, "- Nhà bị lũ cuốn trôi hết\n"), id="replaced"),
        pytest.param(("## Bao nhiêu", "- Bà con\n\n## Bao nhiêu"), id="elsewhere"),
        pytest.param(("Tin cho bà con.\n", ""), id="of the head"),
    ],
)
def test_what_is_unchanged_keeps_its_own_translation(desk: Desk, edit: tuple[str, str]) -> None:
    """Wherever lines come, go or move, no unit is handed out as done with another's words."""
    for source, unit in _edited(desk, edit).items():
        if unit.state is UnitState.KEPT:
            assert unit.target == f"Chr’val {source}"


def test_only_what_changed_is_left_to_do(desk: Desk) -> None:
    """An added line is empty, a reworded one has its old translation, the others are done."""
    units = _edited(
        desk,
        ("- Chưa có nhà\n", "- Chưa có nhà ở\n- Nhà bị lũ cuốn trôi hết\n"),
        ("- Hộ nghèo\n", ""),
        ("- Người có công\n", "- Người có công\n- Hộ nghèo\n"),
    )
    left = {u.source: (u.state, u.target) for u in units.values() if u.state is not UnitState.KEPT}
    assert left == {
        "Chưa có nhà ở": (UnitState.CHANGED, "Chr’val Chưa có nhà"),
        "Nhà bị lũ cuốn trôi hết": (UnitState.NEW, ""),
    }
    assert units["Hộ nghèo"].target == "Chr’val Hộ nghèo"


def test_the_head_is_followed_past_names_of_columns(desk: Desk) -> None:
    """Board, notes and the columns of all tables are among its lines; one edit is one cell."""
    units = _edited(desk, ("Tin cho bà con.", "Tin mới cho bà con."))
    left = {u.source: u.target for u in units.values() if u.state is not UnitState.KEPT}
    assert left == {"Tin mới cho bà con.": "Chr’val Tin cho bà con."}


def test_lines_made_one_keep_both_translations(desk: Desk) -> None:
    """What was translated as two lines stands in the cell of the line that they became."""
    units = _edited(
        desk,
        ("**một cửa** của xã.\n\nMang", "**một cửa** của xã, mang"),
    )
    (unit,) = (unit for source, unit in units.items() if "mang theo" in source)
    assert unit.state is UnitState.CHANGED
    assert unit.target == ("Chr’val Đến {1}một cửa{/1} của xã. / Chr’val Mang theo thẻ căn cước.")


def test_another_structure_is_looked_at_whole(desk: Desk) -> None:
    """Where the translation has other lines than the old source, nobody can tell which is whose."""
    text = (desk.content.root / PATH).read_text("utf-8")
    desk.content.write(text.replace("- Chr’val Có nhà tạm\n", ""), PATH)
    units = _edited(desk, ("- Hộ nghèo\n", "- Hộ rất nghèo\n"))
    here = [unit for unit in units.values() if unit.section == "bao-nhieu"]
    assert UnitState.KEPT not in {unit.state for unit in here}


def test_the_rest_of_a_kit_comes_back_in_its_place(desk: Desk) -> None:
    """Filling the one new cell of a kit gives a translation in the order of the source."""
    _edited(desk, (ITEM, f"- Nhà bị lũ cuốn trôi hết\n{ITEM}"))
    (new,) = (unit for unit in desk.kit().units if unit.state is UnitState.NEW)
    page = HtmlKit().write(desk.kit()).decode()
    cell = f'id="dich-{new.number}"'
    start = page.index("</textarea>", page.index(cell))
    filled = HtmlKit().read("bai.html", f"{page[:start]}Chr’val lũ{page[start:]}".encode())
    desk.bring_back(filled)
    (translation,) = desk.source().translations
    assert not translation.binding.stale
    items = [b.text for b in translation.body.blocks if b.section == "bao-nhieu"]
    assert items == [
        "Chr’val Bao nhiêu",
        "Chr’val Hộ nghèo",
        "Chr’val lũ",
        "Chr’val Có nhà tạm",
        "Chr’val Chưa có nhà",
        "Chr’val Người có công",
    ]
