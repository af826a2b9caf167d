"""The store: whole or not there, told when it is hurt, never in the way."""

import json
import shutil
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from site_plugins.problems import Severity
from site_plugins.voice.cache import Store, key_of
from site_plugins.voice.errors import CacheError

KEY = key_of("clip", text="một")
SOUND = bytes(range(256)) * 40


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "kho âm thanh của xã")


def _blob(store: Store) -> Path:
    entry = store.get(KEY)
    assert entry
    return entry.path


def test_what_was_put_is_got_with_its_note(store: Store) -> None:
    """Under a folder with Vietnamese letters and spaces, too."""
    put = store.put(KEY, SOUND, "ghi chú")
    assert store.get(KEY) == put
    assert store.read(KEY) == SOUND
    assert put.path.read_bytes() == SOUND
    assert put.note == "ghi chú"
    assert store.problems == []


def test_what_was_never_put_is_missing_and_nobody_is_told(store: Store) -> None:
    """A cold cache is no fault."""
    assert store.get(KEY) is None
    assert store.problems == []


@pytest.mark.parametrize("part", ["text", "rate", "version"])
def test_every_part_of_a_key_counts(part: str) -> None:
    """And so does the kind of thing."""
    parts = {"text": "một", "rate": 160, "version": "1"}
    assert key_of("clip", **parts) != key_of("clip", **{**parts, part: "khác"})
    assert key_of("clip", **parts) != key_of("episode", **parts)
    assert key_of("clip", **parts) == key_of("clip", **dict(reversed(parts.items())))


@pytest.mark.parametrize("damage", [b"", SOUND[:-1], SOUND[:-1] + b"x", SOUND * 2])
def test_a_damaged_blob_is_missing_and_told_and_mended(store: Store, damage: bytes) -> None:
    """A disk that was full or pulled out leaves halves behind."""
    store.put(KEY, SOUND)
    _blob(store).write_bytes(damage)
    assert store.get(KEY) is None
    assert store.read(KEY) is None
    [problem] = store.problems
    assert problem.severity is Severity.WARNING
    assert "bị hỏng" in problem.message
    store.put(KEY, SOUND)
    assert store.read(KEY) == SOUND


@pytest.mark.parametrize(
    "damage", ["", "[", "{}", "5", "null", "[1,2,3]", '["a","b"]', "ÿ", '["../../x","",""]']
)
def test_a_damaged_key_is_missing_and_told(store: Store, damage: str) -> None:
    """Nothing that stands in a key file can lead to another blob or raise."""
    store.put(KEY, SOUND)
    _key_file(store, KEY).write_text(damage, encoding="latin-1")
    assert store.get(KEY) is None
    assert len(store.problems) == 1


def test_a_key_file_under_another_name_is_damaged(store: Store) -> None:
    """The seal covers the key: one sentence never gets another one's sound."""
    store.put(KEY, SOUND)
    other = key_of("clip", text="hai")
    target = _key_file(store, other)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(_key_file(store, KEY), target)
    assert store.get(other) is None
    assert len(store.problems) == 1


def test_a_changed_note_is_damaged(store: Store) -> None:
    """Durations and captions stand in it."""
    store.put(KEY, SOUND, "1")
    path = _key_file(store, KEY)
    digest, _, seal = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps([digest, "2", seal]), encoding="utf-8")
    assert store.get(KEY) is None


def test_a_store_that_takes_no_file_is_told_once_and_survived(tmp_path: Path) -> None:
    """A file stands where the folder should: as good as read-only, for root as well."""
    root = tmp_path / "kho"
    root.write_text("")
    store = Store(root)
    entry = store.put(KEY, SOUND)
    store.put(key_of("clip", text="hai"), SOUND)
    assert entry.path.read_bytes() == SOUND
    assert store.get(KEY) is None
    [problem] = store.problems
    assert problem.path == str(root)
    assert problem.message.startswith(
        "không ghi được vào kho âm thanh (có tệp nằm ở chỗ của thư mục"
    )
    store.close()
    assert not entry.path.exists()


def test_a_full_disk_leaves_no_half_file(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Here and in the temporary folder: then the clip fails, and says why."""

    def half(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(CacheError, match="ổ đĩa đầy"):
        store.put(KEY, SOUND)
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
    assert "(ổ đĩa đầy)" in store.problems[0].message
    store.close()


def test_a_file_that_another_build_holds_open_is_good_enough(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to rename over an open file; when it holds the same bytes, all is well."""
    store.put(KEY, SOUND)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, f"{self} {target}")

    monkeypatch.setattr(Path, "replace", refuse)
    store.put(KEY, SOUND)
    assert store.problems == []
    assert store.read(KEY) == SOUND


def test_two_builds_may_share_a_store(tmp_path: Path) -> None:
    """Eight writers of the same keys: every reader finds a whole entry or none."""
    root, seen = tmp_path / "kho", []

    def build(number: int) -> None:
        store = Store(root)
        for n in range(40):
            key = key_of("clip", n=n % 5)
            store.put(key, f"{n % 5} {number}".encode() * 500)
            seen.append((n % 5, store.read(key), tuple(store.problems)))

    threads = [threading.Thread(target=build, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 320
    for n, data, problems in seen:
        assert problems == ()
        assert data is not None
        assert data.startswith(f"{n} ".encode())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_others_may_read_what_is_published_from_it(store: Store) -> None:
    """A copy of a blob keeps its mode; a web server is another user."""
    assert store.put(KEY, SOUND).path.stat().st_mode & 0o044


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("rename", [1, 2])
def test_a_build_that_is_killed_while_it_writes_leaves_nothing_half(
    store: Store, rename: int
) -> None:
    """With the blob written and not yet named, and with the blob there and not yet its key."""
    program = textwrap.dedent(f"""
        import itertools, os, signal
        from pathlib import Path
        from site_plugins.voice.cache import Store
        renames, rename = itertools.count(1), Path.replace

        def replace(self, target):
            if next(renames) == {rename}:
                os.kill(os.getpid(), signal.SIGKILL)
            return rename(self, target)

        Path.replace = replace
        Store(Path({str(store._root)!r})).put({KEY!r}, {SOUND!r})
    """)  # noqa: SLF001  another process opens the same store
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -9
    assert store.get(KEY) is None
    assert store.problems == []
    store.put(KEY, SOUND)
    assert store.read(KEY) == SOUND


def _key_file(store: Store, key: str) -> Path:
    return store._root / "keys" / key[:2] / key  # noqa: SLF001  the test damages it
