"""Holding a rendered page against the allow-list of what content may contain.

nh3 parses as browsers do. It also rewrites harmless markup (`<br/>`), so what is compared is not
its spelling but its tags, attributes and text in their order: a page on which they differ is
refused by name, not changed in silence (the practice of GOV.UK's govspeak).
"""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

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


_FAR = re.compile(r"(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


class Refused(NamedTuple):
    """A tag ("<script>"), an attribute ("onclick") with its value, or loose text ("")."""

    name: str
    value: str


def forbidden(html: str, markdown: str) -> list[tuple[int, str, str]]:
    """What may not stand on a page: (line of the Markdown from 0, what is wrong, hint)."""
    lines = markdown.split("\n")
    return [(line, *_saying(found)) for found in refused(html) for line in _lines_of(found, lines)]


def refused(html: str) -> tuple[Refused, ...]:
    """The tags and attributes that may not stand on a page, in page order."""
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_near_images,
        url_schemes=_SCHEMES,
        filter_style_properties=_STYLES,
        link_rel=None,
        strip_comments=False,
    )
    if _plain(cleaned) == _plain(html):
        return ()
    return _differing(_tokens(html), _tokens(cleaned))


def _near_images(tag: str, attribute: str, value: str) -> str | None:
    """A picture from elsewhere would tell that place who reads: it lies beside the page."""
    if tag == "img" and attribute == "src" and _FAR.match("".join(value.split())):
        return None
    return value


def _plain(html: str) -> str:
    """Without the spellings that differ between serialisers."""
    return (
        html.replace(" />", ">")
        .replace("&quot;", '"')
        .replace("&#160;", "\u00a0")
        .replace("&nbsp;", "\u00a0")
    )


def _differing(given: list[Refused], kept: list[Refused]) -> tuple[Refused, ...]:
    """What cleaning took away, the tags that it had to close, or else the first thing it moved."""
    if given == kept:
        return ()
    lost = Counter(given) - Counter(kept)
    added = Counter(kept) - Counter(given)
    closed = [Refused(name.replace("/", ""), "") for name, _ in added if name.startswith("</")]
    named = [*(token for token in given if token in lost and token.name), *closed]
    moved = next((a for a, b in zip(given, kept, strict=False) if a != b), given[-1])
    return tuple(dict.fromkeys(named or [moved]))


def _saying(found: Refused) -> tuple[str, str]:
    name, value = found
    if name == "src":
        hint = "chép tệp ảnh vào cùng thư mục với bài rồi ghi tên tệp"
        return f'ảnh lấy từ nơi khác không được dùng: "{value[:60]}"', hint
    if name == "href":
        hint = "liên kết phải bắt đầu bằng https://, mailto: hoặc tel:"
        return f'liên kết không được dùng: "{value[:60]}"', hint
    hint = "hãy viết bằng Markdown thường, hoặc xóa đi"
    return f"HTML không được dùng trong bài: {name or value[:60]}", hint


def _lines_of(found: Refused, lines: list[str]) -> list[int]:
    """Where it stands in the Markdown: by its name, or by its value, however that was spelt."""
    name, value = found
    if name.startswith("<"):
        wanted = re.compile(rf"</?{re.escape(name.strip('</>'))}(?![\w-])", re.IGNORECASE)
    elif name in ("href", "src", ""):
        return _holding(_squeezed(value), [_squeezed(line) for line in lines])
    else:
        wanted = re.compile(rf"(?<![\w-]){re.escape(name)}\s*=", re.IGNORECASE)
    return [i for i, line in enumerate(lines) if wanted.search(line)] or [0]


def _holding(value: str, lines: list[str]) -> list[int]:
    return [i for i, line in enumerate(lines) if value in line] or [0]


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f]+", "", unescape(text)).casefold()


def _tokens(html: str) -> list[Refused]:
    reader = _Tokens()
    reader.feed(html)
    reader.close()
    return reader.found


class _Tokens(HTMLParser):
    """Tags, attributes and text, without the white space that serialisers change."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Refused] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Refused(f"<{tag}>", ""))
        self.found.extend(sorted(Refused(name, _folded(name, value)) for name, value in attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.found.append(Refused(f"</{tag}>", ""))

    def handle_data(self, data: str) -> None:
        text = "".join(data.split())
        if text and self.found and not self.found[-1].name:
            text = self.found.pop().value + text
        if text:
            self.found.append(Refused("", text))

    def handle_comment(self, data: str) -> None:
        self.found.append(Refused("<!--", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(Refused("<!", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(Refused("<![", data))

    def handle_pi(self, data: str) -> None:
        self.found.append(Refused("<?", data))


def _folded(name: str, value: str | None) -> str:
    """A style may be written with other spaces and semicolons; nothing else may change."""
    return (value or "").replace(" ", "").rstrip(";") if name == "style" else value or ""
