"""Numbers that a Vietnamese text says in words: a translator may well write them in figures."""

import re
from collections.abc import Iterator

_UNITS = {"một": 1, "mốt": 1, "hai": 2, "đôi": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5}
_UNITS |= {"nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10}
_UNITS |= {"nhất": 1, "giêng": 1, "chạp": 12}
_TIMES = {"mươi": 10, "chục": 10, "trăm": 100}
_SCALES = {"nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_WORD = "|".join([*_UNITS, *_TIMES, *_SCALES, "linh", "lẻ"])
_IDIOM = r"(?!một\s+(?:cửa|số|phần|cách|khi|chút|trong)\b)"
_PHRASE = re.compile(rf"\b{_IDIOM}(?:{_WORD})\b(?:\s+(?:{_WORD})\b)*", re.IGNORECASE)


def numbers_said(text: str) -> frozenset[str]:
    """The numbers of a text's words: «hai nhóm» has 2, «năm trăm nghìn đồng» 500000."""
    return frozenset(
        str(number)
        for phrase in _PHRASE.findall(text)
        for number in _numbers(phrase.casefold().split())
        if number
    )


def _numbers(words: list[str]) -> Iterator[int]:
    """The numbers of a phrase; «hai ba» is two of them."""
    total = group = digit = 0
    for word, before in zip(words, ["", *words], strict=False):
        if word in _UNITS and before in _UNITS and before != "mười":
            yield total + group + digit
            total = group = digit = 0
        if word in _UNITS:
            group, digit = (group + digit, _UNITS[word])
        elif word in _TIMES:
            group, digit = group + (digit or 1) * _TIMES[word], 0
        elif word in _SCALES:
            total, group, digit = total + (group + digit or 1) * _SCALES[word], 0, 0
    yield total + group + digit
