"""What templates are given: plain values, in the words that readers see."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_plugins.broadcast.items import Item
from site_plugins.broadcast.job import credit
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.glance import Answer, at_a_glance
from site_plugins.policy.life_cycle import Shown
from site_plugins.policy.schema import Kind, Status
from site_plugins.policy.station import VIETNAMESE, Language, Settings
from site_plugins.policy.translations import TranslationState
from site_plugins.portal.labels import RECALLED, duration, label
from site_plugins.portal.silence import silence
from site_plugins.portal.urls import download_uri, page_uri, recorder_uri

Items = Mapping[tuple[str, str], Item]
"""(slug, language) → what the broadcast room made of the text."""


@dataclass(frozen=True)
class Sentence:
    """A line of the transcript and where it begins, in seconds."""

    start_s: float
    text: str


@dataclass(frozen=True)
class Player:
    """What can be listened to or downloaded on a page; addresses relative to the site's root.

    `opus` is what is played first, "" where the MP3 is no heavier; `credit` says who is heard.
    """

    mp3: str
    opus: str
    vtt: str
    txt: str
    length: str
    megabytes: str
    credit: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class LanguageLink:
    """One language of the switcher; no `url` where there is no translation."""

    tag: str
    full_tag: str
    name: str
    endonym: str
    url: str | None
    current: bool


@dataclass(frozen=True)
class Card:
    """An explainer on an index page; `translations` are pairs of a language's tag and its page.

    `notice` is what readers have to know of a translation before they trust it.
    """

    title: str
    summary: str
    url: str
    kind: str
    status: str
    status_label: str
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    translations: tuple[tuple[str, str], ...]
    length: str
    notice: str = ""


@dataclass(frozen=True)
class TextView:
    """Everything on the page of a text besides its body.

    `vietnamese_clip` is the Vietnamese page of a translation, "" unless that one can be heard.
    """

    explainer: Explainer
    text: Explainer | Translation
    language: Language
    banner: str
    translation_notice: str
    answers: tuple[Answer, ...]
    player: Player | None
    silence: str
    vietnamese_clip: str
    script: str | None
    recorder: str
    languages: tuple[LanguageLink, ...]
    missing_languages: tuple[Language, ...]
    recalled: bool
    kind: str


def text_view(
    explainer: Explainer,
    text: Explainer | Translation,
    settings: Settings,
    items: Items,
    *,
    has_voice: bool,
) -> TextView:
    """The view of one text; `has_voice` says whether a machine speaks its language."""
    item = items.get((explainer.slug, text.language))
    language = settings.languages[text.language]
    links = _languages(explainer, text, settings)
    here = {link.tag for link in links}
    missing = [settings.languages[t] for t in settings.station.languages if t not in here]
    recalled = explainer.treatment.shown is Shown.NOTICE
    return TextView(
        explainer,
        text,
        language,
        explainer.banner,
        _translation_notice(text),
        () if recalled else at_a_glance(text.body),
        _player(explainer.slug, item),
        silence(item, language.name, has_voice=has_voice),
        _vietnamese_clip(explainer, text, items),
        download_uri(explainer.slug, text.language, "txt") if item and item.downloadable else None,
        recorder_uri(explainer.slug, text.language),
        links,
        tuple(missing),
        recalled,
        label(explainer.meta.kind),
    )


def card(explainer: Explainer, items: Items) -> Card:
    """The card of one explainer."""
    item = items.get((explainer.slug, VIETNAMESE))
    meta = explainer.meta
    return Card(
        meta.title,
        RECALLED if explainer.treatment.shown is Shown.NOTICE else meta.summary,
        page_uri(explainer.slug, VIETNAMESE),
        label(meta.kind),
        explainer.status.value,
        _status_label(explainer),
        meta.topics,
        tuple(t.language for t in explainer.texts),
        tuple((t.language, page_uri(explainer.slug, t.language)) for t in explainer.translations),
        duration(item.episode.duration_s) if item and item.episode else "",
    )


def _status_label(explainer: Explainer) -> str:
    """Under a future date a law is not yet applied, and a draft never was in force."""
    if explainer.status is Status.IN_FORCE and explainer.banner:
        return "Sắp có hiệu lực"
    if explainer.status is Status.EXPIRED and explainer.meta.kind is Kind.DRAFT:
        return "Đã hết hạn góp ý"
    return label(explainer.status)


def _translation_notice(text: Explainer | Translation) -> str:
    """What a reader of a translation must know before trusting it, "" when it is ready."""
    if isinstance(text, Explainer) or text.binding.state is TranslationState.READY:
        return ""
    return text.binding.state.value


def _vietnamese_clip(explainer: Explainer, text: Explainer | Translation, items: Items) -> str:
    source = items.get((explainer.slug, VIETNAMESE))
    if isinstance(text, Explainer) or source is None or source.episode is None:
        return ""
    return page_uri(explainer.slug, VIETNAMESE)


def _player(slug: str, item: Item | None) -> Player | None:
    if item is None or item.episode is None:
        return None
    episode = item.episode
    return Player(
        download_uri(slug, episode.language, "mp3"),
        download_uri(slug, episode.language, "opus") if episode.lighter else "",
        download_uri(slug, episode.language, "vtt"),
        download_uri(slug, episode.language, "txt"),
        duration(episode.duration_s),
        f"{episode.mp3.size_bytes / 1e6:.1f}".replace(".", ","),
        credit(episode.voices),
        tuple(Sentence(cue.start_s, cue.text) for cue in episode.cues),
    )


def _languages(
    explainer: Explainer, text: Explainer | Translation, settings: Settings
) -> tuple[LanguageLink, ...]:
    return tuple(
        LanguageLink(
            t.language,
            settings.languages[t.language].full_tag,
            settings.languages[t.language].name,
            settings.languages[t.language].endonym,
            page_uri(explainer.slug, t.language),
            t is text,
        )
        for t in explainer.texts
    )
