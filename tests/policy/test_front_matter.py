"""What staff are told of a front matter that they got wrong."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.policy.written import FRONT, INDEX, TRANSLATED, Content, page, told

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("goldens").joinpath("front_matter.yml").read_text("utf-8")
)
_NO_FRONT = 'lỗi: thiếu phần khai báo giữa hai dòng "---"; dòng đầu tiên của tệp phải là "---"'
_EXACTLY = 'viết đúng ba dấu gạch "---" ở sát đầu dòng'
WITH_A_NAME = [c for c in CASES if "có phải ý là" in c["says"][0] and len(c["says"]) == 1]
WITH_A_DATE = [c for c in CASES if re.search(r"; viết \d{4}-\d\d-\d\d$", c["says"][0])]


def _ids(cases: list[dict[str, Any]]) -> list[str]:
    return [case["id"] for case in cases]


@pytest.mark.parametrize("case", CASES, ids=_ids(CASES))
def test_exact_words(content: Content, case: dict[str, Any]) -> None:
    """Every fault is told in exactly these words, at this line and column."""
    assert content.says(page(case["front"])) == case["says"]


@pytest.mark.parametrize("case", CASES, ids=_ids(CASES))
def test_error_yields_no_explainer(content: Content, case: dict[str, Any]) -> None:
    """A file with an error is no explainer; a file with warnings alone is one."""
    content.write(page(case["front"]))
    has_error = any(": lỗi: " in said for said in case["says"])
    assert len(content.library().explainers) == (0 if has_error else 1)


@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("case", CASES, ids=_ids(CASES))
def test_other_line_ends(content: Content, case: dict[str, Any], newline: str) -> None:
    """Windows and old Mac line ends move no problem to another line or column."""
    assert content.says(page(case["front"]).replace("\n", newline)) == case["says"]


@pytest.mark.parametrize("case", WITH_A_NAME, ids=_ids(WITH_A_NAME))
def test_the_name_that_was_meant(content: Content, case: dict[str, Any]) -> None:
    """Writing what the hint proposes mends the fault."""
    said = case["says"][0]
    wrong = re.search(r'giá trị "([^"]*)"|: ([\w. ]+): không có trường', said)
    meant = re.search(r'có phải ý là "([^"]*)"', said)
    assert wrong
    assert meant
    given = (wrong[1] or wrong[2]).rpartition(".")[2]
    mended = re.sub(rf"\b{re.escape(given)}\b", meant[1], case["front"])
    if mended.count(f"{meant[1]}:") == 2:
        mended = re.sub(rf"^{meant[1]}: .*\n", "", mended, count=1, flags=re.MULTILINE)
    assert [s for s in content.says(page(mended)) if "lỗi" in s] == []


@pytest.mark.parametrize("case", WITH_A_DATE, ids=_ids(WITH_A_DATE))
def test_the_date_that_was_meant(content: Content, case: dict[str, Any]) -> None:
    """Writing the date that the hint proposes mends the fault."""
    said = case["says"][0]
    wrong = re.search(r'"([^"]*)"', said)
    assert wrong
    mended = case["front"].replace(wrong[1], said.rpartition(" ")[2])
    assert content.says(page(mended)) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "",
            f"1:1: {_NO_FRONT}",
        ),
        (
            FRONT,
            f"1:1: {_NO_FRONT}",
        ),
        (
            f"\n{page()}",
            '1:1: lỗi: dòng "---" mở đầu phải là dòng đầu tiên của tệp; xóa khoảng trống ở trên nó',
        ),
        (
            f"---\n{FRONT}\nThân bài.\n",
            (
                '1:1: lỗi: thiếu dòng "---" đóng phần khai báo;'
                ' thêm một dòng chỉ có "---" ngay sau trường cuối cùng'
            ),
        ),
        (
            f"---\n{FRONT}----\n",
            f'6:1: lỗi: dòng "----" không đóng được phần khai báo; {_EXACTLY}',
        ),
        (
            f"---\n{FRONT}—\n\nThân bài.\n\n---\n\nHết.\n",
            f'6:1: lỗi: dòng "—" không đóng được phần khai báo; {_EXACTLY}',
        ),
        (
            f"---\n{FRONT}  ---\n\nThân bài.\n",
            f'6:1: lỗi: dòng "---" không đóng được phần khai báo; {_EXACTLY}',
        ),
        (
            f"--\n{FRONT}---\n",
            f'1:1: lỗi: dòng "--" không mở được phần khai báo; {_EXACTLY}',
        ),
        (
            f"---\n{FRONT}<<<<<<< HEAD\n---\n",
            (
                "6:1: lỗi: còn dấu của hai bản sửa chưa gộp (git);"
                " giữ lại một bản, rồi xóa các dòng <<<<<<<, ======= và >>>>>>>"
            ),
        ),
        (
            "---\n" + "# ghi chú\n" * 8000 + "---\n",
            '1:1: lỗi: phần khai báo quá dài; thêm một dòng chỉ có "---" ngay sau trường cuối cùng',
        ),
    ],
    ids=[
        "empty file",
        "no fences",
        "line above",
        "no closing",
        "four hyphens",
        "a dash of Word",
        "indented",
        "two hyphens",
        "git",
        "64,000 letters",
    ],
)
def test_fences(content: Content, text: str, says: str) -> None:
    """A missing or misplaced `---` is told as such, not as broken YAML."""
    assert content.says(text) == [says]


def test_deep_nesting(content: Content) -> None:
    """Ten thousand brackets are refused at the ninth, in constant memory."""
    says = content.says(page(f"title: {'[' * 10_000}\n"))
    assert says[0] == "2:16: lỗi: lồng quá 8 tầng; hãy viết gọn lại"


def test_problems_of_every_file_in_one_run(content: Content) -> None:
    """Ten bad files tell all their faults at once, those of bodies included."""
    folder = "content/truyen-thong-chinh-sach"
    bad: dict[str, str | bytes] = {
        f"{folder}/a/index.md": page("title: Hỏi: đáp\n"),
        f"{folder}/b/index.md": page(FRONT + "published: 1/1/2026\nloop:\n"),
        f"{folder}/c/index.md": FRONT,
        f"{folder}/d/index.md": page(FRONT + "sumary: A\n", "<script>x</script>\n"),
        f"{folder}/e/index.md": b"\xff",
        f"{folder}/f/index.md": page(
            FRONT.replace("preparing", "consultation"), "<b onclick=x>a</b>"
        ),
        f"{folder}/f/km.md": page("title: A\n"),
        f"{folder}/G/index.md": page(),
        f"{folder}/h/km.md": page("title: A\nsummary: B\ntranslation: {translator: C}\n"),
        "content/index.md": page("titel: A\n"),
    }
    for path, text in bad.items():
        content.write(text, path)
    library = content.library()
    problems = (*library.problems, *library.left_out)
    assert library.explainers == ()
    assert {p.path for p in problems} == {*bad, f"{folder}/h/index.md"}
    said = "\n".join(str(p) for p in problems)
    assert said.count("HTML không được dùng trong bài") == 2


def test_approval_cannot_be_smuggled(content: Content) -> None:
    """A second `approval` does not win over the first, nor the first over the second."""
    approval = "approval: {by: A, on: 2026-01-01, digest: %s}\n"
    content.write(page(FRONT + approval % ("0" * 32) + approval % ("1" * 32)))
    library = content.library()
    assert library.explainers == ()
    assert told(library.problems) == [
        '7:1: lỗi: trường "approval" viết hai lần; dòng 6 đã có; hãy giữ lại một'
    ]


@pytest.mark.parametrize(
    "path", [INDEX.replace("index", "km"), "content/index.md"], ids=["translation", "page"]
)
def test_no_file_with_an_error_is_read(content: Content, path: str) -> None:
    """Translations and plain pages fail closed as explainers do."""
    content.write(page())
    front = TRANSLATED if path.endswith("km.md") else "title: Tên\n"
    content.write(page(front), path)
    assert _texts(content) == {INDEX, path}
    content.write(page(f"{front}title: Hai\n"), path)
    assert _texts(content) == {INDEX}


def _texts(content: Content) -> set[str]:
    library = content.library()
    texts = {text.path for explainer in library.explainers for text in explainer.texts}
    return texts | {page.path for page in library.pages}


def test_lines_count_from_the_top_of_the_file(content: Content) -> None:
    """A body's blocks and faults stand on the file's lines, front matter included."""
    assert [b.line for b in content.explainer(page(body="Một.\n\nHai.\n")).body.blocks] == [8, 10]
    says = content.says(page(body="Một.\n\n<script>x</script>\n"))
    assert [said.partition(":")[0] for said in says] == ["10"]


def test_values_stay_text(content: Content) -> None:
    """What YAML 1.1 would turn into numbers, booleans and octals stays as it was written."""
    front = FRONT + "board: [no, 500.000, 0912, 1e3, 12:30:00]\n"
    assert content.explainer(page(front)).meta.board == ("no", "500.000", "0912", "1e3", "12:30:00")


def test_a_text_of_several_lines_is_one_line(content: Content) -> None:
    """A title or board line folds to one line: boards and feeds have no room for a second."""
    front = FRONT + "loop: |\n  Một.\n\n  Hai.\nboard:\n  - 'Ba\n    bốn'\n"
    meta = content.explainer(page(front)).meta
    assert (meta.loop, meta.board) == ("Một. Hai.", ("Ba bốn",))


def test_good_page_is_silent(content: Content) -> None:
    """A page that keeps the rules is told nothing."""
    assert content.says(page(), INDEX) == []


def test_a_translation_without_its_block(content: Content) -> None:
    """The hint for a missing block writes its key and the first line under it."""
    content.write(page())
    path = INDEX.replace("index", "km")
    front = "title: A\nsummary: B\n"
    assert content.says(page(front), path) == [
        (
            "2:1: lỗi: translation: thiếu trường này; thêm dòng `translation:`,"
            " dòng dưới thụt vào hai dấu cách rồi viết `translator: …`"
        )
    ]
    assert content.says(page(f"{front}translation: Chị Lan dịch\n"), path) == [
        (
            "4:14: lỗi: translation: phải gồm các dòng con dạng `tên: giá trị`;"
            " xuống dòng, thụt vào hai dấu cách rồi viết `translator: …`"
        )
    ]
