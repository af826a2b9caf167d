"""Any sound file as mono PCM, bounded in time, whatever its name claims."""

import io
from itertools import chain
from pathlib import Path
from typing import IO

import av
from av.audio.resampler import AudioResampler

# A playlist with a harmless name could make FFmpeg open other files and addresses.
_FORMATS = "wav,w64,mp3,mov,mp4,m4a,3gp,3g2,mj2,ogg,flac,matroska,webm,asf,amr,amrnb,amrwb,aac"
# A picture of 50 KB, in a video or as a cover, unpacks to hundreds of megabytes before it is found
# that nobody asked for it. Names of decoders: of some kinds FFmpeg has two.
_CODECS = (
    "pcm_u8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,pcm_alaw,pcm_mulaw,"
    "adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,gsm_ms,mp3float,mp3,mp2float,mp2,aac,alac,flac,"
    "opus,libopus,vorbis,libvorbis,wmav1,wmav2,wmapro,wmalossless,wmavoice,"
    "amrnb,amrwb,libopencore_amrnb,libopencore_amrwb"
)
_OPTIONS = {
    "format_whitelist": _FORMATS,
    "codec_whitelist": _CODECS,
    "protocol_whitelist": "file",
}
# No microphone is slower, and a file that claims one sample a second grows 32,000 times.
_LOWEST_RATE_HZ = 4_000


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
    # Titles may be in any old encoding; nobody reads them.
    with av.open(opened, "r", options=_OPTIONS, metadata_errors="replace") as container:
        for frame in chain(container.decode(audio=0), [None]):
            if frame and frame.sample_rate < _LOWEST_RATE_HZ:
                raise ValueError(frame.sample_rate)
            for ready in resampler.resample(frame):
                pcm += memoryview(ready.planes[0])[: 2 * ready.samples]
            if len(pcm) > largest:
                raise TooLongError
    return bytes(pcm)
