"""The site in a real browser at the width of a cheap phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.portal.browsing import served, with_the_shipped_theme
from tests.site_project import REPOSITORY, Project

pytestmark = pytest.mark.system

SECTION = "truyen-thong-chinh-sach"
PAGES = (
    "index.html",
    f"{SECTION}/index.html",
    f"{SECTION}/km/index.html",
    f"{SECTION}/tro-cap/index.html",
    f"{SECTION}/tro-cap/km/index.html",
    f"{SECTION}/du-thao/index.html",
    f"{SECTION}/rut/index.html",
    "bien-tap/index.html",
    "bien-tap/tro-cap/vi/index.html",
    "ghi-am/index.html",
    "so-tay/bang/index.html",
    "404.html",
)
TABLE = """\
---
title: Từng trường
---

| Trường | Viết gì | Bắt buộc | Ai viết | Ví dụ |
| --- | --- | --- | --- | --- |
| `checked_on` | Ngày kiểm tra `effective_from_and_to` | không | cán bộ | `2026_11_21_buoi_sang` |

!!! note "Lưu ý"
    Viết đúng [ngày](../index.md).
"""
KHMER = (REPOSITORY / f"content/{SECTION}/tro-cap-huu-tri-xa-hoi/km.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview build with every kind of page."""
    project = Project(tmp_path_factory.mktemp("xã") / "cổng thông tin")
    file = project.explainer("tro-cap", title="Trợ cấp hưu trí xã hội", approved=True)
    text = file.read_text(encoding="utf-8").replace("một cửa}", "một cửa, phone: 0200 000 0000}")
    file.write_text(text, encoding="utf-8")
    project.write(f"content/{SECTION}/tro-cap/km.md", KHMER)
    project.explainer(
        "du-thao",
        title="Hỗ trợ " + "phiên dịch " * 8,
        kind="draft",
        status="consultation",
        extra="consultation: {until: 2027-01-01, send_to: xa@example.org}\ntopics: [Dân tộc]\n",
    )
    project.explainer("rut", status="withdrawn", extra="topics: [Y tế]\n")
    project.write("content/so-tay/bang.md", TABLE)
    project.write("mkdocs.yml", with_the_shipped_theme())
    assert project.build(STATION_PREVIEW="1").exit_code == 0
    return project.root / "preview"


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


@pytest.mark.parametrize(("in_parts", "played"), [(True, ".opus"), (False, ".mp3")])
def test_the_clip_plays(phone: Page, site: Path, in_parts: bool, played: str) -> None:
    """Nothing is fetched before play is pressed; then the clip sounds, and its length is known.

    The lighter file where the server gives parts of files; elsewhere it would have no length.
    """
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    with served(site, in_parts=in_parts) as address:
        phone.goto(f"{address}/{SECTION}/tro-cap/index.html")
        phone.wait_for_load_state("networkidle")
        assert not [url for url in asked if url.endswith((".mp3", ".opus"))]
        phone.evaluate("document.querySelector('audio').play().catch(() => {})")
        phone.wait_for_function("document.querySelector('audio').currentTime > 0.5")
        last = float(phone.locator(".pc-transcript li").last.get_attribute("data-start") or 0)
        assert last < phone.evaluate("document.querySelector('audio').duration") < last + 20
        assert phone.evaluate("document.querySelector('audio').currentSrc").endswith(played)


def test_the_transcript_follows_the_clip(phone: Page, site: Path) -> None:
    """The sentence that is heard is marked; pressing another plays from there."""
    with served(site, in_parts=True) as address:
        phone.goto(f"{address}/{SECTION}/tro-cap/index.html")
        phone.click(".pc-transcript summary")
        lines = phone.locator(".pc-transcript li")
        assert lines.count() > 4
        lines.nth(3).click()
        phone.wait_for_selector(".pc-transcript [aria-current]")
        start = float(lines.nth(3).get_attribute("data-start") or 0)
        assert phone.evaluate("document.querySelector('audio').currentTime") >= start
        assert phone.locator(".pc-transcript [aria-current]").all_inner_texts() == [
            lines.nth(3).inner_text()
        ]


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


