"""Cutting a page into lines and putting it together again, whatever is typed in between."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.approval import section_digests
from site_plugins.policy.body import render
from site_plugins.policy.documents import Explainer, SitePage, Translation, read_body
from site_plugins.policy.library import read_library
from site_plugins.policy.model import Body
from site_plugins.policy.schema import Spoken
from site_plugins.problems import errors
from site_plugins.translation.codes import from_line
from site_plugins.translation.nodes import Element, text_of, walk
from site_plugins.translation.tree import parse, tidy
from site_plugins.translation.units import Cut, blocks_of, cut, filled
from site_plugins.translation.writing import to_markdown
from tests.policy.written import REPOSITORY, station

META = Spoken(title="Tên bài", summary="Tóm tắt.", board=("Một", "Hai"), loop="Lời đọc.")
LIBRARY = read_library(REPOSITORY, station(), date(2026, 11, 21))
TEXTS = [text for explainer in LIBRARY.explainers for text in explainer.texts]
PLANS = sorted((REPOSITORY / "tests/data").glob("*.txt"))


def _typed(taken: Cut, cells: Mapping[str, str]) -> list[Element]:
    """The page with cells typed in place of lines."""
    lines = {
        leaf.id: from_line(cells.get(leaf.id, leaf.line.text), leaf.line.codes)[0]
        for leaf in taken.leaves
    }
    return list(blocks_of(tidy(filled((node for node, _ in taken.blocks), lines))))


def _again(body: Body) -> Body:
    """Cut, put back, written as Markdown and rendered."""
    return render(to_markdown(_typed(cut(META, body.html), {})))


def _accepted(markdown: str) -> Body | None:
    body, problems = read_body("bai.md", markdown, 1)
    return None if errors(problems) else body


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.path)
def test_shipped_texts_come_back(text: Explainer | Translation) -> None:
    """Every shipped page, put together from its own lines, has the digests that it had."""
    assert section_digests(text.meta, _again(text.body)) == section_digests(text.meta, text.body)


@pytest.mark.parametrize("page", LIBRARY.pages, ids=lambda page: page.path)
def test_handbook_comes_back(page: SitePage) -> None:
    """The handbook's pages use code, tables and lists in lists; they come back whole."""
    assert section_digests(META, _again(page.body)) == section_digests(META, page.body)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_plans_come_back(plan: Path) -> None:
    """The plans of a commune and a province, pasted as they are, come back whole."""
    body = _accepted(plan.read_text(encoding="utf-8"))
    assert body is not None
    assert section_digests(META, _again(body)) == section_digests(META, body)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.path)
def test_shipped_texts_are_written_as_people_write(text: Explainer | Translation) -> None:
    """No shipped page needs HTML to come back."""
    written = to_markdown(_typed(cut(text.meta, text.body.html), {}))
    assert not any(line.lstrip().startswith("<") for line in written.split("\n"))


_WORD = st.sampled_from(
    [
        "bà con",
        "500.000 đồng",
        "**đậm**",
        "*nghiêng*",
        "[luật](https://vbpl.vn/a_(b))",
        "`mã`",
        "![ảnh](a.png)",
        "[^1]",
        "[^x]",
        "a<br>b",
        "<b>b</b>",
        "1. x",
        "{1}",
        "{/2/}",
        "\\#",
        "&copy;",
        '<a href="b.html" class="c" title="t">a</a>',
        "**đậm *và* [x](y.html)**",
        "|",
        ":",
        "a_b_c",
    ]
)
_LINE = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)


def _indented(text: str) -> str:
    return "\n".join(f"    {row}" if row else "" for row in text.split("\n"))


def _containers(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inside, min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda parts: "\n".join(f"- {_indented(p).lstrip()}" for p in parts)),
        several.map(lambda parts: "\n\n".join(f"1. {_indented(p).lstrip()}" for p in parts)),
        several.map("\n\n".join),
        inside.map(lambda text: "\n".join(f"> {row}" for row in text.split("\n"))),
        inside.map(lambda text: f'!!! warning "Đọc kỹ"\n{_indented(text)}'),
        inside.map(lambda text: f"!!! note\n\n{_indented(text)}"),
        inside.map(lambda text: f"Từ\n:   {_indented(text).lstrip()}"),
        inside.map(lambda text: f"[^1]: {_indented(text).lstrip()}\n\n[^x]: X"),
        inside.map(lambda text: f'<div class="c">\n<p>x</p>\n\n</div>\n\n{text}'),
    )


_TABLE = st.lists(_LINE, min_size=2, max_size=2).map(
    lambda cells: f"| A | B |\n|:--|--:|\n| {' | '.join(cells)} |"
)
_HEADING = st.tuples(st.sampled_from(["##", "###"]), _LINE).map(" ".join)
_CODE = st.sampled_from(["    mã\n      thụt\n\n    <b>", "<pre>a\n  b</pre>", "---", "_{: .c }_"])
_BLOCK = st.recursive(st.one_of(_LINE, _TABLE, _HEADING, _CODE), _containers, max_leaves=6)
MARKDOWN = st.lists(_BLOCK, min_size=1, max_size=5).map("\n\n".join)


