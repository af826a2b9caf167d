"""The words of a station and of a page: `audio/lexicon/<lang>.yml` and `lexicon:` above a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.source_file import read_source
from site_plugins.policy.station import Language, meant_language
from site_plugins.problems import Problem, Severity
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
    problems: list[Problem] = []
    found = {}
    for file in sorted((root / FOLDER).glob("*.y*ml")):
        path = f"{FOLDER}/{file.name}"
        if file.stem not in languages or file.suffix != ".yml":
            problems.append(_misnamed(path, file, languages))
            continue
        source = read_source(root, path)
        found[file.stem], faults = read_lexicon(source.text or "", path, file.stem)
        problems += [*source.problems, *faults]
    return Lexicons(found), problems


def _misnamed(path: str, file: Path, languages: Mapping[str, Language]) -> Problem:
    tag = file.stem if file.stem in languages else meant_language(file.stem, languages) or "hmn"
    message = "tên tệp từ điển phải là mã thứ tiếng, đuôi .yml"
    return Problem(path, 0, 0, Severity.ERROR, message, f"đổi tên tệp, ví dụ {tag}.yml")
