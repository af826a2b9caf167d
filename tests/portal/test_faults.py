"""Stores that are hurt, full, shut or shared: the site is built, and what went wrong is told."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site_project import DAY, Project

CLIP = "truyen-thong-chinh-sach/tro-cap/tro-cap.vi.mp3"
DAMAGES = {
    "empty": lambda _: b"",
    "truncated": lambda data: data[: len(data) // 2],
    "zeroed": lambda data: bytes(len(data)),
    "other": lambda data: data[::-1],
    "longer": lambda data: data + b"\n",
}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("part", ["keys", "blobs"])
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_store_is_made_again_and_told_once(
    project: Project, part: str, damage: Callable[[bytes], bytes]
) -> None:
    """Every file of it, in every way: the site comes out the same, and the store is mended."""
    project.explainer("tro-cap", approved=True)
    project.build()
    before = project.site_files()
    for file in _files(project.root / ".cache" / part):
        file.write_bytes(damage(file.read_bytes()))
    built = project.build()
    assert built.exit_code == 0
    assert project.site_files() == before
    harmless = part == "keys" and damage is DAMAGES["longer"]  # JSON may end in a line feed
    assert built.output.count("có tệp trong kho âm thanh bị hỏng") == (0 if harmless else 1)
    again = project.build()
    assert "bị hỏng" not in again.output
    assert "có sẵn: Trợ cấp mẫu" in again.output


def test_a_file_in_place_of_the_store_costs_time_and_nothing_else(project: Project) -> None:
    """The clip is made in a temporary folder and published; the next build begins anew."""
    project.explainer("tro-cap", approved=True)
    project.write(".cache", "")
    built = project.build()
    assert built.exit_code == 0
    assert CLIP in project.site_files()
    told = "không ghi được vào kho âm thanh (có tệp nằm ở chỗ của thư mục)"
    assert built.output.count(told) == 1


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let nobody write below a folder; the rights of files do not hold root back."""
    written = Path.write_bytes

    def shut(root: Path) -> None:
        def refuse(self: Path, data: bytes) -> int:
            if self.is_relative_to(root):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(self))
            return written(self, data)

        monkeypatch.setattr(Path, "write_bytes", refuse)

    return shut


def test_a_read_only_store_is_told_and_survived(
    project: Project, read_only: Callable[[Path], None]
) -> None:
    """What is new is made in a temporary folder."""
    project.explainer("tro-cap", approved=True)
    read_only(project.root / ".cache")
    built = project.build()
    assert built.exit_code == 0
    assert CLIP in project.site_files()
    assert built.output.count("không ghi được vào kho âm thanh (ổ đĩa chỉ cho đọc)") == 1


def test_a_read_only_store_that_holds_everything_is_no_fault(
    project: Project, read_only: Callable[[Path], None]
) -> None:
    """It is read, and nobody is told anything."""
    project.explainer("tro-cap", approved=True)
    project.build()
    before = project.site_files()
    read_only(project.root / ".cache")
    built = project.build()
    assert built.exit_code == 0
    assert "kho âm thanh" not in built.output
    assert project.site_files() == before


def test_a_full_disk_costs_the_clip_that_does_not_fit(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are published, the build says which one is not, and goes on from there later."""
    project.explainer("tro-cap", title="Trợ cấp mẫu", approved=True)
    assert project.build().exit_code == 0
    limit = (project.root / "site" / CLIP).stat().st_size - 1000
    project.explainer("hoc-phi", title="Học phí mẫu cho bài dài hơn", approved=True)
    written = Path.write_bytes

    def half(self: Path, data: bytes) -> int:
        if len(data) <= limit:
            return written(self, data)
        written(self, data[: limit // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", half)
        built = project.build()
    assert built.exit_code == 1
    path = "content/truyen-thong-chinh-sach/hoc-phi/index.md"
    assert f"{path}: lỗi: không ghi được tệp âm thanh" in built.output
    assert "(ổ đĩa đầy); hãy dọn ổ đĩa rồi chạy lại" in built.output
    assert [path for path in project.site_files() if path.endswith(".mp3")] == [CLIP]
    assert not list((project.root / ".cache").rglob("*.tmp"))
    again = project.build()
    assert again.exit_code == 0
    assert len([path for path in project.site_files() if path.endswith(".mp3")]) == 2


def test_two_builds_at_once_share_a_store(project: Project) -> None:
    """Two processes that make the same clips at the same time both publish all of them."""
    for number in range(3):
        project.explainer(f"bai-{number}", title=f"Bài số {number}", approved=True)
    builders = [_building(project, folder) for folder in ("site", "site-hai")]
    said = [builder.communicate()[0] for builder in builders]
    assert [builder.returncode for builder in builders] == [0, 0], "\n".join(said)
    assert not [words for words in said if "cảnh báo" in words]
    first = project.site_files()
    (project.root / "site").rename(project.root / "site-một")
    (project.root / "site-hai").rename(project.root / "site")
    assert sorted(first) == sorted(project.site_files())
    assert [path for path, data in project.site_files().items() if first[path] != data] == []
    assert len([path for path in first if path.endswith(".mp3")]) == 3


def _building(project: Project, folder: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", folder],
        cwd=project.root,
        env={**os.environ, "STATION_TODAY": DAY.isoformat(), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
