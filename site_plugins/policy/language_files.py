"""Editorial files that each language has one of: `audio/<folder>/<tag>.yml`."""

from collections.abc import Mapping
from pathlib import Path

from site_plugins.policy.source_file import SourceFile, read_source
from site_plugins.policy.station import Language, meant_language
from site_plugins.policy.tree import SYSTEM_FILES
from site_plugins.problems import Problem, Severity


def read_language_files(
    root: Path, folder: str, languages: Mapping[str, Language], kind: str
) -> tuple[dict[str, SourceFile], list[Problem]]:
    """Tag → its file below `root/folder`; files that no language of the registry bears are errors.

    `kind` is what the messages call such a file. What was odd about a file's encoding is told too.
    """
    found: dict[str, SourceFile] = {}
    problems: list[Problem] = []
    if (root / folder).is_symlink():
        message, hint = "là liên kết hoặc tệp đặc biệt", "hãy chép thư mục thật vào đây"
        return found, [Problem(folder, 0, 0, Severity.ERROR, message, hint)]
    for file in _files(root / folder):
        path = f"{folder}/{file.name}"
        if file.stem not in languages or file.suffix != ".yml":
            problems.append(_misnamed(path, file, languages, kind))
            continue
        found[file.stem] = read_source(root, path)
        problems += found[file.stem].problems
    return found, problems


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    hidden = (f for f in folder.iterdir() if not f.name.startswith("."))
    return sorted(f for f in hidden if f.name.lower() not in SYSTEM_FILES)


def _misnamed(path: str, file: Path, languages: Mapping[str, Language], kind: str) -> Problem:
    tag = file.stem if file.stem in languages else meant_language(file.stem, languages) or "hmn"
    message = f"tên tệp {kind} phải là mã thứ tiếng, đuôi .yml"
    return Problem(path, 0, 0, Severity.ERROR, message, f"đổi tên tệp, ví dụ {tag}.yml")
