"""An engine that may be anybody's, kept from stopping the build: it may hang or raise anything."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

from site_plugins.voice.errors import EngineFailedError, VoiceError
from site_plugins.voice.model import Engine, Source, Speech, SpeechRequest, Voice

_Answer = TypeVar("_Answer")


class WatchedEngine:
    """Gives each call to `engine` at most `time_limit_s`, and turns whatever fails into a message.

    The limit is for engines without one of their own: it is far longer than any sentence takes.
    A voice that hung is refused from then on: it costs one wait, and not one a sentence.
    """

    def __init__(self, engine: Engine, time_limit_s: float = 300) -> None:
        self._engine = engine
        self._time_limit_s = time_limit_s
        self._hung: set[str] = set()

    def voices(self, sources: Sequence[Source]) -> Sequence[Voice]:
        """The engine's voices. Raises `VoiceError`."""
        return self._answer("việc liệt kê giọng", lambda: tuple(self._engine.voices(sources)))

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """Speak. Raises `VoiceError`."""
        name = f'giọng "{voice.name}"'
        if voice.name in self._hung:
            message = f"{name} đã bị treo ở một câu khác nên không dùng nữa; hãy chạy lại sau"
            raise EngineFailedError(message)
        try:
            return self._answer(name, lambda: self._engine.speak(voice, request))
        except _HungError:
            self._hung.add(voice.name)
            raise

    def close(self) -> None:
        """Close the engine; nothing that goes wrong then matters to the build."""
        try:
            self._answer("việc đóng bộ đọc", self._engine.close)
        except VoiceError:
            return

    def _answer(self, name: str, call: Callable[[], _Answer]) -> _Answer:
        future: Future[_Answer] = Future()
        # A daemon: one that hangs must not keep the program from ending.
        threading.Thread(target=_settle, args=(future, call), daemon=True).start()
        try:
            error = future.exception(self._time_limit_s)
        except TimeoutError as late:
            message = f"{name} bị treo: không trả lời trong {self._time_limit_s:g} giây"
            raise _HungError(message) from late
        if error is None:
            return future.result()
        if isinstance(error, VoiceError):
            raise error
        message = f"{name} gặp lỗi {type(error).__name__}: {error}"
        raise EngineFailedError(message) from error


class _HungError(EngineFailedError):
    """No answer in time."""


def _settle(future: "Future[_Answer]", call: Callable[[], _Answer]) -> None:
    try:
        future.set_result(call())
    except BaseException as error:  # noqa: BLE001  even `SystemExit` costs one clip
        future.set_exception(error)
