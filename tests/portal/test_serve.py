"""`mkdocs serve`, as a member of staff runs it."""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from tests.site_project import DAY, Project

_PATIENCE_S = 60


@contextmanager
def _preview(project: Project) -> Iterator[str]:
    """The address of a preview on loopback, while it runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=project.root,
        env={"STATION_TODAY": DAY.isoformat(), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/cong"
    finally:
        server.terminate()
        server.wait()


def _get(url: str) -> str:
    """Ask until the preview answers; it builds before it listens."""
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            with urllib.request.urlopen(url) as answer:  # noqa: S310 - loopback
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_a_preview_shows_the_desk_and_speaks_nothing(project: Project) -> None:
    """The preview has the desk and the hidden page, and synthesises not one sentence."""
    project.explainer("tro-cap", approved=True)
    project.explainer("kin", status="preparing")
    with _preview(project) as address:
        assert "truyen-thong-chinh-sach/kin/index.md" in _get(f"{address}/bien-tap/index.html")
        page = _get(f"{address}/truyen-thong-chinh-sach/tro-cap/index.html")
    assert "<audio" not in page
    assert not list(project.root.glob(".cache/**/*"))


def test_a_preview_plays_what_is_cached(project: Project) -> None:
    """A clip that an earlier build made is heard in the preview."""
    project.explainer("tro-cap", approved=True)
    project.build()
    with _preview(project) as address:
        assert "<audio" in _get(f"{address}/truyen-thong-chinh-sach/tro-cap/index.html")


def test_a_kit_is_made_when_it_is_asked_for(project: Project) -> None:
    """A preview hands out the kit of an unapproved text, and keeps none."""
    project.explainer("kin", status="preparing")
    with _preview(project) as address:
        coverage = _get(f"{address}/tien-do-dich/index.html")
        kit = next(a for a in re.findall(r'href="([^"]+)"', coverage) if a.endswith("km.html"))
        assert "<h1>Bộ dịch: Trợ cấp mẫu</h1>" in _get(f"{address}/tien-do-dich/{kit}")
    assert not list(project.root.glob(".cache/**/*"))
