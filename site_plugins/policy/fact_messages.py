"""How staff and translators are told of a fact that a translation lacks, changes or adds."""

import json
import re
from dataclasses import dataclass
from decimal import Decimal

from site_plugins.policy.fact_ledger import Stranger
from site_plugins.policy.facts import QUANTITIES, Fact, FactKind
from site_plugins.policy.passages import Group
from site_plugins.problems import Problem, Severity

_SMALL = 20
"""Up to here a number is so often said in words that its figure may be missing."""
_COUNTED = 12
"""Up to here a figure that the source lacks is likely a count, a month or a weekday."""


@dataclass(frozen=True)
class Teller:
    """Tells what is wrong in one group of passages of a translation's file."""

    path: str
    group: Group

    def changed(self, fact: Fact, source: int, stranger: Stranger) -> Problem:
        """Another figure stands where the fact should; its own, in millions, is a doubt."""
        if _in_millions(fact, stranger):
            return self._multiplied(fact, source, stranger)
        message = f"{self._source(fact, source)}, bản dịch ghi {stranger.written}"
        hint = f"sửa cho khớp; nếu đúng là cùng một số thì {to_declare(fact)}"
        return self._problem(stranger.at, Severity.ERROR, message, hint)

    def _multiplied(self, fact: Fact, source: int, stranger: Stranger) -> Problem:
        message = (
            f"{self._source(fact, source)}, bản dịch ghi {stranger.written} kèm chữ nhân lên"
            " (như triệu, tỷ)"
        )
        hint = f"máy không so được, hãy đọc lại; nếu đúng thì {to_declare(fact)}"
        return self._problem(stranger.at, Severity.WARNING, message, hint)

    def lacking(self, fact: Fact, source: int) -> Problem:
        """The fact is nowhere; small numbers and hours are often said in words, or not yet."""
        message = f"{self._source(fact, source)}, bản dịch không có"
        hint = f"ghi thêm bằng chữ số; nếu bản dịch nói bằng lời thì {to_declare(fact)}"
        is_doubt = may_be_words(fact) or not self.group.finished
        severity = Severity.WARNING if is_doubt else Severity.ERROR
        return self._problem(self._beside(source), severity, message, hint)

    def half_said(self, fact: Fact, source: int, at: int) -> Problem:
        """A part of the fact is in words, which nobody here can read."""
        part = "tháng" if fact.kind is FactKind.DATE else "giờ hoặc phút"
        message = f"{self._source(fact, source)}, bản dịch ghi {part} bằng lời hoặc theo cách khác"
        hint = f"máy không so được, hãy đọc lại; nếu đúng thì {to_declare(fact)}"
        return self._problem(at, Severity.WARNING, message, hint)

    def added(self, stranger: Stranger) -> Problem:
        """A figure that the source has nowhere; a small one is likely a count or a month."""
        small = stranger.family == FactKind.FIGURE and any(map(_is_count, stranger.numbers))
        line = self.group.source[stranger.at if self.group.aligned else 0].line
        message = f"bản dịch ghi {stranger.written}, bản gốc ({_line(line)}) không có số này"
        severity = Severity.WARNING if small else Severity.ERROR
        return self._problem(stranger.at, severity, message, "sửa theo bản gốc hoặc bỏ số này")

    def moved(self, fact: Fact, at: int) -> Problem:
        """A fact that is told, but not in the passage where the source tells it."""
        message = f"{self._source(fact, at)}, bản dịch không ghi ở chỗ này mà ở chỗ khác"
        hint = f"ghi thêm bằng chữ số; nếu đã nói bằng lời thì {to_declare(fact)}"
        return self._problem(at, Severity.WARNING, message, hint)

    def swapped(self, fact: Fact, source: int, other: Fact, at: int) -> Problem:
        """A fact of the group stands where another one should."""
        message = f"{self._source(fact, source)}, bản dịch ghi {other.written} ở chỗ đó"
        hint = "xem lại, hình như hai số bị đổi chỗ hoặc ghi nhầm"
        return self._problem(at, Severity.ERROR, message, hint)

    def reordered(self, facts: list[Fact], at: int) -> Problem:
        """The same facts in another order: grammar, or a swap."""
        order = ", ".join(fact.written for fact in facts)
        message = f"bản gốc ghi theo thứ tự {order} ({_line(self.group.source[at].line)})"
        hint = "bản dịch ghi theo thứ tự khác; hãy xem có số nào bị đổi chỗ không"
        return self._problem(at, Severity.WARNING, message, hint)

    def _source(self, fact: Fact, at: int) -> str:
        return f"bản gốc ghi {fact.written} ({_line(self.group.source[at].line)})"

    def _beside(self, source: int) -> int:
        return source if self.group.aligned else 0

    def _problem(self, at: int, severity: Severity, message: str, hint: str) -> Problem:
        line = self.group.translation[at].line
        return Problem(self.path, line, 0, severity, f"{self.group.name}: {message}", hint)


def may_be_words(fact: Fact) -> bool:
    """Whether a fact may be missing because writers say it in words."""
    if fact.kind is FactKind.TIME:
        return True
    return fact.kind is FactKind.FIGURE and _is_at_most(fact.value, _SMALL)


_GROUPED = re.compile(r"\d[^\w]\d{3}(?!\d)")
_MILLIONS = (10**6, 10**9)
"""Not thousands: 500 for 500.000 is a group that was forgotten, and so is 7.500 for millions."""


def _in_millions(fact: Fact, stranger: Stranger) -> bool:
    """Whether a foreign word may multiply a figure to the fact: 7,5 លាន is 7.500.000."""
    if fact.kind not in QUANTITIES or _GROUPED.search(stranger.written):
        return False
    given = [Decimal(number) for number in stranger.numbers]
    return any(number * scale == Decimal(fact.value) for number in given for scale in _MILLIONS)


def _is_count(number: str) -> bool:
    return _is_at_most(number, _COUNTED)


def _is_at_most(number: str, limit: int) -> bool:
    return len(number) < 4 and number.isdecimal() and int(number) <= limit


def to_declare(fact: Fact) -> str:
    """How a translator declares a fact said in words: the line, and where it stands."""
    line = f'facts: {{{json.dumps(fact.written, ensure_ascii=False)}: "…"}}'
    return f"khai báo dưới `translation:` một dòng {line}"


def _line(line: int) -> str:
    return f"index.md dòng {line}" if line else "index.md"
