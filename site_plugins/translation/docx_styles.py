"""How the kit looks in a word processor: A4, fonts that every machine has, room for handwriting."""

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from site_plugins.policy.station import Language
from site_plugins.translation.docx_xml import plain

TITLE, HEADING, SOURCE, TARGET, REMARK = "Heading1", "Heading2", "ban-goc", "ban-dich", "ghi-chu"
"""Ids of paragraph styles."""

_NAMES = {SOURCE: "Bản gốc", TARGET: "Bản dịch", REMARK: "Ghi chú nhỏ"}
VIETNAMESE_TAG = "vi-VN"
_BASE_FONT = "Arial"
"""On Windows and phones; LibreOffice has a font of the same widths in its place."""
_KEPT = {"Normal", TITLE, HEADING, "DefaultParagraphFont", "TableNormal", "TableGrid"}
_BLACK, _GREY = RGBColor(0, 0, 0), RGBColor(0x59, 0x59, 0x59)
_UNUSED_PARTS = ("thumbnail", "stylesWithEffects", "customXml", "numbering")


def new_document(language: Language, title: str) -> Docx:
    """An empty A4 document in Vietnamese with a style for text in `language`."""
    document = Document()
    _trim(document)
    _page(document)
    _in_vietnamese(document)
    _set_font(document.styles["Normal"], _BASE_FONT, 11)
    for name, points in (("Heading 1", 18), ("Heading 2", 13)):
        _heading(document.styles[name], points)
    _set_font(_added(document, SOURCE), _BASE_FONT, 11)
    remark = _added(document, REMARK)
    _set_font(remark, _BASE_FONT, 9)
    remark.font.color.rgb = _GREY
    _target(_added(document, TARGET), language)
    _properties(document, title)
    return document


def _trim(document: Docx) -> None:
    """Without what python-docx's template brings and no kit needs: nine tenths of the file."""
    styles = document.styles.element
    for style in styles.style_lst:
        if style.styleId not in _KEPT:
            styles.remove(style)
    for link in styles.xpath("w:style/w:link"):
        link.getparent().remove(link)
    for part in (document.part, document.part.package):
        for key in [k for k, rel in part.rels.items() if rel.reltype.endswith(_UNUSED_PARTS)]:
            del part.rels[key]


def _page(document: Docx) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(1.5)
    page.header_distance = page.footer_distance = Cm(0.7)


def _in_vietnamese(document: Docx) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        _set_language(lang, VIETNAMESE_TAG)


def _set_language(lang: BaseOxmlElement, tag: str) -> None:
    for slot in ("w:val", "w:eastAsia", "w:bidi"):
        lang.set(qn(slot), tag)


def _properties(document: Docx, title: str) -> None:
    properties = document.core_properties
    properties.title = plain(title)[:255]
    properties.language = VIETNAMESE_TAG
    properties.author = properties.comments = ""


def _added(document: Docx, style_id: str) -> ParagraphStyle:
    name = _NAMES[style_id]
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.styleId = style_id
    style.base_style = document.styles["Normal"]
    style.paragraph_format.space_after = Pt(2)
    style.paragraph_format.line_spacing = 1
    return style


def _heading(style: ParagraphStyle, points: int) -> None:
    _set_font(style, _BASE_FONT, points)
    style.font.color.rgb = _BLACK
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.space_before = Pt(points * 0.7)
    style.paragraph_format.space_after = Pt(4)


def _target(style: ParagraphStyle, language: Language) -> None:
    """Text in the language: its full tag, its font in every slot, unspelled: no machine knows it.

    Word takes Khmer from the slot of complex scripts, Tai Viet and Cham from that of the rest.
    """
    own = language.script != "Latn" and language.fonts
    _set_font(style, language.fonts[0] if own else _BASE_FONT, 12)
    style.font.no_proof = True
    lang = OxmlElement("w:lang")
    _set_language(lang, language.full_tag)
    style.element.get_or_add_rPr().append(lang)


def _set_font(style: ParagraphStyle, name: str, points: int) -> None:
    """Font and size for all scripts; a theme's font would come before it."""
    style.font.size = Pt(points)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for slot in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(slot), name)
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(2 * points))
    properties.find(qn("w:sz")).addnext(size)
