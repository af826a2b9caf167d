"""Speaking in child processes: whatever happens to one of them costs a clip at most."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_plugins.voice.errors import EngineFailedError, EngineMissingError
from site_plugins.voice.worker import Workers, command

SPEAKS = "return {'trouble': '', 'rate_hz': 8000}, request['text'].encode()"
Start = Callable[..., Workers]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Workers whose child does with a request what the given lines of Python say."""
    started: list[Workers] = []

    def workers(body: str, time_limit_s: float = 60) -> Workers:
        file = tmp_path / f"nói {len(started)}.py"
        lines = "\n        ".join(body.splitlines())
        file.write_text(
            f"import ctypes, os, sys, time\nfrom pathlib import Path\n"
            f"here = Path({str(tmp_path)!r})\n"
            f"def speaker():\n    def speak(request):\n        {lines}\n        {SPEAKS}\n"
            f"    return speak\n",
            encoding="utf-8",
        )
        started.append(Workers("thử", lambda: command(str(file), packages=False), time_limit_s))
        return started[-1]

    yield workers
    for one in started:
        one.close()


def _processes(workers: Workers) -> list[int]:
    return [worker.process.pid for worker in workers._all]  # noqa: SLF001  the test counts them


def test_one_process_answers_one_request_after_another(start: Start) -> None:
    """Vietnamese letters pass through the pipes; no process is started for each sentence."""
    workers = start("")
    assert [workers.ask(text).pcm.decode() for text in ("một", "hai", "")] == ["một", "hai", ""]
    assert len(_processes(workers)) == 1


def test_settings_and_marks_go_through(start: Start) -> None:
    """What an engine asks its child, and what it hears beside sound."""
    workers = start("return {'trouble': '', 'rate_hz': request['rate'], 'marks': [[0, 7]]}, b'xy'")
    reply = workers.ask("một", rate=9)
    assert (reply.rate_hz, reply.marks, reply.pcm) == (9, ((0, 7),), b"xy")


def test_what_a_library_prints_is_no_reply(start: Start) -> None:
    """Native code writes where it likes; the pipe to the build is not standard output."""
    workers = start("os.write(1, b'warning: 1 of 2\\n')")
    assert workers.ask("một").pcm.decode() == "một"


def test_a_process_that_is_killed_between_sentences_is_replaced(start: Start) -> None:
    """A kill -9 from outside costs nothing but a new process."""
    workers = start("")
    workers.ask("một")
    [before] = _processes(workers)
    [worker] = workers._all  # noqa: SLF001  the test kills it
    worker.process.kill()
    worker.process.wait()
    assert workers.ask("hai").pcm.decode() == "hai"
    assert len(_processes(workers)) == 1
    assert _processes(workers) != [before]


@pytest.mark.parametrize(
    "death",
    [
        "os._exit(9)",
        "ctypes.string_at(0)",
        "os.abort()",
        "sys.exit(0)",
        "raise ValueError",
        "os.closerange(3, 20)",
    ],
)
def test_a_sentence_that_was_cut_off_is_asked_again_once(start: Start, death: str) -> None:
    """The process ends in the middle, once: nobody hears of it."""
    workers = start(f"if not (here / 'died').exists():\n    (here / 'died').touch()\n    {death}")
    assert workers.ask("một").pcm.decode() == "một"


@pytest.mark.parametrize("death", ["os._exit(11)", "ctypes.string_at(0)"])
def test_a_sentence_that_crashes_its_process_is_told_and_not_tried_for_ever(
    start: Start, tmp_path: Path, death: str
) -> None:
    """Two processes die of it, by a segmentation fault too; then the sentence is named."""
    workers = start(f"with (here / 'tries').open('a') as file:\n    file.write('x')\n{death}")
    with pytest.raises(EngineFailedError, match='bộ đọc thử bị sập khi đọc câu "một"'):
        workers.ask("một")
    assert (tmp_path / "tries").read_text(encoding="utf-8") == "xx"
    assert _processes(workers) == []


def test_a_process_that_hangs_is_killed_after_its_time(start: Start) -> None:
    """It is not tried again: a hang costs one clip, and the next sentence gets a new process."""
    workers = start("if request['text'] == 'treo':\n    time.sleep(600)", time_limit_s=1)
    with pytest.raises(EngineFailedError, match='không xong câu "treo" trong 1 giây'):
        workers.ask("treo")
    assert _processes(workers) == []
    workers._time_limit_s = 60  # noqa: SLF001  a loaded machine must not fail the test
    assert workers.ask("hai").pcm.decode() == "hai"


@pytest.mark.parametrize(
    "reply", [b"", b"{}\n", b"[1]\n", b"xx\n", b"5\n", b'{"trouble": "", "bytes": 9}\nabc']
)
def test_a_reply_that_makes_no_sense_is_a_crash(tmp_path: Path, reply: bytes) -> None:
    """Memory that was overwritten must not become sound."""
    program = tmp_path / "program.py"
    program.write_text(
        f"import sys\nsys.stdin.buffer.readline()\nsys.stdout.buffer.write({reply!r})\n",
        encoding="utf-8",
    )
    workers = Workers("thử", lambda: [str(program)], 60)
    with pytest.raises(EngineFailedError, match="bị sập"):
        workers.ask("một")
    assert _processes(workers) == []


def test_threads_each_get_a_process(start: Start) -> None:
    """Libraries crash when threads share a handle; here they share only the pool."""
    barrier = threading.Barrier(4)
    workers = start("time.sleep(0.2)")
    heard: list[str] = []

    def speak(text: str) -> None:
        barrier.wait()
        heard.append(workers.ask(text).pcm.decode())

    threads = [threading.Thread(target=speak, args=(text,)) for text in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(heard) == list("abcd")
    assert 1 <= len(_processes(workers)) <= 4


def test_closed_workers_speak_no_more(start: Start) -> None:
    """Closing during Ctrl-C must not bring a new process to life."""
    workers = start("")
    workers.ask("một")
    [worker] = workers._all  # noqa: SLF001  to see that it ends
    workers.close()
    with pytest.raises(EngineFailedError, match="bộ đọc thử đã đóng"):
        workers.ask("hai")
    assert worker.process.poll() is not None
    assert _processes(workers) == []


def test_closing_ends_a_process_that_is_speaking(start: Start, tmp_path: Path) -> None:
    """Nobody waits for a minute after Ctrl-C."""
    workers = start("(here / 'begun').touch()\ntime.sleep(600)")
    told: list[str] = []

    def speak() -> None:
        try:
            workers.ask("một")
        except EngineFailedError as error:
            told.append(str(error))

    thread = threading.Thread(target=speak)
    thread.start()
    while not (tmp_path / "begun").exists():
        time.sleep(0.01)
    workers.close()
    thread.join()
    assert told == ["bộ đọc thử đã đóng"]


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without memory, or a broken installation."""
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(EngineMissingError, match="không khởi động được bộ đọc thử"):
        Workers("thử", lambda: ["x"], 1).ask("một")
