"""Whether a translation still says what its source says."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from site_plugins.policy.approval import HEAD
from site_plugins.policy.model import BlockKind, Body
from site_plugins.policy.schema import Change, ChangeKind, TranslationMeta


class TranslationState(StrEnum):
    """How far a translation can be trusted; the value is what readers are told."""

    MISSING = "chưa có bản dịch"
    PARTIAL = "bản dịch chưa đủ"
    STALE = "bản dịch đã cũ so với bản tiếng Việt"
    UNCHECKED = "bản dịch mẫu, chưa được người bản ngữ kiểm tra"
    READY = "bản dịch đã kiểm tra"


@dataclass(frozen=True)
class Binding:
    """A translation held against its source: its state and the ids of the sections concerned."""

    state: TranslationState
    stale: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


Minor = Mapping[tuple[str, str], str]
"""(section, its digest) → its digest after an edit that changed nothing of what it says."""


def minor_changes(changes: Iterable[Change]) -> Minor:
    """The edits that the source declares minor, by section."""
    return {
        (section, edit.old): edit.new
        for change in changes
        if change.kind is ChangeKind.MINOR
        for section, edit in change.sections.items()
    }


def bind(
    meta: TranslationMeta, source: Mapping[str, str], present: Collection[str], minor: Minor
) -> Binding:
    """Compare the digests that a translation carries with those of its source as it stands.

    A section that the source no longer has is stale too: the translation still says it.
    One that is not `present` in the translation's own body is missing, whatever was pasted.
    `minor` edits stale nothing: each names the wording before and after it, so that it vouches
    for no edit that follows.
    """
    made_from = meta.translation.sources
    missing = tuple(s for s in source if s not in made_from or s not in present)
    stale = tuple(
        s for s, digest in made_from.items() if not _says(source.get(s), s, digest, minor)
    )
    if stale:
        state = TranslationState.STALE
    elif missing:
        state = TranslationState.PARTIAL
    elif not is_checked(meta):
        state = TranslationState.UNCHECKED
    else:
        state = TranslationState.READY
    return Binding(state, stale, missing)


def is_checked(meta: TranslationMeta) -> bool:
    """Whether somebody who speaks the language put a name and a day to it."""
    return bool(meta.translation.checked_by and meta.translation.checked_on)


def _says(current: str | None, section: str, digest: str, minor: Minor) -> bool:
    """Whether minor edits alone lead from a digest to the current one; they may run in a ring."""
    seen: set[str] = set()
    while digest != current and digest not in seen:
        seen.add(digest)
        digest = minor.get((section, digest), digest)
    return digest == current


def sections_in(body: Body) -> tuple[str, ...]:
    """The ids of the sections that a body says something in, its head always among them."""
    said = [b.section for b in body.blocks if b.kind is not BlockKind.HEADING or b.level > 2]
    return tuple(dict.fromkeys([HEAD, *(section for section in said if section)]))


def sources_to_paste(source: Mapping[str, str], present: Collection[str]) -> str:
    """The front matter lines that bind a translation to its source as it stands.

    Only the sections that are `present` in the translation: the others are not translated yet.
    """
    rows = "".join(f"    {_key(s)}: {digest}\n" for s, digest in source.items() if s in present)
    return f"translation:\n  sources:\n{rows}"


def minor_edits(
    meta: TranslationMeta, source: Mapping[str, str], binding: Binding, on: date
) -> tuple[tuple[str, str], ...]:
    """Each stale section that still stands, with the line of the source's `changes` for it.

    The line would declare its edit minor.
    """
    made_from = meta.translation.sources
    head = f'- {{on: {on.isoformat()}, kind: minor, note: "{MINOR_NOTE}", sections: '
    return tuple(
        (s, f"{head}{{{_key(s)}: {{old: {made_from[s]}, new: {source[s]}}}}}}}")
        for s in binding.stale
        if s in source
    )


def minor_change_to_paste(
    meta: TranslationMeta, source: Mapping[str, str], binding: Binding, on: date
) -> str:
    """The entry of the source's `changes` that declares all edits since the translation minor."""
    made_from = meta.translation.sources
    rows = "".join(
        f"      {_key(s)}: {{old: {made_from[s]}, new: {source[s]}}}\n"
        for s in binding.stale
        if s in source
    )
    head = f"  - on: {on.isoformat()}\n    kind: minor\n    note: {MINOR_NOTE}\n    sections:\n"
    return f"{head}{rows}" if rows else ""


MINOR_NOTE = "Sửa chữ, không đổi nội dung."


def _key(section: str) -> str:
    """A section's id as a YAML key: in quotes where it holds more than letters and hyphens."""
    plain = re.fullmatch(r"\w[\w-]*", section)
    return section if plain else json.dumps(section, ensure_ascii=False)
