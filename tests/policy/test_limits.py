"""Markdown made to choke the converter ends with a problem, within bounds."""

import subprocess
import sys

import pytest

from site_plugins.policy import documents
from site_plugins.policy.documents import read_body
from tests.policy.written import told

_SHORTER = "hãy chia thành nhiều bài ngắn"
_DEEP = "danh sách hoặc trích dẫn lồng quá 20 tầng; hãy viết gọn lại"


def _many(char: str) -> str:
    hint = f'{_SHORTER}, hoặc xóa các dấu "{char}" thừa'
    return f'thân bài có quá nhiều dấu "{char}" (hơn 2.000); {hint}'


BEYOND = {
    "13,000 brackets": ("Đầu.\n\n" + "[" * 13_000, f"7: lỗi: {_many('[')}"),
    "6,000 pictures": ("![" * 6_000, f"5: lỗi: {_many('[')}"),
    "5,000 half tags": ("<a " * 5_000, f"5: lỗi: {_many('<')}"),
    "3,000 divs": ("<div>" * 3_000, f"5: lỗi: {_many('<')}"),
    "list of 200 levels": ("\n".join("    " * i + "- a" for i in range(200)), f"26: lỗi: {_DEEP}"),
    "list of 200 tabs": ("\n".join("\t" * i + "- a" for i in range(200)), f"26: lỗi: {_DEEP}"),
    "quote of 300 levels": ("Đầu.\n\n" + ">" * 300 + " a", f"7: lỗi: {_DEEP}"),
    "quote of 300 spaced levels": ("> " * 300 + "a", f"5: lỗi: {_DEEP}"),
    "100,001 letters": (
        "a" * 100_001,
        f"5: lỗi: thân bài quá dài (100.001 ký tự, tối đa 100.000); {_SHORTER}",
    ),
    "5,001 lines": ("a\n" * 5_001, f"5: lỗi: thân bài quá dài (hơn 5.000 dòng); {_SHORTER}"),
}


@pytest.mark.parametrize(("text", "says"), BEYOND.values(), ids=BEYOND.keys())
def test_beyond_a_bound(text: str, says: str) -> None:
    """What would take the converter minutes is refused before it starts, by line and reason."""
    body, problems = read_body("p", text, 5)
    assert body is None
    assert told(problems) == [says]


@pytest.mark.parametrize("error", [RecursionError, ValueError, AssertionError, IndexError])
def test_what_the_converter_trips_over(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the converter raises on a page is told as that page's fault."""

    def render(_text: str, _line: int) -> None:
        raise error

    monkeypatch.setattr(documents, "render", render)
    body, problems = read_body("p", "a", 5)
    assert body is None
    assert told(problems) == [
        (
            f"5: lỗi: không đọc được thân bài ({error.__name__});"
            " bớt các dấu * _ [ < và các tầng danh sách lồng nhau"
        )
    ]


WITHIN = {
    "brackets": "[" * 2_000,
    "links": "[a][b" * 999,
    "half tags": "<a " * 2_000,
    "footnotes": "[^1]" * 1_900 + "\n\n[^1]: a",
    "backslashes": "\\" * 50_000,
    "emphasis": "*a" * 50_000,
    "strong emphasis": "**a_" * 25_000,
    "headings": "a\n=\n" * 2_500,
    "list": "- a\n" * 5_000,
    "CDATA": "<![",
    "declaration": "<!x",
    "processing": "<?",
    "20 levels": "\n".join("    " * i + "- a" for i in range(20)),
}
_READ_ALL = """
from site_plugins.policy.documents import read_body
from tests.policy.test_limits import WITHIN
for name, text in WITHIN.items():
    body, problems = read_body("p", text, 1)
    print(name, body is not None)
"""


def test_within_every_bound_it_ends() -> None:
    """The worst that the bounds allow is read to its end, without an exception and in time."""
    done = subprocess.run(
        [sys.executable, "-c", _READ_ALL],
        capture_output=True, check=True, timeout=600, encoding="utf-8",
    )  # fmt: skip
    assert done.stdout.split("\n")[:-1] == [f"{name} True" for name in WITHIN]
