"""Which passages need no comparison, because their translation has their very figures."""

import pytest

from site_plugins.policy.passages import Group, Passage
from site_plugins.policy.same_figures import same_figures

GIVEN = "Từ 1/7/2025 nhận 500.000 đồng theo Nghị định 176/2025/NĐ-CP, gọi 0912 345 678."


def _group(ours: str, *theirs: str) -> Group:
    translation = tuple(Passage(text, 1, "p") for text in theirs)
    return Group("mục", (Passage(ours, 1, "p"),), translation)


@pytest.mark.parametrize(
    ("translation", "same"),
    [
        ("Txij 1/7/2025 tau 500.000, 176/2025/NĐ-CP, hu 0912 345 678", True),
        ("ពី១/៧/២០២៥ ៥០០.០០០ 176/2025/NĐ-CPនិង ០៩១២ ៣៤៥ ៦៧៨។", True),
        ("Txij 1/7/2025 tau 500,000, 176/2025/NĐ-CP, hu 0912 345 678", False),
        ("Txij 1/7/2025 tau 500.000, 176/2025/QĐ-CP, hu 0912 345 678", False),
        ("Tau 500.000 txij 1/7/2025, 176/2025/NĐ-CP, hu 0912 345 678", False),
        ("Txij 1/7/2025 tau 500.000, 176/2025/NĐ-CP, hu 0912 345 678, 9", False),
        ("Txij 1/7/2025 tau 500.000, 176/2025/NĐ-CP", False),
    ],
)
def test_figures_one_by_one(translation: str, same: bool) -> None:
    """In any script of digits; another mark, symbol, order or number needs a closer look."""
    assert same_figures(_group(GIVEN, translation)) is same


def test_hours_of_the_afternoon_are_looked_at() -> None:
    """What makes two o'clock fourteen stands in words that nobody here reads."""
    assert same_figures(_group("Họp lúc 2 giờ.", "Sib tham 2 teev."))
    assert not same_figures(_group("Họp lúc 2 giờ chiều.", "Sib tham 2 teev."))


def test_passages_that_were_cut_otherwise_are_looked_at() -> None:
    """Two passages for one may tell its facts in two places."""
    assert not same_figures(_group("Nhận 5 đồng.", "Tau 5.", ""))
