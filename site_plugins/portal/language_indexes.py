"""What exists in each language, and what still waits for a translator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.life_cycle import Shown
from site_plugins.policy.station import Language, Settings
from site_plugins.portal.head import Version, index_versions
from site_plugins.portal.notices import notices
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

    def cards(self, tag: str) -> tuple[Card, ...]:
        """The cards of all that exists in a language."""
        return tuple(_card(explainer, text, self.items) for explainer, text in self._texts(tag))

    def waiting(self, tag: str) -> tuple[Card, ...]:
        """The Vietnamese cards of what does not."""
        done = {explainer.slug for explainer, _ in self._texts(tag)}
        return tuple(card(e, self.items) for e in self.published if e.slug not in done)

    def _texts(self, tag: str) -> Iterator[tuple[Explainer, Translation]]:
        for explainer in self.published:
            for text in explainer.translations:
                if text.language == tag:
                    yield explainer, text


def _card(explainer: Explainer, text: Translation, items: Items) -> Card:
    """The card of a translation; of a recalled text only its title and that it is recalled."""
    item = items.get((explainer.slug, text.language))
    named = replace(
        card(explainer, items),
        title=text.meta.title,
        url=page_uri(explainer.slug, text.language),
        translations=(),
    )
    if explainer.treatment.shown is Shown.NOTICE:
        return named
    return replace(
        named,
        summary=text.meta.summary,
        notices=notices(explainer, text).sentences,
        length_s=item.episode.duration_s if item and item.episode else 0,
    )
