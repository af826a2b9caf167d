"""Text as it is pasted, scanned and typed: brought to one form, and every place still found."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.spoken import read_aloud
from site_plugins.spoken.clean import clean
from site_plugins.spoken.offsets import source_offsets

_PASTED = st.lists(
    st.text(max_size=8)
    | st.text(" \nađĐẶềế́\u0323\u00ad\u200b\u00a0\r①²℃㎡ﬁ𝟓оА&<^", max_size=12)
    | st.sampled_from(["&amp;", "&nbsp;", "m<sup>2</sup>", "m^2", "\r\n", "hòа", "NGƢỜI", " "])
).map("".join)


@given(_PASTED)
def test_cleaning_twice_changes_nothing(written: str) -> None:
    """A cleaned text is clean."""
    assert clean(clean(written)) == clean(written)


@given(_PASTED)
def test_each_place_of_the_cleaned_text_has_one_in_the_source(written: str) -> None:
    """The way back never goes backwards, begins with 0 and ends with the source."""
    cleaned = clean(written)
    offsets = source_offsets(written, cleaned)
    assert len(offsets) == len(cleaned) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(written)
    assert offsets[0] == 0 or not cleaned


@given(_PASTED)
def test_words_are_found_where_they_stand(written: str) -> None:
    """The space after a word is told where it was typed."""
    offsets = source_offsets(written, clean(written))
    for at in (at for at, letter in enumerate(written) if letter == " "):
        before = clean(written[:at])
        assert offsets[len(before)] == (at if before else 0)


def test_a_clean_text_keeps_its_offsets() -> None:
    """Ordinary text is its own source."""
    assert list(source_offsets("Hộ nghèo", clean("Hộ nghèo"))) == list(range(9))


@pytest.mark.parametrize(
    ("written", "figures"),
    [
        (unicodedata.normalize("NFD", "Hộ nghèo được 500.000 đồng"), "500.000 đồng"),
        ("\ufeffHộ\u200b nghèo được\u00a0𝟓𝟎𝟎.000 đồng", "𝟓𝟎𝟎.000 đồng"),
        ("Tài chính &amp; Kế hoạch:\r\n25℃", "25℃"),
        ("đất &lt; 3 m<sup>2</sup>", "3 m<sup>2</sup>"),
    ],
)
def test_a_span_is_found_in_the_text_as_it_came(written: str, figures: str) -> None:
    """What was read is shown where the editor typed it."""
    reading = read_aloud(written)
    places = (reading.in_source(span) for span in reading.trace if span.rule)
    found = [written[start:end] for start, end in places]
    assert unicodedata.normalize("NFD", figures) in [
        unicodedata.normalize("NFD", place) for place in found
    ]
