"""What an announcer does on the recording page."""

import hashlib
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

READER = 'Phát thanh viên thôn "Ví Dụ": số 1 # một'
SCRIPT = ("Câu một thì như cũ.", "Câu hai sẽ được sửa.", "Câu ba thì như cũ.")


def open_script(page: Page, origin: str) -> None:
    """Open the recording page at the approved script."""
    page.goto(f"{origin}/ghi-am/index.html#tro-cap.vi")
    expect(page.locator("#rec-sentence")).to_be_visible()


def record(page: Page, seconds: float = 2) -> None:
    """Record the sentence in view for so long."""
    page.locator("#rec-record").tap()
    expect(page.locator("#rec-record")).to_have_text("Dừng")
    page.wait_for_timeout(seconds * 1000)
    page.locator("#rec-record").tap()
    expect(page.locator("#rec-record")).to_have_text("Ghi lại")


def hand_over(page: Page, folder: Path) -> Path:
    """Say who reads, take the archive, and put it into a folder."""
    page.locator("#rec-read-by").fill(READER)
    page.locator("#rec-consent").fill("Biên bản 03/2026")
    with page.expect_download() as download:
        page.locator("#rec-download").tap()
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    return saved


def serve_script(page: Page, *lines: str) -> None:
    """Let the text's script be these lines, as if the text had been edited and built again."""
    page.unroute("**/tro-cap.vi.txt")
    page.route("**/tro-cap.vi.txt", lambda route: route.fulfill(body="\n".join(lines) + "\n"))


def hears(context: BrowserContext, gain: float) -> None:
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


def digest(text: str, length: int) -> str:
    """The first hexadecimal digits of a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]
