"""Where in a Markdown text a rendered block stands: Python-Markdown keeps no lines."""

import re
from bisect import bisect_right
from html import unescape
from itertools import accumulate

from site_plugins.policy.admonitions import DEFAULT_TITLE

_NEEDLE = 24
_TRIES = 200
# What stands in a source line and not in its rendered text.
_UNSEEN = re.compile(
    r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])"  # a picture
    r"|\]\([^)]*\)"  # a link's target
    r"|(?<=\])\[[^\]]*\]"  # a link's reference
    r"|\[\^[^\]]*\]"  # a footnote's mark
    r"|\{[:#.][^}]*\}"  # attributes
    r"|</?[A-Za-z][^>]*>"  # tags
)
_MARKER = re.compile(r"^[\s>]*(?:(?:[-*+:]|\d+\.)\s+)*(!!!\s+[\w -]+?(?=\"|$))?")


class LineFinder:
    """Finds blocks one after the other, by the letters and digits that they open a line with."""

    def __init__(self, text: str, first_line: int) -> None:
        lines = [_seen(line) for line in text.split("\n")]
        self._starts = [0, *accumulate(len(line) for line in lines)]
        self._letters = "".join(lines)
        self._first_line = first_line
        self._line = 0
        self._end = 0

    def line_of(self, text: str) -> int:
        """The line, in the file, of the next block that opens with `text`."""
        letters = _letters(text)
        needle = letters[:_NEEDLE]
        found = self._opening(needle)
        if found < 0:
            found = self._letters.find(needle, self._end)
        if found >= 0 and needle:
            self._line = bisect_right(self._starts, found) - 1
            self._end = found + len(letters)
        return self._first_line + self._line

    def _opening(self, needle: str) -> int:
        """Where the needle opens a line, after the block before; -1 when it opens none."""
        found = self._end - 1
        for _ in range(_TRIES):
            found = self._letters.find(needle, found + 1)
            if found < 0 or self._starts[bisect_right(self._starts, found) - 1] == found:
                return found
        return -1


def _seen(line: str) -> str:
    """A source line's letters, as they come out on the page."""
    marker = _MARKER.match(line)
    rest = line[marker.end() :] if marker else line
    if marker and marker[1] and not rest.strip():
        rest = DEFAULT_TITLE
    if "[" in rest or "{" in rest or "<" in rest:
        rest = _UNSEEN.sub("", rest)
    return _letters(unescape(rest))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
