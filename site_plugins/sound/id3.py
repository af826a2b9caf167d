"""ID3v2.3 tags (https://id3.org/id3v2.3.0), the version that cheap players read.

FFmpeg's muxer writes no lyrics frame (USLT), so the tag is written here.
"""

import struct

from site_plugins.sound.model import Tags

_UTF_16 = b"\x01"
_END = b"\x00\x00"


def tagged(mp3: bytes, tags: Tags) -> bytes:
    """The file with its tag before the first MPEG frame."""
    return tag(tags) + mp3


def tag(tags: Tags) -> bytes:
    """The tag, to stand before the first MPEG frame."""
    frames = b"".join(
        (
            _text("TIT2", tags.title),
            _text("TPE1", tags.artist),
            _text("TALB", tags.album),
            _text("TLAN", tags.language),
            _worded("USLT", tags.language, tags.lyrics),
            _worded("COMM", tags.language, tags.comment),
        )
    )
    return b"ID3\x03\x00\x00" + _seven_bits(len(frames)) + frames


def _text(name: str, text: str) -> bytes:
    return _frame(name, _UTF_16 + _utf_16(text))


def _worded(name: str, language: str, text: str) -> bytes:
    """A frame with a language and an empty description before its text."""
    return _frame(name, _UTF_16 + language.encode("ascii") + _utf_16("") + _END + _utf_16(text))


def _frame(name: str, body: bytes) -> bytes:
    return name.encode("ascii") + struct.pack(">IH", len(body), 0) + body


def _utf_16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


def _seven_bits(size: int) -> bytes:
    """Four bytes of seven bits each, so that no size looks like the start of an MPEG frame."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
