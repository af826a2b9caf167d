"""The translator's kit in a real browser: filled on a phone, kept, saved, sent, printed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from site_plugins.portal.urls import kit_uri
from site_plugins.translation.__main__ import main
from site_plugins.translation.html_kit import HtmlKit
from tests.portal.browsing import chromium
from tests.site_project import Project
from tests.translation.kits import KIT

pytestmark = pytest.mark.system

PHONE = {"width": 360, "height": 640}
_FAINT = Path(__file__).with_name("faint_texts.js").read_text(encoding="utf-8")
_ASKS_BEFORE_LEAVING = "!dispatchEvent(new Event('beforeunload', {cancelable: true}))"
_SMALL = """() => [...document.querySelectorAll("button, textarea, input, label.tick")]
  .filter((e) => e.checkVisibility() && e.type !== "checkbox")
  .map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect().height])
  .filter(([, height]) => height < 44)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A narrow window without a network that ends the test on any error of a script."""
    context = browser.new_context(viewport=PHONE, offline=True, accept_downloads=True)  # type: ignore[arg-type]
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    yield page
    context.close()
    assert not wrong


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit with a changed, a kept and two new units."""
    file = tmp_path / "bộ dịch.html"
    file.write_bytes(HtmlKit().write(KIT))
    return file


