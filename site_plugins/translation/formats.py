"""The kinds of file that a kit travels in."""

from collections.abc import Mapping

from site_plugins.translation.docx_kit import DocxKit
from site_plugins.translation.html_kit import HtmlKit
from site_plugins.translation.model import KitFormat
from site_plugins.translation.po_kit import PoKit

_ALL: tuple[KitFormat, ...] = (HtmlKit(), DocxKit(), PoKit())
FORMATS: Mapping[str, KitFormat] = {kind.suffix: kind for kind in _ALL}
"""Suffix → format, in the order in which they are offered."""

_SAVED_AS = {"htm": "html", "mht": "html", "mhtml": "html", "txt": "html", "pot": "po"}


def format_of(name: str) -> KitFormat | None:
    """The format of a file that came back, by its suffix; browsers save pages under several."""
    suffix = name.rpartition(".")[2].casefold()
    return FORMATS.get(_SAVED_AS.get(suffix, suffix))
