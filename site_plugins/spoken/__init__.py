"""Written Vietnamese → spoken Vietnamese; scripts of sentences for voices and announcers."""

from site_plugins.spoken.lexicon import GENERAL, Lexicon
from site_plugins.spoken.model import Finding, Reading, Role, Script, Segment, Span, Style
from site_plugins.spoken.reader import read_aloud
from site_plugins.spoken.senses import Sense

__all__ = [
    "GENERAL",
    "Finding",
    "Lexicon",
    "Reading",
    "Role",
    "Script",
    "Segment",
    "Sense",
    "Span",
    "Style",
    "read_aloud",
]
