"""An approval binds what is written; a change of how it is read is told, and voids nothing."""

from pathlib import Path

import pytest

from site_plugins.broadcast.items import Item
from site_plugins.broadcast.lexicons import Lexicons
from site_plugins.broadcast.plan import Planner
from site_plugins.broadcast.readings import reading_change, remember
from site_plugins.policy.station import read_settings
from site_plugins.spoken import Lexicon
from site_plugins.spoken.script import reading_digest
from site_plugins.voice.cache import Store
from tests.site_project import Project

OTHERWISE = Lexicons({"vi": Lexicon({"trợ cấp": "tiền giúp"})})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store of its own."""
    return Store(tmp_path / "kho")


def _item(project: Project, lexicons: Lexicons) -> Item:
    settings, _ = read_settings(project.root)
    assert settings is not None
    (item,) = Planner(settings, lexicons).plan(project.library())
    return item


def _approved_with_reading(project: Project) -> Item:
    """A text whose approval says how it was going to be read."""
    file = project.explainer("bai", approved=True)
    script = _item(project, Lexicons()).script
    assert script is not None
    digest = project.read("bai").digest
    with_reading = f"digest: {digest}, reading: {reading_digest(script)}"
    text = file.read_text("utf-8").replace(f"digest: {digest}", with_reading)
    file.write_text(text, "utf-8")
    return _item(project, Lexicons())


def test_nothing_is_told_while_nothing_changed(project: Project, store: Store) -> None:
    """The same rules and words: the same reading, also where an approval names none."""
    assert reading_change(_approved_with_reading(project), store) is None


def test_a_new_word_is_told_with_what_was_said_before(project: Project, store: Store) -> None:
    """The text stays approved; the sentences that are heard otherwise stand side by side."""
    remember([_approved_with_reading(project)], store)
    item = _item(project, OTHERWISE)
    change = reading_change(item, store)
    assert item.text.approved
    assert change is not None
    assert change.differences == (("Trợ cấp mẫu.", "Tiền giúp mẫu."),)
    assert item.script is not None
    assert change.digest == reading_digest(item.script)


def test_a_lost_store_loses_the_words_and_not_the_warning(project: Project, store: Store) -> None:
    """Without the kept reading the desk still knows that it changed."""
    _approved_with_reading(project)
    change = reading_change(_item(project, OTHERWISE), store)
    assert change is not None
    assert change.differences == ()


def test_an_approval_without_a_reading_tells_nothing(project: Project, store: Store) -> None:
    """Older approvals say nothing of the reading, so nothing can be compared."""
    project.explainer("bai", approved=True)
    assert reading_change(_item(project, OTHERWISE), store) is None
