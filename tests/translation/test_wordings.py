"""A section's lines as translators read them."""

from site_plugins.policy.approval import HEAD, section_lines
from site_plugins.policy.body import render
from site_plugins.policy.schema import ExplainerMeta
from site_plugins.translation.wordings import labelled

META = ExplainerMeta.model_validate(
    {
        "title": "Trợ cấp",
        "summary": "Ai được nhận.",
        "kind": "explainer",
        "status": "in_force",
        "board": ("Nộp đơn tại xã", "loop"),
        "loop": "Mời bà con nghe.",
    }
)
BODY = """\
Lời mở đầu[^1].

## Hồ sơ {#ho-so}

1. Đơn
2. Ảnh

- Bản sao

| Ai | Bao nhiêu |
| --- | --- |
| Người già | 500.000 đồng |

!!! note "Nhớ"
    Mang thẻ.

> Điều 1.

[^1]: Xem nghị định.
"""


def test_every_line_says_what_it_is() -> None:
    """No key of the digest is left in what a translator reads, and no line is lost."""
    lines = section_lines(META, render(BODY))
    assert tuple(map(str, labelled(lines[HEAD]))) == (
        "Tên bài: Trợ cấp",
        "Tóm tắt: Ai được nhận.",
        "Dòng bảng tin: Nộp đơn tại xã",
        "Dòng bảng tin: loop",
        "Lời đọc ngắn: Mời bà con nghe.",
        "Chú thích: Ai | Bao nhiêu",
        "Chú thích: Xem nghị định.",
        "Lời mở đầu.",
    )
    assert tuple(map(str, labelled(lines["ho-so"]))) == (
        "Tên mục: Hồ sơ",
        "1. Đơn",
        "2. Ảnh",
        "– Bản sao",
        "Hàng trong bảng: Ai: Người già; Bao nhiêu: 500.000 đồng",
        "Lưu ý: Nhớ",
        "Lưu ý: Mang thẻ.",
        "Trích dẫn: Điều 1.",
    )


def test_words_of_the_head_are_words_in_a_section() -> None:
    """In a section of the body, "board" is text like any other."""
    lines = labelled(["paragraph0.0 board", "paragraph0.0 loop"])
    assert [line.text for line in lines] == ["board", "loop"]


def test_a_section_without_lines_has_none() -> None:
    """A digest may have been taken of nothing."""
    assert labelled([]) == ()
