"""How a line of the stock is said: in Vietnamese, or as syllables of another orthography."""

import unicodedata
from random import Random
from typing import Protocol

from benchmarks.stock import Stock, Subject, Syllables


class Tongue(Protocol):
    """One language on one page."""

    def line(self, template: str) -> str:
        """The template with its facts, in this language."""


class Vietnamese:
    """Fills the braces of a template with facts drawn by chance."""

    def __init__(self, chance: Random, stock: Stock, subject: Subject) -> None:
        self._chance = chance
        self._villages = stock.villages
        self._what = subject.what

    def line(self, template: str) -> str:
        """The sentence with amounts, dates and documents in it."""
        return template.format(**self._facts()) if "{" in template else template

    def _facts(self) -> dict[str, str]:
        number = self._chance.randint
        year = number(2024, 2026)
        return {
            "what": self._what,
            "village": self._chance.choice(self._villages),
            "amount": f"{number(3, 240) * 50_000:,}".replace(",", "."),
            "age": str(number(60, 90)),
            "percent": str(number(5, 95)),
            "hour": str(number(3, 9)),
            "date": f"{number(1, 28)}/{number(1, 12)}/{year}",
            "year": str(year),
            "document": f"{number(11, 299)}/{year}/NĐ-CP",
        }


class OtherTongue:
    """As many words as the Vietnamese has, of random syllables; numbers and dates stay."""

    def __init__(self, chance: Random, syllables: Syllables, vietnamese: Vietnamese) -> None:
        self._chance = chance
        self._syllables = syllables
        self._vietnamese = vietnamese

    def line(self, template: str) -> str:
        """A line that looks like the language and says nothing."""
        said = self._vietnamese.line(template)
        words = [self._said(word) for word in said.rstrip(".").split()]
        stop = self._syllables.stop if said.endswith(".") else ""
        line = unicodedata.normalize("NFC", self._syllables.gap.join(words) + stop)
        return line[:1].upper() + line[1:]

    def _said(self, word: str) -> str:
        if any(char.isdigit() for char in word):
            return word.strip(",")
        return self._syllables.join.join(self._syllable() for _ in range(self._length()))

    def _length(self) -> int:
        return self._chance.randint(*self._syllables.word)

    def _syllable(self) -> str:
        pick = self._chance.choice
        return pick(self._syllables.onsets) + pick(self._syllables.rimes) + pick(self._tones)

    @property
    def _tones(self) -> tuple[str, ...]:
        return self._syllables.tones
