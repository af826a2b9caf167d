"""The closing table of a build."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from site_plugins.broadcast.episode import produce
from site_plugins.broadcast.items import Item, Outcome
from site_plugins.broadcast.summary import summarise
from site_plugins.policy.documents import Explainer
from site_plugins.voice.cache import Store
from tests.broadcast.jobs import job, only
from tests.voice.fake_engine import HummingEngine

NOBODY = cast("Explainer", None)


def test_every_outcome_but_what_is_not_aired_has_its_row(tmp_path: Path) -> None:
    """Counts, then minutes and megabytes with a decimal comma."""
    episode = produce(job(), only(HummingEngine()), Store(tmp_path))
    hour = replace(episode, duration_s=3600 + 15, mp3=replace(episode.mp3, size_bytes=28_840_000))
    short = replace(hour, duration_s=30, mp3=replace(hour.mp3, size_bytes=0))
    items = [
        Item(NOBODY, NOBODY, Outcome.MADE, episode=hour),
        Item(NOBODY, NOBODY, Outcome.CACHED, episode=short),
        Item(NOBODY, NOBODY, Outcome.WAITING_VOICE),
        Item(NOBODY, NOBODY, Outcome.WAITING_VOICE),
        Item(NOBODY, NOBODY, Outcome.NOT_AIRED),
        Item(NOBODY, NOBODY, Outcome.FAILED),
    ]
    rows = dict(summarise(items).rows)
    assert rows.pop("Thời lượng (phút)") == "60,8"
    assert rows.pop("Dung lượng (MB)") == "28,8"
    assert rows == {
        "Làm mới": "1",
        "Lấy từ kho": "1",
        "Chưa làm": "0",
        "Chờ kiểm tra bản dịch": "0",
        "Chờ duyệt": "0",
        "Chờ giọng đọc": "2",
        "Chờ ghi âm lại": "0",
        "Lỗi": "1",
    }


def test_nothing_to_count_is_nought() -> None:
    """A station that has published nothing yet."""
    assert {value for _, value in summarise([]).rows} == {"0", "0,0"}
