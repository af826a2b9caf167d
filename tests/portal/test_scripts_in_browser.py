"""Every script on a phone in a real browser: its glyphs, its line breaks, its search."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_plugins.portal.urls import page_uri
from tests.portal.browsing import with_the_shipped_theme
from tests.portal.scripts import GOLDENS, Golden
from tests.site_project import Project

pytestmark = pytest.mark.system

SECTION = "truyen-thong-chinh-sach"
TAGS = sorted({golden.tag for golden in GOLDENS})
FONTS = {
    "km": "Noto Sans Khmer",
    "blt-tavt": "Noto Sans Tai Viet",
    "cjm-cham": "Noto Sans Cham",
    "rad": "Noto Sans",
    "hmn": "Noto Sans",
    "ktv": "Noto Sans",
    "kpm": "Noto Sans",
}
"""What the registry asks for and Debian's fonts-noto-core has."""
KHMER_LINE = "នៅគ្រួសារក្រីក្រទទួលបានប្រាក់ឧបត្ថម្ភសោធននិវត្តន៍សង្គម" * 4


def _translation(tag: str) -> str:
    """A page with every text of the language's goldens, as headings, paragraphs and table."""
    mine = [golden for golden in GOLDENS if golden.tag == tag]
    body = "".join(f"## {g.markdown}\n\n{g.markdown}\n\n" for g in mine)
    table = f"| {mine[0].shown} |\n| --- |\n| {mine[0].shown} |\n"
    return (
        f'---\ntitle: "{mine[0].shown}"\nsummary: "{mine[0].shown}"\n'
        f"translation:\n  translator: Mẫu\n---\n\n{body}{table}"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a translation for each script, and a text of one long Khmer line."""
    project = Project(tmp_path_factory.mktemp("xã") / "cổng")
    project.explainer("tro-cap", title="Trợ cấp hưu trí xã hội")
    for tag in TAGS:
        project.write(f"content/{SECTION}/tro-cap/{tag}.md", _translation(tag))
    other = project.explainer("khac", title="Bài khác")
    other.write_text(other.read_text("utf-8").replace("1/7/2025", "2/8/2026"), "utf-8")
    head = '---\ntitle: "ខ្មែរ"\nsummary: "ខ្មែរ"\ntranslation: {translator: Mẫu}\n---\n\n'
    project.write(f"content/{SECTION}/khac/km.md", f"{head}{KHMER_LINE}\n")
    project.write("mkdocs.yml", with_the_shipped_theme())
    assert project.build().exit_code == 0
    return project.root / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A cheap phone."""
    page = browser.new_page(viewport={"width": 360, "height": 640}, locale="vi-VN")
    yield page
    page.close()


def _url(origin: str, tag: str, slug: str = "tro-cap") -> str:
    return f"{origin}/{SECTION}/{slug}/{tag}/index.html"


def _fonts(page: Page, selector: str) -> dict[str, int]:
    """The fonts that drew the text of an element, and how many glyphs each."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"]: int(font["glyphCount"]) for font in found}


@pytest.mark.parametrize("tag", TAGS)
def test_the_font_of_the_registry_draws_every_letter(origin: str, page: Page, tag: str) -> None:
    """No letter falls back to a font that nobody named, so none is a box."""
    page.goto(_url(origin, tag))
    page.wait_for_selector(".pc-body h2")
    assert set(_fonts(page, ".pc-body h2")) == {FONTS[tag]}
    assert set(_fonts(page, ".pc-body p")) == {FONTS[tag]}
    assert set(_fonts(page, "h1")) == {FONTS[tag]}


_PIXELS = """([letters, family]) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 96;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return letters.map((letter) => {
    pen.clearRect(0, 0, 96, 96);
    pen.font = `40px "${family}"`;
    pen.fillText(letter, 30, 60);
    return [...pen.getImageData(0, 0, 96, 96).data].filter((_, i) => i % 4 === 3).join("");
  });
}"""


@pytest.mark.parametrize("tag", TAGS)
def test_no_letter_is_a_box(origin: str, page: Page, tag: str) -> None:
    """Letters differ from the box of a missing glyph and from one another."""
    page.goto(_url(origin, tag))
    shown = {c for g in GOLDENS if g.tag == tag for c in g.shown if c.isalpha()}
    letters = sorted(shown)
    pixels = page.evaluate(_PIXELS, [["\U000e0fff", *letters], FONTS[tag]])
    assert len(set(pixels)) == len(pixels)


def test_khmer_breaks_inside_a_narrow_column(origin: str, page: Page) -> None:
    """A paragraph without a space fills several lines and pushes nothing out of the screen."""
    page.goto(_url(origin, "km", "khac"))
    size = page.evaluate(
        """() => {
          const p = document.querySelector(".pc-body p");
          const range = document.createRange();
          range.selectNodeContents(p);
          const rights = [...range.getClientRects()].map((box) => box.right);
          return [rights.length, Math.max(...rights), document.documentElement.scrollWidth];
        }"""
    )
    lines, right, width = size
    assert lines > 3
    assert right <= 360
    assert width <= 360


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_scrolls_sideways(origin: str, page: Page, tag: str) -> None:
    """Headings, tables and the switcher fit a phone in every script."""
    page.goto(_url(origin, tag))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("tag", TAGS)
def test_the_switcher_names_each_language_in_its_script(origin: str, page: Page, tag: str) -> None:
    """From any page: its own name, marked with its language, in its own font."""
    page.goto(f"{origin}/{SECTION}/tro-cap/index.html")
    link = f'.pc-languages [href$="/{tag}/index.html"], .pc-languages [href="{tag}/index.html"]'
    page.wait_for_selector(link)
    assert set(_fonts(page, link)) == {FONTS[tag]}


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: f"{g.tag}-{g.anchor}")
def test_contents_and_address_lead_to_the_heading(origin: str, page: Page, golden: Golden) -> None:
    """An address with the heading's letters in it opens the page there."""
    page.goto(f"{_url(origin, golden.tag)}#{golden.anchor}")
    page.wait_for_selector(".pc-body h2:target")
    assert page.locator(".pc-body h2:target").inner_text() == golden.shown
    contents = page.locator(f'.md-nav--secondary a[href="#{golden.anchor}"]')
    assert (contents.first.text_content() or "").strip() == golden.shown


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: f"{g.tag}-{g.anchor}")
def test_addresses_work_from_a_usb_stick(site: Path, page: Page, golden: Golden) -> None:
    """The same address as a file, from a folder with Vietnamese letters in its name."""
    address = (site / SECTION / "tro-cap" / golden.tag / "index.html").as_uri()
    page.goto(f"{address}#{golden.anchor}")
    page.wait_for_selector(".pc-body h2:target")
    assert page.locator(".pc-body h2:target").inner_text() == golden.shown


