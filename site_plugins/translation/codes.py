"""Links, emphasis, pictures and marks inside a line as numbered codes: `{1}nghị định{/1}`, `{2/}`.

Numbered codes are what XLIFF and CAT tools have; translators move them and keep them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeGuard

from site_plugins.translation.nodes import MARK, Element, Node

CODE = re.compile(r"\{\s*(/?)\s*(\d{1,4})\s*(/?)\s*\}")
_INDENTED = re.compile(r"\n[ \t]*")


@dataclass(frozen=True)
class Line:
    """A line of text with codes in it; code n stands for `codes[n - 1]`.

    An element with nothing in it is wrapped around what stands between `{n}` and `{/n}`; whatever
    else a code stands for comes back as it was.
    """

    text: str
    codes: tuple[Node, ...] = ()


@dataclass(frozen=True)
class CodeFault:
    """A code that is not as it should be: its number and what is wrong with it."""

    number: int
    message: str


LOST = "thiếu mã"
DOUBLED = "thừa mã"
CROSSED = "mã mở và đóng lệch nhau"
UNKNOWN = "mã lạ"


def to_line(nodes: Iterable[Node]) -> Line:
    """Nodes that stand within a line, as text with codes."""
    codes: list[Node] = []
    return Line("".join(_coded(nodes, codes)), tuple(codes))


def _coded(nodes: Iterable[Node], codes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield from _literal(node, codes)
        elif _wraps(node):
            codes.append(node.holding(()))
            number = len(codes)
            yield f"{{{number}}}"
            yield from _coded(node.children, codes)
            yield f"{{/{number}}}"
        else:
            codes.append(node)
            yield f"{{{len(codes)}/}}"


def _literal(text: str, codes: list[Node]) -> Iterator[str]:
    """Text in which what looks like a code, or ends a line of a `pre`, is one."""
    at = 0
    for found in re.finditer(f"{CODE.pattern}|{_INDENTED.pattern}", text):
        codes.append(found[0])
        yield text[at : found.start()]
        yield f"{{{len(codes)}/}}"
        at = found.end()
    yield text[at:]


def _wraps(node: Node) -> TypeGuard[Element]:
    return isinstance(node, Element) and node.tag not in ("br", "img", MARK)


def from_line(text: str, codes: tuple[Node, ...]) -> tuple[tuple[Node, ...], list[CodeFault]]:
    """A translated line as nodes; codes that went astray are mended and told.

    What was wrapped by a lost code stays as plain text; a mark or picture that is lost is put at
    the end; of doubled codes the first counts; a number that the source does not have is text.
    """
    reading = _Reading(codes)
    at = 0
    for found in CODE.finditer(text):
        reading.text(text[at : found.start()])
        reading.code(found)
        at = found.end()
    reading.text(text[at:])
    return tuple(reading.finish()), reading.faults


class _Reading:
    """Reads a line from left to right; `open` holds what is wrapped at the moment."""

    def __init__(self, codes: tuple[Node, ...]) -> None:
        self._codes = codes
        self._open: list[tuple[int, list[Node]]] = [(0, [])]
        self._used: set[int] = set()
        self.faults: list[CodeFault] = []

    def text(self, text: str) -> None:
        self._open[-1][1].append(text)

    def code(self, found: re.Match[str]) -> None:
        closes, number, alone = found[1], int(found[2]), found[3]
        if not 0 < number <= len(self._codes):
            self.text(found[0])
            if self._codes:
                self._tell(number, UNKNOWN)
        elif closes and not alone:
            self._close(number)
        elif number in self._used:
            self._tell(number, DOUBLED)
        else:
            self._use(number)

    def _use(self, number: int) -> None:
        self._used.add(number)
        if _is_empty(self._codes[number - 1]):
            self._open.append((number, []))
        else:
            self._open[-1][1].append(self._codes[number - 1])

    def _close(self, number: int) -> None:
        if number not in (n for n, _ in self._open):
            if number not in self._used:
                self._tell(number, CROSSED)
            return
        while self._open[-1][0] != number:
            self._tell(self._open[-1][0], CROSSED)
            self._wrap()
        self._wrap()

    def _wrap(self) -> None:
        number, inside = self._open.pop()
        code = self._codes[number - 1]
        if isinstance(code, Element):
            self._open[-1][1].append(code.holding(inside))

    def finish(self) -> list[Node]:
        while len(self._open) > 1:
            number, inside = self._open.pop()
            self._tell(number, CROSSED)
            self._open[-1][1].extend(inside)
        line = self._open[0][1]
        for number, code in enumerate(self._codes, 1):
            if number not in self._used:
                self._tell(number, LOST)
                if isinstance(code, Element) and code.tag in ("img", MARK):
                    line.append(code)
        return line

    def _tell(self, number: int, message: str) -> None:
        fault = CodeFault(number, message)
        if fault not in self.faults:
            self.faults.append(fault)


def _is_empty(code: Node) -> bool:
    return _wraps(code) and not code.children


def recoded(nodes: Iterable[Node], codes: tuple[Node, ...]) -> str:
    """A line of the present translation with the numbers that its source's codes have.

    What the source has no equal of loses its code and keeps its words.
    """
    return "".join(_recoded(nodes, codes, set()))


def _recoded(nodes: Iterable[Node], codes: tuple[Node, ...], used: set[int]) -> Iterator[str]:
    for node in nodes:
        number = None if isinstance(node, str) else _number_of(node, codes, used)
        if isinstance(node, str):
            yield node
        elif number is None:
            yield from _recoded(node.children if isinstance(node, Element) else (), codes, used)
        elif _wraps(node):
            yield f"{{{number}}}"
            yield from _recoded(node.children, codes, used)
            yield f"{{/{number}}}"
        else:
            yield f"{{{number}/}}"


def _number_of(node: Node, codes: tuple[Node, ...], used: set[int]) -> int | None:
    """The number of the source's code that is the same, else of the first of its kind."""
    for alike in (_same, _same_tag):
        for number, code in enumerate(codes, 1):
            if number not in used and alike(node, code):
                used.add(number)
                return number
    return None


def _same(node: Node, code: Node) -> bool:
    return _same_tag(node, code) and _bound_to(node) == _bound_to(code)


def _same_tag(node: Node, code: Node) -> bool:
    return isinstance(node, Element) and isinstance(code, Element) and node.tag == code.tag


def _bound_to(node: Node) -> str:
    """What makes one link, picture or mark another one than its neighbour."""
    if not isinstance(node, Element):
        return ""
    return node.get("href") or node.get("src") or node.get("name")
