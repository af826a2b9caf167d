"""What the states of translations cost, a document: digests, binding and every check.

python -m benchmarks.translations --explainers 1000 --languages 9
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.corpus import LANGUAGES, Corpus
from benchmarks.projects import write_ours
from benchmarks.timing import DAY
from site_plugins.policy.approval import section_digests
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.library import read_library
from site_plugins.policy.station import Settings, read_settings
from site_plugins.policy.translation_checks import translation_faults
from site_plugins.policy.translations import bind, minor_changes, sections_in


def main() -> None:
    """Write the corpus, read it, and time the states of every translation again and again."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_ours(root, Corpus(options.explainers, options.languages))
        settings, _ = read_settings(root)
        if settings is None:
            sys.exit("the settings of the corpus are at fault")
        began = time.process_time()
        library = read_library(root, settings, date.fromisoformat(DAY))
        read_s = time.process_time() - began
    pairs = [(e, t) for e in library.explainers for t in e.translations]
    documents = len(pairs) + len(library.explainers)
    told = len(library.problems) + len(library.left_out)
    read_ms = read_s * 1000 / documents
    states = [_milliseconds(lambda: _state_all(pairs, settings)) for _ in range(options.rounds)]
    state_ms = median(states) / len(pairs)
    print(f"{documents} documents read, {read_ms:.2f} CPU ms each, {told} problems told")
    print(f"state and checks: {state_ms:.2f} ms a translation, {state_ms / read_ms:.2f} of that")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--explainers", type=int, default=1000)
    parser.add_argument("--languages", type=int, default=9, choices=range(2, len(LANGUAGES) + 1))
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def _state_all(pairs: list[tuple[Explainer, Translation]], settings: Settings) -> None:
    """Everything that decides what may be said of a translation."""
    for source, text in pairs:
        sections = section_digests(source.meta, source.body)
        bind(text.meta, sections, sections_in(text.body), minor_changes(source.meta.changes))
        translation_faults(source, text, settings.languages[text.language])


if __name__ == "__main__":
    main()
