"""Times builds of the portal against bare mkdocs-material on the same pages, side by side.

python -m benchmarks.build_speed --explainers 250 --languages 4
python -m benchmarks.build_speed --growth
"""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from benchmarks.corpus import LANGUAGES, Corpus
from benchmarks.projects import write_bare, write_ours
from benchmarks.timing import Cost, build

_GROWTH = 4


@dataclass
class Contender:
    """A project that is built again and again, and what each build cost."""

    name: str
    project: Path
    pages: int
    costs: list[Cost] = field(default_factory=list)

    @property
    def clips(self) -> int:
        """How many clips its last build published."""
        return sum(1 for _ in (self.project / "site").rglob("*.mp3"))

    @property
    def row(self) -> str:
        """Its medians, and the least and most processor time."""
        cpu = [cost.cpu_s for cost in self.costs]
        wall = median(cost.wall_s for cost in self.costs)
        peak = max(cost.peak_mb for cost in self.costs)
        spread = f"{min(cpu):.2f} to {max(cpu):.2f}"
        return (
            f"{self.name:<12} {self.pages:>6} {self.clips:>6} {median(cpu):>8.2f} {spread:>18}"
            f" {wall:>8.2f} {peak:>8.0f}"
        )


_HEAD = (
    f"{'project':<12} {'pages':>6} {'clips':>6} {'CPU s':>8} {'least to most':>18}"
    f" {'wall s':>8} {'peak MB':>8}"
)


def main() -> None:
    """Read the options, build, print the table."""
    options = _options()
    corpus = Corpus(options.explainers, options.languages, options.approved)
    with _workshop(options.work) as work:
        if options.growth:
            first, second = _growth(work, corpus)
        else:
            first, second = _side_by_side(work, corpus, lean=options.lean)
        _race(first, second, options.rounds)
    ratios = [a.cpu_s / b.cpu_s for a, b in zip(first.costs, second.costs, strict=True)]
    print(_HEAD, first.row, second.row, sep="\n")
    print(f"\n{first.name} / {second.name}, CPU: {median(ratios):.2f} {_listed(ratios)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_Formatter)
    parser.add_argument("--explainers", type=int, default=250)
    parser.add_argument("--languages", type=int, default=4, choices=range(1, len(LANGUAGES) + 1))
    parser.add_argument(
        "--approved", default="25", help="explainers with clips, or all; grows along with --growth"
    )
    parser.add_argument("--lean", action="store_true", help="bare, with the portal's navigation")
    parser.add_argument("--growth", action="store_true", help="four times the pages against once")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, help="a folder to keep, with its finished clips")
    options = parser.parse_args()
    everything = options.approved == "all"
    options.approved = options.explainers if everything else int(options.approved)
    return options


class _Formatter(argparse.ArgumentDefaultsHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """The usage as it stands in the docstring, and each option's default."""


@contextmanager
def _workshop(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder).resolve()


def _side_by_side(work: Path, corpus: Corpus, *, lean: bool) -> tuple[Contender, Contender]:
    ours = Contender("portal", work / "portal", corpus.pages)
    bare = Contender("lean" if lean else "bare", work / "bare", corpus.pages)
    write_ours(ours.project, corpus)
    write_bare(bare.project, corpus, lean=lean)
    return ours, bare


def _growth(work: Path, corpus: Corpus) -> tuple[Contender, Contender]:
    grown = replace(
        corpus, explainers=corpus.explainers * _GROWTH, approved=corpus.approved * _GROWTH
    )
    large = Contender("large", work / "large", grown.pages)
    small = Contender("small", work / "portal", corpus.pages)
    write_ours(large.project, grown)
    write_ours(small.project, corpus)
    return large, small


def _race(first: Contender, second: Contender, rounds: int) -> None:
    """Alternate, so that what else the machine does falls on both.

    The first builds fill the clip cache and are not counted.
    """
    both = (first, second)
    for contender in both:
        print(
            f"{contender.name}: first build, {build(contender.project).cpu_s:.1f} CPU s", flush=True
        )
    for turn in range(rounds):
        for contender in both if turn % 2 == 0 else both[::-1]:
            contender.costs.append(build(contender.project))


def _listed(ratios: list[float]) -> str:
    return f"({', '.join(f'{ratio:.2f}' for ratio in ratios)})"


if __name__ == "__main__":
    main()
