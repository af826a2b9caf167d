"""Takes → pieces of sound: what a voice says, laid out as the sound room wants it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from site_plugins.broadcast.casting import Take
from site_plugins.broadcast.job import Job, chapter
from site_plugins.sound.alignment import split
from site_plugins.sound.model import Piece
from site_plugins.sound.recorded import cleaned
from site_plugins.spoken.model import Role, Segment
from site_plugins.voice.cache import Store
from site_plugins.voice.clips import clip
from site_plugins.voice.guard import word_count
from site_plugins.voice.model import Engine, Speech, SpeechRequest, Voice

EngineFor = Callable[[Voice], Engine]

_STATION_S = (Role.ANNOUNCEMENT, Role.SIGN_OFF)


@dataclass(frozen=True)
class Speaker:
    """Says the takes of a job, each sentence kept in the store as soon as it is spoken."""

    job: Job
    engine_for: EngineFor
    store: Store

    def pieces(self, heed: Callable[[], None]) -> Iterator[Piece]:
        """All pieces in order; `heed` is called before each take and may end it by raising."""
        for take in self.job.takes:
            heed()
            yield from self._pieces(take)

    def _pieces(self, take: Take) -> Iterator[Piece]:
        voice = take.chosen.voice
        request = take.request(self.job.script.language, self.job.rate_wpm)
        speech = clip(self.engine_for(voice), voice, request, self.store)
        if voice.reader:
            speech = cleaned(speech)
        if len(take.segments) == 1:
            yield _piece(speech, take.segments[0], take.chosen.pauses)
        else:
            yield from _reading(speech, take.segments, request)


def _reading(
    speech: Speech, segments: Sequence[Segment], request: SpeechRequest
) -> Iterator[Piece]:
    """A person's whole reading, cut at its own pauses."""
    weights = [word_count(_alone(segment, request)) for segment in segments]
    for number, part in enumerate(split(speech, weights)):
        is_last = number == len(segments) - 1
        yield _piece(part, segments[number], 1 if is_last else 0, natural=True)


def _alone(segment: Segment, request: SpeechRequest) -> SpeechRequest:
    return SpeechRequest(segment.text, request.language, request.rate_wpm)


def _piece(speech: Speech, segment: Segment, pauses: float, *, natural: bool = False) -> Piece:
    return Piece(
        speech,
        segment.text,
        segment.pause_s * pauses,
        chapter=chapter(segment),
        natural=natural,
        over_bed=segment.role in _STATION_S,
    )
