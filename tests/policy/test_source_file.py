"""Files that are not plain UTF-8 text."""

import unicodedata

import pytest

from tests.policy.written import FRONT, Content, page

GOOD = page().encode()
_UTF8_HINT = "hãy mở bằng trình soạn thảo và lưu lại với bảng mã UTF-8"
_CONTROL_HINT = "xóa ký tự đó rồi gõ lại chỗ này"


def test_bom_is_passed_over_with_a_warning(content: Content) -> None:
    """Windows editors write a BOM; the page is read all the same."""
    says = content.says(b"\xef\xbb\xbf" + GOOD)
    assert says == [
        "1:1: cảnh báo: đầu tệp có dấu BOM, đã bỏ qua khi đọc; nên lưu lại dạng UTF-8 không có BOM"
    ]
    assert content.explainer().meta.title == "Tên bài"


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["no BOM", "BOM"])
def test_invalid_utf8(content: Content, newline: bytes, bom: bytes) -> None:
    """The byte that no UTF-8 text holds is named with its line and column in letters."""
    data = bom + newline.join([b"---", "title: Tên b".encode() + b"\xe0i", b"---", b""])
    says = content.says(data)
    assert says == [f"2:13: lỗi: ký tự không đúng bảng mã UTF-8 (byte 0xe0); {_UTF8_HINT}"]


def test_utf16(content: Content) -> None:
    """A file saved as "Unicode" in Notepad is told to be saved as UTF-8."""
    says = content.says(page().encode("utf-16-le", "strict").join([b"\xff\xfe", b""]))
    assert says == [f"1:1: lỗi: ký tự không đúng bảng mã UTF-8 (byte 0xff); {_UTF8_HINT}"]


def test_nfd_is_composed_with_a_warning(content: Content) -> None:
    """Text from a Mac arrives in NFD and is read in NFC."""
    says = content.says(unicodedata.normalize("NFD", page()))
    assert says == [
        (
            "cảnh báo: tệp viết bằng dấu tổ hợp (NFD), đã đổi sang dựng sẵn (NFC) khi đọc;"
            " nên đặt bộ gõ ở chế độ Unicode dựng sẵn rồi lưu lại"
        )
    ]
    assert content.explainer().meta.title == unicodedata.normalize("NFC", "Tên bài")


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\u061c",
        "\u200e",
        "\u200f",
        "\u202e",
        "\u2066",
        "\uffff",
    ],
    ids=lambda char: f"U+{ord(char):04X}",
)
def test_control_characters(content: Content, char: str) -> None:
    """What nobody sees, and what turns the order of reading round, is refused by its code."""
    says = content.says(page(body=f"Thân {char}bài.\n"))
    code = f"U+{ord(char):04X}"
    assert says == [f"8:6: lỗi: có ký tự điều khiển {code} không nhìn thấy được; {_CONTROL_HINT}"]


@pytest.mark.parametrize("written", ["&#x202E;", "&#8238;", "&#x200F;", "&rlm;", "&lrm;"])
def test_control_characters_by_reference(content: Content, written: str) -> None:
    """A reference of HTML brings in none of them either; in code it stands for itself."""
    (said,) = content.says(page(body=f"Mở đầu.\n\nThân {written}bài.\n"))
    assert said.startswith("10: lỗi: có ký tự điều khiển U+20")
    assert content.says(page(body=f"Thân `{written}` bài.\n")) == []


@pytest.mark.parametrize(
    "text",
    ["Bà\u00a0con", "ខ្មែរ\u200bអាន", "chr’val", "ꪼꪕꪒꪾ", "👨\u200d👩", "tab\tđây", "ô̆ ơ̆ ư̆ ê̆"],
    ids=["no-break space", "khmer break", "apostrophe", "tai viet", "joiner", "tab", "breves"],
)
def test_letters_of_every_language_pass(content: Content, text: str) -> None:
    """The letters and marks that minority languages need are nobody's control characters."""
    assert content.says(page(body=f"{text}\n")) == []


def test_giant_file(content: Content) -> None:
    """A page of 10 MB is refused by its size, unread."""
    assert content.says(b"a" * 10_000_000) == [
        "lỗi: tệp quá lớn (10,0 MB, tối đa 1 MB); hãy chia thành nhiều bài"
    ]


def test_zero_width_line_break_of_khmer_survives(content: Content) -> None:
    """U+200B, which stands between Khmer words, reaches the page and the blocks."""
    explainer = content.explainer(page(FRONT, "ខ្មែរ\u200bអាន\n"))
    assert explainer.body.blocks[0].text == "ខ្មែរ\u200bអាន"
