"""Text in the encodings of before Unicode is known for what it is."""

import pytest

from site_plugins.spoken.old_fonts import find_old_encoding


@pytest.mark.parametrize(
    "passage",
    [
        "Céng hßa x· héi chñ nghÜa ViÖt Nam",
        "§éc lËp - Tù do - H¹nh phóc. Chñ tÞch x·",
        "c«ng d©n ®\u00adîc h\u00adëng trî cÊp x· héi",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
        "Ñoäc laäp - Töï do - Haïnh phuùc",
        "Uûy ban nhaân daân xaõ thoâng baùo ñeán caùc hoä daân",
    ],
)
def test_a_passage_in_an_old_encoding_is_found(passage: str) -> None:
    """TCVN3 and VNI, within a text in Unicode."""
    text = f"Kính gửi: {passage}. Trân trọng."
    found = find_old_encoding(text)
    assert found is not None
    start, end = found
    assert len("Kính ") < start + 8
    assert end - start > len(passage) / 2
    assert text[start:end] in text[10 : 10 + len(passage)]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã, hoà bình, thuý, quý: 10µm, 25°C, 30 m², 5 × 3",
        "Windows®, Office®, Excel®: © 2026, số này¹, số kia², nơi ấy³",
        "chuyên mục «Truyền thông chính sách», «Hỏi đáp», «Tin»",
        "Müller ở Zürich và Köln, Größe, España",
        "ngh\u00adiệp vụ, th\u00adông tin, ch\u00adính sách",
        "",
    ],
)
def test_other_text_is_not(text: str) -> None:
    """Signs, foreign names and soft hyphens in a text in Unicode are no old encoding."""
    assert find_old_encoding(text) is None
