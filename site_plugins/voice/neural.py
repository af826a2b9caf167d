"""Neural voices by sherpa-onnx: VITS, Piper and MMS models in folders that the station keeps."""

import json
import threading
import unicodedata
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import espeakng_loader

from site_plugins.voice.errors import EngineFailedError, EngineMissingError, UnspeakableTextError
from site_plugins.voice.espeak_data import ShortDataPath
from site_plugins.voice.guard import word_count
from site_plugins.voice.model import Adjustment, Source, Speech, SpeechRequest, Voice
from site_plugins.voice.neural_model import NeuralModel, neural_model
from site_plugins.voice.worker import Reply, Workers, command

# Started as a program, never imported here: it needs sherpa-onnx, which a station may not have.
_WORKER = Path(__file__).with_name("neural_worker.py")


class NeuralEngine:
    """One pool of processes for each model that speaks."""

    def __init__(self, time_limit_s: float = 240) -> None:
        self._time_limit_s = time_limit_s
        self._lock = threading.Lock()
        self._workers: dict[Voice, Workers] = {}
        self._short_paths: list[ShortDataPath] = []
        self._closed = False

    def voices(self, sources: Sequence[Source]) -> Sequence[Voice]:
        """A voice for each folder. Raises `EngineMissingError` for the first that has none."""
        if sources and find_spec("sherpa_onnx") is None:
            message = (
                "giọng neural cần gói sherpa-onnx mà máy này chưa có; "
                'hãy chạy trong thư mục này: pip install -e ".[neural]"'
            )
            raise EngineMissingError(message)
        return tuple(_voice(source) for source in sources)

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """Speak; a word or letter that the model does not know is an error, not a silence."""
        text = unicodedata.normalize("NFC", request.text)
        seconds = 60 * word_count(request) / request.rate_wpm
        reply = self._workers_of(voice).ask(text, seconds=seconds)
        if reply.trouble:
            raise _error(voice, text, reply)
        return Speech(reply.pcm, reply.rate_hz)

    def close(self) -> None:
        """End every process, also one that is speaking."""
        with self._lock:
            self._closed = True
            workers, self._workers = self._workers, {}
            short_paths, self._short_paths = self._short_paths, []
        for one in workers.values():
            one.close()
        for short in short_paths:
            short.close()

    def _workers_of(self, voice: Voice) -> Workers:
        with self._lock:
            if self._closed:
                message = "bộ đọc neural đã đóng"
                raise EngineFailedError(message)
            if voice not in self._workers:
                started_with = self._command(voice)
                self._workers[voice] = Workers(voice.name, lambda: started_with, self._time_limit_s)
            return self._workers[voice]

    def _command(self, voice: Voice) -> list[str]:
        if voice.source is None:
            message = f'giọng "{voice.name}" không có thư mục mô hình'
            raise EngineMissingError(message)
        model = neural_model(voice.source.folder)
        return command(str(_WORKER), json.dumps(self._settings(model)), packages=True)

    def _settings(self, model: NeuralModel) -> dict[str, str]:
        settings = {
            "model": str(model.model),
            "tokens": str(model.tokens),
            "lexicon": str(model.lexicon or ""),
            "espeak_voice": model.espeak_voice,
        }
        if model.espeak_voice:
            short = ShortDataPath(model.espeak_data or Path(espeakng_loader.get_data_path()))
            self._short_paths.append(short)
            settings["espeak_data"] = str(short.path)
            settings["espeak_library"] = espeakng_loader.get_library_path()
        return settings


def _voice(source: Source) -> Voice:
    model = neural_model(source.folder)
    return Voice(
        f"neural:{source.name}",
        source.languages,
        model.sample_rate_hz,
        model.version,
        source.licence,
        adjusts=frozenset({Adjustment.RATE}),
        source=source,
    )


def _error(voice: Voice, text: str, reply: Reply) -> EngineFailedError | UnspeakableTextError:
    name = f'giọng "{voice.name}"'
    if reply.trouble == "unknown":
        return UnspeakableTextError(
            f'{name} không biết đọc "{reply.detail}" trong câu "{text[:60]}"; '
            "hãy viết cách khác, hoặc dùng giọng khác"
        )
    told = {
        "model": f"{name} không chạy được ({reply.detail}); hãy chép lại mô hình",
        "empty": f'{name} không đọc ra tiếng câu "{text[:60]}"',
        "broken": f'giọng máy trả về âm thanh hỏng: {name}, câu "{text[:60]}"',
    }
    return EngineFailedError(told[reply.trouble])
