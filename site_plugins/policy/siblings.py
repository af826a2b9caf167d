"""The files beside an explainer's source: being a sibling is what makes a file its translation."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath

from site_plugins.policy.language_names import meant_languages
from site_plugins.policy.languages import VIETNAMESE, Language
from site_plugins.policy.names import bad_translation
from site_plugins.problems import Problem, Severity

_DEPTH = 4
"""content/truyen-thong-chinh-sach/<slug>/<lang>.md"""


def sort_siblings(
    index: str, paths: Collection[str], languages: Mapping[str, Language]
) -> tuple[list[str], list[Problem]]:
    """The translations beside an explainer's `index`, and what is wrong with the other names."""
    files = [PurePosixPath(path) for path in paths if path != index]
    near = [file for file in files if len(file.parts) == _DEPTH]
    named = [file for file in near if file.stem in languages and file.stem != VIETNAMESE]
    problems = [_too_deep(file) for file in files if len(file.parts) > _DEPTH]
    twins = _twins(near, languages)
    for file in near:
        if file in twins:
            problems.append(_fault(file, *twins[file]))
        elif file not in named:
            problems.append(_fault(file, *bad_translation(file.stem, languages)))
    return [str(file) for file in named], problems


def orphans(index: str, translations: Iterable[str], slugs: Collection[str]) -> list[Problem]:
    """What to say of a folder without `index.md`, and of each translation in it.

    `slugs` are the folders that have one.
    """
    message = "thư mục này chưa có index.md (bài gốc tiếng Việt)"
    hint = "thêm bài gốc, tên tệp đúng là index.md viết thường"
    slug = PurePosixPath(index).parent.name
    meant = get_close_matches(slug, slugs, n=1)
    other = f'có phải là bản dịch của "{meant[0]}"? chuyển tệp sang thư mục đó' if meant else hint
    told = "bản dịch này không có bài gốc: cạnh nó không có index.md"
    return [
        _fault(PurePosixPath(index), message, hint),
        *(_fault(PurePosixPath(path), told, other) for path in translations),
    ]


def _twins(
    files: Iterable[PurePosixPath], languages: Mapping[str, Language]
) -> dict[PurePosixPath, tuple[str, str]]:
    """What to say of the files that are meant for one language, such as km.md and Khmer.md."""
    by_tag: dict[str, list[PurePosixPath]] = {}
    for file in files:
        meant = meant_languages(file.stem, languages)
        if len(meant) == 1 and meant[0] != VIETNAMESE:
            by_tag.setdefault(meant[0], []).append(file)
    return {
        file: (
            f"{len(twins)} tệp cho một thứ tiếng ({languages[tag].name}): "
            + ", ".join(twin.name for twin in twins),
            f"giữ lại một tệp, tên đúng là {tag}.md",
        )
        for tag, twins in by_tag.items()
        if len(twins) > 1
        for file in twins
    }


def _too_deep(file: PurePosixPath) -> Problem:
    hint = f"bản dịch đặt cạnh index.md, ví dụ {file.parts[1]}/ten-bai/km.md"
    return _fault(file, "tệp nằm quá sâu", hint)


def _fault(file: PurePosixPath, message: str, hint: str) -> Problem:
    return Problem(str(file), 0, 0, Severity.ERROR, message, hint)
