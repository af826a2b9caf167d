"""What lies under `content/`: only plain files of known kinds; no link or pipe is followed."""

import stat
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from site_plugins.problems import Problem, Severity

CONTENT = "content"
ASSETS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf"})
_OTHER_MARKDOWN = frozenset({".markdown", ".mdown", ".mkdn", ".mkd", ".txt"})
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass
class Tree:
    """Paths relative to the project, with "/", sorted; and what may not lie there."""

    pages: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def survey(root: Path) -> Tree:
    """List `root/content`. Files of the operating system and hidden files are passed over."""
    tree = Tree()
    _survey(root, CONTENT, tree)
    return tree


def _survey(root: Path, folder: str, tree: Tree) -> None:
    for name in sorted(entry.name for entry in (root / folder).iterdir()):
        if name.startswith(".") or name.lower() in _SYSTEM_FILES:
            continue
        path = f"{folder}/{name}"
        mode = (root / path).lstat().st_mode
        if stat.S_ISDIR(mode):
            _survey(root, path, tree)
        elif not stat.S_ISREG(mode):
            _refuse(tree, path, "là liên kết hoặc tệp đặc biệt", "hãy chép tệp thật vào đây")
        else:
            _sort(tree, path)


def _sort(tree: Tree, path: str) -> None:
    suffix = PurePosixPath(path).suffix
    if suffix == ".md":
        tree.pages.append(path)
    elif suffix.lower() in ASSETS:
        tree.assets.append(path)
    elif suffix.lower() in _OTHER_MARKDOWN or suffix.lower() == ".md":
        _refuse(tree, path, "bài viết phải có đuôi .md", "hãy đổi đuôi tệp thành .md")
    else:
        allowed = ", ".join(sorted(ASSETS))
        _refuse(tree, path, "loại tệp này không được đăng", f"chỉ đăng .md và {allowed}")


def _refuse(tree: Tree, path: str, message: str, hint: str) -> None:
    tree.problems.append(Problem(path, 0, 0, Severity.ERROR, message, hint))
