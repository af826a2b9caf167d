"""Word files as zip archives: written to the same bytes, opened without trust."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from site_plugins.translation.model import NotAKitError

MOST_BYTES = 20_000_000
"""Of the file, photographs in it included."""
_MOST_XML = 8_000_000
"""Of a part unpacked: kits of 60 units have 0.1 million, saved by LibreOffice 0.2."""
_CUSTOM = "docProps/custom.xml"
_DOCUMENT = re.compile(r"word/document\d*\.xml")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(document: Docx, code: str) -> bytes:
    """A document as a file without the time of writing, `code` among its custom properties."""
    package = document.part.package
    part = Part(PackURI(f"/{_CUSTOM}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, _custom(code), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    dated = io.BytesIO()
    document.save(dated)
    undated = io.BytesIO()
    with zipfile.ZipFile(dated) as source, zipfile.ZipFile(undated, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return undated.getvalue()


def _custom(code: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="bo-dich">'
        f"<vt:lpwstr>{escape(code)}</vt:lpwstr></property></Properties>"
    ).encode()


def unpacked(data: bytes) -> tuple[BaseOxmlElement, str]:
    """The root of a document's XML, and the text of its custom properties ("" without any).

    Only these two parts are unpacked, and never more of them than `_MOST_XML`.

    Raises:
        NotAKitError: it is no Word file, too big, encrypted, damaged, or its XML has a DTD.
    """
    if len(data) > MOST_BYTES:
        raise NotAKitError(_TOO_BIG)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = next(filter(_DOCUMENT.fullmatch, archive.namelist()), "")
            custom = _part(archive, _CUSTOM) if _CUSTOM in archive.namelist() else None
            return _part(archive, main), "" if custom is None else "".join(custom.itertext())
    except NotAKitError:
        raise
    except _DAMAGED:
        raise NotAKitError(_why(data)) from None


_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    RuntimeError,  # an encrypted entry, an unknown compression
    struct.error,
    SyntaxError,  # broken XML: lxml's errors are Python's too
)


def _part(archive: zipfile.ZipFile, name: str) -> BaseOxmlElement:
    with archive.open(name) as part:
        xml = part.read(_MOST_XML + 1)
    if len(xml) > _MOST_XML or _DTD in xml:
        raise NotAKitError(_TOO_BIG if _DTD not in xml else _ENTITIES)
    root: BaseOxmlElement = parse_xml(xml)
    if root.getroottree().docinfo.internalDTD is not None:  # in another encoding
        raise NotAKitError(_ENTITIES)
    return root


_DTD = b"<!DOCTYPE"
_TOO_BIG = "tệp lớn quá, không thể là một bộ dịch; nếu có dán ảnh vào thì hãy bỏ ảnh ra"
_ENTITIES = "tệp có khai báo lạ (DTD), không phải do chương trình soạn thảo lưu"
_NO_WORD_FILE = "không phải tệp Word (.docx), hoặc tệp hỏng: hãy tải lại hoặc gửi lại"
_OTHERS = (
    (
        b"\xd0\xcf\x11\xe0",
        "tệp .doc đời cũ, hoặc tệp có mật khẩu: hãy lưu lại thành .docx, bỏ mật khẩu",
    ),
    (b"%PDF", "tệp PDF không có ô để đọc: hãy gửi tệp Word (.docx)"),
    (b"{\\rtf", "tệp RTF: hãy lưu lại thành .docx"),
    (b"\xff\xd8\xff", "ảnh chụp: hãy gõ bản dịch vào tệp Word của bộ dịch"),
    (b"\x89PNG", "ảnh chụp: hãy gõ bản dịch vào tệp Word của bộ dịch"),
)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"


def _why(data: bytes) -> str:
    """What was sent in place of a Word file, as far as its first bytes tell."""
    if _OPEN_DOCUMENT in data[:200]:
        return "tệp của LibreOffice (.odt): hãy lưu lại thành .docx"
    return next((told for magic, told in _OTHERS if data.startswith(magic)), _NO_WORD_FILE)
