"""Who says what: people before machines, and never half a text in each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_plugins.broadcast.casting import Cast, Match, Voices, cast_script
from site_plugins.spoken.model import Role, Script, Segment
from site_plugins.voice.recording_file import ReadingSheet, line_digest, script_digest
from site_plugins.voice.recordings import Recording
from site_plugins.voice.rows import Chosen
from tests.voice.fake_engine import HUM

OPENING, CLOSING = "Đây là đài xã.", "Xin chào."
TEXT = ("Trợ cấp.", "Mức là năm trăm nghìn đồng.", "Hết hạn ngày mai.")
MACHINE = Chosen(HUM)


def _script(*text: str) -> Script:
    said = [
        (OPENING, Role.ANNOUNCEMENT),
        *((line, Role.SENTENCE) for line in text or TEXT),
        (CLOSING, Role.SIGN_OFF),
    ]
    return Script("vi", "Bài", tuple(Segment(line, line, role, 0.4) for line, role in said))


def _sheet(lines: Sequence[str]) -> ReadingSheet:
    return ReadingSheet(
        read_by="Phát thanh viên",
        consent="Biên bản 03",
        read_on=date(2026, 11, 20),
        script=script_digest(lines),
        sentences=tuple(map(line_digest, lines)),
    )


def _recording(
    lines: Sequence[str], files: dict[str, Path], *, bound: bool = True, name: str = "bai.vi"
) -> Recording:
    sheet = _sheet(lines) if bound else None
    return Recording(name, frozenset({"vi"}), "", Path(), sheet=sheet, files=files)


def _whole(*lines: str, bound: bool = True) -> Recording:
    return _recording(lines, {script_digest(lines): Path("vi.m4a")}, bound=bound)


def _by_sentence(*lines: str, of: Sequence[str] = ()) -> Recording:
    files = {line_digest(line): Path(f"{number}.m4a") for number, line in enumerate(lines)}
    return _recording(of or lines, files)


def _said(cast: Cast) -> list[tuple[str, tuple[str, ...]]]:
    """Voice and lines of each take."""
    return [
        (take.chosen.voice.name.partition(":")[0], tuple(s.text for s in take.segments))
        for take in cast.takes
    ]


def test_a_machine_says_every_sentence_by_itself() -> None:
    """So that an edit costs one sentence."""
    cast = cast_script(_script(), Voices(machine=MACHINE))
    assert _said(cast) == [("hum", (line,)) for line in (OPENING, *TEXT, CLOSING)]
    assert cast.match is Match.NONE


def test_a_whole_reading_is_one_take() -> None:
    """The station's lines around it stay the machine's."""
    cast = cast_script(_script(), Voices(own=_whole(*TEXT), machine=MACHINE))
    assert _said(cast) == [("hum", (OPENING,)), ("recording", TEXT), ("hum", (CLOSING,))]
    assert cast.match is Match.READY


def test_a_reading_may_hold_the_station_s_lines_too() -> None:
    """Whoever has no machine reads everything."""
    lines = (OPENING, *TEXT, CLOSING)
    assert _said(cast_script(_script(), Voices(own=_whole(*lines)))) == [("recording", lines)]


def test_sentences_are_takes_of_their_own() -> None:
    """In the order of the script, not of the files."""
    cast = cast_script(_script(), Voices(own=_by_sentence(*reversed(TEXT)), machine=MACHINE))
    assert _said(cast)[1:-1] == [("recording", (line,)) for line in TEXT]


def test_the_station_s_lines_may_have_a_recording_of_their_own() -> None:
    """It comes before the machine; a line that it lacks stays the machine's."""
    station = _by_sentence(OPENING)
    cast = cast_script(_script(), Voices(own=_whole(*TEXT), station=station, machine=MACHINE))
    assert [voice for voice, _ in _said(cast)] == ["recording", "recording", "hum"]


def test_without_a_machine_the_station_s_lines_are_left_out_and_told() -> None:
    """The text itself is aired all the same: silence is next to the worst."""
    cast = cast_script(_script(), Voices(own=_whole(*TEXT)))
    assert _said(cast) == [("recording", TEXT)]
    assert cast.unsaid == (OPENING, CLOSING)


def test_a_warning_belongs_to_the_text() -> None:
    """A draft is never aired without it, whoever reads."""
    segments = list(_script().segments)
    segments[1:1] = [Segment("Đây là dự thảo.", "Đây là dự thảo.", Role.DRAFT_WARNING, 0.4)]
    cast = cast_script(Script("vi", "Bài", tuple(segments)), Voices(own=_whole(*TEXT)))
    assert cast.takes == ()
    assert cast.missing == ("Đây là dự thảo.",)


@pytest.mark.parametrize("old", [_whole(*TEXT), _by_sentence(*TEXT)])
def test_a_changed_sentence_makes_the_whole_recording_stale(old: Recording) -> None:
    """The machine says all of the text, and the changed sentence is known."""
    now = (TEXT[0], "Mức là sáu trăm nghìn đồng.", TEXT[2])
    cast = cast_script(_script(*now), Voices(own=old, machine=MACHINE))
    assert {voice for voice, _ in _said(cast)} == {"hum"}
    assert cast.match is Match.STALE
    assert cast.missing == ("Mức là sáu trăm nghìn đồng.",)


def test_a_stale_recording_without_a_machine_is_silence() -> None:
    """Old words are never aired."""
    cast = cast_script(_script("Khác."), Voices(own=_whole(*TEXT)))
    assert cast.takes == ()
    assert cast.match is Match.STALE


@pytest.mark.parametrize("now", [TEXT[::-1], (*TEXT, TEXT[0]), TEXT[1:]])
def test_a_whole_reading_is_in_its_own_order(now: tuple[str, ...]) -> None:
    """Turned round, shortened or repeated it is not what was read."""
    cast = cast_script(_script(*now), Voices(own=_whole(*TEXT)))
    assert cast.match is Match.STALE
    assert cast.missing == ()


@pytest.mark.parametrize("now", [TEXT[::-1], (*TEXT, TEXT[0]), TEXT[1:]])
def test_sentences_may_be_put_in_another_order(now: tuple[str, ...]) -> None:
    """Each is bound to its own words."""
    cast = cast_script(_script(*now), Voices(own=_by_sentence(*TEXT)))
    assert [lines for _, lines in _said(cast)] == [(line,) for line in now]


def test_a_sentence_that_was_not_read_yet_is_missing() -> None:
    """The script is the one that was read; the recording goes on."""
    cast = cast_script(_script(), Voices(own=_by_sentence(*TEXT[:2], of=TEXT), machine=MACHINE))
    assert cast.match is Match.INCOMPLETE
    assert cast.missing == (TEXT[2],)
    assert {voice for voice, _ in _said(cast)} == {"hum"}


def test_a_recording_that_nobody_bound_is_not_used() -> None:
    """However well it may fit."""
    cast = cast_script(_script(), Voices(own=_whole(*TEXT, bound=False), machine=MACHINE))
    assert cast.match is Match.UNBOUND
    assert {voice for voice, _ in _said(cast)} == {"hum"}


def test_a_side_file_at_fault_is_mended_not_written_anew() -> None:
    """Its own faults are told; the text is said as if nothing were recorded."""
    faulty = replace(_whole(*TEXT, bound=False), is_faulty=True)
    cast = cast_script(_script(), Voices(own=faulty, machine=MACHINE))
    assert cast.match is Match.FAULTY
    assert {voice for voice, _ in _said(cast)} == {"hum"}


def test_nobody_to_speak_is_no_cast() -> None:
    """The text waits."""
    assert cast_script(_script(), Voices()) == Cast()
