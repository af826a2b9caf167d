"""Numbers as people write them: the generator made the number, so it knows the right reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.problems import Severity
from site_plugins.spoken import Style, read_aloud
from site_plugins.spoken.vi.numbers import cardinal

_STYLE = Style()
_NUMBERS = st.integers(0, 10**15)
_UNITS = st.sampled_from(
    [
        ("%", "phần trăm"),
        (" kg", "ki lô gam"),
        ("m²", "mét vuông"),
        ("°C", "độ xê"),
        (" triệu đồng", "triệu đồng"),
        ("đ/hộ", "đồng một hộ"),
        (" km/h", "ki lô mét trên giờ"),
        (" USD", "đô la Mỹ"),
        ("kg gạo/người", "ki lô gam gạo một người"),
    ]
)


def _words(number: int) -> str:
    return cardinal(number, _STYLE)


def _grouped(number: int, separator: str = ".") -> str:
    return f"{number:,}".replace(",", separator)


@given(_NUMBERS, _UNITS)
def test_a_number_is_read_with_its_unit(number: int, unit: tuple[str, str]) -> None:
    """Whatever is measured, the number and every word of the unit are said."""
    written, said = unit
    assert str(read_aloud(f"đạt {_grouped(number)}{written}")) == f"đạt {_words(number)} {said}"


@given(st.integers(1, 10**6), st.integers(1, 99), _UNITS)
def test_a_decimal_is_read_with_either_mark(whole: int, part: int, unit: tuple[str, str]) -> None:
    """2,5 and 2.5 are the same where something is measured."""
    written, said = unit
    zero = "không " if part < 10 else ""
    spoken = f"đạt {_words(whole)} phẩy {zero}{_words(part)} {said}"
    for mark in ",.":
        assert str(read_aloud(f"đạt {whole}{mark}{part:02}{written}")) == spoken


@given(_NUMBERS, _NUMBERS, _UNITS, st.sampled_from(["-", "–", " - ", " – ", "- ", " -"]))
def test_both_ends_of_a_range_are_said(
    first: int, last: int, unit: tuple[str, str], dash: str
) -> None:
    """However the dash is spaced, a range says «đến» and both of its numbers."""
    written, said = unit
    text = f"đạt {_grouped(first)}{dash}{_grouped(last)}{written}"
    assert str(read_aloud(text)) == f"đạt {_words(first)} đến {_words(last)} {said}"


@given(_NUMBERS, _UNITS, st.sampled_from("-–−"))
def test_a_minus_is_never_dropped(number: int, unit: tuple[str, str], minus: str) -> None:
    """A sign that sits on a number is said."""
    written, said = unit
    text = f"mức {minus}{_grouped(number)}{written}"
    assert str(read_aloud(text)) == f"mức âm {_words(number)} {said}"


@given(st.integers(10**6, 10**15), st.sampled_from([" ", ","]))
def test_spaces_and_commas_group_as_dots_do(number: int, separator: str) -> None:
    """1 250 000 and 1,250,000 are 1.250.000."""
    text = f"gồm {_grouped(number, separator)} đồng"
    assert str(read_aloud(text)) == f"gồm {_words(number)} đồng"


@given(st.integers(2, 10**6))
def test_a_number_written_twice_is_said_once(number: int) -> None:
    """03 (ba) ngày: the words in brackets say the figures again; 03 (bốn) ngày is an error."""
    said = f"{_words(number)} ngày"
    assert str(read_aloud(f"{_grouped(number)} ({_words(number)}) ngày")) == said
    for other in (f"{_grouped(number)} ({_words(number + 1)}) ngày", "mười hai (2) ngày"):
        assert any(p.severity is Severity.ERROR for p in read_aloud(other).problems)


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from("+-–−x×:÷"))
def test_every_sign_of_a_sum_is_said(first: int, second: int, sign: str) -> None:
    """Before an equals sign no sign is a range, a time or a breath."""
    names = {"+": "cộng", "x": "nhân", "×": "nhân", ":": "chia", "÷": "chia"}
    said = f"{_words(first)} {names.get(sign, 'trừ')} {_words(second)} bằng không"
    assert str(read_aloud(f"{first} {sign} {second} = 0")) == said


@given(st.integers(1, 999), st.integers(1, 9))
def test_short_money_says_its_small_part_whole(millions: int, hundreds: int) -> None:
    """1tr5 is a million and five hundred thousand."""
    said = f"giá {_words(millions * 10**6 + hundreds * 10**5)}"
    assert str(read_aloud(f"giá {millions}tr{hundreds}")) == said


@pytest.mark.parametrize("seven", ["bảy", "bẩy"])
@given(number=_NUMBERS)
def test_the_station_says_seven_in_its_way(seven: str, number: int) -> None:
    """No number mixes the two ways."""
    said = str(read_aloud(f"có {_grouped(number)} hộ, mẫu số 07", station=Style(seven=seven)))
    assert said == f"có {_words(number)} hộ, mẫu số không bảy".replace("bảy", seven)
