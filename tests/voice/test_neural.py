"""Neural voices, spoken for real by sherpa-onnx with models that hum."""

import importlib.util
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import espeakng_loader
import pytest

from site_plugins.voice import neural
from site_plugins.voice.cache import Store
from site_plugins.voice.clips import clip
from site_plugins.voice.errors import (
    EngineFailedError,
    EngineMissingError,
    ImplausibleSpeechError,
    UnspeakableTextError,
)
from site_plugins.voice.model import Adjustment, Source, Speech, SpeechRequest, Voice
from site_plugins.voice.neural import NeuralEngine
from tests.voice.tiny_models import RATE_HZ, Fault, mms_folder, piper_folder, vits_folder

# Of Latin-1 letters alone: sherpa-onnx finds no others in a lexicon.
SENTENCE = "Bà con và các cô chú hãy ghi tên cho con em, không thu phí."
WORDS = [word.strip(",.").lower() for word in SENTENCE.split()]


@pytest.fixture
def engine() -> Iterator[NeuralEngine]:
    """The real engine, its processes ended afterwards."""
    engine = NeuralEngine()
    yield engine
    engine.close()


def _source(folder: Path) -> Source:
    return Source("thử", frozenset({"vi"}), "CC-BY-NC-4.0", folder)


def _say(engine: NeuralEngine, folder: Path, text: str = SENTENCE, rate_wpm: int = 160) -> Speech:
    [voice] = engine.voices((_source(folder),))
    return engine.speak(voice, SpeechRequest(text, "vi", rate_wpm))


