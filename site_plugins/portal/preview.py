"""The editors' preview of one text: what is written beside what will be said, and why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from site_plugins.broadcast.items import Item
from site_plugins.broadcast.station_lines import style_of
from site_plugins.policy.life_cycle import written
from site_plugins.policy.station import VIETNAMESE, Station
from site_plugins.portal.labels import dial, duration
from site_plugins.spoken.audit import audit
from site_plugins.spoken.model import Part, Script, Segment, Span
from site_plugins.spoken.pace import estimated_s
from site_plugins.spoken.radio import Advice, advise
from site_plugins.spoken.reader import read_aloud
from site_plugins.spoken.rule_names import rule_name

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Stretch:
    """Some words of a sentence.

    `mark` is "changed" where a rule reads them otherwise than written, "unread" where nothing
    knows how to read them, else "".
    """

    text: str
    mark: str = ""


@dataclass(frozen=True)
class Change:
    """One thing read otherwise than written, and the Vietnamese name of its rule."""

    written: str
    spoken: str
    rule: str


@dataclass(frozen=True)
class Row:
    """One sentence: as the page has it, as it will be said, what changed, what to write better."""

    role: str
    line: int
    written: tuple[Stretch, ...]
    spoken: tuple[Stretch, ...]
    changes: tuple[Change, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True)
class PreviewView:
    """The whole preview; `advice` is what concerns no single sentence, `loop` the short form."""

    rows: tuple[Row, ...]
    advice: tuple[str, ...]
    problems: tuple[str, ...]
    length: str
    is_measured: bool
    rate_wpm: int
    loop: tuple[Row, ...]
    loop_length: str


def preview_view(item: Item, script: Script, station: Station) -> PreviewView:
    """The preview of an item's script at the station's pace."""
    advice = advise(script, item.text.body.blocks, dict(_wanted_twice(item, station)))
    seconds = item.episode.duration_s if item.episode else estimated_s(script, station.rate_wpm)
    return PreviewView(
        _rows(script, advice),
        tuple(a.message for a in advice if not a.sentence),
        tuple(str(problem) for problem in item.problems),
        duration(seconds),
        item.episode is not None,
        station.rate_wpm,
        _rows(item.loop, ()) if item.loop else (),
        duration(estimated_s(item.loop, station.rate_wpm)) if item.loop else "",
    )


def _wanted_twice(item: Item, station: Station) -> Iterator[tuple[str, str]]:
    """The telephone number and the last day: how they are said, how they are written."""
    meta, style = item.explainer.meta, style_of(station)
    contact = meta.contact or station.contact
    if contact and contact.phone and dial(contact.phone):
        yield str(read_aloud(dial(contact.phone), station=style)), contact.phone
    if meta.consultation:
        until = written(meta.consultation.until)
        yield str(read_aloud(until, station=style)), until


def _rows(script: Script, advice: Sequence[Advice]) -> tuple[Row, ...]:
    """The sentences; each piece of advice stands once, with the first words that it is about."""
    waiting = [a for a in advice if a.sentence]
    rows = []
    for segment in script.segments:
        here = [a for a in waiting if a.line == segment.line and segment.written in a.sentence]
        waiting = [a for a in waiting if a not in here]
        rows.append(_row(segment, tuple(dict.fromkeys(a.message for a in here)), script.language))
    return tuple(rows)


def _row(segment: Segment, advice: tuple[str, ...], language: str) -> Row:
    unread = _unread(segment.text) if language == VIETNAMESE else None
    left = (Stretch(p.written, "changed" if p.rule else "") for p in segment.parts if p.written)
    return Row(
        segment.role.value,
        segment.line,
        tuple(piece for stretch in left for piece in _cut(stretch, unread)),
        tuple(piece for stretch in _marked(segment) for piece in _cut(stretch, unread)),
        tuple(dict.fromkeys(_change(part) for part in segment.parts if part.rule)),
        advice,
    )


def _unread(spoken: str) -> re.Pattern[str] | None:
    """What of a spoken sentence the audit does not let pass."""
    tokens = {found.token for found in audit([Span(0, len(spoken), spoken)])}
    longest_first = sorted(tokens, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))) if tokens else None


def _cut(stretch: Stretch, unread: re.Pattern[str] | None) -> Iterator[Stretch]:
    done = 0
    for found in unread.finditer(stretch.text) if unread else ():
        if found.start() > done:
            yield replace(stretch, text=stretch.text[done : found.start()])
        yield Stretch(found[0], "unread")
        done = found.end()
    if done < len(stretch.text):
        yield replace(stretch, text=stretch.text[done:])


def _change(part: Part) -> Change:
    return Change(" ".join(part.written.split()), part.spoken.strip(), rule_name(part.rule))


def _marked(segment: Segment) -> Iterator[Stretch]:
    """The spoken sentence as it is, cut where its parts begin and end: they share their words."""
    done = 0
    for start, end, changed in _places(segment):
        if start > done:
            yield Stretch(segment.text[done:start])
        yield Stretch(segment.text[start:end], "changed" if changed else "")
        done = end
    if done < len(segment.text):
        yield Stretch(segment.text[done:])


def _places(segment: Segment) -> Iterator[tuple[int, int, bool]]:
    words = _WORD.finditer(segment.text)
    for part in segment.parts:
        own = list(islice(words, len(_WORD.findall(part.spoken))))
        if own:
            yield own[0].start(), own[-1].end(), bool(part.rule)
