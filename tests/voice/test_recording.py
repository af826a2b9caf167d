"""People's voices: what is found, what is refused and why."""

from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from site_plugins.voice.errors import RecordingError
from site_plugins.voice.model import Speech, SpeechRequest
from site_plugins.voice.recording import RATE_HZ, RecordingEngine, voice_of
from site_plugins.voice.recording_file import line_digest
from site_plugins.voice.recordings import Recording
from tests.voice.people import keep, read_aloud

LINE = "Mức trợ cấp là năm trăm nghìn đồng một tháng."
REQUEST = SpeechRequest(LINE, "vi", 160)
READING = read_aloud(LINE)


def _recording(root: Path, file: Path) -> Recording:
    return Recording(
        "tro-cap.vi", frozenset({"vi"}), "", root, root=root, files={line_digest(LINE): file}
    )


def _heard(root: Path, speech: Speech, suffix: str = ".wav") -> Speech:
    file = keep(root / "audio/recordings/tro-cap" / f"01{suffix}", speech)
    recording = _recording(root, file)
    return RecordingEngine().speak(voice_of(recording), REQUEST)


def _louder(speech: Speech, gain: float) -> Speech:
    samples = (max(-32768, min(32767, round(x * gain))) for x in array("h", speech.pcm))
    return Speech(array("h", samples).tobytes(), speech.sample_rate_hz)


def test_a_reading_is_found_by_its_words(tmp_path: Path) -> None:
    """At one rate, whatever the phone wrote."""
    heard = _heard(tmp_path, READING, ".m4a")
    assert heard.sample_rate_hz == RATE_HZ
    assert heard.duration_s == pytest.approx(READING.duration_s, abs=0.1)


def test_other_words_are_not_found(tmp_path: Path) -> None:
    """Never a sentence for another one."""
    recording = _recording(tmp_path, keep(tmp_path / "01.wav", READING))
    other = SpeechRequest("Mức trợ cấp là sáu trăm nghìn đồng một tháng.", "vi", 160)
    with pytest.raises(RecordingError, match="chưa có bản ghi âm câu"):
        RecordingEngine().speak(voice_of(recording), other)


def test_only_a_recording_with_a_side_file_is_a_voice(tmp_path: Path) -> None:
    """Nobody knows whose words the others are."""
    assert RecordingEngine().voices([_recording(tmp_path, tmp_path / "x")]) == ()


def _silent(_: Speech) -> Speech:
    return Speech(bytes(2 * 22_050 * 4), 22_050)


def _faint(speech: Speech) -> Speech:
    return _louder(speech, 0.01)


def _clipped(speech: Speech) -> Speech:
    return _louder(speech, 12)


def _cut(speech: Speech) -> Speech:
    return Speech(speech.pcm[: 2 * speech.sample_rate_hz // 2], speech.sample_rate_hz)


def _endless(speech: Speech) -> Speech:
    return Speech(speech.pcm * 20, speech.sample_rate_hz)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_silent, "không nghe thấy tiếng; hãy kiểm tra micrô rồi ghi lại"),
        (_faint, "không nghe thấy tiếng"),
        (_clipped, "tiếng bị vỡ vì ghi quá to; hãy để micrô xa miệng hơn"),
        (_cut, "ngắn hơn 1,4 giây, thiếu so với lời đọc"),
        (_endless, "dài quá 14 giây, không hợp với lời đọc"),
    ],
)
@pytest.mark.parametrize("suffix", [".wav", ".m4a", ".opus"])
def test_a_spoilt_reading_is_refused_by_what_is_wrong_with_it(
    tmp_path: Path, spoil: Callable[[Speech], Speech], told: str, suffix: str
) -> None:
    """The message names the file as it lies in the project."""
    with pytest.raises(RecordingError) as refused:
        _heard(tmp_path, spoil(READING), suffix)
    assert f"tệp ghi âm audio/recordings/tro-cap/01{suffix} " in str(refused.value)
    assert told in str(refused.value)


def test_loud_speech_that_is_whole_is_taken(tmp_path: Path) -> None:
    """Full scale is not yet too loud."""
    peak = max(array("h", READING.pcm))
    assert _heard(tmp_path, _louder(READING, 32_000 / peak)).duration_s > 1


def test_what_is_no_sound_is_told(tmp_path: Path) -> None:
    """A page saved under the name of a recording."""
    file = tmp_path / "01.m4a"
    file.write_bytes(b"<html>")
    with pytest.raises(RecordingError, match="không phải tệp âm thanh, hoặc tệp đã hỏng"):
        RecordingEngine().speak(voice_of(_recording(tmp_path, file)), REQUEST)


def test_any_changed_byte_makes_another_voice(tmp_path: Path) -> None:
    """Clips made of the old file are not found again."""
    file = keep(tmp_path / "01.wav", READING)
    before = voice_of(_recording(tmp_path, file)).version
    file.write_bytes(file.read_bytes()[:-2] + b"\x01\x02")
    assert voice_of(_recording(tmp_path, file)).version != before


def test_a_file_that_changes_during_the_build_is_refused(tmp_path: Path) -> None:
    """Its clip would be kept as that of the file before."""
    file = keep(tmp_path / "01.wav", READING)
    voice = voice_of(_recording(tmp_path, file))
    keep(file, _louder(READING, 0.5))
    with pytest.raises(RecordingError, match="vừa bị thay trong lúc dựng; hãy dựng lại"):
        RecordingEngine().speak(voice, REQUEST)
