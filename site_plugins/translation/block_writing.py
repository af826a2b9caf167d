"""Blocks of a page in Markdown, as a person would write them."""

import re
from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from site_plugins.translation.escaping import Care, UnwritableError, inline, line
from site_plugins.translation.nodes import FOOTNOTES, Element, Node, is_inline, runs, text_of

_ALIGN = {f"text-align: {side};": side for side in ("left", "right", "center")}
_RULES = {"": "---", "left": ":---", "right": "---:", "center": ":---:"}
_SAFE_ID = re.compile(r"[^\s{}#.=()<>&\"'\\|*`\[\]]+")
_INDENT = "    "


class BlockWriter:
    """Writes blocks with one degree of care."""

    def __init__(self, care: Care) -> None:
        self._care = care
        self._methods = {
            "p": self._paragraph,
            "hr": self._rule,
            "blockquote": self._quote,
            "ul": self._items,
            "ol": self._items,
            "div": self._division,
            "dl": self._definitions,
            "table": self._table,
            "pre": self._code,
            FOOTNOTES: self._notes,
        }

    def block(self, node: Element) -> str:
        """One block, without an empty line around it."""
        if re.fullmatch("h[1-6]", node.tag):
            return self._heading(node)
        if node.tag not in self._methods:
            raise UnwritableError(node.tag)
        return self._methods[node.tag](node)

    def _heading(self, node: Element) -> str:
        if [k for k, _ in node.attributes] != ["id"] or not _SAFE_ID.fullmatch(node.get("id")):
            raise UnwritableError(node.tag)
        text = inline(node.children, self._care)
        return f"{'#' * int(node.tag[1])} {text} {{#{node.get('id')}}}"

    def _paragraph(self, node: Element) -> str:
        _bare(node)
        return line(node.children, self._care)

    def _rule(self, node: Element) -> str:
        _bare(node)
        return "---"

    def _quote(self, node: Element) -> str:
        _bare(node)
        return _prefixed(self._blocks(node.children), "> ", "> ")

    def _items(self, node: Element) -> str:
        """A list; an item whose words are a paragraph is set apart by an empty line."""
        start = node.get("start")
        if set(dict(node.attributes)) - {"start"} or not (start or "1").isdecimal():
            raise UnwritableError(node.tag)
        items = [child for child in node.children if isinstance(child, Element)]
        numbers = count(int(start or 1))
        written = [
            self._item(item, f"{next(numbers)}. " if node.tag == "ol" else "- ") for item in items
        ]
        loose = [_is_loose(item) for item in items]
        gaps = ["", *("\n\n" if a and b else "\n" for a, b in pairwise(loose))]
        return "".join(gap + item for gap, item in zip(gaps, written, strict=True))

    def _item(self, item: Element, marker: str) -> str:
        _bare(item)
        parts = list(runs(item.children))
        if not parts:
            raise UnwritableError(item.tag)
        first = parts[0][0]
        is_paragraph = isinstance(first, Element) and first.tag == "p" and not first.attributes
        opening = first.children if is_paragraph else parts[0]  # type: ignore[union-attr]
        if all(map(is_inline, opening)):
            written = marker + line(opening, self._care)
        else:
            written = marker + self._indented(opening).removeprefix(_INDENT)
        for block, *_ in parts[1:]:
            gap = "\n" if opening is parts[0] and _is_list(block) else "\n\n"
            written += gap + self._indented((block,))
        return written

    def _blocks(self, nodes: Sequence[Node]) -> str:
        written = []
        for run in runs(nodes):
            if not isinstance(run[0], Element) or is_inline(run[0]):
                raise UnwritableError(text_of(run))
            written.append(self.block(run[0]))
        return "\n\n".join(written)

    def _indented(self, nodes: Sequence[Node]) -> str:
        return _prefixed(self._blocks(nodes), _INDENT, "")

    def _division(self, node: Element) -> str:
        """An admonition; other divisions are HTML."""
        classes = node.get("class").split()
        if len(node.attributes) != 1 or len(classes) < 2 or classes[0] != "admonition":
            raise UnwritableError(node.tag)
        title, inside = "", list(node.children)
        if inside and isinstance(inside[0], Element) and inside[0].get("class") == _TITLE:
            title = inline(inside[0].children, self._care)
            del inside[0]
        head = f'!!! {" ".join(classes[1:])} "{title.replace(chr(34), "&quot;")}"'
        return "\n\n".join(filter(None, [head, self._indented(inside)]))

    def _definitions(self, node: Element) -> str:
        _bare(node)
        written = ""
        for child in node.children:
            if not isinstance(child, Element):
                raise UnwritableError(node.tag)
            _bare(child)
            written += self._term(child) if child.tag == "dt" else self._definition(child)
        return written.lstrip("\n")

    def _term(self, node: Element) -> str:
        if not all(map(is_inline, node.children)):
            raise UnwritableError(node.tag)
        return f"\n\n{line(node.children, self._care)}"

    def _definition(self, node: Element) -> str:
        if all(map(is_inline, node.children)):
            return f"\n:   {line(node.children, self._care)}"
        return "\n\n:   " + self._indented(node.children).removeprefix(_INDENT)

    def _table(self, node: Element) -> str:
        _bare(node)
        rows = list(_rows(node))
        if not rows or any(cell.tag != "th" for cell in rows[0]):
            raise UnwritableError(node.tag)
        rules = [_RULES[_ALIGN.get(cell.get("style"), "")] for cell in rows[0]]
        written = [[inline(cell.children, self._care) for cell in row] for row in rows]
        lines = [written[0], rules, *written[1:]]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)

    def _notes(self, node: Element) -> str:
        written = []
        for note in node.children:
            if not isinstance(note, Element):
                raise UnwritableError(node.tag)
            text = self._indented(note.children).removeprefix(_INDENT)
            written.append(f"[^{note.get('name')}]: {text}")
        return "\n\n".join(written)

    def _code(self, node: Element) -> str:
        _bare(node)
        inside = node.children[0] if len(node.children) == 1 else None
        if not isinstance(inside, Element) or inside.tag != "code" or inside.attributes:
            raise UnwritableError(node.tag)
        if not all(isinstance(child, str) for child in inside.children):
            raise UnwritableError(node.tag)
        return _prefixed(text_of(inside.children), _INDENT, "")


_TITLE = "admonition-title"


def _bare(node: Element) -> None:
    if node.attributes:
        raise UnwritableError(node.tag)


def _is_loose(item: Element) -> bool:
    return any(isinstance(child, Element) and child.tag == "p" for child in item.children)


def _is_list(node: Node) -> bool:
    return isinstance(node, Element) and node.tag in ("ul", "ol")


def _prefixed(text: str, prefix: str, empty: str) -> str:
    return "\n".join(prefix + row if row else empty.rstrip() for row in text.split("\n"))


def _rows(table: Element) -> Iterator[list[Element]]:
    for part in table.children:
        if isinstance(part, Element):
            for row in part.children:
                if isinstance(row, Element):
                    yield [cell for cell in row.children if isinstance(cell, Element)]
