"""Blocks of a page become the sentences of a script."""

import re
from collections.abc import Sequence

from site_plugins.policy.model import Block, BlockKind
from site_plugins.spoken import GENERAL, Role, Style, read_aloud
from site_plugins.spoken.script import Framing, Line, ScriptDraft, write_script
from site_plugins.spoken.sentences import LONGEST_SYLLABLES, sentences

FRAMING = Framing(
    opening=(
        Line("Đây là Đài truyền thanh xã Dân Tiến.", Role.ANNOUNCEMENT),
        Line("Sau đây là dự thảo, chưa có hiệu lực.", Role.DRAFT_WARNING),
    ),
    closing=(
        Line("Quý vị vừa nghe một dự thảo.", Role.DRAFT_WARNING),
        Line("Xin chào.", Role.SIGN_OFF),
    ),
)


def _draft(
    blocks: Sequence[Block], language: str = "vi", framing: Framing = FRAMING
) -> ScriptDraft:
    return write_script(
        language=language,
        title="Trợ cấp hưu trí xã hội",
        blocks=blocks,
        framing=framing,
        style=Style(),
        lexicon=GENERAL,
    )


def test_the_order_is_opening_title_blocks_closing() -> None:
    """The station speaks first and last, and a draft is announced at both ends."""
    blocks = [Block(BlockKind.HEADING, "MỤC ĐÍCH"), Block(BlockKind.PARAGRAPH, "Hỗ trợ 5 hộ.")]
    roles = [segment.role for segment in _draft(blocks).script.segments]
    assert roles == [
        Role.ANNOUNCEMENT,
        Role.DRAFT_WARNING,
        Role.TITLE,
        Role.HEADING,
        Role.SENTENCE,
        Role.DRAFT_WARNING,
        Role.SIGN_OFF,
    ]


def test_ordered_items_are_counted_aloud() -> None:
    """A list is heard as «một là … hai là …», a bullet as a sentence."""
    items = [
        Block(BlockKind.ITEM, "Nộp đơn", ordinal=1),
        Block(BlockKind.ITEM, "Hà Nội nhận", ordinal=2),
    ]
    script = _draft([*items, Block(BlockKind.ITEM, "mang theo CCCD")], framing=Framing()).script
    assert [segment.text for segment in script.segments[1:]] == [
        "Một là, nộp đơn.",
        "Hai là, Hà Nội nhận.",
        "Mang theo căn cước công dân.",
    ]


def test_every_spoken_sentence_keeps_its_written_one() -> None:
    """What is said and what the page says stand side by side, with the line."""
    block = Block(
        BlockKind.PARAGRAPH, "Mức 500.000 đồng/tháng. Nộp tại UBND xã, v.v. trước 30/4./.", line=12
    )
    said = [(s.text, s.written, s.line) for s in _draft([block]).script.segments if s.line]
    assert said == [
        ("Mức năm trăm nghìn đồng một tháng.", "Mức 500.000 đồng/tháng.", 12),
        (
            "Nộp tại Ủy ban nhân dân xã, vân vân trước ngày ba mươi tháng tư.",
            "Nộp tại UBND xã, v.v. trước 30/4./.",
            12,
        ),
    ]


def test_an_error_names_line_column_and_sentence_and_forbids_the_voice() -> None:
    """An editor can go to the place; the script may not be voiced."""
    draft = _draft([Block(BlockKind.PARAGRAPH, "Nộp hồ sơ. Theo XYZ thì được.", line=9)])
    (found,) = draft.findings
    assert (found.line, found.column_hint, found.sentence) == (9, 17, "Theo XYZ thì được.")
    assert not draft.may_be_voiced
    assert _draft([]).may_be_voiced


def test_a_voiced_script_holds_only_letters_and_prosody_marks() -> None:
    """When nothing is told, every segment can go to a voice as it is."""
    blocks = [Block(BlockKind.ROW, "Đối tượng: 75 tuổi; Mức: 500.000 đồng (mỗi tháng)")]
    for segment in _draft(blocks).script.segments:
        assert re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[ .,;:?!…])*[.?!…,]", segment.text)


def test_a_short_form_holds_for_the_whole_text() -> None:
    """What one paragraph defines, the next ones are read by."""
    texts = ("Thành lập Ban Quản lý Khu công nghiệp (BQLKCN).", "BQLKCN họp.")
    script = _draft([Block(BlockKind.PARAGRAPH, text) for text in texts], framing=Framing()).script
    assert script.segments[-1].text == "Ban Quản lý Khu công nghiệp họp."


def test_very_long_sentences_are_cut_at_a_comma() -> None:
    """No breath group of a long enumeration is longer than the limit, and no word is lost."""
    written = ", ".join(["đẩy mạnh tuyên truyền chính sách của tỉnh"] * 20) + "."
    cut = sentences(read_aloud(written))
    assert max(len(sentence.text.split()) for sentence in cut) <= LONGEST_SYLLABLES
    assert " ".join(sentence.text for sentence in cut) == written


def test_an_ellipsis_inside_a_sentence_does_not_end_it() -> None:
    """«… và» goes on; «… Các» begins anew."""
    cut = sentences(read_aloud("Hội nghị, tọa đàm... và đối thoại… Các xã làm tốt"))
    assert [s.written for s in cut] == ["Hội nghị, tọa đàm... và đối thoại…", "Các xã làm tốt"]


def test_other_languages_pass_untouched() -> None:
    """No Vietnamese rule touches Khmer or Hmong; figures are told as a warning."""
    khmer = "សួស្តី។ ឆ្នាំ 2026"
    draft = _draft([Block(BlockKind.PARAGRAPH, khmer, line=3)], language="km", framing=Framing())
    assert [s.text for s in draft.script.segments[1:]] == ["សួស្តី។", "ឆ្នាំ 2026"]
    assert [f.finding.token for f in draft.findings] == ["2026"]
    assert draft.may_be_voiced


def test_what_follows_a_semicolon_begins_a_sentence() -> None:
    """A semicolon becomes a stop, and the words after it begin with a capital."""
    blocks = [Block(BlockKind.PARAGRAPH, "Câu hỏi thì gửi ngay; góp ý thì gửi trước hạn.")]
    script = _draft(blocks, framing=Framing()).script
    assert [segment.text for segment in script.segments[1:]] == [
        "Câu hỏi thì gửi ngay.",
        "Góp ý thì gửi trước hạn.",
    ]
