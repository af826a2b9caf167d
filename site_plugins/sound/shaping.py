"""What a device can carry, as filters: a band, and the quiet syllables nearer to the loud ones."""

from collections.abc import Iterator

from site_plugins.sound.levelling import WORKING_LUFS
from site_plugins.sound.model import Profile
from site_plugins.voice.pcm import Step

# Butterworth of the sixth order, 36 dB an octave, as three filters of the second.
_QUALITIES = (0.5176, 0.7071, 1.9319)
# A filter this near to half the sampling rate has nothing left to take out.
_WIDEST = 0.45

# Voices swing further to one side than to the other; turning the phases about this frequency, as
# radio stations do, evens that out: espeak's peaks fall by 2 dB, and nobody hears it.
_PHASE_TURNS, _TURNING_HZ = 4, 400
# Most of a sentence is above it, its quiet syllables are below.
_THRESHOLD_DB = WORKING_LUFS - 3
_ATTACK_MS, _RELEASE_MS = 3, 120
_KNEE = 4  # times the threshold: 12 dB


def shaping(profile: Profile, rate_hz: int) -> Iterator[Step]:
    """The steps for sound at the working loudness."""
    yield "aformat", "sample_fmts=dbl"  # in single precision what fades away costs much time
    yield from _filters("highpass", profile.low_hz)
    if profile.high_hz < _WIDEST * rate_hz:
        yield from _filters("lowpass", profile.high_hz)
    for _ in range(_PHASE_TURNS):
        yield "allpass", f"frequency={_TURNING_HZ}:width_type=q:width=0.7"
    yield "acompressor", _compressor(profile.compression)


def _compressor(ratio: float) -> str:
    times = f"attack={_ATTACK_MS}:release={_RELEASE_MS}"
    return f"threshold={_THRESHOLD_DB}dB:ratio={ratio}:knee={_KNEE}:{times}"


def _filters(name: str, frequency_hz: int) -> Iterator[Step]:
    for quality in _QUALITIES:
        yield name, f"frequency={frequency_hz}:width_type=q:width={quality}"
