"""What may not change from one language to another is found in a text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.facts import facts_in

GOLDENS = yaml.safe_load((Path(__file__).parent / "goldens/facts.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDENS, ids=lambda case: case["text"])
def test_goldens(case: dict[str, object]) -> None:
    """Each fact that the golden lists is found, in order, and nothing else."""
    found = [f"{fact.kind}: {fact.written} = {fact.value}" for fact in facts_in(str(case["text"]))]
    assert found == case["facts"]


@given(st.text(alphabet="0123456789 .,/-–:()+%đkhgĐNAa៥០\u00a0\ntriệu nghìn đồng", max_size=60))
def test_facts_are_stretches_of_the_text(text: str) -> None:
    """Whatever the text, facts are cut from it in order, overlap nowhere, and hold a figure."""
    end = 0
    for fact in facts_in(text):
        assert end <= fact.start < fact.end
        assert fact.written == text[fact.start : fact.end]
        assert any(map(str.isdecimal, fact.written))
        end = fact.end
