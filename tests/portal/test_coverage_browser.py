"""The coverage table and the sheets of what changed, in a real browser and on paper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.portal.browsing import chromium, with_the_shipped_theme
from tests.portal.translated import edit_source, translate
from tests.site_project import Project

pytestmark = pytest.mark.system

TABLE = "tien-do-dich/index.html"
SHEET = "tien-do-dich/mot/km/index.html"
_FAINT = Path(__file__).with_name("faint_texts.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview with translations in several states."""
    project = Project(tmp_path_factory.mktemp("xã") / "cổng thông tin")
    project.explainer("mot", title="Trợ cấp hưu trí xã hội cho người cao tuổi", approved=True)
    translate(project, "mot", "km", approved=False)
    project.write("mkdocs.yml", with_the_shipped_theme())
    project.build(STATION_PREVIEW="1")
    edit_source(project, "mot")
    translate(project, "mot", "hmn", approved=True)
    project.explainer("hai", title="Miễn, hỗ trợ học phí")
    translate(project, "hai", "km", checked=False, approved=False)
    project.explainer("rut", title="Bài đã rút", status="withdrawn")
    assert project.build(STATION_PREVIEW="1").exit_code == 0
    return project.root / "preview"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page 360 pixels wide."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    yield page
    page.close()


@pytest.mark.parametrize("path", [TABLE, SHEET])
@pytest.mark.parametrize("width", [360, 1280])
def test_only_the_table_scrolls_sideways(phone: Page, site: Path, path: str, width: int) -> None:
    """The page is as wide as the screen; no script fails from a folder."""
    faults: list[str] = []
    phone.on("pageerror", lambda error: faults.append(str(error)))
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto((site / path).as_uri())
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate("document.documentElement.scrollWidth") <= width
    assert not faults


def test_the_box_takes_the_keyboard_and_titles_stay(phone: Page, site: Path) -> None:
    """Arrow keys move the table; the explainer's title stays in sight beside its cells."""
    phone.goto((site / TABLE).as_uri())
    box = phone.locator(".cov-box")
    box.focus()
    phone.keyboard.press("ArrowRight")
    phone.wait_for_function("document.querySelector('.cov-box').scrollLeft > 0")
    title = phone.locator(".cov tbody tr:last-child th").bounding_box()
    around = box.bounding_box()
    assert title
    assert around
    assert abs(title["x"] - around["x"]) < 2


def _titles(page: Page) -> list[str]:
    return page.locator(".cov [data-status]:visible th a").all_inner_texts()


def test_filters_leave_what_was_asked_for(phone: Page, site: Path) -> None:
    """One language leaves its column; a state, the rows that have it there; then the count."""
    phone.goto((site / TABLE).as_uri())
    assert len(_titles(phone)) == 3
    phone.select_option("select[name=language]", "km")
    heads = phone.locator(".cov thead th:visible").all_inner_texts()
    assert heads == ["Bài gốc tiếng Việt", "Khmer"]
    phone.select_option("select[name=text]", "stale")
    assert _titles(phone) == ["Trợ cấp hưu trí xã hội cho người cao tuổi"]
    assert phone.locator(".cov-count").inner_text() == "Hiện 1 trên 3 bài."
    phone.select_option("select[name=language]", "hmn")
    assert _titles(phone) == []
    assert "Không có bài nào" in phone.locator(".cov-count").inner_text()
    phone.select_option("select[name=text]", "")
    phone.select_option("select[name=voice]", "waiting_recording")
    assert _titles(phone) == ["Trợ cấp hưu trí xã hội cho người cao tuổi"]
    for name in ("language", "voice"):
        phone.select_option(f"select[name={name}]", "")
    phone.select_option("select[name=status]", "withdrawn")
    assert _titles(phone) == ["Bài đã rút"]


