"""An announcer records on a phone: from choosing a script to the archive that is handed over."""

import hashlib
import io
import re
import wave
import zipfile
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.model import SpeechRequest
from tests.portal.browsing import chromium, served, with_the_shipped_theme
from tests.site_project import Project

pytestmark = pytest.mark.system

SECTION = "truyen-thong-chinh-sach"
PHONE = {"width": 360, "height": 740}
_FAINT = Path(__file__).with_name("faint_texts.js").read_text(encoding="utf-8")
_READER = 'Phát thanh viên thôn "Ví Dụ": số 1 # một'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview with a text of several sentences, approved, and one that waits."""
    project = Project(tmp_path_factory.mktemp("ghi") / "xã Ví Dụ")
    project.explainer("tro-cap", title="Trợ cấp hưu trí xã hội", approved=True)
    project.explainer("cho", title="Miễn học phí")
    project.write("mkdocs.yml", with_the_shipped_theme())
    assert project.build(STATION_PREVIEW="1").exit_code == 0
    return project.root / "preview"


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    """The site over HTTP on loopback, where browsers let pages record."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium that hears a voice without end through its microphone."""
    engine = EspeakEngine()
    voice = next(v for v in engine.voices() if v.name == "espeak:vi")
    words = "Mỗi người được nhận năm trăm nghìn đồng mỗi tháng."
    speech = engine.speak(voice, SpeechRequest(words, "vi", 160))
    engine.close()
    heard = tmp_path_factory.mktemp("micro") / "voice.wav"
    with wave.open(str(heard), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(speech.sample_rate_hz)
        file.writeframes(speech.pcm)
    with chromium(
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={heard}",
    ) as started:
        yield started


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has never been here."""
    fresh = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    yield fresh
    fresh.close()


@pytest.fixture
def phone(context: BrowserContext) -> Page:
    """Its first page; it says yes to whatever a dialog asks."""
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def _open(page: Page, origin: str, name: str = "tro-cap.vi") -> None:
    page.goto(f"{origin}/ghi-am/index.html#{name}")
    expect(page.locator("#rec-sentence")).to_be_visible()


def _record(page: Page, seconds: float = 2) -> None:
    page.locator("#rec-record").tap()
    expect(page.locator("#rec-record")).to_have_text("Dừng")
    page.wait_for_timeout(seconds * 1000)
    page.locator("#rec-record").tap()
    expect(page.locator("#rec-record")).to_have_text("Ghi lại")


def _lines(site: Path) -> list[str]:
    return (site / f"{SECTION}/tro-cap/tro-cap.vi.txt").read_text(encoding="utf-8").splitlines()


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def _hand_over(page: Page, folder: Path) -> Path:
    page.locator("#rec-read-by").fill(_READER)
    page.locator("#rec-consent").fill("Biên bản 03/2026")
    with page.expect_download() as download:
        page.locator("#rec-download").tap()
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    return saved


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
    _record(phone)
    phone.locator("#rec-listen").tap()
    phone.wait_for_function("document.getElementById('rec-audio').currentTime > 0.5")
    expect(phone.locator("#rec-listen")).to_have_text("Nghe lại")
    phone.locator("#rec-next").tap()
    expect(phone.locator("#rec-sentence")).to_have_text(lines[1])
    _record(phone)
    _record(phone, 3)
    expect(phone.locator("#rec-progress")).to_have_text(f"2/{len(lines)} câu đã ghi")
    phone.reload()
    expect(phone.locator("#rec-progress")).to_have_text(f"2/{len(lines)} câu đã ghi")
    expect(phone.locator("#rec-sentence")).to_have_text(lines[2])
    expect(phone.locator("#rec-left")).to_contain_text(f"Còn thiếu {len(lines) - 2} câu")
    saved = _hand_over(phone, tmp_path)
    assert saved.name == "ghi-am.tro-cap.vi.zip"
    folder = "audio/recordings/tro-cap/vi"
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        *names, side = archive.namelist()
        assert names == [f"{folder}/{n:02}-{_digest(lines[n - 1], 8)}.webm" for n in (1, 2)]
        assert side == f"{folder}.yml"
        declared = yaml.safe_load(archive.read(side))
        assert min(_loudest(archive.read(name)) for name in names) > 0.05
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())
    assert declared["sentences"] == [_digest(line, 8) for line in lines]
    assert declared["script"] == _digest("\n".join(lines), 32)
    assert declared["read_by"] == _READER
    assert declared["consent"] == "Biên bản 03/2026"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(declared["read_on"]))
    again = _hand_over(phone, tmp_path / "again")
    assert again.read_bytes() == saved.read_bytes()
