"""From sentences to a file that is loud enough, never too loud, and known to be so.

The sound is shaped for its device, brought to the target, limited and encoded; then the file is
decoded and measured, and made again until what a listener gets is what was asked: a limiter takes
loudness, an encoder moves peaks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

import av
from av.audio.frame import AudioFrame

from site_plugins.sound import meter
from site_plugins.sound.encoding import (
    DECODED_FORMAT,
    GAIN_DB,
    RATE_HZ,
    decoded,
    encoded,
    encoder_version,
)
from site_plugins.sound.joining import Track
from site_plugins.sound.model import Codec, Mastered, Profile
from site_plugins.sound.reel import Reel, reel_of
from site_plugins.sound.shaping import shaping
from site_plugins.voice.errors import LoudnessError, SoundError
from site_plugins.voice.pcm import Step, filtered

# Raised when joining, shaping or levelling changes.
_MASTERING_VERSION = 2

_NEAR_ENOUGH_LU, _NEAR_LU, _TOLERANCE_LU = 0.05, 1.0, 0.2
_LEAST_SLOPE = 0.2
# Peaks that are taken back by no more than this are too few to make the whole less loud.
_HARMLESS_LIMITING_DB = 3.0
# A limiter that takes more than this leaves no syllable in its shape: short-time objective
# intelligibility (STOI) of the embedded voice falls from 0.9 to under 0.7, for 1 LU.
_MOST_LIMITING_DB = 10.0
# Room left below the ceiling for what encoding adds to peaks; found out and mended when too small.
_MARGIN_DB = {Codec.MP3: 0.5, Codec.OPUS: 1.5}
_NEXT_MARGIN_DB = 0.1
# Other decoders and other meters find other peaks, by hundredths.
_KEPT_BELOW_DB = 0.05
_ENCODINGS, _GUESSES = 8, 10

_TO_16_BITS: Step = ("aformat", "sample_fmts=s16")


@dataclass(frozen=True)
class _Shaped:
    """Sound that is fit for its device but for its level; `reel` has nothing above `peak_dbfs`."""

    reel: Reel
    loudness_lufs: float
    peak_dbfs: float


def mastering_version() -> str:
    """Everything in this room that may change a byte of a finished file."""
    return f"{_MASTERING_VERSION}, {encoder_version()}"


def master(
    track: Track, profile: Profile, codec: Codec, heed: Callable[[], None] = lambda: None
) -> Mastered:
    """A finished file without tags. Raises `SoundError`; `LoudnessError` for a hopeless profile.

    `heed` is called all along and may end the work by raising.
    """
    try:
        shaped = _shaped(track, profile, heed)
        with shaped.reel:
            return _mastered(shaped, profile, codec, heed)
    except av.FFmpegError as error:
        message = f"không xử lý được âm thanh: {error}"
        raise SoundError(message) from error


def _shaped(track: Track, profile: Profile, heed: Callable[[], None]) -> _Shaped:
    steps = (
        ("volume", f"volume={track.gain_db:.3f}dB:precision=double"),
        *shaping(profile, track.rate_hz),
        meter.PEAK,
        meter.LOUDNESS,
        _TO_16_BITS,
    )
    heard = meter.Meter()
    frames = filtered(_heeding(track.reel.frames(), heed), track.rate_hz, steps)
    reel = reel_of(heard.passing(frames), track.rate_hz)
    return _Shaped(reel, heard.loudness_lufs, heard.peak_dbfs)


def _heeding(frames: Iterator[AudioFrame], heed: Callable[[], None]) -> Iterator[AudioFrame]:
    for frame in frames:
        heed()
        yield frame


def _mastered(
    shaped: _Shaped, profile: Profile, codec: Codec, heed: Callable[[], None]
) -> Mastered:
    target_lufs = profile.loudness_lufs - GAIN_DB[codec]
    ceiling_db = profile.true_peak_dbtp - GAIN_DB[codec] - _MARGIN_DB[codec]
    gain_db = target_lufs - shaped.loudness_lufs
    most_db = gain_db + _MOST_LIMITING_DB
    measured = shaped.peak_dbfs + gain_db - ceiling_db > _HARMLESS_LIMITING_DB
    for _ in range(_ENCODINGS):
        if measured:
            found_db = _gain_for(shaped, target_lufs, ceiling_db)
            if found_db is None or found_db > most_db:
                break
            gain_db = found_db
        frames = _levelled(shaped.reel, gain_db, ceiling_db, RATE_HZ[codec])
        data = encoded(_heeding(frames, heed), codec, profile.bitrate_kbps)
        level = meter.level(decoded(data), RATE_HZ[codec], DECODED_FORMAT)
        missing_lu = profile.loudness_lufs - level.loudness_lufs
        over_db = level.true_peak_dbtp - (profile.true_peak_dbtp - _KEPT_BELOW_DB)
        if abs(missing_lu) <= _TOLERANCE_LU and over_db <= 0:
            return Mastered(data, level)
        if measured:  # what is missing, the encoder took; otherwise the limiter may have
            target_lufs += missing_lu
        measured = True
        ceiling_db -= over_db + _NEXT_MARGIN_DB if over_db > 0 else 0
    raise _out_of_reach(profile)


def _gain_for(shaped: _Shaped, target_lufs: float, ceiling_db: float) -> float | None:
    """The gain that comes nearest to the target after the limiter, or None when none comes near.

    By secants from the gain without a limiter, measured at the track's own rate, which is usually
    the lower; between what was too little and what was too much where a secant leaves that.
    """
    gain_db = target_lufs - shaped.loudness_lufs
    tried: list[tuple[float, float]] = []
    for _ in range(_GUESSES):
        rate = shaped.reel.rate_hz
        got = meter.loudness_lufs(_levelled(shaped.reel, gain_db, ceiling_db, rate), rate)
        tried.append((gain_db, target_lufs - got))
        if abs(target_lufs - got) <= _NEAR_ENOUGH_LU:
            break
        gain_db = _next_gain(tried)
    missing_lu, best_db = min((abs(missing), gain) for gain, missing in tried)
    return best_db if missing_lu <= _NEAR_LU else None


def _next_gain(tried: Sequence[tuple[float, float]]) -> float:
    """Where the line through the last two guesses (gain, what is missing) meets the target."""
    slope = 1.0
    if len(tried) > 1:
        (gain, missing), (last_gain, last_missing) = tried[-2:]
        slope = max(_LEAST_SLOPE, min(1.0, (missing - last_missing) / (last_gain - gain)))
    guess = tried[-1][0] + tried[-1][1] / slope
    low = max((gain for gain, missing in tried if missing > 0), default=-inf)
    high = min((gain for gain, missing in tried if missing <= 0), default=inf)
    return guess if low < guess < high else (low + high) / 2


def _levelled(reel: Reel, gain_db: float, ceiling_db: float, rate_hz: int) -> Iterator[AudioFrame]:
    limit = min(1.0, 10 ** (ceiling_db / 20))
    steps = (
        ("volume", f"volume={gain_db:.3f}dB:precision=double"),
        ("aresample", str(rate_hz)),
        ("alimiter", f"limit={limit:.6f}:level=disabled:latency=1:attack=5:release=50"),
        _TO_16_BITS,
    )
    return filtered(reel.frames(), reel.rate_hz, steps)


def _out_of_reach(profile: Profile) -> LoudnessError:
    return LoudnessError(
        f"không thể vừa đạt độ to {profile.loudness_lufs:g} LUFS vừa giữ đỉnh dưới "
        f"{profile.true_peak_dbtp:g} dBTP mà tiếng còn rõ; hãy hạ loudness_lufs (thí dụ "
        f"{profile.loudness_lufs - 2:g}) hoặc nâng true_peak_dbtp trong audio/station.yml"
    )
