"""The way back: a filled kit becomes a translation that says what it was made from."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_plugins.policy.approval import section_lines
from site_plugins.policy.strict_yaml import compose
from site_plugins.policy.translations import TranslationState
from site_plugins.problems import errors
from site_plugins.translation.front import front_matter, one_line
from site_plugins.translation.html_kit import HtmlKit
from site_plugins.translation.importing import imported
from site_plugins.translation.model import UnitState
from site_plugins.translation.reading_back import read_back
from site_plugins.translation.returned import Returned
from tests.policy.written import Content, station, told
from tests.translation.filling import BODY, PATH, TAG, Desk, Kept, as_prefilled, fill, words


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A source in a project."""
    made = Desk(Content(tmp_path))
    made.write()
    return made


def test_a_whole_kit_becomes_a_translation(desk: Desk) -> None:
    """All sections are bound to the source, and only a check by a native speaker is wanting."""
    result = desk.bring_back(fill(desk.kit()))
    assert not result.problems
    (translation,) = desk.source().translations
    assert translation.binding.state is TranslationState.UNCHECKED
    assert translation.meta.translation.sources == desk.source().sections
    assert translation.meta.board == ("Chr’val Dòng một", "Chr’val Dòng hai")
    assert translation.meta.loop == "Chr’val Lời đọc ngắn."
    assert translation.meta.translation.translator == "Y Mẫu"


def test_the_page_has_the_structure_of_its_source(desk: Desk) -> None:
    """Blocks, section ids, links and footnotes are the source's; the words the translator's."""
    desk.bring_back(fill(desk.kit()))
    source = desk.source()
    (translation,) = source.translations
    assert [(b.kind, b.section, b.level, b.ordinal) for b in translation.body.blocks] == [
        (b.kind, b.section, b.level, b.ordinal) for b in source.body.blocks
    ]
    assert [h.id for h in translation.body.headings] == [h.id for h in source.body.headings]
    assert [link.target for link in translation.body.links] == [
        link.target for link in source.body.links
    ]
    assert len(translation.body.notes) == len(source.body.notes)


def test_a_written_translation_fills_the_next_kit(desk: Desk) -> None:
    """Every cell of the next kit holds what was written, codes and all, and nothing is to do."""
    desk.bring_back(fill(desk.kit()))
    kit = desk.kit()
    assert {unit.id: unit.target for unit in kit.units} == {u.id: words(u) for u in kit.units}
    assert {unit.state for unit in kit.units} == {UnitState.KEPT}


def test_nothing_new_writes_nothing(desk: Desk) -> None:
    """A kit that comes back as it went leaves the translation alone."""
    desk.bring_back(fill(desk.kit()))
    assert desk.bring_back(as_prefilled(desk.kit())).text is None


def test_an_unfinished_section_is_left_out_and_told(desk: Desk) -> None:
    """A section with an empty cell is neither on the page nor bound, and its cells are named."""
    kit = desk.kit()
    result = desk.bring_back(fill(kit, {"bao-nhieu.2": ""}))
    number = next(unit.number for unit in kit.units if unit.id == "bao-nhieu.2")
    (line,) = told(result.problems)
    assert line.startswith(f"{number}: cảnh báo: mục «Bao nhiêu» chưa dịch đủ, còn ô {number};")
    assert set(desk.sources()) == {"dau-trang", "o-dau"}
    (translation,) = desk.source().translations
    assert translation.binding.state is TranslationState.PARTIAL


def test_a_page_without_a_name_is_not_written(desk: Desk) -> None:
    """Title and summary are what a page cannot be without; no Vietnamese stands in for them."""
    result = desk.bring_back(fill(desk.kit(), {"summary": ""}))
    assert result.text is None
    assert errors(result.problems)


def test_an_unfinished_head_leaves_its_short_forms_out(desk: Desk) -> None:
    """Board and loop without their digest would outlive a change of the sum that they name."""
    result = desk.bring_back(fill(desk.kit(), {"board.2": ""}))
    translation, _ = read_back(PATH, result.text or "", desk.workshop().source)
    assert translation
    assert translation.meta.title == "Chr’val Trợ cấp"
    assert not translation.meta.board
    assert translation.meta.loop is None
    assert "dau-trang" not in translation.meta.translation.sources
    assert "176" not in translation.body.html


