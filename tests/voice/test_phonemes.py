"""Phonemes as Piper's models were trained on them."""

import unicodedata

import espeakng_loader
import pytest

from site_plugins.voice.phonemes import piper_phonemes


def _said(text: str, voice: str = "vi") -> list[str]:
    library, data = espeakng_loader.get_library_path(), espeakng_loader.get_data_path()
    return piper_phonemes(library, data, voice, text)


def test_marks_stand_where_piper_puts_them() -> None:
    """A blank after a mark within a sentence; a new sentence after its end."""
    first, second = _said("Bà con, cô chú. Ai hỏi?")
    assert first.count(",") == 1
    assert ", " in first
    assert first.endswith(".")
    assert second.endswith("?")


def test_marks_are_those_of_the_text() -> None:
    """Also before a letter of several bytes, and at the very end."""
    marks = [letter for said in _said("Một; «đơn»: ấy, ư! Hết") for letter in said]
    assert [mark for mark in marks if mark in ",.;:?!"] == [";", ":", ",", "!"]


def test_accents_are_signs_of_their_own() -> None:
    """A model has one number for each."""
    [said] = _said("ich", "de")
    assert said == unicodedata.normalize("NFD", said)
    assert "c\u0327" in said


def test_no_word_of_another_language_brings_its_flag() -> None:
    """espeak-ng writes (en) around it."""
    assert "(" not in "".join(_said("Lên Facebook xem."))


def test_what_was_said_before_changes_nothing() -> None:
    """The library keeps things between texts."""
    alone = _said("Bà con nộp đơn.")
    _said("Hello, world", "en-us")
    assert _said("Bà con nộp đơn.") == alone


def test_a_voice_that_espeak_does_not_have_is_told() -> None:
    """Named by the model; the sound of another language must not be the outcome."""
    with pytest.raises(OSError, match="xx-khong-co"):
        _said("Bà", "xx-khong-co")
