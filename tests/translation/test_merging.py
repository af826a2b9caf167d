"""Several translators at one explainer: nothing that one finished is lost to another's file."""

from pathlib import Path

import pytest

from site_plugins.policy.translations import TranslationState
from site_plugins.translation.kit_code import trace
from site_plugins.translation.merging import joined
from site_plugins.translation.model import Filled
from tests.policy.written import Content
from tests.translation.filling import BODY, Desk, as_prefilled, fill, given_in, words

EDITED = BODY.replace("Được 500.000", "Được đúng 500.000").replace("**một cửa**", "**hai cửa**")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A source in a project."""
    made = Desk(Content(tmp_path))
    made.write()
    return made


def _part(desk: Desk, *sections: str) -> Filled:
    """A kit as it is now in which somebody translated these sections."""
    kit = desk.kit()
    return as_prefilled(kit, {u.id: words(u) + " a" for u in kit.units if u.section in sections})


def _said(desk: Desk) -> set[str]:
    (translation,) = desk.source().translations
    return {block.text for block in translation.body.blocks}


def test_each_redoes_a_section(desk: Desk) -> None:
    """The one who comes second takes back nothing that the first translated anew."""
    desk.bring_back(fill(desk.kit()))
    desk.write(EDITED)
    first, second = _part(desk, "bao-nhieu"), _part(desk, "o-dau")
    desk.bring_back(first)
    desk.bring_back(second)
    assert "Chr’val Được đúng 500.000 đồng một tháng. a" in _said(desk)
    assert not desk.source().translations[0].binding.stale


def test_each_redoes_a_line_of_a_section(desk: Desk) -> None:
    """Lines that another brought back meanwhile count as redone."""
    desk.bring_back(fill(desk.kit()))
    desk.write(EDITED.replace("Gọi 0200", "Cứ gọi 0200"))
    kit = desk.kit()
    section = [unit for unit in kit.units if unit.section == "o-dau"]
    for unit in section:
        desk.bring_back(as_prefilled(kit, {unit.id: f"{words(unit)} a"}))
    assert {"Chr’val Đến hai cửa a", "Chr’val Cứ gọi 0200 000 0000 a"} <= _said(desk)
    assert "o-dau" not in desk.source().translations[0].binding.stale


def test_a_section_that_nobody_redid_stays_old(desk: Desk) -> None:
    """What both left as it was handed out is nobody's translation of the new wording."""
    desk.bring_back(fill(desk.kit()))
    desk.write(EDITED)
    first, second = _part(desk, "bao-nhieu"), _part(desk, "bao-nhieu")
    desk.bring_back(first)
    desk.bring_back(second)
    assert desk.source().translations[0].binding.stale == ("o-dau",)


def test_parts_of_a_section_come_together(desk: Desk) -> None:
    """Two files, each with half of the cells, make a whole translation."""
    kit = desk.kit()
    halves = [
        fill(kit, {u.id: "" for u in kit.units if u.number % 2 == rest}, translator=name)
        for rest, name in ((0, "Y Một"), (1, "Y Hai"))
    ]
    desk.bring_back(joined([("a.html", halves[0]), ("b.html", halves[1])], {}))
    (translation,) = desk.source().translations
    assert translation.binding.state is TranslationState.UNCHECKED
    assert translation.meta.translation.translator == "Y Một, Y Hai"


def test_two_answers_are_told(desk: Desk) -> None:
    """The first file's stands, and its cell's number is named with both files."""
    kit = desk.kit()
    hands = [("a.html", fill(kit)), ("b.html", fill(kit, {"o-dau.1": "Chr’val khác"}))]
    both = joined(hands, {"o-dau.1": 7})
    assert both.cells["o-dau.1"] == hands[0][1].cells["o-dau.1"]
    (problem,) = both.problems
    assert (problem.path, problem.line) == ("a.html", 7)
    assert "a.html, b.html" in problem.message


def test_what_was_typed_counts_before_what_stood_there(desk: Desk) -> None:
    """A prefilled cell that nobody touched is no answer."""
    desk.bring_back(fill(desk.kit()))
    desk.write(EDITED)
    kit = desk.kit()
    hands = [("a.html", as_prefilled(kit)), ("b.html", as_prefilled(kit, {"o-dau.2": "Chr’val a"}))]
    both = joined(hands, {})
    assert both.cells["o-dau.2"] == "Chr’val a"
    assert not both.problems


def test_programs_leave_no_trace(desk: Desk) -> None:
    """Curly quotes, no-break spaces, hyphens and soft hyphens of a program are nobody's work."""
    assert trace('Chr\'val\u00a0"a\u00adb" – c-d') == trace("Chr’val “ab” - c\u2011d")
    assert trace("500.000") != trace("600.000")
    assert not given_in(desk.kit())
