"""What every kind of kit file has to do, whoever hands it out."""

from dataclasses import replace
from pathlib import Path

import pytest

from site_plugins.translation.docx_kit import DocxKit
from site_plugins.translation.html_kit import HtmlKit
from site_plugins.translation.model import Filled, KitFormat
from site_plugins.translation.po_kit import PoKit
from tests.policy.written import Content
from tests.translation.filling import BODY, Desk, fill, words

FORMATS: tuple[KitFormat, ...] = (HtmlKit(), DocxKit(), PoKit())
pytestmark = pytest.mark.parametrize("form", FORMATS, ids=lambda form: str(form.suffix))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A source in a project."""
    made = Desk(Content(tmp_path))
    made.write()
    return made


def _journey(desk: Desk, form: KitFormat) -> Filled:
    """A kit that is handed out and comes back untouched."""
    return form.read(f"bai.ktv.{form.suffix}", form.write(desk.kit()))


def test_an_empty_kit_comes_back_empty(desk: Desk, form: KitFormat) -> None:
    """Nothing is taken for a translation that is none, the source least of all."""
    filled = _journey(desk, form)
    assert (filled.cells, filled.problems) == ({}, ())
    assert filled.sections == desk.source().sections


def test_an_untouched_kit_writes_nothing(desk: Desk, form: KitFormat) -> None:
    """What was prefilled is the present translation."""
    desk.bring_back(fill(desk.kit()))
    filled = _journey(desk, form)
    assert filled.cells == {unit.id: words(unit) for unit in desk.kit().units}
    assert desk.bring_back(filled).text is None


@pytest.mark.parametrize("old", ["Bâh ½ cơnh", "Chr'val chr`val", "Ba\u00adâh", "1. Bâh"])
def test_an_old_translation_that_nobody_touched_stays_old(
    desk: Desk, form: KitFormat, old: str
) -> None:
    """However the journey mends it: what mended itself was not looked at by anybody."""
    desk.bring_back(fill(desk.kit(), {"bao-nhieu.2": old, "o-dau.2": old}))
    desk.write(BODY.replace("Được 500.000 đồng", "Được 1/2 của 600.000 đồng"))
    stale = desk.source().translations[0].binding.stale
    assert stale == ("bao-nhieu",)
    assert desk.bring_back(_journey(desk, form)).text is None
    assert desk.source().translations[0].binding.stale == stale


def test_apostrophes_follow_the_present_translation(desk: Desk, form: KitFormat) -> None:
    """Whatever keyboard wrote the new cell, the page has one form of the letter."""
    desk.bring_back(fill(desk.kit()))
    desk.write(BODY.replace("Được 500.000 đồng", "Được 600.000 đồng"))
    filled = _journey(desk, form)
    cells = {**filled.cells, "bao-nhieu.2": "Chr`val chr'val 600.000 đồng"}
    text = desk.bring_back(replace(filled, cells=cells)).text
    assert text is not None
    assert "Chr’val chr’val 600.000 đồng" in text
