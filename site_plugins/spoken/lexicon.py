"""Words whose spelling does not say how they are read, and what is said for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from site_plugins.spoken.senses import Sense
from site_plugins.spoken.syllables import LETTER, is_syllable
from site_plugins.spoken.words import WORDS

Entry: TypeAlias = str | tuple[Sense, ...]
_FIRST = re.compile(rf"[{LETTER}]+|[0-9]+|.", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Written form → spoken form, or the senses among which its neighbours choose, in order.

    A form written wholly in lower case stands for any case ("facebook"); any other only for
    itself ("TTg"). Of several forms that fit a place the longest wins ("VH,TT&DL" over "VH").
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def plus(self, more: "Lexicon") -> "Lexicon":
        """The same lexicon with another's entries over it; bound senses leave the others below."""
        merged = {**self.entries}
        for written, entry in more.entries.items():
            below = merged.get(written, ())
            merged[written] = entry if _settles(entry) else (*senses_of(entry), *senses_of(below))
        return Lexicon(merged)

    @cached_property
    def whole(self) -> "Lexicon":
        """These entries over the general ones."""
        return self if self is GENERAL else GENERAL.plus(self)

    def spoken(self, written: str) -> str | None:
        """What is said for exactly this form, or for it in lower case, wherever it stands."""
        entry = self.entries.get(written) or self.entries.get(written.lower(), ())
        free = (sense.spoken for sense in senses_of(entry) if not sense.bound)
        return next(free, None)

    @cached_property
    def written_for(self) -> Mapping[str, tuple[str, ...]]:
        """Spoken form → the forms that are always read so."""
        found: dict[str, tuple[str, ...]] = {}
        for written, entry in self.entries.items():
            if isinstance(entry, str):
                found[entry] = (*found.get(entry, ()), written)
        return found

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
            end = start + len(form)
            if _stands(form, text, start):
                fitting = (s for s in senses_of(self.entries[form]) if s.fits(text, start, end))
                yield from ((form, sense.spoken) for sense in fitting)


def senses_of(entry: Entry) -> tuple[Sense, ...]:
    """The senses of an entry; plain words are one sense, bound to nothing."""
    return (Sense(entry),) if isinstance(entry, str) else entry


def _settles(entry: Entry) -> bool:
    """Does this entry read its form wherever it stands?"""
    return any(not sense.bound for sense in senses_of(entry))


def _cases(written: str) -> tuple[str, ...]:
    first = _FIRST.match(written)
    word = first[0] if first else written
    same = (word, word.capitalize(), word.upper()) if written.islower() else (word,)
    return tuple(dict.fromkeys(same))


def _stands(form: str, text: str, start: int) -> bool:
    end = start + len(form)
    same = text.startswith(form, start)
    if not same and not (form.islower() and text[start:end].lower() == form):
        return False
    nxt = text[end : end + 1]
    if nxt.isdecimal() and form[-1].isalpha() and form.islower():
        return True  # "7kg23": no word goes on with a figure; a code does (AI512)
    if nxt == "'":  # a letter in «chr'val», else the end of a quotation
        nxt = text[end + 1 : end + 2]
    return not (form[-1].isalnum() and nxt.isalnum())


def looks_like_a_word(form: str) -> bool:
    """An abbreviation that is also a syllable in capitals (TU, AI): a heading may mean the word."""
    return form.isupper() and is_syllable(form)


GENERAL = Lexicon(WORDS)
"""What every station begins with."""
