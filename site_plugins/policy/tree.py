"""What lies under `content/`: only plain files of known kinds; no link or pipe is followed."""

import stat
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from site_plugins.problems import Problem, Severity

CONTENT = "content"
MAX_DEPTH = 8
ASSETS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf"})
_OTHER_MARKDOWN = frozenset({".markdown", ".mdown", ".mkdn", ".mkd", ".txt"})
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass
class Tree:
    """Paths relative to the project, with "/", sorted; and what may not lie there."""

    pages: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def survey(root: Path) -> Tree:
    """List `root/content`. Files of the operating system and hidden files are passed over."""
    tree = Tree()
    _visit(root, CONTENT, tree)
    return tree


def _visit(root: Path, path: str, tree: Tree) -> None:
    try:
        mode = (root / path).lstat().st_mode
        names = sorted(e.name for e in (root / path).iterdir()) if stat.S_ISDIR(mode) else []
    except OSError:
        _refuse(tree, path, "không mở được", "kiểm tra tên và quyền đọc")
        return
    if stat.S_ISREG(mode):
        _sort(tree, path)
    elif not stat.S_ISDIR(mode):
        _refuse(tree, path, "là liên kết hoặc tệp đặc biệt", "hãy chép tệp thật vào đây")
    for name in names:
        _visit_entry(root, f"{path}/{name}", name, tree)


def _visit_entry(root: Path, path: str, name: str, tree: Tree) -> None:
    if name.startswith(".") or name.lower() in SYSTEM_FILES:
        return
    if not name.isprintable():
        shown = ascii(path)[1:-1]
        _refuse(tree, shown, "tên tệp có ký tự lạ", "đổi tên, chỉ dùng chữ không dấu và gạch nối")
    elif path.count("/") > MAX_DEPTH:
        _refuse(tree, path, f"thư mục lồng quá {MAX_DEPTH} tầng", "chuyển ra ngoài")
    else:
        _visit(root, path, tree)


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
