"""People's recordings below `audio/`, each with its side file: what was read, found by its words.

audio/recordings/<slug>/<lang>.m4a            a whole reading, or
audio/recordings/<slug>/<lang>/03.m4a         one file a sentence (`recording_files`)
audio/recordings/<slug>/<lang>.yml            the side file (`recording_file`)
audio/idents/<lang>/…, audio/idents/<lang>.yml   the station's own lines, in the same way
"""

import hashlib
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
from site_plugins.voice.recording_files import bound

RECORDINGS = "audio/recordings"
IDENTS = "audio/idents"
STATION_LINES = "_dai"
"""What stands for the slug of the station's own lines: no page can be called so."""

SUFFIXES = (
    ".wav", ".mp3", ".m4a", ".ogg", ".opus", ".flac", ".webm", ".wma", ".amr", ".3gp", ".aac",
)  # fmt: skip
SHEET = ".yml"
ARCHIVE = "ghi-am"
"""How the names of the recording page's archives begin."""
_UNPACK = "giải nén ngay tại thư mục gốc của cổng rồi xóa gói"


@dataclass(frozen=True)
class Recording(Source):
    """What one person or more read of one text in one language.

    `files` maps digests to files: of a line for a sentence's, of all lines for a whole reading's.
    Without `sheet` nobody knows which words they hold; `is_faulty` says that there is one to mend.
    """

    root: Path = Path()
    slug: str = ""
    language: str = ""
    sheet: ReadingSheet | None = None
    is_faulty: bool = False
    files: Mapping[str, Path] = field(default_factory=dict, hash=False)

    def file_for(self, text: str) -> Path | None:
        """The file that holds a line, or all lines of a text, as it was read."""
        return self.files.get(script_digest(text.split("\n"))) or self.files.get(line_digest(text))

    def shown(self, file: Path) -> str:
        """A file as staff know it: by its path in the project."""
        return file.relative_to(self.root).as_posix()

    @cached_property
    def digests(self) -> Mapping[Path, str]:
        """What every file holds, as it was when first asked for."""
        return {file: digest_of(file) for file in sorted(set(self.files.values()))}

    @property
    def version(self) -> str:
        """Changes with any byte of any file."""
        return hashlib.sha256("\n".join(self.digests.values()).encode()).hexdigest()


@dataclass
class Recordings:
    """All recordings, by (slug, language); `problems` are told with the rest of the edition."""

    by_key: dict[tuple[str, str], Recording] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_recordings(root: Path, languages: Mapping[str, Language]) -> Recordings:
    """Look through both folders; neither needs to be there."""
    found = Recordings()
    found.problems += _packed(root)
    for slug, folder in _folders(root, found.problems):
        for tag, entries in sorted(_by_tag(root, folder, languages, found.problems).items()):
            recording = _recording(root, slug, tag, entries, languages, found.problems)
            found.by_key[slug, tag] = recording
    return found


