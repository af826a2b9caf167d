"""An episode to be made: everything that decides its bytes, and what its tags say."""

import hashlib
from dataclasses import asdict, dataclass, field, replace
from functools import cache, cached_property

from site_plugins.broadcast.casting import Take
from site_plugins.broadcast.idents import Idents
from site_plugins.sound.alignment import alignment_version
from site_plugins.sound.mastering import mastering_version
from site_plugins.sound.model import Codec, Profile, Tags
from site_plugins.sound.recorded import recording_version
from site_plugins.sound.tagging import tagging_version
from site_plugins.spoken.model import Role, Script, Segment
from site_plugins.voice.cache import key_of
from site_plugins.voice.clips import SPEAKING_VERSION
from site_plugins.voice.model import Voice

# Raised when what is noted with an episode (its captions too) or the wording of its tags changes.
_EPISODE_VERSION = 3

# ISO 639-2, which tags want, of the languages that the registry writes in two letters.
_THREE_LETTERS = {"vi": "vie", "km": "khm"}


_CHAPTERS = (Role.TITLE, Role.HEADING)


@dataclass(frozen=True)
class Imprint:
    """What a file says beside its script: station, programme, the page it was read from, idents."""

    station: str
    programme: str
    page: str
    idents: Idents = field(default_factory=Idents)


@dataclass(frozen=True)
class Job:
    """An episode to be made. `profiles` are those of its files; `rate_wpm` the station's pace.

    `instead` are the jobs that stand in for it, in order, where a voice of it fails.
    """

    script: Script
    takes: tuple[Take, ...]
    profiles: tuple[tuple[Codec, Profile], ...]
    imprint: Imprint
    rate_wpm: int
    instead: tuple["Job", ...] = ()

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who is heard, in order, each once."""
        return tuple(dict.fromkeys(take.chosen.voice for take in self.takes))

    @property
    def lines(self) -> tuple[str, ...]:
        """What is heard, sentence by sentence."""
        return tuple(segment.text for take in self.takes for segment in take.segments)

    def key(self, codec: Codec) -> str:
        """The store's key of one of its files."""
        return key_of(
            "episode",
            episode=_EPISODE_VERSION,
            codec=codec,
            profile=asdict(dict(self.profiles)[codec]),
            sound=self._sound_key,
            made_by=_made_by(),
        )

    @cached_property
    def _sound_key(self) -> str:
        """What all files of the job have in common; worked out once."""
        return key_of(
            "sound",
            music=self.imprint.idents.digest,
            takes=[self._told(take) for take in self.takes],
            tags=repr(replace(self.tags, cover=b"")),
            cover=hashlib.sha256(self.tags.cover).hexdigest(),
        )

    def _told(self, take: Take) -> list[object]:
        voice, request = take.chosen.voice, take.request(self.script.language, self.rate_wpm)
        said = [(s.text, s.pause_s, s.role, chapter(s)) for s in take.segments]
        settings = request.rate_wpm, request.pitch, take.chosen.pauses
        return [voice.name, voice.version, *settings, said]

    @cached_property
    def tags(self) -> Tags:
        """The file's tags; chapters and length are known once it is joined."""
        language = self.script.language.split("-")[0]
        lyrics = "\n".join(self.lines) + "\n"
        heard = credit(self.voices)
        return Tags(
            title=self.script.title,
            artist=self.imprint.station,
            album=self.imprint.programme,
            language=_THREE_LETTERS.get(language, language),
            lyrics=lyrics,
            comment=f"{self.imprint.page}\n{heard[0].upper()}{heard[1:]}",
            page=self.imprint.page,
            digest=hashlib.sha256(lyrics.encode()).hexdigest(),
            cover=self.imprint.idents.cover,
        )


@cache
def _made_by() -> str:
    """Every version that may change a byte; to ask libraries for theirs takes long."""
    return key_of(
        "made by",
        speaking=SPEAKING_VERSION,
        mastering=mastering_version(),
        recording=recording_version(),
        alignment=alignment_version(),
        tagging=tagging_version(),
    )


def chapter(segment: Segment) -> str:
    """The title, as written, of the chapter that begins with a segment; "" for most."""
    return segment.written if segment.role in _CHAPTERS else ""


def credit(voices: tuple[Voice, ...]) -> str:
    """Who is heard, as pages and tags say it: a machine is always called one."""
    readers = dict.fromkeys(voice.reader for voice in voices if voice.reader)
    machines = any(not voice.reader for voice in voices)
    if not readers:
        return "giọng máy"
    read = f"người đọc: {', '.join(readers)}"
    return f"{read}; lời của đài do giọng máy đọc" if machines else read
