"""`audio/lexicon/<lang>.yml` → the station's `Lexicon`, every fault of the file told at once.

The file is one mapping of written form to spoken form, a line each:

    VHXX: Văn hóa Xã hội
    "1022": một không hai hai
"""

from collections.abc import Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from site_plugins.problems import Problem, Severity
from site_plugins.spoken.audit import audit, quoted
from site_plugins.spoken.clean import nfc
from site_plugins.spoken.lexicon import Lexicon
from site_plugins.spoken.model import Span

_FORM = 'mỗi mục một dòng: "chữ viết": cách đọc'


def read_lexicon(text: str, path: str) -> tuple[Lexicon, list[Problem]]:
    """The entries of a lexicon file that are sound, and the problems of the others.

    `path` is only how the file is called in the problems.
    """
    problems: list[Problem] = []
    entries: dict[str, str] = {}
    try:
        root = yaml.compose(nfc(text), yaml.SafeLoader)
    except yaml.YAMLError as broken:
        return Lexicon(), [_broken(broken, path)]
    if root is None:
        return Lexicon(), []
    if not isinstance(root, MappingNode):
        return Lexicon(), [_problem(root, path, "tệp từ điển không phải là danh sách mục", _FORM)]
    for key, value in root.value:
        faults = list(_faults(key, value, entries, path))
        problems += faults
        if not faults:
            entries[key.value] = value.value.strip()
    return Lexicon(entries), problems


def _faults(key: Node, value: Node, entries: dict[str, str], path: str) -> Iterator[Problem]:
    if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode):
        yield _problem(key, path, "một mục phải là chữ viết và một cách đọc", _FORM)
    elif not key.value.strip() or key.value != key.value.strip():
        yield _problem(key, path, "chữ viết để trống hoặc thừa dấu cách", _FORM)
    elif key.value in entries:
        hint = "giữ lại một dòng; dòng trước đọc là “" + entries[key.value] + "”"
        yield _problem(key, path, f"“{key.value}” có hai dòng", hint)
    elif not any(c.isalpha() for c in value.value):
        hint = f'viết cách đọc: {quoted(key.value)}: "…", hoặc bỏ dòng này'
        yield _problem(value, path, f"“{key.value}” chưa có cách đọc", hint)
    else:
        yield from _unspoken(key.value, value, path)


def _unspoken(written: str, value: ScalarNode, path: str) -> Iterator[Problem]:
    """A spoken form is held to what a spoken text is held to, and stricter: no foreign word."""
    spoken = value.value.strip()
    for finding in audit([Span(0, len(spoken), spoken)]):
        hint = "viết cách đọc bằng âm tiết tiếng Việt, không số, không ký hiệu, không viết tắt"
        yield _problem(
            value, path, f"cách đọc của “{written}” có “{finding.token}” không đọc được", hint
        )


def _problem(node: Node, path: str, message: str, hint: str) -> Problem:
    mark = node.start_mark
    return Problem(path, mark.line + 1, mark.column + 1, Severity.ERROR, message, hint)


def _broken(broken: yaml.YAMLError, path: str) -> Problem:
    mark = getattr(broken, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Problem(path, line, column, Severity.ERROR, "tệp từ điển sai cú pháp YAML", _FORM)
