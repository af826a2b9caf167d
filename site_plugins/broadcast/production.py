"""Many episodes side by side; one that fails leaves the others alone."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from site_plugins.broadcast.episode import Episode, produce
from site_plugins.broadcast.job import Job
from site_plugins.broadcast.speaking import EngineFor
from site_plugins.voice.cache import Store
from site_plugins.voice.errors import VoiceError

# Filters and encoder let go of Python's lock, and engines are other processes.
_SIDE_BY_SIDE = 2
# Windows hears Ctrl-C only between waits.
_PATIENCE_S = 0.2


@dataclass(frozen=True)
class Result:
    """What became of a job: an episode, or the reason in Vietnamese why there is none.

    `failures` are those of the job and of what stood in for it, up to what succeeded.
    """

    job: Job
    episode: Episode | None
    failures: tuple[VoiceError, ...] = ()

    @property
    def error(self) -> str:
        """Why there is no episode, "" where there is one."""
        return "" if self.episode else "; ".join(dict.fromkeys(map(str, self.failures)))


def produce_all(
    jobs: Sequence[Job],
    engine_for: EngineFor,
    store: Store,
    finished: Callable[[Result], None] = lambda _: None,
) -> tuple[Result, ...]:
    """The results, in the order of the jobs; `finished` hears of each as soon as it is there.

    Ctrl-C ends after the sentences and encodings that are under way, which are kept.
    """
    stop = threading.Event()
    with _crew(stop) as crew:
        work = partial(_result, engine_for=engine_for, store=store, stop=stop)
        futures = [crew.submit(work, job) for job in jobs]
        for future in _as_completed(futures):
            finished(future.result())
        return tuple(future.result() for future in futures)


@contextmanager
def _crew(stop: threading.Event) -> Iterator[ThreadPoolExecutor]:
    crew = ThreadPoolExecutor(_SIDE_BY_SIDE)
    try:
        yield crew
    finally:
        stop.set()
        crew.shutdown(cancel_futures=True)


def _as_completed(futures: Sequence[Future[Result]]) -> Iterator[Future[Result]]:
    waiting = set(futures)
    while waiting:
        done, waiting = wait(waiting, timeout=_PATIENCE_S, return_when=FIRST_COMPLETED)
        yield from done


def _result(job: Job, engine_for: EngineFor, store: Store, stop: threading.Event) -> Result:
    failures: list[VoiceError] = []
    for attempt in (job, *job.instead):
        try:
            episode = produce(attempt, engine_for, store, stop)
        except VoiceError as error:
            failures.append(error)
        else:
            return Result(job, episode, tuple(failures))
    return Result(job, None, tuple(failures))
