"""Sentences laid end to end."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.sound import meter
from site_plugins.sound.joining import LEAD_S, MUSIC_GAP_S, TAIL_S, Track, joined, timed_words
from site_plugins.sound.levelling import WORKING_LUFS, trimmed
from site_plugins.sound.model import Chapter, Music, Piece, TimedWord
from site_plugins.voice.model import Speech, Word
from site_plugins.voice.pcm import frames_of, pcm_of
from tests.voice.fake_engine import hum

RATE_HZ = 22_050
LOUD = Speech(b"\x00\x40\x00\xc0" * (RATE_HZ // 2), RATE_HZ)
"""A second that no trimming shortens."""


def _joined(*pieces: Piece, music: Music = Music()) -> tuple[Track, bytes]:  # noqa: B008  frozen
    with joined(pieces, music) as track:
        return track, pcm_of(track.reel.frames())


def _lufs(pcm: bytes, rate_hz: int, start_s: float, end_s: float) -> float:
    part = pcm[2 * round(start_s * rate_hz) : 2 * round(end_s * rate_hz)]
    return meter.loudness_lufs(frames_of([part], rate_hz), rate_hz)


def test_cues_and_duration_are_counted_in_samples() -> None:
    """Lead, sentence, pause, sentence, pause, tail."""
    track, pcm = _joined(Piece(LOUD, "Một.", 0.5), Piece(LOUD, "Hai.", 0.25))
    times = [time for cue in track.cues for time in (cue.start_s, cue.end_s)]
    expected = (LEAD_S, LEAD_S + 1, LEAD_S + 1.5, LEAD_S + 2.5)
    assert times == pytest.approx(expected, abs=1 / RATE_HZ)
    assert track.duration_s == pytest.approx(LEAD_S + 2.75 + TAIL_S, abs=2 / RATE_HZ)
    assert len(pcm) == 2 * round(track.duration_s * track.rate_hz)


def test_pieces_are_taken_one_by_one() -> None:
    """An hour's sentences are never in memory together."""
    alive: list[int] = []

    def pieces() -> Iterator[Piece]:
        for number in range(3):
            alive.append(number)
            yield Piece(LOUD, "Một.", 0)
            assert alive[-1] == number

    with joined(pieces()) as track:
        assert len(track.cues) == 3


@pytest.mark.parametrize(
    ("rates", "met"),
    [
        ([22_050, 22_050], 22_050),
        ([48_000, 48_000], 48_000),
        ([22_050, 48_000, 22_050], 44_100),
        ([8_000], 22_050),
        ([8_000, 22_050], 22_050),
    ],
)
def test_pieces_of_different_rates_meet_at_one(rates: list[int], met: int) -> None:
    """A person's recording between a machine's sentences keeps its pace and its cue."""
    track, pcm = _joined(*(Piece(hum(1, rate), "Một.", 0.5) for rate in rates))
    assert track.rate_hz == met
    assert track.duration_s == pytest.approx(LEAD_S + 1.5 * len(rates) + TAIL_S, abs=0.1)
    for cue in track.cues:
        assert _lufs(pcm, met, cue.start_s, cue.end_s) == pytest.approx(WORKING_LUFS, abs=0.5)


def test_a_person_and_a_machine_are_as_loud_as_each_other() -> None:
    """Sentences of both stand side by side, single words among them."""
    pieces = [
        Piece(hum(seconds, loudness=loudness), "Một.", 0.5)
        for seconds, loudness in ((2, 0.9), (0.3, 0.02), (3, 0.05), (0.3, 0.9))
    ]
    track, pcm = _joined(*pieces)
    for cue in track.cues:
        again = pcm[2 * round(cue.start_s * RATE_HZ) : 2 * round(cue.end_s * RATE_HZ)] * 5
        assert _lufs(again, RATE_HZ, 0, 9) == pytest.approx(WORKING_LUFS, abs=0.5)


def test_a_whole_reading_is_laid_down_as_it_is() -> None:
    """With the reader's own pauses and level; the whole is raised at the end."""
    speech = Speech(bytes(RATE_HZ) + hum(1, RATE_HZ, loudness=0.05).pcm, RATE_HZ)
    track, pcm = _joined(Piece(speech, "Một.", 0, natural=True))
    assert speech.pcm in pcm
    assert track.gain_db > 10


def test_a_chapter_begins_with_its_first_sentence() -> None:
    """And lasts to the next."""
    track, _ = _joined(
        Piece(LOUD, "Một.", 0.5, chapter="Mở đầu"),
        Piece(LOUD, "Hai.", 0.5),
        Piece(LOUD, "Ba.", 0.5, chapter="Tin"),
    )
    starts = [track.cues[0].start_s, track.cues[2].start_s]
    assert track.chapters == tuple(map(Chapter, starts, ("Mở đầu", "Tin")))


