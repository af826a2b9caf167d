"""Dates as people write them, turned round into the form that is read."""

import re
from datetime import date

_HINT = "viết năm-tháng-ngày, ví dụ 2026-01-15"
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/. -]([0-9]{1,2})[/. -]([0-9]{1,2})")


def bad_date(given: object) -> tuple[str, str]:
    """What is wrong with a date, and the date that was probably meant: 15/1/2026 → 2026-01-15."""
    if not isinstance(given, str):
        return "phải là một ngày", _HINT
    numbers = _numbers(given)
    if numbers is None:
        return f'"{given}" không phải ngày đúng dạng', _HINT
    try:
        meant = date(*numbers)
    except ValueError:
        return f'"{given}" không có trong lịch', f"kiểm tra lại ngày và tháng; {_HINT}"
    return f'"{given}" không phải ngày đúng dạng', f"viết {meant.isoformat()}"


def _numbers(given: str) -> tuple[int, int, int] | None:
    """Year, month, day."""
    if found := _DAY_FIRST.fullmatch(given.strip()):
        day, month, year = map(int, found.groups())
        return year, month, day
    if found := _YEAR_FIRST.fullmatch(given.strip()):
        year, month, day = map(int, found.groups())
        return year, month, day
    return None
