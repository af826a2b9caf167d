"""The general lexicon: sense by neighbours, and nobody guesses where there is none."""

from collections import Counter

import pytest

from site_plugins.problems import Severity
from site_plugins.spoken import GENERAL, read_aloud
from site_plugins.spoken.senses import Sense, told_apart
from site_plugins.spoken.words import TABLES
from site_plugins.spoken.words.joined import joined


@pytest.mark.parametrize(
    ("written", "token"),
    [
        ("gửi TT trước ngày mai", "TT"),
        ("báo cáo của CT gửi về", "CT"),
        ("nội dung ĐT mới", "ĐT"),
        ("việc BH của xã", "BH"),
        ("một HD khác", "HD"),
        ("nhiều KH khác nhau", "KH"),
        ("một số DT lớn", "DT"),
        ("ý kiến của CĐ", "CĐ"),
        ("trong HĐ này", "HĐ"),
        ("nhiệt độ TB tháng 7", "TB"),
        ("một TC mới", "TC"),
        ("nhóm CN trẻ", "CN"),
        ("theo TH được duyệt", "TH"),
        ("ý kiến NV khác", "NV"),
        ("mỗi CS một khác", "CS"),
        ("theo QN đã nêu", "QN"),
        ("mỗi TN một việc", "TN"),
        ("người ĐN đi trước", "ĐN"),
        ("xếp theo SL đã báo", "SL"),
        ("phố TX cũ", "TX"),
    ],
)
def test_where_neighbours_say_nothing_nobody_guesses(written: str, token: str) -> None:
    """What means several things stays as it stands, and the audit stops the editor."""
    errors = [p.token for p in read_aloud(written).problems if p.severity is Severity.ERROR]
    assert errors == [token]


@pytest.mark.parametrize(
    "written",
    [
        "Nguyễn Văn P. Theo hồ sơ, P. đã khai nhận.",
        "ông Trần Văn H. Ngày hôm sau, ông về nhà.",
        "chị Lê Thị Q. (30 tuổi) kể lại",
        "bà T. Người dân cho biết",
    ],
)
def test_an_initial_is_no_unit_of_an_address(written: str) -> None:
    """«ông P.» is a person, not a ward."""
    said = str(read_aloud(written)).split()
    assert not {"phường", "huyện", "quận", "tỉnh"} & set(said)


@pytest.mark.parametrize("word", ["AN KHANG", "THA THIẾT", "LAN TỎA", "CA HÁT", "ĐA DẠNG", "PA NÔ"])
def test_a_heading_in_capitals_keeps_its_words(word: str) -> None:
    """An abbreviation that is a syllable too is a word among words in capitals."""
    assert str(read_aloud(f"PHONG TRÀO {word} NGÀY MỚI")) == f"PHONG TRÀO {word} NGÀY MỚI"


def test_senses_written_in_short_are_alternatives() -> None:
    """Left of «…» what may stand before, right of it what may stand after; nothing asks nothing."""
    assert told_apart({"một": "a | b … c", "hai": ""}) == (
        Sense("một", after=("a", "b")),
        Sense("một", before=("c",)),
        Sense("hai"),
    )


def test_parts_are_joined_as_offices_join_them() -> None:
    """«|» is «và» where an and is written, a comma where a comma is."""
    forms = joined({"KT XH": "kinh tế|xã hội"})
    assert forms["KT-XH"] == forms["KTXH"] == "kinh tế xã hội"
    assert forms["KT&XH"] == "kinh tế và xã hội"
    assert forms["KT, XH"] == "kinh tế, xã hội"


def test_a_written_and_is_said() -> None:
    """An office may leave «và» out; what it wrote is never left out."""
    known = GENERAL.entries.items()
    assert [form for form, words in known if " và " in form and " và " not in words] == []


def test_no_form_stands_in_two_tables() -> None:
    """Of two readings of one form one would be lost unseen; derived tables come first."""
    derived, written = TABLES[:2], TABLES[2:]
    assert [f for f, n in Counter(f for table in written for f in table).items() if n > 1] == []
    assert all(derived)


def test_a_plain_word_is_no_entry() -> None:
    """An entry in small letters stands for any case: none may be a word of the language."""
    plain = {"phường", "huyện", "ban", "hai", "tư", "an", "cam", "lan", "đa", "ca"}
    assert plain.isdisjoint(GENERAL.entries)
