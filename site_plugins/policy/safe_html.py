"""Holding a rendered page against the allow-list of what content may contain.

nh3 parses as browsers do. It also rewrites harmless markup (`<br/>`), so what is compared is not
its spelling but its tags, attributes and text in their order: a page on which they differ is
refused by name, not changed in silence (the practice of GOV.UK's govspeak).
"""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from itertools import zip_longest
from typing import NamedTuple

import nh3

from site_plugins.policy.source_file import control_saying, first_control

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
_KINDS = {"note", "abstract", "info", "tip", "success", "question", "warning", "failure"}
_KINDS |= {"danger", "bug", "example", "quote", "attention", "caution", "hint", "important"}
_CLASSES = {"admonition", "admonition-title", "footnote", "footnote-ref", "footnote-backref"}
_CLASSES |= _KINDS
_VOID = {"br", "hr", "img"}
_SCHEMES = {"https", "http", "mailto", "tel"}
_STYLES = {"text-align"}
_CODE = re.compile(r"^(?: {4}|\t).*|`[^`]*`")
_INLINE_TAG = re.compile(
    rf"<(/?)({'|'.join(_INLINE - _VOID)})(?=[\s>])[^<>]*(?<!/)>", re.IGNORECASE
)
_FAR = re.compile(r"(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


class Token(NamedTuple):
    """A tag ("<script>"), an attribute ("onclick") of a tag with its value, or text ("")."""

    name: str
    value: str = ""
    tag: str = ""


def forbidden(html: str, markdown: str) -> list[tuple[int, str, str]]:
    """What may not stand on a page: (line of the Markdown from 0, what is wrong, hint)."""
    lines = markdown.split("\n")
    found = refused(html)
    unclosed = _unclosed(lines) if found else []
    if unclosed:
        found = tuple(t for t in found if t.tag or t.name.strip("</>") not in _TAGS)
    told = [(line, *_saying(token)) for token in found for line in _lines_of(token, lines)]
    told += _hidden_controls(html, lines)
    return sorted([*told, *unclosed], key=lambda fault: fault[0]) if unclosed else told


def _hidden_controls(html: str, lines: list[str]) -> list[tuple[int, str, str]]:
    """Control characters written as references: `&rlm;` and `&#x202e;` turn figures round."""
    if "&" not in html or not first_control(unescape(html)):
        return []
    found = ((index, first_control(unescape(line))) for index, line in enumerate(lines))
    return [(index, *control_saying(char)) for index, char in found if char]


def _unclosed(lines: list[str]) -> list[tuple[int, str, str]]:
    """Tags inside a paragraph that it ends without closing."""
    faults: list[tuple[int, str, str]] = []
    opened: list[tuple[str, int]] = []
    for index, line in enumerate([*lines, ""]):
        for end, name in _INLINE_TAG.findall(_CODE.sub("", line)):
            tag = name.lower()
            if not end:
                opened.append((tag, index))
            elif found := next((o for o in reversed(opened) if o[0] == tag), None):
                opened.remove(found)
        if not line.strip():
            faults += [(i, f"thẻ <{t}> mở mà không đóng", _close(t)) for t, i in opened]
            opened = []
    return faults


def _close(tag: str) -> str:
    return f"thêm </{tag}> ở chỗ hết, hoặc xóa <{tag}>"


def refused(html: str) -> tuple[Token, ...]:
    """The tags and attributes that may not stand on a page, in page order."""
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_near_and_seen,
        url_schemes=_SCHEMES,
        filter_style_properties=_STYLES,
        link_rel=None,
    )
    if _plain(cleaned) == _plain(html):
        return ()
    return _differing(_tokens(html), _tokens(cleaned))


def _near_and_seen(tag: str, attribute: str, value: str) -> str | None:
    """What content may not have of an attribute that is allowed.

    A picture from elsewhere would tell that place who reads: it lies beside the page. A class of
    the theme or the portal hides text that is read aloud and compared, looks like a seal of
    theirs, or has the theme fetch a script.
    """
    if tag == "img" and attribute == "src" and _FAR.match("".join(value.split())):
        return None
    if attribute == "class" and not _CLASSES.issuperset(value.split()):
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


