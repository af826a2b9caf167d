"""The station's lexicon file: every fault with its place, in Vietnamese."""

import pytest

from site_plugins.spoken.lexicon_file import read_lexicon

PATH = "audio/lexicon/vi.yml"


def test_a_sound_file_is_a_lexicon() -> None:
    """Each line is an entry; YAML's own words (NO, on) and figures are only text."""
    lexicon, problems = read_lexicon(
        'VHXX: Văn hóa Xã hội\nNO: không\n"1022": một không hai hai\n', PATH
    )
    assert problems == []
    assert dict(lexicon.entries) == {
        "VHXX": "Văn hóa Xã hội",
        "NO": "không",
        "1022": "một không hai hai",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("QN: Quảng Nam\nQN: Quảng Ngãi\n", f"{PATH}:2:1: lỗi: “QN” có hai dòng"),
        ('QN: ""\n', f"{PATH}:1:5: lỗi: “QN” chưa có cách đọc"),
        ('"XYZT": "…"\n', f"{PATH}:1:9: lỗi: “XYZT” chưa có cách đọc"),
        ("QN: tỉnh QN\n", f"{PATH}:1:5: lỗi: cách đọc của “QN” có “QN” không đọc được"),
        ("QN: số 5\n", f"{PATH}:1:5: lỗi: cách đọc của “QN” có “5” không đọc được"),
        ("QN: [a]\n", f"{PATH}:1:1: lỗi: một mục phải là chữ viết và một cách đọc"),
        ("- QN\n", f"{PATH}:1:1: lỗi: tệp từ điển không phải là danh sách mục"),
        ("QN: 'a\n", f"{PATH}:2:1: lỗi: tệp từ điển sai cú pháp YAML"),
    ],
)
def test_each_fault_has_its_place_and_its_mending(text: str, told: str) -> None:
    """A fault is told with line, column and hint, and its entry is not taken."""
    lexicon, (problem,) = read_lexicon(text, PATH)
    assert str(problem).startswith(told + "; ")
    assert lexicon.entries.get("QN") in {None, "Quảng Nam"}


def test_an_empty_file_is_an_empty_lexicon() -> None:
    """Only comments: nothing added, nothing told."""
    lexicon, problems = read_lexicon("# chưa có gì\n", PATH)
    assert (dict(lexicon.entries), problems) == ({}, [])
