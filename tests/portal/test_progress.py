"""How long work shows itself."""

import io
import re

from rich.console import Console

from site_plugins.broadcast.production import Result
from site_plugins.broadcast.summary import summarise
from site_plugins.portal.progress import closing_table, shown
from site_plugins.voice.errors import VoiceError
from tests.broadcast.jobs import job

JOB = job(title="Bài [thử]")
FAILED = Result(JOB, None, (VoiceError("giọng đọc im lặng"),))


def test_a_terminal_gets_a_bar() -> None:
    """On a terminal a bar counts the clips, and no line a clip scrolls by."""
    screen = io.StringIO()
    with shown(2, Console(file=screen, force_terminal=True, width=80)) as finished:
        finished(FAILED)
        finished(FAILED)
    assert "Làm tệp âm thanh" in screen.getvalue()
    assert "2/2" in screen.getvalue()
    assert "im lặng" not in screen.getvalue()


def test_elsewhere_each_clip_is_a_line() -> None:
    """In CI each clip leaves a line that says what became of it, brackets and all."""
    log = io.StringIO()
    with shown(1, Console(file=log, width=80)) as finished:
        finished(FAILED)
    assert log.getvalue() == "lỗi: Bài [thử]: giọng đọc im lặng\n"


def test_the_table_counts_nothing_when_nothing_is_there() -> None:
    """An empty edition has an honest table: zeros, no minutes, no megabytes."""
    log = io.StringIO()
    Console(file=log, width=80).print(closing_table(summarise([])))
    assert re.search(r"│ Làm mới +│ +0 │", log.getvalue())
    assert re.search(r"│ Thời lượng \(phút\) +│ +0,0 │", log.getvalue())
