"""A filled PO file, read with Babel's parser, whatever tool saved it."""

import codecs
import re
from collections.abc import Iterable

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, PoFileParser

from site_plugins.problems import Problem, Severity
from site_plugins.translation.kit_code import read_code
from site_plugins.translation.mending import gathered
from site_plugins.translation.model import Filled, NotAKitError, Unit, UnitKind, UnitState

OLD_TARGET = "bản dịch cũ: "
"""The comment that keeps the old translation of a changed unit, to know whether it was touched."""

_MOST_BYTES = 2_000_000
_MOST_LINES = 50_000
_TOO_BIG = "tệp lớn quá, không thể là một bộ dịch"
_CHARSET_UNKNOWN = "không đọc được chữ trong tệp: hãy lưu lại bằng bảng mã UTF-8"
_PLURAL = "bộ dịch không có dạng số nhiều (msgid_plural): hãy bỏ các mục đó"
_NOBODY = {"FULL NAME", "Automatically generated"}
"""What tools write where the translator's name belongs."""


def read_po_kit(name: str, data: bytes) -> Filled:
    """What a PO file holds, obsolete entries aside.

    An entry is confirmed when it is not fuzzy. A fuzzy one is the old translation left as it was,
    which stays old, or a guess that nobody looked at, which is told and not taken.

    Raises:
        NotAKitError: it is no PO file, has plural forms or broken lines, or lost its code.
    """
    header, entries = _parsed(_lines(_decoded(data)))
    entries = list(map(_with_id, entries))
    fields = _fields(header)
    code = read_code(fields.get("x-kit", ""))
    taken = [entry for entry in entries if not _guessed(entry)]
    cells, problems = gathered(name, ((_unit(e), str(e.string)) for e in taken if e.context))
    problems += [_not_taken(name, e) for e in entries if _guessed(e)]
    problems += [_without_id(name, e) for e in entries if not e.context]
    return Filled(
        code.slug,
        code.tag,
        code.sections,
        cells,
        _person(fields.get("last-translator", "")),
        fields.get("x-orthography", ""),
        frozenset(e.context for e in taken if not e.fuzzy and e.context in cells),
        tuple(problems),
        code.given,
    )


_CHARSET = re.compile(rb"charset=([\w-]+)", re.IGNORECASE)
_OTHER_CHARSETS = re.compile(r"(?i)(windows-|cp)125\d|iso-8859-\d{1,2}")


def _decoded(data: bytes) -> str:
    """UTF-8, or what the file declares itself to be, among the charsets that a Windows knows."""
    if len(data) > _MOST_BYTES:
        raise NotAKitError(_TOO_BIG)
    declared = _CHARSET.search(data)
    charset = declared[1].decode() if declared else ""
    others = [charset] if _OTHER_CHARSETS.fullmatch(charset) else []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        others = ["utf-16"]
    for encoding in ("utf-8-sig", *others):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    raise NotAKitError(_CHARSET_UNKNOWN)


_STRING = re.compile(r'(#~\s*)?((?:msg\w+(?:\[\d+\])?)?)\s*("(?:[^"\\]|\\[\\"ntr])*")')


def _lines(text: str) -> list[str]:
    """The lines of a PO file, each a comment or a whole string with or without its keyword."""
    lines = re.split("\r\n|\r|\n", text)
    if len(lines) > _MOST_LINES:
        raise NotAKitError(_TOO_BIG)
    return [_line(number, line.strip()) for number, line in enumerate(lines, 1)]


def _line(number: int, line: str) -> str:
    if not line or (line.startswith("#") and not line.startswith("#~")):
        return line
    string = _STRING.fullmatch(line)
    if string:
        return " ".join(part for part in (string[1] and "#~", string[2], string[3]) if part)
    if line.startswith("#~"):
        return ""
    message = f"dòng {number} không phải dòng của tệp PO: {line[:60]}"
    raise NotAKitError(message)


class _Entries(list[Message]):
    """Takes the place of Babel's catalog, which loses doubled entries and obeys any header."""

    charset = "utf-8"
    num_plurals = 1
    obsolete: dict[str, Message] = {}  # noqa: RUF012 the parser is told to ignore these

    def __setitem__(self, _: object, entry: Message) -> None:  # type: ignore[override]
        self.append(entry)


def _parsed(lines: Iterable[str]) -> tuple[str, list[Message]]:
    """The header and the entries."""
    entries = _Entries()
    parser = PoFileParser(entries, ignore_obsolete=True, abort_invalid=True)  # type: ignore[arg-type]
    try:
        parser.parse(lines)
    except (PoFileError, ValueError, LookupError, TypeError, AttributeError) as error:
        message = f"tệp PO hỏng: {error}"
        raise NotAKitError(message) from None
    if any(entry.pluralizable for entry in entries):
        raise NotAKitError(_PLURAL)
    headers = [str(e.string) for e in entries if not e.id and not e.context]
    return "\n".join(headers), [e for e in entries if e.id]


def _fields(header: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in header.split("\n"))
    return {key.strip().casefold(): value.strip() for key, _, value in pairs}


_ABOUT = re.compile(r"(\d{1,6}) · ([^·]+) · ")


def _unit(entry: Message) -> Unit:
    """The unit as far as the file tells of it; a tool may have dropped its comments."""
    about = next(filter(None, map(_ABOUT.match, entry.auto_comments)), None)
    number, kind = (int(about[1]), about[2]) if about else (0, "")
    kinds = {str(kind): kind for kind in UnitKind}
    known = kinds.get(kind, UnitKind.PARAGRAPH)
    return Unit(number, str(entry.context), "", known, UnitState.NEW, str(entry.id))


_ID = re.compile(r"\d{1,6} · .* · \[([^\s\[\]]{1,200})\]")


def _with_id(entry: Message) -> Message:
    """The entry; its id from its comment where a tool kept no context."""
    told = next(filter(None, map(_ID.fullmatch, entry.auto_comments)), None)
    if not entry.context and told:
        entry.context = told[1]
    return entry


def _guessed(entry: Message) -> bool:
    """Fuzzy, and not the old translation that the kit itself gave."""
    return bool(entry.fuzzy and str(entry.string).strip() and not _untouched(entry))


def _untouched(entry: Message) -> bool:
    old = (c.removeprefix(OLD_TARGET) for c in entry.auto_comments if c.startswith(OLD_TARGET))
    return str(entry.string).split() in [text.split() for text in old]


def _not_taken(name: str, entry: Message) -> Problem:
    message = f"[{entry.context}] còn đánh dấu fuzzy (cần xem lại), chưa nhận"
    hint = "xem lại rồi bỏ dấu fuzzy"
    return Problem(name, _unit(entry).number, 0, Severity.WARNING, message, hint)


def _without_id(name: str, entry: Message) -> Problem:
    message = f"mục ở dòng {entry.lineno} không còn mã (msgctxt), chưa nhận"
    return Problem(name, _unit(entry).number, 0, Severity.WARNING, message, _NO_ID)


_NO_ID = "chép câu dịch này sang bộ dịch mới tải về"


def _person(text: str) -> str:
    """A name without the mail address that tools add."""
    name = re.sub(r"<[^>]*>", "", text).strip()
    return "" if name in _NOBODY else name
