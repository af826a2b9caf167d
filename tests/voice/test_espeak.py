"""The embedded voice, spoken for real: the wheel needs nothing from the system."""

import os
import shutil
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import espeakng_loader
import pytest

from site_plugins.voice import espeak_data, espeak_worker
from site_plugins.voice.errors import EngineFailedError, EngineMissingError
from site_plugins.voice.espeak import EspeakEngine, espeak_rate
from site_plugins.voice.model import Speech, SpeechRequest, Voice

SENTENCE = "Bà con nộp đơn tại Ủy ban nhân dân xã, nơi mình cư trú."
OTHER = "Mức trợ cấp là năm trăm nghìn đồng một tháng."


@pytest.fixture
def engine() -> Iterator[EspeakEngine]:
    """The real engine, its workers ended afterwards."""
    engine = EspeakEngine()
    yield engine
    engine.close()


def _say(
    engine: EspeakEngine, text: str = SENTENCE, voice: str = "espeak:vi", rate_wpm: int = 160
) -> Speech:
    voices: dict[str, Voice] = {known.name: known for known in engine.voices()}
    return engine.speak(voices[voice], SpeechRequest(text, "vi", rate_wpm))


def _workers(engine: EspeakEngine) -> list[int]:
    return [worker._process.pid for worker in engine._all]  # noqa: SLF001  the test kills them


def test_the_voices_are_three_accents_made_for_vietnamese_alone(engine: EspeakEngine) -> None:
    """espeak-ng would read Hmong or Khmer as gibberish: no voice says that it can."""
    voices = engine.voices()
    assert [v.name for v in voices] == [
        "espeak:vi",
        "espeak:vi-vn-x-central",
        "espeak:vi-vn-x-south",
    ]
    assert {v.languages for v in voices} == {frozenset({"vi"})}
    assert not any(v.online for v in voices)


def test_every_accent_speaks_and_none_sounds_like_another(engine: EspeakEngine) -> None:
    """A name that espeak-ng did not take would silently give the voice before it."""
    clips = {_say(engine, voice=voice.name).pcm for voice in engine.voices()}
    assert len(clips) == 3


@pytest.mark.parametrize("rate_wpm", [130, 160, 180, 233])
def test_the_pace_is_what_the_station_asked_for(engine: EspeakEngine, rate_wpm: int) -> None:
    """espeak-ng's own setting of 160 would run at 250 syllables a minute."""
    text = " ".join([SENTENCE.rstrip("."), OTHER.rstrip(".")] * 3)
    speech = _say(engine, text, rate_wpm=rate_wpm)
    pace = len(text.split()) / speech.duration_s * 60
    assert pace == pytest.approx(rate_wpm, rel=0.1)


def test_the_pace_stays_within_what_espeak_can_do() -> None:
    """Below 80 of its own units espeak-ng does not slow down."""
    assert espeak_rate("vi", 80) == 80
    assert espeak_rate("vi", 10_000) == 450


def test_what_was_said_before_changes_nothing(engine: EspeakEngine) -> None:
    """Within one library handle the same text gives other bytes the second time."""
    alone = _say(engine).pcm
    _say(engine, OTHER, "espeak:vi-vn-x-south", 300)
    assert _say(engine).pcm == alone
    assert len(_workers(engine)) == 1


def test_a_second_engine_gives_the_same_bytes(engine: EspeakEngine) -> None:
    """Two cold builds are identical."""
    second = EspeakEngine()
    try:
        assert _say(second).pcm == _say(engine).pcm
    finally:
        second.close()


def test_letters_composed_or_not_sound_the_same(engine: EspeakEngine) -> None:
    """A file saved on macOS holds decomposed letters, which espeak-ng reads differently."""
    decomposed = unicodedata.normalize("NFD", SENTENCE)
    assert decomposed != SENTENCE
    assert _say(engine, decomposed).pcm == _say(engine).pcm


def test_loud_syllables_are_not_clipped(engine: EspeakEngine) -> None:
    """At its default volume espeak-ng runs into full scale."""
    samples = memoryview(_say(engine).pcm).cast("h")
    assert 8_000 < max(samples) < 30_000


def test_a_worker_that_is_killed_between_sentences_is_replaced(engine: EspeakEngine) -> None:
    """A kill -9 from outside costs nothing but a new process."""
    before = _say(engine).pcm
    [worker] = engine._all  # noqa: SLF001  the test kills it
    worker._process.kill()  # noqa: SLF001
    worker._process.wait()  # noqa: SLF001
    assert _say(engine).pcm == before
    assert len(_workers(engine)) == 1


