"""What an announcer is told when something is in the way."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.portal.recorder.announcing import (
    SCRIPT,
    hand_over,
    hears,
    open_script,
    record,
    serve_script,
)

pytestmark = pytest.mark.system


@pytest.mark.parametrize(
    ("gain", "while_recording", "afterwards"),
    [
        (0, "Máy chưa nghe thấy tiếng", "cần ghi lại"),
        (0.03, "Đang ghi", "Tiếng hơi nhỏ"),
        (0.3, "Đang ghi", "Đã ghi câu này"),
        (1, "Tiếng quá to", "Tiếng quá to"),
    ],
)
def test_the_level_is_watched(
    context: BrowserContext, origin: str, gain: float, while_recording: str, afterwards: str
) -> None:
    """Silence, faint and clipped sound are told while recording or afterwards, good sound is not.

    What is doubtful is named once more where the archive is downloaded.
    """
    hears(context, gain)
    page = context.new_page()
    serve_script(page, *SCRIPT)
    open_script(page, origin)
    page.locator("#rec-record").tap()
    page.wait_for_timeout(2500)
    expect(page.locator("#rec-state")).to_contain_text(while_recording)
    page.locator("#rec-record").tap()
    expect(page.locator("#rec-record")).to_have_text("Ghi lại")
    expect(page.locator("#rec-state")).to_contain_text(afterwards)
    named = "Nên nghe lại câu 1." in page.locator("#rec-left").inner_text()
    assert named == (afterwards != "Đã ghi câu này")


def test_a_recording_much_too_short_or_cut_is_told(context: BrowserContext, origin: str) -> None:
    """A slip of the finger, a sentence read for too long, and a call that takes the microphone."""
    hears(context, 0.3)
    page = context.new_page()
    serve_script(page, "Một câu dài mà không ai đọc xong trong nửa giây đồng hồ. " * 3, "A.")
    open_script(page, origin)
    record(page, 0.3)
    expect(page.locator("#rec-state")).to_contain_text("quá ngắn so với câu")
    page.locator("#rec-next").tap()
    record(page, 4.8)
    expect(page.locator("#rec-state")).to_contain_text("quá dài so với câu")
    page.locator("#rec-record").tap()
    expect(page.locator("#rec-record")).to_have_text("Dừng")
    page.wait_for_timeout(500)
    page.evaluate("window.heard.getTracks().forEach((track) => track.stop())")
    expect(page.locator("#rec-state")).to_contain_text("bị ngắt giữa chừng")
    record(page, 1)
    expect(page.locator("#rec-state")).to_contain_text("Đã ghi câu này")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("NotAllowedError", "mục Micro chọn “Cho phép”"),
        ("NotFoundError", "không có micro"),
        ("NotReadableError", "Micro đang bận"),
        ("AbortError", "Không mở được micro (AbortError)"),
    ],
)
def test_a_refused_microphone_tells_what_to_do(
    context: BrowserContext, origin: str, error: str, says: str
) -> None:
    """Each reason has its way out, and one may press again."""
    refusal = f"Promise.reject(new DOMException('', '{error}'))"
    context.add_init_script(f"navigator.mediaDevices.getUserMedia = () => {refusal};")
    page = context.new_page()
    open_script(page, origin)
    page.locator("#rec-record").tap()
    expect(page.locator("#rec-state")).to_contain_text(says)
    expect(page.locator("#rec-record")).to_be_enabled()
    expect(page.locator("#rec-record")).to_have_text("Ghi")


def test_where_no_page_may_record_it_says_so(phone: Page, origin: str, site: Path) -> None:
    """Over http from another machine and from a folder, the page tells where to open it."""
    phone.goto(origin.replace("127.0.0.1", "xa.example") + "/ghi-am/index.html#tro-cap.vi")
    expect(phone.locator("#rec-notice")).to_contain_text("https:// hoặc http://localhost")
    phone.goto(f"{site.as_uri()}/ghi-am/index.html")
    expect(phone.locator("#rec-notice")).to_contain_text("Mở tệp từ thư mục hay USB thì không")


def test_a_browser_without_a_recorder_says_so(context: BrowserContext, origin: str) -> None:
    """The script may be read there, but not recorded."""
    context.add_init_script("delete window.MediaRecorder;")
    page = context.new_page()
    open_script(page, origin)
    expect(page.locator("#rec-notice")).to_contain_text("Trình duyệt này không ghi âm được")
    expect(page.locator("#rec-record")).to_be_disabled()


def test_a_device_that_keeps_nothing_says_so(
    context: BrowserContext, origin: str, tmp_path: Path
) -> None:
    """Without a store one is warned, and what was recorded can still be handed over."""
    context.add_init_script("indexedDB.open = () => { throw new Error('private'); };")
    page = context.new_page()
    open_script(page, origin)
    expect(page.locator("#rec-notice")).to_contain_text("không giữ được bản ghi")
    record(page, 0.8)
    assert zipfile.is_zipfile(hand_over(page, tmp_path))


def test_an_unknown_text_and_an_unreachable_script_say_so(phone: Page, origin: str) -> None:
    """An old address and a lost network lead back to the list with a reason."""
    phone.goto(f"{origin}/ghi-am/index.html#da-rut.vi")
    expect(phone.locator("#rec-notice")).to_contain_text("Không có bài này để ghi âm")
    phone.route("**/tro-cap.vi.txt", lambda route: route.abort())
    phone.get_by_role("link", name="Trợ cấp hưu trí xã hội").tap()
    expect(phone.locator("#rec-notice")).to_contain_text("Không tải được lời đọc")
    expect(phone.locator("#rec-choice")).to_be_visible()
