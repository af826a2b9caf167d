"""How the theme's search cuts pages and questions into words, for every script alike.

The search keeps a table of words and finds those that begin as a word of the question does. By
itself it cuts at white space alone: a question would have to begin where a Khmer paragraph does,
and «hộ» would not be found in «“hộ».
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

_SIGNS = r"\s\u200b\-\u2010-\u2015,.:;!?…()\[\]{}\"“”„«»‹›/\\|*_#%=<>"
_APOSTROPHES = "'’‘ʼ"
"""People type another one than the text has, so what stands on both sides is looked for."""
_STOPS = "។៕៖ៗ꩜-꩟\uaade\uaadf"
"""Of Khmer, Cham and Tai Viet."""
_REFERENCE = "&[a-z]+;"
_SYLLABLE = "(?=[\u1780-\u17b3\uaa80-\uaaaf\uaab5\uaab6\uaab9\uaabb\uaabc])"
"""Khmer and Tai Viet write no spaces between words: cut before every consonant and every vowel
that stands before one. A subscript is cut off too, on the page and in the question alike: what
would tell it, a look behind, stops the whole search in Safari before 16.4."""

SEPARATOR = f"{_REFERENCE}|[{_SIGNS}{_APOSTROPHES}{_STOPS}]+|{_SYLLABLE}"
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
