"""The editors' preview of one text: what is written beside what will be said, and why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from site_plugins.broadcast.items import Item
from site_plugins.broadcast.station_lines import style_of
from site_plugins.policy.life_cycle import written
from site_plugins.policy.model import Block, BlockKind
from site_plugins.policy.station import Station
from site_plugins.portal.labels import dial, duration
from site_plugins.spoken.model import Part, Script, Segment
from site_plugins.spoken.pace import estimated_s
from site_plugins.spoken.radio import Advice, advise
from site_plugins.spoken.reader import read_aloud
from site_plugins.spoken.rule_names import rule_name

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Stretch:
    """Some words of a sentence; `changed` where a rule reads them otherwise than written."""

    text: str
    changed: bool


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
    """The whole preview; `advice` is what concerns no single sentence."""

    rows: tuple[Row, ...]
    advice: tuple[str, ...]
    problems: tuple[str, ...]
    length: str
    is_measured: bool
    rate_wpm: int


def preview_view(item: Item, script: Script, station: Station) -> PreviewView:
    """The preview of an item's script at the station's pace."""
    meta = item.text.meta
    blocks = (Block(BlockKind.PARAGRAPH, meta.summary), *item.text.body.blocks)
    advice = advise(script, blocks, tuple(_wanted_twice(item, station)))
    seconds = item.episode.duration_s if item.episode else estimated_s(script, station.rate_wpm)
    return PreviewView(
        tuple(_row(segment, advice) for segment in script.segments),
        tuple(a.message for a in advice if not a.sentence),
        tuple(str(problem) for problem in item.problems),
        duration(seconds),
        item.episode is not None,
        station.rate_wpm,
    )


def _wanted_twice(item: Item, station: Station) -> Iterator[str]:
    """How the telephone number and the last day are said."""
    meta, style = item.explainer.meta, style_of(station)
    contact = meta.contact or station.contact
    if contact and contact.phone and dial(contact.phone):
        yield str(read_aloud(dial(contact.phone), station=style))
    if meta.consultation:
        yield str(read_aloud(written(meta.consultation.until), station=style))


def _row(segment: Segment, advice: Sequence[Advice]) -> Row:
    here = (a for a in advice if a.line == segment.line and segment.written in a.sentence)
    return Row(
        segment.role.value,
        segment.line,
        tuple(Stretch(part.written, bool(part.rule)) for part in segment.parts if part.written),
        tuple(_marked(segment)),
        tuple(dict.fromkeys(_change(part) for part in segment.parts if part.rule)),
        tuple(a.message for a in here),
    )


def _change(part: Part) -> Change:
    return Change(" ".join(part.written.split()), part.spoken.strip(), rule_name(part.rule))


def _marked(segment: Segment) -> Iterator[Stretch]:
    """The spoken sentence as it is, cut where its parts begin and end: they share their words."""
    done = 0
    for start, end, changed in _places(segment):
        if start > done:
            yield Stretch(segment.text[done:start], changed=False)
        yield Stretch(segment.text[start:end], changed)
        done = end
    if done < len(segment.text):
        yield Stretch(segment.text[done:], changed=False)


def _places(segment: Segment) -> Iterator[tuple[int, int, bool]]:
    words = _WORD.finditer(segment.text)
    for part in segment.parts:
        own = list(islice(words, len(_WORD.findall(part.spoken))))
        if own:
            yield own[0].start(), own[-1].end(), bool(part.rule)