def test_without_scripts_all_is_there(browser: Browser, site: Path) -> None:
    """Every row and column is read, and no filter is offered that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / TABLE).as_uri())
    assert page.locator(".cov [data-status]:visible").count() == 3
    assert page.locator(".cov thead th:visible").count() == 7
    assert not page.locator(".pc-filters").is_visible()
    context.close()


@pytest.mark.parametrize("path", [TABLE, SHEET])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_is_legible(
    phone: Page, site: Path, path: str, scheme: Literal["light", "dark"]
) -> None:
    """Every text contrasts with its ground by 4.5 to 1 or more, in both schemes."""
    phone.emulate_media(color_scheme=scheme)
    phone.goto((site / path).as_uri())
    phone.wait_for_load_state("networkidle")
    phone.add_style_tag(content="* { transition: none !important; }")
    assert phone.evaluate(_FAINT) == []


def test_a_finger_hits_what_it_aims_at(phone: Page, site: Path) -> None:
    """Links in cells are 24 pixels high and wide or more (WCAG 2.2, 2.5.8), what is alone 44."""
    phone.goto((site / TABLE).as_uri())
    boxes = [link.bounding_box() for link in phone.locator(".cov a").all()]
    assert len(boxes) > 6
    assert all(box and box["height"] >= 24 and box["width"] >= 24 for box in boxes)
    for alone in (".pc-downloads a", ".pc-filters select", ".cov-legend summary"):
        box = phone.locator(alone).first.bounding_box()
        assert box
        assert box["height"] >= 44, alone


def test_everything_has_a_name(phone: Page, site: Path) -> None:
    """Table, box and every filter are named for those who do not see them."""
    phone.goto((site / TABLE).as_uri())
    name = "Mỗi hàng một bài, mỗi cột một thứ tiếng"
    assert phone.get_by_role("table", name=name).count() == 1
    assert phone.get_by_role("region", name=name).count() == 1
    for field in ("Thứ tiếng", "Bản dịch", "Tiếng nói", "Bài gốc"):
        assert phone.get_by_role("combobox", name=field).count() == 1
    assert phone.get_by_role("rowheader").count() == 4
    assert phone.get_by_role("columnheader").count() == 7


def test_on_paper_changes_need_no_colour(phone: Page, site: Path) -> None:
    """Struck and underlined on white, with lines to write on and nothing to press."""
    phone.emulate_media(media="print", color_scheme="dark")
    phone.goto((site / SHEET).as_uri())
    phone.wait_for_load_state("networkidle")
    style = "(s) => getComputedStyle(document.querySelector(s))"
    assert phone.evaluate(f"({style})('.dif del').textDecorationLine") == "line-through"
    assert phone.evaluate(f"({style})('.dif ins').textDecorationLine") == "underline"
    for mark in ("del", "ins"):
        ground = phone.evaluate(f"({style})('.dif {mark}').backgroundColor")
        assert ground == "rgba(0, 0, 0, 0)"
    assert phone.locator(".dif-room hr").count() >= 2
    assert phone.locator(".dif-room").first.is_visible()
    for hidden in (".pc-back", ".dif-links", ".md-header"):
        assert not phone.locator(hidden).first.is_visible(), hidden
    assert phone.evaluate(_FAINT) == []


@pytest.mark.parametrize(("path", "is_wide"), [(TABLE, True), (SHEET, False)])
def test_paper_lies_where_columns_are_many(
    phone: Page, site: Path, path: str, *, is_wide: bool
) -> None:
    """The table is printed across, what changed down the page."""
    phone.goto((site / path).as_uri())
    paper = phone.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", paper)
    assert boxes
    assert {float(width) > float(height) for width, height in boxes} == {is_wide}


def test_the_table_leads_to_the_sheet(phone: Page, site: Path) -> None:
    """From the stale cell one press opens what changed, and one leads back."""
    phone.goto((site / TABLE).as_uri())
    phone.locator('td[data-text="stale"] a', has_text="xem chỗ đổi").click()
    phone.wait_for_url("**/mot/km/index.html")
    assert phone.locator(".dif del").first.inner_text() == "75"
    phone.locator(".pc-back a").click()
    phone.wait_for_url("**/tien-do-dich/index.html")
