"""A tree as Markdown that renders to the same tree.

Each block is written as a person would; a block that comes out otherwise is written with more
care, and at last as HTML, which Markdown hands on as it is. So nothing that a translator types can
change the structure, whatever this writer, or the converter, makes of it.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from site_plugins.policy.body import render
from site_plugins.translation.block_writing import BlockWriter
from site_plugins.translation.escaping import Care, UnwritableError
from site_plugins.translation.nodes import Element
from site_plugins.translation.tree import parse, write
from site_plugins.translation.units import blocks_of

_CARES = (Care.LIGHT, Care.FULL, None)
"""None is HTML."""
_ROUNDS = 8


class NotTheSameError(ValueError):
    """A tree that no Markdown renders to."""


def to_markdown(blocks: Sequence[Element]) -> str:
    """Markdown whose page is exactly these blocks. Raises `NotTheSameError`, which none should."""
    cares = [0] * len(blocks)
    for _ in range(_ROUNDS):
        text = _document(blocks, cares)
        differing = _differing(blocks, text)
        if not differing:
            return text
        for index in differing:
            cares[index] = min(cares[index] + 1, len(_CARES) - 1)
    text = _document(blocks, [len(_CARES) - 1] * len(blocks))
    if _differing(blocks, text):
        raise NotTheSameError(text)
    return text


def _differing(blocks: Sequence[Element], text: str) -> set[int]:
    """The blocks that come out otherwise, with their neighbours where they may have merged."""
    found = list(blocks_of(parse(render(text).html)))
    if found == list(blocks):
        return set()
    differing: set[int] = set()
    wanted = [write(block) for block in blocks]
    matcher = SequenceMatcher(a=wanted, b=[write(block) for block in found], autojunk=False)
    for kind, a, b, _, _ in matcher.get_opcodes():
        if kind != "equal":
            differing.update(range(max(a - (a == b), 0), max(b, a + 1)))
    return {index for index in differing if index < len(blocks)} or set(range(len(blocks)))


def _document(blocks: Sequence[Element], cares: Sequence[int]) -> str:
    written = (_written(b, _CARES[care]) for b, care in zip(blocks, cares, strict=True))
    return "\n\n".join(written) + "\n"


def _written(block: Element, care: Care | None) -> str:
    if care is None:
        return write(block)
    try:
        return BlockWriter(care).block(block)
    except UnwritableError:
        return write(block)
