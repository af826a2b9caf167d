"""The engine contract: what a voice is, what a request asks, what an engine gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class Adjustment(StrEnum):
    """What a station may ask of a voice that can do it; the value is the key in `voices.yml`."""

    RATE = "rate_wpm"
    PITCH = "pitch"


@dataclass(frozen=True)
class Source:
    """What a station keeps for an engine: the folder of a model, the readings of a person.

    `name` is what follows the engine's name and a colon in the voice's ("neural:mms-khm").
    """

    name: str
    languages: frozenset[str]
    licence: str
    folder: Path


@dataclass(frozen=True)
class Voice:
    """What a voice is.

    `name` is how `audio/voices.yml` calls it: the engine's entry point, a colon, the engine's own
    name ("espeak:vi"). `languages` are the registry tags that it was made for, and it never
    speaks another; `version` changes whenever its sound may. `adjusts` is what it can be asked
    beside its own way of speaking. `reader` credits the person who reads; it is "" for a machine.
    """

    name: str
    languages: frozenset[str]
    sample_rate_hz: int
    version: str
    licence: str
    online: bool = False
    adjusts: frozenset[Adjustment] = frozenset()
    reader: str = ""
    source: Source | None = None


@dataclass(frozen=True)
class SpeechRequest:
    """What is asked: `text` already in words; `rate_wpm` in words (Vietnamese: tiếng) a minute.

    The rate is what a listener would count, not an engine's own setting: each engine converts.
    `pitch` is in percent of the voice's own: 90 is a little lower.
    """

    text: str
    language: str
    rate_wpm: int
    pitch: int = 100


@dataclass(frozen=True)
class Word:
    """`text[start:end]` of the request is heard from `at_s` seconds of the speech."""

    start: int
    end: int
    at_s: float


@dataclass(frozen=True)
class Speech:
    """What an engine gives: mono signed 16-bit little-endian PCM, and its words where known."""

    pcm: bytes
    sample_rate_hz: int
    words: tuple[Word, ...] = ()

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.pcm) / 2 / self.sample_rate_hz


class Engine(Protocol):
    """A family of voices behind one library or service. Several threads may use one engine."""

    def voices(self, sources: Sequence[Source]) -> Sequence[Voice]:
        """The voices that can speak now (none when the library is not installed).

        `sources` are those that the station keeps for this engine; most engines need none.
        """
        ...

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """Speak a text. Raises `VoiceError` with a message in Vietnamese for staff."""
        ...

    def close(self) -> None:
        """Let go of processes and connections; speaking that is under way fails."""
        ...