def test_a_worker_that_is_killed_in_the_middle_is_replaced(
    engine: EspeakEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence is asked again, once."""
    expected = _say(engine).pcm
    dies_once = _worker_script(
        tmp_path,
        f"import os, sys, runpy\n"
        f"flag = {str(tmp_path / 'died')!r}\n"
        f"if not os.path.exists(flag):\n"
        f"    sys.stdin.buffer.read(8)\n"
        f"    open(flag, 'w').close()\n"
        f"    os._exit(9)\n"
        f"runpy.run_path({espeak_worker.__file__!r}, run_name='__main__')\n",
    )
    monkeypatch.setattr(espeak_worker, "__file__", dies_once)
    fresh = EspeakEngine()
    try:
        assert _say(fresh).pcm == expected
    finally:
        fresh.close()
    assert (tmp_path / "died").exists()


def test_a_text_that_crashes_the_library_is_told_and_not_tried_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two workers die of it; then the sentence is named."""
    tries = tmp_path / "tries"
    crashes = _worker_script(
        tmp_path,
        f"import os, sys\nsys.stdin.buffer.read(8)\nopen({str(tries)!r}, 'a').write('x')\n"
        f"sys.stdout.buffer.write(b'half')\nsys.stdout.flush()\nos._exit(11)\n",
    )
    monkeypatch.setattr(espeak_worker, "__file__", crashes)
    engine = EspeakEngine()
    with pytest.raises(EngineFailedError, match='bị sập khi đọc câu "Bà con nộp đơn'):
        _say(engine)
    engine.close()
    assert tries.read_text() == "xx"


def test_a_worker_that_hangs_is_killed_after_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hang costs one clip; the next sentence gets a new worker."""
    hangs = _worker_script(tmp_path, "import time\ntime.sleep(600)\n")
    real = espeak_worker.__file__
    monkeypatch.setattr(espeak_worker, "__file__", hangs)
    engine = EspeakEngine(time_limit_s=0.3)
    with pytest.raises(EngineFailedError, match=r"không xong câu .* trong 0.3 giây"):
        _say(engine)
    assert _workers(engine) == []
    monkeypatch.setattr(espeak_worker, "__file__", real)
    engine._time_limit_s = 30  # noqa: SLF001  a loaded machine must not fail the test
    assert _say(engine).pcm
    engine.close()


def test_data_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """espeak-ng only says that it failed; a second of silence must not be the outcome."""
    engine = EspeakEngine(data_path=tmp_path)
    with pytest.raises(EngineFailedError, match="dữ liệu giọng đọc espeak"):
        _say(engine)
    engine.close()


def test_without_the_library_there_are_no_voices(tmp_path: Path) -> None:
    """A machine that the wheel does not support gets a message from the voices file."""
    assert EspeakEngine(library_path=tmp_path / "none.so").voices() == ()


@pytest.mark.parametrize("name", ["x" * 170, "Máy của bà Nguyễn Thị Sáu " + "rất dài " * 20])
def test_a_data_path_longer_than_the_library_can_hold_is_linked(tmp_path: Path, name: str) -> None:
    """160 bytes, Vietnamese letters and spaces: the sound is the same."""
    deep = tmp_path / name[:80] / name[80:].strip() / "dữ liệu"
    deep.parent.mkdir(parents=True)
    shutil.copytree(espeakng_loader.get_data_path(), deep)
    assert len(os.fsencode(deep)) > 160
    engine, usual = EspeakEngine(data_path=deep), EspeakEngine()
    try:
        assert _say(engine).pcm == _say(usual).pcm
        short = engine._short  # noqa: SLF001  to see that it goes away
        assert short is not None
        assert short.path != deep
    finally:
        engine.close()
        usual.close()
    assert not short.path.exists()


def test_where_links_are_forbidden_the_data_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows for anybody who is not a developer."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "symlink_to", refuse)
    data = tmp_path / ("x" * 130)
    data.mkdir()
    (data / "phontab").write_bytes(b"data")
    short = espeak_data.ShortDataPath(data)
    assert (short.path / "phontab").read_bytes() == b"data"
    assert not short.path.is_symlink()
    short.close()


def test_without_any_short_folder_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Better no clip than the wrong data: a cut path may name another folder."""
    monkeypatch.setattr(espeak_data, "_short_roots", lambda: [str(tmp_path / "missing")])
    with pytest.raises(EngineMissingError, match="đường dẫn ngắn"):
        espeak_data.ShortDataPath(tmp_path / ("x" * 130))


def test_threads_each_get_a_worker_and_the_same_bytes(engine: EspeakEngine) -> None:
    """Threads that share one handle crash; here they share only the engine."""
    heard: list[bytes] = []
    threads = [threading.Thread(target=lambda: heard.append(_say(engine).pcm)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(heard) == 4
    assert len(set(heard)) == 1


def test_a_closed_engine_speaks_no_more(engine: EspeakEngine) -> None:
    """Closing during Ctrl-C must not bring a new worker to life."""
    _say(engine)
    engine.close()
    with pytest.raises(EngineFailedError, match="đã đóng"):
        _say(engine)
    assert _workers(engine) == []


def _worker_script(folder: Path, code: str) -> str:
    script = folder / "worker.py"
    script.write_text(code, encoding="utf-8")
    return str(script)
