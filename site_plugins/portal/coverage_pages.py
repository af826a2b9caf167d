"""The coverage page with its data, and the sheets of what changed, as files of the site."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.model import Body
from site_plugins.policy.schema import Status
from site_plugins.policy.station import Language
from site_plugins.policy.words import MEANINGS
from site_plugins.portal.coverage import Coverage
from site_plugins.portal.coverage_files import as_csv, as_json
from site_plugins.portal.coverage_states import TextState, VoiceState
from site_plugins.portal.difference import section_sheets
from site_plugins.portal.pages import RenderedPage
from site_plugins.portal.urls import COVERAGE, diff_uri, page_uri
from site_plugins.translation.model import PastTexts

PastOf = Callable[[Explainer], PastTexts]
"""Where the earlier wordings of a source may be found."""

StaleText = tuple[Explainer, Translation]
"""A translation and the source that has changed."""


class CoveragePage(RenderedPage):
    """The table of explainers and languages."""

    def __init__(self, file: File, config: MkDocsConfig, coverage: Coverage) -> None:
        self.coverage = coverage
        super().__init__(file, config, file.src_uri, "Tiến độ dịch", Body(""))
        self.meta = {"template": "coverage.html", "hide": ["navigation", "toc"]}
        self.meta["search"] = {"exclude": True}

    def context(self) -> dict[str, Any]:
        """What its template is given."""
        return {
            "coverage": self.coverage,
            "choices": tuple(_choices(self.coverage)),
        }


class DifferencePage(RenderedPage):
    """What changed in the source since one translation was made."""

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        texts: StaleText,
        language: Language,
        past_of: PastOf,
    ) -> None:
        self.explainer, self.text = texts
        self.language = language
        self._past_of = past_of
        title = f"Chỗ đổi: {self.explainer.meta.title}"
        super().__init__(file, config, self.text.path, title, Body(""))
        self.meta = {"template": "difference.html", "hide": ["navigation", "toc"]}
        self.meta["search"] = {"exclude": True}

    def context(self) -> dict[str, Any]:
        """What its template is given."""
        past = self._past_of(self.explainer)
        return {
            "explainer": self.explainer,
            "text": self.text,
            "language": self.language,
            "sheets": tuple(section_sheets(self.explainer, self.text, past)),
            "coverage_url": COVERAGE,
            "source_url": page_uri(self.explainer.slug, self.explainer.language),
            "text_url": page_uri(self.explainer.slug, self.text.language),
        }


def coverage_files(config: MkDocsConfig, coverage: Coverage, latest: date) -> Iterator[File]:
    """The page and its table as CSV and JSON."""
    file = _page_file(config, COVERAGE)
    CoveragePage(file, config, coverage).update_date = latest.isoformat()
    yield file
    folder = COVERAGE.removesuffix("index.html")
    yield File.generated(config, f"{folder}tien-do.csv", content=as_csv(coverage).encode())
    yield File.generated(config, f"{folder}tien-do.json", content=as_json(coverage))


def difference_files(
    config: MkDocsConfig,
    stale: Iterable[StaleText],
    languages: Mapping[str, Language],
    past_of: PastOf,
    latest: date,
) -> Iterator[File]:
    """A sheet for each stale translation."""
    for explainer, text in stale:
        file = _page_file(config, diff_uri(explainer.slug, text.language))
        language = languages[text.language]
        page = DifferencePage(file, config, (explainer, text), language, past_of)
        page.update_date = latest.isoformat()
        yield file


def _page_file(config: MkDocsConfig, uri: str) -> File:
    file = File.generated(config, uri.removesuffix("html") + "md", content="")
    file.inclusion = InclusionLevel.NOT_IN_NAV
    return file


def _choices(coverage: Coverage) -> Iterator[tuple[str, str, Sequence[tuple[str, str]]]]:
    """The filters of the page: field, name, (value, word) of what occurs in the table."""
    cells = [cell for row in coverage.rows for cell in row.cells]
    languages = [(column.tag, column.name) for column in coverage.columns]
    yield "language", "Thứ tiếng", languages
    yield "text", "Bản dịch", _occurring(TextState, {cell.text for cell in cells})
    yield "voice", "Tiếng nói", _occurring(VoiceState, {cell.voice for cell in cells})
    statuses = {row.status for row in coverage.rows}
    yield "status", "Bài gốc", [(s.value, MEANINGS[s]) for s in Status if s in statuses]


def _occurring(
    states: type[TextState] | type[VoiceState], found: Collection[StrEnum]
) -> list[tuple[str, str]]:
    return [(state.name.lower(), state.value) for state in states if state in found]
