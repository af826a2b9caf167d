"""Finding agreed phrases in a text of any script: whole words, the longest at each place.

A text is cut into words; scripts that write no spaces between words (Khmer, Tai Viet) into
syllables of a consonant with all that is written around it. So «val» is not found in «chr'val»,
nor a Khmer consonant without its vowel. Case does not matter, nor which sign an apostrophe is,
nor how wide the spaces are; U+200B is a space.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

ValueT = TypeVar("ValueT")

# Thai, Lao, Burmese, Khmer, Tai Le and New Tai Lue, Tai Tham, Tai Viet.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17DF),
    (0x1950, 0x19DF),
    (0x1A20, 0x1AAF),
    (0xAA80, 0xAADF),
)
_BEFORE = "เแโใไເແໂໃໄꪵꪶꪹꪻꪼ"
"""Vowels that stand before the consonant that they are said after, in visual order."""
_AFTER = "ะาำະາຳꪱꪺꪽꫀꫂ\u200c\u200d"
"""Vowels and tones that follow a consonant and are no combining marks, and invisible joiners."""
_SUBSCRIPT = "\u17d2"
_APOSTROPHES = "'’‘ʼ"
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u2060\ufeff"))
_WORDS_KEPT = 20_000
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _is_mark(code: int) -> bool:
    return unicodedata.category(chr(code)).startswith("M")


def _pattern() -> re.Pattern[str]:
    """A syllable of an unspaced script, a word of any other, or a single sign."""
    unspaced = "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSPACED)
    inside = [code for first, last in _UNSPACED for code in range(first, last + 1)]
    around = "".join(chr(code) for code in inside if _is_mark(code)) + _AFTER
    marks = "".join(chr(code) for code in range(0x300, 0xFE30) if _is_mark(code))
    consonant = f"(?:(?![{around}])[{unspaced}])"
    syllable = f"[{_BEFORE}]*{consonant}(?:{_SUBSCRIPT}{consonant}|[{around}])*"
    letter = rf"[^\W_{unspaced}]"
    word = rf"{letter}++(?:[{marks}\u00ad\u200c\u200d]++{letter}*+|[{_APOSTROPHES}]{letter}++)*+"
    return re.compile(rf"{word}|{syllable}|[^\s\u200b]")


_PIECE = _pattern()


class Found(NamedTuple, Generic[ValueT]):
    """A phrase that stands at text[start:end]."""

    start: int
    end: int
    value: ValueT


@dataclass
class _Node(Generic[ValueT]):
    next: "dict[str, _Node[ValueT]]" = field(default_factory=dict)
    values: list[ValueT] = field(default_factory=list)


class Phrases(Generic[ValueT]):
    """What to look for, each phrase with its value; made once, asked for every text.

    `spelling` makes one of the spellings of a word: words that share it are the same.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, ValueT]],
        spelling: Callable[[str], str] = lambda word: word,
    ) -> None:
        self._spelling = lru_cache(_WORDS_KEPT)(lambda piece: spelling(_plain(piece)))
        self._root: _Node[ValueT] = _Node()
        for phrase, value in phrases:
            node = self._root
            for piece in _pieces(phrase):
                node = node.next.setdefault(self._spelling(piece), _Node())
            node.values.append(value)

    def longest(self, text: str) -> Iterator[Found[ValueT]]:
        """The phrases of a text in NFC, none inside another; all values of each."""
        end = 0
        for found in self._by_place(text):
            if found[0].start >= end:
                end = found[-1].end
                yield from (f for f in found if f.end == end)

    def all(self, text: str) -> Iterator[Found[ValueT]]:
        """The phrases of a text in NFC, those inside others too."""
        for found in self._by_place(text):
            yield from found

    def _by_place(self, text: str) -> Iterator[list[Found[ValueT]]]:
        """For each word that begins phrases, those phrases from the shortest on."""
        words = list(map(self._spelling, _PIECE.findall(text)))
        begun = ((first, self._from(words, first)) for first in self._firsts(words))
        places = [(first, phrases) for first, phrases in begun if phrases]
        spans = [piece.span() for piece in _PIECE.finditer(text)] if places else []
        for first, phrases in places:
            start = spans[first][0]
            yield [Found(start, spans[last][1], value) for last, value in phrases]

    def _firsts(self, words: list[str]) -> list[int]:
        """The places of the words that phrases begin with."""
        begin = self._root.next
        return [n for n, word in enumerate(words) if word in begin] if begin else []

    def _from(self, words: list[str], first: int) -> list[tuple[int, ValueT]]:
        """The phrases that begin with a word: the place of the last word, and the value."""
        found: list[tuple[int, ValueT]] = []
        node: _Node[ValueT] | None = self._root
        for place in range(first, len(words)):
            node = node.next.get(words[place]) if node else None
            if node is None:
                break
            found += [(place, value) for value in node.values]
        return found


def one_phrase(text: str, spelling: Callable[[str], str] = lambda word: word) -> str:
    """The same for all ways of writing one phrase."""
    return " ".join(spelling(_plain(piece)) for piece in _pieces(text))


def vietnamese_spelling(word: str) -> str:
    """The same for «hòa» and «hoà»: a syllable has one tone, wherever its mark stands."""
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in _TONES)
    return "".join(c for c in letters if c not in _TONES) + tones


def _pieces(phrase: str) -> list[str]:
    return _PIECE.findall(unicodedata.normalize("NFC", phrase))


def _plain(piece: str) -> str:
    plain = unicodedata.normalize("NFC", piece.translate(_INVISIBLE)).casefold()
    return "".join("'" if c in _APOSTROPHES else c for c in plain)
