"""A voice that hums: no library, no network, the same bytes for the same words."""

import math
from array import array
from collections.abc import Sequence

from site_plugins.voice.errors import EngineFailedError
from site_plugins.voice.model import Source, Speech, SpeechRequest, Voice

RATE_HZ = 16_000
HUM = Voice("hum:vi", frozenset({"vi"}), RATE_HZ, "1", "CC0-1.0")


class HummingEngine:
    """Hums a quarter of a second a word; remembers what it was asked; fails where told to."""

    def __init__(self, fails_on: str = "") -> None:
        self.asked: list[str] = []
        self.closed = False
        self._fails_on = fails_on

    def voices(self, sources: Sequence[Source] = ()) -> Sequence[Voice]:  # noqa: ARG002  the contract
        """The one voice."""
        return (HUM,)

    def speak(self, voice: Voice, request: SpeechRequest) -> Speech:  # noqa: ARG002  the contract
        """A hum as long as the text."""
        self.asked.append(request.text)
        if self._fails_on and self._fails_on in request.text:
            message = f"không đọc được: {request.text}"
            raise EngineFailedError(message)
        return hum(len(request.text.split()) / 4)

    def close(self) -> None:
        """Remember it."""
        self.closed = True


def hum(
    seconds: float, rate_hz: int = RATE_HZ, loudness: float = 0.3, tone_hz: int = 220
) -> Speech:
    """A tone that swells four times a second, as syllables do."""
    step = 2 * math.pi / rate_hz
    samples = (
        round(32767 * loudness * math.sin(tone_hz * step * n) * abs(math.sin(4 * step * n)))
        for n in range(round(seconds * rate_hz))
    )
    return Speech(array("h", samples).tobytes(), rate_hz)
