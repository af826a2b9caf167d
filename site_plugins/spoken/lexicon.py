"""Words whose spelling does not say how they are read, and what is said for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from site_plugins.spoken.syllables import LETTER, is_syllable
from site_plugins.spoken.words.abbreviations import ABBREVIATIONS
from site_plugins.spoken.words.foreign import FOREIGN
from site_plugins.spoken.words.names import NAMES

_FIRST = re.compile(rf"[{LETTER}]+|[0-9]+|.", re.DOTALL)


@dataclass(frozen=True)
class Lexicon:
    """Written form → spoken form.

    A form written wholly in lower case stands for any case ("facebook"); any other only for
    itself ("TTg"). Of several forms that fit a place the longest wins ("VH,TT&DL" over "VH").
    """

    entries: Mapping[str, str] = field(default_factory=dict)

    def plus(self, more: "Lexicon") -> "Lexicon":
        """The same lexicon with another's entries over it."""
        return Lexicon({**self.entries, **more.entries})

    def spoken(self, written: str) -> str | None:
        """What is said for exactly this form, or for it in lower case; None when unknown."""
        return self.entries.get(written) or self.entries.get(written.lower())

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first token of every entry, in each case in which it may be met."""
        return frozenset(self._by_first)

    @cached_property
    def _by_first(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for written in sorted(self.entries, key=len, reverse=True):
            for first in _cases(written):
                found.setdefault(first, []).append(written)
        return {first: tuple(forms) for first, forms in found.items()}

    def at(self, text: str, start: int) -> Iterator[tuple[str, str]]:
        """The (form, words) that stand whole at `text[start:]`, longest first."""
        first = _FIRST.match(text, start)
        word = first[0] if first else ""
        for form in self._by_first.get(word) or self._by_first.get(word.lower(), ()):
            if _stands(form, text, start):
                yield form, self.entries[form]


def _cases(written: str) -> tuple[str, ...]:
    first = _FIRST.match(written)
    word = first[0] if first else written
    same = (word, word.capitalize(), word.upper()) if written.islower() else (word,)
    return tuple(dict.fromkeys(same))


def _stands(form: str, text: str, start: int) -> bool:
    end = start + len(form)
    there = text[start:end]
    if there != form and not (form.islower() and there.lower() == form):
        return False
    nxt = text[end : end + 1]
    return not (form[-1].isalnum() and (nxt.isalnum() or nxt == "'"))


def looks_like_a_word(form: str) -> bool:
    """An abbreviation that is also a syllable in capitals (TU, AI): a heading may mean the word."""
    return form.isupper() and is_syllable(form)


GENERAL = Lexicon({**ABBREVIATIONS, **FOREIGN, **NAMES})
