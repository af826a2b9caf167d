"""What a listener gets: loud enough, never too loud, whole, and the same every time."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import av
import mutagen.mp3
import pytest
from av.audio.frame import AudioFrame

from site_plugins.sound import mastering
from site_plugins.sound.encoding import RATE_HZ, decoded, mp3
from site_plugins.sound.joining import joined
from site_plugins.sound.mastering import master
from site_plugins.sound.model import Codec, Cue, Level, Piece, Profile
from site_plugins.voice.errors import LoudnessError, SoundError
from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.model import Speech, SpeechRequest
from site_plugins.voice.pcm import filtered, pcm_of
from tests.sound.loudness import integrated_lufs
from tests.voice.fake_engine import hum

PROFILE = Profile(80, 15_000, 2.5, -16, -1.5, 64)
SENTENCES = (
    "Trợ cấp hưu trí xã hội.",
    "Mức trợ cấp là năm trăm nghìn đồng một tháng.",
    "Bà con nộp đơn tại Ủy ban nhân dân xã, nơi mình cư trú.",
    "Vâng.",
)


@pytest.fixture(scope="module")
def spoken() -> Iterator[tuple[Piece, ...]]:
    """Four sentences in the embedded voice."""
    engine = EspeakEngine()
    voice = engine.voices()[0]
    yield tuple(
        Piece(engine.speak(voice, SpeechRequest(text, "vi", 160)), text, 0.5) for text in SENTENCES
    )
    engine.close()


@dataclass(frozen=True)
class Made:
    """A finished file and what it was made of."""

    mp3: bytes
    level: Level
    cues: tuple[Cue, ...]
    duration_s: float


def _made(
    pieces: Iterable[Piece], profile: Profile, heed: Callable[[], None] = lambda: None
) -> Made:
    with joined(pieces) as track:
        mastered = master(track, profile, Codec.MP3, heed)
        return Made(mastered.data, mastered.level, track.cues, track.duration_s)


def _heard(made: Made) -> bytes:
    steps = [("aformat", "sample_fmts=s16")]
    return pcm_of(filtered(decoded(made.mp3), RATE_HZ, steps, "fltp"))


def _info(made: Made) -> Any:
    return mutagen.mp3.MP3(io.BytesIO(made.mp3)).info


def _true_peak_dbtp(made: Made) -> float:
    """By eightfold oversampling, twice what the meter under test does."""
    steps = [("aresample", str(8 * RATE_HZ)), ("astats", "measure_perchannel=none:metadata=1")]
    *_, last = filtered(decoded(made.mp3), RATE_HZ, steps, "fltp")
    return float(last.metadata["lavfi.astats.Overall.Peak_level"])


@pytest.mark.parametrize("target", [-23, -16, -13])
def test_the_decoded_file_is_as_loud_as_asked(spoken: tuple[Piece, ...], target: float) -> None:
    """By a meter that shares no code with the one that set it, within 0.3 LU."""
    made = _made(
        spoken, replace(PROFILE, loudness_lufs=target, true_peak_dbtp=-1.5, bitrate_kbps=64)
    )
    assert integrated_lufs(_heard(made), RATE_HZ) == pytest.approx(target, abs=0.3)
    assert made.level.loudness_lufs == pytest.approx(target, abs=0.3)
    assert _true_peak_dbtp(made) <= -1.5


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_a_clip_of_one_sentence_is_as_loud_as_asked(spoken: tuple[Piece, ...], number: int) -> None:
    """Under three seconds too, down to a single word."""
    made = _made(spoken[number : number + 1], PROFILE)
    assert integrated_lufs(_heard(made), RATE_HZ) == pytest.approx(-16, abs=0.3)
    assert _true_peak_dbtp(made) <= -1.5


@pytest.mark.parametrize("rate_hz", [16_000, 24_000, 44_100, 48_000])
def test_sound_of_any_rate_is_as_loud_as_asked(rate_hz: int) -> None:
    """Engines and recordings each have their own."""
    made = _made([Piece(hum(2, rate_hz), "Một.", 0.5)], PROFILE)
    assert integrated_lufs(_heard(made), RATE_HZ) == pytest.approx(-16, abs=0.3)
    assert _true_peak_dbtp(made) <= -1.5
    assert made.duration_s == pytest.approx(3.25, abs=0.05)


def test_a_quiet_reading_and_a_loud_one_come_out_alike() -> None:
    """Nobody turns the horn up for one item and down for the next."""
    levels = [
        _made([Piece(hum(2, loudness=loudness), "Một.", 0.5)], PROFILE).level
        for loudness in (0.03, 0.9)
    ]
    assert levels[0].loudness_lufs == pytest.approx(levels[1].loudness_lufs, abs=0.3)


@pytest.mark.parametrize("bitrate", [32, 48, 64, 96, 128, 192])
def test_every_bit_rate_that_a_station_may_set_works(
    spoken: tuple[Piece, ...], bitrate: int
) -> None:
    """The file is as dense as asked, mono, 44.1 kHz."""
    info = _info(
        _made(
            spoken[:1],
            replace(PROFILE, loudness_lufs=-16, true_peak_dbtp=-1.5, bitrate_kbps=bitrate),
        )
    )
    assert info.bitrate == pytest.approx(bitrate * 1000, abs=1)
    assert (info.sample_rate, info.channels) == (44_100, 1)
    assert info.bitrate_mode is mutagen.mp3.BitrateMode.CBR


def test_the_header_knows_how_long_it_lasts(spoken: tuple[Piece, ...]) -> None:
    """Within a frame or two of what was joined, and of what is decoded."""
    made = _made(spoken, PROFILE)
    assert _info(made).length == pytest.approx(made.duration_s, abs=0.06)
    assert len(_heard(made)) / 2 / RATE_HZ == pytest.approx(made.duration_s, abs=0.06)


def test_each_sentence_is_heard_where_its_cue_says(spoken: tuple[Piece, ...]) -> None:
    """Sound within the cues, silence between them."""
    made = _made(spoken, PROFILE)
    samples = memoryview(_heard(made)).cast("h")

    def peak(start_s: float, end_s: float) -> int:
        return max(abs(s) for s in samples[round(start_s * RATE_HZ) : round(end_s * RATE_HZ)])

    assert [cue.text for cue in made.cues] == list(SENTENCES)
    for cue in made.cues:
        assert peak(cue.start_s, cue.start_s + 0.12) > 300
        assert peak(cue.end_s - 0.15, cue.end_s) > 300
    for before, after in pairwise(made.cues):
        assert peak(before.end_s + 0.1, after.start_s - 0.05) < 100
        assert after.start_s - before.end_s == pytest.approx(0.5, abs=0.001)


def test_the_same_sentences_give_the_same_bytes(spoken: tuple[Piece, ...]) -> None:
    """Two builds are identical."""
    assert _made(spoken, PROFILE).mp3 == _made(spoken, PROFILE).mp3


def test_ordinary_speech_is_encoded_once(
    spoken: tuple[Piece, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Encoding is most of the work: the first guess has to be right."""
    encoded: list[int] = []

    def counted(frames: Iterator[AudioFrame], bitrate_kbps: int) -> bytes:
        encoded.append(bitrate_kbps)
        return mp3(frames, bitrate_kbps)

    monkeypatch.setattr(mastering, "mp3", counted)
    _made(spoken, PROFILE)
    assert encoded == [64]


