"""Any sound file as mono PCM, bounded in time, whatever its name claims."""

import io
from itertools import chain
from pathlib import Path
from typing import IO

import av
from av.audio.resampler import AudioResampler

# A playlist with a harmless name could make FFmpeg open other files and addresses.
_FORMATS = "wav,w64,mp3,mov,mp4,m4a,3gp,3g2,mj2,ogg,flac,matroska,webm,asf,amr,amrnb,amrwb,aac"
_OPTIONS = {"format_whitelist": _FORMATS, "protocol_whitelist": "file"}


class NotSoundError(Exception):
    """The bytes are no sound that can be decoded."""


class TooLongError(Exception):
    """There is more sound than was asked for."""


def decoded(source: Path | bytes, rate_hz: int, limit_s: float) -> bytes:
    """Mono signed 16-bit little-endian PCM. Raises `NotSoundError`, `TooLongError`."""
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as opened:
            return _decoded(opened, rate_hz, limit_s)
    except (av.FFmpegError, OSError, IndexError, ValueError) as error:
        raise NotSoundError(str(error)) from error


def _decoded(opened: IO[bytes], rate_hz: int, limit_s: float) -> bytes:
    resampler = AudioResampler(format="s16", layout="mono", rate=rate_hz)
    largest = round(limit_s * rate_hz) * 2
    pcm = bytearray()
    with av.open(opened, "r", options=_OPTIONS) as container:
        for frame in chain(container.decode(audio=0), [None]):
            for ready in resampler.resample(frame):
                pcm += memoryview(ready.planes[0])[: 2 * ready.samples]
            if len(pcm) > largest:
                raise TooLongError
    return bytes(pcm)
