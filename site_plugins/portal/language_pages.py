"""The page of each language's index."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from site_plugins.policy.model import Body
from site_plugins.policy.station import Language
from site_plugins.portal.head import Version
from site_plugins.portal.language_indexes import LanguageIndexes
from site_plugins.portal.pages import RenderedPage


class LanguagePage(RenderedPage):
    """The list of all explainers in one language; its cards are written by its template."""

    def __init__(
        self, file: File, config: MkDocsConfig, indexes: LanguageIndexes, version: Version
    ) -> None:
        self.tag = version.tag
        self.language = version.language
        self._indexes = indexes
        super().__init__(file, config, file.src_uri, index_title(version.language), Body(""))
        self.meta = {"template": "language.html", "hide": ["navigation", "toc"]}

    def context(self) -> dict[str, Any]:
        """What its template is given."""
        return {
            **switcher(self._indexes),
            "language": self.language,
            "cards": self._indexes.cards(self.tag),
            "waiting": self._indexes.waiting(self.tag),
        }


def language_files(indexes: LanguageIndexes, config: MkDocsConfig, latest: date) -> Iterator[File]:
    """A page for each language that has a translation; `latest` is the day of the last change."""
    for version in indexes.versions[1:]:
        file = File.generated(config, version.uri.removesuffix("html") + "md", content="")
        LanguagePage(file, config, indexes, version).update_date = latest.isoformat()
        file.inclusion = InclusionLevel.NOT_IN_NAV
        yield file


def switcher(indexes: LanguageIndexes) -> dict[str, Any]:
    """What the list of languages on an index is made from."""
    return {"indexes": indexes.versions, "untranslated": indexes.untranslated}


def index_title(language: Language) -> str:
    """The language under its own name, with the Vietnamese one for those who look for it."""
    name = f"Tiếng {language.name}"
    return name if language.endonym in (name, language.name) else f"{language.endonym} – {name}"
