"""What a reader sees of WordprocessingML: text by paragraphs, rows and cells of tables."""

from collections.abc import Callable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

_UNSEEN = frozenset({"del", "moveFrom", "Fallback"})
"""Deleted or moved away under tracking; the second copy of a text box, for old programs."""
_SIGNS = {"tab": " ", "br": "\v", "cr": "\v", "noBreakHyphen": "-", "ptab": " "}
_DEEPEST = 4
_PICTURES = ("drawing", "pict", "object")


def local_name(element: BaseOxmlElement) -> str:
    """The name without its namespace, which the strict variant of the format has changed."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else "Fallback"  # a comment


def text_of(element: BaseOxmlElement) -> str:
    """All text, a line feed after each paragraph, a vertical tab where a line is broken."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: BaseOxmlElement, pieces: list[str]) -> None:
    for child in element:
        name = local_name(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name not in _UNSEEN:
            _collect(child, pieces)
            if name == "p":
                pieces.append("\n")


def paragraphs_of(cell: BaseOxmlElement) -> list[str]:
    """The paragraphs of a cell, those of tables inside it too."""
    return text_of(cell).split("\n")


def tables_of(root: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Every table, those inside cells of others too, outer ones first.

    One that lies deeper than anybody nests tables is text of the cell around it.
    """
    for table in _all(root, "tbl"):
        if sum(1 for _ in table.iterancestors("{*}tbl")) <= _DEEPEST:
            yield table


def rows_around(root: BaseOxmlElement, is_mark: Callable[[str], object]) -> set[BaseOxmlElement]:
    """Rows that hold a table with a marked paragraph: they stand around rows, and are none."""
    found: set[BaseOxmlElement] = set()
    innermost = (p for p in _all(root, "p") if p.find(".//{*}p") is None)
    for mark in (p for p in innermost if is_mark(text_of(p))):
        found.update(list(mark.iterancestors("{*}tr"))[1:])
    return found


def _all(root: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
    found: Iterator[BaseOxmlElement] = root.iter(f"{{*}}{name}")
    return found


def rows_of(table: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """A table's own rows, whatever they are wrapped in, without those deleted under tracking."""
    for row in _nearest(table, "tr"):
        properties = (e for e in row if local_name(e) == "trPr")
        if not any(local_name(e) == "del" for p in properties for e in p):
            yield row


def cells_of(row: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """A row's own cells."""
    return _nearest(row, "tc")


def _nearest(element: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
    for child in element:
        found = local_name(child)
        if found == name:
            yield child
        elif found not in _UNSEEN and found != "tbl":
            yield from _nearest(child, name)


def has_picture(element: BaseOxmlElement) -> bool:
    """A photograph or drawing in place of text."""
    return any(True for name in _PICTURES for _ in _all(element, name))


def fonts_of(element: BaseOxmlElement) -> set[str]:
    """The names of the fonts that runs ask for themselves."""
    return {str(font) for e in _all(element, "rFonts") for font in e.attrib.values()}
