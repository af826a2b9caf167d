"""Terms on a page lead to their plain explanation: links are put in, nothing else is touched."""

import html
from bisect import bisect_right
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import accumulate
from typing import NamedTuple

from site_plugins.translation.phrases import Found, Phrases

_SHUT = {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "summary"}
_SHUT |= {"script", "style"}
"""Elements whose text gets no links: links already, headings, controls, what is not prose."""
_INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark"}
_INLINE |= {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr"}
"""Elements that do not part words: «ch<em>ữ</em>» is one."""
_BREAK = "\0"
"""Parts words, and is none."""


def linked_terms(page: str, phrases: Phrases[str], address: str) -> str:
    """A page's HTML with a link around the first occurrence of each term.

    `phrases` give the anchors of the terms below `address`. A term that markup cuts in two or
    that stands in a heading, a link or code is left alone.
    """
    parts: list[str] = []
    end = 0
    for start, stop, anchor in _first_places(_Reader(page), phrases):
        link = f'<a class="pc-term" href="{html.escape(f"{address}#{anchor}")}">'
        parts += [page[end:start], link, page[start:stop], "</a>"]
        end = stop
    return "".join([*parts, page[end:]])


def _first_places(reader: "_Reader", phrases: Phrases[str]) -> Iterator[tuple[int, int, str]]:
    """Where in the HTML each term first stands in one open piece of text, in page order."""
    linked: set[str] = set()
    end = 0
    for found in phrases.longest(reader.text):
        if found.start < end:
            continue  # another term of the same form
        end = found.end
        if found.value not in linked and (place := reader.place(found)):
            linked.add(found.value)
            yield *place, found.value


class _Piece(NamedTuple):
    """A piece of text as readers see it, and the stretch of HTML that it is written as.

    `run` counts the runs of text between tags; `is_literal` says that both are the same letters.
    """

    text: str
    start: int
    end: int
    run: int
    is_open: bool
    is_literal: bool = True


class _Reader(HTMLParser):
    """The text of a page as readers see it, and the way back to the HTML."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self._pieces: list[_Piece] = []
        self._open_tags: list[str] = []
        self._run = 0
        self.feed(page)
        self.close()
        self.text = "".join(piece.text for piece in self._pieces)
        self._ends = list(accumulate(len(piece.text) for piece in self._pieces))

    def place(self, found: Found[str]) -> tuple[int, int] | None:
        """Where in the HTML the found text stands; None where no link may go."""
        first, start = self._at(found.start)
        last, end = self._at(found.end - 1)
        if first.run != last.run or not first.is_open:
            return None
        return (
            first.start + start if first.is_literal else first.start,
            last.start + end + 1 if last.is_literal else last.end,
        )

    def _at(self, index: int) -> tuple[_Piece, int]:
        """The piece that holds a letter of the text, and the letter's place in it."""
        number = bisect_right(self._ends, index)
        return self._pieces[number], index - (self._ends[number - 1] if number else 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SHUT:
            self._open_tags.append(tag)
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open_tags:
            del self._open_tags[-1 - self._open_tags[::-1].index(tag) :]
        self._part(tag)

    def handle_data(self, data: str) -> None:
        self._keep(data, len(data), is_literal=True)

    def handle_entityref(self, name: str) -> None:
        self._keep_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._keep_reference(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        self._run += 1

    def _keep_reference(self, written: str) -> None:
        ends_well = self.rawdata.startswith(";", self._offset() + len(written))
        self._keep(html.unescape(written + ";"), len(written) + ends_well, is_literal=False)

    def _keep(self, text: str, length: int, *, is_literal: bool) -> None:
        start = self._offset()
        is_open = not self._open_tags
        self._pieces.append(_Piece(text, start, start + length, self._run, is_open, is_literal))

    def _part(self, tag: str) -> None:
        self._run += 1
        if tag not in _INLINE:
            self._pieces.append(_Piece(_BREAK, 0, 0, self._run, is_open=False))
            self._run += 1

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
