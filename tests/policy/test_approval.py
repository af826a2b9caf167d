"""An approval holds for one text and for nothing else."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.approval import ApprovalState, lines_to_paste, section_digests
from site_plugins.policy.documents import read_body
from tests.policy.written import FRONT, Content, page

FRONT_OF_ALL = FRONT + "board:\n  - Một\n  - Hai\nloop: Đọc ngắn.\n"
BODY = """\
Mở đầu dài hai dòng
của một đoạn.[^1]

## Ai được hưởng {#ai}

Người từ 75 tuổi.

- Một
- Hai

## Bao nhiêu {#bao-nhieu}

| Mức | Tiền |
|---|---|
| Một | 500.000 đồng |

> Trích.

[^1]: Chú thích.
"""
GOOD = page(FRONT_OF_ALL, BODY)

SAME = {
    "reflowed": GOOD.replace("hai dòng\ncủa", "hai\ndòng của"),
    "blank lines": GOOD.replace("\n\n", "\n\n\n"),
    "CRLF": GOOD.replace("\n", "\r\n"),
    "CR": GOOD.replace("\n", "\r"),
    "NFD": unicodedata.normalize("NFD", GOOD),
    "spaces at the ends": GOOD.replace("75 tuổi.\n", "75 tuổi. \n"),
    "two spaces": GOOD.replace("Người từ", "Người  từ"),
    "other bullets": GOOD.replace("- Một\n- Hai\n\n##", "* Một\n* Hai\n\n##"),
    "folded title": GOOD.replace("title: Tên bài", "title:\n  Tên\n  bài"),
    "quotes round a value": GOOD.replace("summary: Tóm tắt.", 'summary: "Tóm tắt."'),
    "keys in another order": GOOD.replace("kind: explainer\n", "").replace(
        "title:", "kind: explainer\ntitle:"
    ),
    "topics, which are not read": GOOD.replace("---\n\nMở", "topics: [A]\n---\n\nMở"),
    "a class, which hides no paragraph": GOOD.replace("75 tuổi.", "75 tuổi.\n{: .footnote}"),
    "emphasis": GOOD.replace("75 tuổi", "**75 tuổi**"),
}
OTHER = {
    "a word of the title": GOOD.replace("Tên bài", "Tên hay"),
    "a word of the summary": GOOD.replace("Tóm tắt", "Tóm gọn"),
    "a number": GOOD.replace("75", "70"),
    "a sum in a table": GOOD.replace("500.000", "600.000"),
    "a column's name": GOOD.replace("| Tiền |", "| Tiền mỗi năm |"),
    "a tone": GOOD.replace("Người", "Ngươi"),
    "capitals": GOOD.replace("Người", "NGƯỜI"),
    "a full stop": GOOD.replace("75 tuổi.", "75 tuổi?"),
    "order of sections": GOOD.replace("Ai được hưởng", "X")
    .replace("Bao nhiêu", "Ai được hưởng")
    .replace("X", "Bao nhiêu"),
    "order of items": GOOD.replace("- Một\n- Hai\n\n##", "- Hai\n- Một\n\n##"),
    "bullets to numbers": GOOD.replace("- Một\n- Hai\n\n##", "1. Một\n2. Hai\n\n##"),
    "first number": GOOD.replace("- Một\n- Hai\n\n##", "1. Một\n1. Hai\n\n##"),
    "item to paragraph": GOOD.replace("- Một\n- Hai\n\n##", "Một\n\nHai\n\n##"),
    "quote to paragraph": GOOD.replace("> Trích", "Trích"),
    "two paragraphs for one": GOOD.replace("hai dòng\ncủa", "hai dòng\n\ncủa"),
    "a board line": GOOD.replace("  - Một\n", "  - Mốt\n"),
    "a board line moved to another": GOOD.replace("  - Một\n  - Hai", "  - Một Hai"),
    "no board": GOOD.replace("board:\n  - Một\n  - Hai\n", ""),
    "the loop": GOOD.replace("Đọc ngắn", "Đọc dài"),
    "a footnote": GOOD.replace("Chú thích", "Ghi chú"),
    "a paragraph added": GOOD + "\nThêm.\n",
    "a paragraph hidden by a class": GOOD + "\n<div class='footnote'>Thêm.</div>\n",
    "a picture's words": GOOD + "\n![Lời](anh.png)\n",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_what_voids_nothing(content: Content, text: str) -> None:
    """An edit that changes no word that is shown or read leaves the digest alone."""
    digest = content.explainer(GOOD).digest
    assert text != GOOD
    assert content.explainer(text).digest == digest


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER.keys())
def test_what_voids_an_approval(content: Content, text: str) -> None:
    """An edit of any word, number, order or kind of block changes the digest."""
    digest = content.explainer(GOOD).digest
    assert text != GOOD
    assert content.explainer(text).digest != digest


def _approved(content: Content, text: str) -> str:
    digest = content.explainer(text).digest
    return text.replace("---\n\n", lines_to_paste(digest, date(2026, 11, 20)) + "---\n\n", 1)


def test_pasted_lines_approve(content: Content) -> None:
    """The lines that the desk prints approve the text, and adding them voids nothing."""
    assert content.explainer(GOOD).approval is ApprovalState.NONE
    assert content.explainer(_approved(content, GOOD)).approval is ApprovalState.APPROVED


def test_an_edit_voids(content: Content) -> None:
    """One word changed after approval: the text is not approved any more."""
    edited = _approved(content, GOOD).replace("75 tuổi", "70 tuổi")
    explainer = content.explainer(edited)
    assert explainer.approval is ApprovalState.VOID
    assert not explainer.approved


def test_undoing_the_edit_restores(content: Content) -> None:
    """The approval is of a text, so the same text is approved again."""
    approved = _approved(content, GOOD)
    content.explainer(approved.replace("75 tuổi", "70 tuổi"))
    assert content.explainer(approved).approved


def test_an_approval_of_another_page_is_worth_nothing(content: Content) -> None:
    """A digest copied from one text approves no other."""
    lines = _approved(content, GOOD).partition("approval:")[2].partition("---\n")[0]
    other = page(FRONT + "approval:" + lines, "Văn bản khác.\n")
    assert content.explainer(other).approval is ApprovalState.VOID


_EDITS = [
    ("dau-trang", "Mở đầu", "Vào đầu"),
    ("dau-trang", "Tên bài", "Tên hay"),
    ("dau-trang", "Tóm tắt.", "Tóm gọn."),
    ("dau-trang", "  - Một\n", "  - Mốt\n"),
    ("dau-trang", "Đọc ngắn", "Đọc dài"),
    ("dau-trang", "Chú thích", "Ghi chú"),
    ("ai", "Người từ", "Ai từ"),
    ("ai", "75", "70"),
    ("ai", "- Hai\n\n##", "- Ba\n\n##"),
    ("ai", "Ai được hưởng", "Ai được nhận"),
    ("bao-nhieu", "500.000", "600.000"),
    ("bao-nhieu", "Trích", "Dẫn"),
]


@pytest.mark.parametrize(("section", "old", "new"), _EDITS)
def test_an_edit_stales_its_section_only(
    content: Content, section: str, old: str, new: str
) -> None:
    """A translator is sent back to the section that changed and to no other."""
    before = content.explainer(GOOD).sections
    after = content.explainer(GOOD.replace(old, new, 1)).sections
    assert [s for s in before if before[s] != after[s]] == [section]
    assert list(before) == ["dau-trang", "ai", "bao-nhieu"]


@given(st.lists(st.sampled_from(["a b", "c", "- d", "> e", "1. f", "## g"]), min_size=1))
def test_different_blocks_different_digests(blocks: list[str]) -> None:
    """Dropping any one block changes the digests of sections."""
    meta = Content.meta()
    body, _ = read_body("p", "\n\n".join([*blocks, "cuối"]), 1)
    shorter, _ = read_body("p", "\n\n".join(blocks), 1)
    assert body
    assert shorter
    assert section_digests(meta, body) != section_digests(meta, shorter)
