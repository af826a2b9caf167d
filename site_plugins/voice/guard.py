"""The last guards around every engine: nothing unread goes in, nothing implausible comes out."""

import unicodedata
from array import array

from site_plugins.voice.errors import ImplausibleSpeechError, UnspeakableTextError
from site_plugins.voice.model import Speech, SpeechRequest, Voice

# Written in letters of their own: what counts as a symbol there is their readers' to say.
_OTHER_SCRIPTS = frozenset({"km", "blt-tavt", "cjm-cham"})
_PUNCTUATION = frozenset(".,;:!?…-–—'’‘“”\"«»()")
_LONGEST_TEXT = 5_000

# 16-bit units; speech below this is not heard.
_SILENT_PEAK = 300
# Seconds for one word or syllable, between a hurried reader and one who stumbles; a clip may
# also begin and end with this much silence.
_SHORTEST_WORD_S, _LONGEST_WORD_S, _SLACK_S = 0.09, 1.2, 1.5
# Khmer, Thái and Chăm letters do not show where a word ends: about four make a syllable.
_LETTERS_IN_A_SYLLABLE = 4


def check_request(voice: Voice, request: SpeechRequest) -> None:
    """Raise `UnspeakableTextError` for a text that this voice must not be given.

    A person may read figures and signs, and a whole text at once: only machines are kept from
    what they would misread.
    """
    if request.language not in voice.languages:
        message = f'giọng "{voice.name}" không nói được tiếng "{request.language}"'
        raise UnspeakableTextError(message)
    if not any(char.isalnum() if voice.reader else char.isalpha() for char in request.text):
        message = f'câu "{request.text[:60]}" không có chữ nào để đọc'
        raise UnspeakableTextError(message)
    if len(request.text) > _LONGEST_TEXT and not voice.reader:
        message = f'câu "{request.text[:60]}…" dài quá {_LONGEST_TEXT} chữ; hãy chia ra nhiều câu'
        raise UnspeakableTextError(message)
    if request.language not in _OTHER_SCRIPTS and not voice.reader:
        _check_characters(request.text)


def _check_characters(text: str) -> None:
    for char in text:
        if not (char.isspace() or unicodedata.category(char)[0] in "LM" or char in _PUNCTUATION):
            message = f'câu "{text[:60]}" còn ký tự "{char}" mà giọng máy đọc không đúng'
            raise UnspeakableTextError(message)


def check_speech(voice: Voice, request: SpeechRequest, speech: Speech) -> None:
    """Raise `ImplausibleSpeechError` for silence, a cut clip, one that rambles, or no sound."""
    name, text = f'giọng "{voice.name}"', request.text[:60]
    if not _is_speech(speech) or not _are_words_of(request.text, speech):
        message = f'{name} trả về âm thanh hỏng cho câu "{text}"'
        raise ImplausibleSpeechError(message)
    samples = array("h", speech.pcm)
    if not samples or _peak(samples) < _SILENT_PEAK:
        message = f'{name} không đọc ra tiếng câu "{text}"'
        raise ImplausibleSpeechError(message)
    shortest_s, longest_s = plausible_s(request)
    if not shortest_s <= speech.duration_s <= longest_s:
        message = (
            f'{name} đọc câu "{text}" ({word_count(request)} tiếng) '
            f"trong {speech.duration_s:.1f} giây, không hợp lý"
        )
        raise ImplausibleSpeechError(message)


def plausible_s(request: SpeechRequest) -> tuple[float, float]:
    """The least and the most seconds that anybody takes to say this."""
    words = word_count(request)
    return words * _SHORTEST_WORD_S, words * _LONGEST_WORD_S + _SLACK_S


def _is_speech(speech: object) -> bool:
    """An engine may be anybody's: it may give something else altogether."""
    return (
        isinstance(speech, Speech)
        and isinstance(speech.pcm, bytes)
        and len(speech.pcm) % 2 == 0
        and isinstance(speech.sample_rate_hz, int)
        and speech.sample_rate_hz > 0
    )


def _are_words_of(text: str, speech: Speech) -> bool:
    """Within the text and the speech, one after another."""
    places = [place for word in speech.words for place in (word.start, word.end)]
    times = [word.at_s for word in speech.words]
    return (
        all(0 <= place <= len(text) for place in places)
        and all(0 <= at_s < speech.duration_s for at_s in times)
        and places == sorted(places)
        and times == sorted(times)
    )


def _peak(samples: "array[int]") -> int:
    return max(abs(min(samples)), abs(max(samples)))


def word_count(request: SpeechRequest) -> int:
    """Words or syllables of the text, as its rate counts them; a figure is at least one."""
    if request.language in _OTHER_SCRIPTS:
        letters = sum(char.isalpha() for char in request.text)
        return max(1, letters // _LETTERS_IN_A_SYLLABLE)
    figures = sum(char.isdecimal() for char in request.text)
    return figures + sum(any(map(str.isalpha, word)) for word in request.text.split())
