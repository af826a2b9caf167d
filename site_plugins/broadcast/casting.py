"""Who says what: a script's sentences given to a person's recording or to a machine's voice.

People come before machines. A recording is bound to the words that were read: where the script has
changed, the recording is stale and is not used at all, for half a text in an old voice and half in
a machine's would be neither. Only the station's own lines may be said by somebody else than the
text, and are left out where nobody can say them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, takewhile

from site_plugins.spoken.model import Role, Script, Segment
from site_plugins.voice.model import SpeechRequest
from site_plugins.voice.recording import voice_of
from site_plugins.voice.recording_file import line_digest, script_digest
from site_plugins.voice.recordings import Recording
from site_plugins.voice.rows import Chosen

_STATION_ROLES = (Role.ANNOUNCEMENT, Role.SIGN_OFF)


@dataclass(frozen=True)
class Take:
    """Segments that one voice says: one sentence, or a person's whole reading."""

    chosen: Chosen
    segments: tuple[Segment, ...]

    def request(self, language: str, rate_wpm: int) -> SpeechRequest:
        """What the voice is asked; `rate_wpm` is the station's pace."""
        text = "\n".join(segment.text for segment in self.segments)
        chosen = self.chosen
        return SpeechRequest(text, language, chosen.rate_wpm or rate_wpm, chosen.pitch)


class Match(StrEnum):
    """How a text's recording stands to its script; the value is what the desk shows."""

    NONE = "chưa có bản ghi âm"
    UNBOUND = "bản ghi âm chưa có tệp kèm"
    FAULTY = "tệp kèm của bản ghi âm còn lỗi"
    STALE = "bản ghi âm cũ hơn lời đọc"
    INCOMPLETE = "bản ghi âm còn thiếu câu"
    READY = "bản ghi âm khớp lời đọc"


@dataclass(frozen=True)
class Cast:
    """The takes in order; empty where nobody can say the text.

    `missing` are the lines of the text that the recording does not hold as they stand now;
    `unsaid` are lines of the station that nobody can say.
    """

    takes: tuple[Take, ...] = ()
    match: Match = Match.NONE
    missing: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True)
class Voices:
    """Who may say a text: its own recording, that of the station's lines, a machine."""

    own: Recording | None = None
    station: Recording | None = None
    machine: Chosen | None = None


def cast_script(script: Script, voices: Voices) -> Cast:
    """Give every segment to a voice."""
    segments = script.segments
    if _holds(voices.own, segments):
        return Cast((_take(voices.own, segments),), Match.READY)
    opening, core, closing = _in_three(segments)
    match, missing = _matched(voices.own, segments, core)
    told = _told(voices, core, match)
    if not told:
        return Cast((), match, missing)
    around = {segment: _station_take(voices, segment) for segment in (*opening, *closing)}
    said = chain((around[s] for s in opening), told, (around[s] for s in closing))
    unsaid = tuple(segment.text for segment, take in around.items() if take is None)
    return Cast(tuple(take for take in said if take), match, missing, unsaid)


def own_segments(script: Script) -> tuple[Segment, ...]:
    """What is read of the text itself with its warnings, without the station's own lines."""
    return _in_three(script.segments)[1]


def station_segments(script: Script) -> tuple[Segment, ...]:
    """The station's own lines, around the text."""
    opening, _, closing = _in_three(script.segments)
    return (*opening, *closing)


def _matched(
    own: Recording | None, script: Sequence[Segment], core: Sequence[Segment]
) -> tuple[Match, tuple[str, ...]]:
    """How a recording stands to a text's own lines, and which of them it does not hold."""
    if own is None or not own.files:
        return Match.NONE, ()
    if own.sheet is None:
        return (Match.FAULTY if own.is_faulty else Match.UNBOUND), ()
    if _holds(own, core) or _sentences_held(own, core):
        return Match.READY, ()
    whole = own.sheet.script in own.files
    known = set(own.sheet.sentences) if whole else set(own.files)
    missing = tuple(s.text for s in core if line_digest(s.text) not in known)
    is_same = own.sheet.script in (_digest(script), _digest(core))
    return (Match.INCOMPLETE if is_same else Match.STALE), missing


def _digest(segments: Sequence[Segment]) -> str:
    return script_digest([segment.text for segment in segments])


def _in_three(
    segments: Sequence[Segment],
) -> tuple[tuple[Segment, ...], tuple[Segment, ...], tuple[Segment, ...]]:
    opening = tuple(takewhile(_is_station_s, segments))
    closing = tuple(takewhile(_is_station_s, reversed(segments[len(opening) :])))[::-1]
    return opening, tuple(segments[len(opening) : len(segments) - len(closing)]), closing


def _is_station_s(segment: Segment) -> bool:
    return segment.role in _STATION_ROLES


def _told(voices: Voices, core: Sequence[Segment], match: Match) -> tuple[Take, ...]:
    """The text itself: all of it by a person, or all of it by a machine."""
    if match is Match.READY and _holds(voices.own, core):
        return (_take(voices.own, core),)
    if match is Match.READY:
        return tuple(_take(voices.own, [segment]) for segment in core)
    return tuple(Take(voices.machine, (s,)) for s in core) if voices.machine else ()


def _station_take(voices: Voices, segment: Segment) -> Take | None:
    for recording in (voices.station, voices.own):
        if _sentences_held(recording, [segment]):
            return _take(recording, [segment])
    return Take(voices.machine, (segment,)) if voices.machine else None


def _take(recording: Recording | None, segments: Sequence[Segment]) -> Take:
    if recording is None:
        raise ValueError(segments)
    return Take(Chosen(voice_of(recording)), tuple(segments))


def _holds(recording: Recording | None, segments: Sequence[Segment]) -> bool:
    """Whether it has all of this as one reading."""
    if recording is None or recording.sheet is None:
        return False
    return _digest(segments) in recording.files


def _sentences_held(recording: Recording | None, segments: Sequence[Segment]) -> bool:
    if recording is None or recording.sheet is None:
        return False
    return all(line_digest(segment.text) in recording.files for segment in segments)
