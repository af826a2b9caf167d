"""Tags: ID3v2.3 (https://id3.org/id3v2.3.0), which cheap players read, and Vorbis comments.

By mutagen; no dates, no padding, so that the same tags are the same bytes.
"""

import io
from collections.abc import Iterator
from urllib.parse import quote

import mutagen
from mutagen import id3
from mutagen.oggopus import OggOpus

from site_plugins.sound.captions import chapter_cues, clock, milliseconds
from site_plugins.sound.model import Codec, Tags

# Raised when what is written into tags, or how, changes.
_TAGGING_VERSION = 1

# 2.3 has no UTF-8; mutagen writes the byte-order mark.
_UTF_16 = id3.Encoding.UTF16
_HEADER = 10
# A table of contents counts what it lists in one byte.
_MOST_CHAPTERS = 255
_URL_MARKS = "%/:?#[]@!$&'()*+,;=~"


def tagging_version() -> str:
    """Everything here that may change a byte of a finished file."""
    return f"{_TAGGING_VERSION}, mutagen {mutagen.version_string}"


def tagged(sound: bytes, tags: Tags, codec: Codec = Codec.MP3) -> bytes:
    """The file with its tags, which it must not have had before.

    Opus is for the page's own player, which shows words and picture beside it: it carries neither.
    """
    return _id3(tags) + sound if codec is Codec.MP3 else _with_vorbis_comments(sound, tags)


def _id3(tags: Tags) -> bytes:
    """Frames in our order: left to itself, mutagen puts short chapters before long ones."""
    body = b"".join(_written(frame) for frame in _frames(tags))
    return b"ID3\x03\x00\x00" + _seven_bits(len(body)) + body


def _written(frame: id3.Frame) -> bytes:
    buffer = io.BytesIO()
    tag = id3.ID3()
    tag.add(frame)
    tag.save(buffer, v1=0, v2_version=3, padding=lambda _: 0)
    return buffer.getvalue()[_HEADER:]


def _seven_bits(size: int) -> bytes:
    """Four bytes of seven bits each, so that no size looks like the start of an MPEG frame."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def _frames(tags: Tags) -> Iterator[id3.Frame]:
    yield id3.TIT2(_UTF_16, tags.title)
    yield id3.TPE1(_UTF_16, tags.artist)
    yield id3.TALB(_UTF_16, tags.album)
    yield id3.TLAN(_UTF_16, tags.language)
    yield id3.USLT(_UTF_16, tags.language, "", tags.lyrics)
    yield id3.COMM(_UTF_16, tags.language, "", tags.comment)
    if tags.page.startswith(("https://", "http://")):  # a relative one leads nowhere from a file
        yield id3.WOAS(quote(tags.page, safe=_URL_MARKS))
    if tags.digest:
        yield id3.TXXX(_UTF_16, "script_sha256", tags.digest)
    yield from _chapters(tags)
    if tags.cover:
        yield id3.APIC(_UTF_16, _mime(tags.cover), id3.PictureType.COVER_FRONT, "", tags.cover)


def _mime(picture: bytes) -> str:
    return "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"


def _chapters(tags: Tags) -> Iterator[id3.Frame]:
    """After the ID3v2 Chapter Frame Addendum 1.0 (https://id3.org/id3v2-chapters-1.0)."""
    names = [f"chp{number}" for number in range(len(tags.chapters))]
    if names:
        flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
        yield id3.CTOC("toc", flags, names[:_MOST_CHAPTERS], sub_frames=[])
    for name, cue in zip(names, chapter_cues(tags.chapters, tags.duration_s), strict=True):
        title = id3.TIT2(_UTF_16, cue.text)
        times = milliseconds(cue.start_s), milliseconds(cue.end_s)
        yield id3.CHAP(name, *times, sub_frames=[title])


def _with_vorbis_comments(opus: bytes, tags: Tags) -> bytes:
    """https://wiki.xiph.org/VorbisComment and, for chapters, …/Chapter_Extension."""
    buffer = io.BytesIO(opus)
    file = OggOpus(buffer)
    file.update(comment for comment in _comments(tags) if comment[1])
    file.save(buffer, padding=lambda _: 0)
    return buffer.getvalue()


def _comments(tags: Tags) -> Iterator[tuple[str, str]]:
    yield "TITLE", tags.title
    yield "ARTIST", tags.artist
    yield "ALBUM", tags.album
    yield "LANGUAGE", tags.language
    yield "COMMENT", tags.comment
    yield "SCRIPT_SHA256", tags.digest
    for number, chapter in enumerate(tags.chapters):
        yield f"CHAPTER{number:03}", clock(chapter.start_s)
        yield f"CHAPTER{number:03}NAME", chapter.title
