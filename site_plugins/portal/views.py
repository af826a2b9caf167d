"""What templates are given: plain values, and keys of the words that readers see."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from site_plugins.broadcast.items import Item
from site_plugins.broadcast.job import credit
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.glance import Answer, at_a_glance
from site_plugins.policy.life_cycle import Shown
from site_plugins.policy.station import VIETNAMESE, Language, Settings
from site_plugins.portal.notices import Notices, notices
from site_plugins.portal.silence import silence
from site_plugins.portal.urls import download_uri, kit_uri, page_uri, recorder_uri

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
    length_s: float
    megabytes: str
    credit: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class LanguageLink:
    """One language of the switcher."""

    language: Language
    url: str
    current: bool


@dataclass(frozen=True)
class Wanted:
    """What a text waits for: the station's languages without a translation, and what helps.

    `kits` are pairs of a language and the address of its translator's kit.
    """

    languages: tuple[Language, ...]
    kits: tuple[tuple[Language, str], ...]


@dataclass(frozen=True)
class Card:
    """An explainer on an index page; `translations` are pairs of a language's tag and its page.

    `notices` are keys of what readers have to know before they trust it; `length_s` is 0 where
    there is nothing to hear.
    """

    title: str
    summary: str
    url: str
    kind: str
    status: str
    standing: str
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    translations: tuple[tuple[str, str], ...]
    length_s: float
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class TextView:
    """Everything on the page of a text besides its body.

    `vietnamese_clip` is the Vietnamese page of a translation, "" unless that one can be heard.
    """

    explainer: Explainer
    text: Explainer | Translation
    language: Language
    standing: str
    notices: Notices
    answers: tuple[Answer, ...]
    player: Player | None
    silence: tuple[str, ...]
    vietnamese_clip: str
    script: str | None
    recorder: str
    languages: tuple[LanguageLink, ...]
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
    recalled = explainer.treatment.shown is Shown.NOTICE
    return TextView(
        explainer,
        text,
        language,
        explainer.standing.value,
        notices(explainer, text),
        () if recalled else at_a_glance(text.body),
        _player(explainer.slug, item),
        silence(item, has_voice=has_voice),
        _vietnamese_clip(explainer, text, items),
        download_uri(explainer.slug, text.language, "txt") if item and item.downloadable else None,
        recorder_uri(explainer.slug, text.language),
        links,
        recalled,
        explainer.meta.kind.value,
    )


def wanted(
    explainer: Explainer, settings: Settings, kits: Container[tuple[str, str]] = ()
) -> Wanted:
    """What a text waits for; `kits` are those that the site holds, by slug and language."""
    rows, have = settings.languages, {text.language for text in explainer.texts}
    order = dict.fromkeys([*settings.station.languages, *rows])
    return Wanted(
        tuple(rows[tag] for tag in settings.station.languages if tag not in have),
        tuple(
            (rows[tag], kit_uri(explainer.slug, tag, "html"))
            for tag in order
            if (explainer.slug, tag) in kits
        ),
    )


def card(explainer: Explainer, items: Items) -> Card:
    """The card of one explainer."""
    item = items.get((explainer.slug, VIETNAMESE))
    meta = explainer.meta
    recalled = explainer.treatment.shown is Shown.NOTICE
    return Card(
        meta.title,
        "" if recalled else meta.summary,
        page_uri(explainer.slug, VIETNAMESE),
        meta.kind.value,
        explainer.status.value,
        explainer.standing.value,
        meta.topics,
        tuple(t.language for t in explainer.texts),
        tuple((t.language, page_uri(explainer.slug, t.language)) for t in explainer.translations),
        item.episode.duration_s if item and item.episode else 0,
        ("recalled",) if recalled else (),
    )


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
        episode.duration_s,
        f"{episode.mp3.size_bytes / 1e6:.1f}".replace(".", ","),
        credit(episode.voices),
        tuple(Sentence(cue.start_s, cue.text) for cue in episode.cues),
    )


def _languages(
    explainer: Explainer, text: Explainer | Translation, settings: Settings
) -> tuple[LanguageLink, ...]:
    return tuple(
        LanguageLink(
            settings.languages[t.language], page_uri(explainer.slug, t.language), t is text
        )
        for t in explainer.texts
    )
