"""Days that do not exist, and days nobody can tell apart: errors, never a guess."""

import pytest

from site_plugins.problems import Severity
from site_plugins.spoken import read_aloud


@pytest.mark.parametrize(
    "written",
    [
        "ngày 31/4",
        "họp ngày 30/02",
        "31/6",
        "ngày 29/02/2023",
        "32/13/2025",
        "từ ngày 15-10/7",
        "tháng 13/2025",
        "từ ngày 5-10",
        "báo cáo 6/2025",
    ],
)
def test_a_day_that_cannot_be_or_may_be_two_is_told(written: str) -> None:
    """31/4 is neither a date nor a fraction; «từ ngày 5-10», «báo cáo 6/2025» may be either."""
    problems = read_aloud(written).problems
    assert [p.severity for p in problems] == [Severity.ERROR]
    assert problems[0].token in written
