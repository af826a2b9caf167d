"""Which texts are read, and how what is found in them is told."""

import pytest

from site_plugins.broadcast.items import Outcome
from site_plugins.broadcast.lexicons import Lexicons, read_lexicons
from site_plugins.broadcast.plan import Planner
from site_plugins.policy.station import read_settings
from site_plugins.problems import Problem
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
    source, translation = Planner(settings, Lexicons(), preview=True).plan(project.library())
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
    (item,) = Planner(settings, Lexicons()).plan(project.library())
    assert item.outcome is Outcome.WAITING_APPROVAL
    assert item.script is None


def test_a_machine_speaks_no_figure_of_another_language(project: Project) -> None:
    """Where no announcer reads, a number in figures is an error."""
    project.explainer("bai", approved=True)
    project.write("content/truyen-thong-chinh-sach/bai/hmn.md", NUMBERS)
    settings, _ = read_settings(project.root)
    assert settings is not None
    planner = Planner(settings, Lexicons(), preview=True, machines={"hmn"})
    _, translation = planner.plan(project.library())
    assert [p.severity.name for p in translation.problems] == ["ERROR"] * 3


def _page_lexicon(project: Project, lines: str) -> tuple[str, list[str]]:
    """What an approved page of one sentence says and is told, with these lines in front."""
    path = project.explainer("bai", approved=True)
    text = path.read_text("utf-8")
    path.write_text(text.replace("---\n", f"---\n{lines}", 1), "utf-8")
    settings, _ = read_settings(project.root)
    assert settings is not None
    (item,) = Planner(settings, Lexicons()).plan(project.library())
    assert item.script is not None
    return item.script.text, [str(problem) for problem in item.problems]


def test_a_page_has_words_of_its_own(project: Project) -> None:
    """`lexicon:` in front matter reads this page, is told where it is wrong, and voids nothing."""
    said, told = _page_lexicon(project, "lexicon:\n  trợ cấp: tiền giúp\n  XQZT: xuân quê\n")
    assert "Tiền giúp mẫu" in said
    *_, line = told
    assert "bai/index.md:4:9: cảnh báo: “XQZT” không có trong bài; bỏ dòng này" in line


def test_a_page_lexicon_is_held_to_the_audit(project: Project) -> None:
    """A spoken form that no voice reads is an error at its place: the clip is left out."""
    _, told = _page_lexicon(project, "lexicon:\n  trợ cấp: tiền 5\n")
    assert [line.split(":")[1:3] for line in told] == [["3", "12"]]
    assert "không đọc được" in told[0]


def _told_of_files(project: Project, name: str, text: str) -> list[Problem]:
    project.write(f"audio/lexicon/{name}", text)
    settings, _ = read_settings(project.root)
    assert settings is not None
    return read_lexicons(project.root, settings.languages)[1]


def test_each_language_has_its_file(project: Project) -> None:
    """A lexicon of a minority language is not held to Vietnamese spelling, but to no figures."""
    assert _told_of_files(project, "hmn.yml", "UBND: tsoom fwv zos\n") == []
    (told,) = _told_of_files(project, "hmn.yml", "UBND: tsoom 1\n")
    assert (told.line, told.message) == (1, "cách đọc của “UBND” có “1” không đọc được")


@pytest.mark.parametrize(
    ("name", "meant"),
    [("mong.yml", "hmn.yml"), ("tieng-mong.yml", "hmn.yml"), ("vi.yaml", "vi.yml")],
)
def test_a_file_of_no_language_is_told(project: Project, name: str, meant: str) -> None:
    """A name that the registry does not bear, or another ending, would never be read."""
    (told,) = _told_of_files(project, name, "A: a\n")
    assert told.hint == f"đổi tên tệp, ví dụ {meant}"
