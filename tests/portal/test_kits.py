"""Translators' kits in a built site: which there are, what they hold, and how they are kept."""

import re
from pathlib import Path

import pytest

from site_plugins.policy.station import read_settings
from site_plugins.portal.urls import COVERAGE, kit_uri
from site_plugins.translation.__main__ import main
from site_plugins.translation.formats import FORMATS
from tests.site_project import Project

KHMER = kit_uri("tro-cap", "km", "html")


def _kits(project: Project, folder: str = "site") -> set[str]:
    return {
        file.relative_to(project.root / folder).as_posix()
        for suffix in FORMATS
        for file in (project.root / folder / "tien-do-dich").rglob(f"tro-cap.*.{suffix}")
    }


def test_an_approved_text_has_a_kit_in_every_format(project: Project) -> None:
    """For each language of the station that waits for a translation."""
    project.explainer("tro-cap", approved=True)
    assert project.build().exit_code == 0
    settings, _ = read_settings(project.root)
    assert settings is not None
    assert _kits(project) == {
        kit_uri("tro-cap", tag, suffix) for tag in settings.minority_languages for suffix in FORMATS
    }


@pytest.mark.parametrize("status", ["preparing", "in_force"])
def test_an_unapproved_text_has_kits_in_previews_only(project: Project, status: str) -> None:
    """Nobody translates in public what a leader has not approved."""
    project.explainer("tro-cap", status=status)
    assert project.build().exit_code == 0
    assert not _kits(project)
    project.build(STATION_PREVIEW="1")
    assert _kits(project, "preview")


def test_a_text_that_has_ended_has_no_kit(project: Project) -> None:
    """An expired policy is not translated any more."""
    project.explainer("tro-cap", extra="expires: 2026-11-01\n", approved=True)
    project.build(STATION_PREVIEW="1")
    assert not _kits(project, "preview")


def test_a_second_build_gives_the_same_kits(project: Project) -> None:
    """From the store or made anew, byte by byte."""
    project.explainer("tro-cap", approved=True)
    project.build()
    first = {n: (project.root / "site" / n).read_bytes() for n in _kits(project)}
    project.build()
    kept = {n: (project.root / "site" / n).read_bytes() for n in _kits(project)}
    assert first == kept


def test_a_changed_source_gives_another_kit(project: Project) -> None:
    """A kept kit is of exactly this source."""
    project.explainer("tro-cap", approved=True)
    project.build()
    before = project.page(KHMER)
    project.explainer("tro-cap", title="Trợ cấp khác", approved=True)
    project.build()
    assert "Trợ cấp khác" in project.page(KHMER)
    assert "Trợ cấp khác" not in before


def test_a_page_without_a_translation_leads_to_its_kit(project: Project) -> None:
    """Where a page says «chưa có bản dịch» its kit is a link away; coverage links it too."""
    project.explainer("tro-cap", approved=True)
    project.build()
    page = project.page("truyen-thong-chinh-sach/tro-cap/index.html")
    assert f"../../{KHMER}" in page
    coverage = project.page(COVERAGE)
    assert all(f"tro-cap.km.{suffix}" in coverage for suffix in FORMATS)


def test_a_kit_of_the_site_comes_back(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Filled, it becomes a translation that the next build shows."""
    project.explainer("tro-cap", approved=True)
    project.build()
    kit = project.page(KHMER)
    filled = re.sub(
        r'data-source="([^"]*)"([^>]*)>\s*</textarea>',
        r'data-source="\1"\2>ខ្មែរ \1</textarea>',
        kit,
    )
    (project.root / "ve.html").write_text(filled, encoding="utf-8")
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("STATION_TODAY", "2026-11-21")
    assert main(["nhap", "ve.html"]) == 0, capsys.readouterr().err
    assert Path("content/truyen-thong-chinh-sach/tro-cap/km.md").exists()
    project.build()
    assert "ខ្មែរ Từ ngày 1/7/2025." in project.page("truyen-thong-chinh-sach/tro-cap/km/index.html")
