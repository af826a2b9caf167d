"""WordprocessingML as text: python-docx's own calls take a quarter of a second for a kit.

What comes in is plain text and is escaped; what goes out is XML in the prefix `w`.
"""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

BOLD, STRUCK, UNDERLINED = "<w:b/><w:bCs/>", "<w:strike/>", '<w:u w:val="single"/>'
GREY = '<w:color w:val="808080"/>'
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def run(text: str, look: str = "") -> str:
    """A stretch of text in one look."""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(plain(text))}</w:t></w:r>'


def paragraph(style: str, *runs: str) -> str:
    """Runs in a paragraph; `style` is the style's id."""
    style = f"<w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>"
    return f"<w:p>{style}{''.join(runs)}</w:p>"


def tick_box(sign: str) -> str:
    """A box that Word ticks at a click; elsewhere an x is typed, on paper drawn."""
    return (
        "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='0'/>"
        "<w14:checkedState w14:val='2612' w14:font='MS Gothic'/>"
        "<w14:uncheckedState w14:val='2610' w14:font='MS Gothic'/></w14:checkbox></w:sdtPr>"
        f"<w:sdtContent>{run(sign)}</w:sdtContent></w:sdt>"
    )


def field(name: str) -> str:
    """What the program works out itself: PAGE, NUMPAGES."""
    return f"<w:fldSimple w:instr={quoteattr(name)}>{run('1')}</w:fldSimple>"


def row(*cells: str, height_mm: int = 0, heads: bool = False) -> str:
    """A row that no page break splits; one that heads its table is repeated on every page."""
    height = f'<w:trHeight w:val="{round(height_mm * 56.7)}" w:hRule="atLeast"/>'
    properties = "<w:cantSplit/>" + (height if height_mm else "") + "<w:tblHeader/>" * heads
    return (
        f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(f'<w:tc>{c}</w:tc>' for c in cells)}</w:tr>"
    )


def table(widths_mm: Iterable[int], rows: Iterable[str]) -> str:
    """A table with a grid, and the empty paragraph that must follow it."""
    grid = "".join(f'<w:gridCol w:w="{round(width * 56.7)}"/>' for width in widths_mm)
    margins = "".join(
        f'<w:{side} w:w="85" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")
    )
    properties = (
        '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    )
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl><w:p/>"
    )
