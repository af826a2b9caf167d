"""One edition: everything that may be aired today, planned, voiced or found, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from site_plugins.broadcast.casting import Match, Voices, cast_script
from site_plugins.broadcast.episode import Episode, lookup
from site_plugins.broadcast.idents import Idents, read_idents
from site_plugins.broadcast.items import Item, Outcome
from site_plugins.broadcast.job import Imprint, Job
from site_plugins.broadcast.lexicons import Lexicons, read_lexicons
from site_plugins.broadcast.production import Result
from site_plugins.broadcast.recorded_texts import recording_problems
from site_plugins.broadcast.station_lines import station_faults
from site_plugins.policy.sound_settings import Sound
from site_plugins.policy.source_file import read_source
from site_plugins.policy.station import STATION, VIETNAMESE, Settings
from site_plugins.problems import Problem, Severity
from site_plugins.sound.model import Codec, Profile
from site_plugins.voice.cache import Store
from site_plugins.voice.errors import RecordingError, VoiceError
from site_plugins.voice.recordings import STATION_LINES, Recordings, read_recordings
from site_plugins.voice.registry import Engines
from site_plugins.voice.rows import RECORDING, VoiceRows
from site_plugins.voice.voices_file import VOICES, read_voices

PROGRAMME = "Truyền thông chính sách"


@dataclass(frozen=True)
class Airing:
    """With what this station reads and speaks."""

    lexicons: Lexicons
    voices: VoiceRows
    engines: Engines
    recordings: Recordings
    idents: Idents

    def machines(self, *, online: bool) -> frozenset[str]:
        """The languages that a voice of this station speaks now."""
        rows = self.voices.rows
        return frozenset(tag for tag in rows if self.voices.voice_for(tag, online_allowed=online))

    def voices_for(self, item: Item, *, online: bool) -> Iterator[Voices]:
        """Who may say an item: people and the first machine, then each machine by itself."""
        slug, language = item.key
        by_people = self.recordings.by_key if language in self.voices.recorded else {}
        machines = self.voices.voices_for(language, online_allowed=online)
        yield Voices(
            by_people.get((slug, language)),
            by_people.get((STATION_LINES, language)),
            next(iter(machines), None),
        )
        yield from (Voices(machine=machine) for machine in machines)


def read_airing(root: Path, settings: Settings) -> tuple[Airing, list[Problem]]:
    """Read the station's lexicons and voices below `root`; a lexicon may be missing.

    What is wrong with a recording or an ident is no fault of configuration: it is kept with them.
    """
    engines = Engines()
    lexicons, problems = read_lexicons(root, settings.languages)
    vietnamese = lexicons.of(VIETNAMESE)
    problems += station_faults(_text(root, STATION, []), settings.station, vietnamese)
    rows, text = VoiceRows(), _text(root, VOICES, problems)
    if text:
        rows, faults = read_voices(text, settings.languages, engines, root)
        problems += faults
        problems += _silenced(rows, settings)
    recordings = read_recordings(root, settings.languages)
    idents, faults = read_idents(root)
    recordings.problems += faults
    engines.keep(RECORDING, tuple(recordings.by_key.values()))
    return Airing(lexicons, rows, engines, recordings, idents), problems


def _silenced(rows: VoiceRows, settings: Settings) -> Iterator[Problem]:
    """A station that chose online voices and does not allow them hears nothing, and why."""
    for tag in () if settings.station.online_voices else rows.only_online():
        message = f"giọng trực tuyến của dòng {tag} không đọc, vì online_voices đang là no"
        hint = f"lãnh đạo đài đồng ý thì ghi online_voices: yes trong {STATION}"
        yield Problem(VOICES, 0, 0, Severity.WARNING, message, hint)


def _text(root: Path, path: str, problems: list[Problem]) -> str:
    source = read_source(root, path)
    problems += source.problems
    return source.text or ""


def with_cast(items: Iterable[Item], airing: Airing, *, online: bool) -> Iterator[Item]:
    """The items with who says each; what stands in the way of a recording is told with them.

    `online` lets voices speak that send the text to a service.
    """
    for item in items:
        if item.script is None or item.outcome is Outcome.FAILED:
            yield item
            continue
        voices = airing.voices_for(item, online=online)
        cast, *others = (cast_script(item.script, some) for some in voices)
        instead = tuple(other for other in others if other.takes != cast.takes)
        waits = item.outcome is Outcome.WAITING_VOICE
        outdated = waits and not cast.takes and cast.match is Match.STALE
        outcome = Outcome.WAITING_READER if outdated else item.outcome
        told = recording_problems(item, cast) if waits else ()
        problems = (*item.problems, *told)
        yield replace(item, cast=cast, instead=instead, outcome=outcome, problems=problems)


def jobs_for(
    items: Iterable[Item], settings: Settings, airing: Airing, page_of: Callable[[Item], str]
) -> dict[tuple[str, str], Job]:
    """Item key → the episode to be made, for every item that has a script and a voice."""
    station = settings.station
    sound = station.sound
    wanted = ((Codec.MP3, sound.clip), (Codec.OPUS, sound.player))
    profiles = tuple((codec, _profile(sound, name)) for codec, name in wanted)
    jobs = {}
    for item in items:
        if item.outcome is Outcome.WAITING_VOICE and item.script and item.cast.takes:
            imprint = Imprint(station.name, PROGRAMME, page_of(item), airing.idents)
            first, *others = (
                Job(item.script, cast.takes, profiles, imprint, station.rate_wpm)
                for cast in (item.cast, *item.instead)
            )
            jobs[item.key] = replace(first, instead=tuple(others))
    return jobs


def _profile(sound: Sound, name: str) -> Profile:
    return Profile(**sound.profile(name).model_dump())


def found(jobs: Iterable[Job], store: Store) -> Iterator[Result]:
    """What is already kept, for those who only look: nothing is spoken."""
    for job in jobs:
        kept = (lookup(some, store) for some in (job, *job.instead))
        yield Result(job, next((episode for episode in kept if episode), None))


def with_results(
    items: Sequence[Item], jobs: dict[tuple[str, str], Job], results: Iterable[Result]
) -> list[Item]:
    """The items with what became of their jobs."""
    by_key = dict(zip(jobs, results, strict=True))
    return [_with_result(item, by_key.get(item.key)) for item in items]


def _with_result(item: Item, result: Result | None) -> Item:
    if result is None:
        return item
    if result.error:
        problem = Problem(item.text.path, 0, 0, Severity.ERROR, result.error)
        return replace(item, outcome=Outcome.FAILED, problems=(*item.problems, problem))
    told = (_stood_in_for(item, failure) for failure in result.failures)
    outcome = _outcome(result.episode)
    return replace(item, outcome=outcome, episode=result.episode, problems=(*item.problems, *told))


def _stood_in_for(item: Item, failure: VoiceError) -> Problem:
    """A file that somebody has to mend is a fault; a voice that may be back tomorrow is none."""
    is_fault = isinstance(failure, RecordingError)
    severity = Severity.ERROR if is_fault else Severity.WARNING
    return Problem(item.text.path, 0, 0, severity, str(failure), "bài đã được đọc bằng giọng khác")


def _outcome(episode: Episode | None) -> Outcome:
    if episode is None:
        return Outcome.NOT_CACHED
    return Outcome.CACHED if episode.cached else Outcome.MADE
