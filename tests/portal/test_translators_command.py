"""`bo-dich` as staff run it: its kits know what the source said before."""

from pathlib import Path

import pytest

from site_plugins.portal.past_texts import remember
from site_plugins.portal.translators_command import main
from site_plugins.voice.cache import Store
from tests.site_project import Project

SLUG = "tro-cap"
SOURCE = f"content/truyen-thong-chinh-sach/{SLUG}/index.md"


def test_what_changed_is_marked(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kit of the command shows the old wording, and leaves what did not change as done."""
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("STATION_TODAY", "2026-11-21")
    project.explainer(SLUG, approved=True)
    _translate(project.root)
    remember(project.library().explainers, Store(project.root / ".cache"))
    source = project.root / SOURCE
    source.write_text(source.read_text("utf-8").replace("Người từ 75", "Công dân từ 75"), "utf-8")
    assert main(["xuat", SLUG, "ktv", "-o", "moi.html"]) == 0
    page = (project.root / "moi.html").read_text("utf-8")
    assert page.count('class="before"') == 1
    assert page.count('data-state="CHANGED"') == 1
    assert "<del>Người</del>" in page


def _translate(root: Path) -> None:
    assert main(["xuat", SLUG, "ktv", "-o", "cu.html"]) == 0
    kit = root / "cu.html"
    kit.write_text(_filled(kit.read_text("utf-8")), "utf-8")
    assert main(["nhap", "cu.html"]) == 0


def _filled(page: str) -> str:
    """Every cell says what its source says and more."""
    parts = page.split('data-source="')
    for at, part in enumerate(parts[1:], 1):
        source = part.partition('"')[0]
        parts[at] = part.replace("\n</textarea>", f"\nChr’val {source}</textarea>", 1)
    return 'data-source="'.join(parts)
