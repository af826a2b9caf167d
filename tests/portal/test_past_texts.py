"""Earlier wordings of a source: from the store, from the clone's history, or not at all."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_plugins.policy.approval import section_lines
from site_plugins.policy.documents import Explainer
from site_plugins.portal import clone_history, past_texts
from site_plugins.portal.past_texts import Archive, EarlierWordings, remember
from site_plugins.voice.cache import Store, key_of
from tests.site_project import Project

SECTION = "ai-duoc-huong"
BEFORE = ["heading2.0 Ai được hưởng", "paragraph0.0 Người từ 75 tuổi trở lên."]
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not on this machine")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    store = Store(tmp_path / "kho")
    yield store
    store.close()


def _git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=Xã", "-c", "user.email=xa@example.org")
    subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)


def _commit(root: Path) -> None:
    _git(root, "add", "content")
    _git(root, "commit", "-qm", "bài")


def _cloned(project: Project) -> None:
    """A source in a clone, committed once."""
    project.explainer("bai")
    _git(project.root, "init", "-q")
    _commit(project.root)


def _edited(project: Project) -> tuple[str, Explainer]:
    """The old digest of a section and its source after an edit."""
    before = project.read("bai").sections[SECTION]
    file = project.root / "content/truyen-thong-chinh-sach/bai/index.md"
    file.write_text(file.read_text("utf-8").replace("75 tuổi", "70 tuổi"), "utf-8")
    return before, project.read("bai")


def test_the_store_keeps_every_wording(project: Project, store: Store) -> None:
    """After an edit both wordings are found by their digests, and a strange digest is not."""
    project.explainer("bai")
    remember([project.read("bai")], store)
    before, now = _edited(project)
    remember([now], store)
    past = EarlierWordings(project.root, store, now)
    assert past.lines(before) == BEFORE
    assert past.lines(now.sections[SECTION]) == section_lines(now.meta, now.body)[SECTION]
    assert past.lines("0" * 16) is None


def test_nothing_is_written_twice(project: Project, tmp_path: Path, store: Store) -> None:
    """A build of unchanged sources writes no file."""
    project.explainer("bai")
    remember([project.read("bai")], store)
    files = {file: file.stat().st_mtime_ns for file in (tmp_path / "kho").rglob("*")}
    remember([project.read("bai")], store)
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "kho").rglob("*")} == files


def test_the_oldest_wordings_go(
    project: Project, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry does not grow for ever: what reads so now is kept, the oldest is not."""
    monkeypatch.setattr(past_texts, "_MOST_WORDINGS", 3)
    project.explainer("bai")
    remember([project.read("bai")], store)
    before, now = _edited(project)
    remember([now], store)
    past = EarlierWordings(project.root, store, now)
    assert all(past.lines(digest) for digest in now.sections.values())
    assert past.lines(before) is None


def test_a_wording_without_its_digest_is_not_believed(project: Project, store: Store) -> None:
    """Lines kept under a digest that is not theirs are not shown as the old wording."""
    project.explainer("bai")
    before, now = _edited(project)
    kept = json.dumps({before: ["paragraph0.0 Ai cũng được hưởng."]})
    store.put(key_of("wordings", slug="bai"), kept.encode())
    assert EarlierWordings(project.root, store, now).lines(before) is None


@needs_git
def test_the_history_of_the_clone_is_looked_through(project: Project, store: Store) -> None:
    """With an empty store, an old commit still says what stood there, two edits ago."""
    _cloned(project)
    before, _ = _edited(project)
    _commit(project.root)
    project.explainer("bai", title="Tên khác")
    _commit(project.root)
    now = project.read("bai")
    past = EarlierWordings(project.root, store, now)
    assert past.lines(before) == BEFORE
    assert past.lines("0" * 16) is None


@needs_git
def test_a_broken_version_is_passed_over(project: Project, store: Store) -> None:
    """Broken front matter, bytes that are no text, no file: the wording before them is found."""
    _cloned(project)
    before = project.read("bai").sections[SECTION]
    file = project.root / "content/truyen-thong-chinh-sach/bai/index.md"
    for broken in (b"---\ntitle: [\n---\n", b"\xff\xfe\x00", b""):
        file.write_bytes(broken)
        _commit(project.root)
    file.unlink()
    _commit(project.root)
    project.explainer("bai", title="Tên khác")
    assert EarlierWordings(project.root, store, project.read("bai")).lines(before) == BEFORE


def test_without_a_clone_nothing_is_known(project: Project, store: Store) -> None:
    """A folder that is no clone, and one whose .git is rubbish: None, no fault, no git above."""
    project.explainer("bai")
    before, now = _edited(project)
    assert EarlierWordings(project.root, store, now).lines(before) is None
    (project.root / ".git").write_text("rubbish", "utf-8")
    assert EarlierWordings(project.root, store, now).lines(before) is None


@needs_git
def test_without_git_nothing_is_known(
    project: Project, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that has a clone and no git builds all the same."""
    _cloned(project)
    before, now = _edited(project)
    monkeypatch.setattr(clone_history, "_program", lambda: None)
    assert EarlierWordings(project.root, store, now).lines(before) is None


@needs_git
def test_many_ask_and_git_is_asked_once(
    project: Project, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages and kits of all languages of one source share what was found."""
    _cloned(project)
    before, now = _edited(project)
    archive = Archive(project.root, store)
    assert archive.of(now).lines(before) == BEFORE
    monkeypatch.setattr(clone_history, "_program", lambda: None)
    assert archive.of(now).lines(before) == BEFORE
