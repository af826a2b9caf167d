"""An announcer records: from choosing a script to the archive that is handed over."""

import io
import re
import zipfile
from pathlib import Path

import av
import numpy as np
import pytest
import yaml
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.portal.recorder.announcing import (
    READER,
    SCRIPT,
    digest,
    hand_over,
    open_script,
    record,
    serve_script,
)

pytestmark = pytest.mark.system

SECTION = "truyen-thong-chinh-sach"


def _lines(site: Path) -> list[str]:
    return (site / f"{SECTION}/tro-cap/tro-cap.vi.txt").read_text(encoding="utf-8").splitlines()


def _loudest(data: bytes) -> float:
    with av.open(io.BytesIO(data), "r") as container:
        peaks = [float(np.abs(f.to_ndarray()).max()) for f in container.decode(audio=0)]
    return max(peaks)


def test_from_the_list_to_the_archive(phone: Page, origin: str, site: Path, tmp_path: Path) -> None:
    """Two sentences are recorded, heard, one redone, kept over a reload, and handed over.

    The archive unpacks to where the station looks for recordings, its side file is YAML with the
    digests that Python computes, and every recording holds sound.
    """
    phone.goto(f"{origin}/ghi-am/index.html")
    phone.get_by_role("link", name="Trợ cấp hưu trí xã hội").tap()
    lines = _lines(site)
    expect(phone.locator("#rec-sentence")).to_have_text(lines[0])
    record(phone)
    phone.locator("#rec-listen").tap()
    phone.wait_for_function("document.getElementById('rec-audio').currentTime > 0.5")
    expect(phone.locator("#rec-listen")).to_have_text("Nghe lại")
    phone.locator("#rec-next").tap()
    expect(phone.locator("#rec-sentence")).to_have_text(lines[1])
    record(phone)
    record(phone, 3)
    expect(phone.locator("#rec-progress")).to_have_text(f"2/{len(lines)} câu đã ghi")
    phone.reload()
    expect(phone.locator("#rec-progress")).to_have_text(f"2/{len(lines)} câu đã ghi")
    expect(phone.locator("#rec-sentence")).to_have_text(lines[2])
    expect(phone.locator("#rec-left")).to_contain_text(f"Còn thiếu {len(lines) - 2} câu")
    saved = hand_over(phone, tmp_path)
    assert saved.name == "ghi-am.tro-cap.vi.zip"
    folder = "audio/recordings/tro-cap/vi"
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        *names, side = archive.namelist()
        assert names == [f"{folder}/{n:02}-{digest(lines[n - 1], 8)}.webm" for n in (1, 2)]
        assert side == f"{folder}.yml"
        declared = yaml.safe_load(archive.read(side))
        assert min(_loudest(archive.read(name)) for name in names) > 0.05
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())
    assert declared["sentences"] == [digest(line, 8) for line in lines]
    assert declared["script"] == digest("\n".join(lines), 32)
    assert declared["read_by"] == READER
    assert declared["consent"] == "Biên bản 03/2026"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(declared["read_on"]))
    again = hand_over(phone, tmp_path / "again")
    assert again.read_bytes() == saved.read_bytes()


def test_after_an_edit_only_the_changed_sentence_is_missing(
    phone: Page, origin: str, tmp_path: Path
) -> None:
    """A new script keeps the recordings of its old sentences, wherever they stand by now."""
    serve_script(phone, *SCRIPT)
    open_script(phone, origin)
    for sentence in SCRIPT:
        expect(phone.locator("#rec-sentence")).to_have_text(sentence)
        record(phone, 0.8)
        phone.locator("#rec-next").tap(force=True)
    expect(phone.locator("#rec-state")).to_contain_text("Đã đủ mọi câu")
    serve_script(phone, "Câu mới.", SCRIPT[0], "Câu hai đã sửa.", SCRIPT[2])
    phone.reload()
    expect(phone.locator("#rec-progress")).to_have_text("2/4 câu đã ghi")
    expect(phone.locator("#rec-sentence")).to_have_text("Câu mới.")
    phone.locator("#rec-missing").tap()
    expect(phone.locator("#rec-sentence")).to_have_text("Câu hai đã sửa.")
    expect(phone.locator("#rec-left")).to_contain_text("Còn thiếu 2 câu (câu 1, 3)")
    with zipfile.ZipFile(hand_over(phone, tmp_path)) as archive:
        names = [Path(name).stem for name in archive.namelist()]
    assert names == [f"02-{digest(SCRIPT[0], 8)}", f"04-{digest(SCRIPT[2], 8)}", "vi"]


def test_a_sentence_said_twice_is_recorded_once(phone: Page, origin: str, tmp_path: Path) -> None:
    """Equal sentences share a recording, and the archive has a file for each."""
    serve_script(phone, SCRIPT[0], SCRIPT[1], SCRIPT[0])
    open_script(phone, origin)
    record(phone, 0.8)
    expect(phone.locator("#rec-progress")).to_have_text("2/3 câu đã ghi")
    with zipfile.ZipFile(hand_over(phone, tmp_path)) as archive:
        first, second, _ = archive.namelist()
        assert archive.read(first) == archive.read(second)
    assert (Path(first).name[:2], Path(second).name[:2]) == ("01", "03")


def test_what_is_kept_can_be_deleted(phone: Page, origin: str) -> None:
    """After the button nothing is left, on the page or on the device."""
    open_script(phone, origin)
    record(phone, 0.8)
    phone.locator("summary", has_text="Xóa bản ghi").tap()
    phone.locator("#rec-forget").tap()
    expect(phone.locator("#rec-progress")).to_contain_text("0/")
    phone.reload()
    expect(phone.locator("#rec-progress")).to_contain_text("0/")


def test_leaving_in_the_middle_keeps_what_was_read(phone: Page, origin: str) -> None:
    """Going back to the list while recording ends the recording and keeps it."""
    open_script(phone, origin)
    phone.locator("#rec-record").tap()
    expect(phone.locator("#rec-record")).to_have_text("Dừng")
    phone.wait_for_timeout(800)
    phone.evaluate("location.hash = ''")
    expect(phone.locator("#rec-choice")).to_be_visible()
    phone.evaluate("location.hash = '#tro-cap.vi'")
    expect(phone.locator("#rec-progress")).to_contain_text("1/")


def test_leaving_warns_until_all_is_handed_over(
    context: BrowserContext, origin: str, tmp_path: Path
) -> None:
    """A new recording asks before the page is left; after the download nothing asks."""
    page = context.new_page()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    open_script(page, origin)
    record(page, 0.8)
    expect(page.locator("#rec-left")).to_contain_text("1 câu chưa tải về")
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    hand_over(page, tmp_path)
    expect(page.locator("#rec-left")).not_to_contain_text("chưa tải về")
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_nothing_is_handed_over_without_a_reader_and_a_consent(phone: Page, origin: str) -> None:
    """Both are asked for, and blanks are no answer."""
    open_script(phone, origin)
    expect(phone.locator("#rec-download")).to_be_disabled()
    record(phone, 0.8)
    phone.locator("#rec-read-by").fill(READER)
    phone.locator("#rec-consent").fill("   ")
    phone.locator("#rec-download").tap()
    assert phone.locator("#rec-consent:invalid").count() == 1
    expect(phone.locator("#rec-done")).to_be_empty()
