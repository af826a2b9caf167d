"""A person's voice for the tests: the embedded one, kept as a phone would keep it."""

import io
from pathlib import Path
from typing import cast

import av
from av.audio.stream import AudioStream

from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.model import Speech, SpeechRequest
from site_plugins.voice.pcm import filtered, frames_of

# Suffix → container, codec, sample rate: what phones and their programs write.
KINDS = {
    ".wav": ("wav", "pcm_s16le", 44_100),
    ".mp3": ("mp3", "libmp3lame", 44_100),
    ".m4a": ("ipod", "aac", 44_100),
    ".ogg": ("ogg", "libopus", 48_000),
    ".opus": ("opus", "libopus", 48_000),
    ".flac": ("flac", "flac", 44_100),
    ".webm": ("webm", "libopus", 48_000),
    ".wma": ("asf", "wmav2", 44_100),
    ".amr": ("amr", "libopencore_amrnb", 8_000),
    ".3gp": ("3gp", "aac", 16_000),
    ".aac": ("adts", "aac", 44_100),
}


def read_aloud(*lines: str, rate_wpm: int = 180) -> Speech:
    """Somebody reads all lines, with a pause after each."""
    engine = EspeakEngine()
    voice = engine.voices()[0]
    clips = [engine.speak(voice, SpeechRequest(line, "vi", rate_wpm)) for line in lines]
    engine.close()
    rate = voice.sample_rate_hz
    return Speech(b"".join(clip.pcm + bytes(rate) for clip in clips), rate)


def keep(file: Path, speech: Speech) -> Path:
    """Write a reading as the kind of file that its suffix says."""
    container, codec, rate_hz = KINDS[file.suffix]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(encoded(speech, container, codec, rate_hz))
    return file


def encoded(speech: Speech, container: str, codec: str, rate_hz: int) -> bytes:
    """A file's bytes."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container) as out:
        stream = cast("AudioStream", out.add_stream(codec, rate=rate_hz, layout="mono"))
        if codec == "wmav2":  # it has no bit rate of its own
            stream.bit_rate = 64_000
        wanted = [
            ("aresample", str(rate_hz)),
            ("aformat", f"sample_fmts={stream.codec_context.format.name}"),
            ("asetnsamples", f"{stream.codec_context.frame_size or 1024}:p=0"),
        ]
        for frame in filtered(
            frames_of([speech.pcm], speech.sample_rate_hz), speech.sample_rate_hz, wanted
        ):
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return buffer.getvalue()
