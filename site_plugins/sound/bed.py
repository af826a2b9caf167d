"""Background music under the station's own lines."""

from collections.abc import Iterator

from av.audio.frame import AudioFrame

from site_plugins.sound.reel import Reel
from site_plugins.voice.model import Speech
from site_plugins.voice.pcm import filtered, frames_of, mixed, pcm_of

# Under speech by so much that every word is understood, on a horn too.
_BELOW_SPEECH_DB = -20
_FADE_S = 1.0


def lay_under(reel: Reel, bed: Speech, start_s: float, end_s: float) -> None:
    """Mix the bed, which has the reel's rate, under a part of the reel, again and again."""
    start, end = (round(seconds * reel.rate_hz) for seconds in (start_s, end_s))
    at = start
    for frame in mixed(reel.frames(start, end), _faded(bed, end - start), reel.rate_hz):
        pcm = pcm_of([frame])
        reel.write(at, pcm)  # never beyond what was read
        at += len(pcm) // 2


def _faded(bed: Speech, samples: int) -> Iterator[AudioFrame]:
    """Exactly so many samples of the bed."""
    length_s = samples / bed.sample_rate_hz
    fade_s = min(_FADE_S, length_s / 2)
    steps = (
        ("aloop", f"loop=-1:size={len(bed.pcm) // 2}"),
        ("atrim", f"end_sample={samples}"),
        ("volume", f"volume={_BELOW_SPEECH_DB}dB"),
        ("afade", f"type=in:duration={fade_s:.6f}"),
        ("afade", f"type=out:start_time={length_s - fade_s:.6f}:duration={fade_s:.6f}"),
        ("aformat", "sample_fmts=s16"),
    )
    return filtered(frames_of([bed.pcm], bed.sample_rate_hz), bed.sample_rate_hz, steps)
