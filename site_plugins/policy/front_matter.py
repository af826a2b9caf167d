"""A Markdown file cut into its front matter and its body."""

import re
from dataclasses import dataclass

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
    if closing is None:
        return _broken(path, 1, ('thiếu dòng "---" đóng phần khai báo', _CLOSE_HINT))
    if closing.start() > MAX_CHARACTERS:
        return _broken(path, 1, ("phần khai báo quá dài", _CLOSE_HINT))
    front = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() + 1 :]
    return Split(compose(path, front, 2), body, text.count("\n", 0, closing.end()) + 2)


_CLOSE_HINT = 'thêm một dòng chỉ có "---" ngay sau trường cuối cùng'


def _missing_opening(text: str) -> tuple[str, str]:
    if text.lstrip().startswith("---"):
        return 'dòng "---" mở đầu phải là dòng đầu tiên của tệp', "xóa khoảng trống ở trên nó"
    return 'thiếu phần khai báo giữa hai dòng "---"', 'dòng đầu tiên của tệp phải là "---"'


def _broken(path: str, line: int, saying: tuple[str, str]) -> Split:
    document = YamlDocument(path, broken=True)
    document.problems.append(Problem(path, line, 1, Severity.ERROR, *saying))
    return Split(document, "", line)
