"""MP3 by LAME through PyAV, and back to PCM to hear what was made."""

import io
from collections.abc import Iterable, Iterator
from math import log10

import av
from av.audio.frame import AudioFrame

RATE_HZ = 44_100
DECODED_FORMAT = "fltp"
# LAME scales what it is given by 0.95 (its `scale` setting, which FFmpeg does not offer).
ENCODER_GAIN_DB = 20 * log10(0.95)

# 0 is the slowest; speech at these bit rates sounds the same from 0 to 7, in half the time.
_EFFORT = "7"


def encoder_version() -> str:
    """Everything in the encoder that may change a byte: PyAV's wheel brings FFmpeg and LAME."""
    return f"PyAV {av.__version__}, libavcodec {av.library_versions['libavcodec']}, {_EFFORT}"


def mp3(frames: Iterable[AudioFrame], bitrate_kbps: int) -> bytes:
    """Mono MP3 of constant bit rate with an Info header and no tag: same frames, same bytes."""
    buffer = io.BytesIO()
    options = {"id3v2_version": "0", "write_id3v1": "0", "write_xing": "1", "fflags": "+bitexact"}
    with av.open(buffer, "w", format="mp3", options=options) as container:
        stream = container.add_stream(
            "libmp3lame", rate=RATE_HZ, layout="mono", options={"compression_level": _EFFORT}
        )
        stream.bit_rate = bitrate_kbps * 1000
        for frame in frames:
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return buffer.getvalue()


def decoded(data: bytes) -> Iterator[AudioFrame]:
    """The frames of an MP3, as a player would hear them."""
    with av.open(io.BytesIO(data), "r") as container:
        yield from container.decode(audio=0)
