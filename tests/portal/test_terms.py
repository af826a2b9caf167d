"""Links to explanations are put into a page, and not a letter of it is changed."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.body import render
from site_plugins.portal.terms import linked_terms
from site_plugins.translation.phrases import Phrases, vietnamese_spelling

TERMS = Phrases(
    [
        ("hộ nghèo", "ho-ngheo"),
        ("trợ cấp", "tro-cap"),
        ("trợ cấp hưu trí", "huu-tri"),
        ("nghèo", "ngheo"),
        ("គ្រួសារក្រីក្រ", "ho-ngheo"),
    ],
    vietnamese_spelling,
)
LINK = re.compile(r'<a class="pc-term" href="\.\./t\.html#([a-z-]+)">(.*?)</a>', re.DOTALL)


def _linked(page: str) -> list[tuple[str, str]]:
    """Anchors and texts of the links that were put in; the rest of the page is as it was."""
    linked = linked_terms(page, TERMS, "../t.html")
    assert LINK.sub(r"\2", linked) == page
    return LINK.findall(linked)


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("<p>Hộ nghèo, hộ nghèo</p>", [("ho-ngheo", "Hộ nghèo")]),
        ("<p>trợ cấp hưu trí</p>", [("huu-tri", "trợ cấp hưu trí")]),
        ("<p>trợ cấp, nghèo</p>", [("tro-cap", "trợ cấp"), ("ngheo", "nghèo")]),
        ("<p>Hộ nghèokhổ, thợ cấp</p>", []),
        ("<h2>Hộ nghèo</h2><p>x</p>", []),
        ('<p><a href="x">hộ nghèo</a> <code>hộ nghèo</code></p>', []),
        ("<pre><code>hộ nghèo</code></pre><p>hộ nghèo</p>", [("ho-ngheo", "hộ nghèo")]),
        ("<p>hộ <em>nghèo</em></p>", []),
        ("<p><strong>hộ nghèo</strong></p>", [("ho-ngheo", "hộ nghèo")]),
        ("<p><em>hộ nghèo</em>n</p>", []),
        ("<p>hộ</p><p>nghèo</p>", [("ngheo", "nghèo")]),
        ("<td>hộ</td><td>nghèo</td>", [("ngheo", "nghèo")]),
        ("<p>hộ<br>nghèo</p>", [("ngheo", "nghèo")]),
        ("<p>h&#7897; ngh&egrave;o &amp; con</p>", [("ho-ngheo", "h&#7897; ngh&egrave;o")]),
        ("<p>hộ nghèo&amp;</p>", [("ho-ngheo", "hộ nghèo")]),
        ("<p>chr&#8217;nghèo</p>", []),
        ('<p title="hộ nghèo">x</p><!-- hộ nghèo -->', []),
        ("<p>hộ <!-- x -->nghèo</p>", []),
        ("<p>hộ\nnghèo</p>", [("ho-ngheo", "hộ\nnghèo")]),
        ("<p>នៅគ្រួសារក្រីក្រ</p>", [("ho-ngheo", "គ្រួសារក្រីក្រ")]),
        ("<p><a>x</p><p>hộ nghèo</p>", []),
    ],
)  # fmt: skip
def test_the_first_of_each_term_in_open_text(page: str, links: list[tuple[str, str]]) -> None:
    """Never in headings, links, code or attributes, never across markup, never part of a word."""
    assert _linked(page) == links


def test_an_address_is_escaped() -> None:
    """What stands in an attribute cannot leave it."""
    linked = linked_terms("<p>nghèo</p>", Phrases([("nghèo", 'a"><b')]), "t")
    assert linked == '<p><a class="pc-term" href="t#a&quot;&gt;&lt;b">nghèo</a></p>'


class _Nesting(HTMLParser):
    """How deep links lie in one another, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.depth = self.deepest = 0
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "a"
        self.deepest = max(self.deepest, self.depth)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "a"

    def handle_data(self, data: str) -> None:
        self.text += data


_WORDS = "hộ |nghèo|Hộ nghèo|trợ cấp| hưu trí|គ្រួសារ|ក្រីក្រ|\u200b|’|'| |\\|&|<|>|\n|\r|\n\n"
_MARKDOWN = "*|**|_|`|[|](x)|## |- |1. |> |{: #x}|[^1]|\n[^1]: |\n!!! note|\n    |]]>"
_HTML = "<em>|</em>|<br>|<!--|-->|<a href='x'>|</a>|&amp;|&#7897;|&nbsp;|<p>|</code>|<code>"
PIECES = st.sampled_from([*f"{_WORDS}|{_MARKDOWN}|{_HTML}".split("|"), "| a | b |\n|-|-|\n| "])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_the_markdown_only_links_come_in(text: str) -> None:
    """Byte for byte the page without the links; the text the same; no link within a link."""
    page = render(text).html
    links = _linked(page)
    linked = _Nesting(linked_terms(page, TERMS, "../t.html"))
    plain = _Nesting(page)
    assert linked.text == plain.text
    assert linked.deepest <= max(plain.deepest, 1)
    assert len({anchor for anchor, _ in links}) == len(links)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_the_html_only_links_come_in(page: str) -> None:
    """The same for HTML that no converter made."""
    _linked(page)
