"""From sentences to a file that is loud enough, never too loud, and known to be so.

The sound is shaped (rumble out, gently compressed), brought to the target, limited and encoded;
then the file is decoded and measured, and made again until what a listener gets is what was
asked: a limiter takes loudness, an encoder moves peaks.
"""

from collections.abc import Callable, Iterator

import av
from av.audio.frame import AudioFrame

from site_plugins.sound import meter
from site_plugins.sound.encoding import (
    DECODED_FORMAT,
    ENCODER_GAIN_DB,
    RATE_HZ,
    decoded,
    encoder_version,
    mp3,
)
from site_plugins.sound.joining import Track
from site_plugins.sound.model import Codec, Level, Mastered, Profile
from site_plugins.voice.errors import LoudnessError, SoundError
from site_plugins.voice.model import Speech
from site_plugins.voice.pcm import Step, filtered, frames_of, pcm_of

# Raised when joining, shaping or levelling changes.
_MASTERING_VERSION = 1

_SHAPE: tuple[Step, ...] = (
    ("highpass", "frequency=80"),
    ("acompressor", "threshold=-21dB:ratio=2.5:attack=8:release=120:knee=4"),
    ("aformat", "sample_fmts=s16"),
)
_NEAR_ENOUGH_LU, _TOLERANCE_LU = 0.05, 0.2
# Room left below the ceiling for what encoding adds to peaks; found out and mended when too small.
_FIRST_MARGIN_DB, _NEXT_MARGIN_DB = 0.3, 0.1
_ENCODINGS, _GUESSES = 6, 10


def mastering_version() -> str:
    """Everything in this room that may change a byte of a finished file."""
    return f"{_MASTERING_VERSION}, {encoder_version()}"


def master(
    track: Track, profile: Profile, codec: Codec, heed: Callable[[], None] = lambda: None
) -> Mastered:
    """A finished file without tags. Raises `SoundError`; `LoudnessError` for a hopeless profile.

    `heed` is called all along the encoding and may end it by raising.
    """
    if codec is not Codec.MP3:
        raise NotImplementedError(codec)
    try:
        return Mastered(*_encoded(_shaped(track), profile, heed))
    except av.FFmpegError as error:
        message = f"không xử lý được âm thanh: {error}"
        raise SoundError(message) from error


def _encoded(shaped: Speech, profile: Profile, heed: Callable[[], None]) -> tuple[bytes, Level]:
    target_lufs, ceiling_db = profile.loudness_lufs, profile.true_peak_dbtp - _FIRST_MARGIN_DB
    gain_db = 0.0
    for _ in range(_ENCODINGS):
        found_db = _gain_for(shaped, target_lufs, ceiling_db, gain_db)
        if found_db is None:
            break
        gain_db = found_db
        frames = _heeding(_levelled(shaped, gain_db, ceiling_db, RATE_HZ), heed)
        sound = mp3(frames, profile.bitrate_kbps)
        level = meter.level(decoded(sound), RATE_HZ, DECODED_FORMAT)
        missing_lu = profile.loudness_lufs - level.loudness_lufs
        over_db = level.true_peak_dbtp - profile.true_peak_dbtp
        if abs(missing_lu) <= _TOLERANCE_LU and over_db <= 0:
            return sound, level
        target_lufs += missing_lu
        ceiling_db -= over_db + _NEXT_MARGIN_DB if over_db > 0 else 0
    raise _out_of_reach(profile)


def _heeding(frames: Iterator[AudioFrame], heed: Callable[[], None]) -> Iterator[AudioFrame]:
    for frame in frames:
        heed()
        yield frame


def _shaped(track: Track) -> Speech:
    frames = frames_of(track.chunks, track.rate_hz)
    return Speech(pcm_of(filtered(frames, track.rate_hz, _SHAPE)), track.rate_hz)


def _gain_for(
    shaped: Speech, target_lufs: float, ceiling_db: float, gain_db: float
) -> float | None:
    """The gain that gives the target after the limiter, or None when none does.

    By secants from a first guess, measured at the sentences' own rate, which is usually the lower.
    """
    slope, before = 1.0, None
    for _ in range(_GUESSES):
        rate = shaped.sample_rate_hz
        got = meter.loudness_lufs(_levelled(shaped, gain_db, ceiling_db, rate), rate, "dbl")
        missing = target_lufs - got - ENCODER_GAIN_DB
        if abs(missing) <= _NEAR_ENOUGH_LU:
            return gain_db
        if before:
            slope = max(0.2, min(1.0, (got - before[1]) / (gain_db - before[0])))
        before = (gain_db, got)
        gain_db += missing / slope
    return None


def _levelled(
    shaped: Speech, gain_db: float, ceiling_db: float, rate_hz: int
) -> Iterator[AudioFrame]:
    limit = 10 ** ((ceiling_db - ENCODER_GAIN_DB) / 20)
    steps = (
        ("volume", f"volume={gain_db:.3f}dB:precision=double"),
        ("aresample", str(rate_hz)),
        ("alimiter", f"limit={min(1.0, limit):.6f}:level=disabled:latency=1:attack=5:release=50"),
    )
    return filtered(frames_of([shaped.pcm], shaped.sample_rate_hz), shaped.sample_rate_hz, steps)


def _out_of_reach(profile: Profile) -> LoudnessError:
    return LoudnessError(
        f"không thể vừa đạt độ to {profile.loudness_lufs:g} LUFS vừa giữ đỉnh dưới "
        f"{profile.true_peak_dbtp:g} dBTP; hãy hạ loudness_lufs trong audio/station.yml"
    )
