"""A script as a finished episode: made once, found afterwards, the same every time."""

import io
import threading
from dataclasses import replace
from pathlib import Path

import mutagen.id3
import pytest

from site_plugins.broadcast.episode import StoppedError, lookup, produce
from site_plugins.broadcast.idents import Idents
from site_plugins.broadcast.job import Job
from site_plugins.sound.model import Codec, Profile
from site_plugins.spoken.model import Role, Script
from site_plugins.voice.cache import Store
from site_plugins.voice.errors import EngineFailedError, VoiceError
from site_plugins.voice.espeak import EspeakEngine
from site_plugins.voice.rows import Chosen
from tests.broadcast.jobs import IMPRINT, PROFILE, SENTENCES, job, job_of, only, script, takes
from tests.voice.fake_engine import HUM, HummingEngine

SCRIPT = script(*SENTENCES)


def _profiles(**other: float) -> tuple[tuple[Codec, Profile], ...]:
    return tuple((codec, replace(PROFILE, **other)) for codec in Codec)  # type: ignore[arg-type]


def test_an_episode_is_made_once_and_then_found(tmp_path: Path) -> None:
    """The second time nothing is spoken, and all that is known is the same."""
    engine, store = HummingEngine(), Store(tmp_path)
    made = produce(job(), only(engine), store)
    found = produce(job(), only(engine), Store(tmp_path))
    assert engine.asked == list(SENTENCES)
    assert found == replace(made, cached=True)
    assert not made.cached
    assert found.vtt == made.vtt


def test_an_episode_tells_what_it_is(tmp_path: Path) -> None:
    """What page, feed and report need, without opening the file."""
    made = produce(job(), only(HummingEngine()), Store(tmp_path))
    data = made.mp3.path.read_bytes()
    assert (made.language, made.title, made.voices) == ("vi", "Trợ cấp", (HUM,))
    assert made.text == "\n".join(SENTENCES) + "\n"
    assert made.mp3.size_bytes == len(data)
    assert made.duration_s == pytest.approx(
        sum(len(s.split()) for s in SENTENCES) / 4 + 1.95, abs=0.2
    )
    assert made.mp3.level.loudness_lufs == pytest.approx(-16, abs=0.3)
    assert [cue.text for cue in made.cues] == list(SENTENCES)
    assert made.vtt.count(" --> ") == 3


def test_the_tags_say_that_a_machine_speaks_and_from_which_page(tmp_path: Path) -> None:
    """For whoever gets the file alone, on a stick."""
    made = produce(job(), only(HummingEngine()), Store(tmp_path))
    tags = mutagen.id3.ID3(io.BytesIO(made.mp3.path.read_bytes()))
    assert str(tags["TIT2"]) == "Trợ cấp"
    assert str(tags["TPE1"]) == "Đài xã"
    assert str(tags["USLT::vie"]) == made.text
    assert str(tags["COMM::vie"]) == "https://vi-du.vn/tro-cap/\nGiọng máy"
    assert str(tags["TXXX:script_sha256"]) == made.script_digest


def test_lookup_never_speaks(tmp_path: Path) -> None:
    """A preview shows what is there; it has no engine to ask."""
    store = Store(tmp_path)
    assert lookup(job(), store) is None
    made = produce(job(), only(HummingEngine()), store)
    assert lookup(job(), store) == replace(made, cached=True)


def test_an_edit_costs_one_sentence(tmp_path: Path) -> None:
    """The others come from the store."""
    store = Store(tmp_path)
    produce(job(), only(HummingEngine()), store)
    engine = HummingEngine()
    produce(job(SENTENCES[0], "Mức mới là sáu trăm nghìn đồng.", SENTENCES[2]), only(engine), store)
    assert engine.asked == ["Mức mới là sáu trăm nghìn đồng."]


