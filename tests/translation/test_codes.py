"""Codes inside a line: moved freely, mended when they went astray, and always told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.translation.codes import (
    CROSSED,
    DOUBLED,
    LOST,
    UNKNOWN,
    CodeFault,
    from_line,
    recoded,
    to_line,
)
from site_plugins.translation.nodes import MARK, Element, Node, text_of
from site_plugins.translation.tree import tidy, write

LINK = Element("a", (("href", "x.html"),), ("luật",))
BOLD = Element("strong", (), ("đậm",))
NOTE = Element(MARK, (("name", "1"),))
LINE = to_line(("Xem ", LINK, " và ", BOLD, NOTE, "."))


def test_what_stands_in_a_line_has_numbers() -> None:
    """Pairs around words, single codes for marks, in the order of the source."""
    assert LINE.text == "Xem {1}luật{/1} và {2}đậm{/2}{3/}."


def test_nested_codes_and_what_only_looks_like_one() -> None:
    """Bold within a link has its own number; `{1}` in a text is a code that gives `{1}` back."""
    line = to_line((Element("a", (), ("a ", BOLD)), " {1}"))
    assert line.text == "{1}a {2}đậm{/2}{/1} {3/}"
    nodes, faults = from_line(line.text, line.codes)
    assert text_of(nodes) == "a đậm {1}"
    assert not faults


@pytest.mark.parametrize(
    ("typed", "shown", "faults"),
    [
        ("{2}B{/2} {1}A{/1}{3/}", "<strong>B</strong> <a>A</a>[1]", []),
        ("{1}A{/1} {2}B{/2}", "<a>A</a> <strong>B</strong>[1]", [(3, LOST)]),
        ("A {2}B{/2}{3/}", "A <strong>B</strong>[1]", [(1, LOST)]),
        ("{1}A{/1} {1}B{/1}{3/}", "<a>A</a> B[1]", [(1, DOUBLED), (2, LOST)]),
        ("{1}A{/1}{2}B{/2}{3/}{3/}", "<a>A</a><strong>B</strong>[1]", [(3, DOUBLED)]),
        ("{1}A {2}B{/1} C{/2}{3/}", "<a>A <strong>B</strong></a> C[1]", [(2, CROSSED)]),
        ("{1}A B{2}C{/2}{3/}", "A B<strong>C</strong>[1]", [(1, CROSSED)]),
        ("A{/1} {2}B{/2}{3/}", "A <strong>B</strong>[1]", [(1, CROSSED), (1, LOST)]),
        ("{1}A{/1}{2}B{/2}{3/} {9}", "<a>A</a><strong>B</strong>[1] {9}", [(9, UNKNOWN)]),
    ],
)
def test_codes_that_went_astray(typed: str, shown: str, faults: list[tuple[int, str]]) -> None:
    """No word is lost, a footnote's mark least of all, and each slip is told by its number."""
    nodes, told = from_line(typed, LINE.codes)
    assert "".join(map(_shown, tidy(nodes))) == shown
    assert told == [CodeFault(*fault) for fault in faults]


def _shown(node: Node) -> str:
    return "[1]" if node == NOTE else write(node).replace(' href="x.html"', "")


@given(st.lists(st.sampled_from(["{1}", "{/1}", "{2}", "{/2}", "{3/}", "chữ ", "{9/}", "{"])))
def test_words_survive_any_codes(parts: list[str]) -> None:
    """Whatever codes stand where, the words come out whole and each code at most once."""
    nodes, _ = from_line("".join(parts), LINE.codes)
    said = text_of(nodes)
    assert said.count("chữ") == parts.count("chữ ")
    written = "".join(map(write, nodes))
    assert written.count("<a ") <= 2  # the link and that of the footnote's mark
    assert written.count("fnref:1") >= 1


def test_an_old_translation_gets_the_numbers_of_the_new_source() -> None:
    """Links are known by where they lead, wherever they stand; other markup leaves its words."""
    other = Element("em", (), ("nghiêng",))
    old = (BOLD, " ", other, " ", Element("a", (("href", "x.html"),), ("chr’val",)))
    assert recoded(old, LINE.codes) == "{2}đậm{/2} nghiêng {1}chr’val{/1}"
