"""Slips in a body are told in these words on their line; comments are on no page."""

import pytest

from site_plugins.policy.documents import read_body
from tests.policy.written import told

_ID = "lỗi: mã của mục viết chưa đúng: {}; viết {{#{}}} ở cuối dòng, chữ thường không dấu"
_LIST = "cảnh báo: danh sách dính vào đoạn trên, sẽ thành một đoạn liền; thêm một dòng trống"
_GIT = "lỗi: còn dấu của hai bản sửa chưa gộp (git); giữ lại một bản, rồi xóa các dòng <<<<<<<"
_APPROVED = (
    "lỗi: dòng duyệt nằm trong thân bài;"
    " các dòng duyệt phải nằm trong phần khai báo, trên dòng --- thứ hai"
)
_DIGEST = (
    "lỗi: dấu của văn bản nằm trong thân bài; các dòng chép từ bàn biên tập"
    " phải nằm trong phần khai báo, trên dòng --- thứ hai"
)
_MARKER = 'cảnh báo: "{}" không tạo thành danh sách; mở đầu mỗi mục bằng'
_TAG = "lỗi: thẻ <{0}> mở mà không đóng; thêm </{0}> ở chỗ hết, hoặc xóa <{0}>"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("## A {bao-nhieu}", [f"7: {_ID.format('{bao-nhieu}', 'bao-nhieu')}"]),
        ("a\n\n## A {# bao-nhieu}", [f"9: {_ID.format('{# bao-nhieu}', 'bao-nhieu')}"]),
        ("## A {#bao nhiêu}", [f"7: {_ID.format('{#bao nhiêu}', 'bao-nhieu')}"]),
        ("## A (#bao-nhieu)", [f"7: {_ID.format('(#bao-nhieu)', 'bao-nhieu')}"]),
        ("## A {#bao", [f"7: {_ID.format('{#bao', 'bao')}"]),
        ("Chữ <b>đậm\n\n<b>x</b>\n\n<i>y", [f"7: {_TAG.format('b')}", f"11: {_TAG.format('i')}"]),
        ("a\n- b\n- c", [f"8: {_LIST}"]),
        ("- a\n  b\n- c\n\n## D\n- e", []),
        ("## A {#x}\n\na\n\n## B {#x}\n\nb", ['11: cảnh báo: mã mục "x" dùng hai lần; mỗi mục']),
        (
            "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x",
            [f"7: {_GIT}", f"9: {_GIT}", f"11: {_GIT}"],
        ),
        ("approval:\n  by: A\n  digest: 0123456789ab", [f"7: {_APPROVED}", f"9: {_APPROVED}"]),
        ("a\n\nb <!-- c", ["9: lỗi: ghi chú mở bằng <!-- mà không đóng; thêm --> ở cuối ghi chú"]),
        (
            "a <i>c\n- d\n<script>x</script>",
            [f"8: {_LIST}", f"7: {_TAG.format('i')}", "9: lỗi: HTML không được dùng trong bài"],
        ),
        ("translation:\n  sources:\n    o-dau: 0123456789abcdef", [f"9: {_DIGEST}"]),
        ("approval: {by: A, on: 2026-11-21, digest: 0123456789abcdef}", [f"7: {_APPROVED}"]),
        ("Chép:\n\n    approval:\n      digest: 0123456789abcdef\n", []),
        ("Các bước:\n\n1) Làm đơn.\n2) Nộp đơn.\n\nRồi:", [f"9: {_MARKER.format('1)')}"]),
        (
            "a\n\n• b\n\n• c\n\nd\n\n1.Một\n\n2.Hai",
            [
                f"9: {_MARKER.format('•')}",
                f"15: {_MARKER.format('1.')}",
            ],
        ),
        ("1) Một đoạn.\n\nĐoạn khác.\n\n– Một câu.\n\n    1) mã\n    2) mã", []),
        ("## A {#tot .note}\n\n## [b](#tot)\n\nHọp\n2026. Rồi", []),
    ],
)
def test_slips(body: str, says: list[str]) -> None:
    """All slips of a body in one run, each with its line and what to write."""
    found = told(read_body("p", f"{body}\n", 7)[1])
    assert len(found) == len(says)
    assert all(said.startswith(start) for said, start in zip(found, says, strict=True))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("a <!-- b\n\nc --> d", "<p>a </p>\n<p>d</p>"),
        ("<!-- a\n## b\n-->\n\nc", "<p>c</p>"),
        ("`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>"),
        ("    <!-- a -->", "<pre><code>&lt;!-- a --&gt;\n</code></pre>"),
        ("- a\n\n    <!-- b -->", "<ul>\n<li>a</li>\n</ul>"),
    ],
)
def test_comments_are_on_no_page(text: str, html: str) -> None:
    """A comment stands outside the approval: it is gone, and what is code stays."""
    body, problems = read_body("p", text, 1)
    assert problems == []
    assert body
    assert body.html == html


def test_comments_move_no_line() -> None:
    """What stands below a comment keeps its line."""
    body, _ = read_body("p", "<!-- a\n\nb -->\n\nc\n", 1)
    assert body
    assert [block.line for block in body.blocks] == [5]
