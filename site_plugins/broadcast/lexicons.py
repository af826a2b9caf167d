"""The words of a station and of a page: `audio/lexicon/<lang>.yml` and `lexicon:` above a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.language_files import read_language_files
from site_plugins.policy.station import Language
from site_plugins.problems import Problem
from site_plugins.spoken.lexicon import Lexicon
from site_plugins.spoken.lexicon_file import lexicon_from, read_lexicon

FOLDER = "audio/lexicon"
_KEY = "lexicon"


@dataclass(frozen=True)
class Lexicons:
    """Language → the station's additions; a language without a file has none."""

    by_language: Mapping[str, Lexicon] = field(default_factory=dict)

    def of(self, language: str) -> Lexicon:
        """The station's words in one language."""
        return self.by_language.get(language, Lexicon())

    def for_text(self, text: Explainer | Translation) -> tuple[Lexicon, list[Problem]]:
        """The station's words with the page's own over them, and what is wrong with those."""
        station = self.of(text.language)
        if not text.meta.lexicon:
            return station, []
        document = replace(text.yaml, problems=[])
        own = lexicon_from(document, (_KEY,), text.language)
        written = _written(text)
        for form in own.entries:
            if form.lower() not in written:
                hint = "bỏ dòng này, hoặc viết đúng như trong bài"
                document.warn((_KEY, form), f"“{form}” không có trong bài", hint)
        return station.plus(own), document.problems


def _written(text: Explainer | Translation) -> str:
    meta = text.meta
    lines = (meta.title, meta.summary, meta.loop or "", *meta.board)
    return "\n".join([*lines, *(block.text for block in text.body.blocks)]).lower()


def read_lexicons(root: Path, languages: Mapping[str, Language]) -> tuple[Lexicons, list[Problem]]:
    """Every lexicon below `root`; a file that no language of the registry bears is an error."""
    files, problems = read_language_files(root, FOLDER, languages, "từ điển")
    found = {}
    for tag, source in files.items():
        found[tag], faults = read_lexicon(source.text or "", source.path, tag)
        problems += faults
    return Lexicons(found), problems
