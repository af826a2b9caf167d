"""What the store lets go, and what it never does."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.voice import cache_pruning
from site_plugins.voice.cache import Store, key_of
from site_plugins.voice.cache_pruning import Limits, Pruned, prune

DAY_S = 24 * 3600
NOTHING = Pruned(0, 0)
ROOMY = Limits(days=180, megabytes=4000)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where a store lies."""
    return tmp_path / "kho âm thanh"


def _kept(root: Path, name: str, *, days_ago: float, size: int = 1000) -> Path:
    """Keep a blob that another build put and last used so long ago."""
    data = name.encode().ljust(size, b".")
    blob = Store(root).put(key_of("clip", name=name), data).path
    used_s = time.time() - days_ago * DAY_S
    os.utime(blob, (used_s, used_s))
    return blob


def _keys(root: Path) -> list[Path]:
    return [path for path in (root / "keys").rglob("*") if path.is_file()]


def test_what_was_not_used_for_long_goes_with_its_key(root: Path) -> None:
    """And what was used since stays; the sum is told."""
    old = _kept(root, "cũ", days_ago=181)
    new = _kept(root, "mới", days_ago=179)
    assert Store(root).prune(ROOMY) == Pruned(1, 1000)
    assert not old.exists()
    assert new.exists()
    assert len(_keys(root)) == 1
    assert Store(root).prune(ROOMY) == NOTHING


def test_what_is_over_the_size_goes_the_least_recently_used_first(root: Path) -> None:
    """No more of it than is needed, whatever the order of names."""
    blobs = [_kept(root, name, days_ago=d, size=400_000) for d, name in enumerate("bxamz", 2)]
    assert prune(root, Limits(180, 1), ()) == Pruned(3, 1_200_000)
    assert [blob.exists() for blob in blobs] == [True, True, False, False, False]


@given(
    ages=st.lists(st.integers(2, 400), min_size=1, max_size=12, unique=True),
    days=st.integers(1, 400),
    megabytes=st.integers(1, 6),
)
def test_nothing_that_fits_goes_before_what_does_not(
    tmp_path_factory: pytest.TempPathFactory, ages: list[int], days: int, megabytes: int
) -> None:
    """For all ages and limits: what stays is young enough, fits, and is younger than what went."""
    root = tmp_path_factory.mktemp("kho")
    blobs = {age: _kept(root, str(age), days_ago=age + 0.5, size=500_000) for age in ages}
    prune(root, Limits(days, megabytes), ())
    stay = sorted(age for age, blob in blobs.items() if blob.exists())
    young = sorted(age for age in ages if age < days)
    assert stay == young[: 2 * megabytes]


@pytest.mark.parametrize("use", [Store.get, Store.read])
def test_reading_is_use(root: Path, use: Callable[[Store, str], object]) -> None:
    """What another build found today has a fresh mark, and a builder who prunes now spares it."""
    blob = _kept(root, "cũ", days_ago=500)
    assert use(Store(root), key_of("clip", name="cũ"))
    assert Store(root).prune(ROOMY) == NOTHING
    assert blob.exists()


def test_a_mark_of_today_is_not_written_again(root: Path) -> None:
    """A build that finds a thousand clips does not write a thousand times."""
    blob = _kept(root, "mới", days_ago=0.5)
    before = blob.stat().st_mtime_ns
    Store(root).get(key_of("clip", name="mới"))
    assert blob.stat().st_mtime_ns == before


