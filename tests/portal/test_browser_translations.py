"""Translations that must not be trusted whole, in a real browser at the width of a cheap phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.portal.browsing import with_the_shipped_theme
from tests.portal.translated import SECTION, translate
from tests.site_project import Project

pytestmark = pytest.mark.system

STALE = f"{SECTION}/bai/km/index.html"
_FAINT = Path(__file__).with_name("faint_texts.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every section of an unchecked translation is stale: the longest banner that there is."""
    project = Project(tmp_path_factory.mktemp("xã") / "cổng")
    file = project.explainer("bai", title="Trợ cấp hưu trí xã hội")
    translate(project, "bai", "km", title="ប្រាក់ឧបត្ថម្ភ", checked=False, approved=False)
    translate(project, "bai", "hmn", checked=False, approved=False)
    text = file.read_text(encoding="utf-8")
    for before, now in (
        ("75 tuổi", "70 tuổi"),
        ("Từ ngày", "Kể từ ngày"),
        ("năm trăm", "sáu trăm"),
    ):
        text = text.replace(before, now)
    file.write_text(text, encoding="utf-8")
    project.write("mkdocs.yml", with_the_shipped_theme())
    built = project.build()
    assert built.exit_code == 0, built.output
    return project.root / "site"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page 360 pixels wide, without scripts."""
    page = browser.new_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield page
    page.close()


def test_the_first_screen_is_of_use_below_the_longest_banner(phone: Page, origin: str) -> None:
    """Warning, title and switcher are seen without scrolling, the warning takes a third at most."""
    phone.goto(f"{origin}/{STALE}")
    for selector in (".pc-notices", "h1", ".pc-languages"):
        box = phone.locator(selector).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 740, selector
    banner = phone.locator(".pc-notices").bounding_box()
    assert banner is not None
    assert banner["height"] <= 740 / 3


def test_the_banner_leads_to_its_sections_without_scripts(phone: Page, site: Path) -> None:
    """From a folder too: to the heading here, and to the one in the Vietnamese text."""
    phone.goto(f"{site.as_uri()}/{STALE}")
    phone.locator('.pc-notices a[href="#han-nao"]').click()
    phone.wait_for_url("**/km/index.html#han-nao")
    phone.locator('.pc-notices a[href$="index.html#han-nao"]').click()
    phone.wait_for_url("**/bai/index.html#han-nao")
    assert phone.locator("h2:target").inner_text() == "Hạn nào"


def test_a_changed_section_says_so_where_it_is_read(phone: Page, origin: str) -> None:
    """The mark stands between the section's heading and its first words."""
    phone.goto(f"{origin}/{STALE}")
    heading = phone.locator("h2#han-nao").bounding_box()
    mark = phone.locator("h2#han-nao + .pc-changed").bounding_box()
    words = phone.locator("h2#han-nao + .pc-changed + p").bounding_box()
    assert heading
    assert mark
    assert words
    assert heading["y"] < mark["y"] < words["y"]


def test_the_switcher_marks_where_one_is(phone: Page, origin: str) -> None:
    """Only the languages that there are, each under its own name, the present one told apart."""
    phone.goto(f"{origin}/{STALE}")
    links = phone.locator(".pc-languages a")
    assert links.all_inner_texts() == ["Tiếng Việt", "Hmoob", "ខ្មែរ"]
    assert phone.locator(".pc-languages a[aria-current=page]").all_inner_texts() == ["ខ្មែរ"]
    heights = [box["height"] for link in links.all() if (box := link.bounding_box())]
    assert min(heights) >= 44
    links.nth(1).focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/hmn/index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_banner_is_legible(
    browser: Browser, origin: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """Every text contrasts with its ground by 4.5 to 1 or more; nothing is wider than the page."""
    page = browser.new_page(viewport={"width": width, "height": 740}, color_scheme=scheme)
    page.goto(f"{origin}/{STALE}")
    page.wait_for_load_state("networkidle")
    page.add_style_tag(content="* { transition: none !important; }")
    assert page.evaluate(_FAINT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_vietnamese_within_khmer_keeps_its_own_letters(browser: Browser, origin: str) -> None:
    """A Khmer font draws Vietnamese in two kinds of letters, so each has the font of its script."""
    page = browser.new_page()
    page.goto(f"{origin}/{STALE}")
    font = "(s) => getComputedStyle(document.querySelector(s)).fontFamily"
    assert "Khmer" in page.evaluate(font, ".pc-body p")
    for vietnamese in (
        ".pc-body .pc-changed span[lang=vi-VN]",
        ".md-footer",
        ".pc-glance .pc-changed span[lang=vi-VN]",
    ):
        assert "Khmer" not in page.evaluate(font, vietnamese), vietnamese
    page.close()


def test_the_warning_is_printed(browser: Browser, origin: str) -> None:
    """On paper the banner and the marks stay, the switcher goes."""
    page = browser.new_page()
    page.goto(f"{origin}/{STALE}")
    page.emulate_media(media="print")
    assert page.locator(".pc-notices").is_visible()
    assert page.locator("h2#han-nao + .pc-changed").is_visible()
    assert not page.locator(".pc-languages").is_visible()
    page.close()
