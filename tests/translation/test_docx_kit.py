"""A kit travels as a Word document, survives what word processors do to it, and nothing else."""

import contextlib
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from site_plugins.policy.station import Language
from site_plugins.translation.docx_kit import DocxKit
from site_plugins.translation.docx_marks import CONFIRM
from site_plugins.translation.mending import mended
from site_plugins.translation.model import Filled, NotAKitError
from tests.translation.kits import CHAM, COTU, GIVEN_BACK, KHMER, KIT, TAI_VIET, UNITS, kit_of
from tests.translation.mutations import damaged

WHOLE = DocxKit().write(KIT)
MAIN = "word/document.xml"


def _part(data: bytes, name: str = MAIN) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def _with(parts: dict[str, bytes | None], data: bytes = WHOLE) -> bytes:
    """The file with other parts; None takes a part out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        whole = {name: source.read(name) for name in source.namelist()} | parts
        for name, content in whole.items():
            if content is not None:
                target.writestr(name, content)
    return packed.getvalue()


def _edited(*changes: tuple[str, str], data: bytes = WHOLE) -> Filled:
    """The file read after changes of its text, each of which must find its place."""
    xml = _part(data)
    for old, new in changes:
        assert old in xml
        xml = xml.replace(old, new)
    return DocxKit().read("k.docx", _with({MAIN: xml.encode()}, data))


KEPT = kit_of("Muôn pay", "Lai pay", "Hoa")
KEPT_FILE = DocxKit().write(KEPT)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _typed(inner: str) -> Filled:
    """The first unit's cell with other content in its paragraph."""
    return _edited((_run("Muôn pay"), inner), data=KEPT_FILE)


def test_the_same_kit_is_the_same_file() -> None:
    """No time of writing, in no part and not in the archive."""
    assert DocxKit().write(KIT) == WHOLE
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_is_written_is_read_back() -> None:
    """The kit's own translations, its digests, its people; only what is unchanged is confirmed."""
    assert DocxKit().read("k.docx", WHOLE) == GIVEN_BACK


def test_another_reader_sees_a_table_a_section() -> None:
    """python-docx: A4, headings, two columns, the source and the mark on the left."""
    document = docx.Document(io.BytesIO(WHOLE))
    page = document.sections[0]
    assert page.page_width
    assert page.page_height
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert [h for h in headings if h in KIT.headings.values()] == list(KIT.headings.values())
    left, right = document.tables[3].rows[1].cells
    assert [p.text for p in left.paragraphs] == [
        "2 · đoạn · bài gốc đã đổi, cần dịch lại",
        UNITS[1].source,
        "Đã đổi: Mỗi người được 360.000 500.000 đồng một tháng, theo nghị định của Chính phủ.",
        f"\u2002{CONFIRM}",
        "[2 · bao-nhieu.1]",
    ]
    assert right.text == UNITS[1].target


def _looks(paragraph: Paragraph, look: str) -> list[str]:
    return [run.text for run in paragraph.runs if getattr(run.font, look)]


def test_facts_and_changes_are_seen() -> None:
    """Facts are bold; what went is struck out, what came is underlined."""
    _, source, changed, *_ = docx.Document(io.BytesIO(WHOLE)).tables[3].rows[1].cells[0].paragraphs
    assert _looks(source, "bold") == ["500.000 đồng"]
    assert (_looks(changed, "strike"), _looks(changed, "underline")) == (["360.000"], ["500.000"])


def test_rows_are_whole_and_their_head_is_repeated() -> None:
    """No page break splits a row; every page of a table says which column is which."""
    for table in docx.Document(io.BytesIO(WHOLE)).tables[1:]:
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)  # noqa: SLF001
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None  # noqa: SLF001


