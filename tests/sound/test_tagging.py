"""Tags, read back by somebody else's readers: mutagen for frames, FFmpeg for what players show."""

import io
from dataclasses import replace

import av
import mutagen.id3
import mutagen.oggopus
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_plugins.sound.encoding import mp3
from site_plugins.sound.model import Chapter, Codec, Tags
from site_plugins.sound.tagging import tagged
from site_plugins.voice.pcm import frames_of

CHAPTERS = (
    Chapter(0, "Mở đầu: Đài Truyền thanh xã Ví Dụ"),
    Chapter(1.25, "Mức"),
    Chapter(2.5, "Nộp đơn"),
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
TAGS = Tags(
    title="Trợ cấp hưu trí xã hội",
    artist="Đài Truyền thanh xã Ví Dụ",
    album="Truyền thông chính sách",
    language="vie",
    lyrics="Đây là đài.\nXin chào bà con.\n" * 400,
    comment="Giọng đọc máy: espeak:vi",
    page="https://vi-du.vn/truyền-thông/tro-cap/",
    digest="0123456789abcdef" * 4,
    cover=PNG,
    chapters=CHAPTERS,
    duration_s=4,
)
SHORT = Tags("x", "x", "x", "khm", "x", "x")
ANY_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=500)


@pytest.fixture(scope="module")
def sound() -> bytes:
    """Four seconds of silence as MP3."""
    return mp3(frames_of([bytes(8 * 44_100)], 44_100), 64)


@pytest.fixture(scope="module")
def opus() -> bytes:
    """Four seconds of silence as Opus."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="opus", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("libopus", rate=48_000, layout="mono")
        for frame in frames_of([bytes(8 * 48_000)], 48_000):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return buffer.getvalue()


def _frames(data: bytes) -> mutagen.id3.ID3:
    return mutagen.id3.ID3(io.BytesIO(data + bytes(4096)), translate=False)


def _chapters(data: bytes) -> list[tuple[float, float, str]]:
    with av.open(io.BytesIO(data), "r") as container:
        return [
            (
                float(chapter["start"] * (chapter["time_base"] or 1)),
                float(chapter["end"] * (chapter["time_base"] or 1)),
                chapter["metadata"]["title"],
            )
            for chapter in container.chapters()
        ]


def _packets(data: bytes) -> list[bytes]:
    with av.open(io.BytesIO(data), "r") as container:
        return [bytes(packet) for packet in container.demux(audio=0)]


def test_it_is_the_version_that_cheap_players_read(sound: bytes) -> None:
    """2.3, not 2.4, at the very start, and the sound after it is untouched."""
    data = tagged(sound, TAGS)
    assert data[:5] == b"ID3\x03\x00"
    assert data.endswith(sound)


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        ("TIT2", TAGS.title),
        ("TPE1", TAGS.artist),
        ("TALB", TAGS.album),
        ("TLAN", TAGS.language),
        ("USLT::vie", TAGS.lyrics),
        ("COMM::vie", TAGS.comment),
        ("TXXX:script_sha256", TAGS.digest),
        ("WOAS", "https://vi-du.vn/truy%E1%BB%81n-th%C3%B4ng/tro-cap/"),
    ],
)
def test_every_tag_is_read_back(frame: str, text: str) -> None:
    """Vietnamese letters and line ends included; an address is in ASCII."""
    assert str(_frames(tagged(b"", TAGS))[frame]) == text


def test_nothing_else_is_in_it() -> None:
    """No date, no encoder's name, no padding; the title first and the picture last."""
    data = tagged(b"", TAGS)
    names = [name.split(":")[0] for name in _frames(data)]
    assert names == [
        *("TIT2", "TPE1", "TALB", "TLAN", "USLT", "COMM", "WOAS", "TXXX"),
        *("CTOC", "CHAP", "CHAP", "CHAP", "APIC"),
    ]
    assert _frames(data).size == len(data)


def test_a_player_shows_title_words_and_picture(sound: bytes) -> None:
    """FFmpeg's names for them."""
    with av.open(io.BytesIO(tagged(sound, TAGS)), "r") as container:
        assert container.metadata["title"] == TAGS.title
        assert container.metadata["artist"] == TAGS.artist
        assert container.metadata["album"] == TAGS.album
        assert container.metadata["language"] == "vie"
        assert container.metadata["lyrics-vie"] == TAGS.lyrics
        assert container.metadata["script_sha256"] == TAGS.digest
        assert bytes(next(container.demux(video=0))) == PNG
        assert container.streams.video[0].codec_context.name == "png"


