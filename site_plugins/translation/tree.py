"""A rendered page as a tree: what is cut into units, filled again and compared."""

import html
import re
from collections.abc import Iterable
from html.parser import HTMLParser

from site_plugins.translation.footnotes import named, spelt_out
from site_plugins.translation.nodes import VOID, Element, Node, Slot, is_inline, runs

_SPACE = re.compile(r"[ \t\r\n\f]+")


def parse(text: str) -> tuple[Node, ...]:
    """Read the HTML of a page that `policy` accepted: every tag in it is closed.

    White space is folded as browsers fold it, except in `pre`; footnotes lose the numbers and the
    ways back that the renderer gives them again.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return tidy(named(reader.root()))


def write(node: Node) -> str:
    """The HTML of a node. A footnote is given its own name for a number."""
    if isinstance(node, str):
        return html.escape(node, quote=False)
    if isinstance(node, Slot):
        return ""
    node = spelt_out(node)
    attributes = "".join(f' {k}="{html.escape(v)}"' for k, v in node.attributes)
    inside = "".join(map(write, node.children))
    return f"<{node.tag}{attributes}>" + ("" if node.tag in VOID else f"{inside}</{node.tag}>")


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
        if tag in VOID:
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
