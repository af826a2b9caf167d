"""The engine contract: what a voice is, what a request asks, what an engine gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Voice:
    """What a voice is.

    `name` is how `audio/voices.yml` calls it: the engine's entry point, a colon, the engine's own
    name ("espeak:vi"). `languages` are the registry tags that it was made for, and it never
    speaks another; `version` changes whenever its sound may.
    """

    name: str
    languages: frozenset[str]
    sample_rate_hz: int
    version: str
    licence: str
    online: bool = False


@dataclass(frozen=True)
class SpeechRequest:
    """What is asked: `text` already in words; `rate_wpm` in words (Vietnamese: tiếng) a minute.

    The rate is what a listener would count, not an engine's own setting: each engine converts.
    """

    text: str
    language: str
    rate_wpm: int


@dataclass(frozen=True)
class Speech:
    """What an engine gives: mono signed 16-bit little-endian PCM."""

    pcm: bytes
    sample_rate_hz: int

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.pcm) / 2 / self.sample_rate_hz


class Engine(Protocol):
    """A family of voices behind one library or service. Several threads may use one engine."""

    def voices(self) -> Sequence[Voice]:
        """The voices that can speak now (none when the library is not installed)."""
        ...

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """Speak a text. Raises `VoiceError` with a message in Vietnamese for staff."""
        ...

    def close(self) -> None:
        """Let go of processes and connections; speaking that is under way fails."""
        ...
