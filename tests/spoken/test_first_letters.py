"""A rule is offered every place where it can match."""

import re

import pytest

from site_plugins.spoken.first_letters import first_letters, last_letters
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
        (r"\w?a", None),
        ("[^a]", None),
        ("a?", None),
        ("(?i:a)b", None),
        (".", None),
    ],
)
def test_the_first_letters_of_a_pattern(pattern: str, letters: str | None) -> None:
    """What is not understood is any letter."""
    assert first_letters(re.compile(pattern)) == (None if letters is None else frozenset(letters))


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("[0-9]{1,2}/[0-9]", "/"),
        (r"(?:2[0-4]|[01]?[0-9])(?::[0-9]|h)", ":h"),
        (r"[0-9]++(?:\.[0-9]{3})*[-–]", ".-–"),
        ("[0-9a]b", "ab"),
        ("[0-9]{4}", None),
        ("[0-9]x?", None),
    ],
)
def test_the_first_letters_after_figures(pattern: str, letters: str | None) -> None:
    """A match may take part of a run of figures only if figures follow in it."""
    found = first_letters(re.compile(pattern), skipping="0123456789")
    assert found == (None if letters is None else frozenset(letters))


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("lúc|vàO", "co"),
        ("thứ [2-4](?:, 5)?", "2345"),
        (r"gọi(?:\sngay){0,3}", "iy"),
        (r"số \w", None),
        ("", None),
    ],
)
def test_the_last_letters_of_a_pattern(pattern: str, letters: str | None) -> None:
    """What words can end with, through groups and repeats."""
    assert last_letters(pattern) == (None if letters is None else frozenset(letters))


def test_no_match_begins_with_another_letter() -> None:
    """Over all goldens: wherever a rule's pattern matches, its first letters allow it."""
    text = "\n".join(written for _, written, _, _ in CASES)
    for rule in ENGINE.rules:
        letters = first_letters(rule.pattern)
        later = first_letters(rule.pattern, skipping="0123456789")
        for match in rule.pattern.finditer(text):
            assert letters is None or match[0][0] in letters
            assert later is None or match[0].lstrip("0123456789")[0] in later
