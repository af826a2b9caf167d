"""A Markdown body rendered once: what citizens see and what is read aloud come from one HTML."""

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from typing import Any

import markdown

from site_plugins.policy.anchors import slugify
from site_plugins.policy.blocks import Piece, read_blocks
from site_plugins.policy.model import Block, Body, Heading

EXTENSIONS = ("tables", "attr_list", "admonition", "def_list", "footnotes", "sane_lists", "toc")
_NEEDLE = 16


@cache
def _converter() -> markdown.Markdown:
    """One converter for all pages: building it costs as much as converting a short page."""
    return markdown.Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={
            "toc": {"slugify": slugify},
            "footnotes": {"BACKLINK_TITLE": "Về chỗ có chú thích {}"},
        },
    )


def render(text: str, first_line: int = 1) -> Body:
    """Render Markdown that begins on `first_line` of its file.

    Raises `RecursionError` or `ValueError` on Markdown that the library cannot follow.
    """
    converter = _converter().reset()
    html = converter.convert(text)
    pieces, links = read_blocks(html)
    headings = tuple(_headings(getattr(converter, "toc_tokens", [])))
    return Body(html, _placed(pieces, text, first_line), headings, links)


def _headings(tokens: list[dict[str, Any]]) -> list[Heading]:
    found: list[Heading] = []
    for token in tokens:
        found.append(Heading(token["level"], token["id"], token["name"]))
        found.extend(_headings(token["children"]))
    return found


def _placed(pieces: list[Piece], text: str, first_line: int) -> tuple[Block, ...]:
    """Give each piece its line: Python-Markdown keeps none, so its first words are looked for."""
    finder = _LineFinder(text, first_line)
    return tuple(
        Block(p.kind, p.text, p.section, finder.line_of(p.opening or p.text), p.level, p.ordinal)
        for p in pieces
    )


class _LineFinder:
    """Finds pieces of a text one after the other, by their letters and digits alone."""

    def __init__(self, text: str, first_line: int) -> None:
        lines = [_letters(line) for line in text.split("\n")]
        self._letters = "".join(lines)
        self._ends = list(accumulate(len(line) for line in lines))
        self._first_line = first_line
        self._cursor = 0

    def line_of(self, opening: str) -> int:
        found = self._letters.find(_letters(opening)[:_NEEDLE], self._cursor)
        if found >= 0:
            self._cursor = found + 1
        return self._first_line + bisect_left(self._ends, self._cursor or 1)


_NOT_LETTERS = re.compile(r"[\W_]+")


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)
