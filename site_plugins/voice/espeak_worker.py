"""What holds espeak-ng, in a process of its own; imports nothing of the project."""

import _ctypes
import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ctypes import _Pointer, c_short

# From espeak-ng's speak_lib.h.
_SYNCHRONOUS = 2
_BUFFER_MS = 2000
_DO_NOT_EXIT = 0x8000  # otherwise missing data end the process without a word
_CHARS_UTF8 = 1
_RATE, _VOLUME, _PITCH = 1, 2, 3
_LIST_TERMINATED, _WORD = 0, 1
# At the default of 100 loud syllables touch full scale and are clipped; mastering sets the level.
_HEADROOM_VOLUME = 60

Reply = tuple[dict[str, object], bytes]


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


def speaker(library_path: str, data_path: str) -> Callable[[dict[str, Any]], Reply]:
    """A function that speaks `{voice, text, rate, pitch}` in espeak-ng's own units.

    The reply's `trouble` is "", "no data", "no voice", "refused" or "cut short"; its `marks` are
    words: where each begins, in characters of the text, and at which sample.
    """

    def speak(request: dict[str, Any]) -> Reply:
        with fresh_library(library_path) as library:
            return _speak(library, data_path.encode(), request)

    return speak


@contextmanager
def fresh_library(path: str) -> Iterator[ctypes.CDLL]:
    """espeak-ng loaded anew: what it keeps between texts changes their sound."""
    library = ctypes.CDLL(path)
    try:
        yield library
    finally:
        _unload(library)


def _speak(library: ctypes.CDLL, data_path: bytes, request: dict[str, Any]) -> Reply:
    rate_hz = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data_path, _DO_NOT_EXIT)
    if rate_hz <= 0:
        return {"trouble": "no data"}, b""
    try:
        return _synthesised(library, rate_hz, request)
    finally:
        library.espeak_Terminate()


def _synthesised(library: ctypes.CDLL, rate_hz: int, request: dict[str, Any]) -> Reply:
    pcm = bytearray()
    marks: list[tuple[int, int]] = []
    finished: list[bool] = []

    def collect(samples: "_Pointer[c_short]", count: int, events: "_Pointer[_Event]") -> int:
        if samples:
            pcm.extend(ctypes.string_at(samples, count * 2))
        else:  # espeak-ng's way to say that everything was said
            finished.append(True)
        marks.extend(_marks(events))
        return 0

    callback = _CALLBACK(collect)
    library.espeak_SetSynthCallback(callback)
    if library.espeak_SetVoiceByName(request["voice"].encode()):
        return {"trouble": "no voice"}, b""
    library.espeak_SetParameter(_RATE, request["rate"], 0)
    library.espeak_SetParameter(_PITCH, request["pitch"], 0)
    library.espeak_SetParameter(_VOLUME, _HEADROOM_VOLUME, 0)
    text = request["text"].encode()
    refused = library.espeak_Synth(text, len(text) + 1, 0, 0, 0, _CHARS_UTF8, None, None)
    if refused or library.espeak_Synchronize():
        return {"trouble": "refused"}, b""
    if not finished:
        return {"trouble": "cut short"}, b""
    return {"trouble": "", "rate_hz": rate_hz, "marks": marks}, bytes(pcm)


def _marks(events: "_Pointer[_Event]") -> list[tuple[int, int]]:
    """Words among the events; espeak-ng counts the text's characters from 1."""
    marks = []
    index = 0
    while events and events[index].type != _LIST_TERMINATED:
        if events[index].type == _WORD:
            marks.append((events[index].text_position - 1, events[index].sample))
        index += 1
    return marks


def _unload(library: ctypes.CDLL) -> None:
    if sys.platform == "win32":
        _ctypes.FreeLibrary(library._handle)  # noqa: SLF001  ctypes offers no other way
    else:
        _ctypes.dlclose(library._handle)  # noqa: SLF001  ctypes offers no other way
