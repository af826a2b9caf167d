"""YAML that cannot surprise: every scalar is text, every value knows its line and column.

YAML 1.1 turns `no` into False, `500.000` into 500.0 and `0912` into an octal number; here the
schema decides what a text means. Anchors, aliases, tags and duplicate keys are refused, depth is
bounded, and events are read one at a time, so that no input grows in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn, TypeAlias

import yaml
from yaml.events import Event

from site_plugins.policy.source_file import control_saying, first_control
from site_plugins.policy.yaml_errors import explain, line_slip
from site_plugins.problems import Problem, Severity

MAX_DEPTH = 8
EMPTY_HINT = "hãy viết giá trị hoặc xóa dòng này"
_NOT_A_FORM = ("phần khai báo phải gồm các dòng dạng `tên: giá trị`", "ví dụ: title: Tên bài")
_AS_TEXT = 'nếu là chữ thì đặt cả câu trong dấu nháy "…"'
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value]"


@dataclass
class YamlDocument:
    """A mapping, where each of its values stands, and what was wrong.

    `places` maps a value's path, e.g. ("contact", "phone"), to (line, column), counted from 1;
    `keys` maps it to the place of its key. A nested mapping or list stands where its key stands.
    `empty` holds the paths of keys with no value: told already, so not "missing".
    `broken` says that reading ended before the end, so that nothing can be called missing.
    """

    path: str
    value: dict[str, Value] = field(default_factory=dict)
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    empty: set[Path] = field(default_factory=set)
    broken: bool = False
    problems: list[Problem] = field(default_factory=list)

    def place(self, at: Path) -> tuple[int, int]:
        """The place of a value, or of the nearest value around it."""
        while at and at not in self.places:
            at = at[:-1]
        return self.places.get(at, (1, 1))

    def error(self, at: Path, message: str, hint: str = "") -> None:
        """Add an error at a value's place."""
        self.problems.append(Problem(self.path, *self.place(at), Severity.ERROR, message, hint))

    def warn(self, at: Path, message: str, hint: str) -> None:
        """Add a warning at a value's place."""
        place = self.place(at)
        self.problems.append(Problem(self.path, *place, Severity.WARNING, message, hint))

    def only(self, key: str) -> "YamlDocument":
        """The document with one key of its mapping; its problems are its own."""
        return replace(self, value={key: self.value[key]}, problems=[])

    def part(self, at: Path) -> "YamlDocument":
        """The mapping at a path, as a document of its own with problems of its own."""
        value: Any = self.value
        for step in at:
            value = value[step]
        below = len(at)
        return replace(
            self,
            value=value,
            places={
                path[below:]: place for path, place in self.places.items() if path[:below] == at
            },
            keys={path[below:]: place for path, place in self.keys.items() if path[:below] == at},
            empty={path[below:] for path in self.empty if path[:below] == at},
            problems=[],
        )

    def rehint(self, at: Path, hint: str, message: str = "") -> None:
        """Say otherwise how to mend what was told of the key at a path."""
        self.problems[:] = [
            replace(p, hint=hint, message=message or p.message)
            if (p.line, p.column) == self.keys.get(at) and p.hint == EMPTY_HINT
            else p
            for p in self.problems
        ]

    def key_error(self, at: Path, message: str, hint: str = "") -> None:
        """Add an error at the place of a key."""
        self._tell_of_key(at, Severity.ERROR, message, hint)

    def key_warn(self, at: Path, message: str, hint: str) -> None:
        """Add a warning at the place of a key."""
        self._tell_of_key(at, Severity.WARNING, message, hint)

    def _tell_of_key(self, at: Path, severity: Severity, message: str, hint: str) -> None:
        place = self.keys.get(at, self.place(at))
        self.problems.append(Problem(self.path, *place, severity, message, hint))


class _RefusedError(Exception):
    """A construct that ends the reading of this file."""


def compose(path: str, text: str, first_line: int = 1) -> YamlDocument:
    """Read one YAML mapping that begins on `first_line` of the file `path`."""
    document = YamlDocument(path)
    document.places[()] = (first_line, 1)
    try:
        _Composer(document, text, first_line).read()
    except yaml.YAMLError as error:
        document.problems.append(explain(path, text, first_line, error))
        document.broken = True
    except _RefusedError:
        document.broken = True
    return document


