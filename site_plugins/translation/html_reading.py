"""A filled HTML kit, saved by its own button or by whatever browser, or sent as lines of text."""

import email
import email.policy
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

from site_plugins.translation.kit_code import read_code
from site_plugins.translation.mending import gathered
from site_plugins.translation.model import Filled, NotAKitError, Unit, UnitKind, UnitState

_MOST_BYTES = 5_000_000
_MOST_CELLS = 20_000
_TOO_BIG = "tệp lớn quá, không thể là một bộ dịch"
_UNREADABLE = "không đọc được chữ trong tệp: hãy lưu lại bằng bảng mã UTF-8"
_NO_CELLS = "tệp không có ô dịch nào: có phải đã gửi nhầm tệp?"
_TAGS = {"textarea", "input", "code"}
_ATTRIBUTES = {"data-unit", "data-number", "data-kind", "data-source", "data-state"}
_ATTRIBUTES |= {"data-field", "value", "data-confirm", "checked", "data-kit-code"}
_LINE = re.compile(r"\[([^\[\]\n]{1,200})\][ \t]*(.*)")
_NUMBERED = re.compile(r"(\d{1,6}) (.+?)( ✓)?")


@dataclass
class _Found:
    """What a file holds, as it stands there."""

    codes: list[str] = field(default_factory=list)
    cells: list[tuple[Unit, str]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)


def read_html_kit(name: str, data: bytes) -> Filled:
    """Read a filled kit. Raises `NotAKitError`, whatever the bytes are."""
    text = _decoded(data)
    found = _in_page(text) if "<textarea" in text.lower() else _in_lines(text)
    code = read_code(*found.codes)
    if not found.cells:
        raise NotAKitError(_NO_CELLS)
    cells, problems = gathered(name, found.cells)
    return Filled(
        code.slug,
        code.tag,
        code.sections,
        cells,
        " ".join(found.fields.get("translator", "").split()),
        " ".join(found.fields.get("orthography", "").split()),
        frozenset(found.confirmed & cells.keys()),
        tuple(problems),
        code.given,
    )


def _decoded(data: bytes) -> str:
    if len(data) > _MOST_BYTES:
        raise NotAKitError(_TOO_BIG)
    for encoding in (
        ("utf-16", "utf-8-sig") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        return _unpacked(data) if "multipart/related" in text[:4000].lower() else text
    raise NotAKitError(_UNREADABLE)


def _unpacked(data: bytes) -> str:
    """The page in an MHTML file, which is what Android's Chrome saves."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return page.decode("utf-8", errors="replace")
    raise NotAKitError(_NO_CELLS)


def _unit(unit: str, number: str, kind: str = "", source: str = "") -> Unit:
    count = int(number) if number.isdecimal() and len(number) < 7 else 0
    kinds = UnitKind.__members__
    return Unit(count, unit, "", kinds.get(kind, UnitKind.PARAGRAPH), UnitState.NEW, source)


def _in_page(text: str) -> _Found:
    """nh3 parses as browsers do and in linear time; Python's parser is slow on broken tags."""
    reader = _Reader()
    reader.feed(nh3.clean(text, tags=_TAGS, attributes={"*": _ATTRIBUTES}))
    reader.close()
    return reader.found


def _in_lines(text: str) -> _Found:
    """Lines as `[7 bao-nhieu.3] bản dịch`; a line without its number goes on with the one above."""
    found = _Found([text])
    rows: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        match = _LINE.match(line.strip())
        if match:
            rows.append((match[1], [match[2]]))
        elif rows and line.strip():
            rows[-1][1].append(line.strip())
    _take(found, rows[:_MOST_CELLS])
    return found


def _take(found: _Found, rows: Iterable[tuple[str, list[str]]]) -> None:
    for label, lines in rows:
        numbered = _NUMBERED.fullmatch(label)
        if numbered:
            found.cells.append((_unit(numbered[2], numbered[1]), " ".join(lines)))
            if numbered[3]:
                found.confirmed.add(numbered[2])
        elif label in ("translator", "orthography"):
            found.fields[label] = lines[0]


class _Reader(HTMLParser):
    """Looks for the cells, fields and ticks of a page; whatever else is there is not looked at."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = _Found()
        self._cell: Unit | None = None
        self._code = False
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "textarea" and "data-unit" in given and len(self.found.cells) < _MOST_CELLS:
            self._cell = _unit(
                given["data-unit"],
                given.get("data-number", ""),
                given.get("data-kind", ""),
                given.get("data-source", ""),
            )
            self._text = []
            if given.get("data-state") == UnitState.KEPT.name:
                self.found.confirmed.add(self._cell.id)
        elif tag == "input" and "data-field" in given:
            self.found.fields[given["data-field"]] = given.get("value", "")
        elif tag == "input" and "data-confirm" in given and "checked" in given:
            self.found.confirmed.add(given["data-confirm"])
        elif "data-kit-code" in given:
            self._code, self._text = True, []

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._cell:
            self.found.cells.append((self._cell, "".join(self._text)))
            self._cell = None
        elif tag == "code" and self._code:
            self.found.codes.append("".join(self._text))
            self._code = False

    def handle_data(self, data: str) -> None:
        if self._cell or self._code:
            self._text.append(data)
