"""A built page as a screen reader meets it: every piece of text with the language it is said in."""

from dataclasses import dataclass
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
SAID = ("alt", "aria-label", "placeholder", "title")


@dataclass(frozen=True)
class Piece:
    """A text node, or an attribute that is read out (`is_name`), and where it stands.

    Language and direction are the effective ones.
    """

    text: str
    language: str
    direction: str
    path: str
    is_name: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self.declared: set[str] = set()
        self._open: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        _, language, direction = self._open[-1] if self._open else ("", "", "ltr")
        language, direction = given.get("lang") or language, given.get("dir") or direction
        self.declared.add(language)
        self._open.append((tag, language, direction))
        for name in SAID:
            if given.get(name):
                self._take(given[name] or "", is_name=True)
        if tag in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] not in ("script", "style"):
            self._take(data)

    def _take(self, text: str, *, is_name: bool = False) -> None:
        path = "/".join(tag for tag, *_ in self._open)
        if text.strip() and not path.startswith("html/head"):
            self.pieces.append(Piece(" ".join(text.split()), *self._open[-1][1:], path, is_name))


def pieces(page: str) -> list[Piece]:
    """All that is said in a page's body; what stands in its head no element can mark."""
    reader = _Reader()
    reader.feed(page)
    return reader.pieces


def languages(page: str) -> set[str]:
    """All languages that a page declares."""
    reader = _Reader()
    reader.feed(page)
    return reader.declared