def _found(page: Page, query: str) -> list[str]:
    """The addresses that the site's search finds, best first."""
    field = page.locator("[data-md-component=search-query]")
    field.evaluate("(field) => field.focus()")
    field.fill(query, force=True)
    field.press("End")
    page.wait_for_selector(".md-search-result__item", state="attached", timeout=10_000)
    page.wait_for_timeout(300)
    links = page.locator(".md-search-result__item > a")
    return [str(address) for address in links.evaluate_all("links => links.map(a => a.href)")]


QUERIES = [
    ("vi", "hưu trí"),
    ("vi", "1/7/2025"),
    ("km", "គ្រួសារក្រីក្រ"),
    ("km", "ជិត"),
    ("blt-tavt", "ꪕꪒꪾ"),
    ("blt-tavt", "ꪹꪎꫀꪉ"),
    ("cjm-cham", "ꨌꩌ"),
    ("rad", "kư\u0306"),
    ("hmn", "ntawv"),
    ("ktv", "chr'val"),
    ("ktv", "chr’val"),
    ("ktv", "val"),
    ("kpm", "K’ho"),
]


def test_what_is_found_is_marked_without_parting_letters(origin: str, page: Page) -> None:
    """A result is as wide as the same text without marks: no subscript hangs in the air."""
    page.goto(_url(origin, "km"))
    _found(page, "គ្រួសារក្រីក្រ")
    page.evaluate("document.querySelector('#__search').checked = true")
    widths = page.evaluate(
        """() => {
          const title = document.querySelector(".md-search-result__item h1");
          const width = () => {
            const range = document.createRange();
            range.selectNodeContents(title);
            return range.getBoundingClientRect().width;
          };
          const marked = width();
          const marks = title.querySelectorAll("mark").length;
          title.textContent = title.textContent;
          return [marks, marked, width()];
        }"""
    )
    marks, marked, plain = widths
    assert marks > 3
    assert abs(marked - plain) < 1


@pytest.mark.parametrize(("tag", "query"), QUERIES)
def test_the_search_finds_a_word_of_every_script(
    origin: str, page: Page, tag: str, query: str
) -> None:
    """Typed as people type it, also from the middle of a run without spaces."""
    address = f"{origin}/{page_uri('tro-cap', tag)}"
    page.goto(address)
    assert address in _found(page, query)[0]
