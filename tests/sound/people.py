"""Readings as people record them: their pauses, their changes of pace, the room around them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

from site_plugins.spoken import read_aloud
from site_plugins.spoken.sentences import sentences
from site_plugins.voice.model import Engine, Speech, SpeechRequest
from site_plugins.voice.pcm import Step, filtered, frames_of, pcm_of

_QUIET = 60
_FRONT_MATTER = re.compile(r"\A---.*?^---$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[#*>|`]|^[-+] |!!!.*$", re.MULTILINE)


@dataclass(frozen=True)
class Reading:
    """A whole text read at once; where each sentence begins and ends, in seconds."""

    speech: Speech
    texts: tuple[str, ...]
    places_s: tuple[tuple[float, float], ...]


def sentences_of(path: Path) -> Iterator[str]:
    """What is said of a text or of an explainer, roughly: its marks and tables are words here."""
    text = _MARKS.sub("", _LINK.sub(r"\1", _FRONT_MATTER.sub("", path.read_text("utf-8"))))
    for paragraph in re.split(r"\n\s*\n", text):
        if paragraph.strip():
            cut = sentences(read_aloud(" ".join(paragraph.split())))
            yield from (sentence.text for sentence in cut if re.search(r"\w", sentence.text))


def read(
    engine: Engine,
    texts: Sequence[str],
    random: Random,
    *,
    between_s: tuple[float, float] = (0.4, 1.2),
    gains: Sequence[float] = (1,),
) -> Reading:
    """Each sentence up to a fifth faster or slower, with a breath at commas and one after it."""
    voice = engine.voices(())[0]
    rate = voice.sample_rate_hz
    samples, places = array("h", bytes(2 * rate)), []
    for number, text in enumerate(texts):
        request = SpeechRequest(text, "vi", round(160 * random.uniform(0.8, 1.2)))
        sound = _breathing(array("h", engine.speak(voice, request).pcm), rate, random)
        start = len(samples)
        gain = gains[number % len(gains)]
        samples.extend(sound if gain == 1 else array("h", (int(gain * s) for s in sound)))
        places.append((start / rate, len(samples) / rate))
        samples.extend(_silence(random.uniform(*between_s), rate))
    samples.extend(_silence(1, rate))
    return Reading(Speech(samples.tobytes(), rate), tuple(texts), tuple(places))


def _breathing(samples: array[int], rate_hz: int, random: Random) -> array[int]:
    """Without silence around it, and with pauses of the speaker's own at the commas."""
    runs = [(q, array("h", run)) for q, run in groupby(samples, lambda s: -_QUIET < s < _QUIET)]
    while runs[0][0]:
        runs.pop(0)
    while runs[-1][0]:
        runs.pop()
    sound = array("h")
    for quiet, run in runs:
        comma = quiet and len(run) > 0.15 * rate_hz
        sound.extend(_silence(random.uniform(0.12, 0.5), rate_hz) if comma else run)
    return sound


def _silence(seconds: float, rate_hz: int) -> array[int]:
    return array("h", bytes(2 * round(seconds * rate_hz)))


def through(speech: Speech, *steps: Step, rate_hz: int = 0) -> Speech:
    """The speech after FFmpeg's filters, at another rate if one is given."""
    rate = rate_hz or speech.sample_rate_hz
    chain = [*steps, ("aresample", str(rate)), ("aformat", "sample_fmts=s16")]
    frames = frames_of([speech.pcm], speech.sample_rate_hz)
    return Speech(pcm_of(filtered(frames, speech.sample_rate_hz, chain)), rate)


def in_a_room(speech: Speech, added: str) -> Speech:
    """With something added to every sample: an expression of FFmpeg's, of the time `t`."""
    return through(speech, ("aeval", f"val(0)+{added}"))


def hiss(loudness_db: float) -> str:
    """White noise of a power in dB of full scale, the same every time."""
    return f"{3**0.5 * 10 ** (loudness_db / 20)}*(2*random(0)-1)"
