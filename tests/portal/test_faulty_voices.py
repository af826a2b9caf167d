"""Voices and recordings that fail, in a whole site: named, left out, and the rest is aired."""

import threading
from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from site_plugins.voice import registry
from site_plugins.voice.model import Source, Speech, SpeechRequest, Voice
from site_plugins.voice.watched import WatchedEngine
from tests.site_project import Project
from tests.voice.fake_engine import HUM, HummingEngine, hum

# What is said in each text, and what the build tells of it.
FAULTS = {
    "Gây sập": "gặp lỗi SystemExit",
    "Cho số lạ": "trả về âm thanh hỏng cho câu",
    "Cho im lặng": "không đọc ra tiếng câu",
    "Nói mãi": "không hợp lý",
}


class FaultyEngine(HummingEngine):
    """Hums, but does what it must not at the names of the faults; a voice for each."""

    def voices(self, sources: Sequence[Source] = ()) -> Sequence[Voice]:
        """The one voice under this engine's name."""
        [voice] = super().voices(sources)
        return (Voice("faulty:vi", voice.languages, voice.sample_rate_hz, "1", "CC0-1.0"),)

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """One fault for each name."""
        text = request.text
        if text.startswith("Gây sập"):
            raise SystemExit(1)
        if text.startswith("Cho số lạ"):
            return Speech([float("nan")] * 20_000, HUM.sample_rate_hz)  # type: ignore[arg-type]
        if text.startswith("Cho im lặng"):
            return hum(1, loudness=0)
        if text.startswith("Nói mãi"):
            return Speech(hum(1).pcm * 60, HUM.sample_rate_hz)
        if text.startswith("Gây treo"):
            threading.Event().wait()
        return super().speak(voice, request)


@pytest.fixture
def faulty(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A station whose Vietnamese voice has faults."""
    door = EntryPoint("faulty", f"{__name__}:FaultyEngine", registry.GROUP)
    doors = (*entry_points(group=registry.GROUP), door)
    monkeypatch.setattr(registry, "entry_points", lambda group: doors)  # noqa: ARG005  its signature
    voices = project.root / "audio/voices.yml"
    text = voices.read_text(encoding="utf-8").replace("vi: [recording, espeak:vi]", "vi: [VOICE]")
    voices.write_text(text.replace("VOICE", "faulty:vi"), encoding="utf-8")
    return project


def _clips(project: Project) -> list[str]:
    return [Path(path).name for path in project.site_files() if path.endswith(".mp3")]


def test_an_engine_that_fails_in_any_way_costs_the_clips_it_fails_at(faulty: Project) -> None:
    """Ends the process, no sound, silence, far too much: each text is named with its fault."""
    for number, title in enumerate(FAULTS):
        faulty.explainer(f"bai-{number}", title=title, approved=True)
    faulty.explainer("tot", title="Bài tốt", approved=True)
    built = faulty.build()
    assert built.exit_code == 1
    for number, title in enumerate(FAULTS):
        line = f"content/truyen-thong-chinh-sach/bai-{number}/index.md: lỗi: "
        [told] = [row for row in built.output.splitlines() if row.strip().startswith(line)]
        assert FAULTS[title] in told
    assert _clips(faulty) == ["tot.vi.mp3"]


def test_an_engine_that_hangs_is_left_after_its_time(
    faulty: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build ends, says which voice hung, and publishes the page without its clip."""
    monkeypatch.setattr(registry, "WatchedEngine", lambda engine: WatchedEngine(engine, 1))
    faulty.explainer("bai", title="Gây treo", approved=True)
    built = faulty.build()
    assert built.exit_code == 1
    assert "bị treo: không trả lời trong 1 giây" in built.output
    assert _clips(faulty) == []
    assert "truyen-thong-chinh-sach/bai/index.html" in faulty.site_files()


@pytest.mark.parametrize(
    ("words", "told"), [(7_700, "thân bài quá dài"), (1_500, "dài quá 5000 chữ")]
)
def test_a_sentence_without_an_end_costs_its_text(faulty: Project, words: int, told: str) -> None:
    """100,000 characters without a full stop are no page, 20,000 no sentence for a machine."""
    path = faulty.explainer("bai", title="Bài dài")
    text = path.read_text(encoding="utf-8") + "và người dân " * words + "đến nhận.\n"
    path.write_text(text, encoding="utf-8")
    digest = next((e.digest for e in faulty.library().explainers), "0" * 32)
    stamp = f"approval: {{by: Chủ tịch, on: 2026-11-02, digest: {digest}}}\n"
    path.write_text(text.replace("---\n\n", f"{stamp}---\n\n", 1), encoding="utf-8")
    faulty.explainer("tot", title="Bài tốt", approved=True)
    built = faulty.build()
    assert built.exit_code == 1
    assert told in built.output
    assert _clips(faulty) == ["tot.vi.mp3"]
