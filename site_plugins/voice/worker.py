"""Speaking in child processes, so that a crash or a hang ends a clip and never the build."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from site_plugins.voice import child
from site_plugins.voice.errors import EngineFailedError, EngineMissingError


@dataclass(frozen=True)
class Reply:
    """What a process gave: `trouble` in its engine's own words ("" for none), or sound.

    `detail` is what the trouble is about.
    `marks` are pairs of a character of the text and the sample from which it is heard.
    """

    trouble: str
    rate_hz: int
    marks: tuple[tuple[int, int], ...]
    pcm: bytes
    detail: str = ""


class Workers:
    """Processes of one engine: one for each thread that speaks, idle ones are used again.

    `name` is the engine's, for messages. `command` gives what the child's program is started
    with: Python's options, the file of the speaker, its arguments.
    """

    def __init__(
        self, name: str, command: Callable[[], Sequence[str]], time_limit_s: float
    ) -> None:
        self._name = name
        self._command = command
        self._time_limit_s = time_limit_s
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._closed = False

    def ask(self, text: str, **settings: object) -> Reply:
        """Have a text spoken; a process that was killed from outside is replaced once.

        Raises `EngineFailedError` when it hangs, or crashes twice; `EngineMissingError` when no
        process can be started.
        """
        for _ in range(2):
            try:
                return self._ask_once(text, settings)
            except _WorkerGoneError:
                continue
        message = f'bộ đọc {self._name} bị sập khi đọc câu "{text[:60]}"'
        raise EngineFailedError(message)

    def close(self) -> None:
        """End every process, also one that is speaking."""
        with self._lock:
            self._closed = True
            workers, self._all, self._idle = self._all, set(), []
        for worker in workers:
            worker.kill()

    def _ask_once(self, text: str, settings: dict[str, object]) -> Reply:
        worker = self._take()
        timer = threading.Timer(self._time_limit_s, worker.give_up)
        timer.start()
        try:
            reply = worker.exchange({"text": text, **settings})
        except (OSError, ValueError, KeyError, TypeError) as error:
            self._drop(worker)
            if worker.late:
                raise EngineFailedError(self._too_late(text)) from error
            raise _WorkerGoneError from error
        finally:
            timer.cancel()
        if worker.late:
            self._drop(worker)
        else:
            with self._lock:
                self._idle.append(worker)
        return reply

    def _too_late(self, text: str) -> str:
        return f'bộ đọc {self._name} không xong câu "{text[:60]}" trong {self._time_limit_s:g} giây'

    def _take(self) -> "_Worker":
        with self._lock:
            if self._closed:
                message = f"bộ đọc {self._name} đã đóng"
                raise EngineFailedError(message)
            if self._idle:
                return self._idle.pop()
            worker = self._start()
            self._all.add(worker)
            return worker

    def _start(self) -> "_Worker":
        try:
            return _Worker(self._command())
        except OSError as error:
            message = f"không khởi động được bộ đọc {self._name}: {error}"
            raise EngineMissingError(message) from error

    def _drop(self, worker: "_Worker") -> None:
        with self._lock:
            self._all.discard(worker)
        worker.kill()


class _WorkerGoneError(Exception):
    """The process ended, or no longer makes sense, before it answered."""


class _Worker:
    """One process, one request at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        self.late = False
        self.process = subprocess.Popen(  # noqa: S603  our own files
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def exchange(self, request: dict[str, object]) -> Reply:
        """Send a request, wait for its reply. Raises `OSError`, `ValueError` and the like."""
        self.late = False
        requests, replies = self.process.stdin, self.process.stdout
        if requests is None or replies is None:
            raise ValueError
        requests.write(json.dumps(request).encode() + b"\n")
        requests.flush()
        told = json.loads(replies.readline())
        pcm = replies.read(told["bytes"])
        if len(pcm) < told["bytes"]:
            raise ValueError
        marks = tuple((index, sample) for index, sample in told.get("marks", ()))
        return Reply(told["trouble"], told.get("rate_hz", 0), marks, pcm, told.get("detail", ""))

    def give_up(self) -> None:
        """End a process that takes too long."""
        self.late = True
        self.process.kill()

    def kill(self) -> None:
        """End the process and its pipes."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # what was still to be written has nobody to read it
                    continue


def command(file: str, *arguments: str, packages: bool) -> list[str]:
    """Python's arguments for a child isolated from the user; `packages`: with site-packages."""
    isolated = ["-I"] if packages else ["-I", "-S"]
    return [*isolated, child.__file__, file, *arguments]
