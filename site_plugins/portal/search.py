"""How the theme's search cuts pages and questions into words, for every script alike.

The search keeps a table of words and finds those that begin as a word of the question does. By
itself it cuts at white space alone: a question would have to begin where a Khmer paragraph does,
and «hộ» would not be found in «“hộ».
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

_SIGNS = r"\s\u200b\-\u2010-\u2015;!?…()\[\]{}\"“”„«»‹›\\|*_#%=<>"
_WITHIN_FIGURES = "[,.:/](?![0-9])"
"""Sums, dates and numbers of documents are one word: 500.000, 1/7/2025, 176/2025."""
_APOSTROPHES = "'’‘ʼ"
"""People type another one than the text has, so what stands on both sides is looked for."""
_STOPS = "។៕៖ៗ꩜-꩟\uaade\uaadf"
"""Of Khmer, Cham and Tai Viet."""
_REFERENCE = "&[a-z]+;"
_UNSPACED = (
    "\u1780-\u17b3"  # Khmer
    "\uaa80-\uaaaf\uaab5\uaab6\uaab9\uaabb\uaabc"  # Tai Viet
    "\u0e01-\u0e2e\u0e40-\u0e44"  # Thai
    "\u0e81-\u0eae\u0ec0-\u0ec4\u0edc-\u0edf"  # Lao
    "\u1000-\u102a"  # Myanmar
    "\u3400-\u4dbf\u4e00-\u9fff"  # Han
)
_SYLLABLE = f"(?=[{_UNSPACED}])"
"""These write no spaces between words: cut before every consonant and every vowel that stands
before one, and before every Han character. A subscript is cut off too, on the page and in the
question alike: what would tell it, a look behind, stops the whole search in Safari before 16.4."""

_BETWEEN = f"(?:[{_SIGNS}{_APOSTROPHES}{_STOPS}]|{_WITHIN_FIGURES})+"
SEPARATOR = f"{_REFERENCE}|{_BETWEEN}|{_SYLLABLE}"
"""A regular expression of JavaScript."""


def make_search_whole(config: MkDocsConfig) -> None:
    """Set up the search of the theme, whichever it is, before it takes its settings.

    No word is trimmed, stemmed or left out: what is done so to Vietnamese damages the others.
    """
    wanted: dict[str, Any] = {"separator": SEPARATOR, "pipeline": []}
    for plugin in config.plugins.values():
        if not isinstance(plugin, BasePlugin):
            continue  # a hook: MkDocs keeps those here too
        for key in wanted.keys() & set(plugin.config):
            plugin.config[key] = wanted[key]
