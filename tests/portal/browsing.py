"""A built site over HTTP on loopback, and Debian's Chromium to look at it."""

import contextlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright

from tests.site_project import MKDOCS_YML, REPOSITORY

_CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, as far as the browser wants it: players and pages that are left hang up."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)


class _InParts(_Quiet):
    """Gives parts of files, as the servers of portals do and Python's own does not."""

    def do_GET(self) -> None:
        """Answer a request for a part; leave every other to Python's."""
        file = Path(self.translate_path(self.path))
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if not wanted or not file.is_file():
            super().do_GET()
            return
        data = file.read_bytes()
        first, last = int(wanted[1]), int(wanted[2] or len(data) - 1)
        part = data[first : last + 1]
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        with contextlib.suppress(OSError):  # a player asks for more than it listens to
            self.wfile.write(part)


def with_the_shipped_theme() -> str:
    """`mkdocs.yml` of the tests, looking like the real site."""
    shipped = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    return yaml.safe_dump(yaml.safe_load(MKDOCS_YML) | {"theme": shipped["theme"]})


@contextmanager
def served(folder: Path, *, in_parts: bool = False) -> Iterator[str]:
    """The address of a folder, for as long as the context lasts."""
    handler = partial(_InParts if in_parts else _Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """Debian's Chromium with `more` switches."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=[*_CHROMIUM, *more]
        )
        yield browser
        browser.close()
