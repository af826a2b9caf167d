"""Text of languages other than Vietnamese: no Vietnamese rule touches it.

It passes as it is, in NFC (Khmer keeps its U+200B), but for the forms that the language's own
lexicon respells. Figures in it are told, with their words in Vietnamese as a hint.
"""

import re
import unicodedata
from collections.abc import Iterator

from site_plugins.problems import Severity
from site_plugins.spoken.clean import nfc
from site_plugins.spoken.engine import filled
from site_plugins.spoken.lexicon import Lexicon
from site_plugins.spoken.model import Finding, Reading, Span
from site_plugins.spoken.reader import read_aloud
from site_plugins.spoken.sentences import Sentence

_FIGURES = re.compile(r"\d+(?:[.,/:-]\d+)*")
_END = re.compile(r"(?<=[.?!…។៕꩝꩞꩟꫞꫟])[\"”»)]*\s+|\n+")
_LEXICON = "lexicon"


def read_untouched(text: str, lexicon: Lexicon, figures: Severity = Severity.WARNING) -> Reading:
    """The same text in NFC, the lexicon's forms replaced, a finding for each number in it.

    `figures` is how grave a number is: a person reads it, a machine may read it wrong.
    """
    written = nfc(text)
    found = tuple(_told(match, figures) for match in _FIGURES.finditer(written))
    spans = tuple(filled(written, _respelled(written, lexicon)))
    return Reading("".join(span.spoken for span in spans), spans, found, written)


def _respelled(written: str, lexicon: Lexicon) -> Iterator[Span]:
    """The longest form at each place; Latin letters and marks beside it make it another word."""
    forms = sorted(lexicon.entries, key=len, reverse=True)
    if not forms:
        return
    for match in re.finditer("|".join(map(re.escape, forms)), written):
        spoken = lexicon.spoken(match[0])
        if spoken and _stands_alone(match):
            yield Span(match.start(), match.end(), spoken, _LEXICON)


def _stands_alone(match: re.Match[str]) -> bool:
    start, end = match.span()
    before, after = match.string[max(0, start - 1) : start], match.string[end : end + 1]
    goes_on = after and unicodedata.category(after).startswith("M")
    return not (goes_on or _joined(before, match[0][0]) or _joined(match[0][-1], after))


def _joined(left: str, right: str) -> bool:
    """Whether two characters side by side are of one word; other scripts need no space between."""
    return bool(_LATIN.match(left) and _LATIN.match(right))


_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ\u0300-\u036f'’ʼ0-9]")


def _told(match: re.Match[str], severity: Severity) -> Finding:
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in match[0])
    return Finding(
        match.start(),
        match.end(),
        match[0],
        severity,
        f"chữ số trong văn bản tiếng dân tộc: “{match[0][:40]}”, đọc là “{read_aloud(plain)}”",
        "viết số bằng chữ của tiếng ấy, hoặc để phát thanh viên tự đọc",
    )


def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Cut after the full stops of Latin, Khmer, Cham and Tai Viet, and at line ends."""
    found, start = [], 0
    for gap in [*_END.finditer(reading.written), None]:
        end = gap.start() if gap else len(reading.written)
        words = reading.written[start:end].strip()
        if words:
            inside = (
                s.within(start, end) for s in reading.trace if s.start < end and s.end > start
            )
            spoken = "".join(span.spoken for span in inside).strip()
            found.append(Sentence(spoken, words, start, end))
        start = gap.end() if gap else end
    return tuple(found)
