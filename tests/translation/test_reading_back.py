"""What the build will say of an imported translation, told at the number of the cell."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_plugins.problems import Problem, errors
from site_plugins.translation.importing import imported
from site_plugins.translation.reading_back import faults_by_unit, read_back
from site_plugins.translation.returned import Returned
from tests.policy.written import Content, station
from tests.translation.filling import PATH, TAG, Desk, fill


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A source in a project."""
    made = Desk(Content(tmp_path))
    made.write()
    return made


def _faults(desk: Desk, cells: Mapping[str, str]) -> list[Problem]:
    workshop = desk.workshop()
    result = imported(
        Returned(fill(desk.kit(), cells), workshop, "bo.html"), station().languages[TAG]
    )
    assert result.text is not None
    translation, faults = read_back(PATH, result.text, workshop.source)
    assert translation is not None
    assert not errors(faults)
    language = station().languages[TAG]
    return list(faults_by_unit(workshop, translation, language, result.text, "bo.html"))


@pytest.mark.parametrize(
    ("unit", "text", "fact"),
    [
        ("bao-nhieu.2", "Chr’val 5.000.000 đồng bơơn", "500.000 đồng"),
        ("bao-nhieu.6", "400.000 đồng", "500.000 đồng"),
        ("dau-trang.1", "Chr’val 1/8/2025 {1}x{/1}{2/}", "1/7/2025"),
        ("dau-trang.1", "Chr’val {1}1/8/2025{/1} x{2/} {9}", "1/7/2025"),
    ],
)
def test_a_changed_fact_is_told_at_its_cell(desk: Desk, unit: str, text: str, fact: str) -> None:
    """A wrong sum or date is an error that names the kit's file and the number of the cell."""
    number = next(u.number for u in desk.kit().units if u.id == unit)
    found = [f for f in errors(_faults(desk, {unit: text})) if fact in str(f)]
    assert {(f.path, f.line) for f in found} == {("bo.html", number)}


def test_a_faithful_translation_has_no_fault(desk: Desk) -> None:
    """Figures that stayed are nobody's concern."""
    assert not errors(_faults(desk, {}))
