"""The same content gives the same site, byte for byte, whatever the store holds."""

import json
from pathlib import Path

import pytest

from tests.site_project import MKDOCS_YML, Built, Project

TITLES = ("Trợ cấp hưu trí", "Miễn học phí")


@pytest.fixture
def station(project: Project) -> Project:
    """Two approved explainers, built from cold."""
    for number, title in enumerate(TITLES):
        project.explainer(f"bai-{number}", title=title, approved=True)
    assert project.build().exit_code == 0
    assert _kinds(project) >= {".html", ".mp3", ".vtt", ".txt"}
    return project


def _kinds(project: Project) -> set[str]:
    return {Path(path).suffix for path in project.site_files()}


def _blob(project: Project, key: Path) -> Path:
    digest = str(json.loads(key.read_text(encoding="utf-8"))[0])
    return project.root / ".cache/blobs" / digest[:2] / digest


def _is_sentence(blob: Path) -> bool:
    """A line of JSON, which begins with the rate, goes ahead of its PCM."""
    return blob.read_bytes().startswith(b"[")


def _differing(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The paths of what is not the same: bytes would fill the screen."""
    return sorted(path for path in before | after if before.get(path) != after.get(path))


def _built_again(project: Project, before: dict[str, bytes]) -> Built:
    built = project.build()
    assert built.exit_code == 0
    assert _differing(before, project.site_files()) == []
    return built


def test_two_cold_builds_are_identical(station: Project) -> None:
    """With stores of their own: every sentence is spoken and every file encoded twice."""
    before = station.site_files()
    options = "policy-portal: {cache_dir: kho khác}]"
    station.write("mkdocs.yml", MKDOCS_YML.replace("policy-portal]", options))
    built = _built_again(station, before)
    assert all(f"làm mới: {title}" in built.output for title in TITLES)


def test_a_warm_build_is_identical(station: Project) -> None:
    """What is found is what was made."""
    built = _built_again(station, station.site_files())
    assert all(f"có sẵn: {title}" in built.output for title in TITLES)


@pytest.mark.parametrize("half", [0, 1])
def test_a_build_from_half_of_the_store_is_identical(station: Project, half: int) -> None:
    """Either half of finished files, of sentences: what is found fits with what is made."""
    before = station.site_files()
    keys = [path for path in (station.root / ".cache/keys").rglob("*") if path.is_file()]
    for key in sorted(keys, key=lambda key: (_is_sentence(_blob(station, key)), key))[half::2]:
        key.unlink()
    built = _built_again(station, before)
    assert "làm mới: " in built.output


def test_a_build_from_sentences_alone_is_identical(station: Project) -> None:
    """Finished files are encoded again from what was spoken, and come out the same."""
    before = station.site_files()
    blobs = [path for path in (station.root / ".cache/blobs").rglob("*") if path.is_file()]
    finished = [blob for blob in blobs if not _is_sentence(blob)]
    assert 0 < len(finished) < len(blobs)
    for blob in finished:
        blob.unlink()
    built = _built_again(station, before)
    assert all(f"làm mới: {title}" in built.output for title in TITLES)
