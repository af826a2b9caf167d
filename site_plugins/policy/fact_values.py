"""The value of a fact as written in Vietnamese: the same however it is written."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from math import prod

from site_plugins.policy.figures import SPACES, canonical, plain_zeros

_SCALES = {"nghìn": 1000, "ngàn": 1000, "k": 1000, "triệu": 10**6, "tr": 10**6}
_SCALES |= {"trăm": 100, "tỷ": 10**9, "tỉ": 10**9}
_WORD = rf"(?:{'|'.join(sorted(_SCALES, reverse=True))})(?!\w)"
SCALE = rf"(?:{_WORD}(?:\s+{_WORD})?)"
"""The words that multiply a figure: triệu, nghìn tỷ."""
NUMBER = rf"(?:[0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*)"
"""A figure with its groups and decimals."""
_PART = re.compile(rf"({NUMBER})(?:\s*({SCALE})(\s*rưỡi)?)?", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]+")


def number_value(written: str) -> str:
    """A number by the Vietnamese rule: dots and spaces group thousands, a comma marks decimals.

    Staff break it both ways: 2.5 can only be decimals, 500,000 only groups.
    """
    whole, mark, decimals = re.sub(f"[{SPACES}]", "", written).rpartition(",")
    if not mark:
        whole, decimals = decimals, ""
    groups = re.split("[.,]", whole)
    if any(len(group) != 3 for group in groups[1:]):
        return canonical(groups[0], "".join(groups[1:]))
    if decimals == "000" or (len(groups) > 1 and "," in whole):
        return canonical("".join(groups) + decimals)
    return canonical("".join(groups), decimals)


def quantity(written: str) -> tuple[str, tuple[str, ...]]:
    """A quantity's value, and its figures where words multiply them: 1,5 triệu is 1500000."""
    total, raw, multiplied = Decimal(0), [], False
    for figure, scale, half in _PART.findall(written):
        value = number_value(figure)
        raw.append(value)
        multiplied = multiplied or bool(scale)
        total += (Decimal(value) + (Decimal("0.5") if half else 0)) * _times(scale)
    return _plain(total) if multiplied else raw[0], tuple(raw) if multiplied else ()


def scaled(value: str, following: str) -> tuple[str, tuple[str, ...]]:
    """A range's first figure, multiplied as its second one is: «1 đến 2 triệu»."""
    scales = [scale for _, scale, _ in _PART.findall(following) if scale]
    if not scales or Decimal(value) >= 1000:
        return value, ()
    return _plain(Decimal(value) * _times(scales[0])), (value,)


def _times(scale: str) -> int:
    return prod(_SCALES[word] for word in scale.casefold().split())


def _plain(number: Decimal) -> str:
    whole, _, decimals = f"{number:f}".partition(".")
    return canonical(whole, decimals.rstrip("0"))


def date_value(written: str) -> str:
    """2025-07-01, 2025-07 or --07-01; 32/13/2025, which is no date, stays as it is."""
    parts = [int(digits) for digits in _DIGITS.findall(written)]
    if parts[0] > 999:
        parts.reverse()
    year = parts[-1] if parts[-1] > 999 else 0
    *days, month = parts[:-1] if year else parts
    try:
        day = date(year or 2000, month, days[0] if days else 1)
    except ValueError:
        return "/".join(map(str, parts))
    form = ("%Y-" if year else "--") + ("%m-%d" if days else "%m")
    return day.strftime(form)


def time_value(written: str) -> str | None:
    """The hour on a clock of 24: «2 giờ chiều» is 14:00; None beyond 24."""
    hour, *minutes = (int(digits) for digits in _DIGITS.findall(written))
    minute = minutes[0] if minutes else 30 * ("rưỡi" in written.casefold())
    if hour < 12 and re.search(r"(?:chiều|tối|đêm)$", written, re.IGNORECASE):
        hour += 12
    return f"{hour}:{minute:02}" if hour <= 24 else None


def phone_value(written: str) -> str:
    """A phone's digits; +84 is 0."""
    digits = "".join(_DIGITS.findall(written))
    return f"0{digits[2:]}" if "+" in written else digits


def document_value(written: str) -> str:
    """A document's number and year, and its symbol in plain letters: 176/2025/ndcp, 7/cttg."""
    number, *rest = re.split("[-–‑/]", written, maxsplit=1)
    year, _, symbol = rest[0].partition("/")
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", year):
        year, symbol = "", rest[0]
    return "/".join(part for part in (plain_zeros(number), year, plain_letters(symbol)) if part)


def plain_letters(text: str) -> str:
    """Letters and digits alone, without marks, small; Đ is d."""
    marked = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(filter(str.isalnum, marked))
