"""Advice for the ear: what an editor is told, and what passes in silence."""

import pytest

from site_plugins.policy.model import Block, BlockKind
from site_plugins.spoken import Lexicon, Style
from site_plugins.spoken.pace import estimated_s, syllables
from site_plugins.spoken.radio import advise
from site_plugins.spoken.script import Framing, write_script

PLAIN = "Bà con nộp đơn tại xã."


def _advice(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH, twice: tuple[str, ...] = ()) -> str:
    blocks = [Block(kind, text, line=7) for text in texts]
    script = write_script(
        language="vi",
        title="Trợ cấp",
        blocks=blocks,
        framing=Framing(),
        style=Style(),
        lexicon=Lexicon(),
    ).script
    advice = advise(script, blocks, dict.fromkeys(twice, "số gọi"))
    return "\n".join(f"{a.line}: {a.message}" for a in advice)


def test_a_plain_sentence_needs_no_advice() -> None:
    """Silence is what a good text gets."""
    assert _advice(PLAIN) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hồ sơ gồm đơn (nếu có).", "có ngoặc đơn"),
        ("Hồ sơ theo danh mục dưới đây.", "có «dưới đây»"),
        ("Bấm vào đây.", "có «Bấm vào»"),
        ("Xem tại dichvucong.gov.vn.", "có địa chỉ mạng"),
        ("Căn cứ Luật Người cao tuổi, xã thông báo.", "mở đầu bằng căn cứ pháp lý"),
        ("Căn cứ Kế hoạch số 5, xã thông báo.", "mở đầu bằng căn cứ pháp lý"),
        ("Thực hiện công văn của tỉnh, xã thông báo.", "mở đầu bằng căn cứ pháp lý"),
        ("Theo Nghị định số 49/2024/NĐ-CP, xã thông báo.", "mở đầu bằng căn cứ pháp lý"),
    ],
)
def test_what_only_the_eye_follows_is_told(text: str, told: str) -> None:
    """Brackets, pointers, addresses and a legal basis in front are each told at their line."""
    assert told in _advice(text)
    assert "7: " in _advice(text)


def test_the_26th_syllable_is_one_too_many() -> None:
    """A sentence counts whole, also where it is cut for breath; numbers count as said."""
    assert _advice("một " * 25 + ".") == ""
    assert "câu dài 26 tiếng" in _advice("một " * 26 + ".")
    assert "câu dài 54 tiếng" in _advice(", ".join(["một hai ba bốn năm sáu bảy tám chín"] * 6))
    assert "câu dài 34 tiếng" in _advice("một " * 20 + "1.234.567 đồng")


def test_a_table_is_told_once() -> None:
    """Its rows are read, but a listener cannot hold them."""
    rows = _advice("Mức: 5", "Mức: 6", kind=BlockKind.ROW)
    assert rows.count("có bảng 2 dòng") == 1


def test_number_and_deadline_are_wanted_twice() -> None:
    """What a listener has to write down is said twice, whatever its commas."""
    phone = "không hai không, một hai ba"
    assert "chưa đọc lần nào" in _advice(PLAIN, twice=(phone,))
    assert "mới đọc một lần" in _advice("Gọi không hai không một hai ba.", twice=(phone,))
    said = "Gọi không hai không, một hai ba."
    assert _advice(said, said, twice=(phone,)) == ""


def test_the_length_is_syllables_at_the_pace_and_pauses() -> None:
    """At 60 syllables a minute each takes a second; the pauses come on top."""
    blocks = [Block(BlockKind.PARAGRAPH, "Năm 2026.")]
    script = write_script(
        language="vi",
        title="Mẫu",
        blocks=blocks,
        framing=Framing(),
        style=Style(),
        lexicon=Lexicon(),
    ).script
    assert syllables("Năm hai nghìn không trăm hai mươi sáu.") == 8
    assert estimated_s(script, 60) == 1 + 8 + sum(s.pause_s for s in script.segments)
