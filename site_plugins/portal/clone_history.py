"""Earlier versions of a file in the clone's git history, where there is one.

Nothing here may stop or change a build, ask for a password or reach the network: whatever git
cannot do at once is as good as not there, and who asks compares digests.
"""

import os
import re
import shutil
import subprocess
from functools import cache, lru_cache
from pathlib import Path

from site_plugins.policy.source_file import MAX_BYTES

_BLOB = re.compile("blob ([0-9]+) ([0-9a-f]+)")
_MOST_VERSIONS = 50
_PATIENCE_S = 10
_SETTINGS = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what it lacks
}


def tip(root: Path) -> str:
    """The commit that the clone at `root` stands on; "" where there is no clone, or no git."""
    return _git(root, "rev-parse", "HEAD").decode().strip() if (root / ".git").exists() else ""


@lru_cache(maxsize=4096)
def versions(root: Path, path: str, commit: str) -> tuple[str, ...]:
    """The names of the blobs that `path` held in and before a commit, newest first, each once.

    A giant is none. Asked once while `serve` runs.
    """
    commits = _git(root, "rev-list", "-n", str(_MOST_VERSIONS), commit, "--", path).decode().split()
    wanted = "".join(f"{name}:{path}\n" for name in commits)
    told = "--batch-check=%(objecttype) %(objectsize) %(objectname)"
    rows = _git(root, "cat-file", told, given=wanted).decode().splitlines()
    found = (_BLOB.fullmatch(row) for row in rows)  # what was deleted is told as missing
    blobs = (match[2] for match in found if match and int(match[1]) <= MAX_BYTES)
    return tuple(dict.fromkeys(blobs))


def content(root: Path, blob: str) -> bytes:
    """What a blob holds."""
    return _git(root, "cat-file", "blob", blob)


def _git(root: Path, *arguments: str, given: str = "") -> bytes:
    """What git says; nothing when it is missing, fails or takes long."""
    if not (program := _program()):
        return b""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        return subprocess.run(  # noqa: S603  git itself, found on the path, and our own arguments
            [program, *arguments],
            cwd=root,
            env=own | _SETTINGS,
            input=given.encode(),
            capture_output=True,
            timeout=_PATIENCE_S,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return b""


@cache
def _program() -> str | None:
    return shutil.which("git")
