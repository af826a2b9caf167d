"""A script as a finished episode, made once and then found."""

import hashlib
import json
import threading
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from typing import Any

from site_plugins.broadcast.job import Job
from site_plugins.broadcast.speaking import EngineFor, Speaker
from site_plugins.sound.captions import web_vtt
from site_plugins.sound.joining import Track, joined
from site_plugins.sound.mastering import master
from site_plugins.sound.model import Chapter, Codec, Cue, Level
from site_plugins.sound.tagging import tagged
from site_plugins.voice.cache import Entry, Store
from site_plugins.voice.errors import VoiceError
from site_plugins.voice.model import Voice


@dataclass(frozen=True)
class SoundFile:
    """A finished file in the store. `digest` is its SHA-256."""

    path: Path
    size_bytes: int
    digest: str
    level: Level


@dataclass(frozen=True)
class Episode:
    """A script's finished files and what is known about them.

    `text` is what is heard, one sentence a line; `script_digest` its SHA-256, which the tags bear;
    `vtt` are the captions as WebVTT, with the times of words where they are known, which `cues`
    leave out; `cached` says that the files were found and not made.
    """

    language: str
    title: str
    text: str
    script_digest: str
    voices: tuple[Voice, ...]
    mp3: SoundFile
    opus: SoundFile
    duration_s: float
    vtt: str
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    cached: bool

    @property
    def lighter(self) -> SoundFile | None:
        """What the pages' player plays first: Opus, where it is the smaller file."""
        return self.opus if self.opus.size_bytes < self.mp3.size_bytes else None


class StoppedError(Exception):
    """Somebody wants to end before the work is done."""


def produce(
    job: Job, engine_for: EngineFor, store: Store, stop: threading.Event | None = None
) -> Episode:
    """The episode, found or made. Raises `VoiceError`, or `StoppedError` once `stop` is set.

    Each sentence is kept as soon as it is spoken: an edit costs one sentence and one encoding.
    """
    found = lookup(job, store)
    if found:
        return found
    if not job.takes:
        message = f'bài "{job.script.title}" không có câu nào để đọc'
        raise VoiceError(message)

    def heed() -> None:
        if stop and stop.is_set():
            raise StoppedError

    pieces = Speaker(job, engine_for, store).pieces(heed)
    entries = {}
    with joined(pieces, job.imprint.idents.music) as track:
        tags = replace(job.tags, chapters=track.chapters, duration_s=track.duration_s)
        for codec, profile in job.profiles:
            mastered = master(track, profile, codec, heed)
            data = tagged(mastered.data, tags, codec)
            note = _noted(track, mastered.level, codec, data)
            entries[codec] = store.put(job.key(codec), data, note)
    return _episode(job, entries, cached=False)


def lookup(job: Job, store: Store) -> Episode | None:
    """The finished episode, checked by the store, or None; never speaks."""
    entries = {}
    for codec, _ in job.profiles:
        entry = store.get(job.key(codec))
        if entry is None:
            return None
        entries[codec] = entry
    return _episode(job, entries, cached=True)


def _noted(track: Track, level: Level, codec: Codec, data: bytes) -> str:
    """What is known of a file; times are noted once, with the MP3.

    Captions are noted as they are published: a time for every word would be read in vain.
    """
    note: dict[str, object] = {"level": asdict(level), "sha256": hashlib.sha256(data).hexdigest()}
    if codec is Codec.MP3:
        note["duration_s"] = track.duration_s
        note["vtt"] = web_vtt(track.cues)
        note["cues"] = [(cue.start_s, cue.end_s, cue.text) for cue in track.cues]
        note["chapters"] = [astuple(chapter) for chapter in track.chapters]
    return json.dumps(note, ensure_ascii=False)


def _episode(job: Job, entries: dict[Codec, Entry], *, cached: bool) -> Episode:
    notes = {codec: json.loads(entry.note) for codec, entry in entries.items()}
    files = {codec: _file(entry, notes[codec]) for codec, entry in entries.items()}
    known = notes[Codec.MP3]
    return Episode(
        language=job.script.language,
        title=job.script.title,
        text="\n".join(job.lines) + "\n",
        script_digest=job.tags.digest,
        voices=job.voices,
        mp3=files[Codec.MP3],
        opus=files[Codec.OPUS],
        duration_s=known["duration_s"],
        vtt=known["vtt"],
        cues=tuple(Cue(*cue) for cue in known["cues"]),
        chapters=tuple(Chapter(*chapter) for chapter in known["chapters"]),
        cached=cached,
    )


def _file(entry: Entry, note: dict[str, Any]) -> SoundFile:
    size_bytes = entry.path.stat().st_size
    return SoundFile(entry.path, size_bytes, note["sha256"], Level(**note["level"]))
