"""What a rendered page is made of: elements, words, and the places of translation units."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

FOOTNOTES, FOOTNOTE, MARK = "footnotes", "footnote", "footnote-mark"
"""Tags for what Python-Markdown spells as lists and links of its own, whose numbers may change."""

VOID = {"br", "hr", "img"}
"""Tags that hold nothing."""
_INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "q", "s"}
_INLINE |= {"small", "strong", "sub", "sup", "u", MARK}


@dataclass(frozen=True)
class Element:
    """A tag with its attributes, sorted, and what stands in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: "tuple[Node, ...]" = ()

    def get(self, name: str) -> str:
        """An attribute's value, "" where there is none."""
        return dict(self.attributes).get(name, "")

    def holding(self, children: "Iterable[Node]") -> "Element":
        """The same tag around other children."""
        return replace(self, children=tuple(children))


@dataclass(frozen=True)
class Slot:
    """The place of a translation unit."""

    id: str


Node = Element | Slot | str


def text_of(nodes: Iterable[Node]) -> str:
    """The words of nodes, a space for a line break."""
    return "".join(_words(node) for node in nodes)


def is_inline(node: Node) -> bool:
    """Whether a node stands within a line, with all that is in it."""
    if not isinstance(node, Element):
        return True
    return node.tag in _INLINE and all(map(is_inline, node.children))


def walk(nodes: Iterable[Node]) -> Iterator[Element]:
    """Every element, parents first, in page order."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from walk(node.children)


def runs(nodes: Iterable[Node]) -> "Iterator[tuple[Node, ...]]":
    """Neighbours within a line together, every block by itself."""
    line: list[Node] = []
    for node in nodes:
        if is_inline(node):
            line.append(node)
            continue
        if line:
            yield tuple(line)
            line = []
        yield (node,)
    if line:
        yield tuple(line)


def _words(node: Node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Slot) or node.tag == MARK:
        return ""
    return " " if node.tag in VOID else text_of(node.children)