@pytest.mark.parametrize(
    ("language", "font"),
    [(COTU, "Arial"), (KHMER, "Noto Sans Khmer"), (TAI_VIET, "Noto Sans Tai Viet"),
     (CHAM, "Noto Sans Cham")],
)  # fmt: skip
def test_a_translation_is_in_its_language(language: Language, font: str) -> None:
    """Its full tag and its font in every slot; the document itself is in Vietnamese."""
    styles = _part(DocxKit().write(kit_of("a", language=language)), "word/styles.xml")
    own = styles[styles.index('w:styleId="ban-dich"') :]
    tag = language.full_tag
    assert f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>' in own
    assert f'w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"' in own
    defaults = styles[: styles.index("</w:rPrDefault>")]
    assert '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>' in defaults


def test_nothing_leads_out_of_the_document() -> None:
    """No macro, no external relation, no picture."""
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        names = archive.namelist()
        relations = "".join(archive.read(n).decode() for n in names if n.endswith(".rels"))
    assert "External" not in relations
    assert not [n for n in names if re.search(r"vba|media|thumbnail|embeddings", n)]


def test_any_text_can_be_written() -> None:
    """Hostile content is text: mark-up, control characters, a mark that is none."""
    text = 'a<w:p/>&amp;"\x01\x0b]]> [9 · x] b'
    unit = replace(UNITS[0], source=text, target=text, facts=("", "<w", "a"), before="\ufffe")
    kit = replace(KIT, units=(unit,), title=text * 50, notes=(text,), headings={})
    assert DocxKit().read("k", DocxKit().write(kit)).cells == {
        "title": 'a<w:p/>&amp;"]]> [9 · x] b'
    }


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (_run("Muôn ") + "<w:ins w:author='a' w:id='1'>" + _run("pay") + "</w:ins>", "Muôn pay"),
        (_run("Muôn") + "<w:del><w:r><w:delText>pay</w:delText></w:r></w:del>", "Muôn"),
        (_run("Muôn") + "<w:del>" + _run("pay") + "</w:del>", "Muôn"),
        (_run("Muôn") + "<w:moveFrom>" + _run("pay") + "</w:moveFrom>", "Muôn"),
        ("<w:hyperlink>" + _run("Muôn") + "</w:hyperlink>" + _run(" pay"), "Muôn pay"),
        ("<w:r><w:t>Mu</w:t><w:softHyphen/><w:t>ôn</w:t><w:tab/><w:t>pay</w:t></w:r>", "Muôn pay"),
        ("<w:r><w:t>Muôn</w:t><w:br/><w:t>pay</w:t></w:r>", "Muôn pay"),
        ("<w:r><w:t>49</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r>", "49-CP"),
        ("<w:r><w:instrText>DATE</w:instrText></w:r>" + _run("Muôn"), "Muôn"),
        ("<w:fldSimple w:instr='DATE'>" + _run("Muôn") + "</w:fldSimple>", "Muôn"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + _run("Muôn") + "</w:sdtContent></w:sdt>", "Muôn"),
        ("<w:smartTag>" + _run("Muôn") + "</w:smartTag><w:commentReference w:id='1'/>", "Muôn"),
        ("<!-- x --><?x y?>" + _run("Muôn"), "Muôn"),
        (_run("a") + "</w:p><w:p><w:pPr><w:numPr/></w:pPr>" + _run("b"), "a b"),
        (
            '<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:txbxContent><w:p>'
            + _run("Muôn")
            + "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>"
            + _run("Muôn")
            + "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>",
            "Muôn",
        ),
        (
            "</w:p><w:tbl><w:tr><w:tc><w:p>"
            + _run("Muôn")
            + "</w:p></w:tc><w:tc><w:p>"
            + _run("pay")
            + "</w:p></w:tc></w:tr></w:tbl><w:p>",
            "Muôn pay",
        ),
    ],
    ids=[
        "tracked insertion", "tracked deletion", "deletion by others", "moved away", "hyperlink",
        "soft hyphen and tab", "line break", "hyphen that does not break", "code of a field",
        "field", "content control", "smart tag and comment", "XML comment",
        "list of two paragraphs", "text box", "nested table",
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_is_seen(inner: str, text: str) -> None:
    """What was deleted, hidden or is there twice for old programs is not text."""
    assert _typed(inner).cells["muc.1"] == text


def _row_of(xml: str, n: int) -> str:
    """The n-th row of a unit."""
    rows = (found[0] for found in re.finditer(r"<w:tr>.*?</w:tr>", xml, re.DOTALL))
    return next(row for row in rows if f"[{n} · muc.{n}]" in row)


def _rows(change: Callable[[str, str, str], str]) -> Filled:
    """The document with its three rows put together in another way."""
    xml = _part(KEPT_FILE)
    rows = [_row_of(xml, n) for n in (1, 2, 3)]
    changed = xml.replace("".join(rows), change(*rows))
    assert changed != xml
    return DocxKit().read("k.docx", _with({MAIN: changed.encode()}, KEPT_FILE))


ALL = {"muc.1": "Muôn pay", "muc.2": "Lai pay", "muc.3": "Hoa"}


def test_rows_may_be_moved_and_copied() -> None:
    """Each is known by its own mark."""
    assert _rows(lambda a, b, c: c + a + b + b).cells == ALL


def test_a_table_may_be_split_and_moved_into_another() -> None:
    """Rows are found at any depth; the row around them is none."""
    table = "</w:tbl><w:p/><w:tbl><w:tr><w:tc><w:tbl>"
    end = "</w:tbl><w:p/></w:tc></w:tr>"
    filled = _rows(lambda a, b, c: a + table + b + c + end)
    assert (filled.cells, filled.problems) == (ALL, ())


def test_a_deleted_row_is_missing() -> None:
    """Taken out, or deleted under tracking: nothing is made up in its place."""
    tracked = "<w:trPr><w:del w:author='a' w:id='1'/>"
    filled = _rows(lambda a, b, _: a + b.replace("<w:trPr>", tracked))
    assert (filled.cells, filled.problems) == ({"muc.1": "Muôn pay"}, ())


def test_columns_may_be_swapped_or_merged() -> None:
    """What follows the mark in its cell, or stands in another cell, is the translation."""
    cells = re.compile(r"(<w:tc>.*?</w:tc>)(<w:tc>.*?</w:tc>)", re.DOTALL)
    swapped = _rows(lambda a, b, c: cells.sub(r"\2\1", a) + b + c.replace("</w:tc><w:tc>", ""))
    assert swapped.cells == ALL


def test_a_row_twice_with_two_texts_is_told() -> None:
    """Neither is taken."""
    filled = _rows(lambda a, b, c: a + b + c + a.replace("Muôn", "Khác"))
    assert "muc.1" not in filled.cells
    assert [(p.path, p.line) for p in filled.problems] == [("k.docx", 1)]


def test_rows_merged_into_one_are_told() -> None:
    """Two marks in a row: whose text is it?"""
    filled = _rows(lambda a, b, c: a.replace("</w:tc></w:tr>", "") + re.sub(
        r"^<w:tr><w:trPr>.*?</w:trPr><w:tc>", "", b) + c)  # fmt: skip
    assert filled.cells == {"muc.3": "Hoa"}
    assert "bị gộp" in filled.problems[0].message


def test_a_row_that_lost_its_mark_is_told() -> None:
    """Somebody emptied the left cell, or added a row of their own."""
    filled = _rows(lambda a, b, c: a.replace("[1 · muc.1]", "") + b + c)
    assert "muc.1" not in filled.cells
    assert "hàng không còn mã" in filled.problems[0].message


def test_a_picture_in_place_of_text_is_told() -> None:
    """A photograph of handwriting cannot be read."""
    filled = _typed("<w:r><w:drawing/></w:r>")
    assert "muc.1" not in filled.cells
    assert [(p.line, p.message) for p in filled.problems] == [(1, "ô chỉ có ảnh, chưa có chữ")]


def test_letters_of_an_old_font_are_told() -> None:
    """Their codes are not Unicode: «®» stands for «đ»."""
    filled = _typed('<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>®i</w:t></w:r>')
    assert "phông cũ (.VnTime)" in filled.problems[0].message


@pytest.mark.parametrize("sign", "☒☑✓xXv")
def test_a_tick_confirms_the_old_translation(sign: str) -> None:
    """Clicked in Word, typed elsewhere."""
    assert _edited((f"{_run('☐')}</w:sdtContent>", f"{_run(sign)}</w:sdtContent>")).confirmed == {
        "bao-nhieu.1",
        "bao-nhieu.2",
    }


def test_the_code_may_be_deleted() -> None:
    """Its copy among the properties stands in for it."""
    assert _edited(("[bo-dich:", "[")).sections == KIT.sections


def test_the_properties_may_be_dropped() -> None:
    """Google Docs keeps what is seen and nothing else."""
    data = _with({"docProps/custom.xml": None})
    assert DocxKit().read("k.docx", data) == DocxKit().read("k.docx", WHOLE)


def test_without_both_codes_it_is_no_kit() -> None:
    """Nobody knows what source the cells belong to."""
    xml = _part(WHOLE).replace("[bo-dich:", "[").encode()
    with pytest.raises(NotAKitError, match="không tìm thấy mã"):
        DocxKit().read("k", _with({MAIN: xml, "docProps/custom.xml": None}))


def test_the_strict_variant_is_read() -> None:
    """Word can save with other namespaces; Word Online names the main part otherwise."""
    strict = _part(WHOLE).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = _with({MAIN: None, "word/document2.xml": strict.encode()})
    assert DocxKit().read("k.docx", data) == DocxKit().read("k.docx", WHOLE)


ENTITIES = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><w>&b;</w>"

LAUGHS = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
LAUGHS = f"<!DOCTYPE w [<!ENTITY a0 'haha'>{LAUGHS}]><w a='&a9;'/>"


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MAIN, b"<w>" + b" " * 60_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "không phải tệp Word"),
        (b"PK\x03\x04", "không phải tệp Word"),
        (b"\xd0\xcf\x11\xe0", r"\.doc đời cũ"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\xff\xd8\xff", "ảnh"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"0" * 30_000_000, "lớn quá"),
        (_bomb(), "lớn quá"),
        (_with({MAIN: ENTITIES.encode()}), "DTD"),
        (_with({MAIN: ENTITIES.encode("utf-16")}), "DTD"),
        (_with({MAIN: LAUGHS.encode()}), "DTD"),
        (_with({"docProps/custom.xml": ENTITIES.encode()}), "DTD"),
        (_with({MAIN: b"<w><w>"}), "không phải tệp Word"),
        (_with({MAIN: b"<w>" * 500}), "không phải tệp Word"),
        (_with({MAIN: None}), "không phải tệp Word"),
        (_with({MAIN: re.sub(r"\[\d · ", "[", _part(WHOLE)).encode()}), "không còn hàng nào"),
    ],
)
def test_what_is_no_kit_is_refused(data: bytes, why: str) -> None:
    """The message says why, in Vietnamese."""
    with pytest.raises(NotAKitError, match=why):
        DocxKit().read("k.docx", data)


@given(st.one_of(st.binary(), damaged(WHOLE)))
def test_whatever_comes_is_read_or_refused(data: bytes) -> None:
    """No other exception, whatever the bytes are."""
    with contextlib.suppress(NotAKitError):
        DocxKit().read("k.docx", data)


@given(damaged(_part(KEPT_FILE).encode()))
def test_whatever_the_document_says_is_read_or_refused(xml: bytes) -> None:
    """The same for damage that the archive's checksums do not see."""
    with contextlib.suppress(NotAKitError):
        DocxKit().read("k.docx", _with({MAIN: xml}, KEPT_FILE))


@settings(max_examples=25)
@given(st.lists(st.text("abđêơ̆ខ្មែរ\u200bꪼꪕ’«»“” 0123456789%,;:(){}<&", min_size=1), min_size=1))
def test_a_translation_comes_back_as_it_went(targets: list[str]) -> None:
    """Whatever the script, one line of clean text is the same text after the journey."""
    kit = kit_of(*(" ".join(f"Hoa {target} x.".split()) for target in targets))
    clean = {unit.id: mended("k", unit.target, unit)[0] for unit in kit.units}
    assert DocxKit().read("k", DocxKit().write(kit)).cells == clean
