"""The process that holds espeak-ng, so that its crash or hang ends a clip and never the build.

Started by file path with nothing of the project imported; `argv`: library path, data path.
A request is `REQUEST` (lengths of voice name and text, rate) followed by both in UTF-8; a reply
is `REPLY` (status, sample rate, length) followed by mono signed 16-bit PCM.
"""

import _ctypes
import ctypes
import signal
import struct
import sys
from enum import IntEnum
from typing import BinaryIO

REQUEST = struct.Struct("<HIH")
REPLY = struct.Struct("<BIQ")

# From espeak-ng's speak_lib.h.
_SYNCHRONOUS = 2
_BUFFER_MS = 2000
_DO_NOT_EXIT = 0x8000  # otherwise missing data end the process without a word
_CHARS_UTF8 = 1
_RATE = 1
_VOLUME = 2
# At the default of 100 loud syllables touch full scale and are clipped; mastering sets the level.
_HEADROOM_VOLUME = 60

_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class Status(IntEnum):
    """How a request ended; whatever is not OK gives no sound."""

    OK = 0
    NO_DATA = 1
    NO_VOICE = 2
    REFUSED = 3
    CUT_SHORT = 4


def speak(library_path: str, data_path: bytes, voice: bytes, text: bytes, rate: int) -> bytes:
    """One reply. The library is loaded afresh: what it keeps between texts changes their sound."""
    library = ctypes.CDLL(library_path)
    try:
        return _speak(library, data_path, voice, text, rate)
    finally:
        _unload(library)


def _speak(library: ctypes.CDLL, data_path: bytes, voice: bytes, text: bytes, rate: int) -> bytes:
    sample_rate = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data_path, _DO_NOT_EXIT)
    if sample_rate <= 0:
        return REPLY.pack(Status.NO_DATA, 0, 0)
    try:
        return _synthesised(library, sample_rate, voice, text, rate)
    finally:
        library.espeak_Terminate()


def _synthesised(
    library: ctypes.CDLL, sample_rate: int, voice: bytes, text: bytes, rate: int
) -> bytes:
    pcm = bytearray()
    finished: list[bool] = []

    def collect(samples: object, count: int, _events: object) -> int:
        if samples:
            pcm.extend(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]
        else:  # espeak-ng's way to say that everything was said
            finished.append(True)
        return 0

    callback = _CALLBACK(collect)
    library.espeak_SetSynthCallback(callback)
    if library.espeak_SetVoiceByName(voice):
        return REPLY.pack(Status.NO_VOICE, 0, 0)
    library.espeak_SetParameter(_RATE, rate, 0)
    library.espeak_SetParameter(_VOLUME, _HEADROOM_VOLUME, 0)
    refused = library.espeak_Synth(text, len(text) + 1, 0, 0, 0, _CHARS_UTF8, None, None)
    if refused or library.espeak_Synchronize():
        return REPLY.pack(Status.REFUSED, 0, 0)
    if not finished:
        return REPLY.pack(Status.CUT_SHORT, 0, 0)
    return REPLY.pack(Status.OK, sample_rate, len(pcm)) + pcm


def _unload(library: ctypes.CDLL) -> None:
    if sys.platform == "win32":
        _ctypes.FreeLibrary(library._handle)  # noqa: SLF001  ctypes offers no other way
    else:
        _ctypes.dlclose(library._handle)  # noqa: SLF001  ctypes offers no other way


def serve(library_path: str, data_path: bytes, requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer requests until the other side closes the pipe."""
    while header := requests.read(REQUEST.size):
        voice_length, text_length, rate = REQUEST.unpack(header)
        voice, text = requests.read(voice_length), requests.read(text_length)
        replies.write(speak(library_path, data_path, voice, text, rate))
        replies.flush()


if __name__ == "__main__":
    # Ctrl-C reaches every process of the terminal; only the build decides when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(sys.argv[1], sys.argv[2].encode(), sys.stdin.buffer, sys.stdout.buffer)
