"""The embedded voice, spoken for real: the wheel needs nothing from the system."""

import os
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import espeakng_loader
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_plugins.spoken import read_aloud
from site_plugins.voice import espeak_data
from site_plugins.voice.errors import EngineFailedError, EngineMissingError
from site_plugins.voice.espeak import EspeakEngine, espeak_pitch, espeak_rate
from site_plugins.voice.model import Speech, SpeechRequest, Voice

DATA = Path(__file__).parents[1] / "data"
SENTENCE = "Bà con nộp đơn tại Ủy ban nhân dân xã, nơi mình cư trú."
OTHER = "Mức trợ cấp là năm trăm nghìn đồng một tháng."


@pytest.fixture(scope="module")
def shared() -> Iterator[EspeakEngine]:
    """One engine for many sentences."""
    engine = EspeakEngine()
    yield engine
    engine.close()


@pytest.fixture
def engine() -> Iterator[EspeakEngine]:
    """The real engine, its workers ended afterwards."""
    engine = EspeakEngine()
    yield engine
    engine.close()


def _say(
    engine: EspeakEngine,
    text: str = SENTENCE,
    voice: str = "espeak:vi",
    rate_wpm: int = 160,
    pitch: int = 100,
) -> Speech:
    voices: dict[str, Voice] = {known.name: known for known in engine.voices()}
    return engine.speak(voices[voice], SpeechRequest(text, "vi", rate_wpm, pitch))


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


def _held_out() -> list[str]:
    """Sentences that the pace was not measured on: a plan as it is read, and plain notices."""
    plan = (DATA / "ke-hoach-dan-tien.txt").read_text(encoding="utf-8")
    read = " ".join(str(read_aloud(plan)).split()).split(". ")
    return [*(text for text in read if 8 <= len(text.split()) <= 40), *NOTICES]


NOTICES = (
    "Bà con mang theo sổ tiêm chủng và giấy khai sinh của cháu.",
    "Nước lũ trên sông đang lên nhanh, đề nghị các hộ ở ven sông chuyển người và đồ đạc lên cao.",
    "Hồ sơ gồm đơn đề nghị, bản sao sổ hộ nghèo, và xác nhận của thôn.",
    "Xe thu gom rác đi qua các ngõ từ năm giờ ba mươi phút sáng; bà con để rác gọn ở đầu ngõ.",
    "Mọi thắc mắc xin gọi cho bộ phận một cửa, số không hai bốn, ba bảy ba bảy, một một.",
    "Cuộc họp thôn bắt đầu lúc mười chín giờ tối thứ bảy tại nhà văn hóa.",
)


@pytest.mark.parametrize("rate_wpm", [130, 180, 300])
@pytest.mark.parametrize("voice", ["espeak:vi", "espeak:vi-vn-x-central", "espeak:vi-vn-x-south"])
def test_the_pace_is_what_the_station_asked_for(
    engine: EspeakEngine, voice: str, rate_wpm: int
) -> None:
    """In what is aired, so without the silence around a sentence; on the whole within 5 %."""
    texts = _held_out()
    heard_s = sum(_heard_s(_say(engine, text, voice, rate_wpm)) for text in texts)
    syllables = sum(any(map(str.isalpha, word)) for text in texts for word in text.split())
    assert syllables > 400
    assert syllables / heard_s * 60 == pytest.approx(rate_wpm, rel=0.05)


def _heard_s(speech: Speech) -> float:
    samples = memoryview(speech.pcm).cast("h")
    loud = [n for n, sample in enumerate(samples) if abs(sample) > 150]
    return (loud[-1] - loud[0]) / speech.sample_rate_hz


def test_the_pace_stays_within_what_espeak_can_do() -> None:
    """Below 80 of its own units espeak-ng does not slow down."""
    assert espeak_rate("vi", 80) == 80
    assert espeak_rate("vi", 10_000) == 450


def test_what_was_said_before_changes_nothing(engine: EspeakEngine) -> None:
    """Within one library handle the same text gives other bytes the second time."""
    alone = _say(engine).pcm
    _say(engine, OTHER, "espeak:vi-vn-x-south", 300)
    assert _say(engine).pcm == alone


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


