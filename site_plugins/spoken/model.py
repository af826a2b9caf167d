"""The nouns of the spoken room: what was read, from where, by which rule, and what could not be."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from site_plugins.problems import Severity
from site_plugins.spoken.offsets import source_offsets


@dataclass(frozen=True)
class Style:
    """The station's way of reading numbers (`reading:` in `audio/station.yml`).

    `thousand` is "nghìn" or "ngàn"; `zero_link` "linh" or "lẻ" (104: một trăm linh tư); `seven`
    "bảy" or "bẩy". `year` is "full" (hai nghìn không trăm hai mươi sáu), "short" (hai nghìn hai
    mươi sáu) or "figures" (hai không hai sáu). `document` is "full" (Nghị định số bốn mươi chín,
    năm …, của Chính phủ) or "short" (Nghị định bốn mươi chín); `document_zero` says whether the
    0 of 07 is "said" or "dropped" there. `phone` is read in "groups" as usual, in "pairs", or in
    single "figures". `first_days` is "mùng" where days 1 to 10 are called so, else "plain".
    """

    thousand: str = "nghìn"
    zero_link: str = "linh"
    seven: str = "bảy"
    year: str = "full"
    document: str = "full"
    document_zero: str = "said"
    phone: str = "groups"
    first_days: str = "plain"


@dataclass(frozen=True)
class Span:
    """`text[start:end]` of the written text was read as `spoken`, by `rule`.

    `rule` is "" where the words were taken as they stand; `spoken` is "" where a rule
    left the span out on purpose.
    """

    start: int
    end: int
    spoken: str
    rule: str = ""

    def within(self, start: int, end: int) -> "Span":
        """The part of it inside `text[start:end]`; a rule's span is never cut."""
        if self.rule:
            return self
        return replace(self, spoken=self.spoken[max(0, start - self.start) : end - self.start])


@dataclass(frozen=True)
class Finding:
    """Something in the written text at `start:end` that must not reach a voice, or should not."""

    start: int
    end: int
    token: str
    severity: Severity
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Part:
    """A stretch of a sentence: what is written, what is said for it, by which rule.

    `rule` is "" where the words are said as they stand, `spoken` "" where they are left out, and
    `written` "" where something is said that only the ear needs («Một là,»).
    """

    written: str
    spoken: str
    rule: str = ""


@dataclass(frozen=True)
class Reading:
    """A written text read aloud. `str(reading)` is the spoken text.

    `written` is the text after cleaning (NFC, one kind of space): the trace covers it without
    gaps or overlaps, and every offset counts in it. `spoken` is the trace's words joined, with
    the spaces and commas between them put in order. `source` is the text as it came.
    """

    spoken: str
    trace: tuple[Span, ...] = ()
    problems: tuple[Finding, ...] = ()
    written: str = ""
    source: str = ""

    def __str__(self) -> str:
        return self.spoken

    def in_source(self, place: Span | Finding) -> tuple[int, int]:
        """Start and end of a span or a finding in the text as it came."""
        return self._offsets[place.start], self._offsets[place.end]

    def in_written(self, at: int) -> int:
        """The offset in `written` of an offset in the text as it came."""
        return bisect_left(self._offsets, at)

    def between(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans that reach into `written[start:end]`."""
        first = bisect_right(self.trace, start, key=lambda span: span.end)
        last = bisect_left(self.trace, end, key=lambda span: span.start)
        return self.trace[first:last]

    def parts(self, start: int, end: int) -> tuple[Part, ...]:
        """`written[start:end]`, stretch by stretch, with what is said for each."""
        return tuple(
            Part(
                self.written[max(start, span.start) : min(end, span.end)],
                span.within(start, end).spoken,
                span.rule,
            )
            for span in self.between(start, end)
        )

    @cached_property
    def _offsets(self) -> Sequence[int]:
        return source_offsets(self.source or self.written, self.written)


class Role(StrEnum):
    """What a segment does in a script."""

    ANNOUNCEMENT = "announcement"
    DRAFT_WARNING = "draft_warning"
    TITLE = "title"
    HEADING = "heading"
    SENTENCE = "sentence"
    SIGN_OFF = "sign_off"


@dataclass(frozen=True)
class Segment:
    """One sentence of a script: spoken as one clip, shown as one caption.

    `text` is what is said, `written` what the page says; `pause_s` is the silence after it.
    `line` is the line of the source it comes from, 0 for the station's own lines. `parts` are the
    sentence in order, for those who want to see what was changed.
    """

    text: str
    written: str
    role: Role
    pause_s: float
    line: int = 0
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Script:
    """Everything that is said in one clip, in order, in one language (registry tag, lower case)."""

    language: str
    title: str
    segments: tuple[Segment, ...] = field(default=())

    @property
    def text(self) -> str:
        """The plain spoken text, one sentence a line: itself a deliverable."""
        return "\n".join(segment.text for segment in self.segments) + "\n"
