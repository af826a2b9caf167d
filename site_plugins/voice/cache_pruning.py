"""What the store lets go: what nobody used for long, and the least recently used of what is over.

A blob's time of change marks its last use. Blobs that no key leads to are used by nobody, so they
go with the rest. Two builds may prune one store at once, and another build may be about to copy
what it just looked up: a fresh mark protects it. On Windows a file that is open refuses to go,
and goes another time; so does everything in a store that may not be changed.
"""

import json
import os
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

_HOUR_S = 3600
_DAY_S = 24 * _HOUR_S
_MB = 1_000_000

_File: TypeAlias = "os.DirEntry[str]"

# Marks are renewed at most once a day, so that finding everything does not write everywhere; what
# was used within the last hour therefore bears a mark of at most a day and an hour.
_RENEWED_S = _DAY_S
_PROTECTED_S = _RENEWED_S + _HOUR_S


@dataclass(frozen=True)
class Limits:
    """What a store may keep: blobs used within `days`, and `megabytes` (10^6 bytes) of them."""

    days: int
    megabytes: int


@dataclass(frozen=True)
class Pruned:
    """How many blobs went, and how much they held."""

    files: int
    size_bytes: int


def mark_used(path: Path) -> None:
    """Note that a blob is in use today; where that may not be written, it stays as it is."""
    with suppress(OSError):
        if path.stat().st_mtime < time.time() - _RENEWED_S:
            os.utime(path)


def prune(root: Path, limits: Limits, in_use: Collection[str]) -> Pruned:
    """Remove blobs below `root` that are beyond the limits, but none whose digest is `in_use`."""
    now_s = time.time()
    _remove_halves(root, now_s - _HOUR_S)
    blobs = sorted(_blobs(root), key=lambda blob: blob.stat().st_mtime)
    over = sum(blob.stat().st_size for blob in blobs) - limits.megabytes * _MB
    files = size_bytes = 0
    for blob in blobs:
        status = blob.stat()
        beyond = status.st_mtime < now_s - limits.days * _DAY_S or size_bytes < over
        if beyond and blob.name not in in_use and _removed(blob, now_s - _PROTECTED_S):
            files, size_bytes = files + 1, size_bytes + status.st_size
    if files:
        _remove_idle_keys(root)
    return Pruned(files, size_bytes)


def _blobs(root: Path) -> Iterator[_File]:
    """All that are still there; each remembers how it was found, so `stat` asks the disk once."""
    for file in _files(root / "blobs"):
        with suppress(OSError):
            file.stat()
            yield file


def _remove_halves(root: Path, before_s: float) -> None:
    """What a build was writing when it was ended."""
    for folder in ("blobs", "keys"):
        for file in _files(root / folder):
            if file.name.endswith(".tmp"):
                _removed(file, before_s)


def _remove_idle_keys(root: Path) -> None:
    """Keys that lead to no blob: their blob went, here or with another build."""
    for file in _files(root / "keys"):
        with suppress(OSError):
            if not _leads_to_a_blob(root, Path(file)):
                Path(file).unlink()


def _leads_to_a_blob(root: Path, key: Path) -> bool:
    try:
        digest: str = json.loads(key.read_bytes())[0]
        return (root / "blobs" / digest[:2] / digest).exists()
    except (ValueError, TypeError, LookupError):
        return False


def _removed(file: _File, before_s: float) -> bool:
    """Whether the file went; its mark is looked at once more, for a build that just found it."""
    path = Path(file)
    with suppress(OSError):
        if path.stat().st_mtime < before_s:
            path.unlink()
            return True
    return False


def _files(folder: Path) -> Iterator[_File]:
    """The files two levels below; what cannot be listed holds none."""
    with suppress(OSError), os.scandir(folder) as shelves:
        for shelf in shelves:
            with suppress(OSError), os.scandir(shelf) as files:
                yield from files
