"""The index of each language: what exists in it, and what still waits for a translator."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.life_cycle import Shown
from site_plugins.policy.model import Body
from site_plugins.policy.station import Language, Settings
from site_plugins.portal.notices import notices
from site_plugins.portal.pages import RenderedPage, declared_days
from site_plugins.portal.urls import language_index_uri, page_uri
from site_plugins.portal.views import Card, Items, card


class LanguagePage(RenderedPage):
    """The list of all explainers in one language; its cards are written by its template."""

    def __init__(self, file: File, config: MkDocsConfig, tag: str, language: Language) -> None:
        self.tag = tag
        self.language = language
        super().__init__(file, config, file.src_uri, index_title(language), Body(""))
        self.meta = {"template": "language.html", "hide": ["navigation", "toc"]}


@dataclass(frozen=True)
class LanguageIndex:
    """What stands on the page; `waiting` are the explainers without a translation."""

    language: Language
    cards: tuple[Card, ...]
    waiting: tuple[Card, ...]


def index_title(language: Language) -> str:
    """The language under its own name, with the Vietnamese one for those who look for it."""
    name = f"Tiếng {language.name}"
    return name if language.endonym in (name, language.name) else f"{language.endonym} – {name}"


def translated_tags(published: Sequence[Explainer], settings: Settings) -> tuple[str, ...]:
    """The languages that have a page, in the station's order; others that it knows come last."""
    have = {text.language for explainer in published for text in explainer.translations}
    order = (*settings.minority_languages, *sorted(have))
    return tuple(tag for tag in dict.fromkeys(order) if tag in have)


def language_files(
    config: MkDocsConfig,
    published: Sequence[Explainer],
    tags: Iterable[str],
    settings: Settings,
    latest: date,
) -> Iterator[File]:
    """A page for each of `tags`, the languages that have a translation."""
    for tag in tags:
        uri = language_index_uri(tag).removesuffix("html") + "md"
        file = File.generated(config, uri, content="")
        page = LanguagePage(file, config, tag, settings.languages[tag])
        days = (day for e, t in _in_language(published, tag) for day in declared_days(e, t))
        page.update_date = max(days, default=latest).isoformat()
        file.inclusion = InclusionLevel.NOT_IN_NAV
        yield file


def language_index(
    published: Sequence[Explainer], tag: str, settings: Settings, items: Items
) -> LanguageIndex:
    """The index of one language, newest first as the library is."""
    translated = list(_in_language(published, tag))
    done = {explainer.slug for explainer, _ in translated}
    return LanguageIndex(
        settings.languages[tag],
        tuple(_card(explainer, text, items) for explainer, text in translated),
        tuple(card(explainer, items) for explainer in published if explainer.slug not in done),
    )


def untranslated(tags: Collection[str], settings: Settings) -> tuple[Language, ...]:
    """The languages of the station in which there is nothing yet."""
    return tuple(settings.languages[t] for t in settings.minority_languages if t not in tags)


def _in_language(
    published: Sequence[Explainer], tag: str
) -> Iterator[tuple[Explainer, Translation]]:
    for explainer in published:
        for text in explainer.translations:
            if text.language == tag:
                yield explainer, text


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
