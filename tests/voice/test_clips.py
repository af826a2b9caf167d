"""A sentence as a clip: spoken once, kept, never kept wrong."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from site_plugins.voice.cache import Store
from site_plugins.voice.clips import clip
from site_plugins.voice.errors import (
    ImplausibleSpeechError,
    UnspeakableTextError,
)
from site_plugins.voice.model import Speech, SpeechRequest, Voice, Word
from tests.voice.fake_engine import HUM, HummingEngine, hum

REQUEST = SpeechRequest("Người dân nộp đơn.", "vi", 160)


class _Broken(HummingEngine):
    """An engine of somebody else's that does as it likes."""

    def __init__(self, outcome: Speech | Exception) -> None:
        super().__init__()
        self._outcome = outcome

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        super().speak(voice, request)
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome


def test_a_sentence_is_spoken_once(tmp_path: Path) -> None:
    """The second time it comes from the store, byte for byte."""
    engine = HummingEngine()
    first = clip(engine, HUM, REQUEST, Store(tmp_path))
    assert clip(engine, HUM, REQUEST, Store(tmp_path)) == first
    assert engine.asked == [REQUEST.text]


def test_letters_composed_or_not_are_one_sentence(tmp_path: Path) -> None:
    """And so are blanks around it."""
    engine, store = HummingEngine(), Store(tmp_path)
    clip(engine, HUM, REQUEST, store)
    decomposed = f" {unicodedata.normalize('NFD', REQUEST.text)}\n"
    clip(engine, HUM, replace(REQUEST, text=decomposed), store)
    assert engine.asked == [REQUEST.text]


@pytest.mark.parametrize(
    ("voice", "request_"),
    [
        (replace(HUM, version="2"), REQUEST),
        (replace(HUM, name="hum:khác"), REQUEST),
        (HUM, replace(REQUEST, rate_wpm=170)),
        (HUM, replace(REQUEST, pitch=90)),
        (HUM, replace(REQUEST, text="Người dân nộp hồ sơ.")),
    ],
)
def test_whatever_may_change_the_sound_is_spoken_again(
    tmp_path: Path, voice: Voice, request_: SpeechRequest
) -> None:
    """Voice, its version, pace, pitch and words."""
    engine, store = HummingEngine(), Store(tmp_path)
    clip(engine, HUM, REQUEST, store)
    clip(engine, voice, request_, store)
    assert len(engine.asked) == 2


def test_an_unread_digit_never_reaches_an_engine(tmp_path: Path) -> None:
    """The guard stands before the store and before the engine."""
    engine = HummingEngine()
    with pytest.raises(UnspeakableTextError):
        clip(engine, HUM, replace(REQUEST, text="Khoản 1"), Store(tmp_path))
    assert engine.asked == []


@pytest.mark.parametrize("outcome", [Speech(b"", 16_000), Speech(bytes(64_000), 16_000)])
def test_silence_is_never_kept(tmp_path: Path, outcome: Speech) -> None:
    """Otherwise one bad moment would stay for ever."""
    engine = _Broken(outcome)
    for _ in range(2):
        with pytest.raises(ImplausibleSpeechError):
            clip(engine, HUM, REQUEST, Store(tmp_path))
    assert len(engine.asked) == 2


def test_a_kept_clip_is_the_fresh_one_with_its_words(tmp_path: Path) -> None:
    """Captions and read-along are the same in a warm build."""
    spoken = replace(hum(1), words=(Word(0, 5, 0.0), Word(6, 18, 1 / 3)))
    fresh = clip(_Broken(spoken), HUM, REQUEST, Store(tmp_path))
    assert fresh == spoken
    assert clip(_Broken(KeyError("not asked")), HUM, REQUEST, Store(tmp_path)) == fresh


def test_sound_that_holds_line_ends_is_kept_whole(tmp_path: Path) -> None:
    """The bytes of a sample may be those of a line end, or of anything."""
    spoken = replace(hum(1), pcm=b"\n\n{}\n\n" + b"\n\x7f" * 8_000)
    clip(_Broken(spoken), HUM, REQUEST, Store(tmp_path))
    assert clip(_Broken(KeyError("not asked")), HUM, REQUEST, Store(tmp_path)) == spoken


def test_a_damaged_clip_is_made_again_and_told(tmp_path: Path) -> None:
    """Every blob in the store is hurt."""
    engine, store = HummingEngine(), Store(tmp_path)
    first = clip(engine, HUM, REQUEST, store)
    blobs: Sequence[Path] = [p for p in (tmp_path / "blobs").rglob("*") if p.is_file()]
    for blob in blobs:
        blob.write_bytes(b"RIFF")
    assert clip(engine, HUM, REQUEST, store) == first
    assert len(engine.asked) == 2
    assert len(store.problems) == 1
