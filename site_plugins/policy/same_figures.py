"""Passages whose translation has their very figures, one by one: most have, and need no search."""

import re

from site_plugins.policy.facts import FactKind, facts_in
from site_plugins.policy.figures import plain_digits
from site_plugins.policy.passages import Group, Passage

_STRETCH = re.compile(r"[0-9](?:[0-9A-ZĐ./,:–‑-]*[0-9A-ZĐ])?")
"""Figures with the marks and the capitals between them: 500.000, 1/7/2025, 176/2025/NĐ-CP."""
_HALF_OF_THE_DAY = re.compile(r"chiều|tối|đêm|rưỡi", re.IGNORECASE)


def same_figures(group: Group) -> bool:
    """Whether each passage and its translation write the same figures in the same order.

    Hours of the afternoon are no such figures: «2 giờ chiều» is another hour without its word.
    """
    pairs = zip(group.source, group.translation, strict=False)
    return group.aligned and all(_alike(ours, theirs) for ours, theirs in pairs)


def _alike(ours: Passage, theirs: Passage) -> bool:
    figures = _figures(ours.text)
    if figures != _figures(theirs.text):
        return False
    return not figures or not any(
        fact.kind is FactKind.TIME and _HALF_OF_THE_DAY.search(fact.written)
        for fact in facts_in(ours.text)
    )


def _figures(text: str) -> list[str]:
    return _STRETCH.findall(plain_digits(text))
