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
    """Raise `UnspeakableTextError` for a text that this voice must not be given."""
    if request.language not in voice.languages:
        message = f'giọng "{voice.name}" không nói được tiếng "{request.language}"'
        raise UnspeakableTextError(message)
    if not any(char.isalpha() for char in request.text):
        message = f'câu "{request.text[:60]}" không có chữ nào để đọc'
        raise UnspeakableTextError(message)
    if len(request.text) > _LONGEST_TEXT:
        message = f'câu "{request.text[:60]}…" dài quá {_LONGEST_TEXT} chữ; hãy chia ra nhiều câu'
        raise UnspeakableTextError(message)
    if request.language not in _OTHER_SCRIPTS:
        _check_characters(request.text)


def _check_characters(text: str) -> None:
    for char in text:
        if not (char.isspace() or unicodedata.category(char)[0] in "LM" or char in _PUNCTUATION):
            message = f'câu "{text[:60]}" còn ký tự "{char}" mà giọng máy đọc không đúng'
            raise UnspeakableTextError(message)


def check_speech(request: SpeechRequest, speech: Speech) -> None:
    """Raise `ImplausibleSpeechError` for silence, a cut clip or a voice that rambles."""
    if len(speech.pcm) % 2 or speech.sample_rate_hz <= 0:
        message = f'giọng máy trả về âm thanh hỏng cho câu "{request.text[:60]}"'
        raise ImplausibleSpeechError(message)
    samples = array("h", speech.pcm)
    if not samples or _peak(samples) < _SILENT_PEAK:
        message = f'giọng máy không đọc ra tiếng câu "{request.text[:60]}"'
        raise ImplausibleSpeechError(message)
    words = _words(request)
    if not words * _SHORTEST_WORD_S <= speech.duration_s <= words * _LONGEST_WORD_S + _SLACK_S:
        message = (
            f'giọng máy đọc câu "{request.text[:60]}" ({words} tiếng) '
            f"trong {speech.duration_s:.1f} giây, không hợp lý"
        )
        raise ImplausibleSpeechError(message)


def _peak(samples: "array[int]") -> int:
    return max(abs(min(samples)), abs(max(samples)))


def _words(request: SpeechRequest) -> int:
    if request.language in _OTHER_SCRIPTS:
        letters = sum(char.isalpha() for char in request.text)
        return max(1, letters // _LETTERS_IN_A_SYLLABLE)
    return sum(any(char.isalpha() for char in word) for word in request.text.split())
