"""Any sound file as PCM, and nothing that only claims to be one."""

from pathlib import Path

import pytest

from site_plugins.voice.decoding import NotSoundError, TooLongError, decoded
from tests.voice.fake_engine import hum
from tests.voice.people import KINDS, keep


@pytest.mark.parametrize("suffix", KINDS)
def test_whatever_a_phone_writes_is_read(tmp_path: Path, suffix: str) -> None:
    """Every kind of file that the station takes, at one rate."""
    pcm = decoded(keep(tmp_path / f"giọng đọc{suffix}", hum(2, 22_050)), 32_000, 10)
    assert len(pcm) / 2 / 32_000 == pytest.approx(2, abs=0.1)
    assert max(memoryview(pcm).cast("h")) > 5_000


def test_a_video_gives_its_sound_and_a_picture_gives_none(tmp_path: Path) -> None:
    """What has no sound is no recording."""
    (tmp_path / "a.mp3").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    with pytest.raises(NotSoundError):
        decoded(tmp_path / "a.mp3", 32_000, 10)


@pytest.mark.parametrize(
    "data", [b"", b"ID3", b"version https://git-lfs.github.com/spec/v1\n", bytes(10_000)]
)
def test_what_is_no_sound_is_refused(data: bytes) -> None:
    """Empty files, headers alone, pointers to files elsewhere."""
    with pytest.raises(NotSoundError):
        decoded(data, 32_000, 10)


@pytest.mark.parametrize(
    "playlist",
    [
        "ffconcat version 1.0\nfile a.wav\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\na.wav\n#EXT-X-ENDLIST\n",
    ],
)
def test_a_playlist_opens_no_other_file(tmp_path: Path, playlist: str) -> None:
    """FFmpeg would follow it, also to an address; only sound itself is let in."""
    keep(tmp_path / "a.wav", hum(1))
    (tmp_path / "b.mp3").write_text(playlist)
    with pytest.raises(NotSoundError):
        decoded(tmp_path / "b.mp3", 32_000, 10)


def test_a_file_that_is_not_there_is_no_sound(tmp_path: Path) -> None:
    """Nor is a folder."""
    for path in (tmp_path / "a.wav", tmp_path):
        with pytest.raises(NotSoundError):
            decoded(path, 32_000, 10)


def test_decoding_ends_where_it_is_too_long(tmp_path: Path) -> None:
    """Three hours are not read to the end before that is found out."""
    file = keep(tmp_path / "a.opus", hum(20))
    with pytest.raises(TooLongError):
        decoded(file, 32_000, 5)
    assert decoded(file, 32_000, 21)
