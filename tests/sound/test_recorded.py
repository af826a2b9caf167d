"""Recordings from phones, in rooms that are never quiet."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from math import log10
from random import Random

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.sound import recorded
from site_plugins.sound.levelling import WORKING_LUFS
from site_plugins.sound.recorded import cleaned, recording_version
from site_plugins.voice.errors import SoundError
from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.model import Speech
from tests.sound.loudness import integrated_lufs
from tests.sound.people import Reading, hiss, in_a_room, read, through
from tests.voice.fake_engine import hum

SENTENCES = (
    "Đây là Đài Truyền thanh xã Ví Dụ.",
    "Mức trợ cấp là năm trăm nghìn đồng một tháng.",
    "Bà con nộp đơn tại Ủy ban nhân dân xã, nơi mình cư trú.",
    "Người từ đủ bảy mươi lăm tuổi trở lên được hưởng trợ cấp hằng tháng.",
)
MAINS_HUM = "0.008*sin(2*PI*100*t)+0.005*sin(2*PI*150*t)"
WIND = "0.1*sin(2*PI*20*t)*sin(2*PI*0.3*t)"
CLICKS = "0.6*lt(mod(t,2.3),0.001)"


@pytest.fixture(scope="module")
def engine() -> Iterator[EspeakEngine]:
    """The embedded voice, in place of a person."""
    engine = EspeakEngine()
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def reading(engine: EspeakEngine) -> Reading:
    """Four sentences, evenly loud."""
    return read(engine, SENTENCES, Random(1))  # noqa: S311 - the same every time


@pytest.fixture(scope="module")
def uneven(engine: EspeakEngine) -> Reading:
    """The same, every other sentence 12 dB down."""
    return read(engine, SENTENCES, Random(1), gains=(1, 0.25))  # noqa: S311 - the same


def _samples(speech: Speech, start_s: float, end_s: float) -> array[int]:
    start, end = (2 * round(at_s * speech.sample_rate_hz) for at_s in (max(0, start_s), end_s))
    return array("h", speech.pcm[start:end])


def _db(samples: array[int]) -> float:
    return 10 * log10(max(1, sum(s * s for s in samples) / len(samples)) / 32768**2)


def _start_s(heard: Speech, reading: Reading, number: int, near_s: float = 0.1) -> float:
    """Where a sentence is heard: where it is most like the one that was read, by its samples."""
    clean, heard = (through(speech, rate_hz=8000) for speech in (reading.speech, heard))
    true_s = reading.places_s[number][0]
    pattern = _samples(clean, true_s, true_s + 0.3)
    around = _samples(heard, near_s - 0.1, near_s + 0.4)

    def likeness(at: int) -> int:
        return sum(a * b for a, b in zip(pattern, around[at:], strict=False))

    best = max(range(0, len(around) - len(pattern), 4), key=likeness)
    return near_s - 0.1 + best / 8000


def _shift_s(heard: Speech, reading: Reading) -> float:
    """How much was cut off before the first sentence."""
    return reading.places_s[0][0] - _start_s(heard, reading, 0)


def _pause_db(speech: Speech, reading: Reading, shift_s: float = 0) -> float:
    """The noise in the middle of the pauses, on average."""
    ends = zip(reading.places_s, reading.places_s[1:], strict=False)
    pauses = [((end + start) / 2 - shift_s) for (_, end), (start, _) in ends]
    return sum(_db(_samples(speech, at - 0.1, at + 0.1)) for at in pauses) / len(pauses)


def _sentence_lufs(speech: Speech, reading: Reading, shift_s: float = 0) -> list[float]:
    return [
        integrated_lufs(_samples(speech, start - shift_s, end - shift_s).tobytes(), 22_050)
        for start, end in reading.places_s
    ]


def _bands_db(samples: array[int], rate_hz: int) -> list[float]:
    """The power in each octave from 125 to 4000 Hz."""
    speech = Speech(samples.tobytes(), rate_hz)
    bands = (("bandpass", f"f={centre}:width_type=o:w=1") for centre in (125, 250, 500, 1000, 2000))
    return [_db(array("h", through(speech, band, band).pcm)) for band in bands]


@pytest.mark.parametrize(
    "noise", [hiss(-50), hiss(-42), f"{hiss(-60)}+{MAINS_HUM}"], ids=["hiss", "fan", "hum"]
)
def test_noise_is_turned_down_and_speech_is_not(reading: Reading, noise: str) -> None:
    """By 8 dB against the speech, whose octaves stay within 1.5 dB of each other's change."""
    noisy = in_a_room(reading.speech, noise)
    heard = cleaned(noisy)
    shift_s = _shift_s(heard, reading)
    start_s, end_s = reading.places_s[2]
    said = _samples(heard, start_s - shift_s, end_s - shift_s)
    gain_db = _db(said) - _db(_samples(noisy, start_s, end_s))
    assert _pause_db(heard, reading, shift_s) - _pause_db(noisy, reading) < gain_db - 8
    clean = _samples(reading.speech, start_s, end_s)
    changes = [
        after - before - gain_db
        for before, after in zip(_bands_db(clean, 22_050), _bands_db(said, 22_050), strict=True)
    ]
    assert changes[1:] == pytest.approx([0] * 4, abs=1.5)


