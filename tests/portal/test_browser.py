"""The site in a real browser at the width of a cheap phone."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.site_project import REPOSITORY, Project

pytestmark = pytest.mark.system

SECTION = "truyen-thong-chinh-sach"
PAGES = (
    "index.html",
    f"{SECTION}/index.html",
    f"{SECTION}/tro-cap/index.html",
    f"{SECTION}/tro-cap/km/index.html",
    f"{SECTION}/du-thao/index.html",
    f"{SECTION}/rut/index.html",
    "bien-tap/index.html",
)
KHMER = (REPOSITORY / f"content/{SECTION}/tro-cap-huu-tri-xa-hoi/km.md").read_text(encoding="utf-8")
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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview build with every kind of page."""
    project = Project(tmp_path_factory.mktemp("xã") / "cổng thông tin")
    project.explainer("tro-cap", title="Trợ cấp hưu trí xã hội", approved=True)
    project.write(f"content/{SECTION}/tro-cap/km.md", KHMER)
    project.explainer(
        "du-thao",
        title="Hỗ trợ " + "phiên dịch " * 8,
        kind="draft",
        status="consultation",
        extra="consultation: {until: 2027-01-01, send_to: xa@example.org}\ntopics: [Dân tộc]\n",
    )
    project.explainer("rut", status="withdrawn", extra="topics: [Y tế]\n")
    assert project.build(STATION_PREVIEW="1").exit_code == 0
    return project.root / "site"


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    """The site over HTTP on loopback."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=list(_CHROMIUM)
        )
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page 360 pixels wide."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_pages_fit_and_stay_at_home(phone: Page, origin: str, path: str, width: int) -> None:
    """No page scrolls sideways, asks another origin for anything, or breaks a script."""
    asked: list[str] = []
    faults: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.on("pageerror", lambda error: faults.append(str(error)))
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(f"{origin}/{path}")
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate("document.documentElement.scrollWidth") <= width
    assert all(url.startswith((origin, "data:", "blob:")) for url in asked)
    assert not faults


def test_the_answer_and_the_player_stand_in_the_first_screen(phone: Page, origin: str) -> None:
    """Title, player and the first answer are seen on a phone without scrolling."""
    phone.goto(f"{origin}/{SECTION}/tro-cap/index.html")
    for selector in ("h1", "audio", ".pc-glance dd >> nth=0"):
        box = phone.locator(selector).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 740, selector


def test_the_clip_plays(phone: Page, origin: str) -> None:
    """Nothing is fetched before play is pressed; then the clip sounds to its known length."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{origin}/{SECTION}/tro-cap/index.html")
    phone.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(".mp3")]
    phone.evaluate("document.querySelector('audio').play()")
    phone.wait_for_function("document.querySelector('audio').currentTime > 0.5")
    last = float(phone.locator(".pc-transcript li").last.get_attribute("data-start") or 0)
    assert phone.evaluate("document.querySelector('audio').duration") > last


def test_cards_are_filtered(phone: Page, origin: str) -> None:
    """Choosing a status leaves the cards of that status; an impossible choice says so."""
    phone.goto(f"{origin}/{SECTION}/index.html")
    assert phone.locator(".pc-card:visible").count() == 3
    phone.select_option("select[name=status]", "Đã rút")
    assert phone.locator(".pc-card:visible h2").all_inner_texts() == ["Trợ cấp mẫu"]
    phone.select_option("select[name=topic]", "Dân tộc")
    assert phone.locator(".pc-card:visible").count() == 0
    assert phone.locator(".pc-none").is_visible()


def test_the_site_works_from_a_folder(phone: Page, site: Path) -> None:
    """From file://, as on a USB stick, a card leads to its page and the clip is there."""
    phone.goto(f"{site.as_uri()}/{SECTION}/index.html")
    phone.get_by_role("link", name="Trợ cấp hưu trí xã hội").click()
    phone.wait_for_url("**/tro-cap/index.html")
    phone.evaluate("document.querySelector('audio').play()")
    phone.wait_for_function("document.querySelector('audio').currentTime > 0.2")
