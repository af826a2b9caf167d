"""Other languages: nothing of Vietnamese touches them."""

import pytest

from site_plugins.problems import Severity
from site_plugins.spoken import Lexicon
from site_plugins.spoken.other import read_untouched, sentences

HMONG = Lexicon({"UBND": "tsoom fwv"})


def test_a_text_passes_as_it_is() -> None:
    """Signs, breves, apostrophes and spaces of no width stay: they are letters there."""
    for text in ("chr’val ô̆ ơ̆ ư̆ ê̆", "ភាសា\u200bខ្មែរ។ ថ្ងៃ", "Cov lus & txhua"):
        assert str(read_untouched(text, Lexicon())) == text


def test_the_language_has_its_own_words() -> None:
    """A form of its lexicon is replaced where it stands alone, and the trace names the rule."""
    reading = read_untouched("Mus rau UBND. UBNDx nyob", HMONG)
    assert str(reading) == "Mus rau tsoom fwv. UBNDx nyob"
    assert [(s.start, s.end, s.rule) for s in reading.trace if s.rule] == [(8, 12, "lexicon")]
    assert [s.text for s in sentences(reading)] == ["Mus rau tsoom fwv.", "UBNDx nyob"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("pô\u0306", "pô"),
        ("Êđêa", "Êđê"),
        ("chr’val", "val"),
        ("bh’rợ", "rợ"),
        ("ក្រី", "ក្រ"),
        ("ꪒꪾ", "ꪒ"),
        ("ꨌꩌ", "ꨌ"),
    ],
)
def test_a_part_of_a_word_is_left_alone(text: str, form: str) -> None:
    """A mark, an apostrophe or a letter beside a form makes another word of it."""
    assert str(read_untouched(text, Lexicon({form: "x"}))) == text


def test_sentences_end_where_the_script_says() -> None:
    """Khmer, Cham and Tai Viet have full stops of their own."""
    for stop in "។៕꩝꩞꩟꫞꫟.":
        reading = read_untouched(f"ក{stop} ខ", Lexicon())
        assert [s.text for s in sentences(reading)] == [f"ក{stop}", "ខ"]


def test_khmer_has_no_spaces_to_stand_between() -> None:
    """A form in a script without spaces is found inside a line."""
    khmer = Lexicon({"ឃុំ": "ឃុំ\u200bយើង"})
    assert str(read_untouched("នៅឃុំនេះ", khmer)) == "នៅឃុំ\u200bយើងនេះ"


def test_a_figure_is_told_with_its_vietnamese_words() -> None:
    """A person reads it with the hint; for a machine's voice it is an error."""
    (finding,) = read_untouched("Tau 500.000 txhua hli", Lexicon()).problems
    assert (finding.token, finding.severity) == ("500.000", Severity.WARNING)
    assert "năm trăm nghìn" in finding.message
    (finding,) = read_untouched("៥០០", Lexicon(), Severity.ERROR).problems
    assert finding.severity is Severity.ERROR
    assert "năm trăm" in finding.message
