"""Engines by entry point: the built-in ones come in by the same door as anybody's.

A voice's name begins with its engine's entry point ("espeak:vi"), so that only the engines that
`audio/voices.yml` names are imported.
"""

import threading
from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points

from site_plugins.voice.errors import EngineMissingError
from site_plugins.voice.model import Engine, Source, Voice
from site_plugins.voice.watched import WatchedEngine

GROUP = "site_plugins.engines"


class Engines:
    """The engines of this machine, each loaded when first asked for."""

    def __init__(self, doors: tuple[EntryPoint, ...] | None = None) -> None:
        doors = tuple(entry_points(group=GROUP)) if doors is None else doors
        self._doors = {door.name: door for door in doors}
        self._sources: dict[str, Sequence[Source]] = {}
        self._lock = threading.Lock()
        self._loaded: dict[str, Engine] = {}
        self._faults: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The engines' names, sorted."""
        return tuple(sorted(self._doors))

    def keep(self, engine_name: str, sources: Sequence[Source]) -> None:
        """Remember what the station keeps for an engine, which is given to it with every look."""
        self._sources[engine_name] = sources

    def voices(self, engine_name: str) -> dict[str, Voice]:
        """An engine's voices by full name. Raises `EngineMissingError`.

        Each source is asked for on its own: one that cannot be used (`fault`) takes only its own
        voices away.
        """
        sources = self._sources.get(engine_name, ())
        if not sources:
            return self._asked(engine_name, ())
        found: dict[str, Voice] = {}
        for source in sources:
            try:
                found |= self._asked(engine_name, (source,))
            except EngineMissingError as error:
                self._faults[f"{engine_name}:{source.name}"] = str(error)
        return found

    def fault(self, voice_name: str) -> str:
        """Why the source of that voice cannot be used, "" where nothing is known against it."""
        return self._faults.get(voice_name, "")

    def _asked(self, engine_name: str, sources: Sequence[Source]) -> dict[str, Voice]:
        try:
            return {voice.name: voice for voice in self._engine(engine_name).voices(sources)}
        except EngineMissingError:
            raise
        except Exception as error:  # an engine may be anybody's
            raise _cannot_start(engine_name, error) from error

    def engine_for(self, voice: Voice) -> Engine:
        """The engine that speaks this voice. Raises `EngineMissingError`."""
        return self._engine(voice.name.partition(":")[0])

    def close(self) -> None:
        """Close every engine that was loaded."""
        with self._lock:
            loaded, self._loaded = self._loaded, {}
        for engine in loaded.values():
            engine.close()

    def _engine(self, name: str) -> Engine:
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = self._load(name)
            return self._loaded[name]

    def _load(self, name: str) -> Engine:
        if name not in self._doors:
            message = f'không có bộ đọc "{name}"'
            raise EngineMissingError(message)
        try:
            engine: Engine = WatchedEngine(self._doors[name].load()())
        except Exception as error:  # an engine may be anybody's, and fail in any way to start
            raise _cannot_start(name, error) from error
        return engine


def _cannot_start(name: str, error: Exception) -> EngineMissingError:
    return EngineMissingError(f'bộ đọc "{name}" không khởi động được: {error}')
