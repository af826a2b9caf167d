"""From Markdown to blocks: what is read aloud, in order, and where it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.body import render
from site_plugins.policy.model import Block, BlockKind, Body

PAGE = """\
Mở đầu có [liên kết](https://chinhphu.vn/a(b)) và **chữ đậm**.

## Ai được hưởng {#ai-duoc-huong}

Câu lặp lại.

1. Việc một, xem [điều 5][luat]
2. Việc hai
    - Việc nhỏ
    - Việc nhỏ hơn

        Đoạn trong việc nhỏ.

3. Việc ba

Câu lặp lại.

### Trường hợp riêng

| Nơi học | Học phí | Ghi chú |
|:--|--:|---|
| Công lập | Miễn | |
| | Hỗ trợ | Một phần |

!!! warning "Đọc kỹ"
    Lời dặn.

    - Điều dặn

!!! note
    Lời ghi.

> Lời trích
> hai dòng.

Thuật ngữ
:   Định nghĩa.

[luat]: https://vbpl.vn/luat

Câu có chú thích[^1] ở giữa.

[^1]: Câu lặp lại.

## Bao nhiêu

Câu lặp lại.

    khối mã

Cuối <b>đậm</b> &amp; hết.
"""
EXPECTED = [
    ("paragraph", "Mở đầu có liên kết và chữ đậm.", "", 0, 0),
    ("heading", "Ai được hưởng", "ai-duoc-huong", 2, 0),
    ("paragraph", "Câu lặp lại.", "ai-duoc-huong", 0, 0),
    ("item", "Việc một, xem điều 5", "ai-duoc-huong", 1, 1),
    ("item", "Việc hai", "ai-duoc-huong", 1, 2),
    ("item", "Việc nhỏ", "ai-duoc-huong", 2, 0),
    ("item", "Việc nhỏ hơn", "ai-duoc-huong", 2, 0),
    ("paragraph", "Đoạn trong việc nhỏ.", "ai-duoc-huong", 0, 0),
    ("item", "Việc ba", "ai-duoc-huong", 1, 3),
    ("paragraph", "Câu lặp lại.", "ai-duoc-huong", 0, 0),
    ("heading", "Trường hợp riêng", "ai-duoc-huong", 3, 0),
    ("row", "Nơi học: Công lập; Học phí: Miễn", "ai-duoc-huong", 0, 0),
    ("row", "Học phí: Hỗ trợ; Ghi chú: Một phần", "ai-duoc-huong", 0, 0),
    ("note", "Đọc kỹ", "ai-duoc-huong", 0, 0),
    ("note", "Lời dặn.", "ai-duoc-huong", 0, 0),
    ("item", "Điều dặn", "ai-duoc-huong", 1, 0),
    ("note", "Lưu ý", "ai-duoc-huong", 0, 0),
    ("note", "Lời ghi.", "ai-duoc-huong", 0, 0),
    ("quote", "Lời trích hai dòng.", "ai-duoc-huong", 0, 0),
    ("paragraph", "Thuật ngữ", "ai-duoc-huong", 0, 0),
    ("paragraph", "Định nghĩa.", "ai-duoc-huong", 0, 0),
    ("paragraph", "Câu có chú thích ở giữa.", "ai-duoc-huong", 0, 0),
    ("heading", "Bao nhiêu", "bao-nhieu", 2, 0),
    ("paragraph", "Câu lặp lại.", "bao-nhieu", 0, 0),
    ("paragraph", "khối mã", "bao-nhieu", 0, 0),
    ("paragraph", "Cuối đậm & hết.", "bao-nhieu", 0, 0),
]
LINES = [1, 3, 5, 7, 8, 9, 10, 12, 14, 16, 18, 22, 23, 25, 26, 28, 30, 31, 33]
LINES += [36, 37, 41, 45, 47, 49, 51]


def _seen(block: Block) -> tuple[str, str, str, int, int]:
    return (block.kind.value, block.text, block.section, block.level, block.ordinal)


def test_blocks() -> None:
    """Every block of a page that uses everything, in page order, with its section and rank."""
    assert [_seen(b) for b in render(PAGE).blocks] == EXPECTED


def test_lines() -> None:
    """Each block stands on the line where it opens: in lists, tables, notes, after repetitions."""
    blocks = render(PAGE, 101).blocks
    assert [(b.line - 100, b.text) for b in blocks] == [
        (line, text) for line, (_, text, *_) in zip(LINES, EXPECTED, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Hạn nộp là hạn.\n\n## Hạn\n\nHạn.\n", [1, 3, 5]),
        ("[Nghị định](https://x.vn/nghi-dinh) quy định.\n\nĐoạn.\n", [1, 3]),
        ("![Ảnh](a.png) Lời ảnh.\n\nĐoạn.\n", [1, 3]),
        ("_Nghiêng_ và `mã` và ~x~.\n\n…\n\nĐoạn.\n", [1, 1, 5]),
        ("Một đoạn\nxuống dòng\ngiữa câu.\n\nHết.\n", [1, 5]),
        ("A.\n\nA.\n\nA.\n", [1, 3, 5]),
        ("- A\n- A\n- A\n", [1, 2, 3]),
        ("| x | y |\n|---|---|\n| A | B |\n| A | B |\n", [3, 4]),
        ("1. 2026\n2. 2026\n", [1, 2]),
        ("<p>Thô.</p>\n\nĐoạn.\n", [1, 3]),
        ("ខ្មែរ អាន\n\nអាន\n", [1, 3]),
        ("<!-- Chưa rõ Hạn. -->\n\nHạn.\n", [3]),
        ("[a]: https://x.vn/han 'Hạn'\n\nHạn.\n", [3]),
        ("", []),
    ],
    ids=[
        "a word of the paragraph above", "link first", "picture first", "signs alone", "wrapped",
        "the same three times", "same items", "same rows", "numbers", "raw HTML", "khmer",
        "comment above", "address above", "empty",
    ],
)  # fmt: skip
def test_lines_of_short_texts(text: str, lines: list[int]) -> None:
    """Lines are found by how blocks open, not by where their words first occur."""
    assert [b.line for b in render(text).blocks] == lines


@given(st.lists(st.sampled_from(["A b.", "Câu dài hơn.", "- x", "> y", "## z"]), max_size=12))
def test_lines_of_random_pages(parts: list[str]) -> None:
    """However often a text repeats, the n-th block stands on the n-th part's line."""
    text = "\n\n".join(f"{part} {i}" for i, part in enumerate(parts))
    lines = [b.line for b in render(text).blocks]
    assert lines == list(range(1, 2 * len(parts), 2))


def test_footnotes_are_shown_and_not_read() -> None:
    """A footnote and its mark are notes: on the page, under the approval, in no block."""
    body = render(PAGE)
    assert body.notes[:2] == ("Nơi học | Học phí | Ghi chú", "1")
    assert body.notes[2].startswith("Câu lặp lại.")
    assert "Về chỗ có chú thích 1" in body.html


@pytest.mark.parametrize("tag", ["del", "s"])
def test_struck_words_are_shown_and_not_read(tag: str) -> None:
    """Who strikes a sum out says that it no longer holds: it is no fact, nor read aloud."""
    body = render(f"- Nhận <{tag}>**500.000** đồng<br>cũ</{tag}> 700.000 đồng.\n")
    assert [block.text for block in body.blocks] == ["Nhận 700.000 đồng."]
    assert body.notes == ("500.000 đồng cũ",)


def test_links_are_listed() -> None:
    """Every target that a reader can reach stands in the page's links, with its line."""
    links = render("[a](../b/index.md)\n![c](d.png) <https://x.vn>\n", 7).links
    assert [(link.target, link.line) for link in links] == [
        ("../b/index.md", 7),
        ("d.png", 8),
        ("https://x.vn", 8),
    ]


def test_text_is_nfc_with_white_space_folded() -> None:
    """A block's text has single spaces and composed letters; other spaces are letters' own."""
    (block,) = render(unicodedata.normalize("NFD", "Tiền \t  hỗ\n trợ&nbsp;đây")).blocks
    assert block.text == "Tiền hỗ trợ\u00a0đây"


def test_table_of_one_row_and_rows_of_other_widths() -> None:
    """No cell that is shown goes unread, whatever the header lacks."""
    text = (
        "<table><thead><tr><th>A</th></tr></thead>"
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )
    assert [b.text for b in render(text).blocks] == ["A: 1; 2"]
    alone = render("| A | B |\n|---|---|\n")
    assert (alone.blocks, alone.notes) == ((), ("A | B",))


def test_headings_are_plain_text() -> None:
    """A heading's title is text, escaped where it is shown and not before."""
    headings = render("## A & B <C> `d` **e**\n").headings
    assert [(h.level, h.title) for h in headings] == [(2, "A & B d e")]


def test_a_contents_marker_is_just_text() -> None:
    """`[TOC]` makes no list that would be read aloud."""
    assert [b.text for b in render("[TOC]\n\n## A\n").blocks] == ["[TOC]", "A"]


@pytest.mark.parametrize("start", ["3", "0", "12"])
def test_ordinals_begin_where_the_list_begins(start: str) -> None:
    """A list that is cut by a paragraph goes on counting."""
    blocks = render(f"{start}. A\n{start}. B\n").blocks
    assert [b.ordinal for b in blocks] == [int(start), int(start) + 1]


def test_same_titles_have_different_anchors() -> None:
    """Two headings of one title can both be reached, and are two sections."""
    body = render("## Hạn\n\nA.\n\n## Hạn\n\nB.\n")
    assert [b.section for b in body.blocks] == ["han", "han", "han_1", "han_1"]


def _words(body: Body) -> list[str]:
    return [b.text for b in body.blocks if b.kind is not BlockKind.HEADING]


def test_one_page_leaves_nothing_in_the_next() -> None:
    """The converter is shared by all pages: footnotes, links and anchors stay in their own."""
    first = render("A[^1] [b][c]\n\n[^1]: N\n[c]: https://x.vn\n\n## H\n")
    second = render("A[^1] [b][c]\n\n## H\n")
    assert first.notes
    assert second.notes == ()
    assert second.links == ()
    assert _words(second) == ["A[^1] [b][c]"]
    assert [h.id for h in second.headings] == ["h"]
