"""Markdown that people can read and mend by hand, with nothing typed taken for structure."""

import pytest

from site_plugins.policy.body import render
from site_plugins.translation.escaping import words
from site_plugins.translation.nodes import Element, text_of
from site_plugins.translation.tree import parse
from site_plugins.translation.units import blocks_of
from site_plugins.translation.writing import to_markdown


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Câu thường, 500.000 đồng (số 49/2024/NĐ-CP) – hết.", None),
        ("chr’val ô̆ ក្រុម", None),
        ("1. Một", "1\\. Một"),
        ("12 tháng 5. Hai", None),
        ("- gạch", "&#45; gạch"),
        ("# thăng", "&#35; thăng"),
        ("a - b + c # d > e", None),
        ("a*b_c[d]", "a\\*b\\_c\\[d\\]"),
        ("5 < 6 & 7", "5 &lt; 6 & 7"),
        ("&copy;", "&amp;copy;"),
        ("{#ma}", "\\{#ma\\}"),
        ("approval: x", "approval&#58; x"),
        ("---", "&#45;--"),
    ],
)
def test_a_paragraph_is_written_as_it_reads(typed: str, written: str | None) -> None:
    """Only what Markdown would see something in is escaped."""
    assert to_markdown([Element("p", (), (typed,))]) == f"{written or typed}\n"


PAGE = """\
Mở đầu **đậm** [liên kết](https://x.vn/)[^1].

1. Một
2. Hai

    - Nhỏ

        Đoạn.

5. Năm

| A | B |
| :--- | ---: |
| 1 | a &#124; b |

!!! warning "Đọc \\"kỹ\\""

    Lời.

> Trích.
>
> - ý

Từ
:   Nghĩa.

### Mục {#muc}

    mã
      thụt

---

[^1]: Chú thích.
"""


def test_every_structure_is_written_in_markdown() -> None:
    """Lists, tables, notes, quotes, definitions, code and footnotes need no HTML."""
    blocks = list(blocks_of(parse(render(PAGE).html)))
    written = to_markdown(blocks)
    assert list(blocks_of(parse(render(written).html))) == blocks
    assert "<" not in written.replace("&lt;", "")


def test_two_lists_side_by_side_stay_two() -> None:
    """What Markdown would join is kept apart: the whole page is compared, not block by block."""
    one = Element("ul", (), (Element("li", (), ("một",)),))
    two = Element("ul", (), (Element("li", (), ("hai",)),))
    assert list(blocks_of(parse(render(to_markdown([one, two])).html))) == [one, two]


def test_html_that_markdown_has_no_word_for_comes_back() -> None:
    """A table with joined cells is handed on as it is, its words escaped."""
    cell = Element("td", (("colspan", "2"),), ("a <b> & | *c*",))
    rows = (Element("tr", (), (cell,)),)
    table = Element("table", (), (Element("tbody", (), rows),))
    found = list(blocks_of(parse(render(to_markdown([table])).html)))
    assert found == [table]
    assert text_of(found) == "a <b> & | *c*"


def test_words_keep_their_letters() -> None:
    """Escaping adds, and takes nothing away."""
    assert words("a|b") == "a&#124;b"
