"""The kinds of file that a kit travels in."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from site_plugins.translation.docx_kit import DocxKit
from site_plugins.translation.html_kit import HtmlKit
from site_plugins.translation.model import KitFormat
from site_plugins.translation.po_kit import PoKit

_ALL: tuple[KitFormat, ...] = (HtmlKit(), DocxKit(), PoKit())
FORMATS: Mapping[str, KitFormat] = {kind.suffix: kind for kind in _ALL}
"""Suffix → format, in the order in which they are offered."""

_SAVED_AS = {"htm": "html", "mht": "html", "mhtml": "html", "txt": "html", "pot": "po"}


def format_of(name: str, data: bytes) -> KitFormat | None:
    """The format of a file that came back: what it holds, else its suffix; phones rename files."""
    suffix = _suffix(name)
    return FORMATS.get(_held_in(data) or _SAVED_AS.get(suffix, suffix))


def _held_in(data: bytes) -> str:
    """The suffix that a file should have, "" where it does not show."""
    if data.startswith(b"PK"):
        return DocxKit.suffix if _is_word(data) else ""
    if b"<textarea" in data:
        return HtmlKit.suffix
    return PoKit.suffix if b"msgid" in data and b"X-Kit" in data else ""


def _is_word(data: bytes) -> bool:
    try:
        with ZipFile(BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False


_ARCHIVE = "hãy giải nén rồi nhập từng tệp ở trong"
_OTHER_WORD = "hãy mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nhập tệp đó"
_PICTURE = "máy không đọc được chữ trong ảnh: hãy gõ lại vào bộ dịch .html hoặc .docx"
_PRINTED = "xin người dịch gửi tệp .docx hoặc .html, hoặc gõ lại vào bộ dịch"
_OTHERS = {
    **dict.fromkeys(("zip", "rar", "7z"), _ARCHIVE),
    **dict.fromkeys(("doc", "odt", "rtf", "wps", "docm", "dotx"), _OTHER_WORD),
    **dict.fromkeys(("jpg", "jpeg", "png", "heic", "webp"), _PICTURE),
    "pdf": _PRINTED,
}


def what_to_do(name: str) -> str:
    """What to do with a file that is in none of the formats, by its suffix."""
    return _OTHERS.get(_suffix(name), f"các dạng nhận được: {', '.join(FORMATS)}")


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].casefold()
