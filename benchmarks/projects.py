"""The same pages as two projects: the site as it is shipped, and bare mkdocs-material."""

import shutil
from pathlib import Path

import yaml

from benchmarks.corpus import VIETNAMESE, Corpus, Page, pages, with_front
from benchmarks.timing import REPOSITORY
from site_plugins.policy.body import EXTENSIONS
from site_plugins.policy.library import SECTION

_BARE = {
    "site_name": "Bare",
    "site_url": "https://example.org/",
    "docs_dir": "content",
    "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
    "plugins": ["search"],
    "markdown_extensions": list(EXTENSIONS),
}
_HOME = "---\ntitle: Trang chủ\n---\n\nChào bà con.\n"


def write_ours(root: Path, corpus: Corpus) -> None:
    """The repository's own configuration, station, hooks and handbook around the corpus."""
    _clear(root)
    shutil.copytree(REPOSITORY / "audio", root / "audio")
    shutil.copytree(REPOSITORY / "hooks", root / "hooks")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    _write_shared(root)
    for page in pages(corpus):
        _write(root, _path(page), page.markdown)


def write_bare(root: Path, corpus: Corpus, *, lean: bool = False) -> None:
    """The same bodies in a project without a plugin of ours: titles and summaries declared.

    `lean` gives it the portal's navigation, without the explainers; otherwise MkDocs lists all.
    """
    _clear(root)
    _write_shared(root)
    settings = {**_BARE, "nav": _portal_nav()} if lean else _BARE
    _write(root, "mkdocs.yml", yaml.safe_dump(settings, allow_unicode=True))
    for page in pages(corpus):
        front = {"title": page.front["title"], "description": page.front["summary"]}
        _write(root, _path(page), with_front(front, page.body))


def _portal_nav() -> object:
    return yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]


def _clear(root: Path) -> None:
    """Begin anew, but keep finished clips."""
    for name in ("content", "audio", "hooks"):
        shutil.rmtree(root / name, ignore_errors=True)


def _write_shared(root: Path) -> None:
    content = REPOSITORY / "content"
    shutil.copytree(content / "so-tay", root / "content/so-tay")
    _write(root, "content/index.md", _HOME)
    index = (content / SECTION / "index.md").read_text(encoding="utf-8")
    _write(root, f"content/{SECTION}/index.md", index)


def _path(page: Page) -> str:
    stem = "index" if page.language == VIETNAMESE else page.language
    return f"content/{SECTION}/{page.slug}/{stem}.md"


def _write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
