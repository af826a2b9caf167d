"""Reading a file that somebody wrote: bounded, in UTF-8, in NFC, what was odd about it told."""

import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from site_plugins.problems import Problem, Severity

MAX_BYTES = 1_000_000
"""A page of 600 words is 5 kB; a megabyte is no page."""

_BOM = "\ufeff"
_ALLOWED_CONTROLS = "\n\t"


@dataclass(frozen=True)
class SourceFile:
    """A file's text with line feeds for line ends, or None when it could not be read at all."""

    path: str
    text: str | None
    problems: tuple[Problem, ...] = ()


def read_source(root: Path, path: str) -> SourceFile:
    """Read `root/path`; never follows a link, never waits on a pipe, never reads a giant."""
    try:
        data = _bytes(root / path)
    except OSError as error:
        return _refused(path, f"không mở được tệp ({error.strerror or 'lỗi đọc đĩa'})")
    except ValueError as error:
        return _refused(path, str(error))
    return decode(path, data)


def decode(path: str, data: bytes) -> SourceFile:
    """Bytes to text: UTF-8 only; a BOM and NFD are mended and told, control characters refused."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)
    warnings = []
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        warnings.append(_bom(path))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        warnings.append(_nfd(path))
    controls = _controls(path, text)
    return SourceFile(path, None if controls else text, (*warnings, *controls))


def _bytes(file: Path) -> bytes:
    info = file.lstat()
    if not stat.S_ISREG(info.st_mode):
        message = (
            "không phải tệp thường (liên kết, ống dẫn hoặc thư mục); hãy chép nội dung vào đây"
        )
        raise ValueError(message)
    if info.st_size > MAX_BYTES:
        size = f"{info.st_size / 1e6:.1f}".replace(".", ",")
        message = f"tệp quá lớn ({size} MB, tối đa 1 MB); hãy chia thành nhiều bài"
        raise ValueError(message)
    return file.read_bytes()


def _refused(path: str, message: str) -> SourceFile:
    return SourceFile(path, None, (Problem(path, 0, 0, Severity.ERROR, message),))


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> SourceFile:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    problem = Problem(
        path,
        line,
        column,
        Severity.ERROR,
        f"ký tự không đúng bảng mã UTF-8 (byte 0x{data[error.start]:02x})",
        "hãy mở bằng trình soạn thảo và lưu lại với bảng mã UTF-8",
    )
    return SourceFile(path, None, (problem,))


def _bom(path: str) -> Problem:
    return Problem(
        path,
        1,
        1,
        Severity.WARNING,
        "đầu tệp có dấu BOM, đã bỏ qua khi đọc",
        "nên lưu lại dạng UTF-8 không có BOM",
    )


def _nfd(path: str) -> Problem:
    return Problem(
        path,
        0,
        0,
        Severity.WARNING,
        "tệp viết bằng dấu tổ hợp (NFD), đã đổi sang dựng sẵn (NFC) khi đọc",
        "nên đặt bộ gõ ở chế độ Unicode dựng sẵn rồi lưu lại",
    )


def _controls(path: str, text: str) -> tuple[Problem, ...]:
    if text.isprintable():
        return ()
    found = next(
        (
            i
            for i, c in enumerate(text)
            if unicodedata.category(c) == "Cc" and c not in _ALLOWED_CONTROLS
        ),
        None,
    )
    if found is None:
        return ()
    line = text.count("\n", 0, found) + 1
    column = found - text.rfind("\n", 0, found)
    code = f"U+{ord(text[found]):04X}"
    message = f"có ký tự điều khiển {code} không hiện ra được"
    return (Problem(path, line, column, Severity.ERROR, message, "hãy xóa ký tự đó"),)
