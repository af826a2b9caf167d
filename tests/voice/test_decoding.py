"""Any sound file as PCM, and nothing that only claims to be one."""

import struct
from contextlib import suppress
from pathlib import Path
from random import Random

import mutagen.flac
import pytest

from site_plugins.voice.decoding import NotSoundError, TooLongError, decoded
from tests.voice.fake_engine import RATE_HZ, hum
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


def _wav(pcm: bytes, rate_hz: int, after: bytes = b"") -> bytes:
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate_hz, 2 * rate_hz, 2, 16)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(pcm)) + pcm + after
    return struct.pack("<4sI", b"RIFF", len(body)) + body


@pytest.mark.parametrize("rate_hz", [1, 100, 3_999])
def test_a_rate_that_no_microphone_has_is_refused(rate_hz: int) -> None:
    """A block of eight kilobytes at ten samples a second would unpack to gigabytes."""
    with pytest.raises(NotSoundError):
        decoded(_wav(hum(1, 8_000).pcm, rate_hz), 32_000, 100_000)


def test_the_highest_rates_are_read() -> None:
    """Studios record at 192 kHz, some converters at 768."""
    assert len(decoded(_wav(hum(1, 768_000).pcm, 768_000), 32_000, 2)) == pytest.approx(64_000, 0.1)


def test_titles_in_an_old_encoding_do_no_harm() -> None:
    """Programs on old Windows write Vietnamese titles in other encodings than UTF-8."""
    title = "Bài hát".encode("latin-1")
    info = b"INFO" + struct.pack("<4sI", b"INAM", len(title) + 1) + title + b"\0"
    wav = _wav(hum(1).pcm, RATE_HZ, struct.pack("<4sI", b"LIST", len(info)) + info)
    assert decoded(wav, RATE_HZ, 2) == hum(1).pcm


def test_pictures_beside_the_sound_are_not_unpacked(tmp_path: Path) -> None:
    """A cover that is no picture, or a huge one, says nothing about the sound."""
    file = keep(tmp_path / "a.flac", hum(1))
    cover = mutagen.flac.Picture()
    cover.mime, cover.data = "image/png", b"\x89PNG\r\n\x1a\n" + bytes(1000)
    tagged = mutagen.flac.FLAC(file)
    tagged.add_picture(cover)
    tagged.save()
    assert decoded(file, RATE_HZ, 2)


def test_a_file_that_keeps_its_sound_elsewhere_is_refused(tmp_path: Path) -> None:
    """MP4 may name another file, or an address, as the place of its samples."""
    elsewhere = keep(tmp_path / "a.m4a", hum(1))
    data = elsewhere.read_bytes()
    (tmp_path / "b.m4a").write_bytes(_elsewhere(data, f"file://{elsewhere}\0".encode()))
    with pytest.raises(NotSoundError):
        decoded(tmp_path / "b.m4a", 32_000, 10)


def _elsewhere(boxes: bytes, address: bytes) -> bytes:
    """The same boxes of MP4 without samples, which are said to be at an address."""
    written, at = b"", 0
    while at < len(boxes):
        size, kind = struct.unpack_from(">I4s", boxes, at)
        content = boxes[at + 8 : at + size]
        if kind in {b"moov", b"trak", b"mdia", b"minf", b"dinf"}:
            content = _elsewhere(content, address)
        elif kind == b"dref":
            place = struct.pack(">I4sI", 12 + len(address), b"url ", 0) + address
            content = struct.pack(">II", 0, 1) + place
        elif kind == b"mdat":
            content = bytes(len(content))
        written += struct.pack(">I4s", 8 + len(content), kind) + content
        at += size
    return written


@pytest.mark.parametrize("suffix", KINDS)
def test_a_damaged_file_is_refused_or_read(tmp_path: Path, suffix: str) -> None:
    """Whatever bytes are hurt: sound within the limit, or one of the two errors."""
    whole = keep(tmp_path / f"a{suffix}", hum(0.5)).read_bytes()
    random = Random(suffix)  # noqa: S311  no secret
    for _ in range(30):
        hurt = bytearray(whole)
        for _ in range(random.randint(1, 20)):
            hurt[random.randrange(min(len(hurt), random.choice((600, 100_000))))] = random.choice(
                (0, 0x7F, 0xFF, random.randrange(256))
            )
        with suppress(NotSoundError, TooLongError):
            assert len(decoded(bytes(hurt), RATE_HZ, 5)) <= 5 * 2 * RATE_HZ
