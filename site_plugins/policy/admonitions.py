"""Admonitions whose title the writer left out: Python-Markdown would say "Note" in English."""

import re

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionProcessor

DEFAULT_TITLE = "Lưu ý"


class _VietnameseTitle(AdmonitionProcessor):
    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        kind, title = super().get_class_and_title(match)
        return kind, DEFAULT_TITLE if match.group(2) is None else title


def use_vietnamese_titles(converter: Markdown) -> Markdown:
    """Put the default title of `converter`'s admonitions into Vietnamese."""
    processor = _VietnameseTitle(converter.parser)
    converter.parser.blockprocessors.register(processor, "admonition", 105)
    return converter
