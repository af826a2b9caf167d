"""MP3 by LAME 4, Opus by libopus, and back to PCM to hear what was made."""

import io
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from math import log10

import av
import lameenc
from av.audio.frame import AudioFrame

from site_plugins.sound.info_frame import info_frame
from site_plugins.sound.model import Codec
from site_plugins.voice.errors import SoundError
from site_plugins.voice.pcm import pcm_of

RATE_HZ = {Codec.MP3: 44_100, Codec.OPUS: 48_000}
"""What an encoder is given and what its file plays at."""
GAIN_DB = {Codec.MP3: 20 * log10(0.95), Codec.OPUS: 0.0}
"""What an encoder does to the level: LAME scales by 0.95."""
DECODED_FORMAT = "fltp"

# 2 is the slowest. What LAME does below 7 moves noise under music; speech for a horn, 64 kbit/s, is
# 5 dB nearer to what was encoded without it.
_LAME_QUALITY = 7
_LAME = "LAME4.0"
# `voip` takes 0.2 to 0.3 LU and is further from what was encoded; the highest complexity is 3 dB
# nearer at five times the cost.
_OPUS_OPTIONS = {"application": "audio", "compression_level": "0", "vbr": "constrained"}
# Without bitexact the stream's number is random; with it 0, which some tools do not bear.
_OGG_OPTIONS = {"fflags": "+bitexact", "serial_offset": "1"}


def encoder_version() -> str:
    """Everything in the encoders that may change a byte: the wheels bring LAME, FFmpeg, libopus."""
    libraries = (f"{name} {av.library_versions[name]}" for name in sorted(av.library_versions))
    wheels = (f"{name} {version(name)}" for name in ("av", "lameenc"))
    return ", ".join(
        (*wheels, *libraries, f"q{_LAME_QUALITY}", str(_OPUS_OPTIONS), str(_OGG_OPTIONS))
    )


def encoded(frames: Iterable[AudioFrame], codec: Codec, bitrate_kbps: int) -> bytes:
    """A file of mono 16-bit frames at the codec's rate; same frames, same bytes."""
    return _ENCODERS[codec](frames, bitrate_kbps)


def mp3(frames: Iterable[AudioFrame], bitrate_kbps: int) -> bytes:
    """Mono MP3 of constant bit rate, 32 kbit/s at least, with an Info frame and no tag."""
    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE_HZ[Codec.MP3])
    encoder.set_out_sample_rate(RATE_HZ[Codec.MP3])
    encoder.set_bit_rate(bitrate_kbps)
    encoder.set_quality(_LAME_QUALITY)
    audio, samples = bytearray(), 0
    try:
        for frame in frames:
            audio += encoder.encode(pcm_of([frame]))
            samples += frame.samples
        audio += encoder.flush()
    except RuntimeError as error:
        message = f"bộ mã hóa MP3 không chạy được: {error}"
        raise SoundError(message) from error
    return info_frame(audio, samples, RATE_HZ[Codec.MP3], _LAME) + audio


def opus(frames: Iterable[AudioFrame], bitrate_kbps: int) -> bytes:
    """Mono Opus in Ogg."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="ogg", options=_OGG_OPTIONS) as container:
        stream = container.add_stream(
            "libopus", rate=RATE_HZ[Codec.OPUS], layout="mono", options=_OPUS_OPTIONS
        )
        stream.bit_rate = bitrate_kbps * 1000
        for frame in frames:
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return buffer.getvalue()


def decoded(data: bytes) -> Iterator[AudioFrame]:
    """The frames of a file, as a player would hear them."""
    with av.open(io.BytesIO(data), "r") as container:
        yield from container.decode(audio=0)


_ENCODERS = {Codec.MP3: mp3, Codec.OPUS: opus}
