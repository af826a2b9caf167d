"""Blocks of a page → a script: sentences in the order in which they are said, with their pauses."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from site_plugins.policy.model import Block
from site_plugins.problems import Severity
from site_plugins.spoken import other
from site_plugins.spoken.lexicon import Lexicon
from site_plugins.spoken.model import Finding, Part, Reading, Role, Script, Segment, Style
from site_plugins.spoken.pieces import Piece, untouched, vietnamese
from site_plugins.spoken.reader import read_aloud, with_definitions
from site_plugins.spoken.sentences import Sentence, sentences

# Seconds of silence after a sentence: longer where the listener has to let go of something.
TITLE_PAUSE_S = 0.8
HEADING_PAUSE_S = 0.7
BLOCK_PAUSE_S = 0.6
SENTENCE_PAUSE_S = 0.35
BREATH_PAUSE_S = 0.2
STATION_PAUSE_S = 0.8

VIETNAMESE = "vi"
_STOPS = ".?!…"
_LAST_PAUSES = {
    Role.TITLE: TITLE_PAUSE_S,
    Role.HEADING: HEADING_PAUSE_S,
    Role.SENTENCE: BLOCK_PAUSE_S,
}


@dataclass(frozen=True)
class Line:
    """One of the station's own lines, as written in `audio/station.yml`."""

    text: str
    role: Role


@dataclass(frozen=True)
class Framing:
    """What the station says around a text, in the language of the script."""

    opening: tuple[Line, ...] = ()
    closing: tuple[Line, ...] = ()


@dataclass(frozen=True)
class ScriptFinding:
    """A finding with the place that an editor can go to.

    `line` is the source's line (0 for the title and the station's own lines), `column_hint` the
    character in the block's text, from 1; `sentence` the written sentence it stands in.
    """

    line: int
    column_hint: int
    sentence: str
    finding: Finding
    role: Role = Role.SENTENCE


@dataclass(frozen=True)
class ScriptDraft:
    """A script and what was found in it. With an error among the findings it is not voiced."""

    script: Script
    findings: tuple[ScriptFinding, ...] = ()

    @property
    def may_be_voiced(self) -> bool:
        """No error was found."""
        return all(f.finding.severity is not Severity.ERROR for f in self.findings)


_Read: TypeAlias = tuple[Reading, tuple[Sentence, ...]]


def write_script(  # noqa: PLR0913 - all by name, each a thing of its own
    *,
    language: str,
    title: str,
    blocks: Sequence[Block],
    framing: Framing,
    style: Style,
    lexicon: Lexicon,
    figures: Severity = Severity.WARNING,
) -> ScriptDraft:
    """Opening, title, blocks, closing, as segments of one sentence each.

    Vietnamese is read by the rules, with the short forms that the text defines anywhere; any
    other language passes untouched (`other`), where `figures` says how grave a number is that
    no rule has put into words.
    """
    segments: list[Segment] = []
    findings: list[ScriptFinding] = []
    pieces = list(_pieces(language, title, blocks, framing, style))
    if language == VIETNAMESE:
        lexicon = with_definitions(lexicon, "\n".join(piece.text for piece in pieces))
    for piece in pieces:
        reading, cut = (
            _read_vietnamese(piece, style, lexicon)
            if language == VIETNAMESE
            else _read_other(piece, lexicon, figures)
        )
        segments += _segments(piece, reading, cut, language)
        findings += _findings(piece, reading, cut)
    return ScriptDraft(Script(language, title, tuple(segments)), tuple(findings))


def own_lines(script: Script) -> list[str]:
    """What is said of the text itself, without the station's words around it."""
    return [s.text for s in script.segments if s.role in _LAST_PAUSES]


def reading_digest(script: Script) -> str:
    """32 hexadecimal digits of SHA-256 of what is said of the text itself."""
    return hashlib.sha256("\n".join(own_lines(script)).encode()).hexdigest()[:32]


def _pieces(
    language: str, title: str, blocks: Sequence[Block], framing: Framing, style: Style
) -> Iterator[Piece]:
    yield from (Piece(line.text, line.role) for line in framing.opening)
    yield Piece(title, Role.TITLE)
    yield from vietnamese(blocks, style) if language == VIETNAMESE else untouched(blocks)
    yield from (Piece(line.text, line.role) for line in framing.closing)


def _read_vietnamese(piece: Piece, style: Style, lexicon: Lexicon) -> _Read:
    reading = read_aloud(piece.text, station=style, lexicon=lexicon)
    return reading, sentences(reading)


def _read_other(piece: Piece, lexicon: Lexicon, figures: Severity) -> _Read:
    reading = other.read_untouched(piece.text, lexicon, figures)
    return reading, other.sentences(reading)


def _segments(
    piece: Piece, reading: Reading, cut: tuple[Sentence, ...], language: str
) -> list[Segment]:
    made = [_segment(piece, reading, sentence) for sentence in cut]
    if not made:
        return []
    if piece.lead:
        made[0] = _led(made[0], piece)
    made[-1] = replace(made[-1], pause_s=_LAST_PAUSES.get(piece.role, STATION_PAUSE_S))
    return _punctuated(made) if language == VIETNAMESE else made


def _segment(piece: Piece, reading: Reading, cut: Sentence) -> Segment:
    parts = reading.parts(cut.start, cut.end)
    return Segment(cut.text, cut.written, piece.role, _pause_s(cut), piece.line, parts)


def _led(first: Segment, piece: Piece) -> Segment:
    parts = (Part(piece.led_by, piece.lead, "lists.lead"), *first.parts)
    written = piece.led_by + first.written
    return replace(first, text=piece.lead + _lowered(first.text), written=written, parts=parts)


def _pause_s(sentence: Sentence) -> float:
    return BREATH_PAUSE_S if sentence.text.endswith(",") else SENTENCE_PAUSE_S


def _lowered(text: str) -> str:
    """Small after «Một là,», but for a name or an acronym: those have another capital near."""
    first, _, rest = text.partition(" ")
    is_name = rest[:1].isupper() and not first.endswith(":")
    is_name = is_name or first[1:] != first[1:].lower()
    return text if is_name else text[0].lower() + text[1:]


def _punctuated(segments: list[Segment]) -> list[Segment]:
    """A capital where a sentence starts, be it after a semicolon; a mark where it ends."""
    opened = True
    made = []
    for segment in segments:
        text = _stopped(segment.text)
        made.append(replace(segment, text=text[0].upper() + text[1:] if opened else text))
        opened = not text.endswith(",")
    return made


def _stopped(text: str) -> str:
    """A sentence ends with a mark that a voice falls on; a breath within one keeps its comma."""
    if text[-1] in _STOPS + ",":
        return text
    return text.rstrip(";: ") + "."


def _findings(piece: Piece, reading: Reading, cut: tuple[Sentence, ...]) -> Iterator[ScriptFinding]:
    for finding in reading.problems:
        inside = (s.written for s in cut if s.start <= finding.start < s.end)
        sentence = next(inside, reading.written)
        column = len(piece.led_by) + finding.start + 1
        yield ScriptFinding(piece.line, column, sentence, finding, piece.role)
