"""What a listener gets: loud enough, never too loud, whole, and the same every time."""

import io
import math
import random
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import av
import mutagen.mp3
import mutagen.oggopus
import pytest
from av.audio.frame import AudioFrame

from site_plugins.sound import mastering
from site_plugins.sound.encoding import RATE_HZ, decoded, encoded
from site_plugins.sound.joining import joined
from site_plugins.sound.mastering import master, mastering_version
from site_plugins.sound.model import Codec, Cue, Level, Piece, Profile
from site_plugins.voice.errors import LoudnessError, SoundError
from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.model import Speech, SpeechRequest
from site_plugins.voice.pcm import filtered, frames_of, pcm_of
from tests.sound.loudness import integrated_lufs, true_peak_dbtp
from tests.voice.fake_engine import hum

RADIO = Profile(80, 15_000, 2.5, -16, -1.5, 64)
HORN = Profile(250, 6_000, 4, -14, -1.5, 64)
WEB = Profile(80, 15_000, 2, -16, -1.5, 32)
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


@pytest.fixture(scope="module")
def recorded(spoken: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same as if read over a telephone: a narrow band, a noisy room, now near, now far."""
    return tuple(
        replace(piece, speech=_telephoned(piece.speech, gain_db))
        for piece, gain_db in zip(spoken, (0, -18, 4, -9), strict=True)
    )


def _telephoned(speech: Speech, gain_db: float) -> Speech:
    steps = (
        ("aresample", "8000"),
        ("highpass", "frequency=300"),
        ("volume", f"{gain_db}dB"),
        ("aformat", "sample_fmts=s16"),
    )
    rate = speech.sample_rate_hz
    samples = array("h", pcm_of(filtered(frames_of([speech.pcm], rate), rate, steps)))
    noise = random.Random(1)  # noqa: S311  a room, not a secret
    noisy = (max(-32768, min(32767, s + round(noise.gauss(0, 20)))) for s in samples)
    return Speech(array("h", noisy).tobytes(), 8000)


@dataclass(frozen=True)
class Made:
    """A finished file and what it was made of."""

    data: bytes
    codec: Codec
    level: Level
    cues: tuple[Cue, ...]
    duration_s: float


def _made(
    pieces: Iterable[Piece],
    profile: Profile = RADIO,
    codec: Codec = Codec.MP3,
    heed: Callable[[], None] = lambda: None,
) -> Made:
    with joined(pieces) as track:
        mastered = master(track, profile, codec, heed)
        return Made(mastered.data, codec, mastered.level, track.cues, track.duration_s)


def _heard(made: Made) -> bytes:
    steps = [("aformat", "sample_fmts=s16")]
    return pcm_of(filtered(decoded(made.data), RATE_HZ[made.codec], steps, "fltp"))


def _info(made: Made) -> Any:
    if made.codec is Codec.OPUS:
        return mutagen.oggopus.OggOpus(io.BytesIO(made.data)).info
    return mutagen.mp3.MP3(io.BytesIO(made.data)).info


def _is_as_asked(made: Made, profile: Profile) -> None:
    """By a meter that shares no code with the one that set it."""
    heard = _heard(made)
    lufs = integrated_lufs(heard, RATE_HZ[made.codec])
    assert lufs == pytest.approx(profile.loudness_lufs, abs=0.3)
    assert made.level.loudness_lufs == pytest.approx(lufs, abs=0.1)
    assert true_peak_dbtp(heard) <= profile.true_peak_dbtp


@pytest.mark.parametrize("codec", Codec)
@pytest.mark.parametrize("profile", [HORN, RADIO, WEB, replace(RADIO, loudness_lufs=-23)])
def test_the_decoded_file_is_as_loud_as_asked(
    spoken: tuple[Piece, ...], profile: Profile, codec: Codec
) -> None:
    """Within 0.3 LU, and no peak above the ceiling, also between the samples."""
    _is_as_asked(_made(spoken, profile, codec), profile)


@pytest.mark.parametrize("loudness", [-13, -12])
def test_a_station_may_ask_for_more_than_is_wise(
    spoken: tuple[Piece, ...], loudness: float
) -> None:
    """The limiter takes what the gain gives; the guess is mended until it holds."""
    profile = replace(HORN, loudness_lufs=loudness)
    _is_as_asked(_made(spoken, profile), profile)


@pytest.mark.parametrize("codec", Codec)
@pytest.mark.parametrize("profile", [HORN, WEB])
def test_a_recording_is_as_loud_as_a_machine(
    recorded: tuple[Piece, ...], profile: Profile, codec: Codec
) -> None:
    """Telephone band, room noise and all."""
    _is_as_asked(_made(recorded, profile, codec), profile)


@pytest.mark.parametrize("codec", Codec)
@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_a_clip_of_one_sentence_is_as_loud_as_asked(
    spoken: tuple[Piece, ...], recorded: tuple[Piece, ...], number: int, codec: Codec
) -> None:
    """Under three seconds too, down to a single word."""
    for pieces in (spoken, recorded):
        _is_as_asked(_made(pieces[number : number + 1], HORN, codec), HORN)


@pytest.mark.parametrize("codec", Codec)
@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 24_000, 44_100, 48_000])
def test_sound_of_any_rate_is_as_loud_as_asked(rate_hz: int, codec: Codec) -> None:
    """Engines and recordings each have their own."""
    made = _made([Piece(hum(2, rate_hz), "Một.", 0.5)], RADIO, codec)
    _is_as_asked(made, RADIO)
    assert made.duration_s == pytest.approx(3.25, abs=0.05)


def test_a_quiet_reading_and_a_loud_one_come_out_alike() -> None:
    """Nobody turns the horn up for one item and down for the next."""
    levels = [
        _made([Piece(hum(2, loudness=loudness), "Một.", 0.5, natural=natural)], HORN).level
        for natural in (False, True)
        for loudness in (0.01, 0.9)
    ]
    for level in levels:
        assert level.loudness_lufs == pytest.approx(-14, abs=0.3)


def _energy_db(pcm: bytes, rate_hz: int, *edge: tuple[str, str]) -> float:
    steps = [("aformat", "sample_fmts=dbl"), *edge, ("aformat", "sample_fmts=s16")]
    samples = array("h", pcm_of(filtered(frames_of([pcm], rate_hz), rate_hz, steps)))
    return 10 * math.log10(sum(s * s for s in samples) / len(samples) + 1e-9)


def test_what_a_horn_cannot_carry_is_taken_out() -> None:
    """What lies below half its lowest and above one and a half its highest is 20 dB down."""
    wide = replace(HORN, low_hz=20, high_hz=20_000)
    below, above = [("lowpass", "frequency=100")] * 4, [("highpass", "frequency=9000")] * 4
    noise = random.Random(1)  # noqa: S311  hiss, not a secret
    hiss = array("h", (round(noise.gauss(0, 3000)) for _ in range(88_200)))
    pieces = [Piece(Speech(hiss.tobytes(), 44_100), "Xì.", 0)]
    for edge in (below, above):
        full, banded = (
            _energy_db(_heard(_made(pieces, profile)), 44_100, *edge) for profile in (wide, HORN)
        )
        assert banded < full - 20


def test_compression_brings_quiet_syllables_nearer() -> None:
    """A horn's listener hears the end of the sentence over the wind."""
    loud, quiet = hum(1, loudness=0.5), hum(1, loudness=0.1)
    piece = Piece(Speech(loud.pcm + quiet.pcm, loud.sample_rate_hz), "Một.", 0, natural=True)

    def difference_db(ratio: float) -> float:
        heard = _heard(_made([piece], replace(RADIO, compression=ratio)))
        first, second = heard[50_000:88_200], heard[-130_000:-60_000]
        return _energy_db(first, 44_100) - _energy_db(second, 44_100)

    assert difference_db(1) == pytest.approx(14, abs=1)
    assert difference_db(4) < 10


@pytest.mark.parametrize("bitrate", [32, 48, 64, 96, 128, 192])
def test_every_bit_rate_that_a_station_may_set_works(
    spoken: tuple[Piece, ...], bitrate: int
) -> None:
    """The file is as dense as asked, mono, 44.1 kHz."""
    info = _info(_made(spoken, replace(RADIO, bitrate_kbps=bitrate)))
    assert info.bitrate == pytest.approx(bitrate * 1000, abs=20)
    assert (info.sample_rate, info.channels) == (44_100, 1)
    assert info.bitrate_mode is mutagen.mp3.BitrateMode.CBR


@pytest.mark.parametrize("codec", Codec)
@pytest.mark.parametrize("number", [slice(0, 4), slice(3, 4)])
def test_the_header_knows_how_long_it_lasts(
    spoken: tuple[Piece, ...], number: slice, codec: Codec
) -> None:
    """To the thousandth, and so much is decoded: no encoder's silence at either end."""
    made = _made(spoken[number], RADIO, codec)
    assert _info(made).length == pytest.approx(made.duration_s, abs=0.001)
    assert len(_heard(made)) / 2 / RATE_HZ[codec] == pytest.approx(made.duration_s, abs=0.001)


def test_each_sentence_is_heard_where_its_cue_says(spoken: tuple[Piece, ...]) -> None:
    """Sound within the cues, silence between them."""
    made = _made(spoken, RADIO)
    samples = memoryview(_heard(made)).cast("h")

    def peak(start_s: float, end_s: float) -> int:
        return max(abs(s) for s in samples[round(start_s * 44_100) : round(end_s * 44_100)])

    assert [cue.text for cue in made.cues] == list(SENTENCES)
    for cue in made.cues:
        assert peak(cue.start_s, cue.start_s + 0.12) > 300
        assert peak(cue.end_s - 0.15, cue.end_s) > 300
    for before, after in pairwise(made.cues):
        assert peak(before.end_s + 0.1, after.start_s - 0.05) < 100
        assert after.start_s - before.end_s == pytest.approx(0.5, abs=0.001)


@pytest.mark.parametrize("codec", Codec)
def test_the_same_sentences_give_the_same_bytes(spoken: tuple[Piece, ...], codec: Codec) -> None:
    """Two builds are identical."""
    assert _made(spoken, RADIO, codec).data == _made(spoken, RADIO, codec).data


def test_opus_is_mono_in_ogg_and_smaller(spoken: tuple[Piece, ...]) -> None:
    """At half the bit rate, for phones on slow networks."""
    opus, mp3 = _made(spoken, WEB, Codec.OPUS), _made(spoken, HORN, Codec.MP3)
    assert opus.data[:4] == b"OggS"
    assert _info(opus).channels == 1
    assert len(opus.data) < 0.6 * len(mp3.data)


def test_the_stream_in_an_ogg_has_a_number() -> None:
    """`opusinfo` warns of 0, which is allowed but some tools stumble over."""
    opus = _made([Piece(hum(1), "Một.", 0)], WEB, Codec.OPUS)
    assert int.from_bytes(opus.data[14:18], "little") != 0


@pytest.mark.parametrize(("codec", "profile"), [(Codec.MP3, HORN), (Codec.OPUS, WEB)])
def test_ordinary_speech_is_encoded_once(
    spoken: tuple[Piece, ...],
    recorded: tuple[Piece, ...],
    monkeypatch: pytest.MonkeyPatch,
    codec: Codec,
    profile: Profile,
) -> None:
    """Encoding is most of the work: the first guess has to be right."""
    asked: list[Codec] = []

    def counted(frames: Iterator[AudioFrame], codec: Codec, bitrate_kbps: int) -> bytes:
        asked.append(codec)
        return encoded(frames, codec, bitrate_kbps)

    monkeypatch.setattr(mastering, "encoded", counted)
    _made((*spoken, *recorded), profile, codec)
    assert asked == [codec]


@pytest.mark.parametrize("change", ["1.5dB", "-1.5dB"])
def test_what_encoding_takes_or_adds_is_made_good(
    spoken: tuple[Piece, ...], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """The decoded file is what is measured: another encoder may change the level by anything."""

    def another(frames: Iterator[AudioFrame], codec: Codec, bitrate_kbps: int) -> bytes:
        steps = [("volume", change), ("aformat", "sample_fmts=s16")]
        return encoded(filtered(frames, RATE_HZ[codec], steps), codec, bitrate_kbps)

    monkeypatch.setattr(mastering, "encoded", another)
    _is_as_asked(_made(spoken, RADIO), RADIO)


def test_the_version_names_all_that_may_change_a_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new wheel of either encoder makes every file again."""
    versions = {mastering_version()}
    for name, other in (("_LAME_QUALITY", 5), ("_OPUS_OPTIONS", {}), ("version", lambda _: "0")):
        monkeypatch.setattr(f"site_plugins.sound.encoding.{name}", other)
        versions.add(mastering_version())
    assert len(versions) == 4


def test_encoding_can_be_ended(spoken: tuple[Piece, ...]) -> None:
    """Ctrl-C does not wait for a long programme."""

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _made(spoken, RADIO, heed=stop)


def test_a_profile_that_excludes_itself_is_told(spoken: tuple[Piece, ...]) -> None:
    """The ceiling is kept and nothing is published; the setting to change is named."""
    with pytest.raises(LoudnessError, match=r"độ to -8 LUFS .* -9 dBTP .* hạ loudness_lufs .*-10"):
        _made(spoken[:1], replace(RADIO, loudness_lufs=-8, true_peak_dbtp=-9))


def test_speech_is_not_crushed_to_be_loud(spoken: tuple[Piece, ...]) -> None:
    """A limiter can reach a figure that leaves nothing to understand: such a profile is told."""
    with pytest.raises(LoudnessError, match="mà tiếng còn rõ"):
        _made(spoken, replace(RADIO, loudness_lufs=-12, true_peak_dbtp=-3))


def test_what_ffmpeg_refuses_is_told(
    spoken: tuple[Piece, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs one clip."""

    def refuse(*_: object) -> bytes:
        raise av.FFmpegError(22, "Invalid argument")

    monkeypatch.setattr(mastering, "encoded", refuse)
    with pytest.raises(SoundError, match="không xử lý được âm thanh"):
        _made(spoken[:1], RADIO)


def test_silence_cannot_be_made_loud() -> None:
    """No endless gain, no file."""
    with pytest.raises(LoudnessError):
        _made([Piece(Speech(bytes(64_000), 16_000), "Một.", 0.5)], RADIO)
