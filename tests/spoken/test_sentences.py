"""Where a reading is cut: at the ends of sentences, and nowhere else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_plugins.spoken import read_aloud
from site_plugins.spoken.sentences import sentences


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Mua rau, củ, v.v. Trong đó có cà.", ["Mua rau, củ, vân vân.", "Trong đó có cà."]),
        ("Ông Nguyễn V. A. đã đến. Bà B. về.", ["Ông Nguyễn vê a đã đến.", "Bà bê về."]),
        (
            "Giá 1.500.000đ. Nặng 2,5 kg.",
            ["Giá một triệu năm trăm nghìn đồng.", "Nặng hai phẩy năm ki lô gam."],
        ),
        ("Rau... và quả. Hết… Xong.", ["Rau... và quả.", "Hết…", "Xong."]),
        (
            "“Được không?” ông hỏi. (Xem phụ lục.) Sau đó về.",
            ["Được không? ông hỏi.", "Xem phụ lục.", "Sau đó về."],
        ),
        ("Vì dân.Trong năm, xã họp.", ["Vì dân.", "Trong năm, xã họp."]),
        ("Ở TP. Hồ Chí Minh có Q. 1.", ["Ở thành phố Hồ Chí Minh có quận một."]),
        ("Ủy ban xã và\nHội Nông dân họp.", ["Ủy ban xã và Hội Nông dân họp."]),
        ("Ai được hưởng?\nNgười cao tuổi.", ["Ai được hưởng?", "Người cao tuổi."]),
        ("Gồm: hộ nghèo; hộ cận nghèo.", ["Gồm: hộ nghèo;", "hộ cận nghèo."]),
    ],
)
def test_a_sentence_ends_where_it_ends(written: str, heard: list[str]) -> None:
    """A dot of an abbreviation, an initial or a number ends nothing."""
    cut = [sentence.text for sentence in sentences(read_aloud(written))]
    assert cut == heard


@given(st.text('abĐÁ .,;:!?…\n"”)(-–0123456789', max_size=60))
@settings(deadline=None)
def test_cutting_loses_nothing(written: str) -> None:
    """All words of the reading, in order; and no sentence begins with a mark of its neighbour."""
    reading = read_aloud(written)
    cut = [sentence.text for sentence in sentences(reading)]
    assert re.findall(r"\w+", " ".join(cut)) == re.findall(r"\w+", str(reading))
    assert not any(text.startswith((",", ";", ":")) for text in cut)