def test_music_stands_before_and_after_everything() -> None:
    """As loud as speech, with a breath between."""
    music = Music(ident=hum(2, 44_100, 0.9), outro=hum(1, 44_100, 0.02))
    track, pcm = _joined(Piece(LOUD, "Một.", 0), music=music)
    (cue,) = track.cues
    assert track.rate_hz == 44_100
    assert cue.start_s == pytest.approx(LEAD_S + 2 + MUSIC_GAP_S, abs=0.1)
    for start_s, end_s in (
        (LEAD_S, LEAD_S + 2),
        (cue.end_s + MUSIC_GAP_S, cue.end_s + MUSIC_GAP_S + 1),
    ):
        assert _lufs(pcm, 44_100, start_s, end_s) == pytest.approx(WORKING_LUFS, abs=0.5)


def test_a_bed_lies_under_what_goes_over_it_and_nothing_else() -> None:
    """Low, looped, faded, and through the pause between two lines."""
    piece = Piece(hum(2, 44_100), "Một.", 2)
    over = replace(piece, over_bed=True)
    bed = hum(0.7, 44_100, tone_hz=3000)
    plain, without = _joined(piece, piece, piece)
    track, pcm = _joined(over, over, piece, music=Music(bed=bed))
    assert track.cues == plain.cues
    first, second, third = track.cues
    before, after = 2 * round(first.start_s * 44_100), 2 * round((third.start_s) * 44_100)
    assert (pcm[:before], pcm[after:]) == (without[:before], without[after:])
    assert -48 < _lufs(pcm, 44_100, first.end_s + 0.2, second.start_s - 0.2) < -40
    assert pcm[before : before + 200] == without[before : before + 200]


def test_a_bed_wants_lines_to_lie_under() -> None:
    """Without any the embedded voice stays at its own rate."""
    track, _ = _joined(Piece(LOUD, "Một.", 0), music=Music(bed=hum(1, 48_000)))
    assert track.rate_hz == RATE_HZ


def test_words_are_heard_where_the_finished_file_has_them() -> None:
    """After the silence that is cut, in the file's own time; what follows a word belongs to it."""
    speech = Speech(
        bytes(RATE_HZ) + LOUD.pcm, RATE_HZ, (Word(0, 3, 0.5), Word(5, 8, 0.9), Word(9, 11, 1.2))
    )
    track, _ = _joined(Piece(speech, "Một, hai ba.", 0))
    (cue,) = track.cues
    assert [word.text for word in cue.words] == ["Một,", "hai", "ba."]
    times = [word.at_s - cue.start_s for word in cue.words]
    assert times == pytest.approx([0.03, 0.43, 0.73], abs=0.001)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("một hai", ()),
        ("một hai", (Word(0, 3, 0.2), Word(4, 7, 0.1))),
        ("một-hai", (Word(0, 3, 0), Word(4, 7, 0.5))),
        ("một  hai", (Word(0, 3, 0), Word(5, 8, 0.5))),
        ("một", (Word(0, 3, 0), Word(3, 3, 0.5))),
    ],
)
def test_words_that_are_not_all_of_the_text_are_none(text: str, words: tuple[Word, ...]) -> None:
    """A reader sees the whole sentence lit rather than half of it."""
    assert timed_words(text, words, 1, 2) == ()


@given(st.lists(st.text("aăđ.", min_size=1, max_size=4), min_size=1, max_size=6), st.floats(0, 9))
def test_words_give_back_the_text_within_its_cue(texts: list[str], at_s: float) -> None:
    """Whatever the engine says of their times."""
    text = " ".join(texts)
    starts = [len(" ".join(texts[:n])) + bool(n) for n in range(len(texts))]
    words = tuple(Word(s, s + len(t), at_s) for s, t in zip(starts, texts, strict=True))
    timed = timed_words(text, words, 1, 5)
    assert timed == tuple(TimedWord(min(1 + at_s, 5), t) for t in texts)


def test_the_silence_that_an_engine_leaves_is_cut() -> None:
    """So that a pause lasts what the script says, with any engine, loud or quiet."""
    silence = bytes(4 * RATE_HZ)
    for loudness in (0.9, 0.02):
        sound = hum(1, RATE_HZ, loudness)
        cut = trimmed(Speech(silence + sound.pcm + silence, RATE_HZ))
        assert cut.duration_s == pytest.approx(1, abs=0.08)
        assert sound.pcm[2000:-2000] in cut.pcm


def test_speech_without_silence_around_it_is_left_alone() -> None:
    """Not a sample is lost."""
    assert trimmed(LOUD) == LOUD
    assert trimmed(Speech(b"", RATE_HZ)).pcm == b""
