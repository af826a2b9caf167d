"""How clips get from the store into the site."""

import os
import shutil
from pathlib import Path

import pytest

from site_plugins.portal.linked_file import LinkedFile
from tests.site_project import Project

CLIP = "truyen-thong-chinh-sach/tro-cap/tro-cap.vi.mp3"


def _refuse(source: str, target: Path) -> None:
    raise OSError(18, "Invalid cross-device link", source, None, str(target))


def test_a_published_clip_takes_no_space_of_its_own(project: Project) -> None:
    """It is the store's own file by another name, and stays when the store is deleted."""
    project.explainer("tro-cap", approved=True)
    project.build()
    published = project.root / "site" / CLIP
    assert published.stat().st_nlink == 2
    before = published.read_bytes()
    shutil.rmtree(project.root / ".cache")
    assert published.read_bytes() == before


def test_where_links_are_impossible_clips_are_copied(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another disk, a USB stick: the same bytes."""
    project.explainer("tro-cap", approved=True)
    project.build()
    before = project.site_files()
    monkeypatch.setattr(os, "link", _refuse)
    assert project.build().exit_code == 0
    assert (project.root / "site" / CLIP).stat().st_nlink == 1
    assert project.site_files() == before


@pytest.mark.parametrize("links", [True, False])
def test_an_older_link_in_the_site_is_not_written_through(
    project: Project, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Or a new clip would land in the store under the old one's name."""
    old, new = (project.write(f"kho/{name}", name) for name in ("cũ", "mới"))
    for source in (old, new):
        file = LinkedFile("bai.mp3", None, str(project.root / "site"), use_directory_urls=True)
        file.abs_src_path = str(source)
        file.copy_file()
        if not links:
            monkeypatch.setattr(os, "link", _refuse)
    assert (project.root / "site/bai.mp3").read_text("utf-8") == "mới"
    assert old.read_text("utf-8") == "cũ"