def test_a_closed_engine_speaks_no_more(engine: EspeakEngine) -> None:
    """Closing during Ctrl-C must not bring a new worker to life."""
    _say(engine)
    engine.close()
    with pytest.raises(EngineFailedError, match="đã đóng"):
        _say(engine)


def test_every_word_of_a_policy_sentence_has_its_time(engine: EspeakEngine) -> None:
    """From the beginning of the speech to before its end, one after another."""
    speech = _say(engine)
    assert [SENTENCE[w.start : w.end] for w in speech.words] == SENTENCE.split()
    times = [w.at_s for w in speech.words]
    assert times[0] == 0
    assert times == sorted(set(times))
    assert times[-1] < speech.duration_s


def test_words_of_one_letter_have_their_own_times(engine: EspeakEngine) -> None:
    """A place that is off by one letter would show here."""
    text = "Ở y tế, ô hỏi: ạ, ừ, ý u ơ."
    assert [text[w.start : w.end] for w in _say(engine, text).words] == text.split()


def test_words_are_heard_where_their_times_say(engine: EspeakEngine) -> None:
    """A clause after a comma begins where the speech begins again after the silence."""
    speech = _say(engine, "Bà con nộp đơn, nơi mình cư trú.")
    after = speech.words[4]
    samples = memoryview(speech.pcm).cast("h")
    at = round(after.at_s * speech.sample_rate_hz)
    assert max(map(abs, samples[at - 2_000 : at - 200])) < 150
    assert max(map(abs, samples[at : at + 4_000])) > 3_000


ODD_WORDS = st.text(alphabet="aăồđĐx’'-–«»().,;:!?…\u0306 \n", min_size=1, max_size=40)


@settings(max_examples=40)
@given(ODD_WORDS)
def test_words_are_all_of_the_text_or_none_whatever_it_holds(
    shared: EspeakEngine, text: str
) -> None:
    """Breves that stand alone, apostrophes, dashes, lines.

    espeak-ng 1.52 crashes on a few of them («;-a»): that is told, and the next one is spoken.
    """
    text = unicodedata.normalize("NFC", text)
    try:
        words = _say(shared, text).words
    except EngineFailedError:
        return
    said = [token for w in words for token in text[w.start : w.end].split()]
    assert said in ([], text.split())


def test_a_text_that_is_not_in_one_form_gets_no_times(engine: EspeakEngine) -> None:
    """Characters are counted in what was spoken, and that is another text."""
    decomposed = unicodedata.normalize("NFD", SENTENCE)
    assert _say(engine, decomposed).words == ()


@pytest.mark.parametrize(
    ("percent", "setting"), [(100, 50), (200, 100), (50, 0), (400, 100), (1, 0), (0, 0)]
)
def test_pitch_is_espeaks_own_logarithm(percent: int, setting: int) -> None:
    """An octave up, an octave down, and no further."""
    assert espeak_pitch(percent) == setting


def test_a_higher_pitch_is_higher_and_not_faster(engine: EspeakEngine) -> None:
    """The length hardly changes, the voice does."""
    usual, high = (_say(engine, "Ma ma ma ma ma.", pitch=pitch) for pitch in (100, 200))
    assert _pitch_hz(high) == pytest.approx(2 * _pitch_hz(usual), rel=0.2)
    assert high.duration_s == pytest.approx(usual.duration_s, rel=0.05)


def _pitch_hz(speech: Speech) -> float:
    """The fundamental of the loudest 100 ms, by autocorrelation between 50 and 400 Hz."""
    samples = memoryview(speech.pcm).cast("h").tolist()
    loudest = max(range(0, len(samples) - 2_205, 500), key=lambda n: max(samples[n : n + 2_205]))
    window = samples[loudest : loudest + 2_205]
    lags = range(speech.sample_rate_hz // 400, speech.sample_rate_hz // 50)
    best = max(lags, key=lambda lag: sum(a * b for a, b in zip(window, window[lag:], strict=False)))
    return speech.sample_rate_hz / best
