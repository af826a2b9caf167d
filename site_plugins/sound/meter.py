"""Integrated loudness (EBU R 128) and true peak."""

from collections.abc import Iterable
from math import inf, log10

from av.audio.frame import AudioFrame

from site_plugins.sound.model import Level
from site_plugins.voice.pcm import filtered

_LOUDNESS = "lavfi.r128.I"
_TRUE_PEAK = "lavfi.r128.true_peak"


def loudness_lufs(frames: Iterable[AudioFrame], rate_hz: int, sample_format: str = "s16") -> float:
    """Integrated loudness; about -70 for silence."""
    return _read(frames, rate_hz, sample_format, "metadata=1").loudness_lufs


def level(frames: Iterable[AudioFrame], rate_hz: int, sample_format: str) -> Level:
    """Integrated loudness and true peak."""
    return _read(frames, rate_hz, sample_format, "metadata=1:peak=true")


def _read(frames: Iterable[AudioFrame], rate_hz: int, sample_format: str, arguments: str) -> Level:
    loudness, peak = -70.0, 0.0
    for frame in filtered(frames, rate_hz, [("ebur128", arguments)], sample_format):
        told = frame.metadata
        if _LOUDNESS in told:
            loudness = float(told[_LOUDNESS])
            peak = max(peak, float(told.get(_TRUE_PEAK, 0)))
    return Level(loudness, 20 * log10(peak) if peak > 0 else -inf)