class _Composer:
    """Builds values from parse events, depth first."""

    def __init__(self, document: YamlDocument, text: str, first_line: int) -> None:
        self._document = document
        self._shift = first_line
        self._lines = text.split("\n")
        self._events: Iterator[Event] = yaml.parse(text, Loader=_Loader)

    def read(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                continue
            if isinstance(event, yaml.StreamEndEvent):
                return
            self._read_root(event)
            break
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._refuse(event, (), 'có dòng "---" thừa ở giữa', "xóa dòng đó")

    def _read_root(self, event: Event) -> None:
        if not isinstance(event, yaml.MappingStartEvent):
            first = self._mark(event)[0] - self._shift
            below = self._lines[first : first + 1]  # none below a "---" that ends the file
            saying = (below and line_slip(below[0])) or _NOT_A_FORM
            self._refuse(event, (), *saying)
        self._check(event, ())
        self._mapping((), self._document.value)

    def _value(self, event: Event, at: Path) -> Value:
        self._check(event, at)
        self._document.places.setdefault(at, self._mark(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(at, {})
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(at)
        self._check_comment(event, at)
        return str(getattr(event, "value", ""))

    def _mapping(self, at: Path, mapping: dict[str, Value]) -> dict[str, Value]:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, at, "tên trường phải là chữ", _AS_TEXT)
            key = event.value.strip()
            self._check(event, (*at, key))
            self._entry(mapping, key, event, at)
        return mapping

    def _entry(self, mapping: dict[str, Value], key: str, key_event: Event, at: Path) -> None:
        here = (*at, key)
        known = self._document.keys.get(here)
        self._document.keys[here] = self._document.places[here] = self._mark(key_event)
        value_event = next(self._events)
        if known is not None:
            self._document.error(
                here, f'trường "{key}" viết hai lần', f"dòng {known[0]} đã có; hãy giữ lại một"
            )
            self._value(value_event, (*here, "(lặp)"))
            return
        if _is_empty(value_event):
            self._check(value_event, here)
            self._tell_empty(value_event, here, f'trường "{key}" để trống')
            return
        if isinstance(value_event, yaml.ScalarEvent):
            self._document.places[here] = self._mark(value_event)
        mapping[key] = self._value(value_event, here)

    def _sequence(self, at: Path) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            here = (*at, len(items))
            self._document.places[here] = self._mark(event)
            items.append(self._value(event, here))
            if _is_empty(event):
                self._tell_empty(event, here, "mục trong danh sách để trống")
        return items

    def _tell_empty(self, event: Event, at: Path, message: str) -> None:
        self._document.empty.add(at)
        hint = EMPTY_HINT
        if self._comment_after(event):
            hint = 'chữ bắt đầu bằng "#" phải đặt trong dấu nháy "…"'
        self._document.error(at, message, hint)

    def _check_comment(self, event: Event, at: Path) -> None:
        """A " #" inside a title would end it without a word."""
        if not _is_empty(event) and self._comment_after(event):
            message = 'chữ từ dấu "#" trở đi bị bỏ, không hiện ra'
            hint = 'đặt cả câu trong dấu nháy "…"; nếu là ghi chú thì chuyển sang dòng riêng'
            self._document.warn(at, message, hint)

    def _comment_after(self, event: Event) -> bool:
        end = event.end_mark
        if not _is_plain(event) or end is None or end.line >= len(self._lines):
            return False
        return self._lines[end.line][end.column :].lstrip().startswith("#")

    def _check(self, event: Event, at: Path) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, at, 'giá trị không được bắt đầu bằng "&" hoặc "*"', _AS_TEXT)
        if getattr(event, "tag", None) not in (None, "!"):
            self._refuse(event, at, 'giá trị không được bắt đầu bằng "!"', _AS_TEXT)
        if control := first_control(getattr(event, "value", None) or ""):
            self._refuse(event, at, *control_saying(control))
        if len(at) > MAX_DEPTH:
            self._refuse(event, at, f"lồng quá {MAX_DEPTH} tầng", "hãy viết gọn lại")

    def _refuse(self, event: Event, at: Path, message: str, hint: str = "") -> NoReturn:
        self._document.places[at] = self._mark(event)
        self._document.error(at, message, hint)
        raise _RefusedError

    def _mark(self, event: Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + self._shift, mark.column + 1) if mark else (self._shift, 1)


def _is_empty(event: Event) -> bool:
    """No value: nothing, white space, or YAML's own word for nothing outside quotes."""
    if not isinstance(event, yaml.ScalarEvent):
        return False
    return not event.value.strip() or (_is_plain(event) and event.value in ("~", "null"))


def _is_plain(event: Event) -> bool:
    """Written without quotes, > or |."""
    return isinstance(event, yaml.ScalarEvent) and event.implicit[0]
