"""A script as a finished episode, made once and then found."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from site_plugins.sound.captions import web_vtt
from site_plugins.sound.joining import joined
from site_plugins.sound.mastering import master, mastering_version
from site_plugins.sound.model import Codec, Cue, Level, Piece, Profile, Tags
from site_plugins.sound.tagging import tagged
from site_plugins.spoken.model import Script
from site_plugins.voice.cache import Entry, Store, key_of
from site_plugins.voice.clips import SPEAKING_VERSION, clip
from site_plugins.voice.errors import VoiceError
from site_plugins.voice.model import Engine, SpeechRequest, Voice

# Raised when what is noted with an episode, or the wording of its tags, changes.
_EPISODE_VERSION = 1

# ISO 639-2, which tags want, of the languages that the registry writes in two letters.
_THREE_LETTERS = {"vi": "vie", "km": "khm"}


@dataclass(frozen=True)
class Imprint:
    """What a file's tags say beside its script: station, programme, the page it was read from."""

    station: str
    programme: str
    page: str


@dataclass(frozen=True)
class Job:
    """An episode to be made: everything that decides its bytes."""

    script: Script
    voice: Voice
    profile: Profile
    imprint: Imprint
    rate_wpm: int


@dataclass(frozen=True)
class Episode:
    """A finished MP3 in the store and what is known about it. `digest` is its SHA-256.

    `cached` says that it was found and not made.
    """

    language: str
    title: str
    text: str
    voice_name: str
    mp3_path: Path
    size_bytes: int
    digest: str
    duration_s: float
    level: Level
    cues: tuple[Cue, ...]
    cached: bool

    @property
    def vtt(self) -> str:
        """The captions as WebVTT."""
        return web_vtt(self.cues)


class StoppedError(Exception):
    """Somebody wants to end before the work is done."""


def produce(job: Job, engine: Engine, store: Store, stop: threading.Event | None = None) -> Episode:
    """The episode, found or made. Raises `VoiceError`, or `StoppedError` once `stop` is set.

    Each sentence is kept as soon as it is spoken: an edit costs one sentence and one encoding.
    """
    found = lookup(job, store)
    if found:
        return found
    if not job.script.segments:
        message = f'bài "{job.script.title}" không có câu nào để đọc'
        raise VoiceError(message)

    def heed() -> None:
        if stop and stop.is_set():
            raise StoppedError

    with joined(_pieces(job, engine, store, heed)) as track:
        mastered = master(track, job.profile, Codec.MP3, heed)
        cues = [(cue.start_s, cue.end_s, cue.text) for cue in track.cues]
        note = json.dumps([track.duration_s, asdict(mastered.level), cues], ensure_ascii=False)
    mp3 = tagged(mastered.data, _tags(job))
    return _episode(job, store.put(_key(job), mp3, note), cached=False)


def _pieces(job: Job, engine: Engine, store: Store, heed: Callable[[], None]) -> Iterator[Piece]:
    for segment in job.script.segments:
        heed()
        request = SpeechRequest(segment.text, job.script.language, job.rate_wpm)
        yield Piece(clip(engine, job.voice, request, store), segment.text, segment.pause_s)


def lookup(job: Job, store: Store) -> Episode | None:
    """The finished episode, checked against its digest, or None; never speaks."""
    entry = store.get(_key(job))
    return _episode(job, entry, cached=True) if entry else None


def _episode(job: Job, entry: Entry, *, cached: bool) -> Episode:
    duration_s, level, cues = json.loads(entry.note)
    return Episode(
        language=job.script.language,
        title=job.script.title,
        text=job.script.text,
        voice_name=job.voice.name,
        mp3_path=entry.path,
        size_bytes=entry.path.stat().st_size,
        digest=entry.digest,
        duration_s=duration_s,
        level=Level(**level),
        cues=tuple(Cue(*cue) for cue in cues),
        cached=cached,
    )


def _key(job: Job) -> str:
    return key_of(
        "episode",
        episode=_EPISODE_VERSION,
        speaking=SPEAKING_VERSION,
        mastering=mastering_version(),
        voice=(job.voice.name, job.voice.version),
        rate=job.rate_wpm,
        profile=asdict(job.profile),
        tags=repr(_tags(job)),
        segments=[(segment.text, segment.pause_s) for segment in job.script.segments],
    )


def _tags(job: Job) -> Tags:
    language = job.script.language.split("-")[0]
    text = job.script.text
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Tags(
        title=job.script.title,
        artist=job.imprint.station,
        album=job.imprint.programme,
        language=_THREE_LETTERS.get(language, language),
        lyrics=text,
        comment=f"{job.imprint.page}\nGiọng đọc máy: {job.voice.name}\nsha256:{digest}",
    )