@pytest.mark.parametrize("change", ["1.5dB", "-1.5dB"])
def test_what_encoding_takes_or_adds_is_made_good(
    spoken: tuple[Piece, ...], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """The decoded file is what is measured: another encoder may change the level by anything."""

    def another(frames: Iterator[AudioFrame], bitrate_kbps: int) -> bytes:
        return mp3(filtered(frames, RATE_HZ, [("volume", change)], "dbl"), bitrate_kbps)

    monkeypatch.setattr(mastering, "mp3", another)
    made = _made(spoken, PROFILE)
    assert integrated_lufs(_heard(made), RATE_HZ) == pytest.approx(-16, abs=0.3)
    assert _true_peak_dbtp(made) <= -1.5


def test_encoding_can_be_ended(spoken: tuple[Piece, ...]) -> None:
    """Ctrl-C does not wait for a long programme."""

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _made(spoken, PROFILE, stop)


def test_a_profile_that_excludes_itself_is_told(spoken: tuple[Piece, ...]) -> None:
    """The ceiling is kept and nothing is published; the setting to change is named."""
    with pytest.raises(LoudnessError, match=r"độ to -8 LUFS .* -9 dBTP; hãy hạ loudness_lufs"):
        _made(spoken[:1], replace(PROFILE, loudness_lufs=-8, true_peak_dbtp=-9, bitrate_kbps=64))


def test_what_ffmpeg_refuses_is_told(
    spoken: tuple[Piece, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs one clip."""

    def refuse(*_: object) -> bytes:
        raise av.FFmpegError(22, "Invalid argument")

    monkeypatch.setattr(mastering, "mp3", refuse)
    with pytest.raises(SoundError, match="không xử lý được âm thanh"):
        _made(spoken[:1], PROFILE)


def test_silence_cannot_be_made_loud() -> None:
    """No endless gain, no file."""
    with pytest.raises(LoudnessError):
        _made([Piece(Speech(bytes(64_000), 16_000), "Một.", 0.5)], PROFILE)
