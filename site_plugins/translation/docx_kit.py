"""The kit as a Word document, for Word, LibreOffice, WPS, Google Docs, and for paper."""

from site_plugins.translation.docx_reading import read_docx
from site_plugins.translation.docx_writing import write_docx
from site_plugins.translation.model import Filled, Kit


class DocxKit:
    """A table a section: the source on the left, the cell to fill on the right."""

    suffix = "docx"

    def write(self, kit: Kit) -> bytes:
        """A4, in Vietnamese, no macros, no link to anywhere."""
        return write_docx(kit)

    def read(self, name: str, data: bytes) -> Filled:
        """Rows by their marks; digests by the code that the document carries twice."""
        return read_docx(name, data)
