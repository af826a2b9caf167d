"""WebVTT captions and chapters."""

import io
from itertools import pairwise

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.sound.captions import chapters_vtt, web_vtt
from site_plugins.sound.model import Chapter, Cue, TimedWord


def _last_line(cue: Cue) -> str:
    return web_vtt([cue]).splitlines()[-1]


def _read(vtt: str) -> list[tuple[float, float, str]]:
    """Start, end and text of each cue, as FFmpeg's reader has them."""
    with av.open(io.BytesIO(vtt.encode()), "r", format="webvtt") as container:
        return [
            (
                float(packet.pts * packet.time_base),
                float((packet.pts + packet.duration) * packet.time_base),
                bytes(packet).decode(),
            )
            for packet in container.demux(subtitles=0)
            if packet.pts is not None and packet.duration is not None
        ]


def test_a_cue_has_its_times_and_its_words() -> None:
    """Hours, minutes, seconds, thousandths."""
    cues = [Cue(0.25, 1.5, "Một."), Cue(3599.9996, 3661.001, "Hai.")]
    assert web_vtt(cues) == (
        "WEBVTT\n\n00:00:00.250 --> 00:00:01.500\nMột.\n\n01:00:00.000 --> 01:01:01.001\nHai.\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("một --> hai", "một --&gt; hai"),
        ("một\n\nhai", "một hai"),
        ("<b>đậm</b>", "&lt;b&gt;đậm&lt;/b&gt;"),
    ],
)
def test_no_text_can_end_a_cue_or_begin_markup(text: str, written: str) -> None:
    """What is said is shown, letter for letter."""
    assert _last_line(Cue(0, 1, text)) == written


def test_without_cues_it_is_still_a_file() -> None:
    """Players refuse one without its first line."""
    assert web_vtt([]) == "WEBVTT\n"


def test_words_are_lit_up_when_they_are_heard() -> None:
    """A time before each word but the first, which begins with its cue."""
    words = (TimedWord(0.25, "Đơn"), TimedWord(0.6, "nộp,"), TimedWord(1.2, "xã."))
    assert _last_line(Cue(0.25, 2, "Đơn nộp, xã.", words)) == (
        "Đơn <00:00:00.600>nộp, <00:00:01.200>xã."
    )


def test_words_without_their_marks_are_found_in_the_text() -> None:
    """Brackets and marks stay where they stand, a word that comes twice is two."""
    words = (TimedWord(0, "A"), TimedWord(0.5, "a&b"), TimedWord(0.75, "a&b"))
    assert _last_line(Cue(0, 1, "«A»\n(a&b, a&b)!", words)) == (
        "«A» (<00:00:00.500>a&amp;b, <00:00:00.750>a&amp;b)!"
    )


def test_words_that_are_not_in_the_text_have_no_times() -> None:
    """The text is shown whatever an engine says that it heard."""
    words = (TimedWord(0.1, "hai"), TimedWord(0.5, "ba"), TimedWord(0.7, "bốn"))
    assert _last_line(Cue(0, 1, "một hai bốn", words)) == "một <00:00:00.100>hai bốn"


TEXTS = st.lists(st.text("abc &<>-ករ\n\u200b ơ̆", min_size=1).filter(str.strip), min_size=1)


@given(TEXTS, st.lists(st.floats(-1, 4), min_size=100, max_size=100))
def test_times_in_a_cue_rise_and_stay_inside_it(texts: list[str], times: list[float]) -> None:
    """As WebVTT demands; what an engine said out of order is left out, and no letter is lost."""
    words = tuple(TimedWord(at_s, text) for at_s, text in zip(times, texts, strict=False))
    line = _last_line(Cue(0.5, 3, " ".join(texts), words))
    pieces = line.replace("<", ">").split(">")
    plain = "".join(pieces[::2])
    told = [float(piece.removeprefix("00:00:")) for piece in pieces[1::2]]
    assert all(0.5 < earlier < later < 3 for earlier, later in pairwise([0.5001, *told, 2.9999]))
    unescaped = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert unescaped == " ".join(" ".join(texts).split())


def test_another_reader_finds_the_cues() -> None:
    """FFmpeg's: times, text, marks for words."""
    words = (TimedWord(0.25, "Một"), TimedWord(0.75, "hai."))
    cues = [Cue(0.25, 1.5, "Một hai.", words), Cue(2, 3.5, "a < b")]
    assert _read(web_vtt(cues)) == [
        (0.25, 1.5, "Một <00:00:00.750>hai."),
        (2, 3.5, "a &lt; b"),
    ]


def test_chapters_last_until_the_next() -> None:
    """The last one to the end; two that begin together leave no empty cue."""
    chapters = [Chapter(0, "Mở đầu"), Chapter(2.5, "Bài một"), Chapter(2.5, "Mức & điều kiện")]
    assert _read(chapters_vtt(chapters, 60)) == [
        (0, 2.5, "Mở đầu"),
        (2.5, 60, "Mức &amp; điều kiện"),
    ]
