"""An announcer records on a phone: from choosing a script to the archive that is handed over."""

import hashlib
import io
import re
import wave
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import av
import numpy as np
import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, expect

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
    project.write("audio/voices.yml", "")
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
        "--host-resolver-rules=MAP xa.example 127.0.0.1",
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


SCRIPT = ("Câu một thì như cũ.", "Câu hai sẽ được sửa.", "Câu ba thì như cũ.")


def _serve_script(page: Page, *lines: str) -> None:
    """Let the text's script be these lines, as if the text had been edited and built again."""
    page.unroute("**/tro-cap.vi.txt")
    page.route("**/tro-cap.vi.txt", lambda route: route.fulfill(body="\n".join(lines) + "\n"))


def test_after_an_edit_only_the_changed_sentence_is_missing(
    phone: Page, origin: str, tmp_path: Path
) -> None:
    """A new script keeps the recordings of its old sentences, wherever they stand by now."""
    _serve_script(phone, *SCRIPT)
    _open(phone, origin)
    for sentence in SCRIPT:
        expect(phone.locator("#rec-sentence")).to_have_text(sentence)
        _record(phone, 0.8)
        phone.locator("#rec-next").tap(force=True)
    expect(phone.locator("#rec-state")).to_contain_text("Đã đủ mọi câu")
    _serve_script(phone, "Câu mới.", SCRIPT[0], "Câu hai đã sửa.", SCRIPT[2])
    phone.reload()
    expect(phone.locator("#rec-progress")).to_have_text("2/4 câu đã ghi")
    expect(phone.locator("#rec-sentence")).to_have_text("Câu mới.")
    phone.locator("#rec-missing").tap()
    expect(phone.locator("#rec-sentence")).to_have_text("Câu hai đã sửa.")
    expect(phone.locator("#rec-left")).to_contain_text("Còn thiếu 2 câu (câu 1, 3)")
    with zipfile.ZipFile(_hand_over(phone, tmp_path)) as archive:
        names = [Path(name).stem for name in archive.namelist()]
    assert names == [f"02-{_digest(SCRIPT[0], 8)}", f"04-{_digest(SCRIPT[2], 8)}", "vi"]


def test_a_sentence_said_twice_is_recorded_once(phone: Page, origin: str, tmp_path: Path) -> None:
    """Equal sentences share a recording, and the archive has a file for each."""
    _serve_script(phone, SCRIPT[0], SCRIPT[1], SCRIPT[0])
    _open(phone, origin)
    _record(phone, 0.8)
    expect(phone.locator("#rec-progress")).to_have_text("2/3 câu đã ghi")
    with zipfile.ZipFile(_hand_over(phone, tmp_path)) as archive:
        first, second, _ = archive.namelist()
        assert archive.read(first) == archive.read(second)
    assert (Path(first).name[:2], Path(second).name[:2]) == ("01", "03")


def _hears(context: BrowserContext, gain: float) -> None:
    """Let the microphone hear a steady tone of that gain."""
    context.add_init_script(f"""
        navigator.mediaDevices.getUserMedia = async () => {{
          const context = new AudioContext();
          const [tone, gain] = [context.createOscillator(), context.createGain()];
          const heard = context.createMediaStreamDestination();
          gain.gain.value = {gain};
          tone.connect(gain).connect(heard);
          tone.start();
          return (window.heard = heard.stream);
        }};
    """)


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
    _hears(context, gain)
    page = context.new_page()
    _serve_script(page, *SCRIPT)
    _open(page, origin)
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
    _hears(context, 0.3)
    page = context.new_page()
    _serve_script(page, "Một câu dài mà không ai đọc xong trong nửa giây đồng hồ. " * 3, "A.")
    _open(page, origin)
    _record(page, 0.3)
    expect(page.locator("#rec-state")).to_contain_text("quá ngắn so với câu")
    page.locator("#rec-next").tap()
    _record(page, 4.8)
    expect(page.locator("#rec-state")).to_contain_text("quá dài so với câu")
    page.locator("#rec-record").tap()
    expect(page.locator("#rec-record")).to_have_text("Dừng")
    page.wait_for_timeout(500)
    page.evaluate("window.heard.getTracks().forEach((track) => track.stop())")
    expect(page.locator("#rec-state")).to_contain_text("bị ngắt giữa chừng")
    _record(page, 1)
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
    _open(page, origin)
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
    _open(page, origin)
    expect(page.locator("#rec-notice")).to_contain_text("Trình duyệt này không ghi âm được")
    expect(page.locator("#rec-record")).to_be_disabled()


