"""Integrated loudness (EBU R 128), sample peak and true peak (ITU-R BS.1770-5, annex 2)."""

from collections.abc import Iterable, Iterator
from math import inf

from av.audio.frame import AudioFrame

from site_plugins.sound.model import Level
from site_plugins.voice.pcm import Step, filtered

LOUDNESS: Step = ("ebur128", "metadata=1:framelog=quiet")
"""Writing a line of log ten times a second would be a third of the filter's time."""
PEAK: Step = ("astats", "metadata=1:measure_perchannel=none:measure_overall=Peak_level")
"""Only the peak: the filter is ten times as fast as with all that it can measure."""

_LOUDNESS_KEY = "lavfi.r128.I"
_PEAK_KEY = "lavfi.astats.Overall.Peak_level"
_OVERSAMPLING = 4

SILENCE_LUFS = -70.0
"""Where the meter begins: nothing is quieter."""


class Meter:
    """Reads what the steps above note on the frames that pass."""

    def __init__(self) -> None:
        self.loudness_lufs = SILENCE_LUFS
        self.peak_dbfs = -inf

    def passing(self, frames: Iterable[AudioFrame]) -> Iterator[AudioFrame]:
        """The same frames."""
        for frame in frames:
            told = frame.metadata
            self.loudness_lufs = float(told.get(_LOUDNESS_KEY, self.loudness_lufs))
            self.peak_dbfs = float(told.get(_PEAK_KEY, self.peak_dbfs))
            yield frame

    def read(self, frames: Iterable[AudioFrame]) -> None:
        """All frames, which are not wanted any more."""
        for _ in self.passing(frames):
            pass


def loudness_lufs(frames: Iterable[AudioFrame], rate_hz: int, sample_format: str = "s16") -> float:
    """Integrated loudness; about -70 for silence and for less than 0.4 seconds."""
    return _heard(frames, rate_hz, (LOUDNESS,), sample_format).loudness_lufs


def peak_dbfs(frames: Iterable[AudioFrame], rate_hz: int, sample_format: str = "s16") -> float:
    """The highest sample; minus infinity for silence."""
    return _heard(frames, rate_hz, (PEAK,), sample_format).peak_dbfs


def level(frames: Iterable[AudioFrame], rate_hz: int, sample_format: str) -> Level:
    """Integrated loudness and true peak."""
    steps = (
        LOUDNESS,
        ("aformat", "sample_fmts=fltp"),
        ("aresample", str(_OVERSAMPLING * rate_hz)),
        PEAK,
    )
    heard = _heard(frames, rate_hz, steps, sample_format)
    return Level(heard.loudness_lufs, heard.peak_dbfs)


def _heard(
    frames: Iterable[AudioFrame], rate_hz: int, steps: Iterable[Step], sample_format: str
) -> Meter:
    meter = Meter()
    meter.read(filtered(frames, rate_hz, steps, sample_format))
    return meter
