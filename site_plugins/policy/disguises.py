"""Figures that eyes read otherwise than machines do: 500.000⁵, 500.000O, 1־7 in a line of Latin.

The comparison of facts reads digits. What changes them for a reader, and is no digit, would let a
wrong sum pass for the right one.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

import regex

from site_plugins.policy.agreement import everywhere_in
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.fact_values import NUMBER, SCALE
from site_plugins.policy.facts import QUANTITIES, Fact, FactKind, facts_in
from site_plugins.policy.figures import SPACES
from site_plugins.policy.languages import Language
from site_plugins.policy.number_words import numbers_said
from site_plugins.policy.passages import clean
from site_plugins.policy.writing_systems import pieces
from site_plugins.problems import Problem, Severity

_NO_DIGITS = r"\p{No}\p{Nl}"
"""Characters with a value that are no digits of a number: ⁵ ① ½ Ⅳ 〇."""
_ON_DIGITS = r"[[\p{Mn}\p{Me}]&&\p{Script=Inherited}]||\p{Default_Ignorable_Code_Point}||\u2800"
"""What strikes a digit out, rings it, or is not seen: marks of no script, and blanks."""
_DISGUISED = regex.compile(
    rf"(?<![\d.,])\d[\d.,]*+(?:[{_NO_DIGITS}||{_ON_DIGITS}]++[\d.,]*+|[Oo](?!\w))"
    rf"|(?<![{_NO_DIGITS}])[{_NO_DIGITS}]++[.,]?\d[\d.,]*+",
    regex.VERSION1,
)
_ODD = regex.compile(
    rf"[{_NO_DIGITS}||{_ON_DIGITS}||[−‰‱]||\p{{Sc}}||\p{{Bidi_Class=R}}||\p{{Bidi_Class=AL}}"
    r"||\p{Bidi_Class=AN}]",
    regex.VERSION1,
)
_ODDLY_PUT = re.compile(r"\d[Oo]|(?<![^\s(])-\d")
_DIGIT = re.compile(r"\d")
_QUANTITY = re.compile(
    rf"(?<![0-9.,])(?<![0-9][{SPACES}])(?>{NUMBER})(?:\s*{SCALE}(?:\s*rưỡi)?)?+"
    r"\s*(?:%|phần\s+trăm|(?:đồng|vn[dđ]|đ)(?!\w)|(?<=\w)(?<![0-9]))",
    re.IGNORECASE,
)
"""A number with a sign of its unit, or a word that multiplies it."""
_NEGATIVE = regex.compile(r"(?<![^\s(])[-\u2212]\d[\d.,]*+")
_UNIT_SIGN = regex.compile(r"(?!₫)[\p{Sc}‰‱]")
_TURNING = frozenset({"R", "AL", "AN"})
_DIGITS = "gõ lại bằng chữ số thường, liền nhau"


def disguised_figures(
    source: Explainer, translation: Translation, language: Language
) -> list[Problem]:
    """Errors where a figure is not what it seems, warnings where a unit or a sign was added.

    What the source writes likewise is no disguise.
    """
    written = [p._replace(text=clean(p.text)) for p in pieces(translation) if _DIGIT.search(p.text)]
    original = _original(source)
    told = [(piece, saying) for piece in written for saying in _other_units(piece.text, original)]
    if _may_disguise("\n".join(piece.text for piece in written)):
        told += [(p, saying) for p in written for saying in _odd(p.text, original, language)]
    return [Problem(translation.path, p.line, 0, *saying) for p, saying in dict.fromkeys(told)]


def _may_disguise(text: str) -> bool:
    """Whether a text has anything that changes figures: most have not."""
    return any(map(_is_odd, set(text))) or bool(_ODDLY_PUT.search(text))


@cache
def _is_odd(char: str) -> bool:
    return bool(_ODD.match(char))


class _Original:
    """What a source says: in letters, and in quantities."""

    def __init__(self, source: Explainer) -> None:
        self._source = source

    @cached_property
    def text(self) -> str:
        """All of it."""
        return clean("\n".join(piece.text for piece in pieces(self._source)))

    @cached_property
    def quantities(self) -> list[Fact]:
        """Its sums, percentages and counts."""
        facts = everywhere_in(self._source).facts
        return [fact for fact in facts if fact.kind in QUANTITIES]


_original = lru_cache(maxsize=1)(_Original)

Saying = tuple[Severity, str, str]


def _odd(text: str, original: _Original, language: Language) -> Iterator[Saying]:
    yield from _no_digits(text, original)
    yield from _signs(text, original)
    if language.direction != "rtl":
        yield from _turning(text)


def _no_digits(text: str, original: _Original) -> Iterator[Saying]:
    for found in _DISGUISED.finditer(text):
        if found[0] not in original.text:
            odd = next(c for c in found[0] if c not in ".," and not c.isdecimal())
            message = f'số "{found[0]}" có ký tự U+{ord(odd):04X} không phải chữ số'
            yield Severity.ERROR, message, "gõ lại bằng chữ số thường, liền nhau"


def _signs(text: str, original: _Original) -> Iterator[Saying]:
    for found in (*_NEGATIVE.finditer(text), *_UNIT_SIGN.finditer(text)):
        if found[0] not in original.text:
            message = f'bản dịch ghi "{found[0]}", bản gốc không có dấu này'
            yield Severity.WARNING, message, "sửa theo bản gốc"


def _turning(text: str) -> Iterator[Saying]:
    """Figures and signs of scripts that run from right to left turn what is around them."""
    for char in dict.fromkeys(text):
        if unicodedata.bidirectional(char) in _TURNING:
            message = f'"{char}" (U+{ord(char):04X}) viết từ phải sang trái, làm đảo số bên cạnh'
            yield Severity.ERROR, message, "gõ lại cả chỗ đó bằng chữ số và dấu thường"


def _other_units(text: str, original: _Original) -> Iterator[Saying]:
    """A figure of the source with another unit: 20 with %, 500.000 with triệu."""
    for found in _QUANTITY.finditer(text):
        for fact in facts_in(found[0]) if found[0] not in original.text else ():
            if ours := _mistaken(fact, original):
                message = f"bản dịch ghi {fact.written}, bản gốc ghi {ours.written}"
                yield Severity.WARNING, message, "xem lại đơn vị của con số này"


def _mistaken(fact: Fact, original: _Original) -> Fact | None:
    """What the source says with the same figures, where it never says this quantity."""
    has_unit = fact.kind in (FactKind.PERCENT, FactKind.AMOUNT) or fact.raw
    is_said = any(_is_same(fact, ours) for ours in original.quantities)
    if not has_unit or is_said or fact.value in numbers_said(original.text):
        return None
    alike = set(fact.raw or (fact.value,))
    return next((ours for ours in original.quantities if alike & {ours.value, *ours.raw}), None)


def _is_same(fact: Fact, ours: Fact) -> bool:
    return fact.value == ours.value and (fact.kind is ours.kind or bool(fact.raw))
