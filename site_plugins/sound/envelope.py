"""How loud speech is from moment to moment, and where it is silent. Knows no language."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import log10

from site_plugins.voice.model import Speech
from site_plugins.voice.pcm import Step, filtered, frames_of, pcm_of

HOP_S = 0.01
"""One moment."""

RUMBLE_OUT: tuple[Step, ...] = (
    ("aformat", "sample_fmts=dbl"),
    ("highpass", "frequency=80"),
    ("highpass", "frequency=80"),
)
"""Wind, engines and hands on the microphone lie below every voice."""

_RATE_HZ = 8000
_HOP = round(_RATE_HZ * HOP_S)
_FULL_SCALE = 32768
_NOTHING_DB = 20 * log10(0.5 / _FULL_SCALE)
_SHORTEST_SOUND = 5

# Noise and speech are the levels of the quietest and loudest twentieth; what is digitally silent
# in between says nothing of the noise, so noise counts as this near to speech at least.
_TAIL = 20
_RANGE_DB = 45
# How far from noise to speech silence reaches.
_SILENT_SHARE = 0.35


def levels_db(speech: Speech) -> list[float]:
    """The mean magnitude of each hundredth of a second in dB of full scale, without rumble."""
    steps = (*RUMBLE_OUT, ("aresample", str(_RATE_HZ)), ("aformat", "sample_fmts=s16"))
    rate = speech.sample_rate_hz
    samples = array("h", pcm_of(filtered(frames_of([speech.pcm], rate), rate, steps)))
    return [_level_db(samples[at : at + _HOP]) for at in range(0, len(samples), _HOP)]


def _level_db(samples: Sequence[int]) -> float:
    """Half a step of 16 bits is the least that is told."""
    return 20 * log10(max(0.5, sum(map(abs, samples)) / len(samples)) / _FULL_SCALE)


def silence_db(levels: Sequence[float]) -> float:
    """The level under which a moment is silent, between the noise and the speech that are there."""
    ranked = sorted(levels) or [_NOTHING_DB]
    speech = ranked[-1 - len(ranked) // _TAIL]
    noise = max(ranked[len(ranked) // _TAIL], speech - _RANGE_DB)
    return noise + _SILENT_SHARE * (speech - noise)


def sounds(levels: Sequence[float], over_db: float) -> Iterator[tuple[int, int]]:
    """The stretches that are not silent, in moments: first, and one past the last.

    What is shorter than a syllable, and lies apart, is a click and not speech.
    """
    at = 0
    for loud, run in groupby(levels, lambda level: level >= over_db):
        start, at = at, at + sum(1 for _ in run)
        if loud and at - start >= _SHORTEST_SOUND:
            yield start, at
