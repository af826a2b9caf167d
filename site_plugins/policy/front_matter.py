"""A Markdown file cut into its front matter and its body."""

import re
from dataclasses import dataclass

from site_plugins.policy.slips import CONFLICT, has_conflict
from site_plugins.policy.source_file import position
from site_plugins.policy.strict_yaml import YamlDocument, compose
from site_plugins.problems import Problem, Severity

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
MAX_CHARACTERS = 64_000
"""Front matter is a form, not a text."""


@dataclass(frozen=True)
class Split:
    """Front matter as a YAML document and the body, which begins on `body_line` of the file."""

    front_matter: YamlDocument
    body: str
    body_line: int


def split(path: str, text: str) -> Split:
    """Cut `text` at its two `---` lines; a missing one is an error in `front_matter.problems`."""
    opening = _FENCE.match(text)
    if opening is None:
        return _broken(path, 1, _missing_opening(text))
    closing = _FENCE.search(text, opening.end())
    near = _near_fence(text, opening.end(), closing.start() if closing else len(text))
    if closing is None:
        missing = (1, ('thiếu dòng "---" đóng phần khai báo', _CLOSE_HINT))
        return _broken(path, *(near or missing))
    if closing.start() > MAX_CHARACTERS:
        return _broken(path, 1, ("phần khai báo quá dài", _CLOSE_HINT))
    front = text[opening.end() + 1 : closing.start()]
    for line, written in enumerate(front.split("\n"), 2):
        if has_conflict(written):
            return _broken(path, line, CONFLICT)
    document = _compose(path, front)
    if document.broken and near:
        return _broken(path, *near)
    body = text[closing.end() + 1 :]
    return Split(document, body, text.count("\n", 0, closing.end()) + 2)


def _compose(path: str, front: str) -> YamlDocument:
    """Spaces that Word puts where YAML wants its own are taken for spaces, with a warning."""
    found = _STRANGE_SPACE.search(front)
    document = compose(path, _STRANGE_SPACE.sub(_plain_spaces, front), 2)
    if found:
        char = next(c for c in found[0] if c in _SPACES)
        place = position(front, found.start() + found[0].index(char))
        message = f"có dấu cách lạ (U+{ord(char):04X}), đã đọc như dấu cách thường"
        warning = Problem(
            path, place[0] + 1, place[1], Severity.WARNING, message, "xóa rồi gõ lại dấu cách"
        )
        document.problems.append(warning)
    return document


def _plain_spaces(found: re.Match[str]) -> str:
    return re.sub(f"[{_SPACES}]", " ", found[0])


_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_STRANGE_SPACE = re.compile(
    rf"^[ ]*[{_SPACES}][ {_SPACES}]*(?:\w+:[ {_SPACES}]+)?|^[ ]*-[ ]*[{_SPACES}]+"
    rf"|^[ ]*(?:- )?\w+[ ]*:[ ]*[{_SPACES}]+",
    re.MULTILINE,
)
_CLOSE_HINT = 'thêm một dòng chỉ có "---" ngay sau trường cuối cùng'
_EXACTLY = 'viết đúng ba dấu gạch "---" ở sát đầu dòng'
_NEAR_FENCE = re.compile(
    r"^[ \t\u00a0]*(?:[-‐‑–−_] ?){2,12}[ \t\u00a0]*$|^[ \t\u00a0]*—{1,12}[ \t\u00a0]*$",
    re.MULTILINE,
)


def _near_fence(text: str, start: int, end: int) -> tuple[int, tuple[str, str]] | None:
    """A line that was meant to be `---`: where it stands and what to say of it."""
    found = _NEAR_FENCE.search(text, start, end)
    if found is None:
        return None
    line = text.count("\n", 0, found.end() - len(found[0].strip())) + 1
    return line, (f'dòng "{found[0].strip()}" không đóng được phần khai báo', _EXACTLY)


def _missing_opening(text: str) -> tuple[str, str]:
    if text.lstrip().startswith("---"):
        first = text.partition("\n")[0]
        if not first.strip():
            return 'dòng "---" mở đầu phải là dòng đầu tiên của tệp', "xóa khoảng trống ở trên nó"
    if near := _NEAR_FENCE.match(text.partition("\n")[0]):
        return f'dòng "{near[0].strip()}" không mở được phần khai báo', _EXACTLY
    return 'thiếu phần khai báo giữa hai dòng "---"', 'dòng đầu tiên của tệp phải là "---"'


def _broken(path: str, line: int, saying: tuple[str, str]) -> Split:
    document = YamlDocument(path, broken=True)
    document.problems.append(Problem(path, line, 1, Severity.ERROR, *saying))
    return Split(document, "", line)
