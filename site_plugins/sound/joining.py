"""Sentences laid end to end, each start known to the sample."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from site_plugins.sound import meter
from site_plugins.sound.bed import lay_under
from site_plugins.sound.levelling import WORKING_LUFS, at_rate, levelled, trimmed
from site_plugins.sound.model import Chapter, Cue, Music, Piece, TimedWord
from site_plugins.sound.reel import Reel, resampled
from site_plugins.voice.model import Speech, Word

# Cheap players swallow the first moments of a file, and begin the next one without a breath.
LEAD_S, TAIL_S = 0.25, 0.5
MUSIC_GAP_S = 0.5
COMMON_RATE_HZ = 44_100
"""Where sounds of different rates meet."""
# Meters are not exact near half the sampling rate: the 8 kHz of a telephone cost 0.2 LU.
_LEAST_RATE_HZ = 22_050
_NO_GAP_S = 0.01


@dataclass(frozen=True)
class Track:
    """The sound of an episode, what is said when, and the gain to the working loudness."""

    reel: Reel
    gain_db: float
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]

    @property
    def rate_hz(self) -> int:
        """Of the reel's PCM."""
        return self.reel.rate_hz

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.reel.duration_s


@contextmanager
def joined(pieces: Iterable[Piece], music: Music = Music()) -> Iterator[Track]:  # noqa: B008  frozen
    """One track of all pieces, at their own rate where they agree on one; it is gone afterwards.

    Pieces are taken one by one and let go. Raises `SoundError` where the disk is full.
    """
    with _Assembly() as assembly:
        if music.ident:
            assembly.play(music.ident)
            assembly.rest(MUSIC_GAP_S)
        for piece in pieces:
            assembly.say(piece)
        if music.outro:
            assembly.rest(MUSIC_GAP_S)
            assembly.play(music.outro)
        assembly.rest(TAIL_S)
        if music.bed:
            assembly.lay(music.bed)
        yield assembly.track()


class _Assembly:
    """A track that grows."""

    def __init__(self) -> None:
        self.reel = Reel(COMMON_RATE_HZ)
        self._cues: list[Cue] = []
        self._chapters: list[Chapter] = []
        self._over_bed: list[tuple[float, float]] = []
        self._natural = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.reel.close()

    def play(self, music: Speech) -> None:
        """Add music at the loudness of speech."""
        self._add(levelled(music))

    def rest(self, seconds: float) -> None:
        """Add silence."""
        self.reel.append(bytes(2 * round(seconds * self.reel.rate_hz)))

    def say(self, piece: Piece) -> None:
        """Add a sentence and its pause."""
        speech = piece.speech if piece.natural else levelled(trimmed(piece.speech))
        self._natural |= piece.natural
        start_s, end_s = self._add(speech)
        self._cues.append(
            Cue(start_s, end_s, piece.text, timed_words(piece.text, speech.words, start_s, end_s))
        )
        if piece.chapter:
            self._chapters.append(Chapter(start_s, piece.chapter))
        self.rest(piece.pause_s)
        if piece.over_bed:
            self._over_bed.append((start_s, self.reel.duration_s))

    def lay(self, bed: Speech) -> None:
        """Put music under what goes over it."""
        if self._over_bed:
            self._meet(bed.sample_rate_hz)
            bed = at_rate(levelled(bed), self.reel.rate_hz)
        for start_s, end_s in _together(self._over_bed):
            lay_under(self.reel, bed, start_s, end_s)

    def track(self) -> Track:
        """What was added."""
        gain_db = 0.0
        if self._natural:
            gain_db = WORKING_LUFS - meter.loudness_lufs(self.reel.frames(), self.reel.rate_hz)
        return Track(self.reel, gain_db, tuple(self._cues), tuple(self._chapters))

    def _add(self, speech: Speech) -> tuple[float, float]:
        self._meet(speech.sample_rate_hz)
        start_s = self.reel.duration_s
        self.reel.append(at_rate(speech, self.reel.rate_hz).pcm)
        return start_s, self.reel.duration_s

    def _meet(self, rate_hz: int) -> None:
        """Make the reel fit for sound of this rate: the first one decides, the second mixes."""
        rate_hz = max(rate_hz, _LEAST_RATE_HZ)
        if not self.reel.samples:
            self.reel.rate_hz = rate_hz
            self.rest(LEAD_S)
        elif rate_hz != self.reel.rate_hz != COMMON_RATE_HZ:
            before, self.reel = self.reel, resampled(self.reel, COMMON_RATE_HZ)
            before.close()


def _together(spans: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Spans that follow one another without a gap, as one."""
    open_span: tuple[float, float] | None = None
    for start_s, end_s in spans:
        if open_span and start_s - open_span[1] < _NO_GAP_S:
            open_span = (open_span[0], end_s)
            continue
        if open_span:
            yield open_span
        open_span = (start_s, end_s)
    if open_span:
        yield open_span


def timed_words(
    text: str, words: Sequence[Word], start_s: float, end_s: float
) -> tuple[TimedWord, ...]:
    """The words of a cue that lasts from `start_s` to `end_s`: all of its text, or none.

    What stands between two words, such as a comma, belongs to the one before it.
    """
    starts = [0, *(word.start for word in words[1:]), len(text)]
    texts = [text[start:end].strip() for start, end in pairwise(starts)]
    times = [min(start_s + word.at_s, end_s) for word in words]
    if not words or " ".join(texts) != text or not all(texts) or times != sorted(times):
        return ()
    return tuple(map(TimedWord, times, texts))
