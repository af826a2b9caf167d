"""The recording page under a thumb, by keyboard, in the dark, under a strict policy."""

import zipfile
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.portal.recorder.announcing import READER, hand_over, open_script, record

pytestmark = pytest.mark.system

_FAINT = (Path(__file__).parents[1] / "faint_texts.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_legible_and_fits(
    phone: Page, origin: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """In both schemes letters contrast, nothing scrolls sideways, and fingers find their buttons.

    The sentence stands in 24 pixels or more, whole above the buttons.
    """
    phone.set_viewport_size({"width": width, "height": 740})
    phone.emulate_media(color_scheme=scheme)
    open_script(phone, origin)
    phone.locator("#rec-next").tap()
    record(phone, 0.8)
    phone.add_style_tag(content="* { transition: none !important; }")
    assert phone.evaluate("document.documentElement.scrollWidth") <= width
    assert phone.evaluate(_FAINT) == []
    heights = "[...document.querySelectorAll('#rec-desk button')].map((e) => e.offsetHeight)"
    assert min(height for height in phone.evaluate(heights) if height) >= 48
    size = phone.locator("#rec-sentence").evaluate("e => getComputedStyle(e).fontSize")
    assert float(size.removesuffix("px")) >= 24
    sentence = phone.locator("#rec-sentence").bounding_box()
    controls = phone.locator(".rec-controls").bounding_box()
    assert sentence
    assert controls
    assert sentence["y"] >= 48
    assert sentence["y"] + sentence["height"] <= controls["y"]
    assert controls["y"] + controls["height"] <= 740


def test_the_keyboard_does_it_all(browser: Browser, origin: str) -> None:
    """Space records and stops, the arrows move, and a field keeps both for itself."""
    page = browser.new_page()
    open_script(page, origin)
    page.keyboard.press("Space")
    expect(page.locator("#rec-record")).to_have_text("Dừng")
    page.wait_for_timeout(800)
    page.keyboard.press("Space")
    expect(page.locator("#rec-record")).to_have_text("Ghi lại")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#rec-place")).to_contain_text("Câu 2/")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#rec-place")).to_contain_text("Câu 1/")
    page.locator("#rec-read-by").press_sequentially("Phát thanh viên")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#rec-read-by")).to_have_value("Phát thanh viên")
    expect(page.locator("#rec-place")).to_contain_text("Câu 1/")
    page.close()


def test_the_reader_and_the_size_are_remembered(phone: Page, origin: str, tmp_path: Path) -> None:
    """Who reads, by which consent and in which size, is typed and chosen once."""
    open_script(phone, origin)
    record(phone, 0.8)
    hand_over(phone, tmp_path)
    phone.locator("#rec-larger").tap()
    phone.reload()
    expect(phone.locator("#rec-read-by")).to_have_value(READER)
    expect(phone.locator("#rec-consent")).to_have_value("Biên bản 03/2026")
    expect(phone.locator("#rec-sentence")).to_have_css("font-size", "32px")


def test_texts_are_found_without_their_marks(phone: Page, origin: str) -> None:
    """Typing a title or a language plainly leaves the matching texts in the list."""
    phone.goto(f"{origin}/ghi-am/index.html")
    shown = phone.locator(".rec-entries li:visible")
    phone.locator("#rec-filter").fill("mien hoc")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("chờ duyệt")
    phone.locator("#rec-filter").fill("viet")
    expect(shown).to_have_count(2)
    phone.locator("#rec-filter").fill("khong co")
    expect(phone.locator("#rec-none")).to_be_visible()


def test_the_skip_link_leaves_the_recording_open(phone: Page, origin: str) -> None:
    """An anchor of the page is no other text."""
    open_script(phone, origin)
    phone.evaluate("location.hash = '#noi-dung'")
    phone.wait_for_timeout(300)
    expect(phone.locator("#rec-sentence")).to_be_visible()


def test_the_screen_stays_on_while_one_reads(context: BrowserContext, origin: str) -> None:
    """The lock is taken with a script and let go with it."""
    context.add_init_script("""
        const lock = { release: () => { window.lit = false; } };
        navigator.wakeLock.request = async () => { window.lit = true; return lock; };
    """)
    page = context.new_page()
    open_script(page, origin)
    page.wait_for_function("window.lit === true")
    page.evaluate("location.hash = ''")
    page.wait_for_function("window.lit === false")


def test_it_works_under_a_strict_policy_of_content(
    phone: Page, origin: str, tmp_path: Path
) -> None:
    """With scripts and styles from the site's own files alone one records, hears, hands over."""
    policy = "default-src 'self'; media-src 'self' blob:; img-src 'self' data:; object-src 'none'"

    def guarded(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {"content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    phone.route("**/ghi-am/index.html", guarded)
    open_script(phone, origin)
    record(phone, 0.8)
    phone.locator("#rec-listen").tap()
    expect(phone.locator("#rec-listen")).to_have_text("Nghe lại")
    assert phone.locator("#rec-audio").evaluate("(audio) => audio.currentTime") > 0.2
    phone.locator("#rec-larger").tap()
    expect(phone.locator("#rec-sentence")).to_have_css("font-size", "32px")
    assert zipfile.is_zipfile(hand_over(phone, tmp_path))
