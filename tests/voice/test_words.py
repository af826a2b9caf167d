"""Words and their times: all of the text or nothing, in order, only what is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.voice.model import Word
from site_plugins.voice.words import timed_words

TEXTS = st.text(alphabet="abĐ –,.\n", max_size=30)
MARKS = st.lists(st.tuples(st.integers(-1, 32), st.integers(-1, 50)), max_size=12)


def _said(text: str, *marks: tuple[int, int]) -> list[tuple[str, float]]:
    return [(text[w.start : w.end], w.at_s) for w in timed_words(text, marks, 10)]


def test_a_word_is_heard_from_its_mark() -> None:
    """Its punctuation belongs to it."""
    assert _said("Bà con, ơi", (0, 0), (3, 4), (8, 9)) == [("Bà", 0), ("con,", 0.4), ("ơi", 0.9)]


def test_what_has_no_mark_goes_with_the_word_before() -> None:
    """A lone dash, and words that an engine says in one breath."""
    assert _said("Bà – con ơi", (0, 0), (5, 4)) == [("Bà –", 0), ("con ơi", 0.4)]


def test_what_stands_before_the_first_mark_goes_with_it() -> None:
    """An opening dash is never a word of its own."""
    assert _said("– «Bà con", (3, 0), (6, 4)) == [("– «Bà", 0), ("con", 0.4)]


def test_a_word_said_in_parts_begins_with_its_first() -> None:
    """A hyphen ends a word for an engine, not for a reader."""
    assert _said("A-lăng ơi", (0, 0), (2, 4), (7, 9)) == [("A-lăng", 0), ("ơi", 0.9)]


def test_words_heard_at_one_moment_are_one() -> None:
    """Each word is later than the one before."""
    assert _said("Bà con ơi", (0, 0), (3, 0), (7, 9)) == [("Bà con", 0), ("ơi", 0.9)]


@pytest.mark.parametrize(
    "marks",
    [[], [(-1, 0)], [(0, -5)], [(9, 0)], [(3, 0), (0, 4)], [(0, 5), (3, 4)], [(0, 0), (99, 4)]],
)
def test_marks_that_do_not_fit_the_text_say_nothing(marks: list[tuple[int, int]]) -> None:
    """Better no highlight than one that runs beside the voice."""
    assert timed_words("Bà con ơi", marks, 10) == ()


@given(TEXTS, MARKS)
def test_whatever_an_engine_marks_words_are_all_of_the_text_or_none(
    text: str, marks: list[tuple[int, int]]
) -> None:
    """Each slice is whole words between blanks, in order, ascending in time."""
    words = timed_words(text, marks, 10)
    if words:
        assert _tokens(text, words) == text.split()
        assert [w.at_s for w in words] == sorted({w.at_s for w in words})
        assert min(w.at_s for w in words) >= 0
        assert all(0 <= w.start < w.end <= len(text) for w in words)


@given(TEXTS)
def test_a_mark_at_every_word_gives_every_word(text: str) -> None:
    """Nothing is merged that need not be."""
    tokens = text.split()
    marks, at = [], 0
    for number, token in enumerate(tokens):
        at = text.index(token, at)
        marks.append((at, number))
        at += len(token)
    assert [text[w.start : w.end] for w in timed_words(text, marks, 1)] == tokens


def _tokens(text: str, words: tuple[Word, ...]) -> list[str]:
    return [token for w in words for token in text[w.start : w.end].split()]
