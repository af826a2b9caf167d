"""The nouns of the sound room."""

from dataclasses import dataclass

from site_plugins.voice.model import Speech


@dataclass(frozen=True)
class Piece:
    """One spoken sentence in an episode: its sound, its words, the silence after it."""

    speech: Speech
    text: str
    pause_s: float


@dataclass(frozen=True)
class Cue:
    """What is said from `start_s` to `end_s` of the finished file."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True)
class Profile:
    """How loud and how dense a file is: integrated loudness, true-peak ceiling, bit rate."""

    loudness_lufs: float
    true_peak_dbtp: float
    bitrate_kbps: int


@dataclass(frozen=True)
class Tags:
    """What a player shows. `language` is ISO 639-2, three letters; `lyrics` is the spoken text."""

    title: str
    artist: str
    album: str
    language: str
    lyrics: str
    comment: str


@dataclass(frozen=True)
class Level:
    """What a meter says of a finished file, after decoding."""

    loudness_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True)
class Mastered:
    """A finished MP3 and what is known about it."""

    mp3: bytes
    cues: tuple[Cue, ...]
    duration_s: float
    level: Level
