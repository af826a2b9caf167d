"""The index of each language: what exists in it, and what still waits for a translator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.life_cycle import Shown
from site_plugins.policy.model import Body
from site_plugins.policy.station import Language, Settings
from site_plugins.portal.head import Version, index_versions
from site_plugins.portal.notices import notices
from site_plugins.portal.pages import RenderedPage
from site_plugins.portal.urls import page_uri
from site_plugins.portal.views import Card, Items, card


@dataclass(frozen=True)
class LanguageIndexes:
    """The indexes of all languages, over the explainers that have a page, newest first."""

    settings: Settings
    published: Sequence[Explainer]
    items: Items

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The section's index, then those of other languages: the station's in its order first."""
        have = {text.language for explainer in self.published for text in explainer.translations}
        order = dict.fromkeys((*self.settings.minority_languages, *sorted(have)))
        return index_versions((tag for tag in order if tag in have), self.settings.languages)

    @property
    def untranslated(self) -> tuple[Language, ...]:
        """The languages of the station in which there is nothing yet."""
        have = {version.tag for version in self.versions}
        rows = self.settings.languages
        return tuple(rows[tag] for tag in self.settings.station.languages if tag not in have)

    def context(self) -> dict[str, Any]:
        """What lists of languages are made from."""
        return {"indexes": self.versions, "untranslated": self.untranslated}

    def files(self, config: MkDocsConfig, latest: date) -> Iterator[File]:
        """A page for each language that has a translation."""
        for version in self.versions[1:]:
            file = File.generated(config, version.uri.removesuffix("html") + "md", content="")
            LanguagePage(file, config, self, version).update_date = latest.isoformat()
            file.inclusion = InclusionLevel.NOT_IN_NAV
            yield file

    def texts(self, tag: str) -> Iterator[tuple[Explainer, Translation]]:
        """All translations into a language."""
        for explainer in self.published:
            for text in explainer.translations:
                if text.language == tag:
                    yield explainer, text


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
        """What its template is given; `waiting` are the explainers without a translation."""
        items = self._indexes.items
        translated = list(self._indexes.texts(self.tag))
        done = {explainer.slug for explainer, _ in translated}
        return {
            **self._indexes.context(),
            "language": self.language,
            "cards": [_card(explainer, text, items) for explainer, text in translated],
            "waiting": [card(e, items) for e in self._indexes.published if e.slug not in done],
        }


def index_title(language: Language) -> str:
    """The language under its own name, with the Vietnamese one for those who look for it."""
    name = f"Tiếng {language.name}"
    return name if language.endonym in (name, language.name) else f"{language.endonym} – {name}"


def _card(explainer: Explainer, text: Translation, items: Items) -> Card:
    """The card of a translation; of a recalled text only its title and that it is recalled."""
    item = items.get((explainer.slug, text.language))
    recalled = explainer.treatment.shown is Shown.NOTICE
    return replace(
        card(explainer, items),
        title=text.meta.title,
        summary="" if recalled else text.meta.summary,
        url=page_uri(explainer.slug, text.language),
        translations=(),
        notices=("recalled",) if recalled else notices(explainer, text).sentences,
        length_s=item.episode.duration_s if item and item.episode else 0,
    )
