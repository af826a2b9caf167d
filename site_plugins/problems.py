"""What is wrong with somebody's file, and how it is told to them.

Pure code returns problems; only the plugin and the hook print them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem stops; the value is the word that staff read."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one place. `line` and `column` count from 1; 0 means the whole file."""

    path: str
    line: int
    column: int
    severity: Severity
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """`content/…/index.md:3:9: lỗi: status: …, có phải ý là "in_force"?`"""
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        told = f"{place}: {self.severity}: {self.message}"
        return f"{told}; {self.hint}" if self.hint else told


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only those that forbid something."""
    return [p for p in problems if p.severity is Severity.ERROR]


def tell(problems: Iterable[Problem]) -> str:
    """All problems, sorted by place, one a line."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))
