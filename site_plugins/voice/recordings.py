"""People's recordings below `audio/`, each with its side file: what was read, found by its words.

audio/recordings/<slug>/<lang>.m4a            a whole reading, or
audio/recordings/<slug>/<lang>/03.m4a         one file a sentence, by the number of its line
audio/recordings/<slug>/<lang>/03-1a2b3c4d.m4a  the same, by the digest of its line too
audio/recordings/<slug>/<lang>.yml            the side file (`recording_file`)
audio/idents/<lang>/…, audio/idents/<lang>.yml   the station's own lines, in the same way
"""

import hashlib
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from site_plugins.policy.source_file import read_source
from site_plugins.policy.station import Language, meant_language
from site_plugins.policy.tree import SYSTEM_FILES
from site_plugins.problems import Problem, Severity
from site_plugins.voice.model import Source
from site_plugins.voice.recording_file import ReadingSheet, line_digest, read_sheet, script_digest

RECORDINGS = "audio/recordings"
IDENTS = "audio/idents"
STATION_LINES = "_dai"
"""What stands for the slug of the station's own lines: no page can be called so."""

SUFFIXES = (
    ".wav", ".mp3", ".m4a", ".ogg", ".opus", ".flac", ".webm", ".wma", ".amr", ".3gp", ".aac",
)  # fmt: skip
_NUMBERED = re.compile(r"(\d{1,4})(?:-([0-9a-f]{8}))?")


@dataclass(frozen=True)
class Recording(Source):
    """What one person or more read of one text in one language.

    `files` maps digests to files: of a line for a sentence's, of all lines for a whole reading's.
    Without `sheet` nobody knows which words they hold.
    """

    root: Path = Path()
    slug: str = ""
    language: str = ""
    sheet: ReadingSheet | None = None
    files: Mapping[str, Path] = field(default_factory=dict, hash=False)

    def file_for(self, text: str) -> Path | None:
        """The file that holds a line, or all lines of a text, as it was read."""
        return self.files.get(script_digest(text.split("\n"))) or self.files.get(line_digest(text))

    def shown(self, file: Path) -> str:
        """A file as staff know it: by its path in the project."""
        return file.relative_to(self.root).as_posix()

    @cached_property
    def version(self) -> str:
        """Changes with any byte of any file; a file that cannot be read stands for itself."""
        return _digest_of(sorted(set(self.files.values())))


@dataclass
class Recordings:
    """All recordings, by (slug, language); `problems` are told with the rest of the edition."""

    by_key: dict[tuple[str, str], Recording] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_recordings(root: Path, languages: Mapping[str, Language]) -> Recordings:
    """Look through both folders; neither needs to be there."""
    found = Recordings()
    for slug, folder in _folders(root, found.problems):
        for tag in _tags(root, folder, languages, found.problems):
            recording = _recording(root, folder, slug, tag, languages, found.problems)
            found.by_key[slug, tag] = recording
    return found


