"""A built site over HTTP on loopback, and Debian's Chromium to look at it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

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


def with_the_shipped_theme() -> str:
    """`mkdocs.yml` of the tests, looking like the real site."""
    shipped = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    return yaml.safe_dump(yaml.safe_load(MKDOCS_YML) | {"theme": shipped["theme"]})


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, for as long as the context lasts."""
    handler = partial(_Quiet, directory=str(folder))
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
