"""A rule is offered every place where it can match."""

import re

import pytest

from site_plugins.spoken.first_letters import first_letters
from site_plugins.spoken.vi import ENGINE
from tests.spoken.test_goldens import CASES


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("abc", "a"),
        ("[ab]c", "ab"),
        ("(?:a|bc|[d-f])x", "abdef"),
        ("a?b", "ab"),
        ("(?P<n>a*+)(?:b|c)", "abc"),
        ("(?<!x)(?=a)b", "b"),
        ("(?>ab)", "a"),
        (r"\s?a", None),
        ("[^a]", None),
        ("a?", None),
        ("(?i:a)b", None),
        (".", None),
    ],
)
def test_the_first_letters_of_a_pattern(pattern: str, letters: str | None) -> None:
    """What is not understood is any letter."""
    assert first_letters(re.compile(pattern)) == (None if letters is None else frozenset(letters))


def test_no_match_begins_with_another_letter() -> None:
    """Over all goldens: wherever a rule's pattern matches, its first letters allow it."""
    text = "\n".join(written for _, written, _, _ in CASES)
    for rule in ENGINE.rules:
        letters = first_letters(rule.pattern)
        if letters is not None:
            assert {m[0][0] for m in rule.pattern.finditer(text)} <= letters
