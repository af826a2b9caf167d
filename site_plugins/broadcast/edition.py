"""One edition: everything that may be aired today, planned, voiced or found, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from site_plugins.broadcast.episode import Episode, Imprint, Job, lookup
from site_plugins.broadcast.items import Item, Outcome
from site_plugins.broadcast.lexicons import Lexicons, read_lexicons
from site_plugins.broadcast.production import Result
from site_plugins.broadcast.station_lines import station_faults
from site_plugins.policy.source_file import read_source
from site_plugins.policy.station import STATION, VIETNAMESE, Settings
from site_plugins.problems import Problem, Severity
from site_plugins.sound.model import Profile
from site_plugins.voice.cache import Store
from site_plugins.voice.registry import Engines
from site_plugins.voice.voices_file import VOICES, VoiceRows, read_voices

PROGRAMME = "Truyền thông chính sách"


@dataclass(frozen=True)
class Airing:
    """With what this station reads and speaks."""

    lexicons: Lexicons
    voices: VoiceRows
    engines: Engines

    def machines(self, *, online: bool) -> frozenset[str]:
        """The languages that a voice of this station speaks now."""
        rows = self.voices.rows
        return frozenset(tag for tag in rows if self.voices.voice_for(tag, online_allowed=online))


def read_airing(root: Path, settings: Settings) -> tuple[Airing, list[Problem]]:
    """Read the station's lexicons and voices below `root`; a lexicon may be missing."""
    engines = Engines()
    lexicons, problems = read_lexicons(root, settings.languages)
    vietnamese = lexicons.of(VIETNAMESE)
    problems += station_faults(_text(root, STATION, []), settings.station, vietnamese)
    rows, text = VoiceRows(), _text(root, VOICES, problems)
    if text:
        rows, faults = read_voices(text, settings.languages, engines)
        problems += faults
    return Airing(lexicons, rows, engines), problems


def _text(root: Path, path: str, problems: list[Problem]) -> str:
    source = read_source(root, path)
    problems += source.problems
    return source.text or ""


def jobs_for(
    items: Iterable[Item],
    settings: Settings,
    airing: Airing,
    page_of: Callable[[Item], str],
    *,
    online: bool,
) -> dict[tuple[str, str], Job]:
    """Item key → the episode to be made, for every item that has a script and a voice.

    `online` lets voices speak that send the text to a service.
    """
    station = settings.station
    profile = Profile(**station.sound.profile(station.sound.clip).model_dump())
    jobs = {}
    for item in items:
        voice = airing.voices.voice_for(item.text.language, online_allowed=online)
        if item.outcome is Outcome.WAITING_VOICE and item.script and voice:
            imprint = Imprint(station.name, PROGRAMME, page_of(item))
            jobs[item.key] = Job(item.script, voice, profile, imprint, station.rate_wpm)
    return jobs


def found(jobs: Iterable[Job], store: Store) -> Iterator[Result]:
    """What is already kept, for those who only look: nothing is spoken."""
    for job in jobs:
        yield Result(job, lookup(job, store))


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
    return replace(item, outcome=_outcome(result.episode), episode=result.episode)


def _outcome(episode: Episode | None) -> Outcome:
    if episode is None:
        return Outcome.NOT_CACHED
    return Outcome.CACHED if episode.cached else Outcome.MADE
