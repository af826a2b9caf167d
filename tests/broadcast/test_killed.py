"""kill -9 at a chosen moment: in the middle of speaking, in the middle of encoding."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from site_plugins.broadcast.episode import lookup, produce
from site_plugins.voice.cache import Store
from tests.broadcast.jobs import SENTENCES, job, only
from tests.voice.fake_engine import HummingEngine


class Counting(threading.Event):
    """Counts how often the work asks whether it should stop; kills the process at `last`."""

    def __init__(self, last: int = 0) -> None:
        super().__init__()
        self.asked = 0
        self._last = last

    def is_set(self) -> bool:
        """Never, though the process may end here."""
        self.asked += 1
        if self.asked == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        return False


def _killed_when_asked(root: Path, time: int) -> int:
    program = textwrap.dedent(f"""
        from pathlib import Path
        from site_plugins.broadcast.episode import produce
        from site_plugins.voice.cache import Store
        from tests.broadcast.jobs import job, only
        from tests.broadcast.test_killed import Counting
        from tests.voice.fake_engine import HummingEngine
        produce(job(), only(HummingEngine()), Store(Path({str(root)!r})), Counting({time}))
    """)
    return subprocess.run([sys.executable, "-c", program], check=False).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("moment", ["speaking", "encoding begins", "encoding ends"])
def test_what_was_spoken_is_kept_and_the_rest_is_made_the_same(tmp_path: Path, moment: str) -> None:
    """Nothing half is found, nothing is damaged, and no byte differs from an undisturbed build."""
    counting = Counting()
    whole = produce(job(), only(HummingEngine()), Store(tmp_path / "kho khác"), counting)
    spoken = len(SENTENCES)
    assert counting.asked > spoken + 1
    times = {"speaking": 2, "encoding begins": spoken + 1, "encoding ends": counting.asked}
    assert _killed_when_asked(tmp_path / "kho", times[moment]) == -9
    store = Store(tmp_path / "kho")
    assert lookup(job(), store) is None
    engine = HummingEngine()
    made = produce(job(), only(engine), store)
    assert engine.asked == (list(SENTENCES[1:]) if moment == "speaking" else [])
    assert made.mp3.path.read_bytes() == whole.mp3.path.read_bytes()
    assert made.vtt == whole.vtt
    assert store.problems == []
