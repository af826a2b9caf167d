"""Which tokens are words of Vietnamese."""

import pytest

from site_plugins.spoken import GENERAL
from site_plugins.spoken.audit import audit
from site_plugins.spoken.lexicon import senses_of
from site_plugins.spoken.model import Span
from site_plugins.spoken.syllables import is_syllable, is_word


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "khuỷu",
        "quốc",
        "giếng",
        "gìn",
        "gì",
        "quỳnh",
        "hoà",
        "hòa",
        "thuở",
        "oăm",
        "xoong",
        "ươm",
        "yêu",
        "uyên",
        "Đường",
        "HUYỆN",
        "quý",
        "ngoằn",
        "khuya",
        "thuế",
        "quyết",
        "phích",
        "ghế",
        "kẻ",
        "nghĩa",
        "y",
        "ủy",
        "uỷ",
    ],
)
def test_syllables_of_every_shape_are_known(word: str) -> None:
    """Onset, rhyme and tone of quốc ngữ, with the tone on either vowel."""
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["fax", "web", "click", "xyz", "cet", "ngi", "ce", "hoac", "bb", "street", "đt", "kà"]
)
def test_other_spellings_are_not_syllables(word: str) -> None:
    """Foreign onsets, c before e, a stopped rhyme without its tone."""
    assert not is_syllable(word)


def test_a_word_has_one_case() -> None:
    """xÃ is a slip of the hand, not a word."""
    assert [is_word(w) for w in ("xã", "Xã", "XÃ", "xÃ")] == [True, True, True, False]


def test_every_spoken_form_of_the_general_lexicon_can_be_spoken() -> None:
    """The general table is held to what a station's file is held to."""
    said = {sense.spoken for entry in GENERAL.entries.values() for sense in senses_of(entry)}
    assert [words for words in said if audit([Span(0, len(words), words, "lexicon")])] == []
