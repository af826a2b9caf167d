"""With which characters a pattern can begin: so that a rule is tried only where it may match.

Read from the parsed pattern (`re._parser`, the standard library's own). What is not understood
counts as "any character", so a wrong guess costs time and never a match.
"""

import re
from collections.abc import Callable, Iterable
from re import _parser as parser  # type: ignore[attr-defined] # typeshed keeps it to itself
from typing import Any

_ANY = None
_ZERO_WIDTH = {"AT", "ASSERT", "ASSERT_NOT"}
_LARGEST_RANGE = 2000

Letters = frozenset[str] | None


def first_letters(pattern: re.Pattern[str]) -> Letters:
    """The characters with which a match can begin; None for any, or for a match of nothing."""
    if pattern.flags & re.IGNORECASE:
        return _ANY
    letters, nullable = _of_sequence(parser.parse(pattern.pattern, pattern.flags))
    return _ANY if nullable else letters


def _of_sequence(items: Iterable[Any]) -> tuple[Letters, bool]:
    """The first letters of one thing after the other, and whether all may match nothing."""
    found: frozenset[str] = frozenset()
    for op, value in items:
        letters, nullable = _of_item(str(op), value)
        if letters is None:
            return _ANY, nullable
        found |= letters
        if not nullable:
            return found, False
    return found, True


def _of_item(op: str, value: Any) -> tuple[Letters, bool]:  # noqa: ANN401 (whatever was parsed)
    if op in _ZERO_WIDTH:
        return frozenset(), True
    reader = _READERS.get(op)
    return reader(value) if reader else (_ANY, True)


def _of_repeat(value: Any) -> tuple[Letters, bool]:  # noqa: ANN401
    least, _, repeated = value
    letters, nullable = _of_sequence(repeated)
    return letters, nullable or least == 0


def _of_branches(branches: Iterable[Iterable[Any]]) -> tuple[Letters, bool]:
    found: frozenset[str] = frozenset()
    may_be_nothing = False
    for branch in branches:
        letters, nullable = _of_sequence(branch)
        if letters is None:
            return _ANY, True
        found |= letters
        may_be_nothing |= nullable
    return found, may_be_nothing


def _of_set(members: Iterable[Any]) -> tuple[Letters, bool]:
    found: set[str] = set()
    for op, value in members:
        if str(op) == "LITERAL":
            found.add(chr(value))
        elif str(op) == "RANGE" and value[1] - value[0] < _LARGEST_RANGE:
            found |= {chr(code) for code in range(value[0], value[1] + 1)}
        else:
            return _ANY, False
    return frozenset(found), False


_READERS: dict[str, Callable[[Any], tuple[Letters, bool]]] = {
    "LITERAL": lambda code: (frozenset(chr(code)), False),
    "IN": _of_set,
    "BRANCH": lambda value: _of_branches(value[1]),
    "SUBPATTERN": lambda value: _of_sequence(value[3]) if not value[1] else (_ANY, True),
    "ATOMIC_GROUP": _of_sequence,
    **dict.fromkeys(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"), _of_repeat),
}
