"""A sentence as a clip: guarded, spoken once, kept."""

import io
import unicodedata
import wave

from site_plugins.voice.cache import Store, key_of
from site_plugins.voice.errors import EngineFailedError, VoiceError
from site_plugins.voice.guard import check_request, check_speech
from site_plugins.voice.model import Engine, Speech, SpeechRequest, Voice

# Raised when speaking itself changes: other guards, another way to drive an engine.
SPEAKING_VERSION = 1


def clip(engine: Engine, voice: Voice, request: SpeechRequest, store: Store) -> Speech:
    """The spoken sentence, from the store or from the engine. Raises `VoiceError`."""
    text = unicodedata.normalize("NFC", request.text).strip()
    request = SpeechRequest(text, request.language, request.rate_wpm)
    check_request(voice, request)
    key = _key(voice, request)
    kept = store.read(key)
    if kept is not None:
        return _from_wav(kept)
    speech = _speak(engine, voice, request)
    check_speech(request, speech)
    store.put(key, _to_wav(speech))
    return speech


def _speak(engine: Engine, voice: Voice, request: SpeechRequest) -> Speech:
    try:
        return engine.speak(voice, request)
    except VoiceError:
        raise
    except Exception as error:  # an engine may be anybody's: its fault costs one clip
        message = f'giọng "{voice.name}" gặp lỗi {type(error).__name__}: {error}'
        raise EngineFailedError(message) from error


def _key(voice: Voice, request: SpeechRequest) -> str:
    return key_of(
        "clip",
        speaking=SPEAKING_VERSION,
        voice=voice.name,
        version=voice.version,
        language=request.language,
        rate=request.rate_wpm,
        text=request.text,
    )


def _to_wav(speech: Speech) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(speech.sample_rate_hz)
        wav.writeframes(speech.pcm)
    return buffer.getvalue()


def _from_wav(data: bytes) -> Speech:
    with wave.open(io.BytesIO(data), "rb") as wav:
        return Speech(wav.readframes(wav.getnframes()), wav.getframerate())
