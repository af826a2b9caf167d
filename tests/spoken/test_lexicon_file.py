"""The station's lexicon file: every fault with its place, in Vietnamese."""

import pytest

from site_plugins.problems import Severity
from site_plugins.spoken import read_aloud
from site_plugins.spoken.lexicon_file import read_lexicon

PATH = "audio/lexicon/vi.yml"


def test_a_sound_file_is_a_lexicon() -> None:
    """Each line is an entry; YAML's own words (NO, on) and figures are only text."""
    lexicon, problems = read_lexicon("VHXX: Văn hóa Xã hội\nNO: en ô\n'T-2B': tê hai bê\n", PATH)
    assert problems == []
    assert dict(lexicon.entries) == {
        "VHXX": "Văn hóa Xã hội",
        "NO": "en ô",
        "T-2B": "tê hai bê",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("QN: Quảng Nam\nQN: Quảng Ngãi\n", '2:1: lỗi: trường "QN" viết hai lần'),
        ('QN: ""\n', '1:1: lỗi: trường "QN" để trống'),
        ('"XYZT": "…"\n', "1:9: lỗi: “XYZT” chưa có cách đọc"),
        ("QN: tỉnh QN\n", "1:5: lỗi: cách đọc của “QN” có “QN” không đọc được"),
        ("QN: số 5\n", "1:5: lỗi: cách đọc của “QN” có “5” không đọc được"),
        ("QN: [a]\n", "1:6: lỗi: “QN”: thiếu `say:`"),
        ("QN: {say: a}\n", "1:1: lỗi: “QN”: thiếu dấu gạch trước `say:`"),
        ("QN: 5\n", "1:5: lỗi: cách đọc của “QN” có “5” không đọc được"),
        ("xã: phường\n", "1:1: lỗi: “xã” là một tiếng Việt: mọi bài có tiếng ấy sẽ bị đọc sai"),
        (
            '"30": ba mươi\n',
            "1:1: lỗi: “30” không có chữ cái nào: con số, dấu đã có quy tắc đọc",
        ),
        ("QN:\n  - say: a\n    before: ['{so}']\n", "3:5: lỗi: không có “{so}”"),
        ("QN:\n  - say: a\n    sau: [b]\n", "3:5: lỗi: “QN”: không có trường `sau`"),
        ("QN:\n  - say: a\n    after: {b: c}\n", "3:5: lỗi: phải là danh sách chữ"),
        (
            "QN:\n  - say: a\n  - say: bê\n    after: theo\n",
            "3:5: lỗi: “QN”: cách đọc “bê” không bao giờ được dùng",
        ),
        ("- QN\n", "1:1: lỗi: phần khai báo phải gồm các dòng dạng `tên: giá trị`"),
        ("QN: 'a\n", "1:5: lỗi: thiếu dấu nháy đóng"),
    ],
)
def test_each_fault_has_its_place_and_its_mending(text: str, told: str) -> None:
    """A fault is told with line, column and hint, and its entry is not taken."""
    lexicon, (problem,) = read_lexicon(text, PATH)
    assert str(problem).startswith(f"{PATH}:{told}; ")
    assert lexicon.entries.get("QN") in {None, "Quảng Nam"}


def test_neighbours_choose_among_senses() -> None:
    """`after` and `before` name the words beside the form; the first sense that fits is said."""
    lexicon, problems = read_lexicon(
        "CT:\n  - say: Chủ tịch\n    before: [UBND]\n  - say: chỉ thị\n    after: theo\n", PATH
    )
    assert problems == []
    assert str(read_aloud("theo CT của CT UBND xã", lexicon=lexicon)) == (
        "theo chỉ thị của Chủ tịch Ủy ban nhân dân xã"
    )
    assert [p.token for p in read_aloud("gặp CT", lexicon=lexicon).problems] == ["CT"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UBND: Ủy ban nhân dân\n", "“UBND” đã có sẵn, đọc y như vậy"),
        ("Xqzt: xuân quê\nxqzt: xuân\n", "“Xqzt” và “xqzt” đọc khác nhau"),
        ("QL1A: đường cũ\n", "“QL1A” không có tác dụng, vì quy tắc «đường và cột mốc» đọc trước"),
        ("UBND: ủy ban\n", "“UBND” đã có sẵn, đọc là “Ủy ban nhân dân”"),
        (
            "trợ cấp: tiền giúp\n",
            "“trợ cấp” là chữ tiếng Việt thường, ở đâu cũng sẽ bị đọc khác đi",
        ),
    ],
)
def test_an_entry_that_does_nothing_is_told(text: str, told: str) -> None:
    """A dead or contradictory entry is a warning: it is taken, and the editor knows."""
    lexicon, (problem,) = read_lexicon(text, PATH)
    assert (problem.severity, problem.message) == (Severity.WARNING, told)
    assert lexicon.entries


def test_typographic_apostrophes_are_one() -> None:
    """A name is met however its apostrophe was typed, in the file or in the text."""
    lexicon, _ = read_lexicon("H’Xuyn: Hơ Xuyn\n", PATH)
    assert str(read_aloud("bà H'Xuyn, H’Xuyn", lexicon=lexicon)) == "bà Hơ Xuyn, Hơ Xuyn"


def test_an_empty_file_is_an_empty_lexicon() -> None:
    """Only comments: nothing added, nothing told."""
    lexicon, problems = read_lexicon("# chưa có gì\n", PATH)
    assert (dict(lexicon.entries), problems) == ({}, [])
