"""A Markdown body rendered once: what citizens see and what is read aloud come from one HTML."""

from collections.abc import Iterable
from functools import cache
from html import unescape
from typing import Any

import markdown

from site_plugins.policy.admonitions import use_vietnamese_titles
from site_plugins.policy.anchors import slugify
from site_plugins.policy.blocks import Piece, read_blocks
from site_plugins.policy.lines import LineFinder
from site_plugins.policy.model import Block, Body, Heading, Link

EXTENSIONS = ("tables", "attr_list", "admonition", "def_list", "footnotes", "sane_lists", "toc")


@cache
def _converter() -> markdown.Markdown:
    """One converter for all pages: building it costs as much as converting a short page."""
    converter = markdown.Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={
            "toc": {"slugify": slugify, "marker": ""},
            "footnotes": {"BACKLINK_TITLE": "Về chỗ có chú thích {}"},
        },
    )
    return use_vietnamese_titles(converter)


def render(text: str, first_line: int = 1) -> Body:
    """Render Markdown that begins on `first_line` of its file.

    Raises `RecursionError` or `ValueError` on Markdown that the library cannot follow.
    """
    converter = _converter().reset()
    html = converter.convert(text)
    reading = read_blocks(html)
    blocks = _placed(reading.pieces, text, first_line)
    headings = tuple(_headings(getattr(converter, "toc_tokens", [])))
    links = tuple(Link(target, _line(target, text, first_line)) for target in reading.links)
    notes = tuple(reading.notes)
    return Body(html, blocks, headings, links, notes, _note_lines(notes, text, first_line))


def _headings(tokens: list[dict[str, Any]]) -> list[Heading]:
    found: list[Heading] = []
    for token in tokens:
        found.append(Heading(token["level"], token["id"], unescape(token["name"])))
        found.extend(_headings(token["children"]))
    return found


def _line(target: str, text: str, first_line: int) -> int:
    """Where a target is first named; the body's first line for one that Markdown made up."""
    return first_line + text.count("\n", 0, max(text.find(target), 0))


def _note_lines(notes: Iterable[str], text: str, first_line: int) -> tuple[int, ...]:
    """Where each note stands: footnotes out of page order, so each is looked for from the top."""
    return tuple(
        LineFinder(text, first_line).line_of(note) if any(map(str.isalpha, note)) else 0
        for note in notes
    )


def _placed(pieces: list[Piece], text: str, first_line: int) -> tuple[Block, ...]:
    """Give each piece its line."""
    finder = LineFinder(text, first_line)
    return tuple(
        Block(p.kind, p.text, p.section, finder.line_of(p.opening or p.text), p.level, p.ordinal)
        for p in pieces
    )
