"""Figures of any text are found, however many stand side by side."""

from site_plugins.policy.figures import Figures


def test_groups_without_end() -> None:
    """A page of groups is no number, and is read in less than a lifetime."""
    figures = Figures("Mức 1 500 000 đồng. " + "111 " * 20_000)
    assert figures.numbers["1500000"] == [(0, 2)]
    assert max(map(len, figures.numbers)) <= 3 * 7
