"""Many episodes side by side."""

import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from site_plugins.broadcast.episode import lookup
from site_plugins.broadcast.job import Job
from site_plugins.broadcast.production import Result, produce_all
from site_plugins.voice.cache import Store
from site_plugins.voice.errors import EngineMissingError
from site_plugins.voice.model import Engine, Voice
from tests.broadcast.jobs import job
from tests.voice.fake_engine import HUM, HummingEngine

WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu")


def _jobs() -> list[Job]:
    """Six scripts, the longest first."""
    return [job(*(f"Câu {word} của bài." for word in WORDS[n:])) for n in range(len(WORDS))]


def test_results_stand_in_the_order_of_the_jobs(tmp_path: Path) -> None:
    """Whichever is ready first."""
    engine, jobs = HummingEngine(), _jobs()
    results = produce_all(jobs, lambda _: engine, Store(tmp_path))
    assert [result.job for result in results] == jobs
    assert all(result.episode and not result.error for result in results)


def test_each_finished_job_is_told_at_once(tmp_path: Path) -> None:
    """A progress bar hangs on it."""
    engine, told = HummingEngine(), list[Result]()
    results = produce_all(_jobs(), lambda _: engine, Store(tmp_path), told.append)
    assert len(told) == len(results)
    assert {id(result) for result in told} == {id(result) for result in results}


def test_one_failure_leaves_the_others_alone(tmp_path: Path) -> None:
    """It comes back as a message in Vietnamese."""
    engine = HummingEngine(fails_on="Câu một")
    results = produce_all(_jobs(), lambda _: engine, Store(tmp_path))
    assert results[0].episode is None
    assert results[0].error == "không đọc được: Câu một của bài."
    assert all(result.episode for result in results[1:])


def test_an_engine_that_cannot_start_is_a_failure_of_its_jobs(tmp_path: Path) -> None:
    """And of no others."""
    hums = HummingEngine()

    def engine_for(voice: Voice) -> Engine:
        if voice.name == "gone:vi":
            message = "không khởi động được"
            raise EngineMissingError(message)
        return hums

    gone = job(voice=replace(HUM, name="gone:vi"))
    results = produce_all([gone, job()], engine_for, Store(tmp_path))
    assert [result.error for result in results] == ["không khởi động được", ""]


def test_where_a_voice_fails_the_next_one_speaks(tmp_path: Path) -> None:
    """Silence is next to the worst; what failed is kept to be told."""
    voices = [replace(HUM, name=name) for name in ("mạng:vi", "mạng:vi-2", "hum:vi")]
    first, *others = (job(voice=voice) for voice in voices)
    engines = {"mạng": HummingEngine(fails_on="cảm ơn"), "hum": HummingEngine()}
    order = replace(first, instead=tuple(others))
    [result] = produce_all(
        [order], lambda voice: engines[voice.name.partition(":")[0]], Store(tmp_path)
    )
    assert result.episode
    assert result.episode.voices == (voices[2],)
    assert [str(failure) for failure in result.failures] == ["không đọc được: Xin cảm ơn."] * 2
    assert result.error == ""


def test_where_every_voice_fails_each_reason_is_told_once(tmp_path: Path) -> None:
    """There is no episode then."""
    engine = HummingEngine(fails_on="cảm ơn")
    order = replace(job(), instead=(job(voice=replace(HUM, name="hum:vi-2")),))
    [result] = produce_all([order], lambda _: engine, Store(tmp_path))
    assert result.episode is None
    assert result.error == "không đọc được: Xin cảm ơn."


def test_nothing_to_do_is_done(tmp_path: Path) -> None:
    """An empty station."""
    assert produce_all([], lambda _: HummingEngine(), Store(tmp_path)) == ()


def test_a_warm_run_speaks_nothing(tmp_path: Path) -> None:
    """Everything is found."""
    produce_all(_jobs(), lambda _: HummingEngine(), Store(tmp_path))
    engine = HummingEngine()
    results = produce_all(_jobs(), lambda _: engine, Store(tmp_path))
    assert engine.asked == []
    assert all(result.episode and result.episode.cached for result in results)


def test_ctrl_c_while_telling_keeps_what_is_finished(tmp_path: Path) -> None:
    """The rest is not begun."""
    told: list[Result] = []

    def interrupt(result: Result) -> None:
        told.append(result)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        produce_all(_jobs() * 5, lambda _: HummingEngine(), Store(tmp_path), interrupt)
    [first] = told
    assert lookup(first.job, Store(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
@pytest.mark.parametrize("blow", ["SIGINT", "SIGKILL"])
def test_a_build_that_is_ended_keeps_what_is_finished(tmp_path: Path, blow: str) -> None:
    """Ctrl-C as a terminal sends it, to the whole group, and kill -9: the store stays whole."""
    program = textwrap.dedent(f"""
        from pathlib import Path
        from site_plugins.broadcast.production import produce_all
        from site_plugins.voice.cache import Store
        from site_plugins.voice.registry import Engines
        from tests.broadcast.test_production import many_jobs
        engines = Engines()
        try:
            produce_all(
                many_jobs(), engines.engine_for, Store(Path({str(tmp_path)!r})),
                lambda result: print(result.error or "xong", flush=True),
            )
        finally:
            engines.close()
    """)
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "xong\n"
    os.killpg(process.pid, getattr(signal, blow))
    _, said = process.communicate(timeout=60)
    assert ("KeyboardInterrupt" in said) == (blow == "SIGINT")
    assert process.returncode != 0
    store = Store(tmp_path)
    kept = [order for order in many_jobs() if lookup(order, store)]
    assert 1 <= len(kept) < len(many_jobs())
    assert store.problems == []


def many_jobs() -> list[Job]:
    """A hundred short scripts in the embedded voice."""
    voice = Voice("espeak:vi", frozenset({"vi"}), 22_050, "1", "")
    return [job(f"Câu {a} {b} của bài này.", voice=voice) for a in WORDS for b in WORDS]
