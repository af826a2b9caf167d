"""Figures that look to a reader like others than those that are compared."""

import pytest

from site_plugins.policy.disguises import disguised_figures
from site_plugins.problems import Severity
from tests.policy.pairs import source_of, translation_of
from tests.policy.written import station

LATIN = station().languages["tyz"]
GIVEN = "Mức 500.000 đồng, bằng 20 phần trăm, từ 1/7/2025, cho 2 người."
OTHER_NUMBERS = [
    "500.000⁵", "500.000₀", "500.000①", "½500.000", "500.000〇", "500.000፲", "500.000O",
    "500.000\u0338", "500.000\u20e0", "50\u034f0.000", "500.000\u034f9", "500.000\u20629",
    "500.000\u28009", "5️⃣00.000",
]  # fmt: skip
TURNED = ["1־7־2025", "١/٧/٢٠٢٥", "߁/߇/߂߀߂߅"]
OTHER_UNITS = [
    "500.000 triệu đồng",
    "500.000 nghìn",
    "500.000 %",
    "-500.000",
    "−500.000",
    "500.000 $",
]
HONEST = [
    GIVEN, "500\u200b.000 ដុង", "៥០០.០០០ ៗ", "20%", "2 triệu", "10 m², 5 l", "từ 5-10", "500.000đ ₫",
]  # fmt: skip


def _told(written: str, given: str = GIVEN) -> set[Severity]:
    problems = disguised_figures(source_of(given), translation_of(written), LATIN)
    return {problem.severity for problem in problems}


@pytest.mark.parametrize("written", OTHER_NUMBERS + TURNED)
def test_what_is_no_digit_changes_no_number_unseen(written: str) -> None:
    """Raised, ringed, struck, invisible or turned: an error, though all digits are there."""
    assert _told(f"Txais {written} ib hlis.") == {Severity.ERROR}


@pytest.mark.parametrize("written", OTHER_UNITS)
def test_another_unit_or_sign_is_told(written: str) -> None:
    """The figure of the source with a sign, a percentage or a word that multiplies it."""
    assert _told(f"Txais {written} ib hlis.") == {Severity.WARNING}


@pytest.mark.parametrize("written", HONEST)
def test_honest_figures_pass(written: str) -> None:
    """Line breaks of Khmer, units, ranges, and words of the source in figures."""
    assert _told(written, f"{GIVEN} Hai triệu đồng.") == set()


@pytest.mark.parametrize("written", ["10²", "500.000¹", "-5 độ", "12 $", "30O", "1½"])
def test_what_the_source_writes_likewise_is_no_disguise(written: str) -> None:
    """A power, a mark of a note or frost may stand in both texts."""
    assert _told(f"Txais {written} ib hlis.", f"Mức {written} nhé.") == set()


def test_scripts_that_run_to_the_left_have_their_own_signs() -> None:
    """Where a language is written from right to left its digits are no disguise."""
    turned = LATIN.model_copy(update={"direction": "rtl"})
    assert disguised_figures(source_of(GIVEN), translation_of("Txais ١٠٠"), turned) == []
