"""Which texts are read, and how what is found in them is told."""

from site_plugins.broadcast.items import Outcome
from site_plugins.broadcast.plan import Planner
from site_plugins.policy.station import read_settings
from site_plugins.spoken.lexicon import GENERAL
from tests.site_project import Project

NUMBERS = """\
---
title: Tên
summary: Tóm tắt
translation: {translator: Mẫu}
---
Một 1, hai 2, ba 3.
"""


def test_figures_of_a_translation_are_told_once(project: Project) -> None:
    """Thirty numbers in another language are one line with their count, not thirty lines."""
    project.explainer("bai", approved=True)
    project.write("content/truyen-thong-chinh-sach/bai/hmn.md", NUMBERS)
    settings, _ = read_settings(project.root)
    assert settings is not None
    source, translation = Planner(settings, GENERAL, preview=True).plan(project.library())
    assert source.outcome is Outcome.WAITING_VOICE
    assert translation.outcome is Outcome.WAITING_CHECK
    (told,) = translation.problems
    assert told.line == 6
    assert "“1”" in told.message
    assert told.message.endswith("(và 2 chỗ nữa)")


def test_nothing_is_written_of_what_waits(project: Project) -> None:
    """Outside a preview the script of an unapproved text is not even made."""
    project.explainer("bai")
    settings, _ = read_settings(project.root)
    assert settings is not None
    (item,) = Planner(settings, GENERAL).plan(project.library())
    assert item.outcome is Outcome.WAITING_APPROVAL
    assert item.script is None