@pytest.mark.parametrize("typed", ["quyết định 1052 NGÀY 22/4/2025, Quảng Nam", "Lối tôi tự nghĩ"])
def test_a_way_of_writing_is_one_of_the_registry(desk: Desk, typed: str) -> None:
    """A way that the registry does not know would stop the build: it is told and left out."""
    (known,) = station().languages[TAG].orthography
    result = desk.bring_back(fill(desk.kit(), orthography=typed))
    written = desk.source().translations[0].meta.translation.orthography
    assert written == (known if known.casefold() == typed.casefold() else None)
    assert bool(result.problems) == (written is None)


@given(cells=st.dictionaries(st.sampled_from(["title", "loop", "bao-nhieu.2"]), st.text()))
def test_whatever_is_typed_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, cells: dict[str, str]
) -> None:
    """No cell makes a file that the build refuses, whatever a reader of kits let through."""
    desk = Desk(Content(tmp_path_factory.mktemp("xa")))
    desk.write()
    workshop = desk.workshop()
    filled = fill(desk.kit(), {unit: f"{text}\u202ea" for unit, text in cells.items()})
    result = imported(Returned(filled, workshop, "bo.html"), station().languages[TAG])
    assert result.text is not None
    assert read_back(PATH, result.text, workshop.source)[0] is not None


def test_no_mark_stands_without_its_footnote(desk: Desk) -> None:
    """Footnotes belong to the head: until that is whole, no section calls for them."""
    desk.write(BODY.replace("một cửa**", "một cửa**[^1]"))
    result = desk.bring_back(fill(desk.kit(), {"board.2": ""}))
    assert "[^" not in (result.text or "[^")
    assert "Chr’val Đến" in (result.text or "")


def test_sections_of_one_block_come_together(desk: Desk) -> None:
    """A quote that holds two sections is written when both are finished, and that is told."""
    desk.write("> ## A {#a}\n>\n> một\n>\n> ## B {#b}\n>\n> hai\n\n## C {#c}\n\nba\n")
    result = desk.bring_back(fill(desk.kit(), {"b.2": ""}))
    assert set(desk.sources()) == {"dau-trang", "c"}
    assert any("mục «A» nằm chung khối" in line for line in told(result.problems))


def test_an_edit_while_the_kit_is_out_is_stale_not_lost(desk: Desk) -> None:
    """The section that changed keeps the words and the digest of what its translator saw."""
    kit = desk.kit()
    desk.write(BODY.replace("Được 500.000", "Được 600.000"))
    result = desk.bring_back(fill(kit))
    (translation,) = desk.source().translations
    assert translation.binding.stale == ("bao-nhieu",)
    assert desk.sources()["bao-nhieu"] == kit.sections["bao-nhieu"]
    assert "Chr’val Được 500.000 đồng một tháng." in (result.text or "")
    assert "đã đổi sau khi tải bộ dịch" in told(result.problems)[0]


def test_an_edit_of_the_structure_loses_no_words(desk: Desk) -> None:
    """Where the new source has other blocks, the words stand as paragraphs below their heading."""
    kit = desk.kit()
    desk.write(BODY.replace("Được 500.000 đồng một tháng.\n", "Được 600.000.\n\nMột câu mới.\n"))
    desk.bring_back(fill(kit))
    (translation,) = desk.source().translations
    assert translation.binding.stale == ("bao-nhieu",)
    said = [b.text for b in translation.body.blocks if b.section == "bao-nhieu"]
    assert said == [words(u) for u in kit.units if u.section == "bao-nhieu"]


def test_a_section_that_is_gone_is_told(desk: Desk) -> None:
    """What the source says no more is not on the page, and its translator is told."""
    kit = desk.kit()
    desk.write(BODY.partition("## Ở đâu")[0] + "\n[^1]: Nghị định số 176/2025/NĐ-CP.\n")
    result = desk.bring_back(fill(kit))
    assert any("không còn trong bài gốc" in line for line in told(result.problems))
    assert set(desk.sources()) == {"dau-trang", "bao-nhieu"}