def test_a_player_shows_chapters_in_their_order(sound: bytes) -> None:
    """Each up to the next, the last to the end, however long their titles are."""
    assert _chapters(tagged(sound, TAGS)) == [
        (0, 1.25, CHAPTERS[0].title),
        (1.25, 2.5, "Mức"),
        (2.5, 4, "Nộp đơn"),
    ]


def test_more_chapters_than_a_table_of_contents_can_list(sound: bytes) -> None:
    """The table ends at 255; the chapters are all there."""
    chapters = tuple(Chapter(second, f"Phần {second}") for second in range(300))
    found = _chapters(tagged(sound, replace(TAGS, chapters=chapters, duration_s=300)))
    assert [title for *_, title in found] == [chapter.title for chapter in chapters]


@pytest.mark.parametrize("page", ["", "../tro-cap/index.html"])
def test_an_address_that_leads_nowhere_is_left_out(page: str) -> None:
    """A page without a host means nothing on a USB stick."""
    assert "WOAS" not in _frames(tagged(b"", replace(TAGS, page=page)))


def test_a_photograph_may_be_the_cover() -> None:
    """JPEG is told from PNG."""
    cover = _frames(tagged(b"", replace(TAGS, cover=b"\xff\xd8\xff\xe0")))["APIC:"]
    assert (cover.mime, cover.data) == ("image/jpeg", b"\xff\xd8\xff\xe0")


@pytest.mark.parametrize("codec", Codec)
def test_the_same_tags_give_the_same_bytes(sound: bytes, opus: bytes, codec: Codec) -> None:
    """Two builds are identical."""
    data = {Codec.MP3: sound, Codec.OPUS: opus}[codec]
    assert tagged(data, TAGS, codec) == tagged(data, TAGS, codec)


@given(ANY_TEXT)
@example("ភាសាខ្មែរ\u200bនៅវៀតណាម ꪼꪕꪒꪾ ꨀꨇꩉ ꨌꩌ 𞄀 ô̆ chr’val")
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Khmer, Tai Viet, Cham, and what lies beyond sixteen bits."""
    data = tagged(b"", replace(SHORT, lyrics=text, title=text, chapters=(Chapter(0, text),)))
    found = _frames(data)
    assert str(found["USLT::khm"]) == text
    assert str(found.get("TIT2", "")) == text
    assert str(found["CHAP:chp0"].sub_frames.get("TIT2", "")) == text


def test_an_hour_of_lyrics_is_a_small_tag() -> None:
    """A player that reads the whole tag into memory still can."""
    data = tagged(
        b"", replace(TAGS, lyrics="Mười một tiếng cho mỗi dòng của một bài như thế.\n" * 900)
    )
    assert _frames(data).size == len(data) < 120_000


def test_opus_has_its_comments_and_the_same_sound(opus: bytes) -> None:
    """Title, station, programme, language, digest, chapters; neither words nor picture."""
    data = tagged(opus, TAGS, Codec.OPUS)
    with av.open(io.BytesIO(data), "r") as container:
        assert {key.lower(): value for key, value in container.streams[0].metadata.items()} == {
            "title": TAGS.title,
            "artist": TAGS.artist,
            "album": TAGS.album,
            "language": "vie",
            "comment": TAGS.comment,
            "script_sha256": TAGS.digest,
        }
    assert [(start, title) for start, _, title in _chapters(data)] == [
        (chapter.start_s, chapter.title) for chapter in CHAPTERS
    ]
    assert _packets(data) == _packets(opus)
    assert len(data) < len(opus) + 1000


@given(ANY_TEXT)
def test_any_text_comes_back_from_opus(opus: bytes, text: str) -> None:
    """Vorbis comments are UTF-8; what is empty is not there."""
    data = tagged(opus, replace(SHORT, title=text), Codec.OPUS)
    assert mutagen.oggopus.OggOpus(io.BytesIO(data)).get("TITLE", [""]) == [text]
