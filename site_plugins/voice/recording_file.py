"""The side file of a recording: which script was read, by whom, when, and that they consented.

`audio/recordings/<slug>/<lang>.yml`, written by people (or by the recording page), never by a
build. A role stands for the reader: names of ethnic groups are sensitive personal data (Luật
91/2025/QH15).
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from site_plugins.policy.schema import Day, Declared, Digest, Line
from site_plugins.policy.strict_yaml import YamlDocument, compose
from site_plugins.policy.validate import validate
from site_plugins.problems import Problem

READER = "Chức danh người đọc"
CONSENT = "Số giấy đồng ý của người đọc"
"""What stands where people have to write; no recording is bound by them."""

LINE_DIGITS, SCRIPT_DIGITS = 8, 32
_PERSONAL_NUMBER = re.compile(r"(\d[ .-]?){9}")


class ReadingSheet(Declared):
    """What the side file holds; `sentences` are the digests of all lines that were read."""

    read_by: Line
    consent: Line
    read_on: Day
    script: Digest
    sentences: tuple[Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")], ...] = ()


def line_digest(line: str) -> str:
    """8 hexadecimal digits of SHA-256 of a line in NFC with white space folded."""
    return _digest(_folded(line))[:LINE_DIGITS]


def script_digest(lines: Sequence[str]) -> str:
    """32 hexadecimal digits of SHA-256 of all lines, folded, one a row."""
    return _digest("\n".join(map(_folded, lines)))[:SCRIPT_DIGITS]


def sheet_lines(lines: Sequence[str], on: date) -> str:
    """The side file of a reading of these lines; the reader's role and consent are to be filled."""
    digests = ", ".join(map(line_digest, lines))
    return (
        f'read_by: "{READER}"\nconsent: "{CONSENT}"\nread_on: {on.isoformat()}\n'
        f"script: {script_digest(lines)}\nsentences: [{digests}]\n"
    )


def read_sheet(
    path: str, text: str, peoples: Collection[str]
) -> tuple[ReadingSheet | None, list[Problem]]:
    """Read a side file; `peoples` are the names of languages, which no reader is called by."""
    document = compose(path, text)
    sheet = validate(document, ReadingSheet)
    if sheet:
        _check_filled(document, sheet)
        _check_no_number(document, sheet)
        _check_nobody_s_origin(document, sheet, peoples)
    return (None if document.problems else sheet), document.problems


def _check_filled(document: YamlDocument, sheet: ReadingSheet) -> None:
    if READER in sheet.read_by:
        hint = "ví dụ: Phát thanh viên thôn Ví Dụ"
        document.error(("read_by",), "chưa ghi chức danh người đọc", hint)
    if CONSENT in sheet.consent:
        document.error(("consent",), "chưa ghi số giấy đồng ý", "ví dụ: Biên bản 03/2026")


def _check_no_number(document: YamlDocument, sheet: ReadingSheet) -> None:
    """Pages and tags show who read: a telephone's or an identity card's number is nobody's role."""
    if _PERSONAL_NUMBER.search(sheet.read_by):
        hint = "chỉ ghi chức danh, ví dụ: Phát thanh viên thôn Ví Dụ"
        document.error(("read_by",), "không ghi số điện thoại hay số giấy tờ", hint)


def _check_nobody_s_origin(
    document: YamlDocument, sheet: ReadingSheet, peoples: Collection[str]
) -> None:
    names = "|".join(map(re.escape, sorted(peoples, key=len, reverse=True)))
    for key, value in (("read_by", sheet.read_by), ("consent", sheet.consent)):
        if re.search(rf"dân tộc|người ({names})\b", value, re.IGNORECASE):
            hint = "chỉ ghi chức danh, ví dụ: Phát thanh viên thôn Ví Dụ"
            document.error((key,), "không ghi dân tộc của người đọc", hint)


def _folded(line: str) -> str:
    return " ".join(unicodedata.normalize("NFC", line).split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
