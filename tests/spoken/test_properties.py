"""Facts that hold for every text, not only for the goldens."""

import re
import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from site_plugins.problems import Severity
from site_plugins.spoken import Reading, Style, read_aloud
from site_plugins.spoken.vi.numbers import cardinal, roman

# An independent way to the same number: words are added up as a listener adds them.
_FIGURES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "linh": 0,
}  # fmt: skip
_SIZES = {"nghìn": 10**3, "triệu": 10**6}


def _heard(words: list[str]) -> int:
    """The number a listener understands."""
    if "tỷ" in words:
        at = len(words) - 1 - words[::-1].index("tỷ")
        return _heard(words[:at]) * 10**9 + _heard(words[at + 1 :])
    total = group = 0
    for word in words:
        if word in _SIZES:
            total, group = total + group * _SIZES[word], 0
        elif word == "trăm":
            group *= 100
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group += group % 10 * 9
        else:
            group += _FIGURES[word]
    return total + group


@given(st.integers(0, 10**18 - 1))
def test_a_listener_hears_the_number_that_was_written(number: int) -> None:
    """Adding the words of a cardinal up gives back the number, to a billion billions."""
    assert _heard(cardinal(number, Style()).split()) == number


@given(st.integers(1_000, 10**15))
def test_grouping_dots_do_not_change_a_number(number: int) -> None:
    """1.234.567 and 1234567 are read alike."""
    grouped = f"{number:,}".replace(",", ".")
    assert str(read_aloud(f"{grouped} hộ")) == f"{cardinal(number, Style())} hộ"


@given(st.integers(1, 399))
def test_only_the_proper_roman_numeral_is_a_number(number: int) -> None:
    """Each number has one Roman form, and it is read back; IIII and IC are none."""
    units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    assert roman("C" * (number // 100) + tens[number // 10 % 10] + units[number % 10]) == number
    assert roman("IIII") is None
    assert roman("IC") is None


_DATES = st.dates(date(1000, 1, 1), date(2199, 12, 31)).map(
    lambda d: f"ngày {d.day}/{d.month:02d}/{d.year}"
)
_DOCUMENTS = st.builds(
    "Quyết định số {:02d}/{}/{}".format,
    st.integers(1, 9999),
    st.integers(1990, 2030),
    st.sampled_from(["NĐ-CP", "QĐ-TTg", "QĐ-UBND", "TT-BTC", "QH15", "NQ-HĐND"]),
)
_AMOUNTS = st.builds(
    "{}{}".format,
    st.integers(1, 10**12).map(lambda n: f"{n:,}".replace(",", ".")),
    st.sampled_from([" đồng", "đ/hộ", " đồng/người/tháng", "%", " km", " m²", "-2.000.000 đồng"]),
)
_WORDS = st.sampled_from(
    [
        "UBND xã",
        "các hộ nghèo",
        "thực hiện",
        "(nếu có)",
        "kinh tế - xã hội",
        "điểm d khoản 1 Điều 17",
        "7h30–11h30",
        "quý IV",
        "Facebook",
        "tháng 4",
        "“chính sách”",
        "Thường xuyên/liên tục",
        "0912.345.678",
        "giai đoạn 2021-2025",
        "lần thứ XIV",
        "Điều 38, 39",
        "1/3 số hộ",
        "v.v.",
        "năm học 2025–2026",
        "thứ 4",
        "-5°C",
        "TP. Hồ Chí Minh",
        "(QPPL)",
        "07:30",
        "từ 01/7 đến 15/8",
        "a@dantien.vn",
        "mẫu số 01",
        "Km12+500",
        "./.",
        ";",
        ",",
        ".",
    ]
)
_SENTENCES = st.lists(_DATES | _DOCUMENTS | _AMOUNTS | _WORDS, max_size=12).map(" và ".join)
_ANY_TEXT = st.text(max_size=60) | st.text(
    "0123456789.,-–/()%:;+&'\" \nađĐAXVIhkmNQTPgàyếề́\u00ad\u200b…°²", max_size=60
)


@given(_SENTENCES)
@settings(max_examples=300)
def test_policy_sentences_pass_the_audit_and_read_the_same_again(written: str) -> None:
    """No figure, sign or abbreviation survives, and reading a reading changes nothing."""
    reading = read_aloud(written)
    assert reading.problems == ()
    assert not re.search(r"[0-9]", str(reading))
    assert str(read_aloud(str(reading))) == str(reading)


@given(_ANY_TEXT)
@settings(max_examples=500)
def test_no_figure_reaches_the_voice_unless_told(written: str) -> None:
    """In any text a figure left in the reading is an error that names it."""
    reading = read_aloud(written)
    errors = [p for p in reading.problems if p.severity is Severity.ERROR]
    if re.search(r"\d", str(reading)):
        assert any(re.search(r"\d", p.token) for p in errors)


def _covers(reading: Reading) -> bool:
    ends = [0, *(span.end for span in reading.trace)]
    starts = [*(span.start for span in reading.trace), len(reading.written)]
    return ends == starts


@given(_ANY_TEXT | _SENTENCES)
@settings(max_examples=500)
def test_every_character_is_accounted_for(written: str) -> None:
    """The trace covers the text without gaps or overlaps; a span without a rule is unchanged."""
    reading = read_aloud(written)
    assert _covers(reading)
    for span in reading.trace:
        assert span.start < span.end
        if not span.rule:
            assert span.spoken == reading.written[span.start : span.end]


@given(_SENTENCES)
def test_no_word_is_lost(written: str) -> None:
    """Every word that no rule names is in the reading, in order."""
    reading = read_aloud(written)
    said = iter(re.findall(r"\w+", str(reading)))
    plain = (span for span in reading.trace if not span.rule)
    for word in (word for span in plain for word in re.findall(r"\w+", span.spoken)):
        assert word in said


@given(_SENTENCES)
def test_decomposed_text_is_read_as_composed_text(written: str) -> None:
    """NFD, as some phones and scanners write it, is read like NFC."""
    assert str(read_aloud(unicodedata.normalize("NFD", written))) == str(read_aloud(written))


def test_letters_that_begin_like_a_unit_end_no_reading() -> None:
    """Found by a fuzz: what only looks like a unit is told, and raises nothing."""
    assert read_aloud("từ milimetH0").problems