_FAINT = Path(__file__).with_name("faint_texts.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_is_legible(
    phone: Page, origin: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    """Every text contrasts with its ground by 4.5 to 1 or more, in both schemes."""
    phone.emulate_media(color_scheme=scheme)
    phone.goto(f"{origin}/{path}")
    phone.wait_for_load_state("networkidle")
    phone.add_style_tag(content="* { transition: none !important; }")
    ground = phone.evaluate("getComputedStyle(document.body).backgroundColor")
    assert path == "404.html" or (ground == "rgb(255, 255, 255)") == (scheme == "light")
    assert phone.evaluate(_FAINT) == []


@pytest.mark.parametrize("path", [f"{SECTION}/tro-cap/index.html", f"{SECTION}/index.html"])
def test_the_skip_link_leads_to_the_heading(phone: Page, origin: str, path: str) -> None:
    """The first press of Tab offers a link past the header; it lands on the page's own heading."""
    phone.goto(f"{origin}/{path}")
    phone.wait_for_load_state("networkidle")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/*#noi-dung")
    assert phone.evaluate("document.activeElement.tagName") == "H1"
    assert phone.evaluate("scrollY") < 250
    assert phone.locator("h1").bounding_box() is not None


@pytest.mark.parametrize("width", [360, 1280])
def test_a_finger_hits_what_it_aims_at(phone: Page, origin: str, width: int) -> None:
    """What is pressed on an explainer is at least 44 pixels high."""
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(f"{origin}/{SECTION}/tro-cap/index.html")
    targets = ".pc-back a, .pc-languages a, .pc-glance dt a, summary, .pc-downloads a, .pc-phone"
    pressed = phone.locator(f"{targets}, .md-header__button").all()
    heights = [box["height"] for target in pressed if (box := target.bounding_box())]
    assert len(heights) > 8
    assert min(heights) >= 44


def test_on_paper_the_warnings_stay_and_the_buttons_go(phone: Page, origin: str) -> None:
    """A page printed from the dark scheme is light, bears both warnings, and nothing to press."""
    phone.emulate_media(color_scheme="dark")
    phone.goto(f"{origin}/{SECTION}/du-thao/index.html")
    phone.wait_for_load_state("networkidle")
    phone.emulate_media(media="print")
    assert phone.locator(".md-banner").is_visible()
    assert phone.evaluate("getComputedStyle(document.querySelector('.md-banner')).position") == (
        "static"
    )
    assert phone.locator(".pc-banner").is_visible()
    assert phone.evaluate(_FAINT) == []
    assert phone.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for hidden in (".md-header", ".pc-back", ".md-sidebar--primary", ".md-footer"):
        assert not phone.locator(hidden).is_visible(), hidden
    phone.goto(f"{origin}/{SECTION}/tro-cap/index.html")
    for hidden in (".pc-player", ".pc-languages", ".pc-transcript"):
        assert phone.locator(hidden).count() == 1
        assert not phone.locator(hidden).is_visible(), hidden


def test_a_wide_table_scrolls_in_its_own_box(phone: Page, origin: str) -> None:
    """The page stays as wide as the phone; the table's box takes the keyboard; words stay whole."""
    phone.goto(f"{origin}/so-tay/bang/index.html")
    phone.wait_for_load_state("networkidle")
    box = phone.locator(".pc-table")
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    box.focus()
    phone.keyboard.press("ArrowRight")
    phone.wait_for_function("document.querySelector('.pc-table').scrollLeft > 0")
    lines = "[...document.querySelectorAll('td code')].map((e) => e.getClientRects().length)"
    assert set(phone.evaluate(lines)) == {1}
    sizes = "['td', '.admonition p'].map((s) => getComputedStyle(document.querySelector(s)))"
    assert all(
        float(size.removesuffix("px")) >= 15
        for size in phone.evaluate(f"{sizes}.map((style) => style.fontSize)")
    )


def test_a_card_leads_to_its_languages_too(phone: Page, origin: str) -> None:
    """The whole card opens the text, and each language on it opens the translation."""
    phone.goto(f"{origin}/{SECTION}/index.html")
    phone.locator(".pc-card a[hreflang=km-VN]").click()
    phone.wait_for_url("**/tro-cap/km/index.html")
    phone.go_back()
    phone.locator(".pc-card", has_text="Trợ cấp hưu trí xã hội").click(position={"x": 8, "y": 8})
    phone.wait_for_url("**/tro-cap/index.html")
