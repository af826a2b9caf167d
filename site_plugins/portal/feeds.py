"""News for feed readers and for the portal of the province: an Atom feed (RFC 4287) per language.

A feed holds only what may be told: approved, living, and in translation checked and up to date.
Texts are plain, so that nothing in them can be taken for markup wherever they are shown next.
"""

import posixpath
import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree import ElementTree as ET

from site_plugins.broadcast.items import Item
from site_plugins.policy.clock import HO_CHI_MINH
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.life_cycle import written
from site_plugins.policy.model import Block, BlockKind
from site_plugins.policy.station import VIETNAMESE, Language, Settings
from site_plugins.portal.head import Site, feed_title
from site_plugins.portal.pages import declared_days
from site_plugins.portal.urls import download_uri, language_index_uri, news_feed_uri, page_uri
from site_plugins.portal.wording import Wording

_BACK = "↩"
"""How Markdown's footnotes end."""
NEWEST = 30
"""How many texts a feed holds: those that changed last, so that a correction is always told."""
_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class News:
    """A text that may be told; `mp3_bytes` is the size of its clip, 0 where nobody can hear it."""

    explainer: Explainer
    text: Explainer | Translation
    mp3_bytes: int = 0

    @property
    def updated(self) -> date:
        """The last day on which staff say to have worked on it: at the latest its approval's."""
        return max(declared_days(self.explainer, self.text))


def news(items: Iterable[Item]) -> dict[str, tuple[News, ...]]:
    """What may be told in each language, from what became of each text; the last change first."""
    told: dict[str, list[News]] = {}
    for item in items:
        if item.explainer.treatment_of(item.text).downloadable:
            mp3_bytes = item.episode.mp3.size_bytes if item.episode else 0
            one = News(item.explainer, item.text, mp3_bytes)
            told.setdefault(item.text.language, []).append(one)
    return {tag: _newest(every) for tag, every in told.items()}


def _newest(every: list[News]) -> tuple[News, ...]:
    return tuple(sorted(every, key=lambda one: one.updated, reverse=True)[:NEWEST])


@dataclass(frozen=True)
class Feed:
    """The feed of one language, `tag` of the registry; `undated` is its day while it is empty."""

    site: Site
    settings: Settings
    wording: Wording
    tag: str
    news: tuple[News, ...]
    undated: date

    @property
    def language(self) -> Language:
        """The language's row of the registry."""
        return self.settings.languages[self.tag]

    def xml(self) -> bytes:
        """The feed as a file; of the same texts the same bytes."""
        root = ET.Element("feed", {"xmlns": _ATOM, _LANG: self.language.full_tag})
        for parts in (self._head(), map(self._entry, self.news)):
            root.extend(parts)
        ET.indent(root, " ")
        return bytes(ET.tostring(root, "utf-8", xml_declaration=True)) + b"\n"

    def _head(self) -> Iterator[ET.Element]:
        uri = news_feed_uri(self.tag)
        station = self.settings.station
        updated = max((one.updated for one in self.news), default=self.undated)
        yield _element("id", self._id(uri))
        yield _element("title", feed_title(self.site.name, self.language))
        yield _element("updated", _moment(updated))
        yield _link("self", self._address(uri), "application/atom+xml")
        yield _link("alternate", self._address(language_index_uri(self.tag)), "text/html")
        yield self._rights()
        author = _element("author")
        author.append(_element("name", station.name))
        yield author

    def _entry(self, one: News) -> ET.Element:
        entry = _element("entry")
        entry.extend(self._parts(one))
        return entry

    def _parts(self, one: News) -> Iterator[ET.Element]:
        slug, meta, source = one.explainer.slug, one.text.meta, one.explainer.meta
        uri = page_uri(slug, self.tag)
        yield _element("id", self._id(uri))
        yield _element("title", ": ".join([*self._banner(one), meta.title]))
        yield _element("updated", _moment(one.updated))
        if source.published:
            yield _element("published", _moment(source.published))
        yield _link("alternate", self._address(uri), "text/html")
        if one.mp3_bytes:
            clip = self._address(download_uri(slug, self.tag, "mp3"))
            yield _link("enclosure", clip, "audio/mpeg", length=str(one.mp3_bytes))
        for topic in source.topics:
            yield _element("category", term=_legible(topic), **self._in_vietnamese())
        yield self._rights()
        yield _element("summary", meta.summary)
        lines = [
            *self._banner(one),
            *map(_line, one.text.body.blocks),
            *_footnotes(one.text.body.notes),
        ]
        yield _element("content", "\n\n".join(lines), type="text")

    def _banner(self, one: News) -> Iterator[str]:
        """A draft is announced as a draft, and what does not hold yet with its day."""
        source = one.explainer
        key = f"banner.{source.standing}"
        if self.wording.has(key):
            start = source.meta.effective_from
            yield self.wording.plain(key, day=written(start) if start else "")

    def _rights(self) -> ET.Element:
        """Whose words these are, and what the station wants known wherever they are shown."""
        station = self.settings.station
        whose = f"{station.name}, {station.commune}"
        told = f"{whose}. {station.notice}" if station.notice else whose
        return _element("rights", told, **self._in_vietnamese())

    def _in_vietnamese(self) -> dict[str, str]:
        return {_LANG: self.settings.languages[VIETNAMESE].full_tag}

    def _address(self, uri: str) -> str:
        """Absolute, or from the feed's own folder where the site does not know its address."""
        here = posixpath.dirname(news_feed_uri(self.tag))
        return self.site.canonical(uri) or posixpath.relpath(uri, here)

    def _id(self, uri: str) -> str:
        """The permanent link; RFC 4287 wants something absolute where there is none."""
        station = self.settings.station
        named = f"{station.commune}/{station.name}/{uri}"
        return self.site.canonical(uri) or uuid.uuid5(uuid.NAMESPACE_URL, named).urn


def _line(block: Block) -> str:
    if block.kind is not BlockKind.ITEM:
        return block.text
    return f"{block.ordinal}. {block.text}" if block.ordinal else f"– {block.text}"


def _footnotes(notes: Iterable[str]) -> Iterator[str]:
    """The footnotes of a text; its marks and the names of columns say nothing where they stand.

    All footnotes are one note, each with the sign that leads back to its mark at its end.
    """
    for note in notes:
        *footnotes, _ = note.split(_BACK)
        yield from filter(None, map(str.strip, footnotes))


def _element(name: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.Element(name, attributes)
    element.text = _legible(text)
    return element


def _link(rel: str, href: str, kind: str, **more: str) -> ET.Element:
    return _element("link", rel=rel, href=href, type=kind, **more)


def _legible(text: str) -> str:
    """Without the characters that no XML file may hold; YAML's escapes can write them."""
    return _NOT_IN_XML.sub("", text)


def _moment(day: date) -> str:
    """The beginning of a day where the station stands, as RFC 3339 writes it."""
    return datetime(day.year, day.month, day.day, tzinfo=HO_CHI_MINH).isoformat()
