"""Reading a file that somebody wrote: bounded, in UTF-8, in NFC, what was odd about it told."""

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from site_plugins.problems import Problem, Severity

MAX_BYTES = 1_000_000
"""A page of 600 words is 5 kB; a megabyte is no page."""

_BOM = "\ufeff"
# C0 and C1 controls but tab and line feed; U+2028 and U+2029, which YAML takes for line ends; marks
# that turn the order of reading round, figures' too, so that eyes and ears would get different
# texts; and what no text holds (a second BOM, non-characters). Not the joiners and the zero-width
# space, which Khmer is written with.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp này",
    PermissionError: "không có quyền đọc",
}


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
        return _refused(path, f"không mở được tệp: {_REASONS.get(type(error), 'lỗi đọc đĩa')}")
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
        text = text.lstrip(_BOM)
        warnings.append(_bom(path))
    text = _line_feeds(text)
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
    before = _line_feeds(data[: error.start].decode("utf-8").lstrip(_BOM))
    problem = Problem(
        path,
        *position(before, len(before)),
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
    found = _CONTROL.search(text)
    if found is None:
        return ()
    place = position(text, found.start())
    return (Problem(path, *place, Severity.ERROR, *control_saying(found[0])),)


def first_control(text: str) -> str:
    """The first character that no text may hold, or ""."""
    found = _CONTROL.search(text)
    return found[0] if found else ""


def control_saying(char: str) -> tuple[str, str]:
    """What is wrong with a control character, and how to mend it."""
    code = f"U+{ord(char):04X}"
    return f"có ký tự điều khiển {code} không nhìn thấy được", "xóa ký tự đó rồi gõ lại chỗ này"


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, counted from 1, of a character of a text with line feeds."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
