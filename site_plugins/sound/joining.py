"""Sentences laid end to end, each start known to the sample."""

from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile

from site_plugins.sound.model import Chapter, Cue, Music, Piece
from site_plugins.voice.model import Speech
from site_plugins.voice.pcm import Chunk, filtered, frames_of, pcm_of

# Cheap players swallow the first moments of a file, and begin the next one without a breath.
LEAD_S, TAIL_S = 0.25, 0.5

# What engines leave before and after speech is cut to this, so that a pause is what it says.
_KEPT_SILENCE_S = 0.03
_QUIET = 150  # 16-bit units, about -47 dBFS
_COMMON_RATE_HZ = 44_100


@dataclass(frozen=True)
class Track:
    """PCM in pieces (speech and silence in turn), and what is said when."""

    chunks: tuple[Chunk, ...]
    rate_hz: int
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...] = ()

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return _seconds(sum(map(len, self.chunks)), self.rate_hz)


@contextmanager
def joined(pieces: Iterable[Piece], music: Music = Music()) -> Iterator[Track]:  # noqa: ARG001, B008
    """One track of all pieces, at their own rate where they agree on one."""
    yield _join(tuple(pieces))


def _join(pieces: tuple[Piece, ...]) -> Track:
    rates = {piece.speech.sample_rate_hz for piece in pieces}
    rate = rates.pop() if len(rates) == 1 else _COMMON_RATE_HZ
    chunks: list[Chunk] = [_silence(LEAD_S, rate)]
    cues = []
    at = len(chunks[0])
    for piece in pieces:
        speech = trimmed(_at_rate(piece.speech, rate))
        pause = _silence(piece.pause_s, rate)
        chunks += speech, pause
        cues.append(Cue(_seconds(at, rate), _seconds(at + len(speech), rate), piece.text))
        at += len(speech) + len(pause)
    return Track((*chunks, _silence(TAIL_S, rate)), rate, tuple(cues))


def trimmed(speech: Speech) -> memoryview:
    """A view of the PCM without the silence around it."""
    samples = array("h", speech.pcm)
    kept = round(_KEPT_SILENCE_S * speech.sample_rate_hz)
    start = max(0, _quiet_run(iter(samples)) - kept)
    end = min(len(samples), len(samples) - _quiet_run(reversed(samples)) + kept)
    return memoryview(speech.pcm)[2 * start : 2 * end]


def _quiet_run(samples: Iterator[int]) -> int:
    return sum(1 for _ in takewhile(lambda sample: -_QUIET < sample < _QUIET, samples))


def _at_rate(speech: Speech, rate_hz: int) -> Speech:
    if speech.sample_rate_hz == rate_hz:
        return speech
    frames = frames_of([speech.pcm], speech.sample_rate_hz)
    steps = [("aresample", str(rate_hz)), ("aformat", "sample_fmts=s16")]
    return Speech(pcm_of(filtered(frames, speech.sample_rate_hz, steps)), rate_hz)


def _silence(seconds: float, rate_hz: int) -> bytes:
    return bytes(2 * round(seconds * rate_hz))


def _seconds(size: int, rate_hz: int) -> float:
    return size / 2 / rate_hz
