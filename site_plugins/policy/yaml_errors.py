"""What the YAML parser complains of, said in Vietnamese with the way to mend it."""

import yaml

from site_plugins.problems import Problem, Severity

_QUOTE = 'nếu nội dung có dấu hai chấm thì đặt cả câu trong dấu nháy "…"'

# A part of libyaml's or PyYAML's message → what is wrong, what to write.
_SAYINGS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", 'có dấu hai chấm ":" ở chỗ không được có', _QUOTE),
    (
        "could not find expected ':'",
        'thiếu dấu hai chấm ":" sau tên trường',
        "viết dạng `tên: giá trị`",
    ),
    ("unexpected end of stream", "thiếu dấu nháy đóng", "thêm dấu \" hoặc ' ở cuối giá trị"),
    ("unexpected document indicator", "thiếu dấu nháy đóng", "thêm dấu \" hoặc ' ở cuối giá trị"),
    ("',' or ']'", "danh sách thiếu dấu phẩy hoặc dấu ] đóng", "viết dạng [mục một, mục hai]"),
    ("',' or '}'", "thiếu dấu phẩy hoặc dấu } đóng", "viết dạng {tên: giá trị}"),
    (
        "escape character",
        "dấu \\ trong nháy kép không đọc được",
        "dùng nháy đơn '…' hoặc viết \\\\",
    ),
    (
        "block sequence entries",
        'dấu gạch "-" ở chỗ không được có',
        'đặt giá trị trong dấu nháy "…"',
    ),
    (
        "expected key",
        "dòng này thụt vào không khớp với các dòng trên",
        "thụt bằng dấu cách, cùng cột",
    ),
    ("'-' indicator", "danh sách có dòng không bắt đầu bằng dấu gạch", 'mỗi mục bắt đầu bằng "- "'),
)


def explain(path: str, text: str, first_line: int, error: yaml.YAMLError) -> Problem:
    """One problem for a YAML error; `text` begins on `first_line` of the file."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(
            path, first_line, 1, Severity.ERROR, "phần khai báo có ký tự lạ", "hãy gõ lại"
        )
    message, hint = _saying(text, mark, str(getattr(error, "problem", "")))
    return Problem(path, mark.line + first_line, mark.column + 1, Severity.ERROR, message, hint)


def _saying(text: str, mark: yaml.Mark, problem: str) -> tuple[str, str]:
    if "cannot start any token" in problem:
        return _strange_character(text, mark)
    for part, message, hint in _SAYINGS:
        if part in problem:
            return message, hint
    return "YAML viết sai, không đọc được từ đây", _QUOTE


def _strange_character(text: str, mark: yaml.Mark) -> tuple[str, str]:
    line = text.split("\n")[mark.line]
    char = line[mark.column : mark.column + 1]
    if char == "\t" or "\t" in line[: mark.column + 1]:
        return "thụt dòng bằng phím Tab", "hãy thay Tab bằng dấu cách"
    return f'giá trị không được bắt đầu bằng "{char}"', 'đặt giá trị trong dấu nháy "…"'
