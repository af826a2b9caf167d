"""The station's own sounds and picture."""

import sys
from pathlib import Path

import pytest

from site_plugins.broadcast.idents import Idents, read_idents
from site_plugins.problems import tell
from tests.voice.fake_engine import hum
from tests.voice.people import keep


def _folder(root: Path) -> Path:
    folder = root / "audio/idents"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_a_station_may_have_none(tmp_path: Path) -> None:
    """Nothing is asked for."""
    idents, problems = read_idents(tmp_path)
    assert problems == []
    assert idents.music.ident is idents.music.outro is idents.music.bed is None
    assert idents.cover == b""


def test_each_kind_has_its_name(tmp_path: Path) -> None:
    """Any kind of sound file; PNG or JPEG."""
    folder = _folder(tmp_path)
    keep(folder / "ident.mp3", hum(1))
    keep(folder / "bed.ogg", hum(2))
    (folder / "cover.png").write_bytes(b"\x89PNG")
    idents, problems = read_idents(tmp_path)
    assert problems == []
    assert idents.music.ident
    assert idents.music.ident.duration_s == pytest.approx(1, abs=0.1)
    assert idents.music.bed
    assert idents.music.outro is None
    assert idents.cover == b"\x89PNG"


def test_another_sound_is_another_digest(tmp_path: Path) -> None:
    """Clips made with the old one are not found again."""
    file = keep(_folder(tmp_path) / "ident.wav", hum(1))
    before = read_idents(tmp_path)[0].digest
    keep(file, hum(1, tone_hz=330))
    assert read_idents(tmp_path)[0].digest != before != Idents().digest


def test_what_is_wrong_is_told_and_left_out(tmp_path: Path) -> None:
    """No sound, too long, twice, too heavy: the clips are made without it."""
    folder = _folder(tmp_path)
    (folder / "ident.mp3").write_bytes(b"<html>")
    keep(folder / "outro.opus", hum(31))
    keep(folder / "bed.wav", hum(1))
    keep(folder / "bed.flac", hum(1))
    (folder / "cover.jpg").write_bytes(bytes(200_001))
    idents, problems = read_idents(tmp_path)
    told = tell(problems)
    assert "audio/idents/ident: lỗi: không phải tệp âm thanh" in told
    assert "audio/idents/outro: lỗi: nhạc dài quá 30 giây; cắt ngắn lại" in told
    assert "audio/idents: lỗi: có hai tệp cùng loại: bed.wav, bed.flac; giữ lại một" in told
    assert "audio/idents/cover.jpg: lỗi: tệp quá lớn (200 KB, tối đa 200 KB)" in told
    assert idents.music.ident is idents.music.outro is None
    assert idents.cover == b""


def test_a_cover_that_is_no_picture_is_told(tmp_path: Path) -> None:
    """Players would show nothing, or worse."""
    (_folder(tmp_path) / "cover.png").write_bytes(b"<html>")
    idents, problems = read_idents(tmp_path)
    assert "audio/idents/cover: lỗi: ảnh bìa không phải ảnh PNG hay JPEG" in tell(problems)
    assert idents.cover == b""


@pytest.mark.skipif(sys.platform == "win32", reason="links are made otherwise there")
def test_a_link_is_told(tmp_path: Path) -> None:
    """It may lead out of the project, or nowhere."""
    (_folder(tmp_path) / "outro.wav").symlink_to(tmp_path / "nowhere.wav")
    idents, problems = read_idents(tmp_path)
    assert "audio/idents/outro.wav: lỗi: là liên kết hoặc tệp đặc biệt" in tell(problems)
    assert idents.music.outro is None
