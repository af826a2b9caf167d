"""The station's own sounds and picture: `audio/idents/`, each kind under a name of its own."""

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_plugins.problems import Problem, Severity
from site_plugins.sound.model import Music
from site_plugins.voice.decoding import NotSoundError, TooLongError, decoded
from site_plugins.voice.model import Speech
from site_plugins.voice.recordings import IDENTS, SUFFIXES

LONGEST_S: Mapping[str, float] = {"ident": 30, "outro": 30, "bed": 600}
"""Kind of sound → the most seconds that it may last."""
_PICTURES = (".png", ".jpg", ".jpeg")
_PICTURES_BEGIN = (b"\x89PNG", b"\xff\xd8\xff")
_LARGEST_COVER, _LARGEST_SOUND = 200_000, 100_000_000
_RATE_HZ = 44_100


@dataclass(frozen=True)
class Idents:
    """What was found. `digest` changes with any byte of a sound."""

    music: Music = field(default_factory=Music)
    cover: bytes = b""
    digest: str = ""


def read_idents(root: Path) -> tuple[Idents, list[Problem]]:
    """What lies in the folder, which need not be there; what is no sound is told and left out."""
    problems: list[Problem] = []
    files = {kind: _only(root, kind, SUFFIXES, problems) for kind in LONGEST_S}
    sounds = {kind: _sound(kind, data, problems) for kind, data in files.items() if data}
    cover = _only(root, "cover", _PICTURES, problems, _LARGEST_COVER)
    if cover and not cover.startswith(_PICTURES_BEGIN):
        problems.append(
            _problem(f"{IDENTS}/cover", "ảnh bìa không phải ảnh PNG hay JPEG", "lưu lại")
        )
        cover = b""
    digests = (f"{kind} {hashlib.sha256(data).hexdigest()}" for kind, data in files.items())
    return Idents(Music(**sounds), cover, "\n".join(digests)), problems


def _only(
    root: Path,
    stem: str,
    suffixes: tuple[str, ...],
    problems: list[Problem],
    largest: int = _LARGEST_SOUND,
) -> bytes:
    """The bytes of the one file of that name, or none."""
    files = (root / IDENTS / f"{stem}{suffix}" for suffix in suffixes)
    found = [file for file in files if os.path.lexists(file)]
    if len(found) > 1:
        names = ", ".join(file.name for file in found)
        problems.append(_problem(IDENTS, f"có hai tệp cùng loại: {names}", "giữ lại một"))
    return _bytes(found[0], largest, problems) if found else b""


def _bytes(file: Path, largest: int, problems: list[Problem]) -> bytes:
    """A plain file's bytes; whatever else it is, and one that is too large, is told."""
    shown = f"{IDENTS}/{file.name}"
    try:
        info = file.lstat()
        if not stat.S_ISREG(info.st_mode):
            problems.append(_problem(shown, "là liên kết hoặc tệp đặc biệt", "chép tệp thật vào"))
        elif info.st_size > largest:
            size = f"{info.st_size / 1e3:.0f} KB, tối đa {largest / 1e3:.0f} KB"
            problems.append(_problem(shown, f"tệp quá lớn ({size})", "thu nhỏ lại"))
        else:
            return file.read_bytes()
    except OSError:
        problems.append(_problem(shown, "không mở được", "kiểm tra quyền đọc"))
    return b""


def _sound(kind: str, data: bytes, problems: list[Problem]) -> Speech | None:
    shown = f"{IDENTS}/{kind}"
    try:
        return Speech(decoded(data, _RATE_HZ, LONGEST_S[kind]), _RATE_HZ)
    except NotSoundError:
        problems.append(_problem(shown, "không phải tệp âm thanh", "thay tệp khác hoặc bỏ đi"))
    except TooLongError:
        hint = "cắt ngắn lại"
        problems.append(_problem(shown, f"nhạc dài quá {LONGEST_S[kind]:g} giây", hint))
    return None


def _problem(path: str, message: str, hint: str) -> Problem:
    return Problem(path, 0, 0, Severity.ERROR, message, hint)
