"""Texts in the scripts that must survive whole: goldens that a linguist can edit, and alphabets."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

import yaml
from hypothesis import strategies as st

_GOLDENS = Path(__file__).with_name("goldens") / "scripts.yml"


@dataclass(frozen=True)
class Golden:
    """What becomes of a text; the file says what each field is."""

    tag: str
    why: str
    markdown: str
    shown: str
    anchor: str
    words: list[str]


GOLDENS = [Golden(**given) for given in yaml.safe_load(_GOLDENS.read_text("utf-8"))]


def letters(text: str) -> str:
    """Letters, marks, figures, apostrophes and U+200B of a text in NFC."""
    kept = "'’‘\u200b"
    nfc = unicodedata.normalize("NFC", text)
    return "".join(c for c in nfc if c in kept or unicodedata.category(c)[0] in "LMN")


@dataclass(frozen=True)
class Alphabet:
    """The letters of a script and what is written around them.

    `subscript` joins two letters; `breaks` may stand between syllables and show nothing.
    """

    letters: str
    around: str
    subscript: str = ""
    breaks: str = ""

    @property
    def words(self) -> st.SearchStrategy[str]:
        """Words that a keyboard of the script can type, in NFC."""
        base = st.sampled_from(self.letters)
        below = base.map(lambda c: self.subscript + c) if self.subscript else st.just("")
        around = st.text(st.sampled_from(self.around), max_size=2)
        between = st.sampled_from(["", "", *self.breaks])
        syllable = st.tuples(base, st.just("") | below, around).map("".join)
        syllables = st.lists(st.tuples(between, syllable).map("".join), max_size=4)
        return st.tuples(syllable, syllables).map(
            lambda word: unicodedata.normalize("NFC", "".join([word[0], *word[1]]))
        )


def _span(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


ALPHABETS = {
    "km": Alphabet(_span(0x1780, 0x17A2), _span(0x17B6, 0x17D1) + "\u200c", "\u17d2", "\u200b"),
    "blt-tavt": Alphabet(_span(0xAA80, 0xAAAF) + "ꪵꪶꪹꪻꪼ", _span(0xAAB0, 0xAAB4) + "ꪷꪸꪺꪽꪾ꪿ꫀ꫁ꫂ"),
    "cjm-cham": Alphabet(_span(0xAA00, 0xAA28) + _span(0xAA44, 0xAA4B), _span(0xAA29, 0xAA36)),
    "rad": Alphabet("aăâbčdđeêghiklmñoôơuưyÊĐ", "\u0306\u0300\u0301\u0323"),
    "hmn": Alphabet("abcdefghijklmnopqrstuvwxyzHN", "bjvsgmdzrkl"),
    "ktv": Alphabet("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐ", "’'ʼáàạ"),
}  # fmt: skip
"""For each tag whose script is apt to be damaged."""
TAGGED_WORDS = st.sampled_from(sorted(ALPHABETS)).flatmap(
    lambda tag: st.tuples(st.just(tag), st.lists(ALPHABETS[tag].words, min_size=4, max_size=8))
)
