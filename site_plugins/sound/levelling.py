"""A sentence from any voice, cut to its speech and brought to the loudness of all others."""

from array import array
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from math import ceil

from site_plugins.sound import meter
from site_plugins.voice.model import Speech
from site_plugins.voice.pcm import Step, filtered, frames_of, pcm_of

WORKING_LUFS = -23.0
"""EBU R 128's own level: no speech clips at it, and what follows knows what comes."""

# What engines leave before and after speech is cut to this, so that a pause is what it says.
_KEPT_SILENCE_S = 0.03
# Below the peak: quieter than any speech, louder than the noise of a fair recording.
_QUIET_DB = -40
_SHORTEST_MEASURED_S = 1.0
# What needs more is no speech.
_SILENT_LUFS = -60.0
_TO_16_BITS: Step = ("aformat", "sample_fmts=s16")


def trimmed(speech: Speech) -> Speech:
    """The speech without the silence around it; its words keep their places."""
    samples = array("h", speech.pcm)
    quiet = _quiet(speech)
    kept = round(_KEPT_SILENCE_S * speech.sample_rate_hz)
    start = max(0, _quiet_run(iter(samples), quiet) - kept)
    end = min(len(samples), len(samples) - _quiet_run(reversed(samples), quiet) + kept)
    earlier_s = start / speech.sample_rate_hz
    words = tuple(replace(word, at_s=max(0.0, word.at_s - earlier_s)) for word in speech.words)
    return replace(speech, pcm=speech.pcm[2 * start : 2 * end], words=words)


def _quiet(speech: Speech) -> float:
    frames = frames_of([speech.pcm], speech.sample_rate_hz)
    peak_db = meter.peak_dbfs(frames, speech.sample_rate_hz)
    return 32768 * 10 ** ((peak_db + _QUIET_DB) / 20)


def _quiet_run(samples: Iterator[int], quiet: float) -> int:
    return sum(1 for _ in takewhile(lambda sample: -quiet < sample < quiet, samples))


def levelled(speech: Speech) -> Speech:
    """The speech at the working loudness; silence stays silence."""
    loudness = speech_lufs(speech)
    if loudness < _SILENT_LUFS:
        return speech
    gain = f"volume={WORKING_LUFS - loudness:.3f}dB:precision=double"
    return through(speech, ("volume", gain))


def speech_lufs(speech: Speech) -> float:
    """Integrated loudness, of a single word too.

    The measure wants 0.4 seconds at least and is unsure below one: a short sound is heard again
    and again until there is enough of it.
    """
    if not speech.pcm:
        return meter.SILENCE_LUFS
    again = ceil(_SHORTEST_MEASURED_S / speech.duration_s)
    return meter.loudness_lufs(
        frames_of([speech.pcm] * again, speech.sample_rate_hz), speech.sample_rate_hz
    )


def at_rate(speech: Speech, rate_hz: int) -> Speech:
    """The same speech in other samples; its words are told in seconds and stay."""
    if speech.sample_rate_hz == rate_hz:
        return speech
    return through(speech, ("aresample", str(rate_hz)), rate_hz=rate_hz)


def through(speech: Speech, *steps: Step, rate_hz: int = 0) -> Speech:
    """The speech after a chain of filters, in samples of another rate where one is given."""
    frames = frames_of([speech.pcm], speech.sample_rate_hz)
    pcm = pcm_of(filtered(frames, speech.sample_rate_hz, [*steps, _TO_16_BITS]))
    return Speech(pcm, rate_hz or speech.sample_rate_hz, speech.words)
