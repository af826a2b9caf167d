"""What changed between two wordings, for translators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.translation.differences import Mark, Pair, Piece, paired, word_diff

TEXTS = st.text(alphabet="ab ôệ\u0306\u200b\t.,“”/0១ក្ខ’-\n", max_size=40)
LINES = st.lists(st.text(alphabet="abc .", min_size=1, max_size=8), max_size=8)


@given(TEXTS, TEXTS)
def test_no_letter_is_lost(before: str, now: str) -> None:
    """What is not new is the old wording and what is not gone the new one, to the last space."""
    pieces = word_diff(before, now)
    assert "".join(p.text for p in pieces if p.mark is not Mark.NEW) == before
    assert "".join(p.text for p in pieces if p.mark is not Mark.GONE) == now


@given(TEXTS)
def test_the_same_is_one_piece(text: str) -> None:
    """A text beside itself shows no change."""
    assert word_diff(text, text) == ((Piece(text, Mark.SAME),) if text else ())


@pytest.mark.parametrize(
    ("before", "now", "gone", "came"),
    [
        ("Nhận 500.000 đồng.", "Nhận 600.000 đồng.", "500.000", "600.000"),
        ("từ ngày 1/7/2025,", "từ ngày 1/8/2025,", "1/7/2025", "1/8/2025"),
        ("(số 176/2025/NĐ-CP)", "(số 178/2025/NĐ-CP)", "176/2025/NĐ-CP", "178/2025/NĐ-CP"),
        ("“Người già” có", "“Người nghèo” có", "già", "nghèo"),
        ("ngăn hnô̆k kơ", "ngăn hnŏk kơ", "hnô̆k", "hnŏk"),
        ("chr’val tơơi", "chr’vaal tơơi", "chr’val", "chr’vaal"),
        ("អ្នក\u200bចាស់\u200bជរា", "អ្នក\u200bក្រី\u200bជរា", "ចាស់", "ក្រី"),
        ("ꪼꪕ ꪒꪾ", "ꪼꪕ ꪒꪮ", "ꪒꪾ", "ꪒꪮ"),
        ("được nhận", "được nhận ngay", "", " ngay"),
        ("nộp đơn, ảnh", "nộp đơn ảnh", ",", ""),
    ],
)
def test_words_stay_whole(before: str, now: str, gone: str, came: str) -> None:
    """Figures, dates, numbers of documents and words of every script change as one."""
    pieces = word_diff(before, now)
    assert [p.text for p in pieces if p.mark is Mark.GONE] == ([gone] if gone else [])
    assert [p.text for p in pieces if p.mark is Mark.NEW] == ([came] if came else [])


@given(LINES, LINES)
def test_every_line_has_its_place(before: list[str], now: list[str]) -> None:
    """All lines of both wordings are there, each in its own order, and no pair is empty."""
    pairs = paired(before, now)
    assert [p.before for p in pairs if p.before] == before
    assert [p.now for p in pairs if p.now] == now
    assert Pair("", "") not in pairs


def test_a_reworded_line_stands_beside_its_old_wording() -> None:
    """An added line does not shift the ones that were only reworded."""
    before = ["Người từ 75 tuổi trở lên.", "Nhận 500.000 đồng mỗi tháng."]
    now = ["Nộp đơn tại xã.", "Người từ 70 tuổi trở lên.", "Nhận 600.000 đồng mỗi tháng."]
    assert paired(before, now) == (
        Pair("", now[0]),
        Pair(before[0], now[1]),
        Pair(before[1], now[2]),
    )


def test_lines_about_other_things_are_not_paired() -> None:
    """Two lines with nothing in common are one that went and one that came."""
    assert paired(["Hồ sơ gồm đơn."], ["Trẻ em dưới sáu tuổi?"]) == (
        Pair("Hồ sơ gồm đơn.", ""),
        Pair("", "Trẻ em dưới sáu tuổi?"),
    )


def test_giants_are_told_whole() -> None:
    """A line of ten thousand words that all changed is not compared word by word."""
    before, now = "a b " * 5_000, "b c " * 5_000
    assert word_diff(before, now) == (Piece(before, Mark.GONE), Piece(now, Mark.NEW))
