"""A page without a clip says why."""

import pytest

from tests.site_project import Project

SECTION = "truyen-thong-chinh-sach"
KHMER = "---\ntitle: ក\nsummary: ក\ntranslation: {translator: Mẫu}\n---\nក\n"


@pytest.mark.parametrize(
    ("status", "says"),
    [("in_force", "Bài này chưa được duyệt để đọc trên loa."), ("expired", "")],
)
def test_a_text_that_waits_says_so(project: Project, status: str, says: str) -> None:
    """An unapproved text says that it is not read yet; one that is over says nothing of it."""
    project.explainer("bai", status=status)
    project.build()
    page = project.page(f"{SECTION}/bai/index.html")
    assert ('class="pc-silence"' in page) == bool(says)
    assert says in page


def test_a_translation_says_what_it_lacks(project: Project) -> None:
    """An unchecked translation says that, and that its language has no machine voice."""
    project.explainer("bai", approved=True)
    project.write(f"content/{SECTION}/bai/km.md", KHMER)
    project.build()
    page = project.page(f"{SECTION}/bai/km/index.html")
    assert "Bản dịch này chưa được kiểm tra và duyệt để đọc trên loa." in page
    assert "Chưa có giọng đọc máy tiếng Khmer: bài do người đọc." in page