@pytest.mark.parametrize(
    "other",
    [
        job(voice=replace(HUM, version="2")),
        replace(job(), profiles=_profiles(loudness_lufs=-18)),
        replace(job(), profiles=_profiles(true_peak_dbtp=-2)),
        replace(job(), profiles=_profiles(bitrate_kbps=48)),
        replace(job(), profiles=_profiles(low_hz=250)),
        replace(job(), profiles=_profiles(compression=4)),
        replace(job(), imprint=replace(IMPRINT, station="Đài khác")),
        replace(job(), imprint=replace(IMPRINT, page="https://khac.vn/")),
        replace(job(), imprint=replace(IMPRINT, idents=Idents(digest="nhạc khác"))),
        replace(job(), imprint=replace(IMPRINT, idents=Idents(cover=b"\x89PNG"))),
        replace(job(), rate_wpm=170),
        replace(job(), takes=takes(script(*SENTENCES), Chosen(HUM, rate_wpm=170))),
        replace(job(), takes=takes(script(*SENTENCES), Chosen(HUM, pitch=90))),
        replace(job(), takes=takes(script(*SENTENCES), Chosen(HUM, pauses=1.2))),
        job(title="Tên khác"),
        job(*reversed(SENTENCES)),
        job_of(Script("vi", "Trợ cấp", tuple(replace(s, pause_s=0.5) for s in SCRIPT.segments))),
        job_of(
            Script("vi", "Trợ cấp", tuple(replace(s, role=Role.HEADING) for s in SCRIPT.segments))
        ),
    ],
)
def test_whatever_may_change_a_byte_makes_another_episode(tmp_path: Path, other: Job) -> None:
    """Voice, profile, tags, pace, words, their order and the pauses."""
    store = Store(tmp_path)
    produce(job(), only(HummingEngine()), store)
    assert lookup(other, store) is None


def test_where_a_line_stands_in_the_source_changes_nothing(tmp_path: Path) -> None:
    """Reflowing a page does not make its clip again."""
    store = Store(tmp_path)
    produce(job(), only(HummingEngine()), store)
    moved = tuple(replace(segment, line=99) for segment in SCRIPT.segments)
    assert lookup(job_of(Script("vi", "Trợ cấp", moved)), store)


def test_cold_warm_and_half_warm_builds_give_identical_bytes(tmp_path: Path) -> None:
    """In the embedded voice: two cold stores, one that knows half of the sentences, one warm."""
    engine = EspeakEngine()
    voice = engine.voices()[0]
    order = job(voice=voice)
    half = Store(tmp_path / "half")
    produce(job(*SENTENCES[1:], voice=voice), only(engine), half)
    stores = [Store(tmp_path / "kho một"), Store(tmp_path / "kho hai"), half, half]
    made = [produce(order, only(engine), store) for store in stores]
    engine.close()
    assert len({episode.mp3.path.read_bytes() for episode in made}) == 1
    assert len({episode.mp3.digest for episode in made}) == 1
    assert len({episode.vtt for episode in made}) == 1
    assert [episode.cached for episode in made] == [False, False, False, True]


def test_a_damaged_episode_is_made_again_from_its_sentences(tmp_path: Path) -> None:
    """The same bytes come back, nothing is spoken, and it is told."""
    engine, store = HummingEngine(), Store(tmp_path)
    made = produce(job(), only(engine), store)
    whole = made.mp3.path.read_bytes()
    made.mp3.path.write_bytes(whole[:-1000])
    again = produce(job(), only(engine), store)
    assert again.mp3.path.read_bytes() == whole
    assert not again.cached
    assert len(engine.asked) == 3
    assert len(store.problems) == 1


def test_without_a_writable_store_the_episode_is_made_all_the_same(tmp_path: Path) -> None:
    """It is told once that the next build must begin anew."""
    root = tmp_path / "kho"
    root.write_text("")
    store = Store(root)
    made = produce(job(), only(HummingEngine()), store)
    assert made.mp3.path.stat().st_size == made.mp3.size_bytes
    assert len([p for p in store.problems if "không ghi được" in p.message]) == 1
    store.close()


def test_sentences_spoken_before_a_failure_are_kept(tmp_path: Path) -> None:
    """The next attempt begins where this one ended."""
    store = Store(tmp_path)
    with pytest.raises(EngineFailedError):
        produce(job(), only(HummingEngine(fails_on="cảm ơn")), store)
    engine = HummingEngine()
    produce(job(), only(engine), store)
    assert engine.asked == ["Xin cảm ơn."]


def test_a_script_with_nothing_to_say_is_an_error(tmp_path: Path) -> None:
    """And not an empty file."""
    empty = job_of(Script("vi", "Trống"))
    with pytest.raises(VoiceError, match='bài "Trống" không có câu nào'):
        produce(empty, only(HummingEngine()), Store(tmp_path))


def test_stopping_comes_between_two_sentences(tmp_path: Path) -> None:
    """What was said until then is kept."""
    stop = threading.Event()

    class Stopper(HummingEngine):
        def speak(self, *args: object) -> object:  # type: ignore[override]
            stop.set()
            return super().speak(*args)  # type: ignore[arg-type]

    with pytest.raises(StoppedError):
        produce(job(), only(Stopper()), Store(tmp_path), stop)  # type: ignore[arg-type]
    engine = HummingEngine()
    produce(job(), only(engine), Store(tmp_path))
    assert engine.asked == list(SENTENCES[1:])
