"""Figures with spaces between them, in text that runs from right to left.

There the groups of 0200 000 0000 would stand in reverse, and people would call another number. A
space that does not break is to the Unicode bidirectional algorithm (UAX #9, W4) a separator within
one number, so the groups keep their order; nor does a line end between them.
"""

import re

from site_plugins.portal.wording import Wording

_NO_TEXT = re.compile(r"(<script\b.*?</script>|<style\b.*?</style>|<[^>]*>)", re.DOTALL)
_BETWEEN = re.compile(r"(?<=\d) (?=\d)")


def with_figures_in_order(page: str, wording: Wording) -> str:
    """A built page whose figures stand in the order in which they are read."""
    if wording.language.direction != "rtl":
        return page
    parts = _NO_TEXT.split(page)
    parts[::2] = [_BETWEEN.sub("\u00a0", text) for text in parts[::2]]
    return "".join(parts)