def test_what_this_build_used_stays_even_where_it_cannot_be_marked(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's file, or a clock that went wrong."""
    blob = _kept(root, "cũ", days_ago=500)
    store = Store(root)

    def refuse(path: Path) -> None:
        raise PermissionError(1, str(path))

    monkeypatch.setattr(os, "utime", refuse)
    assert store.get(key_of("clip", name="cũ"))
    assert store.problems == []
    assert store.prune(Limits(1, 0)) == NOTHING
    assert blob.exists()


def test_what_was_used_in_the_last_hour_stays_however_full_the_store(root: Path) -> None:
    """Another build is about to copy it; its mark may be a day older than its use."""
    blob = _kept(root, "của bản dựng khác", days_ago=1)
    assert Store(root).prune(Limits(1, 0)) == NOTHING
    assert blob.exists()


def test_what_another_build_finds_while_this_one_prunes_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its mark is looked at again just before it would go."""
    blob = _kept(root, "cũ", days_ago=500)
    listed = cache_pruning._blobs  # noqa: SLF001  the other build comes right after

    def found_meanwhile(root: Path) -> object:
        blobs = list(listed(root))
        assert Store(root).get(key_of("clip", name="cũ"))
        return iter(blobs)

    monkeypatch.setattr(cache_pruning, "_blobs", found_meanwhile)
    assert Store(root).prune(ROOMY) == NOTHING
    assert blob.exists()


def test_blobs_of_no_key_go_like_the_rest(root: Path) -> None:
    """A build that was ended between blob and key leaves one; nobody can use it."""
    blob = _kept(root, "mồ côi", days_ago=181)
    [key] = _keys(root)
    key.unlink()
    assert Store(root).prune(ROOMY) == Pruned(1, 1000)
    assert not blob.exists()


@pytest.mark.parametrize("damage", ["", "[", "{}", "5", "[5]", '["a"]', '["a\\u0000b"]', "ÿ"])
def test_keys_that_lead_to_no_blob_go(root: Path, damage: str) -> None:
    """Damaged ones, too; those that lead somewhere stay."""
    _kept(root, "cũ", days_ago=181)
    _kept(root, "mới", days_ago=1)
    idle = root / "keys" / "aa" / "aaaa"
    idle.parent.mkdir()
    idle.write_text(damage, encoding="latin-1")
    Store(root).prune(ROOMY)
    assert len(_keys(root)) == 1
    assert Store(root).get(key_of("clip", name="mới"))


def test_a_blob_of_two_keys_keeps_both_or_loses_both(root: Path) -> None:
    """Two sentences may sound the same."""
    store = Store(root)
    keys = [key_of("clip", n=n) for n in range(2)]
    blobs = {store.put(key, "cùng một tiếng".encode()).path for key in keys}
    [blob] = blobs
    os.utime(blob, (0, 0))
    Store(root).get(keys[0])
    assert prune(root, ROOMY, ()) == NOTHING
    os.utime(blob, (0, 0))
    assert prune(root, ROOMY, ()).files == 1
    assert _keys(root) == []


def test_halves_go_after_an_hour(root: Path) -> None:
    """What kill -9 left; what another build is writing now stays."""
    _kept(root, "mới", days_ago=0)
    halves = [root / top / "ab" / f"{age}.tmp" for top in ("blobs", "keys") for age in (1, 3700)]
    for half in halves:
        half.parent.mkdir(exist_ok=True)
        half.write_bytes(b"n")
        used_s = time.time() - int(half.stem)
        os.utime(half, (used_s, used_s))
    Store(root).prune(ROOMY)
    assert [half.exists() for half in halves] == [True, False, True, False]


def test_what_cannot_be_removed_is_no_fault_and_not_counted(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only store, or Windows, where somebody plays the file."""
    blob = _kept(root, "cũ", days_ago=500)

    def refuse(self: Path) -> None:
        raise PermissionError(13, str(self))

    monkeypatch.setattr(Path, "unlink", refuse)
    assert Store(root).prune(ROOMY) == NOTHING
    assert blob.exists()


def test_where_there_is_no_store_nothing_goes(tmp_path: Path) -> None:
    """No folder yet, or a file in its place."""
    assert Store(tmp_path / "không có").prune(ROOMY) == NOTHING
    file = tmp_path / "tệp"
    file.write_text("")
    assert Store(file).prune(ROOMY) == NOTHING
    assert file.exists()


def test_two_builds_may_prune_at_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the other one removed in between is no fault, and is not counted twice."""
    for n in range(4):
        _kept(root, str(n), days_ago=500 + n)
    listed = cache_pruning._blobs  # noqa: SLF001  the other build comes right after
    told = []

    def pruned_meanwhile(root: Path) -> object:
        blobs = list(listed(root))
        monkeypatch.setattr(cache_pruning, "_blobs", listed)
        told.append(prune(root, ROOMY, ()))
        return iter(blobs)

    monkeypatch.setattr(cache_pruning, "_blobs", pruned_meanwhile)
    told.append(prune(root, ROOMY, ()))
    assert told == [Pruned(4, 4000), NOTHING]
    assert _keys(root) == []
