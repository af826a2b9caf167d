"""Sentences laid end to end."""

import pytest

from site_plugins.sound.joining import LEAD_S, TAIL_S, Track, joined, trimmed
from site_plugins.sound.model import Piece
from site_plugins.voice.model import Speech
from tests.voice.fake_engine import RATE_HZ, hum


def _joined(*pieces: Piece) -> Track:
    with joined(pieces) as track:
        return track


def _between_silence(seconds: float) -> Speech:
    silence = bytes(2 * round(seconds * RATE_HZ))
    return Speech(silence + hum(1).pcm + silence, RATE_HZ)


def test_the_silence_that_an_engine_leaves_is_cut() -> None:
    """So that a pause lasts what the script says, with any engine."""
    assert len(trimmed(_between_silence(2))) / 2 / RATE_HZ == pytest.approx(1, abs=0.08)
    assert hum(1).pcm[2000:-2000] in bytes(trimmed(_between_silence(2)))


def test_speech_without_silence_around_it_is_left_alone() -> None:
    """Not a sample is lost."""
    loud = Speech(b"\x00\x40" * 1000, RATE_HZ)
    assert trimmed(loud) == loud.pcm
    assert len(trimmed(Speech(b"", RATE_HZ))) == 0


def test_cues_and_duration_are_counted_in_samples() -> None:
    """Lead, sentence, pause, sentence, pause, tail."""
    loud = Speech(b"\x00\x40" * RATE_HZ, RATE_HZ)
    track = _joined(Piece(loud, "Một.", 0.5), Piece(loud, "Hai.", 0.25))
    assert [(c.start_s, c.end_s) for c in track.cues] == [
        (LEAD_S, LEAD_S + 1),
        (LEAD_S + 1.5, LEAD_S + 2.5),
    ]
    assert track.duration_s == LEAD_S + 2.75 + TAIL_S


def test_pieces_of_different_rates_meet_at_one() -> None:
    """A person's recording between a machine's sentences keeps its pace."""
    pieces = [Piece(hum(1, rate), "Một.", 0) for rate in (16_000, 48_000)]
    track = _joined(*pieces)
    assert track.rate_hz == 44_100
    assert track.duration_s == pytest.approx(LEAD_S + 2 + TAIL_S, abs=0.08)
