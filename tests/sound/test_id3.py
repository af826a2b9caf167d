"""Tags, read back by somebody else's reader."""

import io

import mutagen.id3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.sound.id3 import tag
from site_plugins.sound.model import Tags

TAGS = Tags(
    title="Trợ cấp hưu trí xã hội",
    artist="Đài Truyền thanh xã Ví Dụ",
    album="Truyền thông chính sách",
    language="vie",
    lyrics="Đây là đài.\nXin chào bà con.\n" * 400,
    comment="https://vi-du.vn/tro-cap/\nGiọng đọc máy: espeak:vi",
)


def _read(data: bytes) -> mutagen.id3.ID3:
    return mutagen.id3.ID3(io.BytesIO(data + bytes(4096)))  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module")
def read() -> mutagen.id3.ID3:
    """What mutagen finds in the tag."""
    return _read(tag(TAGS))


def test_it_is_the_version_that_cheap_players_read() -> None:
    """2.3, not 2.4; mutagen shows frames in 2.4's names."""
    assert tag(TAGS)[:5] == b"ID3\x03\x00"


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("TIT2", TAGS.title),
        ("TPE1", TAGS.artist),
        ("TALB", TAGS.album),
        ("TLAN", TAGS.language),
        ("USLT::vie", TAGS.lyrics),
        ("COMM::vie", TAGS.comment),
    ],
)
def test_every_tag_is_read_back(read: mutagen.id3.ID3, frame: str, text: str) -> None:
    """Vietnamese letters and line ends included."""
    assert str(read[frame]) == text


def test_nothing_else_is_in_it(read: mutagen.id3.ID3) -> None:
    """No date, no encoder's name: same input, same bytes."""
    assert len(read) == 6


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=500))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Khmer, Tai Viet and Cham among them."""
    read = _read(tag(Tags("x", "x", "x", "khm", text, "x")))
    assert str(read["USLT::khm"]) == text


def test_a_tag_of_any_size_has_the_right_length() -> None:
    """Sizes are written seven bits to a byte."""
    data = tag(Tags("x", "x", "x", "vie", "a" * 70_000, "x"))
    assert _read(data).size == len(data)
