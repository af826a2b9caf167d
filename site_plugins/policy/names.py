"""Names of folders and files that become addresses, and what was probably meant by a bad one."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from site_plugins.policy.anchors import fold
from site_plugins.policy.language_names import hint_for, meant_language
from site_plugins.policy.languages import VIETNAMESE, Language

_SLUG = re.compile(r"[a-z0-9-]{1,41}")
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


def is_slug(name: str) -> bool:
    """Whether a folder's name can be an address and the stem of file names."""
    return _SLUG.fullmatch(name) is not None


def slug_for(name: str) -> str:
    """The slug nearest to a name: "Học phí 2026" → "hoc-phi-2026"."""
    return _NOT_IN_SLUGS.sub("-", fold(name))[:41].strip("-") or "ten-bai"


def bad_slug(name: str) -> tuple[str, str]:
    """What to say of a folder whose name is no slug."""
    rule = "chỉ dùng chữ thường không dấu, chữ số và gạch nối, tối đa 41 ký tự"
    return f'tên thư mục "{name}" không dùng được', f'{rule}, ví dụ "{slug_for(name)}"'


def slug_of_a_language(slug: str, language: Language) -> tuple[str, str]:
    """What to say of a folder called as a language, whose index has that address."""
    message = f'tên thư mục "{slug}" trùng với mã tiếng {language.name}'
    return (
        message,
        f"địa chỉ ấy là danh sách bài tiếng đó; đổi tên thư mục, ví dụ bai-{slug}",
    )


def without_folder(path: str, languages: Mapping[str, Language]) -> tuple[str, str]:
    """What to say of a file beside the folders: `hoc-phi.md`, `km.md`, `hoc-phi.km.md`."""
    file = PurePosixPath(path)
    slug, _, tag = file.stem.rpartition(".")
    if language := languages.get(tag.casefold()):
        message = f"bản dịch tiếng {language.name} phải nằm cạnh bài gốc của nó"
        moved = file.parent / slug_for(slug) / f"{tag.casefold()}.md"
        return message, f"chuyển vào thư mục của bài ấy, ví dụ {moved}"
    moved = file.parent / slug_for(file.stem) / "index.md"
    return "bài viết phải nằm trong thư mục riêng", f"chuyển thành {moved}"


def bad_translation(stem: str, languages: Mapping[str, Language]) -> tuple[str, str]:
    """What to say of a file beside `index.md` whose name is no language's tag."""
    if stem.casefold() == "index" or meant_language(stem, languages) == VIETNAMESE:
        return f'tên tệp "{stem}.md" không dùng được', "bài gốc tiếng Việt phải là index.md"
    if stem.casefold().startswith("index"):
        hint = "bài gốc tiếng Việt phải là index.md; tệp này là bản sao thì xóa đi"
        return f'tên tệp "{stem}.md" không dùng được', hint
    message = f'tên tệp "{stem}.md" không phải mã của một thứ tiếng'
    return message, hint_for(stem, languages, ".md")
