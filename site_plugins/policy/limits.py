"""Markdown that no page needs and that the converter would chew on for minutes."""

import re

MAX_CHARACTERS = 100_000
MAX_LINES = 5_000
MAX_OPENINGS = 2_000
"""Of "[" or of "<": each may open a link or a tag, and the converter looks ahead from each."""
MAX_DEPTH = 20
_TOO_DEEP = re.compile(
    rf"^(?:[ \t]*>){{{MAX_DEPTH + 1}}}|^(?: {{4}}|\t){{{MAX_DEPTH + 1}}}\S", re.MULTILINE
)

_SHORTER = "hãy chia thành nhiều bài ngắn"


def excess(body: str) -> tuple[int, str, str] | None:
    """The first bound that a body breaks: (its line in the body from 0, what is wrong, hint)."""
    if len(body) > MAX_CHARACTERS:
        size, most = _grouped(len(body)), _grouped(MAX_CHARACTERS)
        return 0, f"thân bài quá dài ({size} ký tự, tối đa {most})", _SHORTER
    if body.count("\n") > MAX_LINES:
        return 0, f"thân bài quá dài (hơn {_grouped(MAX_LINES)} dòng)", _SHORTER
    if deep := _TOO_DEEP.search(body):
        line = body.count("\n", 0, deep.start())
        return line, f"danh sách hoặc trích dẫn lồng quá {MAX_DEPTH} tầng", "hãy viết gọn lại"
    for opening in "[<":
        if body.count(opening) > MAX_OPENINGS:
            hint = f'{_SHORTER}, hoặc xóa các dấu "{opening}" thừa'
            message = f'thân bài có quá nhiều dấu "{opening}" (hơn {_grouped(MAX_OPENINGS)})'
            return _fullest(body, opening), message, hint
    return None


def _fullest(body: str, char: str) -> int:
    """The line that holds most of them."""
    counts = [line.count(char) for line in body.split("\n")]
    return counts.index(max(counts))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