def _stale(desk: Desk) -> None:
    desk.bring_back(fill(desk.kit()))
    desk.write(BODY.replace("Được 500.000", "Được 600.000"))


def test_an_old_translation_left_as_it_was_stays_stale(desk: Desk) -> None:
    """Sending back what the kit was filled with does not make it say what the source says now."""
    _stale(desk)
    before = desk.sources()
    kit = desk.kit()
    result = desk.bring_back(as_prefilled(kit))
    assert result.text is None
    assert any("để nguyên" in line for line in told(result.problems))
    assert desk.sources() == before


def test_only_what_was_redone_is_bound_anew(desk: Desk) -> None:
    """One redone cell of a stale section is written, and the section stays stale for the others."""
    _stale(desk)
    kit = desk.kit()
    desk.bring_back(as_prefilled(kit, {"bao-nhieu.2": "Chr’val 600.000 đồng"}))
    (translation,) = desk.source().translations
    assert translation.binding.stale == ("bao-nhieu",)
    assert "Chr’val 600.000 đồng" in [b.text for b in translation.body.blocks]


def test_an_old_translation_may_be_confirmed(desk: Desk) -> None:
    """Cells that somebody looked at again are bound to the source as it stands."""
    _stale(desk)
    kit = desk.kit()
    everything = frozenset(u.id for u in kit.units if u.section == "bao-nhieu")
    filled = as_prefilled(kit, {"bao-nhieu.2": "Chr’val 600.000 đồng"})
    desk.bring_back(
        type(filled)(kit.slug, kit.tag, kit.sections, filled.cells, "Y Mẫu", "", everything)
    )
    (translation,) = desk.source().translations
    assert not translation.binding.stale


def test_a_kit_that_knew_the_old_wording_needs_no_ticks(desk: Desk) -> None:
    """Cells that a kit gave as unchanged count as looked at, though the importer cannot tell."""
    desk.bring_back(fill(desk.kit()))
    old = desk.source()
    desk.write(BODY.replace("Được 500.000", "Được 600.000"))
    lines = section_lines(old.meta, old.body)["bao-nhieu"]
    kit = replace(desk, past=Kept({old.sections["bao-nhieu"]: lines})).kit()
    changed = [unit for unit in kit.units if unit.state is UnitState.CHANGED]
    assert [(unit.id, unit.before) for unit in changed] == [
        ("bao-nhieu.2", "Được 500.000 đồng một tháng.")
    ]
    page = HtmlKit().write(kit).decode().replace(changed[0].target, "Chr’val 600.000 đồng")
    desk.bring_back(HtmlKit().read("bai.ktv.html", page.encode()))
    assert not desk.source().translations[0].binding.stale


def test_an_emptied_cell_takes_no_old_section_away(desk: Desk) -> None:
    """A section that comes back unfinished stays as the present translation has it."""
    desk.bring_back(fill(desk.kit()))
    before = desk.source().translations[0]
    desk.bring_back(as_prefilled(desk.kit(), {"bao-nhieu.2": "", "o-dau.1": "Chr’val khác"}))
    (translation,) = desk.source().translations
    kept = [b.text for b in translation.body.blocks if b.section == "bao-nhieu"]
    assert kept == [b.text for b in before.body.blocks if b.section == "bao-nhieu"]
    assert "Chr’val khác" in [b.text for b in translation.body.blocks]


def test_an_old_kit_takes_nothing_newer_back(desk: Desk) -> None:
    """A kit of an older source does not overwrite what was translated from the present one."""
    old = desk.kit()
    desk.write(BODY.replace("Được 500.000", "Được 600.000"))
    desk.bring_back(fill(desk.kit(), {"bao-nhieu.2": "Chr’val mới 600.000 đồng"}))
    result = desk.bring_back(fill(old))
    assert any("đã có bản dịch mới hơn" in line for line in told(result.problems))
    assert "Chr’val mới 600.000 đồng" in [b.text for b in desk.source().translations[0].body.blocks]


