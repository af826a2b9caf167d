"""What staff are told of keys that stand where no schema names them."""

import pytest

from tests.policy.written import FRONT, INDEX, Content, page

KM = INDEX.replace("index", "km")
DIGEST = "0123456789abcdef"
HEAD = "title: ប្រាក់\nsummary: ឧទាហរណ៍\n"
RECORD = "translation:\n  translator: Mẫu\n"
BELOW = (
    "trường này phải nằm dưới `translation:`;"
    " chuyển xuống dưới dòng `translation:`, thụt vào thêm hai dấu cách"
)


@pytest.mark.parametrize(
    ("front", "says"),
    [
        (
            f"{RECORD}sources:\n  dau-trang: {DIGEST}\n",
            f"6:1: lỗi: sources: {BELOW}; nếu chép từ index.md thì xóa",
        ),
        (
            f"{RECORD}sources:\n  - title: Báo\n",
            (
                "6:1: lỗi: sources: bản dịch dùng chung trường này với index.md;"
                " xóa dòng này cùng các dòng con của nó, chỉ sửa ở index.md"
            ),
        ),
        (f"{RECORD}checked_by: Chị Lan\n", f"6:1: lỗi: checked_by: {BELOW}"),
        (
            f"{RECORD}  approval: {{by: A}}\n",
            (
                "6:3: lỗi: translation.approval: trường này không nằm dưới `translation:`;"
                " chuyển ra ngoài, cho thẳng cột với dòng `translation:`"
            ),
        ),
        (
            f"{RECORD}  sources:\n  dau-trang: {DIGEST}\n  o-dau: {DIGEST}\n",
            (
                "6:3: lỗi: các dòng con của `sources:` chưa thụt vào;"
                " thêm hai dấu cách ở đầu dòng `dau-trang:`, `o-dau:`"
            ),
        ),
        (
            f"{RECORD}  sources:\n    dau-trang: {DIGEST}\n     o-dau: {DIGEST}\n",
            (
                "8:11: lỗi: dòng này thụt vào sai chỗ;"
                " xóa dấu cách thừa ở đầu dòng, các trường cùng cấp phải thẳng cột với nhau"
            ),
        ),
    ],
    ids=["digests", "source's sources", "record", "approval", "not indented", "one space more"],
)
def test_where_a_key_belongs(content: Content, front: str, says: str) -> None:
    """A key of another level is sent there; no hint says to delete what staff need."""
    content.write(page())
    assert content.says(page(HEAD + front), KM) == [says]


def test_a_record_without_its_block(content: Content) -> None:
    """Keys of a record at the top are no misspelt `translation`, which is told to be missing."""
    content.write(page())
    says = content.says(page(f"{HEAD}translator: Mẫu\n"), KM)
    assert [said.partition(";")[0] for said in says] == [
        "2:1: lỗi: translation: thiếu trường này",
        "4:1: lỗi: translator: trường này phải nằm dưới `translation:`",
    ]


def test_a_key_of_the_contact_at_the_top(content: Content) -> None:
    """The same holds for what an explainer declares."""
    assert content.says(page(f"{FRONT}office: Bộ phận một cửa\n")) == [
        (
            "6:1: lỗi: office: trường này phải nằm dưới `contact:`;"
            " chuyển xuống dưới dòng `contact:`, thụt vào thêm hai dấu cách"
        )
    ]


def test_a_digest_in_quotes_with_spaces(content: Content) -> None:
    """Spaces around a digest change nothing of it, in quotes or without."""
    content.write(page())
    sources = f'{HEAD}{RECORD}  sources: {{dau-trang: " {DIGEST} "}}\n'
    assert not [said for said in content.says(page(sources), KM) if "lỗi" in said]
