"""Slips of the hand in a Markdown body that would pass without a word, or be told obscurely."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from site_plugins.policy.anchors import slugify
from site_plugins.problems import Severity


class Slip(NamedTuple):
    """What is wrong on a line of the body, counted from 0."""

    line: int
    severity: Severity
    message: str
    hint: str


_OPENS = re.compile(
    r"(?P<code>(?<![`\\\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`))"
    r"|<!--(?!-?>)",
    re.DOTALL,
)
_CONTAINER = re.compile(r" {0,3}(?:[-*+][ \t]|\d+\.[ \t]|!!!|:[ \t]|\[\^)")
_HEADING = re.compile(r" {0,3}#{1,6}(?!#)")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,2}\.)[ \t]+\S")
_NO_PARAGRAPH = re.compile(r" {4}|\t| {0,3}(?:#|>|\||!!!|<|:[ \t]|\[)")
_CONFLICT = re.compile(r"(?:<{7}|>{7})(?: |$)")
_APPROVAL = re.compile(
    r"\s*(?:approval:(?:[ \t]*|.*digest:.*)|digest:[ \t]*[0-9a-f]{8,}[ \t]*)", re.IGNORECASE
)
_DIGEST = re.compile(r"\s*[\w-]+:[ \t]*[0-9a-f]{16}(?:[0-9a-f]{16})?[ \t]*")
_NO_MARKER = re.compile(r" {0,3}(?:(?P<number>\d{1,2}[)/]\s|\d{1,2}\.(?=[^\W\d_]))|[•●▪◦‣–—]\s)")
_ID = re.compile(r"([{(]:?[ \t]*#[^{}()]*[})]?|\{[^{}]*\})[ \t]*#*[ \t]*$")
_GOOD_ID = re.compile(
    r"\{:?[ \t]*(?:[#.][^\s{}#.=]+|[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+))"
    r"(?:[ \t]+(?:[#.][^\s{}#.=]+|[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+)))*[ \t]*\}"
)


def without_comments(text: str) -> tuple[str, list[Slip]]:
    """The text with every `<!-- … -->` outside code gone and each line where it was.

    A comment stands outside the approval, so no reader may find it on the page.
    """
    if "<!--" not in text:
        return text, []
    code = _code_spans(text)
    kept: list[str] = []
    start = at = 0
    while found := _OPENS.search(text, at):
        at = found.end()
        if found["code"] or any(a <= found.start() < b for a, b in code):
            continue
        end = text.find("-->", at)
        if end < 0:
            line = text.count("\n", 0, found.start())
            saying = (
                "ghi chú mở bằng <!-- mà không đóng",
                "thêm --> ở cuối ghi chú, hoặc xóa <!--",
            )
            return text, [Slip(line, Severity.ERROR, *saying)]
        at = end + 3
        kept += [text[start : found.start()], "\n" * text.count("\n", found.start(), at)]
        start = at
    return "".join([*kept, text[start:]]), []


def _code_spans(text: str) -> list[tuple[int, int]]:
    """Where lines of indented code stand."""
    spans: list[tuple[int, int]] = []
    begin, is_code, in_container, after_blank = 0, False, False, True
    for line in text.split("\n"):
        if line.strip():
            indented = line.startswith(("    ", "\t"))
            is_code = indented and not in_container and (after_blank or is_code)
            if not indented:
                in_container = bool(_CONTAINER.match(line)) or (in_container and not after_blank)
            if is_code:
                spans.append((begin, begin + len(line)))
        after_blank = not line.strip()
        begin += len(line) + 1
    return spans


def mended_ids(text: str) -> tuple[str, list[Slip]]:
    """The text with the ids of headings as they were meant, and what was wrong with them."""
    slips: list[Slip] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        found = _ID.search(line) if _HEADING.match(line) else None
        if found is None or _GOOD_ID.fullmatch(found[1]) or line[: found.start()].endswith("]"):
            continue
        meant = "{#" + slugify(found[1]) + "}"
        message = f"mã của mục viết chưa đúng: {found[1]}"
        hint = f"viết {meant} ở cuối dòng, chữ thường không dấu, nối bằng gạch"
        slips.append(Slip(index, Severity.ERROR, message, hint))
        lines[index] = f"{line[: found.start()].rstrip()} {meant}"
    return "\n".join(lines), slips


def slips_in(text: str) -> list[Slip]:
    """What converts without complaint and is not what the writer meant."""
    lines = text.split("\n")
    found = (_stray_lines(lines), _run_on_lists(lines), _other_markers(lines), _equal_ids(lines))
    return sorted(slip for slips in found for slip in slips)


def _stray_lines(lines: list[str]) -> Iterator[Slip]:
    in_conflict = any(_CONFLICT.match(line) for line in lines)
    for index, line in enumerate(lines):
        if in_conflict and (_CONFLICT.match(line) or line == "======="):
            yield Slip(index, Severity.ERROR, *CONFLICT)
    yield from _front_matter(lines)


def _front_matter(lines: list[str]) -> Iterator[Slip]:
    """Lines of the desk pasted below the front matter; code shows them on purpose."""
    pasted = [i for i, line in enumerate(lines) if ":" in line and _pasted(line)]
    code = _code_spans("\n".join(lines)) if pasted else []
    starts = [0, *accumulate(len(line) + 1 for line in lines)] if pasted else []
    for index in pasted:
        if not any(begin == starts[index] for begin, _ in code):
            where = "phải nằm trong phần khai báo, trên dòng --- thứ hai"
            what, which = _PASTED[_pasted(lines[index])]
            message = f"{what} nằm trong thân bài"
            yield Slip(index, Severity.ERROR, message, f"các dòng {which} {where}")


def _pasted(line: str) -> str:
    if _APPROVAL.fullmatch(line):
        return "approval"
    return "digest" if _DIGEST.fullmatch(line) else ""


_PASTED = {
    "approval": ("dòng duyệt", "duyệt"),
    "digest": ("dấu của văn bản", "chép từ bàn biên tập"),
}


CONFLICT = (
    "còn dấu của hai bản sửa chưa gộp (git)",
    "giữ lại một bản, rồi xóa các dòng <<<<<<<, ======= và >>>>>>>",
)


def has_conflict(line: str) -> bool:
    """Whether git left this line where it could not merge two edits."""
    return _CONFLICT.match(line) is not None


def _run_on_lists(lines: list[str]) -> Iterator[Slip]:
    """A list needs an empty line above it, or it is the end of the paragraph."""
    in_paragraph = in_list = False
    for index, (above, line) in enumerate(pairwise(["", *lines])):
        if not line.strip() or not above.strip():
            in_list = in_list and bool(line.strip()) and line.startswith((" ", "\t"))
            in_paragraph = False
        if _ITEM.match(line):
            if in_paragraph and not in_list:
                hint = "thêm một dòng trống ở trên dòng này"
                message = "danh sách dính vào đoạn trên, sẽ thành một đoạn liền"
                yield Slip(index, Severity.WARNING, message, hint)
            in_list = True
        elif line.strip():
            in_paragraph = not _NO_PARAGRAPH.match(line)


def _other_markers(lines: list[str]) -> Iterator[Slip]:
    """Lists as word processors number them, which Markdown takes for text: told at the first."""
    marked = [
        (index, found) for index, line in enumerate(lines) if (found := _NO_MARKER.match(line))
    ]
    for place, (index, found) in enumerate(marked):
        goes_on = place + 1 < len(marked) and _is_next(lines, index, marked[place + 1][0])
        began = place > 0 and _is_next(lines, marked[place - 1][0], index)
        if goes_on and not began:
            meant = '"1. "' if found["number"] else '"- "'
            message = f'"{found[0].strip()}" không tạo thành danh sách'
            hint = f"mở đầu mỗi mục bằng {meant}, có dấu cách, và để một dòng trống trên danh sách"
            yield Slip(index, Severity.WARNING, message, hint)


def _is_next(lines: list[str], index: int, other: int) -> bool:
    """Whether nothing but empty lines stands between two lines."""
    return not any(line.strip() for line in lines[index + 1 : other])


def _equal_ids(lines: list[str]) -> Iterator[Slip]:
    known: dict[str, int] = {}
    for index, line in enumerate(lines):
        if not _HEADING.match(line):
            continue
        found = re.search(r"\{:?[ \t]*#([^\s{}]+)[^{}]*\}[\s#]*$", line)
        if not found:
            continue
        if found[1] in known:
            message = f'mã mục "{found[1]}" dùng hai lần'
            yield Slip(index, Severity.WARNING, message, "mỗi mục một mã riêng")
        known[found[1]] = index
