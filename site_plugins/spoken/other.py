"""Text of languages other than Vietnamese: no Vietnamese rule touches it.

It passes as it is, in NFC (Khmer keeps its U+200B); figures in it are told, because a person
reads them and no rule does.
"""

import re

from site_plugins.problems import Severity
from site_plugins.spoken.clean import nfc
from site_plugins.spoken.model import Finding, Reading, Span
from site_plugins.spoken.sentences import Sentence

_FIGURES = re.compile(r"\d+(?:[.,/:-]\d+)*")
_END = re.compile(r"(?<=[.?!…។៕])[\"”»)]*\s+|\n+")


def read_untouched(text: str) -> Reading:
    """The same text in NFC, one plain span, a warning for each number in it."""
    written = nfc(text)
    found = tuple(_told(match) for match in _FIGURES.finditer(written))
    spans = (Span(0, len(written), written),) if written else ()
    return Reading(written, spans, found, written)


def _told(match: re.Match[str]) -> Finding:
    return Finding(
        match.start(),
        match.end(),
        match[0],
        Severity.WARNING,
        f"chữ số trong văn bản tiếng dân tộc: “{match[0][:40]}”",
        "viết số bằng chữ của tiếng ấy, hoặc để phát thanh viên tự đọc",
    )


def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Cut after the full stops of Latin and Khmer script, and at line ends; nothing is changed."""
    found, start = [], 0
    for gap in [*_END.finditer(reading.written), None]:
        end = gap.start() if gap else len(reading.written)
        words = reading.written[start:end].strip()
        if words:
            found.append(Sentence(words, words, start, end))
        start = gap.end() if gap else end
    return tuple(found)
