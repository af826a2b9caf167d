"""Dates as people write them, turned round into the form that is read."""

import re
from datetime import date

_HINT = "viết năm-tháng-ngày, ví dụ 2026-01-15"
_APART = r" ?[/. -] ?"
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}}){_APART}([0-9]{{1,2}}){_APART}([0-9]{{4}}|[0-9]{{2}})")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_APART}([0-9]{{1,2}}){_APART}([0-9]{{1,2}})")
_IN_ONE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_IN_WORDS = re.compile(
    r"(?:ngày )?(?:mồng |mùng )?([0-9]{1,2}) tháng ([0-9]{1,2})(?: năm|,)? ([0-9]{4})"
)
_DASHES = re.compile("[‐‑‒–—−]")


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
    text = " ".join(_DASHES.sub("-", given).casefold().split())
    if found := _DAY_FIRST.fullmatch(text) or _IN_WORDS.fullmatch(text):
        day, month, year = map(int, found.groups())
        return year + 2000 if year < 100 else year, month, day
    if found := _YEAR_FIRST.fullmatch(text) or _IN_ONE.fullmatch(text):
        year, month, day = map(int, found.groups())
        return year, month, day
    return None
