"""What a linguist has written down: `goldens/<family>.yml`, written form and spoken form.

A case may name the station's way of reading under `style`, by the fields of `Style`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from site_plugins.problems import Severity
from site_plugins.spoken import GENERAL, Style, read_aloud
from site_plugins.spoken.lexicon import senses_of

GOLDENS = Path(__file__).parent / "goldens"


def _cases() -> Iterator[tuple[str, str, str, Style]]:
    """Family, written form, spoken form, style."""
    for family in sorted(GOLDENS.glob("*.yml")):
        for case in yaml.safe_load(family.read_text(encoding="utf-8")):
            yield family.stem, case["written"], case["spoken"], Style(**case.get("style", {}))


CASES = tuple(_cases())


@pytest.mark.parametrize(
    ("written", "spoken", "style"),
    [case[1:] for case in CASES],
    ids=[f"{family}: {written}" for family, written, _, _ in CASES],
)
def test_is_read_as_the_linguist_says(written: str, spoken: str, style: Style) -> None:
    """Each written form is read word for word as its golden says, and passes the audit."""
    reading = read_aloud(written, station=style)
    assert str(reading) == spoken
    assert [p for p in reading.problems if p.severity is Severity.ERROR] == []


@pytest.mark.parametrize("spoken", sorted({case[2] for case in CASES if case[3] == Style()}))
def test_what_is_said_is_read_as_it_stands(spoken: str) -> None:
    """No rule has anything to change in what another has said."""
    assert str(read_aloud(spoken)) == spoken


@pytest.mark.parametrize("frame", ["{}", "Theo {}", "Theo {} thì được"])
def test_the_words_of_the_lexicon_are_read_as_they_stand(frame: str) -> None:
    """No entry says what another entry, or a rule, would change."""
    said = {sense.spoken for entry in GENERAL.entries.values() for sense in senses_of(entry)}
    texts = [frame.format(words) for words in sorted(said)]
    assert [text for text in texts if str(read_aloud(text)) != text] == []
