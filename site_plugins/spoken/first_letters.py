"""With which characters a pattern can begin or end: so that it is tried only where it may match.

Read from the parsed pattern (`re._parser`, the standard library's own). What is not understood
counts as "any character", so a gap in it costs time and never a match.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from re import _parser as parser  # type: ignore[attr-defined] # typeshed keeps it to itself
from typing import Any

_LARGEST_RANGE = 2000
_SPACES = {chr(code) for code in range(0x3001) if chr(code).isspace()}

Letters = frozenset[str] | None


def first_letters(pattern: re.Pattern[str], skipping: str = "") -> Letters:
    """The characters of which a match has one first, or first after a run of `skipping`.

    None stands for any character, and for a match that holds no other characters.
    """
    if pattern.flags & re.IGNORECASE:
        return None
    items = parser.parse(pattern.pattern, pattern.flags)
    letters, may_be_skipped = _Scout(frozenset(skipping)).of_sequence(items)
    return None if may_be_skipped else letters


def last_letters(pattern: str) -> Letters:
    """The characters, in lower case, with which a match can end; None for any, or for nothing."""
    letters, nullable = _Scout(frozenset(), reversed).of_sequence(parser.parse(pattern))
    return None if nullable or letters is None else frozenset("".join(letters).lower())


class _Scout:
    """Finds what comes first in a parsed pattern, and what may be passed over before it.

    `order` is `reversed` to find what comes last.
    """

    def __init__(
        self, skipping: frozenset[str], order: Callable[[Sequence[Any]], Iterable[Any]] = iter
    ) -> None:
        self._skipping = skipping
        self._order = order
        self._readers: dict[str, Callable[[Any], tuple[Letters, bool]]] = {
            "LITERAL": lambda code: self._of_letters({chr(code)}),
            "IN": self._of_set,
            "BRANCH": lambda value: self._of_branches(value[1]),
            "SUBPATTERN": lambda value: self.of_sequence(value[3]) if not value[1] else _UNKNOWN,
            "ATOMIC_GROUP": self.of_sequence,
            **dict.fromkeys(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"), self._of_repeat),
            **dict.fromkeys(("AT", "ASSERT", "ASSERT_NOT"), lambda _: _NOTHING),
        }

    def of_sequence(self, items: Sequence[Any]) -> tuple[Letters, bool]:
        """The first letters of one thing after the other; whether all of it may be passed over."""
        found: frozenset[str] = frozenset()
        for op, value in self._order(items):
            letters, may_be_skipped = self._of_item(str(op), value)
            if letters is None:
                return _UNKNOWN
            found |= letters
            if not may_be_skipped:
                return found, False
        return found, True

    def _of_item(self, op: str, value: Any) -> tuple[Letters, bool]:  # noqa: ANN401 (as parsed)
        return self._readers[op](value) if op in self._readers else _UNKNOWN

    def _of_letters(self, letters: set[str]) -> tuple[Letters, bool]:
        return frozenset(letters - self._skipping), not letters.isdisjoint(self._skipping)

    def _of_set(self, members: Iterable[Any]) -> tuple[Letters, bool]:
        found: set[str] = set()
        for op, value in members:
            if str(op) == "LITERAL":
                found.add(chr(value))
            elif str(value) == "CATEGORY_SPACE":
                found |= _SPACES
            elif str(op) == "RANGE" and value[1] - value[0] < _LARGEST_RANGE:
                found |= {chr(code) for code in range(value[0], value[1] + 1)}
            else:
                return _UNKNOWN
        return self._of_letters(found)

    def _of_repeat(self, value: Any) -> tuple[Letters, bool]:  # noqa: ANN401 (as parsed)
        least, _, repeated = value
        letters, may_be_skipped = self.of_sequence(repeated)
        return letters, may_be_skipped or least == 0

    def _of_branches(self, branches: Iterable[Sequence[Any]]) -> tuple[Letters, bool]:
        ways = [self.of_sequence(branch) for branch in branches]
        known = [letters for letters, _ in ways if letters is not None]
        if len(known) < len(ways):
            return _UNKNOWN
        return frozenset().union(*known), any(skipped for _, skipped in ways)


_UNKNOWN: tuple[Letters, bool] = (None, True)
_NOTHING: tuple[Letters, bool] = (frozenset(), True)