@given(MARKDOWN)
def test_any_accepted_page_comes_back(markdown: str) -> None:
    """A page put together from its own lines has the blocks, digests and ids that it had.

    Where nothing but HTML can say it, a footnote's mark shows the footnote's name, no number.
    """
    body = _accepted(markdown)
    if body is None:
        return
    again = _again(body)
    assert _seen(again) == _seen(body)
    assert _ids(again) == _ids(body)
    if "[^" not in markdown:
        assert section_digests(META, again) == section_digests(META, body)


def _seen(body: Body) -> list[tuple[object, ...]]:
    return [(b.kind, b.text, b.section, b.level, b.ordinal) for b in body.blocks]


def _ids(body: Body) -> list[str]:
    return [e.get("id") for e in walk(parse(body.html)) if e.tag.startswith("h")]


@given(MARKDOWN)
def test_every_word_is_in_a_unit(markdown: str) -> None:
    """What has letters or digits on the page is given to the translator, once."""
    body = _accepted(markdown)
    if body is None:
        return
    leaves = cut(META, body.html).leaves
    page = [
        leaf for leaf in leaves if leaf.id not in ("title", "summary", "board.1", "board.2", "loop")
    ]
    nodes = parse(body.html)
    shown = "".join(text_of([*nodes, *(e.get("alt") for e in walk(nodes))]))
    assert sorted(filter(str.isalnum, "".join(leaf.plain for leaf in page))) == sorted(
        filter(str.isalnum, shown)
    )


def test_footnotes_belong_to_the_head() -> None:
    """Wherever they are written, and even with a heading in them, their digest is the head's."""
    taken = cut(META, render("a[^1]\n\n## B {#b}\n\nc\n\n[^1]: d\n\n    ## E\n\n    f\n").html)
    assert [leaf.plain for leaf in taken.section("dau-trang")][-3:] == ["d", "E", "f"]
    assert {leaf.section for leaf in taken.leaves} == {"dau-trang", "b"}


NASTY = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "# ",
                "## x {#a}",
                "- ",
                "1. ",
                "12.",
                "|",
                "a | b",
                "<",
                "<b>",
                "</div>",
                "<!--",
                "-->",
                "[x](y)",
                "![",
                "[^1]",
                "[^1]: ",
                "[a]: b",
                "*",
                "**",
                "_",
                "__",
                "!!! note",
                ":::",
                "{",
                "}",
                "{#id}",
                "{: .c }",
                "\\",
                "\\*",
                "    ",
                "---",
                "===",
                "***",
                "> ",
                ": ",
                "`",
                "``",
                "~~~",
                "&",
                "&lt;",
                "&#42;",
                "&copy;",
                "approval:",
                "digest: 0123456789abcdef",
                "<<<<<<< x",
                ">>>>>>> y",
                "=======",
                '"',
                "'",
                "$",
                "%",
                "http://a.vn",
                "<http://a.vn>",
                "\xa0",
                "\u200b",
                "\u3000",
                "ក្រុម",
                "ô̆",
                "chr’val",
                "{9}",
                "{/1}",
                "\x85",
            ]
        ),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6),
    ),
    min_size=1,
    max_size=5,
).map("".join)

EVERYTHING = """\
Mở đầu có [liên kết](https://chinhphu.vn/) và **chữ đậm**.

## Ai được hưởng {#ai-duoc-huong}

1. Việc một
2. Việc hai
    - Việc nhỏ

| Nơi học | Học phí |
|:--|--:|
| Công lập | Miễn |

!!! warning "Đọc kỹ"
    Lời dặn.

> Lời trích.

Thuật ngữ
:   Định nghĩa.

Câu có chú thích[^1].

[^1]: Chú thích.
"""


@given(st.data())
def test_what_is_typed_is_words(data: st.DataObject) -> None:
    """Whatever is typed into a cell, the page has its structure and shows the letters typed."""
    taken = cut(META, render(EVERYTHING).html)
    body = [leaf for leaf in taken.leaves if leaf.nodes and "." in leaf.id[6:]]
    leaf = data.draw(st.sampled_from(body))
    typed = " ".join(data.draw(NASTY.filter(lambda text: any(map(str.isalnum, text)))).split())
    blocks = _typed(taken, {leaf.id: typed})
    page = render(to_markdown(blocks))
    assert list(blocks_of(parse(page.html))) == blocks
    assert [b.kind for b in page.blocks] == [b.kind for b in render(EVERYTHING).blocks]
    if "{" not in typed:
        assert typed in text_of(blocks)
    assert _accepted(to_markdown(blocks)) is not None
