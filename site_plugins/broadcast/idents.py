"""The station's own sounds and picture: `audio/idents/`, each kind under a name of its own."""

import hashlib
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
_LARGEST_COVER = 200_000
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
    cover = _only(root, "cover", _PICTURES, problems)
    if len(cover) > _LARGEST_COVER:
        size = f"{len(cover) / 1e3:.0f} KB, tối đa {_LARGEST_COVER / 1e3:.0f} KB"
        problems.append(_problem(f"{IDENTS}/cover", f"ảnh bìa quá lớn ({size})", "thu nhỏ ảnh"))
        cover = b""
    digests = (f"{kind} {hashlib.sha256(data).hexdigest()}" for kind, data in files.items())
    return Idents(Music(**sounds), cover, "\n".join(digests)), problems


def _only(root: Path, stem: str, suffixes: tuple[str, ...], problems: list[Problem]) -> bytes:
    """The bytes of the one plain file of that name, or none."""
    found = [file for s in suffixes if _is_plain(file := root / IDENTS / f"{stem}{s}")]
    if len(found) > 1:
        names = ", ".join(file.name for file in found)
        problems.append(_problem(IDENTS, f"có hai tệp cùng loại: {names}", "giữ lại một"))
    try:
        return found[0].read_bytes() if found else b""
    except OSError:
        problems.append(_problem(f"{IDENTS}/{found[0].name}", "không mở được", "kiểm tra quyền"))
        return b""


def _is_plain(file: Path) -> bool:
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False


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
