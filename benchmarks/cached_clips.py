"""What a clip costs in a build that finds all of them in the store.

    python -m benchmarks.cached_clips --explainers 250 --work FOLDER

The same approved explainers are built with their clips and, in turns, without a voice: every
script is written in both, so the difference is what clips cost. POSIX only.
"""

import argparse
import os
import re
import runpy
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.corpus import Corpus
from benchmarks.projects import write_ours
from benchmarks.timing import ENVIRON, Cost, build, run
from site_plugins.sound import mastering
from site_plugins.sound.model import Codec, Mastered, Profile
from site_plugins.voice.cache import Entry, Store
from site_plugins.voice.cache_pruning import Limits

_ROOMY = Limits(days=3650, megabytes=1_000_000)


def main() -> None:
    """Fill the store, build in turns, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--explainers", type=int, default=250)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=Path, help="the folder of projects and store, kept")
    parser.add_argument("--fill", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.fill:
        fill(options.fill)
        return
    with_clips, silent = _projects(options.work, options.explainers)
    again = [sys.executable, "-m", "benchmarks.cached_clips", "--fill", str(with_clips)]
    print(f"store filled, {run(again, with_clips).cpu_s:.0f} CPU s", flush=True)
    print(_stages(with_clips / ".cache"), flush=True)
    print(_race(with_clips, silent, options.rounds))


def _projects(work: Path, explainers: int) -> tuple[Path, Path]:
    with_clips, silent = work.resolve() / "clips", work.resolve() / "silent"
    for project in (with_clips, silent):
        project.mkdir(parents=True, exist_ok=True)
        write_ours(project, Corpus(explainers, languages=1, approved=explainers))
    voices = silent / "audio/voices.yml"
    text = voices.read_text(encoding="utf-8")
    voices.write_text(re.sub(r"^vi: .*$", "vi: []", text, flags=re.MULTILINE), encoding="utf-8")
    return with_clips, silent


def fill(project: Path) -> None:
    """Build once, encoding one clip in each codec and giving its sound to every other.

    Each keeps its own sentences, tags and captions, so that no two files are the same; encoding a
    thousand clips of six minutes in earnest would take an hour.
    """
    kept: dict[tuple[Profile, Codec], Mastered] = {}

    def master(track: Any, profile: Profile, codec: Codec, *rest: Any) -> Mastered:  # noqa: ANN401
        if (profile, codec) not in kept:
            kept[profile, codec] = mastering.master(track, profile, codec, *rest)
        return kept[profile, codec]

    os.environ.update(ENVIRON)
    os.chdir(project)
    sys.argv = ["mkdocs", "build", "--quiet"]
    with patch("site_plugins.broadcast.episode.master", master), suppress(SystemExit):
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=False)


@dataclass(frozen=True)
class _Stage:
    """One part of a clip's way, done for every finished file of a store."""

    name: str
    cpu_s: float
    wall_s: float
    files: int

    def __str__(self) -> str:
        cpu, wall = (1000 * s / self.files for s in (self.cpu_s, self.wall_s))
        return f"{self.name:<24} {self.files:>6} {cpu:>12.2f} {wall:>12.2f}"


def _stages(root: Path) -> str:
    store = Store(root)
    keys = [key.name for key in (root / "keys").rglob("*") if key.is_file()]
    entries = {key: entry for key in keys if (entry := store.get(key))}
    finished = {key: entry for key, entry in entries.items() if _is_finished(entry)}
    copies = root.parent / "copies"
    copies.mkdir(exist_ok=True)
    stages = (
        _staged("found and checked", finished, store.get),
        _staged("copied", finished.values(), lambda e: _copy(e, copies)),
        _staged("pruning looks at them", [_ROOMY] * 10, store.prune),
    )
    shutil.rmtree(copies)
    size_mb = sum(e.path.stat().st_size for e in finished.values()) / len(finished) / 1e6
    head = f"{'stage':<24} {'times':>6} {'CPU ms each':>12} {'wall ms each':>12}"
    told = f"{len(finished)} finished files of {size_mb:.2f} MB, {len(entries)} entries in all"
    return "\n".join([told, head, *map(str, stages)])


def _is_finished(entry: Entry) -> bool:
    """Something is noted with finished files alone."""
    return bool(entry.note)


def _copy(entry: Entry, folder: Path) -> None:
    shutil.copyfile(entry.path, folder / entry.digest)


def _staged(name: str, things: Iterable[Any], work: Callable[[Any], object]) -> _Stage:
    things = list(things)
    cpu, wall = time.process_time(), time.perf_counter()
    for thing in things:
        work(thing)
    return _Stage(name, time.process_time() - cpu, time.perf_counter() - wall, len(things))


def _race(with_clips: Path, silent: Path, rounds: int) -> str:
    """Builds in turns, so that what else the machine does falls on both; the first do not count."""
    build(silent)
    build(with_clips)
    clips = sum(1 for _ in (with_clips / "site").rglob("*.mp3"))
    pairs = []
    for turn in range(rounds):
        order = (with_clips, silent) if turn % 2 == 0 else (silent, with_clips)
        costs = {project: build(project) for project in order}
        pairs.append((costs[with_clips], costs[silent]))
    return "\n".join([f"{clips} clips, {rounds} rounds", *_told(pairs, clips)])


def _told(pairs: list[tuple[Cost, Cost]], clips: int) -> list[str]:
    return [
        _row("CPU", [(a.cpu_s, b.cpu_s) for a, b in pairs], clips),
        _row("wall", [(a.wall_s, b.wall_s) for a, b in pairs], clips),
    ]


def _row(name: str, pairs: list[tuple[float, float]], clips: int) -> str:
    """The least of each is what other work on the machine disturbed least."""
    first, second = (min(seconds) for seconds in zip(*pairs, strict=True))
    spread = ", ".join(f"{1000 * (a - b) / clips:.2f}" for a, b in pairs)
    return (
        f"{name:<5} at least {first:.2f} s with clips, {second:.2f} s without: "
        f"{1000 * (first - second) / clips:.2f} ms a clip (by round: {spread})"
    )


if __name__ == "__main__":
    main()
