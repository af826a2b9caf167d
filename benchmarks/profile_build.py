"""Where a build's processor time goes, by sampling: it costs the build almost nothing.

    python -m benchmarks.profile_build --work FOLDER --explainers 250 --languages 4

A profiler that counts calls makes code of many small functions look three times as dear.
POSIX only; what other threads and processes do is not seen.
"""

import argparse
import os
import runpy
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import FrameType

from benchmarks.corpus import Corpus
from benchmarks.projects import write_bare, write_ours
from benchmarks.timing import ENVIRON

_INTERVAL_S = 0.004
_SHOWN = 60

Place = tuple[str, str]
"""(file, function)."""


class Sampler:
    """Notes, at every tick of processor time, which function runs and which ones called it."""

    def __init__(self) -> None:
        self.ticks = 0
        self.cpu_s = 0.0
        self.inside: Counter[Place] = Counter()
        self.within: Counter[Place] = Counter()
        self.files: Counter[str] = Counter()

    def take(self, _: int, frame: FrameType | None) -> None:
        """Called by the timer's signal."""
        self.ticks += 1
        stack = []
        while frame:
            stack.append((frame.f_code.co_filename, frame.f_code.co_qualname))
            frame = frame.f_back
        self.inside[stack[0]] += 1
        self.files[stack[0][0]] += 1
        self.within.update(set(stack))

    def report(self) -> str:
        """Three tables: with what is called, by itself, by file."""
        tables = {
            "with what it calls": self.within.most_common(_SHOWN),
            "by itself": self.inside.most_common(_SHOWN // 2),
            "by file": [((file, ""), n) for file, n in self.files.most_common(_SHOWN // 2)],
        }
        return "\n".join(self._table(title, rows) for title, rows in tables.items())

    def _table(self, title: str, rows: list[tuple[Place, int]]) -> str:
        lines = [f"{n / self.ticks:6.1%}  {_short(*place)}" for place, n in rows]
        return "\n".join([f"\n{title}, of {self.cpu_s:.1f} CPU s", *lines])


def main() -> None:
    """Write the corpus, build it under the sampler, print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--work", type=Path, required=True, help="where the project is written")
    parser.add_argument("--explainers", type=int, default=250)
    parser.add_argument("--languages", type=int, default=4)
    parser.add_argument("--approved", type=int, default=0)
    parser.add_argument("--bare", action="store_true", help="bare mkdocs-material instead")
    options = parser.parse_args()
    corpus = Corpus(options.explainers, options.languages, options.approved)
    project = options.work / ("bare" if options.bare else "portal")
    (write_bare if options.bare else write_ours)(project, corpus)
    print(_sampled(project).report())


def _sampled(project: Path) -> Sampler:
    os.environ.update(ENVIRON)
    os.chdir(project)
    sys.argv = ["mkdocs", "build", "--quiet"]
    sampler = Sampler()
    signal.signal(signal.SIGPROF, sampler.take)
    signal.setitimer(signal.ITIMER_PROF, _INTERVAL_S, _INTERVAL_S)
    with suppress(SystemExit):
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=False)
    signal.setitimer(signal.ITIMER_PROF, 0)
    sampler.cpu_s = time.process_time()
    return sampler


def _short(file: str, function: str) -> str:
    """The last two parts of a path are enough to know a file by."""
    return f"{'/'.join(Path(file).parts[-2:])} {function}"


if __name__ == "__main__":
    main()
