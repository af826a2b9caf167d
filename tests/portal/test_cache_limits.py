"""The store's limits in `mkdocs.yml`, and what a build tells of them."""

import os
import time
from pathlib import Path

import pytest

from tests.site_project import MKDOCS_YML, Project


def _aged_blobs(project: Project, days: float) -> list[Path]:
    """Every blob of the store, marked as last used so long ago."""
    blobs = [path for path in (project.root / ".cache/blobs").rglob("*") if path.is_file()]
    for blob in blobs:
        used_s = time.time() - days * 24 * 3600
        os.utime(blob, (used_s, used_s))
    return blobs


def _set(project: Project, options: str) -> None:
    text = MKDOCS_YML.replace("policy-portal]", f"policy-portal: {{{options}}}]")
    project.write("mkdocs.yml", text)


def test_a_build_prunes_what_was_not_used_and_says_so_once(project: Project) -> None:
    """The sentences of a clip that is aired as it is go; the clip stays; no word when all stays."""
    project.explainer("tro-cap", approved=True)
    assert "Đã dọn" not in project.build().output
    blobs = _aged_blobs(project, days=11)
    assert "Đã dọn" not in project.build().output
    _aged_blobs(project, days=11)
    _set(project, "cache_days: 10")
    before = project.site_files()
    built = project.build()
    gone = sum(not blob.exists() for blob in blobs)
    assert gone
    assert built.output.count(f"Đã dọn khỏi kho âm thanh {gone} tệp lâu không dùng (") == 1
    assert project.site_files() == before
    again = project.build()
    assert "Đã dọn" not in again.output
    assert "có sẵn: Trợ cấp mẫu" in again.output


@pytest.mark.parametrize(
    "option", ["cache_days: 0", "cache_days: nhiều", "cache_days: true", "cache_mb: 99"]
)
def test_a_limit_out_of_range_is_told_and_the_old_site_stands(
    project: Project, option: str
) -> None:
    """With the option, the range and what stands there."""
    project.build()
    before = project.site_files()
    _set(project, option)
    built = project.build()
    name, value = option.split(": ")
    assert built.exit_code != 0
    assert f"option '{name}': phải là một số nguyên từ " in built.output
    assert f"không phải {value.replace('true', 'True')}" in built.output
    assert project.site_files() == before