def test_check_and_approval_go_with_the_old_words(desk: Desk) -> None:
    """Who checked or approved the old wording has not seen the new one."""
    desk.bring_back(fill(desk.kit()))
    file = desk.content.root / PATH
    text = file.read_text(encoding="utf-8")
    stamped = text.replace(
        "  sources:", "  checked_by: Người bản ngữ\n  checked_on: 2026-11-02\n  sources:"
    )
    desk.content.write(stamped, PATH)
    assert desk.source().translations[0].ready
    result = desk.bring_back(as_prefilled(desk.kit(), {"title": "Chr’val tên khác"}))
    assert "checked_by" not in (result.text or "checked_by")
    assert any("bỏ tên người kiểm tra" in line for line in told(result.problems))


def test_lost_codes_are_told_and_the_words_stay(desk: Desk) -> None:
    """A link that came back without its code is plain text; a footnote's mark goes to the end."""
    kit = desk.kit()
    result = desk.bring_back(fill(kit, {"dau-trang.1": "Chr’val 1/7/2025 nghị định"}))
    assert [line.partition("; ")[0] for line in told(result.problems)] == [
        "6: cảnh báo: thiếu mã {1}…{/1}, {2/}",
    ]
    assert "nghị định[^1]" in (result.text or "")


def test_one_sentence_in_several_cells_is_told(desk: Desk) -> None:
    """Pasted by mistake: the cells are named together; a source that repeats itself may."""
    kit = desk.kit()
    numbers = {unit.id: unit.number for unit in kit.units}
    typed = dict.fromkeys(("bao-nhieu.2", "o-dau.1"), "Chr’val 500.000 đồng một tháng")
    result = desk.bring_back(fill(kit, typed))
    (line,) = (row for row in told(result.problems) if "cùng một câu" in row)
    assert line.startswith(f"{numbers['bao-nhieu.2']}: cảnh báo: các ô ")
    assert f"{numbers['bao-nhieu.2']}, {numbers['o-dau.1']} ghi cùng" in line
    assert "dán nhầm" in line


def test_an_old_kit_that_is_there_already_changes_nothing(desk: Desk) -> None:
    """Sent again after the source was edited, it takes no structure from what it once became."""
    kit = desk.kit()
    desk.bring_back(fill(kit))
    desk.write(BODY.replace("1. Đến **một cửa**", "1. Đến xã\n2. Tới **một cửa**"))
    assert desk.bring_back(fill(kit)).text is None


NASTY = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "null",
            "~",
            "yes",
            "- a",
            "a: b",
            "a #b",
            "#",
            "[",
            "{",
            "&a",
            "*a",
            "!x",
            "|",
            ">",
            "%",
            "@",
            "`",
            '"',
            "'",
            "\\",
            "---",
            "...",
            "2026-01-01",
            "0123456789abcdef",
            "1e9",
            "<b>",
            "a\tb",
            "\x85",
            "\u2028",
            "ô̆",
            "😀",
            "=",
            "<<",
        ]
    ),
)


@given(st.dictionaries(NASTY.filter(lambda k: k.strip()), NASTY, max_size=4), st.lists(NASTY))
def test_front_matter_holds_any_text(fields: dict[str, str], lines: list[str]) -> None:
    """Whatever a field says, the strict reader reads that and nothing else."""
    said = {one_line(k): one_line(v) for k, v in fields.items() if one_line(k) and one_line(v)}
    written = [one_line(line) for line in lines if one_line(line)]
    text = front_matter({"title": "T", "board": written, "facts": said, "x": [{"a": ["b"]}]})
    document = compose("x.md", text.removeprefix("---\n").removesuffix("---\n"))
    assert not errors(document.problems)
    expected: dict[str, object] = {"title": "T", "board": written, "facts": said}
    expected["x"] = [{"a": ["b"]}]
    assert document.value == {key: value for key, value in expected.items() if value}


@given(st.text(max_size=60))
@example("a <b>c</b> <!-- <?x 5<6 < 7")
def test_a_title_is_one_line_without_tags(text: str) -> None:
    """What `policy` refuses in a title never leaves the importer."""
    line = one_line(text)
    assert "\n" not in line
    assert not any(f"<{c}" in line for c in "abzAZ/!?")
    assert one_line(line) == line
