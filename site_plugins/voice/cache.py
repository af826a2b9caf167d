"""A content-addressed store outside the site: what was made once is not made again.

`keys/ab/<key>` is a small JSON: the digest of a blob, a note, and a seal over all three;
`blobs/cd/<digest>` is the blob. Blobs named by what they hold let two builds share a store, even
when an engine gives other bytes for the same key: the last key written wins, and it is whole.
Every build reads and checks every blob that it publishes, so they are named by BLAKE3
(https://github.com/BLAKE3-team/BLAKE3-specs), four times as fast as SHA-256.
A blob's time of change is the mark of its last use, by which the store is pruned.
"""

import errno
import hashlib
import json
import secrets
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from blake3 import blake3

from site_plugins.problems import Problem, Severity
from site_plugins.voice.cache_pruning import Limits, Pruned, mark_used, prune
from site_plugins.voice.errors import CacheError

# Raised when blobs are named or keys are written otherwise: what was kept before is not looked for.
_FORMAT = 2

_Found = TypeVar("_Found")

_REASONS = {
    errno.ENOSPC: "ổ đĩa đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.ENOTDIR: "có tệp nằm ở chỗ của thư mục",
    errno.EEXIST: "có tệp nằm ở chỗ của thư mục",
}


@dataclass(frozen=True)
class Entry:
    """A blob that was found whole: where it lies, its BLAKE3 and what was noted with it."""

    path: Path
    digest: str
    note: str = ""


def key_of(kind: str, **parts: object) -> str:
    """The key of a thing made from `parts`: everything that can change a byte of it."""
    told = json.dumps([_FORMAT, kind, parts], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


class Store:
    """Keeps blobs below `root`; what goes wrong is told in `problems` and never stops a build.

    Where `root` takes no file (read-only, full), blobs go to a temporary folder until `close`.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._used: set[str] = set()
        self.problems: list[Problem] = []

    def get(self, key: str) -> Entry | None:
        """The entry, after reading and checking its bytes; None when missing or damaged."""
        return self._found(lambda: self._checked(_entry(self._root, key)))

    def read(self, key: str) -> bytes | None:
        """The blob's bytes, checked; None when missing or damaged."""
        return self._found(lambda: self._loaded(_entry(self._root, key)))

    def put(self, key: str, data: bytes, note: str = "") -> Entry:
        """Keep a blob. Raises `CacheError` when not even the temporary folder takes it."""
        try:
            return self._in_use(_write(self._root, key, data, note))
        except OSError as error:
            message = f"không ghi được vào kho âm thanh ({_reason(error)})"
            self._tell(message, "lần sau phải làm lại từ đầu")
        try:
            return _write(self._scratch_root(), key, data, note)
        except OSError as error:
            message = (
                "không ghi được tệp âm thanh, cả vào thư mục tạm của máy "
                f"({_reason(error)}); hãy dọn ổ đĩa rồi chạy lại"
            )
            raise CacheError(message) from error

    def prune(self, limits: Limits) -> Pruned:
        """Let go of what was not used for long and of what does not fit; at the end of a build."""
        return prune(self._root, limits, self._used)

    def close(self) -> None:
        """Remove the temporary folder, if there is one."""
        with self._lock:
            scratch, self._scratch = self._scratch, None
        if scratch:
            scratch.cleanup()

    def _found(self, look: Callable[[], _Found]) -> _Found | None:
        try:
            return look()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, TypeError):
            self._tell("có tệp trong kho âm thanh bị hỏng", "tệp được làm lại")
            return None

    def _checked(self, entry: Entry) -> Entry:
        _match(blake3().update_mmap(entry.path).hexdigest(), entry.digest)
        return self._in_use(entry)

    def _loaded(self, entry: Entry) -> bytes:
        data = entry.path.read_bytes()
        _match(blake3(data).hexdigest(), entry.digest)
        self._in_use(entry)
        return data

    def _in_use(self, entry: Entry) -> Entry:
        mark_used(entry.path)
        with self._lock:
            self._used.add(entry.digest)
        return entry

    def _scratch_root(self) -> Path:
        with self._lock:
            if self._scratch is None:
                self._scratch = tempfile.TemporaryDirectory(prefix="kho-am-thanh-")
            return Path(self._scratch.name)

    def _tell(self, message: str, hint: str) -> None:
        problem = Problem(str(self._root), 0, 0, Severity.WARNING, message, hint)
        with self._lock:
            if problem not in self.problems:
                self.problems.append(problem)


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def _key_path(root: Path, key: str) -> Path:
    return root / "keys" / key[:2] / key


def _blob_path(root: Path, digest: str) -> Path:
    return root / "blobs" / digest[:2] / digest


def _seal(key: str, digest: str, note: str) -> str:
    return hashlib.sha256(f"{key}\n{digest}\n{note}".encode()).hexdigest()


def _entry(root: Path, key: str) -> Entry:
    """What a key leads to. Raises `ValueError` or `TypeError` unless it is what was put."""
    digest, note, seal = json.loads(_key_path(root, key).read_bytes())
    _match(seal, _seal(key, digest, note))
    return Entry(_blob_path(root, digest), digest, note)


def _match(found: str, wanted: str) -> None:
    if found != wanted:
        raise ValueError(found)


def _write(root: Path, key: str, data: bytes, note: str) -> Entry:
    digest = blake3(data).hexdigest()
    path = _blob_path(root, digest)
    _replace(path, data)
    told = json.dumps([digest, note, _seal(key, digest, note)], ensure_ascii=False)
    _replace(_key_path(root, key), told.encode())
    return Entry(path, digest, note)


def _replace(path: Path, data: bytes) -> None:
    """Write beside the target, then rename: a reader sees the old file or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        if not _holds(path, data):  # Windows refuses to rename over a file that is being read
            raise


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
