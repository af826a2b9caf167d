"""The embedded voice: espeak-ng out of the `espeakng-loader` wheel, in processes of its own."""

import math
import unicodedata
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import espeakng_loader

from site_plugins.voice import espeak_worker
from site_plugins.voice.errors import EngineFailedError
from site_plugins.voice.espeak_data import ShortDataPath
from site_plugins.voice.model import Adjustment, Source, Speech, SpeechRequest, Voice
from site_plugins.voice.words import timed_words
from site_plugins.voice.worker import Workers, command

_SAMPLE_RATE_HZ = 22_050
# Syllables a minute that one unit of espeak-ng's own rate gives: its "words a minute" are English
# words. Measured on the 281 sentences of the shipped explainers, as `read_aloud` gives them, from
# 130 to 300 syllables a minute: all syllables / all seconds without the silence around a sentence
# (less than 150 of 16-bit units). So pauses are counted as a listener counts them, on the whole: a
# comma costs the time of 1.3 syllables, and a sentence with many is slower, one with none faster.
# One number is enough: from 90 units (125 syllables) to 240 (335) it moves by 1 %.
_SYLLABLES_PER_UNIT = {"vi": 1.417, "vi-vn-x-central": 1.393, "vi-vn-x-south": 1.368}
# Below 85 espeak-ng hardly slows down, above 450 it does not go.
_SLOWEST, _FASTEST = 80, 450

_TROUBLE = {
    "no data": "không mở được dữ liệu giọng đọc espeak; hãy cài lại gói espeakng-loader",
    "no voice": "bộ espeak đã cài không có giọng này; hãy cài lại gói espeakng-loader",
    "refused": "bộ đọc espeak không nhận câu này",
    "cut short": "bộ đọc espeak dừng giữa câu",
}


class EspeakEngine:
    """Vietnamese in three accents, offline."""

    def __init__(
        self,
        data_path: Path | None = None,
        library_path: Path | None = None,
        time_limit_s: float = 30,
    ) -> None:
        self._data = data_path or Path(espeakng_loader.get_data_path())
        self._library = library_path or Path(espeakng_loader.get_library_path())
        self._short: ShortDataPath | None = None
        self._workers = Workers("espeak", self._command, time_limit_s)

    def voices(self, sources: Sequence[Source] = ()) -> Sequence[Voice]:  # noqa: ARG002  the contract
        """The three accents, or none where the wheel has no library for this machine."""
        if not self._library.is_file():
            return ()
        made_by = f"espeakng-loader {version('espeakng-loader')}"
        return tuple(
            Voice(
                f"espeak:{name}",
                frozenset({"vi"}),
                _SAMPLE_RATE_HZ,
                made_by,
                "GPL-3.0-or-later",
                adjusts=frozenset({Adjustment.RATE, Adjustment.PITCH}),
            )
            for name in _SYLLABLES_PER_UNIT
        )

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:
        """Speak; words have times when the request's text is in NFC, as clips' are."""
        name = voice.name.removeprefix("espeak:")
        text = unicodedata.normalize("NFC", request.text)
        reply = self._workers.ask(
            text,
            voice=name,
            rate=espeak_rate(name, request.rate_wpm),
            pitch=espeak_pitch(request.pitch),
        )
        if reply.trouble:
            raise EngineFailedError(_TROUBLE[reply.trouble])
        words = timed_words(text, reply.marks, reply.rate_hz) if text == request.text else ()
        return Speech(reply.pcm, reply.rate_hz, words)

    def close(self) -> None:
        """End every process, also one that is speaking."""
        self._workers.close()
        if self._short:
            self._short.close()

    def _command(self) -> list[str]:
        if self._short is None:
            self._short = ShortDataPath(self._data)
        arguments = str(self._library), str(self._short.path)
        # Without site-packages: nothing of the project or the user can get in.
        return command(espeak_worker.__file__, *arguments, packages=False)


def espeak_rate(name: str, rate_wpm: int) -> int:
    """espeak-ng's own setting for a pace in syllables a minute, within what it can do."""
    return max(_SLOWEST, min(_FASTEST, round(rate_wpm / _SYLLABLES_PER_UNIT[name])))


def espeak_pitch(percent: int) -> int:
    """espeak-ng's own setting, 0 to 100, for a pitch in percent of the voice's own.

    The setting is logarithmic, 50 to an octave and 50 for the voice's own: `pitch_adjust_tab` in
    espeak-ng's voices.c. So it reaches from 50 to 200 percent.
    """
    return max(0, min(100, round(50 + 50 * math.log2(max(percent, 1) / 100))))