def test_sentences_come_out_alike(uneven: Reading) -> None:
    """12 LU apart when they were recorded, within 2.5 LU after, and noise not raised between."""
    noisy = in_a_room(uneven.speech, hiss(-60))
    heard = cleaned(noisy)
    shift_s = _shift_s(heard, uneven)
    before, after = (
        _sentence_lufs(noisy, uneven),
        _sentence_lufs(heard, uneven, shift_s),
    )
    assert max(before) - min(before) > 11
    assert max(after) - min(after) < 2.5
    assert _pause_db(heard, uneven, shift_s) < _pause_db(noisy, uneven)


@pytest.mark.parametrize("rate_hz", [8000, 16_000, 22_050, 44_100, 48_000])
def test_no_word_moves(reading: Reading, rate_hz: int) -> None:
    """Each sentence is heard as long after the first as it was read, at every rate of a phone."""
    heard = cleaned(in_a_room(through(reading.speech, rate_hz=rate_hz), hiss(-50)))
    assert heard.sample_rate_hz == rate_hz
    shift_s = _shift_s(heard, reading)
    for number, (start_s, _) in enumerate(reading.places_s):
        found_s = _start_s(heard, reading, number, start_s - shift_s)
        assert found_s == pytest.approx(start_s - shift_s, abs=0.005)


@pytest.mark.parametrize("gain", [0.02, 0.3, 1])
@pytest.mark.parametrize("added", ["0", hiss(-50), f"{WIND}+{CLICKS}"])
def test_it_comes_out_at_the_working_loudness(reading: Reading, gain: float, added: str) -> None:
    """From far away or close by, with wind and handling; by a meter of our own."""
    far = through(in_a_room(reading.speech, added), ("volume", str(gain)))
    heard = cleaned(far)
    assert integrated_lufs(heard.pcm, heard.sample_rate_hz) == pytest.approx(WORKING_LUFS, abs=0.5)


@pytest.mark.parametrize("added", ["0", hiss(-50), hiss(-40), f"{hiss(-55)}+{WIND}"])
def test_the_silence_around_is_cut_to_a_tenth_of_a_second(reading: Reading, added: str) -> None:
    """In a quiet room and in a loud one."""
    speech = Speech(bytes(88_200) + reading.speech.pcm + bytes(88_200), 22_050)
    heard = cleaned(in_a_room(speech, added))
    first_s, last_s = reading.places_s[0][0], reading.places_s[-1][1]
    assert heard.duration_s == pytest.approx(last_s - first_s + 0.2, abs=0.12)
    assert _start_s(heard, reading, 0) == pytest.approx(0.1, abs=0.07)


def test_wind_is_taken_out(reading: Reading) -> None:
    """What lies far below every voice is hardly there any more."""
    windy = in_a_room(reading.speech, WIND)
    below = ("lowpass", "f=30"), ("lowpass", "f=30")
    before, after = (array("h", through(s, *below).pcm) for s in (windy, cleaned(windy)))
    assert _db(after) < _db(before) - 20


def test_clicks_do_not_stand_out(reading: Reading) -> None:
    """A knock on the microphone is no louder than speech may be."""
    heard = cleaned(in_a_room(reading.speech, CLICKS))
    assert max(map(abs, array("h", heard.pcm))) < 0.7 * 32768


def test_the_same_recording_gives_the_same_bytes(uneven: Reading) -> None:
    """Two builds are identical."""
    noisy = in_a_room(uneven.speech, hiss(-45))
    assert cleaned(noisy).pcm == cleaned(noisy).pcm


@pytest.mark.parametrize("samples", [0, 1, 7, 220, 5000, 50_000])
def test_silence_comes_back_as_it_is(samples: int) -> None:
    """There is nothing to raise; whoever asked decides what to say of it."""
    speech = Speech(bytes(2 * samples), 22_050)
    assert cleaned(speech) == speech


@given(st.floats(0.01, 2), st.floats(0.001, 0.99), st.sampled_from([8000, 11_025, 48_000]))
def test_any_sound_is_taken(seconds: float, loudness: float, rate_hz: int) -> None:
    """Too short to measure, too loud, without a pause."""
    speech = hum(seconds, rate_hz, loudness)
    assert 0 < len(cleaned(speech).pcm) <= len(speech.pcm)


def test_what_ffmpeg_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs one recording."""

    def refuse(*_: object) -> float:
        raise av.FFmpegError(22, "Invalid argument")

    monkeypatch.setattr(recorded, "_loudness_lufs", refuse)
    with pytest.raises(SoundError, match="không làm sạch được bản thu"):
        cleaned(hum(1))


def test_the_version_names_what_may_change_a_byte() -> None:
    """A new FFmpeg makes every recording again."""
    assert av.__version__ in recording_version()
    assert str(av.library_versions["libavfilter"]) in recording_version()
