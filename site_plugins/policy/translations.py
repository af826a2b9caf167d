"""Whether a translation still says what its source says."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from site_plugins.policy.schema import TranslationMeta


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


def bind(meta: TranslationMeta, source: Mapping[str, str]) -> Binding:
    """Compare the digests that a translation carries with those of its source as it stands.

    A section that the source no longer has is stale too: the translation still says it.
    """
    made_from = meta.translation.sources
    missing = tuple(section for section in source if section not in made_from)
    stale = tuple(s for s, digest in made_from.items() if source.get(s) != digest)
    if stale:
        state = TranslationState.STALE
    elif missing:
        state = TranslationState.PARTIAL
    elif not (meta.translation.checked_by and meta.translation.checked_on):
        state = TranslationState.UNCHECKED
    else:
        state = TranslationState.READY
    return Binding(state, stale, missing)


def sources_to_paste(source: Mapping[str, str]) -> str:
    """The front matter lines that bind a translation to its source as it stands."""
    rows = "".join(f"    {_key(section)}: {digest}\n" for section, digest in source.items())
    return f"translation:\n  sources:\n{rows}"


def _key(section: str) -> str:
    """A section's id as a YAML key: in quotes where it holds more than letters and hyphens."""
    plain = re.fullmatch(r"\w[\w-]*", section)
    return section if plain else json.dumps(section, ensure_ascii=False)
