"""Text as the phonemes that Piper's models were trained on: espeak-ng's, with the punctuation."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator

from site_plugins.voice.espeak_worker import fresh_library

# From espeak-ng's speak_lib.h.
_RETRIEVAL, _DO_NOT_EXIT = 1, 0x8000
_CHARS_UTF8, _IPA = 1, 2

# Marks that end a sentence, and those within one, after which Piper puts a blank.
_ENDS, _WITHIN = ".?!", ",:;"


def piper_phonemes(library_path: str, data_path: str, voice: str, text: str) -> list[str]:
    """The phonemes of each sentence, as single letters and signs (NFD).

    As Piper's own `phonemize_eSpeak` does it (piper-phonemize, phonemize.cpp). Raises `OSError`
    when espeak-ng has no such data or voice.
    """
    with fresh_library(library_path) as library:
        if library.espeak_Initialize(_RETRIEVAL, 0, data_path.encode(), _DO_NOT_EXIT) <= 0:
            raise OSError(data_path)
        try:
            if library.espeak_SetVoiceByName(voice.encode()):
                raise OSError(voice)
            return list(_sentences(library, text))
        finally:
            library.espeak_Terminate()


def _sentences(library: ctypes.CDLL, text: str) -> Iterator[str]:
    sentence = ""
    for phonemes, mark in _clauses(library, text):
        # «(en)» and the like stand around words that are read as another language's.
        said = re.sub(r"\([^)]+\)", "", phonemes)
        blank = " " if mark in _WITHIN else ""
        sentence += unicodedata.normalize("NFD", said) + mark + blank
        if mark and mark in _ENDS:
            yield sentence
            sentence = ""
    if sentence:
        yield sentence


def _clauses(library: ctypes.CDLL, text: str) -> Iterator[tuple[str, str]]:
    """Each clause's phonemes and the mark that it ends in, "" for any other."""
    to_phonemes = library.espeak_TextToPhonemes
    to_phonemes.restype = ctypes.c_char_p
    written = text.encode()
    buffer = ctypes.create_string_buffer(written)
    start = ctypes.addressof(buffer)
    rest = ctypes.c_void_p(start)
    while rest.value:
        phonemes = to_phonemes(ctypes.byref(rest), _CHARS_UTF8, _IPA)
        # To see where a clause ends, espeak-ng has read one letter of the next one.
        read = written[: rest.value - start].decode()[:-1] if rest.value else text
        last = read.rstrip()[-1:]
        yield phonemes.decode(), last if last and last in _ENDS + _WITHIN else ""
