"""Phrases are found as whole words of any script, the longest at each place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.translation.phrases import Phrases, one_phrase, vietnamese_spelling


def _longest(text: str, *phrases: str) -> list[str]:
    found = Phrases([(p, p) for p in phrases], vietnamese_spelling).longest(text)
    return [text[f.start : f.end] for f in found]


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Hộ  NGHÈO được xét", "hộ nghèo", ["Hộ  NGHÈO"]),
        ("hộ, nghèo", "hộ nghèo", []),
        ("hoà giải, hòa giải", "hòa giải", ["hoà giải", "hòa giải"]),
        ("thuỷ lợi", "thủy lợi", ["thuỷ lợi"]),
        ("chr’val val", "val", ["val"]),
        ("chr’val", "chr'val", ["chr’val"]),
        ("‘val’", "val", ["val"]),
        ("kơ\u0306 kơ", "kơ", ["kơ"]),
        ("ŏng pô\u0306", "pô\u0306", ["pô\u0306"]),
        ("500.000 đồng", "000", ["000"]),
        ("នៅគ្រួសារក្រីក្រឬ", "គ្រួសារក្រីក្រ", ["គ្រួសារក្រីក្រ"]),
        ("គ្រួសារ\u200bក្រីក្រ", "គ្រួសារក្រីក្រ", ["គ្រួសារ\u200bក្រីក្រ"]),
        ("ក្រី", "ក្រ", []),
        ("ក្រ្ត", "ក្រ", []),
        ("ꪼꪕꪒꪾ", "ꪒꪾ", ["ꪒꪾ"]),
        ("ꪼꪕꪒꪾ", "ꪕ", []),
        ("ꪒꪾ", "ꪒ", []),
        ("ꨌꩌ ꨀꨇꩉ", "ꨌꩌ", ["ꨌꩌ"]),
        ("ꨌꩌ", "ꨌ", []),
    ],
)
def test_whole_words_of_every_script(text: str, phrase: str, found: list[str]) -> None:
    """Marks, apostrophes, subscripts and vowels written before belong to their word."""
    assert _longest(text, phrase) == found


def test_the_longest_wins_and_the_shorter_is_there_too() -> None:
    """A term inside another is no term of its own, but whoever wants all gets it."""
    terms = ["trợ cấp", "trợ cấp hưu trí xã hội", "hưu trí xã hội"]
    text = "trợ cấp hưu trí xã hội và trợ cấp khác"
    assert _longest(text, *terms) == ["trợ cấp hưu trí xã hội", "trợ cấp"]
    every = [f.value for f in Phrases([(t, t) for t in terms]).all(text)]
    assert every == ["trợ cấp", "trợ cấp hưu trí xã hội", "hưu trí xã hội", "trợ cấp"]


def test_one_phrase_may_mean_several_things() -> None:
    """Two terms that share a form are both found."""
    assert [f.value for f in Phrases([("nyiaj pab", 1), ("Nyiaj  pab", 2)]).longest("nyiaj pab")]


WORDS = st.text("aăâbcđeêghiơưộẽ'’ \u0300\u0306កខ្រា\u200bꪒꪾꪼꨌꩌ0.", max_size=20)


@given(WORDS, WORDS, WORDS)
def test_a_phrase_is_found_in_itself_and_nothing_else(before: str, phrase: str, after: str) -> None:
    """Between spaces every phrase is found; what is found is another way of writing it."""
    text = unicodedata.normalize("NFC", f"{before} . {phrase} . {after}")
    key = one_phrase(unicodedata.normalize("NFC", phrase))
    found = list(Phrases([(phrase, 0)]).all(text))
    assert bool(found) >= bool(key)
    assert all(one_phrase(text[f.start : f.end]) == key for f in found)
