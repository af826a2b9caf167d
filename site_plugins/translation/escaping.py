"""Words that stay words in Markdown, and what stands within a line around them."""

import html
import re
from collections.abc import Iterable
from enum import Enum

from site_plugins.translation.nodes import MARK, Element, Node, Slot

_SPECIAL = re.compile(r"[\\`*_{}\[\]]")
_OPENING = re.compile(r"[#>+=~|-](?=.)|[#>+=~|-]$|\d+(?=\.)|!(?=!!)|:(?=[ \t]|$)")
_STRAY = re.compile(r"(?=(?:approval|digest):)\w+")
"""Lines that `policy.slips` takes for an approval pasted into the body."""
_AMPERSAND = re.compile(r"&(?=[#\w])")
_NOT_WORDS = re.compile(r"[^\w ]|^\s|\s$|(?<=\s)\s", re.ASCII)
_PLAIN_ADDRESS = re.compile(r"[^\s()<>\"'\[\]\\&*_`{}]+")


class Care(Enum):
    """How words are kept from being taken for structure."""

    LIGHT = "a backslash where Markdown would see something"
    FULL = "a character reference for all that is no letter"


class UnwritableError(ValueError):
    """Something that Markdown has no spelling for."""


def words(text: str, care: Care = Care.LIGHT) -> str:
    """Text that Markdown shows letter by letter, wherever in a line it stands."""
    if care is Care.FULL:
        return _NOT_WORDS.sub(_reference, text)
    text = _SPECIAL.sub(r"\\\g<0>", _AMPERSAND.sub("&amp;", text))
    return text.replace("<", "&lt;").replace("|", "&#124;")


def line(nodes: Iterable[Node], care: Care = Care.LIGHT) -> str:
    """A line of Markdown that opens no block by its first letters."""
    written = inline(nodes, care)
    if stray := _STRAY.match(written):
        return f"{stray[0]}&#58;{written[stray.end() + 1 :]}"
    opening = _OPENING.match(written)
    if opening is None:
        return written
    if opening[0].isdigit():
        return f"{opening[0]}\\{written[opening.end() :]}"
    return f"&#{ord(opening[0])};{written[opening.end() :]}"


def inline(nodes: Iterable[Node], care: Care = Care.LIGHT) -> str:
    """What stands within a line, in Markdown."""
    return "".join(_inline(node, care) for node in nodes)


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _inline(node: Node, care: Care) -> str:
    if isinstance(node, str):
        return words(node, care)
    if isinstance(node, Slot):
        raise UnwritableError(node.id)
    if node.tag == MARK:
        return f"[^{node.get('name')}]"
    if node.tag == "br":
        return "<br>"
    if care is Care.LIGHT and (code := _code(node)):
        return code
    inside = inline(node.children, care)
    return _short(node, inside) or _tagged(node, inside)


def _code(node: Element) -> str:
    """Code between backticks, "" where it holds one itself."""
    text = node.children[0] if len(node.children) == 1 else None
    plain = isinstance(text, str) and text == text.strip() and not {"`", "\\"} & set(text)
    return f"`{text}`" if node.tag == "code" and plain and not node.attributes else ""


def _short(node: Element, inside: str) -> str:
    """Markdown's own spelling, "" where it has none or may fail."""
    given = dict(node.attributes)
    if node.tag == "a" and set(given) == {"href"} and _PLAIN_ADDRESS.fullmatch(given["href"]):
        return f"[{inside}]({given['href']})"
    if (
        node.tag == "img"
        and set(given) == {"alt", "src"}
        and _PLAIN_ADDRESS.fullmatch(given["src"])
    ):
        return f"![{words(given['alt'])}]({given['src']})"
    if given or not inside or inside != inside.strip():
        return ""
    if node.tag in ("strong", "em"):
        stars = {"strong": "**", "em": "*"}[node.tag]
        return f"{stars}{inside}{stars}"
    return ""


def _tagged(node: Element, inside: str) -> str:
    attributes = "".join(f' {k}="{html.escape(v)}"' for k, v in node.attributes)
    opened = f"<{node.tag}{attributes}>"
    return opened if node.tag == "img" else f"{opened}{inside}</{node.tag}>"
