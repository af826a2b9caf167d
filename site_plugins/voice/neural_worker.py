"""What holds a neural model, by sherpa-onnx, in a process of its own."""

import json
import math
import sys
import unicodedata
from array import array
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import sherpa_onnx

from site_plugins.voice.phonemes import piper_phonemes

# Beyond these a model's speech falls apart.
_SLOWEST, _FASTEST = 0.5, 2.0
# Part of full scale; softer is the silence around a sentence.
_QUIET = 0.005

Reply = tuple[dict[str, object], bytes]


def speaker(settings: str) -> Callable[[dict[str, Any]], Reply]:
    """A function that speaks `{text, seconds}` with the model that `settings` (JSON) names.

    `seconds` is how long the text should be heard. The reply's `trouble` is "", "model" (it does
    not load or run; `detail` says why), "unknown" (`detail` is a letter or word that the model
    does not know and would pass over in silence), "empty" or "broken" (what it gave is no sound).
    """
    model: dict[str, Any] = json.loads(settings)
    load = cache(lambda: _loaded(model))
    known = cache(lambda: _known(model))

    def speak(request: dict[str, Any]) -> Reply:
        try:
            text, phonemes = _readable(model, request["text"], known())
            unknown = _unknown(model, text, phonemes, known())
            if unknown:
                return {"trouble": "unknown", "detail": unknown}, b""
            return _spoken(load(), text, phonemes, request["seconds"])
        except (RuntimeError, OSError, ValueError) as error:
            return {"trouble": "model", "detail": str(error)}, b""

    return speak


def _loaded(model: dict[str, Any]) -> Any:  # noqa: ANN401  sherpa-onnx has no types
    vits = sherpa_onnx.OfflineTtsVitsModelConfig(
        model=model["model"],
        tokens=model["tokens"],
        lexicon=model["lexicon"],
        noise_scale=0.0,  # the same text gives the same bytes
        noise_scale_w=0.0,
    )
    config = sherpa_onnx.OfflineTtsConfig(
        model=sherpa_onnx.OfflineTtsModelConfig(vits=vits, num_threads=1)
    )
    if not config.validate():
        raise ValueError(model["model"])
    return sherpa_onnx.OfflineTts(config)


def _known(model: dict[str, Any]) -> frozenset[str]:
    """The first column of the lexicon or of the tokens: words, letters or phonemes."""
    path = Path(model["lexicon"] or model["tokens"])
    lines = map(str.split, path.read_text(encoding="utf-8").split("\n"))
    # The line of the blank holds nothing but its number.
    return frozenset(line[0].lower() for line in lines if len(line) > 1)


def _readable(model: dict[str, Any], text: str, known: frozenset[str]) -> tuple[str, list[str]]:
    """The text as the model's own letters or words, or the phonemes of its sentences."""
    if model["espeak_voice"]:
        library, data = model["espeak_library"], model["espeak_data"]
        return text, piper_phonemes(library, data, model["espeak_voice"], text)
    # sherpa-onnx lowers only ASCII letters, and a model knows one of two apostrophes.
    text = text.lower()
    return (text if "’" in known else text.replace("’", "'")), []


def _unknown(model: dict[str, Any], text: str, phonemes: list[str], known: frozenset[str]) -> str:
    """The first letter, phoneme or word that sherpa-onnx would leave out without a word."""
    if model["lexicon"]:
        words = ("".join(filter(_is_letter, word)) for word in text.split())
        return next((word for word in words if word not in known | {""} or not _whole(word)), "")
    letters = "".join(phonemes) or text
    return next((letter for letter in letters if _is_letter(letter) and letter not in known), "")


def _whole(word: str) -> bool:
    """sherpa-onnx 2.0 cuts a word at any letter beyond Latin-1 (đ, ơ, ộ) before it looks it up."""
    return max(word, default="") < "\u0100"


def _is_letter(char: str) -> bool:
    return char == "'" or unicodedata.category(char)[0] in "LMN"


def _spoken(tts: Any, text: str, phonemes: list[str], seconds: float) -> Reply:  # noqa: ANN401
    """Models have paces of their own: the text is spoken once to know it, then as asked."""
    natural = _generated(tts, text, phonemes, 1.0)
    heard_s = _heard_s(natural.samples, natural.sample_rate)
    speed = max(_SLOWEST, min(_FASTEST, heard_s / seconds)) if heard_s else 1.0
    audio = _generated(tts, text, phonemes, speed)
    if not audio.samples:
        return {"trouble": "empty"}, b""
    if not all(map(math.isfinite, audio.samples)):
        return {"trouble": "broken"}, b""
    return {"trouble": "", "rate_hz": audio.sample_rate}, _pcm(audio.samples)


def _generated(tts: Any, text: str, phonemes: list[str], speed: float) -> Any:  # noqa: ANN401
    config = sherpa_onnx.GenerationConfig()
    config.speed = speed
    config.silence_scale = 1.0
    config.phoneme_codepoints = [[ord(char) for char in sentence] for sentence in phonemes]
    return tts.generate(text, config)


def _heard_s(samples: list[float], rate_hz: int) -> float:
    loud = [at for at, sample in enumerate(samples) if abs(sample) >= _QUIET]
    return (loud[-1] - loud[0]) / rate_hz if loud else 0.0


def _pcm(samples: Iterable[float]) -> bytes:
    pcm = array("h", (round(32_767 * max(-1.0, min(1.0, sample))) for sample in samples))
    if sys.byteorder == "big":
        pcm.byteswap()
    return pcm.tobytes()
