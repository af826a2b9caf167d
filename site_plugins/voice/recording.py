"""People's voices: an engine that answers with what somebody has read, and with nothing else."""

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from site_plugins.voice.decoding import NotSoundError, TooLongError, decoded
from site_plugins.voice.errors import RecordingError
from site_plugins.voice.guard import plausible_s, word_count
from site_plugins.voice.model import Source, Speech, SpeechRequest, Voice
from site_plugins.voice.recordings import Recording, digest_of

RATE_HZ = 32_000
"""Speech has nothing above 16 kHz that a horn, a radio or a phone would let through."""

# Nobody who wants to be understood says more than 430 words a minute, pauses included.
_SHORTEST_WORD_S = 0.14

# 16-bit units. A phone's own noise stays below the first. A microphone that was shouted at cuts
# peaks off at one height, so that many samples lie near it: of speech 0 % lie above four fifths of
# the peak, of speech limited for radio 0.5 %, of speech 12 dB over full scale 4 to 5 %, as WAV,
# MP3 and AAC alike.
_SILENT_PEAK = 500
_LOUD_PEAK = 20_000
_NEAR_PEAK = 0.8
_CLIPPED_SHARE = 0.025
# Counting every 16th sample of an hour is enough to know its peaks' shape.
_EVERY = 16
_LFS_POINTER = b"version https://git-lfs"


class RecordingEngine:
    """One voice for each recording that has a side file; `sources` are `Recording`s."""

    def voices(self, sources: Sequence[Source] = ()) -> Sequence[Voice]:
        """Whoever read, credited by the role that the side file gives."""
        return tuple(
            voice_of(source) for source in sources if isinstance(source, Recording) and source.sheet
        )

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """What was recorded of these words. Raises `RecordingError`, which names the file."""
        recording = cast("Recording", voice.source)
        file = recording.file_for(request.text)
        if file is None:
            message = f'chưa có bản ghi âm câu "{request.text[:60]}"'
            raise RecordingError(message)
        shown = recording.shown(file)
        speech = Speech(_sound(file, shown, request), RATE_HZ)
        if digest_of(file) != recording.digests[file]:  # it would be kept as what it was before
            raise _refused(shown, "vừa bị thay trong lúc dựng", "dựng lại")
        return speech

    def close(self) -> None:
        """Nothing stays open."""


def voice_of(recording: Recording) -> Voice:
    """The voice of a recording."""
    reader = recording.sheet.read_by if recording.sheet else ""
    return Voice(
        f"recording:{recording.name}",
        recording.languages,
        RATE_HZ,
        recording.version,
        recording.licence,
        reader=reader,
        source=recording,
    )


def _sound(file: Path, shown: str, request: SpeechRequest) -> bytes:
    shortest_s, longest_s = _SHORTEST_WORD_S * word_count(request), plausible_s(request)[1]
    try:
        pcm = decoded(file, RATE_HZ, longest_s)
    except NotSoundError as error:
        raise _refused(shown, *_no_sound(file)) from error
    except TooLongError as error:
        trouble = f"dài quá {longest_s:.0f} giây, không hợp với lời đọc"
        raise _refused(shown, trouble, "cắt bớt hoặc ghi lại đúng lời") from error
    _check(shown, array("h", pcm), shortest_s)
    return pcm


def _no_sound(file: Path) -> tuple[str, str]:
    """What is in a file without sound, and what to do."""
    try:
        with file.open("rb") as opened:
            start = opened.read(len(_LFS_POINTER))
    except OSError:
        return "không mở được", "kiểm tra quyền đọc của tệp"
    if not start:
        return "là tệp rỗng", "chép lại tệp từ máy đã ghi"
    if start == _LFS_POINTER:
        return "mới là con trỏ của Git LFS, chưa có âm thanh", "chạy git lfs pull rồi dựng lại"
    hint = "chép lại tệp từ máy đã ghi, vẫn hỏng thì ghi lại"
    return "không phải tệp âm thanh, hoặc tệp đã hỏng", hint


def _check(shown: str, samples: "array[int]", shortest_s: float) -> None:
    peak = max(abs(min(samples)), abs(max(samples))) if samples else 0
    if peak < _SILENT_PEAK:
        raise _refused(shown, "không nghe thấy tiếng", "kiểm tra micrô rồi ghi lại")
    if len(samples) / RATE_HZ < shortest_s:
        trouble = f"ngắn hơn {_decimal(shortest_s)} giây, thiếu so với lời đọc"
        raise _refused(shown, trouble, "ghi lại cho đủ lời")
    if peak > _LOUD_PEAK and _share_near(samples[::_EVERY], peak) > _CLIPPED_SHARE:
        trouble = "tiếng bị vỡ vì ghi quá to"
        raise _refused(shown, trouble, "để micrô xa miệng hơn rồi ghi lại")


def _share_near(samples: "array[int]", peak: int) -> float:
    """The share of samples that lie at the peak's height."""
    high = round(peak * _NEAR_PEAK)
    return sum(1 for sample in samples if sample >= high or sample <= -high) / len(samples)


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _refused(shown: str, trouble: str, hint: str) -> RecordingError:
    return RecordingError(f"tệp ghi âm {shown} {trouble}; hãy {hint}")
