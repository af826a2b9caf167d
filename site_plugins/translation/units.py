"""A text cut into the lines that are translated, and put together again from translated ones.

What is cut is the rendered page, not its Markdown: whatever the writer's spelling, the structure
is the one that readers see, and section ids are those of the page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_plugins.policy.approval import HEAD
from site_plugins.policy.schema import Spoken
from site_plugins.translation.codes import Line, to_line
from site_plugins.translation.model import UnitKind
from site_plugins.translation.nodes import (
    FOOTNOTE,
    FOOTNOTES,
    MARK,
    Element,
    Node,
    Slot,
    is_inline,
    runs,
    text_of,
)
from site_plugins.translation.tree import parse

TITLE, SUMMARY, BOARD, LOOP = "title", "summary", "board", "loop"
_PICTURE_TEXT = "data-unit"
"""An attribute of pictures in a skeleton: the unit that their text is. No content may bear it."""
_KINDS = {
    "li": UnitKind.ITEM,
    "td": UnitKind.CELL,
    "th": UnitKind.CELL,
    "blockquote": UnitKind.QUOTE,
    FOOTNOTE: UnitKind.NOTE,
    **{f"h{level}": UnitKind.HEADING for level in range(1, 7)},
}


@dataclass(frozen=True)
class Leaf:
    """A line to be translated: a field of the front matter or a run of words on the page."""

    id: str
    section: str
    kind: UnitKind
    line: Line
    nodes: tuple[Node, ...] = ()

    @property
    def plain(self) -> str:
        """The words without codes."""
        return text_of(self.nodes)


@dataclass(frozen=True)
class Cut:
    """A text as its lines and the skeleton that they were taken from.

    Leaves stand in the order of sections, those of the head first; `blocks` are the page's, each
    with the sections that it has words of.
    """

    leaves: tuple[Leaf, ...]
    blocks: tuple[tuple[Node, frozenset[str]], ...]

    def section(self, name: str) -> tuple[Leaf, ...]:
        """The leaves of one section, in page order."""
        return tuple(leaf for leaf in self.leaves if leaf.section == name)


def cut(meta: Spoken, html: str) -> Cut:
    """Cut a text into leaves; `html` is its rendered body, as `policy` accepted it."""
    cutter = _Cutter()
    cutter.front(meta)
    blocks = tuple(cutter.block(node) for node in blocks_of(parse(html)))
    order = list(dict.fromkeys([HEAD, *(leaf.section for leaf in cutter.leaves)]))
    leaves = sorted(cutter.leaves, key=lambda leaf: order.index(leaf.section))
    return Cut(tuple(leaves), blocks)


def blocks_of(nodes: Iterable[Node]) -> Iterator[Element]:
    """The blocks of a page; words between them, which raw HTML may leave, are paragraphs."""
    for run in runs(nodes):
        block = run[0]
        if isinstance(block, Element) and not is_inline(block):
            yield block
        else:
            yield Element("p", (), run)


def filled(nodes: Iterable[Node], lines: Mapping[str, tuple[Node, ...]]) -> Iterator[Node]:
    """A skeleton with its slots filled; a picture whose text is not there yet says nothing."""
    for node in nodes:
        if isinstance(node, Slot):
            yield from filled(lines[node.id], lines)
        elif isinstance(node, Element):
            yield _described(node, lines).holding(filled(node.children, lines))
        else:
            yield node


def _described(node: Element, lines: Mapping[str, tuple[Node, ...]]) -> Element:
    unit = node.get(_PICTURE_TEXT)
    if not unit:
        return node
    kept = {k: v for k, v in node.attributes if k != _PICTURE_TEXT}
    text = text_of(lines.get(unit, ()))
    return Element(node.tag, tuple(sorted({**kept, "alt": text}.items())))


class _Cutter:
    """Walks the page once and gives each line its id."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self._section = HEAD
        self._in_notes = False
        self._counts: Counter[str] = Counter()
        self._ids: set[str] = set()
        self._touched: set[str] = set()

    def front(self, meta: Spoken) -> None:
        """The fields that a translation has of its own."""
        self._field(TITLE, UnitKind.TITLE, meta.title)
        self._field(SUMMARY, UnitKind.SUMMARY, meta.summary)
        for number, line in enumerate(meta.board, 1):
            self._field(f"{BOARD}.{number}", UnitKind.BOARD, line)
        if meta.loop:
            self._field(LOOP, UnitKind.LOOP, meta.loop)

    def block(self, node: Element) -> tuple[Node, frozenset[str]]:
        """The skeleton of a block of the page and the sections that it touches."""
        self._touched = set()
        skeleton = self._skeleton((node,), UnitKind.PARAGRAPH)
        return skeleton[0], frozenset(self._touched or {self._section})

    def _field(self, name: str, kind: UnitKind, text: str) -> None:
        self._ids.add(name)
        self.leaves.append(Leaf(name, HEAD, kind, to_line((text,)), (text,)))

    def _skeleton(self, nodes: Iterable[Node], kind: UnitKind) -> tuple[Node, ...]:
        found: list[Node] = []
        for run in runs(nodes):
            if all(map(is_inline, run)):
                found += self._line(run, kind)
            elif isinstance(run[0], Element):
                found.append(self._container(run[0], kind))
        return tuple(found)

    def _container(self, node: Element, kind: UnitKind) -> Element:
        if node.tag == "h2" and not self._in_notes:
            self._section = node.get("id") or HEAD
        if node.tag == FOOTNOTES:
            return self._footnotes(node)
        if "admonition" in node.get("class").split():
            kind = UnitKind.NOTE
        kind = _KINDS.get(node.tag, kind)
        return node.holding(self._skeleton(node.children, kind))

    def _footnotes(self, node: Element) -> Element:
        """Footnotes belong to the head, wherever the page has come to."""
        section, self._section, self._in_notes = self._section, HEAD, True
        children = self._skeleton(node.children, UnitKind.NOTE)
        self._section, self._in_notes = section, False
        return node.holding(children)

    def _line(self, run: tuple[Node, ...], kind: UnitKind) -> tuple[Node, ...]:
        """One slot for a run; what is wrapped around the whole of it stays in the skeleton."""
        if len(run) == 1 and isinstance(run[0], Element) and run[0].children:
            return (run[0].holding(self._line(run[0].children, kind)),)
        run = tuple(self._pictures(run))
        if not has_words(run):
            return run
        self._touched.add(self._section)
        leaf = Leaf(self._new_id(self._section), self._section, kind, to_line(run), run)
        self.leaves.append(leaf)
        return (Slot(leaf.id),)

    def _pictures(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """The same nodes; the text of each picture becomes a unit of the head.

        The digest that a change of such a text shows in is the head's.
        """
        for node in nodes:
            if not isinstance(node, Element):
                yield node
            elif node.tag == "img" and has_words((node.get("alt"),)):
                alt = node.get("alt")
                leaf = Leaf(self._new_id(HEAD), HEAD, UnitKind.NOTE, to_line((alt,)), (alt,))
                self.leaves.append(leaf)
                yield Element("img", (*node.attributes, (_PICTURE_TEXT, leaf.id)))
            else:
                yield node.holding(self._pictures(node.children))

    def _new_id(self, section: str) -> str:
        self._counts[section] += 1
        unit = f"{section}.{self._counts[section]}"
        while unit in self._ids:
            unit += "~"
        self._ids.add(unit)
        return unit


def has_words(nodes: Iterable[Node]) -> bool:
    """Whether there is anything to translate."""
    return any(char.isalnum() for char in text_of(nodes))


def marks_in(nodes: Iterable[Node]) -> Iterator[str]:
    """The names of the footnotes that are called for."""
    for node in nodes:
        if isinstance(node, Element):
            if node.tag == MARK:
                yield node.get("name")
            yield from marks_in(node.children)