def test_from_phone_to_page(
    project: Project, phone: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A kit from the site is filled, survives a reload, is saved, imported, and is a page."""
    project.explainer("tro-cap", approved=True)
    project.build()
    phone.goto((project.root / "site" / kit_uri("tro-cap", "km", "html")).as_uri())
    for cell in phone.locator("textarea[data-unit]").all():
        cell.fill(f"ខ្មែរ {cell.get_attribute('data-source')}")
    phone.get_by_label("Tên người dịch").fill("Người dịch mẫu")
    phone.reload()
    expect(phone.locator("#tien-do")).to_have_text("6/6")
    with phone.expect_download() as saved:
        phone.get_by_role("button", name="Lưu bản dịch thành tệp").click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("STATION_TODAY", "2026-11-21")
    assert main(["nhap", str(file)]) == 0
    project.build()
    page = project.page("truyen-thong-chinh-sach/tro-cap/km/index.html")
    assert "ខ្មែរ Từ ngày 1/7/2025." in page
    assert project.read("tro-cap").translations[0].meta.translation.translator == "Người dịch mẫu"


def test_a_saved_kit_is_a_kit_again(phone: Page, kit: Path, tmp_path: Path) -> None:
    """Half a translation is saved, opened elsewhere, finished there, and read back."""
    phone.goto(kit.as_uri())
    phone.locator("#dich-1").fill("</textarea><b>một & hai")
    phone.get_by_label("Đã xem lại").check()
    with phone.expect_download() as saved:
        phone.get_by_role("button", name="Lưu").click()
    saved.value.save_as(tmp_path / "nua.html")
    phone.evaluate("localStorage.clear()")
    phone.goto((tmp_path / "nua.html").as_uri())
    phone.locator("#dich-4").fill("bốn")
    with phone.expect_download() as saved:
        phone.get_by_role("button", name="Lưu").click()
    saved.value.save_as(tmp_path / "xong.html")
    filled = HtmlKit().read("xong.html", (tmp_path / "xong.html").read_bytes())
    assert filled.cells["title"] == "</textarea><b>một & hai"
    assert filled.cells["o-dau.1"] == "bốn"
    assert "bao-nhieu.1" in filled.confirmed


def test_what_the_browser_saves_itself_comes_back(phone: Page, kit: Path) -> None:
    """The page as a browser would write it, and as its MHTML, hold what was typed."""
    phone.goto(kit.as_uri())
    phone.locator("#dich-1").fill("Chr’val ô̆")
    as_page = phone.content()
    session = phone.context.new_cdp_session(phone)
    as_mhtml = session.send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    for saved in (as_page, as_mhtml):
        filled = HtmlKit().read("trang.mhtml", saved.encode())
        assert filled.cells["title"] == "Chr’val ô̆"
        assert (filled.slug, filled.sections) == (KIT.slug, KIT.sections)


def test_lines_to_copy_come_back(phone: Page, kit: Path) -> None:
    """Where nothing can be saved, the cells go as lines of a message."""
    phone.goto(kit.as_uri())
    phone.locator("#dich-1").fill("một\nhai")
    phone.get_by_role("button", name="Chép").click()
    box = phone.get_by_label("Bản để chép")
    assert box.is_visible()
    lines = box.input_value()
    filled = HtmlKit().read("tin.txt", lines.encode())
    assert filled.cells == {
        "title": "một hai",
        "bao-nhieu.1": KIT.units[1].target,
        "bao-nhieu.2": KIT.units[2].target,
    }
    assert (filled.translator, filled.orthography) == (KIT.translator, KIT.orthography)


def test_hints_tell_of_figures_and_codes(phone: Page, kit: Path) -> None:
    """A missing figure and a lost code are told while typing, in any script's digits."""
    phone.goto(kit.as_uri())
    hint = phone.locator("#nhac-2")
    phone.locator("#dich-2").fill("Chr’val")
    told = "chưa thấy, xem lại số: 500.000 đồng; thiếu mã {1}, {/1}"
    assert hint.inner_text() == told
    phone.locator("#dich-2").fill("៥០០.០០០ {1}x{/1}")
    assert hint.inner_text() == ""


def test_only_what_is_to_do(phone: Page, kit: Path) -> None:
    """The filter leaves empty cells and changed ones that nobody touched."""
    phone.goto(kit.as_uri())
    phone.get_by_label("Chỉ chỗ cần dịch").check()
    shown = phone.locator(".unit:visible").evaluate_all("all => all.map(e => e.id)")
    assert shown == ["o-1", "o-2", "o-4"]
    assert phone.locator("#tien-do").inner_text() == "1/4"


def test_what_is_kept_is_of_one_kit(phone: Page, kit: Path) -> None:
    """A later kit that was filled otherwise shows its own words, not what was typed before."""
    phone.goto(kit.as_uri())
    phone.locator("#dich-3").fill("gõ dở")
    units = tuple(replace(unit, target="bản mới") for unit in KIT.units)
    kit.write_bytes(HtmlKit().write(replace(KIT, units=units)))
    phone.reload()
    expect(phone.locator("#dich-3")).to_have_value("bản mới")


def test_one_kit_open_twice_loses_nothing(phone: Page, kit: Path) -> None:
    """What is typed in one window is neither lost to the other nor missing from its file."""
    other = phone.context.new_page()
    for page in (phone, other):
        page.goto(kit.as_uri())
    phone.locator("#dich-1").fill("Một")
    other.locator("#dich-4").fill("Bốn")
    phone.locator("[data-field=translator]").fill("Y Mẫu")
    other.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(other.locator("#dich-1")).to_have_value("Một")
    expect(other.locator("[data-field=translator]")).to_have_value("Y Mẫu")
    phone.reload()
    expect(phone.locator("#dich-1")).to_have_value("Một")
    expect(phone.locator("#dich-4")).to_have_value("Bốn")


def test_it_works_where_nothing_can_be_kept(phone: Page, kit: Path) -> None:
    """A browser that refuses storage, as some do for files, loses nothing but the keeping."""
    phone.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('không'); }})"
    )
    phone.goto(kit.as_uri())
    phone.locator("#dich-1").fill("một")
    assert "nhớ bấm lưu thành tệp" in phone.locator("#trang-thai").inner_text()
    assert phone.evaluate(_ASKS_BEFORE_LEAVING)
    with phone.expect_download():
        phone.get_by_role("button", name="Lưu bản dịch thành tệp").click()
    assert not phone.evaluate(_ASKS_BEFORE_LEAVING)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_suits_a_cheap_phone(phone: Page, kit: Path, scheme: Literal["light", "dark"]) -> None:
    """Nothing is wider than the screen, every control has 44 pixels, every text its contrast."""
    phone.emulate_media(color_scheme=scheme)
    phone.goto(kit.as_uri())
    phone.locator("#dich-4").fill("khôngdấucách" * 30)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert phone.evaluate(_SMALL) == []
    assert phone.evaluate(_FAINT) == []


def test_the_source_stands_above_its_cell(phone: Page, kit: Path) -> None:
    """On a narrow screen the eye goes down: source, cell."""
    phone.goto(kit.as_uri())
    source, cell = (phone.locator(f"#{id_}-1").bounding_box() for id_ in ("goc", "dich"))
    assert source
    assert cell
    assert source["y"] + source["height"] <= cell["y"]


def test_paper_has_room_for_a_pen(phone: Page, kit: Path) -> None:
    """In print an empty cell is ruled beside its source, and controls are gone."""
    phone.goto(kit.as_uri())
    phone.locator("#dich-4").fill("bốn")
    phone.set_viewport_size({"width": 700, "height": 1000})
    phone.emulate_media(media="print")
    empty, full = (phone.locator(f"#o-{n} .ruled") for n in (1, 4))
    assert (empty.is_visible(), full.is_visible()) == (True, False)
    assert phone.locator("#o-4 .printed").inner_text() == "bốn"
    assert not phone.locator("button:visible, textarea:visible").count()
    source, room = phone.locator("#goc-1").bounding_box(), empty.bounding_box()
    assert source
    assert room
    assert source["x"] + source["width"] <= room["x"]
