"""What may not change from one language to another: dates, sums, numbers of phones and documents.

Read from Vietnamese as staff write it. The shapes that need no word (1/7/2025, 500.000,
176/2025/NĐ-CP, 0912 345 678) are found in any language and any script.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise

from site_plugins.policy.fact_values import (
    NUMBER,
    SCALE,
    date_value,
    document_value,
    phone_value,
    quantity,
    scaled,
    time_value,
)
from site_plugins.policy.figures import LATIN, plain_digits


class FactKind(StrEnum):
    """What a fact is; the value is what staff and translators read."""

    DATE = "ngày"
    TIME = "giờ"
    AMOUNT = "số tiền"
    PERCENT = "tỷ lệ"
    PHONE = "số điện thoại"
    DOCUMENT = "số hiệu văn bản"
    FIGURE = "con số"


QUANTITIES = frozenset({FactKind.AMOUNT, FactKind.PERCENT, FactKind.FIGURE})


@dataclass(frozen=True)
class Fact:
    """A stretch of a text that must come through every translation unchanged.

    `written` is `text[start:end]`. `value` is the same however it is written: a date "2025-07-01",
    "2025-07" or "--07-01", an hour "13:30", a number "500000" or "1.5", a phone's digits, a
    document's "176/2025/ndcp". `raw` are the figures that words multiply: 1,5 triệu has "1.5".
    """

    kind: FactKind
    value: str
    written: str
    start: int
    end: int
    raw: tuple[str, ...] = ()

    @cached_property
    def family(self) -> str:
        """The kinds whose figures look alike: a sum, a percentage and a count are all numbers."""
        return FactKind.FIGURE if self.kind in QUANTITIES else self.kind

    @cached_property
    def key(self) -> tuple[str, str]:
        """What tells facts apart."""
        return self.family, self.value


_YEAR = r"(?:19|20)[0-9]{2}"
_ALONE = r"(?<![0-9/.,])"
_APART = r"[\s.()-]{0,2}"
_SYMBOL = rf"(?-i:[A-ZĐ][{LATIN}0-9]*(?:[-–‑/.][A-ZĐ][{LATIN}0-9]*)*)"

# The order matters: what is part of a document's number or a phone's is no sum of its own.
_SHAPES = re.compile(
    rf"""(?=[0-9(+])(?:(?P<marker>^\(?[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*[.)](?=\s))
    |(?P<code>(?<=[A-Za-zÀ-ɏḀ-ỿ])[0-9]+(?:[.,][0-9]+)*)
    |(?P<document>{_ALONE}[0-9]+(?:/{_YEAR})?/{_SYMBOL}|{_ALONE}[0-9]+[-–‑](?-i:[A-ZĐ]+)/{_SYMBOL}
        |{_ALONE}(?:1[3-9]|[2-9][0-9]|[0-9]{{3,}})/{_YEAR}(?![0-9/]))
    |(?P<phone>{_ALONE}\(?(?:\+[ ]?84|0){_APART}
        (?:[3-9](?:{_APART}[0-9]){{8}}|[12](?:{_APART}[0-9]){{9}})(?![0-9])
        |{_ALONE}1[89]00(?:[\s.-]?[0-9]){{4,6}}(?![0-9]))
    |(?P<date>{_ALONE}[0-9]{{1,2}}\s*tháng\s*[0-9]{{1,2}}(?:,?\s*năm\s*{_YEAR}|/{_YEAR})?(?![0-9/])
        |{_ALONE}[0-9]{{1,2}}\s?(?P<mark>[/.-])\s?[0-9]{{1,2}}\s?(?P=mark)\s?{_YEAR}(?![0-9/])
        |{_ALONE}{_YEAR}(?P<iso>[/.-])[0-9]{{1,2}}(?P=iso)[0-9]{{1,2}}(?![0-9/])
        |(?<=tháng\s)[0-9]{{1,2}}(?:\s*năm\s*|\s?[/-]\s?){_YEAR}(?![0-9/])
        |{_ALONE}[0-9]{{1,2}}/{_YEAR}(?![0-9/])
        |(?:(?<=ngày\s)|(?<=mùng\s)|(?<=mồng\s)|(?<=hết\s)|(?<=đến\s)|(?<=từ\s)|(?<=trước\s))
         [0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/]))
    |(?P<time>(?<![0-9/.,:])[0-9]{{1,2}}
        (?:\s?(?:giờ|h|g)(?!\w)(?:\s*(?:[0-5][0-9](?![0-9]|[.,/][0-9])(?:\s*phút)?|rưỡi))?
        |[hg:][0-5][0-9](?![0-9:]))(?:\s+(?:chiều|tối|đêm))?)
    |(?P<number>{NUMBER}(?:\s*{SCALE}(?:\s*rưỡi)?(?:\s+{NUMBER}\s*{SCALE})*)?
        (?:\s*(?:%|phần\s+trăm|(?:đồng|VNĐ|VND|đ)(?!\w)|₫))?))""",
    re.VERBOSE | re.IGNORECASE,
)
_MONEY = re.compile(r"(?:đồng|vnđ|vnd|đ|₫)$", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|phần\s+trăm)$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[-–—]|đến|tới|hoặc)\s*(?:dưới\s*)?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def facts_in(text: str) -> tuple[Fact, ...]:
    """The facts of a text in NFC, in order; none overlap.

    Remembered, because every translation of a source asks for the same ones.
    """
    plain = plain_digits(text)
    shapes = (_fact(found, text) for found in _SHAPES.finditer(plain))
    return tuple(_with_ranges([fact for fact in shapes if fact], plain))


def _fact(found: re.Match[str], text: str) -> Fact | None:
    """The fact of one shape; None for what only looks like one (a list's number, a code)."""
    kind, value = _kind_and_value(found)
    written = text[found.start() : found.end()]
    if kind is None:
        return None
    raw = quantity(found[0])[1] if kind in QUANTITIES else ()
    return Fact(kind, value, written, found.start(), found.end(), raw)


_READERS: dict[str, tuple[FactKind, Callable[[str], str | None]]] = {
    "document": (FactKind.DOCUMENT, document_value),
    "phone": (FactKind.PHONE, phone_value),
    "date": (FactKind.DATE, date_value),
    "time": (FactKind.TIME, time_value),
}


def _kind_and_value(found: re.Match[str]) -> tuple[FactKind | None, str]:
    shape = found.lastgroup or ""
    if shape == "number":
        return _unit(found[0]), quantity(found[0])[0]
    if shape not in _READERS:
        return None, ""
    kind, read = _READERS[shape]
    value = read(found[0])
    return (kind, value) if value else (FactKind.FIGURE, quantity(found[0])[0])


def _unit(written: str) -> FactKind:
    if _MONEY.search(written):
        return FactKind.AMOUNT
    return FactKind.PERCENT if _PERCENT.search(written) else FactKind.FIGURE


def _with_ranges(facts: list[Fact], text: str) -> Iterator[Fact]:
    """In «từ 1 đến 2 triệu đồng», «5–10%» the first figure is of the second one's kind."""
    for fact, following in pairwise([*facts, None]):
        if fact is None:
            continue
        if following and _TO.fullmatch(text[fact.end : following.start]):
            yield _as_in(fact, following)
        else:
            yield fact


def _as_in(fact: Fact, following: Fact) -> Fact:
    if fact.kind is not FactKind.FIGURE or following.kind not in QUANTITIES:
        return fact
    value, raw = scaled(fact.value, following.written) if not fact.raw else (fact.value, fact.raw)
    return replace(fact, kind=following.kind, value=value, raw=raw)
