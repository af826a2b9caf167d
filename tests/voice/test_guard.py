"""The last guards: nothing unread goes in, nothing implausible comes out."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.voice.errors import ImplausibleSpeechError, UnspeakableTextError
from site_plugins.voice.guard import check_request, check_speech
from site_plugins.voice.model import Speech, SpeechRequest, Voice, Word
from tests.voice.fake_engine import HUM, hum

KHMER = Voice("gtts:km", frozenset({"km"}), 24_000, "1", "", online=True)
PERSON = replace(HUM, name="recording:vi", reader="Phát thanh viên xã")
TEN_WORDS = SpeechRequest("một hai ba bốn năm sáu bảy tám chín mười", "vi", 160)


@pytest.mark.parametrize(
    "text",
    [
        "Xin chào.",
        "Chr’val, Bh'noong – «một hai»; (ba)… bốn? Năm!",
        "Ê Đê: ô̆ ơ̆ ư̆ ê̆ có dấu trăng rời.",
    ],
)
def test_words_and_their_punctuation_pass(text: str) -> None:
    """Combining breves, apostrophes and quotation marks are ordinary writing."""
    check_request(HUM, SpeechRequest(text, "vi", 160))


@pytest.mark.parametrize(
    "mark", ["5", "½", "%", "/", "&", "@", "+", "=", "₫", "*", "²", "Ⅳ", "\x07"]
)
def test_a_digit_or_symbol_is_refused_whatever_the_audit_said(mark: str) -> None:
    """A clip that says a digit wrongly cannot be taken back from a loudspeaker."""
    with pytest.raises(UnspeakableTextError) as told:
        check_request(HUM, SpeechRequest(f"Mức hưởng {mark} đồng", "vi", 160))
    assert f'còn ký tự "{mark}"' in str(told.value)


@given(st.text(max_size=40))
def test_no_digit_ever_passes(text: str) -> None:
    """Any text with a digit in it is refused."""
    with pytest.raises(UnspeakableTextError):
        check_request(HUM, SpeechRequest(f"a {text} 7", "vi", 160))


def test_khmer_digits_are_for_the_khmer_voice_to_read() -> None:
    """The rule is for languages in Latin letters."""
    check_request(KHMER, SpeechRequest("ប្រាក់ ៧៥ ឆ្នាំ។", "km", 160))


def test_a_voice_is_never_given_another_language() -> None:
    """It would read it as if it were its own, silently."""
    with pytest.raises(UnspeakableTextError, match='giọng "hum:vi" không nói được tiếng "hmn"'):
        check_request(HUM, SpeechRequest("Nyob zoo", "hmn", 160))


@pytest.mark.parametrize("text", ["", "   ", "… – …"])
def test_a_text_without_letters_is_refused(text: str) -> None:
    """Zero-length text gives no zero-length clip."""
    with pytest.raises(UnspeakableTextError, match="không có chữ nào"):
        check_request(HUM, SpeechRequest(text, "vi", 160))


def test_a_hundred_thousand_characters_in_one_sentence_are_refused() -> None:
    """It is a page that lost its full stops."""
    with pytest.raises(UnspeakableTextError, match="dài quá 5000 chữ"):
        check_request(HUM, SpeechRequest("a" * 100_000, "vi", 160))


@pytest.mark.parametrize(
    "speech",
    [Speech(b"", 16_000), hum(3, loudness=0), hum(3, loudness=0.005)],
)
def test_silence_is_not_speech(speech: Speech) -> None:
    """Nothing, zeros, and noise that nobody hears."""
    with pytest.raises(ImplausibleSpeechError, match="không đọc ra tiếng"):
        check_speech(HUM, TEN_WORDS, speech)


@pytest.mark.parametrize(
    "speech",
    [
        Speech(hum(3).pcm[:-1], 16_000),
        Speech(hum(3).pcm, 0),
        Speech(hum(3).pcm, -16_000),
        Speech(hum(3).pcm, math.nan),  # type: ignore[arg-type]
        Speech(hum(3).pcm, 16_000.5),  # type: ignore[arg-type]
        Speech([0, 1], 16_000),  # type: ignore[arg-type]
        Speech(None, 16_000),  # type: ignore[arg-type]
        None,
    ],
)
def test_what_is_no_pcm_is_refused(speech: Speech) -> None:
    """Half a sample, no rate, no sound at all: an engine may be anybody's."""
    with pytest.raises(ImplausibleSpeechError, match="âm thanh hỏng"):
        check_speech(HUM, TEN_WORDS, speech)


@pytest.mark.parametrize("seconds", [0.5, 20])
def test_a_clip_far_too_short_or_long_is_refused(seconds: float) -> None:
    """Ten words take between one and fourteen seconds."""
    with pytest.raises(ImplausibleSpeechError, match=r"\(10 tiếng\) trong .* giây"):
        check_speech(HUM, TEN_WORDS, hum(seconds))


@pytest.mark.parametrize("seconds", [1.6, 2.6, 4, 8])
def test_any_human_pace_is_plausible(seconds: float) -> None:
    """From a hurried announcer to a careful one."""
    check_speech(HUM, TEN_WORDS, hum(seconds))


def test_one_short_word_is_plausible() -> None:
    """«Vâng.»"""
    check_speech(HUM, SpeechRequest("Vâng.", "vi", 160), hum(0.35))


def test_khmer_is_counted_by_letters() -> None:
    """It has no spaces between words."""
    text = SpeechRequest("ប្រជាពលរដ្ឋដែលមានអាយុចាប់ពីចិតសិបប្រាំឆ្នាំឡើងទៅ", "km", 160)
    check_speech(KHMER, text, hum(4))
    with pytest.raises(ImplausibleSpeechError):
        check_speech(KHMER, text, hum(0.3))


@pytest.mark.parametrize(
    "words",
    [
        (Word(-1, 3, 0),),
        (Word(0, 99, 0),),
        (Word(4, 2, 0),),
        (Word(4, 7, 0), Word(0, 3, 1)),
        (Word(0, 3, 1), Word(4, 7, 0)),
        (Word(0, 3, 9),),
        (Word(0, 3, math.nan),),
    ],
)
def test_times_of_words_that_cannot_be_are_refused(words: tuple[Word, ...]) -> None:
    """Captions are made of them."""
    check_speech(HUM, TEN_WORDS, replace(hum(3), words=(Word(0, 3, 0), Word(4, 7, 1))))
    with pytest.raises(ImplausibleSpeechError, match="âm thanh hỏng"):
        check_speech(HUM, TEN_WORDS, replace(hum(3), words=words))


def test_a_person_may_read_figures_and_signs() -> None:
    """Only machines misread them; a text of nothing but dashes is nobody's to read."""
    for text in ("Mức 75 % & 500.000 đồng", "113"):
        check_request(PERSON, SpeechRequest(text, "vi", 160))
    with pytest.raises(UnspeakableTextError, match="không có chữ nào"):
        check_request(PERSON, SpeechRequest("… – …", "vi", 160))
    with pytest.raises(UnspeakableTextError, match="không nói được tiếng"):
        check_request(PERSON, SpeechRequest("Nyob zoo", "hmn", 160))


def test_a_persons_reading_must_be_plausible_too() -> None:
    """A recording of the wrong sentence, or one that was cut; a figure takes its time."""
    check_speech(PERSON, SpeechRequest("Gọi số 0987654321.", "vi", 160), hum(6))
    with pytest.raises(ImplausibleSpeechError, match=r"\(12 tiếng\) trong 0.9 giây"):
        check_speech(PERSON, SpeechRequest("Gọi số 0987654321.", "vi", 160), hum(0.9))
