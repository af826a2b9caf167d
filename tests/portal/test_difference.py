"""The sheet of what changed since a translation was made, over whole builds."""

import re
import shutil
import subprocess

import pytest

from tests.portal.translated import SECTION, edit_source, translate
from tests.site_project import Project

SHEET = "tien-do-dich/mot/km/index.html"
CHANGED = "Người từ <del>75</del><ins>70</ins> tuổi trở lên."
UNKNOWN = "không còn giữ lời cũ"
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not on this machine")


def _write(project: Project) -> None:
    project.explainer("mot", approved=True)
    translate(project, "mot", "km", approved=False)


def _cleared(project: Project) -> None:
    shutil.rmtree(project.root / ".cache", ignore_errors=True)


def _sheet(project: Project) -> str:
    assert project.build().exit_code == 0
    page = project.page(SHEET)
    return page[page.index("<article") : page.index("</article>")]


def test_the_last_build_knows_the_old_words(project: Project) -> None:
    """A build keeps what a source says; after an edit the sheet shows each word that changed."""
    _write(project)
    assert project.build().exit_code == 0
    assert not (project.root / "site" / SHEET).exists()
    edit_source(project, "mot")
    sheet = _sheet(project)
    assert CHANGED in sheet
    assert '<span lang="km-VN">ខ្មែរ 75.</span>' in sheet
    assert "<code>ai-duoc-huong</code>" in sheet
    assert "han-nao" not in sheet


@needs_git
def test_the_clone_knows_the_old_words(project: Project) -> None:
    """With an empty store, the words come from the commit that held them."""
    _write(project)
    for words in (["init", "-q"], ["add", "content"], ["commit", "-qm", "bài"]):
        name = ("-c", "user.name=Xã", "-c", "user.email=xa@example.org")
        subprocess.run(["git", *name, *words], cwd=project.root, check=True)
    edit_source(project, "mot")
    assert CHANGED in _sheet(project)


def test_where_nobody_knows_the_whole_section_is_shown(project: Project) -> None:
    """No store and no clone: the sheet says so and marks no word."""
    _write(project)
    edit_source(project, "mot")
    sheet = _sheet(project)
    assert UNKNOWN in sheet
    assert "<p>Người từ 70 tuổi trở lên.</p>" in sheet


def test_sections_that_came_and_went_are_told(project: Project) -> None:
    """A new section is shown whole as new, a section that is gone with the words that it had."""
    _write(project)
    project.build()
    file = project.root / f"content/{SECTION}/mot/index.md"
    before = project.read("mot").digest
    text = file.read_text("utf-8").replace("## Hạn nào {#han-nao}", "## Ở đâu {#o-dau}")
    file.write_text(text, "utf-8")
    file.write_text(text.replace(before, project.read("mot").digest), "utf-8")
    sheet = _sheet(project)
    came, went = re.findall(r'<section class="dif".*?</section>', sheet, re.DOTALL)
    assert "Bài gốc mới thêm mục này" in came
    assert "<p>Từ ngày 1/7/2025.</p>" in came
    assert "Bản dịch chưa có mục này." in came
    assert "Bài gốc đã bỏ mục này" in went
    assert "<del>Từ ngày 1/7/2025.</del>" in went
    assert "ខ្មែរ 1/7/2025." in went


def test_a_sheet_shows_text_as_text(project: Project) -> None:
    """What a source said once is escaped like what it says now."""
    _write(project)
    file = project.root / f"content/{SECTION}/mot/index.md"
    file.write_text(file.read_text("utf-8").replace("75 tuổi", "75 < 80 & `<b>` tuổi"), "utf-8")
    translate(project, "mot", "km", approved=False)
    project.build()
    file.write_text(file.read_text("utf-8").replace("75 < 80", "70 < 80"), "utf-8")
    project.build(STATION_PREVIEW="1")
    sheet = project.page(SHEET, folder="preview")
    assert "<del>75</del><ins>70</ins> &lt; 80 &amp; &lt;b&gt; tuổi" in sheet


def test_citizens_see_no_sheet_of_an_unapproved_source(project: Project) -> None:
    """An edit that no leader has approved is shown word by word in the preview only."""
    _write(project)
    project.build()
    file = project.root / f"content/{SECTION}/mot/index.md"
    file.write_text(file.read_text("utf-8").replace("75 tuổi", "70 tuổi"), "utf-8")
    assert project.build().exit_code == 0
    assert not (project.root / "site/tien-do-dich/mot").exists()
    assert "xem chỗ đổi" not in project.page("tien-do-dich/index.html")
    project.build(STATION_PREVIEW="1")
    assert CHANGED in project.page(SHEET, folder="preview")


def test_a_digest_beside_the_wrong_section_breaks_nothing(project: Project) -> None:
    """The head bound to another section's digest: the sheet shows what that digest stood for."""
    _write(project)
    project.build()
    file = project.root / f"content/{SECTION}/mot/km.md"
    sections = project.read("mot").sections
    swapped = file.read_text("utf-8").replace(sections["dau-trang"], sections["han-nao"])
    file.write_text(swapped, "utf-8")
    assert "<del>Tên mục: Hạn nào</del>" in _sheet(project)


def test_unchanged_sources_are_kept_once(project: Project) -> None:
    """A second build adds nothing to the store."""
    _write(project)
    edit_source(project, "mot")
    project.build()
    kept = sorted(project.root.glob(".cache/keys/*/*"))
    project.build()
    assert sorted(project.root.glob(".cache/keys/*/*")) == kept


def test_the_store_may_be_gone(project: Project) -> None:
    """Deleting the store between builds loses the old words and nothing else."""
    _write(project)
    project.build()
    edit_source(project, "mot")
    _cleared(project)
    assert UNKNOWN in _sheet(project)
