"""The editors' desk: what waits for a leader, as it would be read, and the lines to paste."""

from dataclasses import dataclass

from site_plugins.broadcast.items import Item
from site_plugins.broadcast.readings import ReadingChange, reading_change
from site_plugins.policy.approval import lines_to_paste
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.library import Library
from site_plugins.policy.schema import Status
from site_plugins.policy.station import Settings
from site_plugins.policy.translations import (
    TranslationState,
    minor_change_to_paste,
    sections_in,
    sources_to_paste,
)
from site_plugins.portal.urls import page_uri, reading_uri, recorder_uri
from site_plugins.portal.views import Items
from site_plugins.problems import errors
from site_plugins.spoken.script import reading_digest
from site_plugins.voice.cache import Store

_LIVING = {Status.PREPARING, Status.CONSULTATION, Status.IN_FORCE}


@dataclass(frozen=True)
class DeskEntry:
    """One text that waits.

    `faults` counts the errors that forbid approving it; a translation must be `checked` first;
    `replaces` says that old approval lines stand in the file; `binding` is empty when a
    translation is bound to its source, and one that is not waits for that even if it is approved;
    `minor` is what declares the source's edits minor.
    """

    title: str
    path: str
    url: str
    reading_url: str
    recorder_url: str
    language: str
    full_tag: str
    approval: str
    status: str
    spoken: tuple[str, ...]
    board: tuple[str, ...]
    loop: str
    problems: tuple[str, ...]
    faults: int
    checked: bool
    replaces: bool
    paste: str
    translation_state: str
    binding: str
    minor: str


def desk_entries(library: Library, settings: Settings, items: Items) -> list[DeskEntry]:
    """Every living text that is not approved as it stands: Vietnamese first, faultless first.

    And every translation whose source went on without it.
    """
    entries = [
        _entry(explainer, text, settings, items)
        for explainer in library.explainers
        if explainer.status in _LIVING
        for text in explainer.texts
        if not text.approved or _is_loose(text)
    ]
    return sorted(entries, key=lambda entry: (bool(entry.translation_state), entry.faults > 0))


@dataclass(frozen=True)
class ApprovedEntry:
    """An approved text that is read: where one sees how, and what is heard otherwise by now.

    `unwatched` is the digest to add where the approval does not say how the text was read.
    """

    title: str
    path: str
    language: str
    full_tag: str
    reading_url: str
    recorder_url: str
    change: ReadingChange | None
    unwatched: str


def approved_entries(settings: Settings, items: Items, store: Store) -> list[ApprovedEntry]:
    """Every approved text with a script: first those that are read otherwise than approved."""
    entries = [
        ApprovedEntry(
            item.text.meta.title,
            item.text.path,
            settings.languages[item.text.language].name,
            settings.languages[item.text.language].full_tag,
            reading_uri(*item.key),
            recorder_uri(*item.key),
            reading_change(item, store),
            "" if _watched(item) else _reading(item),
        )
        for item in items.values()
        if item.script and item.text.approved
    ]
    return sorted(entries, key=lambda entry: entry.change is None)


def _watched(item: Item) -> bool:
    """Whether the approval says how the text was going to be read."""
    return item.text.meta.approval is not None and item.text.meta.approval.reading is not None


def _is_loose(text: Explainer | Translation) -> bool:
    """Whether a translation does not say all that its source says now."""
    return isinstance(text, Translation) and text.binding.state in _LOOSE


_LOOSE = (TranslationState.PARTIAL, TranslationState.STALE)


def _reading(item: Item | None) -> str:
    return reading_digest(item.script) if item and item.script else ""


def _entry(
    explainer: Explainer, text: Explainer | Translation, settings: Settings, items: Items
) -> DeskEntry:
    item = items.get((explainer.slug, text.language))
    problems = item.problems if item else ()
    state = text.binding.state if isinstance(text, Translation) else None
    language = settings.languages[text.language]
    return DeskEntry(
        text.meta.title,
        text.path,
        page_uri(explainer.slug, text.language),
        reading_uri(explainer.slug, text.language) if item and item.script else "",
        recorder_uri(explainer.slug, text.language) if item and item.script else "",
        language.name,
        language.full_tag,
        text.approval.value,
        explainer.status.value,
        tuple(s.text for s in item.script.segments) if item and item.script else (),
        text.meta.board,
        text.meta.loop or "",
        tuple(str(problem) for problem in problems),
        len(errors(problems)),
        state in (None, TranslationState.READY),
        text.meta.approval is not None,
        lines_to_paste(text.digest, explainer.day, _reading(item)),
        state.value if state else "",
        sources_to_paste(explainer.sections, sections_in(text.body)) if _is_loose(text) else "",
        _minor_change(explainer, text),
    )


def _minor_change(explainer: Explainer, text: Explainer | Translation) -> str:
    """What to paste into the source where its edits changed nothing that the text says."""
    if isinstance(text, Explainer):
        return ""
    return minor_change_to_paste(text.meta, explainer.sections, text.binding, explainer.day)