def test_a_device_that_keeps_nothing_says_so(
    context: BrowserContext, origin: str, tmp_path: Path
) -> None:
    """Without a store one is warned, and what was recorded can still be handed over."""
    context.add_init_script("indexedDB.open = () => { throw new Error('private'); };")
    page = context.new_page()
    _open(page, origin)
    expect(page.locator("#rec-notice")).to_contain_text("không giữ được bản ghi")
    _record(page, 0.8)
    assert zipfile.is_zipfile(_hand_over(page, tmp_path))


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
    _open(page, origin)
    _record(page, 0.8)
    expect(page.locator("#rec-left")).to_contain_text("1 câu chưa tải về")
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    _hand_over(page, tmp_path)
    expect(page.locator("#rec-left")).not_to_contain_text("chưa tải về")
    page.close(run_before_unload=True)
    page.wait_for_event("close") if not page.is_closed() else None
    assert asked == ["beforeunload"]


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
    _open(phone, origin)
    _record(phone, 0.8)
    phone.locator("#rec-listen").tap()
    expect(phone.locator("#rec-listen")).to_have_text("Nghe lại")
    assert phone.locator("#rec-audio").evaluate("(audio) => audio.currentTime") > 0.2
    phone.locator("#rec-larger").tap()
    expect(phone.locator("#rec-sentence")).to_have_css("font-size", "32px")
    assert zipfile.is_zipfile(_hand_over(phone, tmp_path))


def test_the_screen_stays_on_while_one_reads(context: BrowserContext, origin: str) -> None:
    """The lock is taken with a script and let go with it."""
    context.add_init_script("""
        const lock = { release: () => { window.lit = false; } };
        navigator.wakeLock.request = async () => { window.lit = true; return lock; };
    """)
    page = context.new_page()
    _open(page, origin)
    page.wait_for_function("window.lit === true")
    page.evaluate("location.hash = ''")
    page.wait_for_function("window.lit === false")


def test_what_is_kept_can_be_deleted(phone: Page, origin: str) -> None:
    """After the button nothing is left, on the page or on the device."""
    _open(phone, origin)
    _record(phone, 0.8)
    phone.locator("summary", has_text="Xóa bản ghi").tap()
    phone.locator("#rec-forget").tap()
    expect(phone.locator("#rec-progress")).to_contain_text("0/")
    phone.reload()
    expect(phone.locator("#rec-progress")).to_contain_text("0/")


def test_leaving_in_the_middle_keeps_what_was_read(phone: Page, origin: str) -> None:
    """Going back to the list while recording ends the recording and keeps it."""
    _open(phone, origin)
    phone.locator("#rec-record").tap()
    expect(phone.locator("#rec-record")).to_have_text("Dừng")
    phone.wait_for_timeout(800)
    phone.go_back() if phone.evaluate("history.length") > 2 else phone.evaluate(
        "location.hash = ''"
    )
    expect(phone.locator("#rec-choice")).to_be_visible()
    phone.evaluate("location.hash = '#tro-cap.vi'")
    expect(phone.locator("#rec-progress")).to_contain_text("1/")


def test_the_keyboard_does_it_all(browser: Browser, origin: str) -> None:
    """Space records and stops, the arrows move, and a field keeps both for itself."""
    page = browser.new_page()
    _open(page, origin)
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
    _open(phone, origin)
    _record(phone, 0.8)
    _hand_over(phone, tmp_path)
    phone.locator("#rec-larger").tap()
    phone.reload()
    expect(phone.locator("#rec-read-by")).to_have_value(_READER)
    expect(phone.locator("#rec-consent")).to_have_value("Biên bản 03/2026")
    expect(phone.locator("#rec-sentence")).to_have_css("font-size", "32px")


def test_nothing_is_handed_over_without_a_reader_and_a_consent(phone: Page, origin: str) -> None:
    """Both are asked for, and blanks are no answer."""
    _open(phone, origin)
    expect(phone.locator("#rec-download")).to_be_disabled()
    _record(phone, 0.8)
    phone.locator("#rec-read-by").fill(_READER)
    phone.locator("#rec-consent").fill("   ")
    phone.locator("#rec-download").tap()
    assert phone.locator("#rec-consent:invalid").count() == 1
    expect(phone.locator("#rec-done")).to_be_empty()


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


def test_an_unknown_text_and_an_unreachable_script_say_so(phone: Page, origin: str) -> None:
    """An old address and a lost network lead back to the list with a reason."""
    phone.goto(f"{origin}/ghi-am/index.html#da-rut.vi")
    expect(phone.locator("#rec-notice")).to_contain_text("Không có bài này để ghi âm")
    phone.route("**/tro-cap.vi.txt", lambda route: route.abort())
    phone.get_by_role("link", name="Trợ cấp hưu trí xã hội").tap()
    expect(phone.locator("#rec-notice")).to_contain_text("Không tải được lời đọc")
    expect(phone.locator("#rec-choice")).to_be_visible()


def test_the_skip_link_leaves_the_recording_open(phone: Page, origin: str) -> None:
    """An anchor of the page is no other text."""
    _open(phone, origin)
    phone.evaluate("location.hash = '#noi-dung'")
    phone.wait_for_timeout(300)
    expect(phone.locator("#rec-sentence")).to_be_visible()


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
    _open(phone, origin)
    phone.locator("#rec-next").tap()
    _record(phone, 0.8)
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
