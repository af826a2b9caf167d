"""Two plans as their offices published them, read from end to end."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_plugins.problems import Severity
from site_plugins.spoken import GENERAL, Lexicon, Reading, read_aloud
from site_plugins.spoken.lexicon_file import read_lexicon
from site_plugins.spoken.sentences import sentences

ROOT = Path(__file__).parents[2]
PLANS = sorted((ROOT / "tests" / "data").glob("ke-hoach-*.txt"))
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*- )")


def _lexicon() -> Lexicon:
    """The station's own file, and what the province's list of recipients abbreviates."""
    path = ROOT / "audio" / "lexicon" / "vi.yml"
    station, problems = read_lexicon(path.read_text(encoding="utf-8"), path.name)
    assert problems == []
    return GENERAL.plus(station).plus(Lexicon({"QN": "Quảng Nam", "CT": "Chủ tịch"}))


def _readings(plan: Path) -> Iterator[Reading]:
    lexicon = _lexicon()
    for paragraph in _PARAGRAPH.split(plan.read_text(encoding="utf-8")):
        yield read_aloud(paragraph, lexicon=lexicon)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_a_whole_plan_passes_the_audit(plan: Path) -> None:
    """Nothing in a real plan reaches the voice unread: no error and no warning."""
    found = [p for reading in _readings(plan) for p in reading.problems]
    assert [p.token for p in found if p.severity is Severity.ERROR] == []
    assert found == []


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_the_sentences_of_a_plan_hold_all_its_words(plan: Path) -> None:
    """Cutting into sentences loses no word and adds none."""
    for reading in _readings(plan):
        cut = " ".join(sentence.text for sentence in sentences(reading))
        assert re.findall(r"\w+", cut) == re.findall(r"\w+", str(reading))


def test_a_number_broken_over_a_line_is_one_number() -> None:
    """`765/QĐ-` at a line's end and `BTTTT` on the next are read as one number."""
    plan = next(p for p in PLANS if "quang-nam" in p.stem)
    text = "\n".join(str(reading) for reading in _readings(plan))
    assert "Quyết định số bảy trăm sáu mươi lăm ngày hai mươi tám tháng tư" in text
    assert "Tờ trình số hai trăm ba mươi tư ngày ba mươi tháng tám" in text


def test_both_plans_are_there() -> None:
    """The parametrised tests above are not empty."""
    assert [plan.stem for plan in PLANS] == ["ke-hoach-dan-tien", "ke-hoach-quang-nam"]
