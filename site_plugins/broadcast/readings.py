"""How a text was going to be read when its leader approved it, and what is read otherwise now.

An approval binds what is written. A new rule or a new word in the lexicon may change what is heard
of it: the approval stands, and the editors' desk lists the difference (`approval.reading`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from site_plugins.broadcast.items import Item
from site_plugins.problems import Problem, Severity
from site_plugins.spoken.model import Script
from site_plugins.spoken.script import own_lines, reading_digest
from site_plugins.voice.cache import Store, key_of


@dataclass(frozen=True)
class ReadingChange:
    """An approved text that is read otherwise than when it was approved.

    `differences` are pairs of what was said and what is said now, in order; empty where nobody
    kept how it was read. `digest` is what `approval.reading` says once somebody agrees.
    """

    digest: str
    differences: tuple[tuple[str, str], ...] = ()


def remember(items: Iterable[Item], store: Store) -> None:
    """Keep how every text is read now, so that a later difference can be shown."""
    for script in (item.script for item in items if item.script):
        key = _key(reading_digest(script))
        if store.get(key) is None:
            store.put(key, "\n".join(own_lines(script)).encode())


def reading_change(item: Item, store: Store) -> ReadingChange | None:
    """What is heard otherwise than approved; None where nothing is, or nobody wrote it down."""
    approval = item.text.meta.approval
    if item.script is None or approval is None or approval.reading is None:
        return None
    now = reading_digest(item.script)
    if not item.text.approved or approval.reading == now:
        return None
    kept = store.read(_key(approval.reading))
    return ReadingChange(now, _differences(kept.decode().split("\n"), item.script) if kept else ())


def with_changes_told(items: Iterable[Item], store: Store) -> Iterator[Item]:
    """The items, with a warning for each that is read otherwise than approved."""
    for item in items:
        if reading_change(item, store) is None:
            yield item
            continue
        message = "cách đọc của bài đã đổi so với lúc duyệt"
        hint = "xem chỗ đổi ở bàn biên tập /bien-tap/; đồng ý thì thay dòng reading ở đó"
        warning = Problem(item.text.path, 0, 0, Severity.WARNING, message, hint)
        yield replace(item, problems=(*item.problems, warning))


def _key(digest: str) -> str:
    return key_of("reading", digest=digest)


def _differences(before: list[str], script: Script) -> tuple[tuple[str, str], ...]:
    now = own_lines(script)
    matcher = SequenceMatcher(a=before, b=now, autojunk=False)
    return tuple(
        (" ".join(before[a:b]), " ".join(now[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )
