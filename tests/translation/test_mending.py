"""What word processors and phones do to a cell is undone or told, and no letter is lost."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.problems import Severity
from site_plugins.translation.mending import PLACEHOLDER, gathered, mended
from site_plugins.translation.model import Unit, UnitKind, UnitState
from tests.translation.golden_cases import golden


def _unit(source: str = "", kind: UnitKind = UnitKind.PARAGRAPH, id_: str = "bao-nhieu.1") -> Unit:
    return Unit(3, id_, "bao-nhieu", kind, UnitState.NEW, source)


@pytest.mark.parametrize("case", golden("mending"), ids=lambda case: str(case["name"]))
def test_goldens(case: dict[str, Any]) -> None:
    """Each damage of the list is mended as written, and told where a person should look."""
    unit = _unit(case.get("source", ""), UnitKind[case.get("kind", "PARAGRAPH")])
    text, told = mended("k.docx", case["given"], unit)
    assert text == case["mended"]
    assert "".join(p.message for p in told).startswith(case.get("told", ""))
    assert [p.line for p in told] == [3] * ("told" in case)


_TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("aêơ 1{}/.)-•\n\v\t\u00ad\u200b\u0306\u0301\u1780\uaa80'’½(c)"),
    )
)
_UNITS = st.builds(_unit, _TEXT, st.sampled_from(UnitKind))


@given(_TEXT, _UNITS)
def test_mending_twice_changes_nothing(text: str, unit: Unit) -> None:
    """A mended text is clean."""
    once, _ = mended("k", text, unit)
    again, _ = mended("k", once, unit)
    assert again == once


def _letters(text: str) -> list[str]:
    return [char for char in unicodedata.normalize("NFD", text) if char.isalpha()]


@given(_TEXT, _UNITS)
def test_no_letter_is_lost(text: str, unit: Unit) -> None:
    """All letters come out in their order; only signs spelled out again add any."""
    once, _ = mended("k", text, unit)
    came = iter(_letters(once))
    assert PLACEHOLDER in text or all(letter in came for letter in _letters(text))


@given(_TEXT, _UNITS)
def test_a_cell_is_one_line_in_nfc(text: str, unit: Unit) -> None:
    """What the rest of the room builds on."""
    once, _ = mended("k", text, unit)
    assert once == unicodedata.normalize("NFC", once) == " ".join(once.split())


@given(st.lists(st.text("abđêơ̆ខ្មែរꪼꪕ’«»“”0123456789%,;:()", min_size=1), min_size=1))
def test_what_is_clean_stays(words: list[str]) -> None:
    """Words parted by single spaces are left alone, whatever their script."""
    text = unicodedata.normalize("NFC", " ".join(["Hoa", *words, "x."]))
    assert mended("k", text, _unit()) == (text, [])


def test_a_unit_twice_with_one_text_is_one() -> None:
    """A row that was copied does no harm."""
    cells, told = gathered("k", [(_unit("một hai"), "muôn"), (_unit("một hai"), "muôn ")])
    assert (cells, told) == ({"bao-nhieu.1": "muôn"}, [])


def test_a_unit_twice_with_two_texts_is_told_and_left_out() -> None:
    """Nobody but the translator knows which of the two is meant; an empty copy means nothing."""
    cells, told = gathered("k", [(_unit(), text) for text in ("", "muôn", "pay", "", "lai")])
    assert cells == {}
    assert [(p.severity, p.line) for p in told] == [(Severity.ERROR, 3)]
