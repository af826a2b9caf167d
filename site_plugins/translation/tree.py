"""A rendered page as a tree: what is cut into units, filled again and compared."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

FOOTNOTES, FOOTNOTE, MARK = "footnotes", "footnote", "footnote-mark"
"""Tags for what Python-Markdown spells as lists and links of its own, whose numbers may change."""

_VOID = {"br", "hr", "img"}
_INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "q", "s"}
_INLINE |= {"small", "strong", "sub", "sup", "u", MARK}
_SPACE = re.compile(r"[ \t\r\n\f]+")


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


def parse(text: str) -> tuple[Node, ...]:
    """Read the HTML of a page that `policy` accepted: every tag in it is closed.

    White space is folded as browsers fold it, except in `pre`; footnotes lose the numbers and the
    ways back that the renderer gives them again.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return tidy(_footnotes(reader.root()))


def write(node: Node) -> str:
    """The HTML of a node. A footnote is given its own name for a number."""
    if isinstance(node, str):
        return html.escape(node, quote=False)
    if isinstance(node, Slot):
        return ""
    node = _spelt_out(node)
    attributes = "".join(f' {k}="{html.escape(v)}"' for k, v in node.attributes)
    inside = "".join(map(write, node.children))
    return f"<{node.tag}{attributes}>" + ("" if node.tag in _VOID else f"{inside}</{node.tag}>")


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


def tidy(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """One spelling for what browsers show alike: white space folded, texts joined."""
    return tuple(node for run in runs(nodes) for node in _tidy_run(run))


def _tidy_run(run: tuple[Node, ...]) -> tuple[Node, ...]:
    if isinstance(run[0], Element) and not is_inline(run[0]):
        element = run[0]
        return (
            _as_typed(element) if element.tag == "pre" else element.holding(tidy(element.children)),
        )
    return _stripped(_folded(run))


def _as_typed(pre: Element) -> Element:
    """A `pre` keeps its lines; the renderer's own line end after the last is none of them."""
    joined = _joined(pre.children)
    return pre.holding(n.rstrip("\n") if isinstance(n, str) else n for n in joined)


def _joined(nodes: Iterable[Node]) -> list[Node]:
    joined: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            joined.append(_as_typed(node))
        elif isinstance(node, str) and joined and isinstance(joined[-1], str):
            joined[-1] += node
        else:
            joined.append(node)
    return joined


def _folded(run: Iterable[Node]) -> list[Node]:
    folded: list[Node] = []
    for node in run:
        if isinstance(node, Element):
            folded.append(node.holding(_folded(node.children)))
        elif isinstance(node, Slot):
            folded.append(node)
        elif folded and isinstance(folded[-1], str):
            folded[-1] = _SPACE.sub(" ", folded[-1] + node)
        elif node:
            folded.append(_SPACE.sub(" ", node))
    return folded


def _stripped(run: list[Node]) -> tuple[Node, ...]:
    """Without the spaces at both ends and around line breaks, which nobody sees."""
    kept: list[Node] = []
    for index, node in enumerate(run):
        if isinstance(node, str):
            after = index + 1 == len(run) or _is_break(run[index + 1])
            before = index == 0 or _is_break(run[index - 1])
            node = node.lstrip(" ") if before else node  # noqa: PLW2901
            node = node.rstrip(" ") if after else node  # noqa: PLW2901
        if node != "":
            kept.append(node)
    return tuple(kept)


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"


def _words(node: Node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Slot) or node.tag == MARK:
        return ""
    return " " if node.tag in _VOID else text_of(node.children)


class _Reader(HTMLParser):
    """Builds the tree as it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[Element, list[Node]]] = [(Element(""), [])]

    def root(self) -> tuple[Node, ...]:
        while len(self._open) > 1:
            self._close()
        return tuple(self._open[0][1])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, tuple(sorted((k, v or "") for k, v in dict(attrs).items())))
        if tag in _VOID:
            self._open[-1][1].append(element)
        else:
            self._open.append((element, []))

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element, _ in self._open[1:]):
            while self._open[-1][0].tag != tag:
                self._close()
            self._close()

    def handle_data(self, data: str) -> None:
        self._open[-1][1].append(data)

    def _close(self) -> None:
        element, children = self._open.pop()
        self._open[-1][1].append(element.holding(children))


def _footnotes(nodes: Iterable[Node]) -> Iterator[Node]:
    """Nodes with footnotes and their marks by name; their ways back are left out."""
    for node in nodes:
        if not isinstance(node, Element):
            yield node
        elif _is_mark(node):
            yield Element(MARK, (("name", node.get("id").partition(":")[2]),))
        elif node.tag == "div" and node.get("class") == "footnote":
            yield Element(FOOTNOTES, (), tuple(_notes(node)))
        else:
            yield node.holding(_footnotes(node.children))


def _is_mark(node: Element) -> bool:
    inside = node.children[0] if len(node.children) == 1 else None
    return (
        node.tag == "sup"
        and node.get("id").startswith("fnref")
        and isinstance(inside, Element)
        and inside.get("class") == "footnote-ref"
    )


def _notes(footnotes: Element) -> Iterator[Element]:
    for item in walk(footnotes.children):
        if item.tag == "li" and item.get("id").startswith("fn:"):
            children = tuple(_footnotes(_without_way_back(item.children)))
            yield Element(FOOTNOTE, (("name", item.get("id")[3:]),), children)


def _without_way_back(nodes: Iterable[Node]) -> Iterator[Node]:
    kept = [n for n in nodes if not (isinstance(n, Element) and n.get("class") == _WAY_BACK)]
    for node in kept:
        if isinstance(node, Element):
            yield node.holding(_without_way_back(node.children))
        else:
            yield node.removesuffix("\xa0") if isinstance(node, str) else node


_WAY_BACK = "footnote-backref"


def _with_way_back(nodes: tuple[Node, ...], name: str) -> tuple[Node, ...]:
    """A footnote's blocks, the last paragraph ending with what leads back to its mark."""
    link = Element("a", (("class", _WAY_BACK), ("href", f"#fnref:{name}")), ("↩",))
    last = nodes[-1] if nodes else ""
    if isinstance(last, Element) and last.tag == "p":
        return (*nodes[:-1], last.holding((*last.children, "\xa0", link)))
    return (*nodes, Element("p", (), (link,)))


def _spelt_out(node: Element) -> Element:
    """A footnote or its mark as the renderer would write it."""
    name = node.get("name")
    if node.tag == MARK:
        link = Element("a", (("class", "footnote-ref"), ("href", f"#fn:{name}")), (name,))
        return Element("sup", (("id", f"fnref:{name}"),), (link,))
    if node.tag == FOOTNOTE:
        return Element("li", (("id", f"fn:{name}"),), _with_way_back(node.children, name))
    if node.tag == FOOTNOTES:
        notes = Element("ol", (), node.children)
        return Element("div", (("class", "footnote"),), (Element("hr"), notes))
    return node
