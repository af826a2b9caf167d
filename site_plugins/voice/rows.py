"""Which voices speak which language at this station, and how they are asked to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_plugins.voice.model import Voice

RECORDING = "recording"
"""What stands in a row for people's recordings, and the name of the engine that plays them."""


@dataclass(frozen=True)
class Chosen:
    """A voice of a row and how the station wants it.

    `rate_wpm` is None for the station's own pace, `pitch` percent of the voice's own, and
    `pauses` what every pause between sentences is multiplied by.
    """

    voice: Voice
    rate_wpm: int | None = None
    pitch: int = 100
    pauses: float = 1


@dataclass(frozen=True)
class VoiceRows:
    """Language → its machine voices in order; `recorded` are those that people read."""

    rows: Mapping[str, tuple[Chosen, ...]] = field(default_factory=dict)
    recorded: frozenset[str] = frozenset()

    def voice_for(self, language: str, *, online_allowed: bool = False) -> Chosen | None:
        """The first machine voice that may speak; None where the language waits for a person's."""
        return next(iter(self.voices_for(language, online_allowed=online_allowed)), None)

    def voices_for(self, language: str, *, online_allowed: bool = False) -> tuple[Chosen, ...]:
        """The machine voices that may speak, in the station's order.

        An online voice sends the text abroad: it is passed over unless the station allows it.
        """
        row = self.rows.get(language, ())
        return tuple(c for c in row if online_allowed or not c.voice.online)

    def only_online(self) -> tuple[str, ...]:
        """The languages that no machine speaks unless online voices are allowed."""
        return tuple(tag for tag, row in self.rows.items() if row and not self.voices_for(tag))
