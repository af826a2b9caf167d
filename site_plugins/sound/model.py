"""The nouns of the sound room."""

from dataclasses import dataclass
from enum import StrEnum

from site_plugins.voice.model import Speech


@dataclass(frozen=True)
class Piece:
    """One spoken sentence in an episode: its sound, its words, the silence after it.

    `chapter` is the title of the chapter that begins here, "" for none. A `natural` piece is part
    of a person's whole reading, with the reader's own pauses and level: it is laid down as it is.
    `over_bed` says that the station's background music, if any, lies under it.
    """

    speech: Speech
    text: str
    pause_s: float
    chapter: str = ""
    natural: bool = False
    over_bed: bool = False


@dataclass(frozen=True)
class Music:
    """The station's own sounds: before everything, after everything, under its own lines."""

    ident: Speech | None = None
    outro: Speech | None = None
    bed: Speech | None = None


@dataclass(frozen=True)
class TimedWord:
    """A word of a cue and when it is heard, in seconds of the finished file."""

    at_s: float
    text: str


@dataclass(frozen=True)
class Cue:
    """What is said from `start_s` to `end_s` of the finished file.

    `words` are the words that the engine gave times for, in order: all of the text or none.
    """

    start_s: float
    end_s: float
    text: str
    words: tuple[TimedWord, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """A part of the episode, up to where the next begins."""

    start_s: float
    title: str


class Codec(StrEnum):
    """The kinds of finished file; the value is the suffix of their names."""

    MP3 = "mp3"
    OPUS = "opus"


@dataclass(frozen=True)
class Profile:
    """How a file sounds on the device that it is made for.

    Everything below `low_hz` and above `high_hz` is taken out; `compression` is the compressor's
    ratio; then integrated loudness, true-peak ceiling and constant bit rate.
    """

    low_hz: int
    high_hz: int
    compression: float
    loudness_lufs: float
    true_peak_dbtp: float
    bitrate_kbps: int


@dataclass(frozen=True)
class Tags:
    """What a player shows. `language` is ISO 639-2, three letters; `lyrics` is the spoken text.

    `page` is the address that the text was read from, "" for none; `digest` is the SHA-256 of the
    spoken text; `cover` is a PNG or JPEG, empty for none; `duration_s` ends the last chapter.
    """

    title: str
    artist: str
    album: str
    language: str
    lyrics: str
    comment: str
    page: str = ""
    digest: str = ""
    cover: bytes = b""
    chapters: tuple[Chapter, ...] = ()
    duration_s: float = 0


@dataclass(frozen=True)
class Level:
    """What a meter says of a finished file, after decoding."""

    loudness_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True)
class Mastered:
    """A finished file without tags, and what a meter says of it."""

    data: bytes
    level: Level
