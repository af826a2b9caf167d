"""How long a script takes, before any voice has read it."""

import re

from site_plugins.spoken.model import Script

_SYLLABLE = re.compile(r"\w+")


def syllables(text: str) -> int:
    """How many syllables a spoken Vietnamese text has: one for each word as written."""
    return sum(1 for _ in _SYLLABLE.finditer(text))


def estimated_s(script: Script, rate_wpm: int) -> float:
    """Seconds at `rate_wpm` syllables a minute, with the pauses between the sentences."""
    said = sum(syllables(segment.text) for segment in script.segments)
    return said * 60 / rate_wpm + sum(segment.pause_s for segment in script.segments)
