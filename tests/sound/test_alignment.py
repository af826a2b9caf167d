"""A whole reading cut into its sentences."""

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.sound.alignment import split
from site_plugins.spoken.pace import syllables
from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.model import Speech
from tests.sound.people import Reading, hiss, in_a_room, read, sentences_of
from tests.voice.fake_engine import RATE_HZ, hum

ROOT = Path(__file__).parents[2]
# The constants of the alignment were chosen on the other samples.
UNSEEN = (
    *(
        ROOT / "content" / "truyen-thong-chinh-sach" / slug / "index.md"
        for slug in (
            "tro-cap-huu-tri-xa-hoi",
            "the-can-cuoc-cho-tre-em",
            "tin-don-ve-tro-cap-huu-tri",
            "du-thao-ho-tro-phien-dich-phat-thanh",
        )
    ),
    ROOT / "tests" / "data" / "ke-hoach-dan-tien.txt",
)


@pytest.fixture(scope="module")
def engine() -> Iterator[EspeakEngine]:
    """The embedded voice, in place of a person."""
    engine = EspeakEngine()
    yield engine
    engine.close()


def _starts_s(pieces: tuple[Speech, ...]) -> list[float]:
    return [0, *accumulate(piece.duration_s for piece in pieces)][:-1]


def _errors_s(reading: Reading, speech: Speech) -> list[float]:
    """How far each sentence but the first is cut from where it begins."""
    starts = _starts_s(split(speech, [syllables(text) for text in reading.texts]))
    pairs = zip(starts[1:], reading.places_s[1:], strict=True)
    return [abs(start - true) for start, (true, _) in pairs]


@pytest.mark.parametrize(
    ("between_s", "noise_db", "share"),
    [((0.4, 1.2), -40, 0.97), ((0.3, 0.9), -50, 0.94)],
)
def test_sentences_are_cut_where_they_begin(
    engine: EspeakEngine, between_s: tuple[float, float], noise_db: float, share: float
) -> None:
    """Over 200 sentences, pace and pauses ever changing, commas with pauses nearly as long."""
    errors = []
    for path in UNSEEN:
        random = Random(path.name)  # noqa: S311 - the same every time
        reading = read(engine, tuple(sentences_of(path)), random, between_s=between_s)
        errors += _errors_s(reading, in_a_room(reading.speech, hiss(noise_db)))
    assert len(errors) > 200
    assert sum(error < 0.3 for error in errors) / len(errors) > share


def test_a_piece_begins_with_its_sentence() -> None:
    """Not before a pause, nor after the first sound of the sentence."""
    silence = bytes(2 * RATE_HZ)
    speech = Speech(silence.join(hum(seconds).pcm for seconds in (2, 4, 3)), RATE_HZ)
    starts = _starts_s(split(speech, (2, 4, 3)))
    assert starts == pytest.approx([0, 3 - 0.06, 8 - 0.06], abs=0.03)


def test_without_pauses_the_weights_decide() -> None:
    """One long sound is cut in proportion."""
    pieces = split(Speech(b"\x00\x40" * 6000, RATE_HZ), (1, 2, 3))
    assert [len(piece.pcm) for piece in pieces] == [2000, 4000, 6000]


@given(
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 32_000)), max_size=12),
    st.lists(st.floats(0.001, 1000), min_size=1, max_size=12),
)
def test_nothing_is_lost_and_nothing_is_empty(
    stretches: list[tuple[float, int]], weights: list[float]
) -> None:
    """Whatever is heard, and whatever is expected."""
    pcm = b"".join(level.to_bytes(2, "little") * round(s * 800) for s, level in stretches)
    speech = Speech(pcm + bytes(2 * len(weights)), 8000)
    pieces = split(speech, weights)
    assert len(pieces) == len(weights)
    assert all(piece.pcm and len(piece.pcm) % 2 == 0 for piece in pieces)
    assert b"".join(piece.pcm for piece in pieces) == speech.pcm


@pytest.mark.parametrize(("samples", "weights"), [(100, []), (100, [1, 0]), (1, [1, 1])])
def test_what_cannot_be_cut_is_refused(samples: int, weights: list[float]) -> None:
    """No sentence, a sentence without a length, more sentences than sound."""
    with pytest.raises(ValueError, match="cannot be cut"):
        split(Speech(bytes(2 * samples), 8000), weights)
