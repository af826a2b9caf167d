"""Holding a rendered page against the allow-list of what content may contain.

nh3 parses as browsers do. It also rewrites harmless markup (`<br/>`), so what is compared is not
its text but its tags and attributes: a page on which they differ is refused by name, not changed
in silence (the practice of GOV.UK's govspeak).
"""

from collections import Counter
from html.parser import HTMLParser

import nh3

_INLINE = {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "q", "s"}
_INLINE |= {"small", "strong", "sub", "sup", "u"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {
    "blockquote",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
}
_TABLES = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_TAGS = _INLINE | _HEADINGS | _BLOCKS | _TABLES | {"ul"}
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "title"},
    "a": {"href"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"style", "colspan", "rowspan"},
    "th": {"style", "colspan", "rowspan"},
}
_VOID = {"br", "hr", "img"}
_SCHEMES = {"https", "http", "mailto", "tel"}
_STYLES = {"text-align"}


def refused(html: str) -> tuple[str, ...]:
    """The tags and attributes that may not stand on a page, in page order: "<script>", "onclick"."""
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        filter_style_properties=_STYLES,
        link_rel=None,
        strip_comments=False,
    )
    if _plain(cleaned) == _plain(html):
        return ()
    return _differing(_tokens(html), _tokens(cleaned))


def _plain(html: str) -> str:
    """Without the spellings that differ between serialisers."""
    return (
        html.replace(" />", ">")
        .replace("&quot;", '"')
        .replace("&#160;", "\u00a0")
        .replace("&nbsp;", "\u00a0")
    )


def _differing(given: list[tuple[str, str]], kept: list[tuple[str, str]]) -> tuple[str, ...]:
    """What cleaning took away, and the tags that it had to close."""
    lost = Counter(given) - Counter(kept)
    closed = [name.replace("/", "") for name, _ in Counter(kept) - Counter(given) if name[1] == "/"]
    return tuple(
        dict.fromkeys([*(name for name, value in given if (name, value) in lost), *closed])
    )


def _tokens(html: str) -> list[tuple[str, str]]:
    reader = _Tokens()
    reader.feed(html)
    reader.close()
    return reader.found


class _Tokens(HTMLParser):
    """Tags and attributes as (name, value)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((f"<{tag}>", ""))
        self.found.extend((name, _folded(value)) for name, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.found.append((f"</{tag}>", ""))

    def handle_comment(self, data: str) -> None:
        self.found.append(("<!--", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("<!", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("<![", data))

    def handle_pi(self, data: str) -> None:
        self.found.append(("<?", data))


def _folded(value: str | None) -> str:
    """A style may be written with other spaces and semicolons; nothing else may change."""
    return (value or "").replace(" ", "").rstrip(";")