@pytest.fixture(params=["mms", "vits", "piper"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A model of each kind, in a folder with Vietnamese letters and a space."""
    place = tmp_path / "giọng của xã"
    if request.param == "vits":
        return vits_folder(place, WORDS)
    return mms_folder(place) if request.param == "mms" else piper_folder(place)


def test_a_voice_says_what_the_station_keeps(engine: NeuralEngine, folder: Path) -> None:
    """Its languages and licence are the station's, its rate the model's."""
    [voice] = engine.voices((_source(folder),))
    assert voice.name == "neural:thử"
    assert voice.languages == frozenset({"vi"})
    assert voice.licence == "CC-BY-NC-4.0"
    assert voice.sample_rate_hz == RATE_HZ
    assert voice.adjusts == {Adjustment.RATE}
    assert not voice.online
    assert voice.reader == ""
    assert "sherpa-onnx" in voice.version


def test_each_kind_of_model_speaks(engine: NeuralEngine, folder: Path) -> None:
    """And what it says passes the guards of a clip."""
    [voice] = engine.voices((_source(folder),))
    speech = clip(engine, voice, SpeechRequest(SENTENCE, "vi", 160), Store(folder / "kho"))
    assert speech.sample_rate_hz == RATE_HZ
    assert max(memoryview(speech.pcm).cast("h")) == pytest.approx(0.3 * 32_767, abs=2)


def test_the_same_text_gives_the_same_bytes(engine: NeuralEngine, folder: Path) -> None:
    """VITS adds noise of its own, which is turned off; nor does it matter what was said before."""
    alone = _say(engine, folder).pcm
    _say(engine, folder, "Bà con ghi tên.", 200)
    assert _say(engine, folder).pcm == alone
    second = NeuralEngine()
    try:
        assert _say(second, folder).pcm == alone
    finally:
        second.close()


@pytest.mark.parametrize("rate_wpm", [130, 160, 200])
def test_the_pace_is_what_the_station_asked_for(
    engine: NeuralEngine, folder: Path, rate_wpm: int
) -> None:
    """Whatever the model's own pace is."""
    for text in (SENTENCE, "Bà con hãy ghi tên cho con em."):
        duration_s = _say(engine, folder, text, rate_wpm).duration_s
        assert len(text.split()) / duration_s * 60 == pytest.approx(rate_wpm, rel=0.05)


def test_a_model_is_not_pushed_until_it_falls_apart(engine: NeuralEngine, tmp_path: Path) -> None:
    """Twice as fast or half as fast as its own pace, and no further."""
    folder = mms_folder(tmp_path / "m")
    fastest, slowest = _say(engine, folder, rate_wpm=2_000), _say(engine, folder, rate_wpm=5)
    assert slowest.duration_s == pytest.approx(4 * fastest.duration_s, rel=0.01)


def test_letters_composed_or_not_sound_the_same(engine: NeuralEngine, folder: Path) -> None:
    """And so do capital letters, Vietnamese ones too, for a model of letters or words."""
    usual = _say(engine, folder).pcm
    assert _say(engine, folder, unicodedata.normalize("NFD", SENTENCE)).pcm == usual


def test_capital_letters_are_read(engine: NeuralEngine, tmp_path: Path) -> None:
    """sherpa-onnx would leave out Đ and Ủ."""
    folder = mms_folder(tmp_path / "m")
    usual = _say(engine, folder, "đơn của ủy ban").pcm
    assert _say(engine, folder, "ĐƠN CỦA ỦY BAN").pcm == usual


def test_a_letter_that_the_model_does_not_know_is_told(
    engine: NeuralEngine, tmp_path: Path
) -> None:
    """sherpa-onnx would pass over it in silence."""
    folder = mms_folder(tmp_path / "m", letters=" abcdeghiklmnopqrstuvxyà,.")
    with pytest.raises(UnspeakableTextError, match='không biết đọc "ộ" trong câu "Bà con nộp'):
        _say(engine, folder, "Bà con nộp phí.")


def test_the_number_of_a_token_is_no_letter(engine: NeuralEngine, tmp_path: Path) -> None:
    """The blank's line in tokens.txt seems to begin with one."""
    with pytest.raises(UnspeakableTextError, match='không biết đọc "0"'):
        _say(engine, mms_folder(tmp_path / "m"), "số 0")


def test_a_word_that_the_lexicon_does_not_know_is_told(
    engine: NeuralEngine, tmp_path: Path
) -> None:
    """The same for models of words."""
    folder = vits_folder(tmp_path / "m", WORDS)
    with pytest.raises(UnspeakableTextError, match='không biết đọc "vắng"'):
        _say(engine, folder, "Bà con vắng nhà.")


def test_a_phoneme_that_the_model_does_not_know_is_told(
    engine: NeuralEngine, tmp_path: Path
) -> None:
    """A model of another language behind a Vietnamese name."""
    folder = piper_folder(tmp_path / "m", phonemes="_^$ ,.abcdeghiklmnopqrstuvxy")
    with pytest.raises(UnspeakableTextError, match="không biết đọc"):
        _say(engine, folder)


def test_either_apostrophe_is_read(engine: NeuralEngine, tmp_path: Path) -> None:
    """They are letters, and a model knows one of them."""
    folder = mms_folder(tmp_path / "m")
    assert _say(engine, folder, "chr’val").pcm == _say(engine, folder, "chr'val").pcm


def test_a_word_that_sherpa_cuts_is_told(engine: NeuralEngine, tmp_path: Path) -> None:
    """It stands in the lexicon, but would be looked up letter by letter and left out."""
    folder = vits_folder(tmp_path / "m", ["nộp", "phí"])
    with pytest.raises(UnspeakableTextError, match='không biết đọc "nộp"'):
        _say(engine, folder, "Nộp phí.")


def test_piper_reads_phonemes_also_beside_a_lexicon(engine: NeuralEngine, tmp_path: Path) -> None:
    """Packages for sherpa-onnx 2 bring one, and sherpa-onnx finds few Vietnamese words in it."""
    folder = piper_folder(tmp_path / "m")
    usual = _say(engine, folder).pcm
    (folder / "lexicon.txt").write_text("bà b a\n", encoding="utf-8")
    assert _say(engine, folder).pcm == usual


def test_piper_reads_by_its_own_data_wherever_they_lie(
    engine: NeuralEngine, tmp_path: Path
) -> None:
    """espeak-ng itself would stop at 160 bytes; other data may give other phonemes."""
    usual = piper_folder(tmp_path / "m")
    own = piper_folder(tmp_path / "rất dài" / ("x" * 170))
    shutil.copytree(espeakng_loader.get_data_path(), own / "espeak-ng-data")
    assert _say(engine, own).pcm == _say(engine, usual).pcm


@pytest.mark.parametrize("fault", [Fault.NAN, Fault.INFINITE])
def test_numbers_that_are_no_sound_are_told(
    engine: NeuralEngine, tmp_path: Path, fault: Fault
) -> None:
    """A model that overflows, or a damaged one."""
    with pytest.raises(EngineFailedError, match="giọng máy trả về âm thanh hỏng"):
        _say(engine, mms_folder(tmp_path / "m", fault))


def test_what_is_too_loud_is_clipped_and_does_not_wrap(
    engine: NeuralEngine, tmp_path: Path
) -> None:
    """A sample over full scale must not become its opposite."""
    samples = memoryview(_say(engine, mms_folder(tmp_path / "m", Fault.LOUD)).pcm).cast("h")
    assert (min(samples), max(samples)) == (-32_767, 32_767)
    assert samples[1] > 0


def test_a_silent_model_is_refused(engine: NeuralEngine, tmp_path: Path) -> None:
    """By the guard of every clip."""
    [voice] = engine.voices((_source(mms_folder(tmp_path / "m", Fault.SILENT)),))
    with pytest.raises(ImplausibleSpeechError, match="không đọc ra tiếng"):
        clip(engine, voice, SpeechRequest(SENTENCE, "vi", 160), Store(tmp_path / "kho"))


def test_a_model_that_never_ends_is_stopped(tmp_path: Path) -> None:
    """It costs one clip and its process."""
    engine = NeuralEngine(time_limit_s=2)
    with pytest.raises(EngineFailedError, match=r"neural:thử không xong câu .* trong 2 giây"):
        _say(engine, mms_folder(tmp_path / "m", Fault.ENDLESS))
    engine.close()


def test_a_model_that_does_not_load_is_told(engine: NeuralEngine, tmp_path: Path) -> None:
    """It says of itself what a usable one says, but asks for what onnxruntime does not have."""
    folder = mms_folder(tmp_path / "m")
    model = folder / "model.onnx"
    model.write_bytes(model.read_bytes().replace(b"Squeeze", b"Squeaks"))
    with pytest.raises(EngineFailedError, match=r'giọng "neural:thử" không chạy được .*Squeaks'):
        _say(engine, folder)


def test_without_the_library_it_is_told_which_extra_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A station without neural voices hears nothing of it."""
    monkeypatch.setattr(neural, "find_spec", lambda _: None)
    assert NeuralEngine().voices(()) == ()
    with pytest.raises(EngineMissingError, match=r"pip install -e \"\.\[neural\]\""):
        NeuralEngine().voices((_source(mms_folder(tmp_path / "m")),))


def test_the_engine_is_listed_without_loading_the_library() -> None:
    """Most stations do without it, and its import costs more than a warm build."""
    assert importlib.util.find_spec("sherpa_onnx")
    assert not hasattr(neural, "sherpa_onnx")


def test_a_closed_engine_speaks_no_more(engine: NeuralEngine, tmp_path: Path) -> None:
    """As every engine."""
    folder = mms_folder(tmp_path / "m")
    _say(engine, folder)
    engine.close()
    with pytest.raises(EngineFailedError, match="đã đóng"):
        _say(engine, folder)


def test_a_voice_without_a_folder_is_told(engine: NeuralEngine, tmp_path: Path) -> None:
    """Made by hand, not by this engine."""
    [voice] = engine.voices((_source(mms_folder(tmp_path / "m")),))
    other: Voice = replace(voice, source=None)
    with pytest.raises(EngineMissingError, match="không có thư mục mô hình"):
        engine.speak(other, SpeechRequest(SENTENCE, "vi", 160))