def _folders(root: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for entry in _entries(root, RECORDINGS, problems):
        if (root / entry).is_dir():
            yield Path(entry).name, entry
        else:
            hint = f"chuyển vào {RECORDINGS}/<tên bài>/"
            problems.append(_problem(entry, "tệp nằm ngoài thư mục của bài", hint))
    if (root / IDENTS).is_dir():
        yield STATION_LINES, IDENTS


def _tags(
    root: Path, folder: str, languages: Mapping[str, Language], problems: list[Problem]
) -> list[str]:
    tags = set()
    for entry in map(Path, _entries(root, folder, problems)):
        if folder == IDENTS and not (root / entry).is_dir() and entry.suffix != ".yml":
            continue
        if entry.stem in languages:
            tags.add(entry.stem)
        elif folder != IDENTS:
            meant = meant_language(entry.stem, languages) or "hmn"
            message = "tên tệp ghi âm phải là mã thứ tiếng"
            problems.append(_problem(entry.as_posix(), message, f"ví dụ {meant}{entry.suffix}"))
    return sorted(tags)


def _recording(  # noqa: PLR0913, PLR0917 - the place in the tree, and what is known around it
    root: Path,
    folder: str,
    slug: str,
    tag: str,
    languages: Mapping[str, Language],
    problems: list[Problem],
) -> Recording:
    sheet = _sheet(root, f"{folder}/{tag}.yml", languages, problems)
    files = dict(_sentences(root, f"{folder}/{tag}", sheet, problems))
    for whole in _audio(root, [f"{folder}/{tag}{suffix}" for suffix in SUFFIXES], problems):
        files[sheet.script if sheet else whole.name] = whole
    consent = sheet.consent if sheet else ""
    return Recording(
        f"{slug}.{tag}",
        frozenset({tag}),
        consent,
        root / folder,
        root=root,
        slug=slug,
        language=tag,
        sheet=sheet,
        files=files,
    )


def _sheet(
    root: Path, path: str, languages: Mapping[str, Language], problems: list[Problem]
) -> ReadingSheet | None:
    if not (root / path).exists():
        return None
    source = read_source(root, path)
    peoples = {row.name.partition(" (")[0] for tag, row in languages.items() if tag != "vi"}
    sheet, faults = read_sheet(path, source.text or "", peoples)
    problems += [*source.problems, *(faults if source.text is not None else ())]
    return sheet


def _sentences(
    root: Path, folder: str, sheet: ReadingSheet | None, problems: list[Problem]
) -> Iterator[tuple[str, Path]]:
    for file in _audio(root, _entries(root, folder, problems), problems):
        named = _NUMBERED.fullmatch(file.stem)
        digest = (named[2] or _nth(sheet, int(named[1]))) if named else None
        if digest:
            yield digest, file
        else:
            message = "tên tệp không ứng với câu nào"
            hint = "đặt tên theo số thứ tự câu, ví dụ 03.m4a"
            problems.append(_problem(file.relative_to(root).as_posix(), message, hint))


def _nth(sheet: ReadingSheet | None, number: int) -> str | None:
    """The digest of a line by its number, from 1; the number itself while there is no sheet."""
    if sheet is None:
        return str(number)
    return sheet.sentences[number - 1] if 0 < number <= len(sheet.sentences) else None


def _audio(root: Path, paths: Sequence[str], problems: list[Problem]) -> Iterator[Path]:
    """Those that are there, are plain files and look like sound by their names."""
    for path in paths:
        try:
            mode = (root / path).lstat().st_mode
        except OSError:
            continue
        if not stat.S_ISREG(mode):
            hint = "hãy chép tệp thật vào đây"
            problems.append(_problem(path, "là liên kết, thư mục hoặc tệp đặc biệt", hint))
        elif Path(path).suffix.lower() not in SUFFIXES:
            hint = f"dùng một trong các đuôi {', '.join(SUFFIXES)}"
            problems.append(_problem(path, "không phải loại tệp ghi âm nhận được", hint))
        else:
            yield root / path


def _entries(root: Path, folder: str, problems: list[Problem]) -> list[str]:
    """What lies in a folder, sorted; hidden files are passed over, a missing folder is empty."""
    try:
        if (root / folder).is_symlink():
            problems.append(_problem(folder, "là liên kết", "hãy chép thư mục thật vào đây"))
            return []
        names = sorted(entry.name for entry in (root / folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        problems.append(_problem(folder, "không mở được thư mục", "kiểm tra tên và quyền đọc"))
        return []
    names = [n for n in names if not n.startswith(".") and n.lower() not in SYSTEM_FILES]
    return [f"{folder}/{name}" for name in names]


def _problem(path: str, message: str, hint: str) -> Problem:
    return Problem(path, 0, 0, Severity.ERROR, message, hint)


def _digest_of(files: Sequence[Path]) -> str:
    whole = hashlib.sha256()
    for file in files:
        try:
            with file.open("rb") as opened:
                whole.update(hashlib.file_digest(opened, "sha256").digest())
        except OSError as error:
            whole.update(str(error.errno).encode())
    return whole.hexdigest()
