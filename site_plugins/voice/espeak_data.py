"""espeak-ng's data under a path that its fixed buffer of 160 bytes can hold."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from site_plugins.voice.errors import EngineMissingError

# The buffer also takes names of files below the data folder.
_LONGEST_BYTES = 120


class ShortDataPath:
    """`path` is the given folder, or a short link to it (a copy where links are forbidden)."""

    def __init__(self, data: Path) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.path = data if _fits(data) else self._elsewhere(data)

    def _elsewhere(self, data: Path) -> Path:
        for root in _short_roots():
            try:
                self._folder = tempfile.TemporaryDirectory(prefix="doc", dir=root)
            except OSError:
                continue
            short = Path(self._folder.name) / "d"
            if _fits(short):
                _link_or_copy(data, short)
                return short
            self._folder.cleanup()
        message = "không tìm được thư mục tạm có đường dẫn ngắn cho dữ liệu giọng đọc espeak"
        raise EngineMissingError(message)

    def close(self) -> None:
        """Remove the link or copy."""
        if self._folder:
            self._folder.cleanup()


def _fits(path: Path) -> bool:
    """Short enough; on Windows espeak-ng opens files by narrow names, so plain ASCII too."""
    text = str(path)
    return len(os.fsencode(text)) <= _LONGEST_BYTES and (sys.platform != "win32" or text.isascii())


def _short_roots() -> list[str]:
    roots = [tempfile.gettempdir(), os.environ.get("PUBLIC"), os.environ.get("PROGRAMDATA")]
    return [root for root in [*roots, "/tmp"] if root]  # noqa: S108  a fresh folder is made in it


def _link_or_copy(data: Path, short: Path) -> None:
    try:
        short.symlink_to(data, target_is_directory=True)
    except OSError:  # Windows permits links to developers only
        shutil.copytree(data, short)
