"""Footnotes and their marks by name, and as Python-Markdown spells them."""

from collections.abc import Iterable, Iterator

from site_plugins.translation.nodes import FOOTNOTE, FOOTNOTES, MARK, Element, Node, walk

_WAY_BACK = "footnote-backref"


def named(nodes: Iterable[Node]) -> Iterator[Node]:
    """Nodes with footnotes and their marks by name; their ways back are left out."""
    for node in nodes:
        if not isinstance(node, Element):
            yield node
        elif _is_mark(node):
            yield Element(MARK, (("name", node.get("id").partition(":")[2]),))
        elif node.tag == "div" and node.get("class") == "footnote":
            yield Element(FOOTNOTES, (), tuple(_notes(node)))
        else:
            yield node.holding(named(node.children))


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
            children = tuple(named(_without_way_back(item.children)))
            yield Element(FOOTNOTE, (("name", item.get("id")[3:]),), children)


def _without_way_back(nodes: Iterable[Node]) -> Iterator[Node]:
    kept = [n for n in nodes if not (isinstance(n, Element) and n.get("class") == _WAY_BACK)]
    for node in kept:
        if isinstance(node, Element):
            yield node.holding(_without_way_back(node.children))
        else:
            yield node.removesuffix("\xa0") if isinstance(node, str) else node


def _with_way_back(nodes: tuple[Node, ...], name: str) -> tuple[Node, ...]:
    """A footnote's blocks, the last paragraph ending with what leads back to its mark."""
    link = Element("a", (("class", _WAY_BACK), ("href", f"#fnref:{name}")), ("↩",))
    last = nodes[-1] if nodes else ""
    if isinstance(last, Element) and last.tag == "p":
        return (*nodes[:-1], last.holding((*last.children, "\xa0", link)))
    return (*nodes, Element("p", (), (link,)))


def spelt_out(node: Element) -> Element:
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
