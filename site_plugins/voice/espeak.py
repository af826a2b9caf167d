"""The embedded voice: espeak-ng out of the `espeakng-loader` wheel, each worker a process."""

import subprocess
import sys
import threading
import unicodedata
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import espeakng_loader

from site_plugins.voice import espeak_worker
from site_plugins.voice.errors import EngineFailedError, EngineMissingError, VoiceError
from site_plugins.voice.espeak_data import ShortDataPath
from site_plugins.voice.espeak_worker import REPLY, REQUEST, Status
from site_plugins.voice.model import Source, Speech, SpeechRequest, Voice

_SAMPLE_RATE_HZ = 22_050
# Syllables a minute that one unit of espeak-ng's own rate gives, measured on policy sentences
# between 80 and 200: its "words a minute" are English words.
_SYLLABLES_PER_UNIT = {"vi": 1.55, "vi-vn-x-central": 1.51, "vi-vn-x-south": 1.49}
_SLOWEST, _FASTEST = 80, 450

_TROUBLE = {
    Status.NO_DATA: "không mở được dữ liệu giọng đọc espeak; hãy cài lại gói espeakng-loader",
    Status.NO_VOICE: "bộ espeak đã cài không có giọng này; hãy cài lại gói espeakng-loader",
    Status.REFUSED: "bộ đọc espeak không nhận câu này",
    Status.CUT_SHORT: "bộ đọc espeak dừng giữa câu",
}


class EspeakEngine:
    """Vietnamese in three accents, offline. Keeps one worker for each thread that speaks."""

    def __init__(
        self,
        data_path: Path | None = None,
        library_path: Path | None = None,
        time_limit_s: float = 30,
    ) -> None:
        self._data = data_path
        self._library = library_path or Path(espeakng_loader.get_library_path())
        self._time_limit_s = time_limit_s
        self._lock = threading.Lock()
        self._short: ShortDataPath | None = None
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._closed = False

    def voices(self, sources: Sequence[Source] = ()) -> Sequence[Voice]:  # noqa: ARG002  the contract
        """The three accents, or none where the wheel has no library for this machine."""
        if not self._library.is_file():
            return ()
        made_by = f"espeakng-loader {version('espeakng-loader')}"
        return tuple(
            Voice(f"espeak:{name}", frozenset({"vi"}), _SAMPLE_RATE_HZ, made_by, "GPL-3.0-or-later")
            for name in _SYLLABLES_PER_UNIT
        )

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """Speak; a worker that was killed from outside is replaced once."""
        name = voice.name.removeprefix("espeak:")
        text = unicodedata.normalize("NFC", request.text)
        rate = espeak_rate(name, request.rate_wpm)
        try:
            return self._ask(name, text, rate)
        except _WorkerGoneError:
            pass
        try:
            return self._ask(name, text, rate)
        except _WorkerGoneError as gone:
            message = f'bộ đọc espeak bị sập khi đọc câu "{text[:60]}"'
            raise EngineFailedError(message) from gone

    def close(self) -> None:
        """End every worker, also one that is speaking."""
        with self._lock:
            self._closed = True
            workers, self._all, self._idle = self._all, set(), []
            short, self._short = self._short, None
        for worker in workers:
            worker.kill()
        if short:
            short.close()

    def _ask(self, name: str, text: str, rate: int) -> Speech:
        worker = self._take()
        try:
            speech = worker.ask(name, text, rate, self._time_limit_s)
        except VoiceError:
            self._drop(worker)
            raise
        with self._lock:
            self._idle.append(worker)
        return speech

    def _take(self) -> "_Worker":
        with self._lock:
            if self._closed:
                message = "bộ đọc espeak đã đóng"
                raise EngineFailedError(message)
            if self._idle:
                return self._idle.pop()
            if self._short is None:
                self._short = ShortDataPath(self._data or Path(espeakng_loader.get_data_path()))
            worker = _Worker(self._library, self._short.path)
            self._all.add(worker)
            return worker

    def _drop(self, worker: "_Worker") -> None:
        with self._lock:
            self._all.discard(worker)
        worker.kill()


def espeak_rate(name: str, rate_wpm: int) -> int:
    """espeak-ng's own setting for a pace in syllables a minute, within what it can do."""
    return max(_SLOWEST, min(_FASTEST, round(rate_wpm / _SYLLABLES_PER_UNIT[name])))


class _WorkerGoneError(EngineFailedError):
    """The worker's process ended before it answered."""


class _Worker:
    """One process, one request at a time."""

    def __init__(self, library: Path, data: Path) -> None:
        # Isolated and without site-packages: nothing of the project or the user can get in.
        command = [sys.executable, "-I", "-S", espeak_worker.__file__, str(library), str(data)]
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own file
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            message = f"không khởi động được bộ đọc espeak: {error}"
            raise EngineMissingError(message) from error
        self._late = threading.Event()

    def ask(self, voice: str, text: str, rate: int, time_limit_s: float) -> Speech:
        """Send one request, wait for its reply at most `time_limit_s`."""
        timer = threading.Timer(time_limit_s, self._too_late)
        timer.start()
        try:
            status, sample_rate, pcm = self._exchange(voice.encode(), text.encode(), rate)
        except (OSError, ValueError, _WorkerGoneError) as error:
            if self._late.is_set():
                message = f'bộ đọc espeak không xong câu "{text[:60]}" trong {time_limit_s:g} giây'
                raise EngineFailedError(message) from error
            raise _WorkerGoneError from error
        finally:
            timer.cancel()
        if status is not Status.OK:
            raise EngineFailedError(_TROUBLE[status])
        return Speech(pcm, sample_rate)

    def _exchange(self, voice: bytes, text: bytes, rate: int) -> tuple[Status, int, bytes]:
        requests, replies = self._process.stdin, self._process.stdout
        if requests is None or replies is None:
            raise _WorkerGoneError
        requests.write(REQUEST.pack(len(voice), len(text), rate) + voice + text)
        requests.flush()
        header = replies.read(REPLY.size)
        if len(header) < REPLY.size:
            raise _WorkerGoneError
        status, sample_rate, length = REPLY.unpack(header)
        pcm = replies.read(length)
        if len(pcm) < length:
            raise _WorkerGoneError
        return Status(status), sample_rate, pcm

    def _too_late(self) -> None:
        self._late.set()
        self._process.kill()

    def kill(self) -> None:
        """End the process and its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # what was still to be written has nobody to read it
                    continue
