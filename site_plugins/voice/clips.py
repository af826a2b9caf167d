"""A sentence as a clip: guarded, spoken once, kept with the times of its words."""

import json
import unicodedata
from dataclasses import astuple, replace

from site_plugins.voice.cache import Store, key_of
from site_plugins.voice.guard import check_request, check_speech
from site_plugins.voice.model import Engine, Speech, SpeechRequest, Voice, Word

# Raised when speaking itself changes: other guards, another way to drive an engine.
SPEAKING_VERSION = 2


def clip(engine: Engine, voice: Voice, request: SpeechRequest, store: Store) -> Speech:
    """The spoken sentence, from the store or from the engine. Raises `VoiceError`.

    What a person read is not kept: it lies in the project, and decoding is cheap.
    """
    request = replace(request, text=unicodedata.normalize("NFC", request.text).strip())
    check_request(voice, request)
    if voice.reader:
        return _spoken(engine, voice, request)
    key = _key(voice, request)
    kept = store.read(key)
    if kept is not None:
        return _from_bytes(kept)
    speech = _spoken(engine, voice, request)
    store.put(key, _to_bytes(speech))
    return speech


def _spoken(engine: Engine, voice: Voice, request: SpeechRequest) -> Speech:
    speech = engine.speak(voice, request)
    check_speech(voice, request, speech)
    return speech


def _key(voice: Voice, request: SpeechRequest) -> str:
    return key_of(
        "clip",
        speaking=SPEAKING_VERSION,
        voice=voice.name,
        version=voice.version,
        language=request.language,
        rate=request.rate_wpm,
        pitch=request.pitch,
        text=request.text,
    )


def _to_bytes(speech: Speech) -> bytes:
    """A line of JSON, then PCM: one blob, so that sound and words never come from two readings."""
    about = [speech.sample_rate_hz, [astuple(word) for word in speech.words]]
    return json.dumps(about).encode() + b"\n" + speech.pcm


def _from_bytes(data: bytes) -> Speech:
    about, _, pcm = data.partition(b"\n")
    rate_hz, words = json.loads(about)
    return Speech(pcm, rate_hz, tuple(Word(*word) for word in words))
