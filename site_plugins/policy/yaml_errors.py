"""What the YAML parser complains of, said in Vietnamese with the way to mend it."""

import re

import yaml

from site_plugins.problems import Problem, Severity

_QUOTE = 'nếu nội dung có dấu hai chấm thì đặt cả câu trong dấu nháy "…"'
_CLOSE_QUOTE = "thêm dấu nháy cùng loại ở cuối giá trị"
_COLUMNS = "xóa dấu cách thừa ở đầu dòng, các trường cùng cấp phải thẳng cột với nhau"

# A part of libyaml's or PyYAML's message → what is wrong, what to write.
_SAYINGS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", 'có dấu hai chấm ":" ở chỗ không được có', _QUOTE),
    (
        "could not find expected ':'",
        'thiếu dấu hai chấm ":" sau tên trường',
        "viết dạng `tên: giá trị`",
    ),
    ("unexpected end of stream", "thiếu dấu nháy đóng", _CLOSE_QUOTE),
    ("unexpected document indicator", "thiếu dấu nháy đóng", _CLOSE_QUOTE),
    (
        "',' or ']'",
        "danh sách mở bằng [ mà thiếu dấu phẩy hoặc dấu ] đóng",
        'viết dạng [mục một, mục hai]; nếu là chữ thì đặt cả câu trong dấu nháy "…"',
    ),
    (
        "',' or '}'",
        "mở bằng { mà thiếu dấu phẩy hoặc dấu } đóng",
        'nếu là chữ thì đặt cả câu trong dấu nháy "…"',
    ),
    (
        "escape character",
        "dấu \\ trong nháy kép không đọc được",
        "dùng nháy đơn '…' hoặc viết \\\\",
    ),
    ("escape code", "dấu \\ trong nháy kép không đọc được", "dùng nháy đơn '…' hoặc viết \\\\"),
    (
        "block sequence entries",
        'dấu gạch "-" ở chỗ không được có',
        'mỗi mục viết ở một dòng riêng bên dưới; nếu là chữ thì đặt trong dấu nháy "…"',
    ),
    (
        "expected comment or line break",
        'sau dấu ">" hoặc "|" không được có chữ',
        'đặt cả câu trong dấu nháy "…"',
    ),
    ("tab character", "thụt dòng bằng phím Tab", "hãy thay Tab bằng dấu cách"),
    ("'-' indicator", "danh sách có dòng không bắt đầu bằng dấu gạch", 'mỗi mục bắt đầu bằng "- "'),
)
_AT_THE_OPENING = ("end of stream", "document indicator", "or ']'", "or '}'", "expected ':'")
"""Faults that the parser sees late: the place to mend is where the construct opened."""


def explain(path: str, text: str, first_line: int, error: yaml.YAMLError) -> Problem:
    """One problem for a YAML error; `text` begins on `first_line` of the file."""
    problem = str(getattr(error, "problem", ""))
    mark = getattr(error, "problem_mark", None)
    if any(part in problem for part in _AT_THE_OPENING):
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        message = "phần khai báo có ký tự lạ"
        return Problem(path, first_line, 1, Severity.ERROR, message, "xóa đi rồi gõ lại")
    lines = [*text.split("\n"), ""]
    line, column = mark.line, mark.column
    if found := line_slip(lines[line], lines[line - 1] if line else ""):
        indent = len(lines[line]) - len(lines[line].lstrip())
        return Problem(path, line + first_line, indent + 1, Severity.ERROR, *found)
    if "<document start>" in problem and lines[0].startswith(" "):
        line, column = 0, 0
    message, hint = _saying(lines[line], column, problem)
    return Problem(path, line + first_line, column + 1, Severity.ERROR, message, hint)


_NO_SPACE = re.compile(r"[ \t]*(?:- )?([a-z_]+):([^\s:/].*)")
_OTHER_BULLET = re.compile(r"[ \t]*[*•·–—+][ \t]+(\S.*)")
_CURLY = re.compile(r"[ \t]*(?:- )?\w+:[ \t]+[“”„‘’«].*:")


def line_slip(line: str, above: str = "") -> tuple[str, str] | None:
    """A slip of the hand that the parser would tell of in its own terms."""
    if found := _NO_SPACE.fullmatch(line):
        return "thiếu dấu cách sau dấu hai chấm", f"viết {found[1]}: {found[2].strip()}"
    if found := _OTHER_BULLET.fullmatch(line):
        return 'mục của danh sách phải bắt đầu bằng dấu gạch "-"', f'viết "- {found[1].strip()}"'
    if _CURLY.match(line):
        return "đây là nháy cong của Word", 'gõ lại nháy thẳng "…" ở hai đầu'
    if re.match(r"\w+:[ \t]+[^\s\"'>|\[{]", above) and re.fullmatch(r"[^\s:#\-]+ [^:]+", line):
        hint = "nếu là phần tiếp của dòng trên thì viết liền vào cuối dòng trên"
        return "dòng này không có tên trường", hint
    return None


def _saying(line: str, column: int, problem: str) -> tuple[str, str]:
    before = line[:column]
    if "cannot start any token" in problem or "node content" in problem:
        return _strange_character(line, column)
    if "expected key" in problem:
        return _no_key(line, before)
    if "<document start>" in problem and line.startswith(" "):
        return "dòng này thụt vào sai chỗ", _COLUMNS
    if "mapping values" in problem and re.fullmatch(r"\s+[\w-]+\s*", before):
        return "dòng này thụt vào sai chỗ", _COLUMNS
    for part, message, hint in _SAYINGS:
        if part in problem:
            return message, hint
    return "không đọc được từ đây", 'nếu là chữ thì đặt cả câu trong dấu nháy "…"'


def _no_key(line: str, before: str) -> tuple[str, str]:
    """Text after a closing quote or bracket, or a line that stands in no column."""
    if line.startswith("- "):
        hint = "xóa dấu gạch, hoặc chuyển dòng này vào dưới trường có danh sách"
        return 'dấu gạch "-" ở chỗ không được có', hint
    if not before.strip():
        return "dòng này thụt vào không khớp với các dòng trên", _COLUMNS
    closing = before.rstrip()[-1]
    if closing in "\"'":
        inside = "'" if closing == '"' else '"'
        hint = f"bỏ nháy trong câu, hoặc đặt cả câu trong dấu nháy loại kia {inside}…{inside}"
        return "có chữ đứng sau dấu nháy đóng", hint
    return f"có chữ đứng sau dấu {closing}", 'nếu là chữ thì đặt cả câu trong dấu nháy "…"'


def _strange_character(line: str, column: int) -> tuple[str, str]:
    char = line[column : column + 1]
    if "\t" in line[: column + 1]:
        return "thụt dòng bằng phím Tab", "hãy thay Tab bằng dấu cách"
    return f'giá trị không được bắt đầu bằng "{char}"', 'đặt giá trị trong dấu nháy "…"'