def _differing(given: list[Token], kept: list[Token]) -> tuple[Token, ...]:
    """What cleaning took away; if nothing, where it had to open, close or move a tag."""
    if given == kept:
        return ()
    lost = Counter(given) - Counter(kept)
    named = [token for token in given if token in lost and token.name]
    tags = {token.name for token in named}
    outermost = [t for t in named if t.tag not in tags and t.name.replace("/", "") not in tags]
    opening = [t for t in named if t.name in tags and t.name.startswith("<") and "/" not in t.name]
    return tuple(dict.fromkeys([*opening, *outermost])) or (_first_difference(given, kept),)


def _first_difference(given: list[Token], kept: list[Token]) -> Token:
    for token, cleaned in zip_longest(given, kept):
        if token is None:
            return Token(cleaned.name.replace("/", ""))
        if token != cleaned:
            return token
    return given[-1]


def _saying(found: Token) -> tuple[str, str]:
    name, shown = found.name, " ".join(found.value.split())[:60]
    if (found.tag, name) == ("<img>", "src"):
        hint = "chép tệp ảnh vào cùng thư mục với bài rồi ghi tên tệp"
        return f'ảnh lấy từ nơi khác không được dùng: "{shown}"', hint
    if (found.tag, name) == ("<a>", "href"):
        hint = "liên kết phải bắt đầu bằng https://, mailto: hoặc tel:"
        return f'liên kết không được dùng: "{shown}"', hint
    if found.tag and name == "class":
        hint = f"bỏ đi; khung lưu ý (!!!) thì dùng một trong: {', '.join(sorted(_KINDS))}"
        return f'kiểu (class) không được dùng trong bài: "{shown}"', hint
    what = f"thuộc tính {name}" if found.tag else name or f'"{shown}"'
    hint = "hãy viết bằng Markdown thường, hoặc xóa đi"
    return f"HTML không được dùng trong bài: {what}", hint


def _lines_of(found: Token, lines: list[str]) -> list[int]:
    """Where it stands in the Markdown: by its name, or by its value, however that was spelt."""
    if found.name in ("class", "href", "src", ""):
        return _holding(_squeezed(found.value), [_squeezed(line) for line in lines])
    name = re.escape(found.name.strip("</>"))
    if found.tag:
        wanted = re.compile(rf"(?<![\w-]){name}\s*=", re.IGNORECASE)
    elif found.name[1] in "!?":
        wanted = re.compile(f"<{name}")
    else:
        wanted = re.compile(rf"</?{name}(?![\w-])", re.IGNORECASE)
    return [i for i, line in enumerate(lines) if wanted.search(line)] or [0]


def _holding(value: str, lines: list[str]) -> list[int]:
    return [i for i, line in enumerate(lines) if value in line] or [0]


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f]+", "", unescape(text)).casefold()


def _tokens(html: str) -> list[Token]:
    reader = _Tokens()
    reader.feed(html)
    reader.close()
    return reader.found


class _Tokens(HTMLParser):
    """Tags, attributes and text, without the white space that serialisers change."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Token(f"<{tag}>"))
        self.found.extend(sorted(Token(k, _folded(k, v), f"<{tag}>") for k, v in attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.found.append(Token(f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        text = "".join(data.split())
        if text and self.found and not self.found[-1].name:
            text = self.found.pop().value + text
        if text:
            self.found.append(Token("", text))

    def handle_comment(self, data: str) -> None:
        self.found.append(Token("<!--", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(Token("<!", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(Token("<![", data))

    def handle_pi(self, data: str) -> None:
        self.found.append(Token("<?", data))


def _folded(name: str, value: str | None) -> str:
    """A style may be written with other spaces and semicolons; nothing else may change."""
    return (value or "").replace(" ", "").rstrip(";") if name == "style" else value or ""
