"""What word processors, phones and translation tools do to a cell, undone or told."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from site_plugins.problems import Problem, Severity
from site_plugins.translation.model import Unit, UnitKind, UnitState

PLACEHOLDER = "Viết bản dịch vào đây"
"""What stands in a cell that waits to be filled, where a format cannot leave it empty."""

Mended = tuple[str, tuple[str, str] | None]
"""A text and, where a person should look at it: (what was found, what to do)."""


def mended(path: str, text: str, unit: Unit) -> tuple[str, list[Problem]]:
    """A cell as its translator meant it: NFC, one line, no trace of the program; "" if unfilled.

    Lines of `text` end with a line feed where a paragraph does and with a vertical tab where a
    line is broken within one. Letters are never lost. Whatever cannot be mended without a guess
    is told at the unit's number. Mending twice changes nothing.

    `unit` may come from the file itself: `number` and `kind` are used, and `source` where it is
    known ("" where it is not).
    """
    told = []
    for step in _STEPS:
        text, found = step(text, unit)
        if found:
            told.append(Problem(path, unit.number, 0, Severity.WARNING, *found))
    return text, told


_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters, none of which prints
    "\u00ad\u200e\u200f\u2060\ufeff\ufffc]"  # soft hyphen, marks of direction, no-break, object
)
_HYPHENS = str.maketrans("\u2011", "-")
_FULL_WIDTH = str.maketrans({0xFF10 + n: str(n) for n in range(10)})
_UNSPACED = "[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf\uaa00-\uaadf]"
"""Scripts of South-East Asia that set no space between words: there U+200B parts them."""
_STRAY_BREAK = re.compile(f"(?<!{_UNSPACED})\u200b(?!{_UNSPACED})")


def _without_invisible(text: str, _: Unit) -> Mended:
    text = _DROPPED.sub("", text).translate(_HYPHENS).translate(_FULL_WIDTH)
    return unicodedata.normalize("NFC", _STRAY_BREAK.sub("", text)), None


_PARAGRAPH = re.compile("[\n\r\x85\u2029]+")


def _one_line(text: str, _: Unit) -> Mended:
    paragraphs = [" ".join(part.split()) for part in _PARAGRAPH.split(text)]
    written = [part for part in paragraphs if part]
    joined = " ".join(written)
    if len(written) < 2:
        return joined, None
    return joined, (f"ô có {len(written)} đoạn, đã nối thành một", "đọc lại xem câu còn liền không")


_CODE = re.compile("[{\uff5b]\\s*([/\uff0f]?)\\s*(\\d{1,4})\\s*([/\uff0f]?)\\s*[}\uff5d]")
"""As it is typed on keyboards for full-width letters too."""


def _codes(text: str, unit: Unit) -> Mended:
    """Codes spaced out or in other digits: `{ 1 }` → `{1}`, where the source has codes at all."""
    if not _CODE.search(unit.source):
        return text, None
    slash = {"": ""}
    return _CODE.sub(
        lambda m: f"{{{slash.get(m[1], '/')}{int(m[2])}{slash.get(m[3], '/')}}}", text
    ), None


_LIST_MARKER = re.compile(r"(?:\d{1,2}[.)]\s+|[-–+*]\s+|[•◦▪■●‣\uf0b7\uf0a7]\s*)+")


def _list_marker(text: str, unit: Unit) -> Mended:
    marker = _LIST_MARKER.match(text)
    if unit.kind is not UnitKind.ITEM or not marker or _LIST_MARKER.match(unit.source):
        return text, None
    found = f'đã bỏ "{marker[0].strip()}" ở đầu ô: danh sách tự đánh số khi lên trang'
    return text[marker.end() :], (found, "")


_CORRECTED = {"½": "1/2", "¼": "1/4", "¾": "3/4", "©": "(c)", "®": "(r)", "™": "(tm)"}
"""What word processors make of what was typed."""


def _autocorrected(text: str, unit: Unit) -> Mended:
    source = unit.source.casefold()
    changed = [
        sign
        for sign, typed in _CORRECTED.items()
        if sign in text and sign not in source and typed in source
    ]
    for sign in changed:
        text = text.replace(sign, _CORRECTED[sign])
    back = ", ".join(f'"{sign}" thành "{_CORRECTED[sign]}"' for sign in changed)
    return text, (f"đã đổi {back} như bài gốc", "") if changed else None


_SAYS_SO = {PLACEHOLDER.casefold(), UnitState.NEW.casefold()}
"""Typed or left by those who have not translated a cell: the kit's own words for it."""


def _unfilled(text: str, unit: Unit) -> Mended:
    """A placeholder, dots or a dash say nothing, unless the source says no more."""
    bare = text.strip("\"'«»“”.… ")
    says_nothing = not _words(text) and _words(unit.source + PLACEHOLDER * (not unit.source))
    return ("" if bare.casefold() in _SAYS_SO or says_nothing else text), None


def _untranslated(text: str, unit: Unit) -> Mended:
    """Names and figures may stay as they are; three plain words in a row have a translation."""
    same = _words(text) == _words(unit.source)
    if not same or sum(word.isalpha() for word in _words(text)) < 3:
        return text, None
    return text, (
        "bản dịch giống hệt bài tiếng Việt",
        "hãy dịch ô này, hoặc để trống nếu chưa dịch",
    )


def _words(text: str) -> list[str]:
    """What a text says, whatever its signs and codes: words with their marks, in small letters."""
    return re.findall(r"[^\W_]+", _CODE.sub(" ", text).casefold())


_STEPS: tuple[Callable[[str, Unit], Mended], ...] = (
    _without_invisible,
    _one_line,
    _codes,
    _list_marker,
    _autocorrected,
    _unfilled,
    _untranslated,
)


def gathered(path: str, cells: Iterable[tuple[Unit, str]]) -> tuple[dict[str, str], list[Problem]]:
    """The filled cells of a file, mended, by the id of their unit, and what to tell.

    A unit that stands in the file twice with different texts counts as not filled: nobody but
    the translator knows which is meant.
    """
    filled: dict[str, str] = {}
    problems: list[Problem] = []
    doubled: set[str] = set()
    for unit, raw in cells:
        text, told = mended(path, raw, unit)
        problems += told
        if text and filled.setdefault(unit.id, text) != text and unit.id not in doubled:
            doubled.add(unit.id)
            problems.append(_doubled(path, unit))
    return {id_: text for id_, text in filled.items() if id_ not in doubled}, problems


def _doubled(path: str, unit: Unit) -> Problem:
    message = f"[{unit.id}] có hai bản dịch khác nhau, chưa nhận bản nào"
    return Problem(path, unit.number, 0, Severity.ERROR, message, "hãy giữ lại một bản")
