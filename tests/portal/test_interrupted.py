"""Somebody ends the build in the middle of the long work."""

import os
import signal
import subprocess
import sys

import pytest

from tests.site_project import DAY, Project


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_the_last_site_stands_and_no_clip_is_lost(project: Project, number: int) -> None:
    """Ended while clips are made, the old site is whole and what was made is found again."""
    project.explainer("cu")
    project.build()
    before = project.site_files()
    for index in range(4):
        project.explainer(f"bai-{index}", title=f"Bài số {index}", approved=True)
    builder = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project.root,
        env={"STATION_TODAY": DAY.isoformat(), "PATH": os.environ["PATH"]},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with builder:
        assert builder.stdout is not None
        while "làm mới" not in (line := builder.stdout.readline()):
            assert line, "the build ended before a clip was made"
        builder.send_signal(number)
        rest = builder.stdout.read()
    assert builder.returncode != 0
    assert project.site_files() == before
    if number == signal.SIGINT:
        assert "Câu nào đọc xong vẫn giữ trong kho; trang cũ còn nguyên." in rest
        assert "Traceback" not in rest
    again = project.build()
    assert again.exit_code == 0
    assert "có sẵn: Bài số" in again.output
