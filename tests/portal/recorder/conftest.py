"""A phone at the recording page, with a voice at its microphone."""

import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.model import SpeechRequest
from tests.portal.browsing import chromium, served, with_the_shipped_theme
from tests.site_project import Project

PHONE = {"width": 360, "height": 740}


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
