"""Engines by entry point."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from site_plugins.voice.errors import EngineMissingError
from site_plugins.voice.model import Source
from site_plugins.voice.registry import GROUP, Engines
from site_plugins.voice.voices_file import read_voices
from site_plugins.voice.watched import WatchedEngine
from tests.voice import fake_engine
from tests.voice.fake_engine import HUM, HummingEngine
from tests.voice.tiny_models import mms_folder

HUMMING = EntryPoint("hum", "tests.voice.fake_engine:HummingEngine", GROUP)


def test_the_built_in_engines_come_in_by_the_same_door() -> None:
    """They are declared where anybody's are."""
    assert {"espeak", "gtts", "neural"} <= set(Engines().names)


def test_an_engine_is_loaded_once_watched_and_closed_with_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its workers and connections end with the build."""
    loaded: list[HummingEngine] = []

    def load() -> HummingEngine:
        loaded.append(HummingEngine())
        return loaded[-1]

    monkeypatch.setattr(fake_engine, "HummingEngine", load)
    engines = Engines((HUMMING,))
    assert engines.voices("hum") == {"hum:vi": HUM}
    engine = engines.engine_for(HUM)
    assert engine is engines.engine_for(HUM)
    assert isinstance(engine, WatchedEngine)
    engines.close()
    [only] = loaded
    assert only.closed


def test_an_engine_that_nobody_names_is_not_imported() -> None:
    """The online engine's imports cost more than a warm build."""
    broken = EntryPoint("broken", "no.such.module:Engine", GROUP)
    engines = Engines((HUMMING, broken))
    assert engines.voices("hum")
    with pytest.raises(EngineMissingError, match='bộ đọc "broken" không khởi động được'):
        engines.voices("broken")


def test_an_unknown_engine_is_told() -> None:
    """By name."""
    with pytest.raises(EngineMissingError, match='không có bộ đọc "x"'):
        Engines((HUMMING,)).voices("x")


def test_a_source_that_cannot_be_used_takes_only_its_own_voice_away(tmp_path: Path) -> None:
    """One broken model must not silence the others; why it is broken is kept to be told."""
    mms_folder(tmp_path / "tốt")
    sources = [
        Source(name, frozenset({"vi"}), "", tmp_path / name) for name in ("hỏng", "tốt", "thiếu")
    ]
    (tmp_path / "hỏng").mkdir()
    engines = Engines()
    engines.keep("neural", sources)
    assert set(engines.voices("neural")) == {"neural:tốt"}
    assert "có 0 tệp .onnx" in engines.fault("neural:hỏng")
    assert "không có thư mục này" in engines.fault("neural:thiếu")
    assert engines.fault("neural:tốt") == ""
    rows = ", ".join(
        f"{s.name}: {{folder: {s.name}, languages: [vi], licence: x}}" for s in sources
    )
    text = f"vi: [neural:tốt, neural:hỏng]\nmodels: {{{rows}}}\n"
    _, problems = read_voices(text, ("vi",), engines, tmp_path)
    [problem] = problems
    assert (problem.line, problem.column) == (1, 18)
    assert "có 0 tệp .onnx" in problem.message
    engines.close()
