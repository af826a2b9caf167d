"""Which words each sound file of one text holds, by its name and by the side file.

03-1a2b3c4d.m4a   the line of that digest, whatever the side file says
03.m4a            the line of that number in the side file
hmn.m4a           all lines of the side file

The names of the last two stay as they are when the side file is replaced, and would then be taken
for words that they do not hold. So they are believed only where they stand alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_plugins.voice.recording_file import ReadingSheet

_NAME = re.compile(r"(\d{1,4})(?:-([0-9a-f]{8}))?")


@dataclass(frozen=True)
class Doubt:
    """A file that is not used: what is wrong with it, what to do."""

    file: Path
    message: str
    hint: str


@dataclass(frozen=True)
class Bound:
    """Digest of a line, or of all lines → its file; and the files left out."""

    files: Mapping[str, Path]
    doubts: tuple[Doubt, ...] = ()


def bound(wholes: Sequence[Path], sentences: Sequence[Path], sheet: ReadingSheet) -> Bound:
    """Bind the files of whole readings, and those of single sentences, to words."""
    names = {file: _NAME.fullmatch(file.stem) for file in sentences}
    certain = {name[2]: file for file, name in names.items() if name and name[2]}
    numbers = {file: int(name[1]) for file, name in names.items() if name and not name[2]}
    strays = tuple(_stray(file) for file, name in names.items() if name is None)
    if certain:
        mixed = (*(_outdone(file) for file in wholes), *_unsure(numbers, sheet))
        return Bound(certain, (*strays, *mixed))
    if len(wholes) > 1 or (wholes and numbers):
        return Bound({}, (*strays, *(_one_of_many(file) for file in wholes)))
    if wholes:
        return Bound({sheet.script: wholes[0]}, strays)
    return _by_number(numbers, sheet, strays)


def _by_number(
    numbers: Mapping[Path, int], sheet: ReadingSheet, strays: tuple[Doubt, ...]
) -> Bound:
    how_many = Counter(numbers.values())
    twice = tuple(_one_of_many(file) for file, n in numbers.items() if how_many[n] > 1)
    beyond = tuple(_stray(file) for file, n in numbers.items() if not _nth(sheet, n))
    single = {_nth(sheet, n): file for file, n in numbers.items() if how_many[n] == 1}
    files = {digest: file for digest, file in single.items() if digest}
    return Bound(files, (*strays, *twice, *beyond))


def _unsure(numbers: Mapping[Path, int], sheet: ReadingSheet) -> Iterator[Doubt]:
    for file, number in numbers.items():
        message = "tệp chỉ có số thứ tự, nằm lẫn với tệp của trang ghi âm nên không dùng"
        name = f"{file.stem}-{_nth(sheet, number)}{file.suffix}"
        hint = f"tệp đọc đúng câu số {number} hiện nay thì đổi tên thành {name}, không thì xóa"
        yield Doubt(file, message, hint) if _nth(sheet, number) else _stray(file)


def _nth(sheet: ReadingSheet, number: int) -> str:
    """The digest of a line by its number, from 1; "" beyond the last."""
    return sheet.sentences[number - 1] if 0 < number <= len(sheet.sentences) else ""


def _stray(file: Path) -> Doubt:
    hint = f"đặt tên theo số thứ tự câu, ví dụ 03{file.suffix}"
    return Doubt(file, "tên tệp không ứng với câu nào", hint)


def _outdone(file: Path) -> Doubt:
    message = "đã có bản ghi từng câu nên không dùng tệp đọc liền này"
    return Doubt(file, message, "chuyển tệp này ra ngoài thư mục audio")


def _one_of_many(file: Path) -> Doubt:
    message = "còn bản ghi khác cho cùng lời đọc nên không dùng bản nào"
    hint = "giữ lại bản đúng lời hiện nay, chuyển bản kia ra ngoài thư mục audio"
    return Doubt(file, message, hint)
