"""What a build costs: processor time, time on the clock and memory, of a process of its own."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

DAY = "2026-11-21"
"""The day on which every measured build happens: what has expired does not depend on when."""

REPOSITORY = Path(__file__).parent.parent

ENVIRON = {
    "STATION_TODAY": DAY,
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONPATH": str(REPOSITORY),
}
"""What a measured build sees besides; it runs the code that lies beside these benchmarks."""

_KIB_IN_MB = 1024 if sys.platform == "linux" else 1024 * 1024


@dataclass(frozen=True)
class Cost:
    """One build: `cpu_s` is user and system time of it and the processes that it waited for."""

    cpu_s: float
    wall_s: float
    peak_mb: float


def build(project: Path) -> Cost:
    """Build a project from an empty site; its words go to `build.log`. POSIX only.

    Raises `SystemExit` with the end of the log when the build fails.
    """
    shutil.rmtree(project / "site", ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build"], project)


def run(command: list[str], project: Path) -> Cost:
    """Run a command inside a project and account for it."""
    begun = time.perf_counter()
    with (project / "build.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=project, env={**os.environ, **ENVIRON}, stdout=log, stderr=log
        )
        _, status, used = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        log_text = (project / "build.log").read_text(encoding="utf-8")
        raise SystemExit(log_text[-4000:])
    return Cost(used.ru_utime + used.ru_stime, wall_s, used.ru_maxrss / _KIB_IN_MB)