def _folders(root: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for entry in _entries(root, RECORDINGS, problems):
        if (root / entry).is_dir():
            yield Path(entry).name, entry
        else:
            hint = f"chuyển vào {RECORDINGS}/<tên bài>/; gói .zip thì {_UNPACK}"
            problems.append(_problem(entry, "tệp nằm ngoài thư mục của bài", hint))
    if (root / IDENTS).is_dir():
        yield STATION_LINES, IDENTS


def _packed(root: Path) -> Iterator[Problem]:
    """Archives of the recording page beside the project's own folders: they were to be unpacked."""
    for file in sorted(root.glob(f"{ARCHIVE}.*")):
        message = "gói ghi âm chưa vào đúng chỗ"
        hint = f"{_UNPACK}; thư mục audio trong gói phải nhập vào thư mục audio của cổng"
        yield Problem(file.name, 0, 0, Severity.WARNING, message, hint)


def _by_tag(
    root: Path, folder: str, languages: Mapping[str, Language], problems: list[Problem]
) -> dict[str, list[str]]:
    """What lies in a text's folder, by language; phones and Windows write capitals too."""
    found: dict[str, list[str]] = {}
    for entry in _entries(root, folder, problems):
        path = Path(entry)
        tag = path.stem.casefold()
        if tag in languages:
            found.setdefault(tag, []).append(entry)
        elif folder != IDENTS or path.suffix == SHEET or (root / entry).is_dir():
            meant = meant_language(path.name.partition(".")[0], languages) or "hmn"
            suffix = path.suffix if path.suffix.lower() in SUFFIXES else ".m4a"
            hint = f"ví dụ {meant}{suffix}, tệp kèm là {meant}{SHEET}"
            problems.append(_problem(entry, "tên tệp ghi âm phải là mã thứ tiếng", hint))
    return found


def _recording(  # noqa: PLR0913, PLR0917 - the place in the tree, and what is known around it
    root: Path,
    slug: str,
    tag: str,
    entries: Sequence[str],
    languages: Mapping[str, Language],
    problems: list[Problem],
) -> Recording:
    folders = [entry for entry in entries if (root / entry).is_dir()]
    sheets = [entry for entry in entries if Path(entry).suffix.lower() == SHEET]
    others = [entry for entry in entries if entry not in {*folders, *sheets}]
    inside = [path for folder in folders for path in _entries(root, folder, problems)]
    wholes = tuple(_audio(root, others, problems))
    sentences = tuple(_audio(root, inside, problems))
    if slug == STATION_LINES:
        problems += [_not_whole(root, file, tag) for file in wholes]
        wholes = ()
    sheet, is_faulty = _sheet(root, sheets, languages, problems)
    if sheet and not wholes and not sentences:
        message = "có tệp kèm mà chưa có tệp ghi âm nào dùng được"
        hint = f"đặt tệp ghi âm cạnh tệp kèm, ví dụ {tag}.m4a, hoặc xóa tệp kèm"
        problems.append(Problem(sheets[0], 0, 0, Severity.WARNING, message, hint))
    return Recording(
        f"{slug}.{tag}",
        frozenset({tag}),
        sheet.consent if sheet else "",
        root / Path(entries[0]).parent,
        root=root,
        slug=slug,
        language=tag,
        sheet=sheet,
        is_faulty=is_faulty,
        files=_files(root, wholes, sentences, sheet, problems),
    )


def _files(
    root: Path,
    wholes: Sequence[Path],
    sentences: Sequence[Path],
    sheet: ReadingSheet | None,
    problems: list[Problem],
) -> Mapping[str, Path]:
    """The files by what they hold; by their names while nobody said what was read."""
    if sheet is None:
        return {file.name: file for file in (*wholes, *sentences)}
    found = bound(wholes, sentences, sheet)
    for doubt in found.doubts:
        shown = doubt.file.relative_to(root).as_posix()
        problems.append(_problem(shown, doubt.message, doubt.hint))
    return found.files


def _not_whole(root: Path, file: Path, tag: str) -> Problem:
    hint = f"đặt vào {IDENTS}/{tag}/01.m4a, 02.m4a, …"
    shown = file.relative_to(root).as_posix()
    return _problem(shown, "lời của đài phải ghi mỗi câu một tệp", hint)


def _sheet(
    root: Path,
    paths: Sequence[str],
    languages: Mapping[str, Language],
    problems: list[Problem],
) -> tuple[ReadingSheet | None, bool]:
    """The side file, and whether one is there that cannot be used; a blank one is not there yet."""
    if not paths:
        return None, False
    source = read_source(root, paths[0])
    problems += source.problems
    if source.text is None or not source.text.strip():
        return None, source.text is None
    peoples = {row.name.partition(" (")[0] for tag, row in languages.items() if tag != "vi"}
    sheet, faults = read_sheet(paths[0], source.text, peoples)
    problems += faults
    return sheet, sheet is None


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
            hint = f"xuất lại thành .m4a, .mp3 hoặc .wav; tệp kèm thì đặt đuôi {SHEET}"
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


def digest_of(file: Path) -> str:
    """The SHA-256 of a file's bytes; of one that cannot be read, why not."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        return str(error.errno)
