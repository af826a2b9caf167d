"""The audit fails closed, and says what would mend it."""

import pytest

from site_plugins.problems import Severity
from site_plugins.spoken import Lexicon, Style, read_aloud


@pytest.mark.parametrize("token", ["XYZ", "ABCxyz", "VHXX", "QĐQ"])
def test_an_unknown_abbreviation_is_an_error(token: str) -> None:
    """A capitalised token that is no word is never guessed; the hint is the line to add."""
    (problem,) = read_aloud(f"theo {token} của xã").problems
    assert problem.severity is Severity.ERROR
    assert (problem.start, problem.end, problem.token) == (5, 5 + len(token), token)
    line = f'dòng: "{token}": "…", ghi cách đọc thay dấu …'
    assert problem.hint == f"thêm vào audio/lexicon/vi.yml {line}"


def test_a_foreign_word_is_a_warning() -> None:
    """A word of small letters that is no Vietnamese syllable may be spoken, but is told."""
    (problem,) = read_aloud("chương trình brainstorm").problems
    assert problem.severity is Severity.WARNING
    assert problem.message == "từ nước ngoài chưa có cách đọc: “brainstorm”"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ông John Smithson nói", "John Smithson"),
        ("bà H'Wxen Bkrung phát biểu", "H'Wxen Bkrung"),
        ("Please", "Please"),
    ],
)
def test_a_name_that_is_no_syllable_is_an_error(written: str, name: str) -> None:
    """A foreign name is never guessed, and one lexicon line is offered for the whole of it."""
    (problem,) = read_aloud(written).problems
    assert (problem.token, problem.severity) == (name, Severity.ERROR)
    assert problem.message == f"tên riêng chưa có cách đọc: “{name}”"
    assert f'"{name}": "…"' in problem.hint


def test_text_of_an_old_font_is_one_error() -> None:
    """Not one for each of its letters; it names the passage and what to do."""
    (problem,) = read_aloud("Kính gửi: Céng hßa x· héi chñ nghÜa ViÖt Nam, năm 2026.").problems
    assert problem.severity is Severity.ERROR
    assert "hßa x· héi" in problem.token
    assert problem.message.startswith("văn bản gõ bằng bảng mã cũ (TCVN3 hoặc VNI)")


def test_small_letters_without_a_vowel_are_an_error() -> None:
    """«th», «xxx»: no voice can say them, so they are abbreviations and no foreign words."""
    (problem,) = read_aloud("trẻ từ 24 thx trở lên").problems
    assert (problem.token, problem.severity) == ("thx", Severity.ERROR)


def test_a_price_of_either_mark_is_told() -> None:
    """$1,234 is a thousand to some and one to others."""
    assert [p.token for p in read_aloud("giá $1,234").problems] == ["$"]


@pytest.mark.parametrize("written", ["giá 1,234 USD", "giá $1,234", "trả 12,345 đô la"])
def test_a_comma_in_foreign_money_is_told(written: str) -> None:
    """It may group thousands or part the cents: a factor of a thousand is not guessed."""
    assert read_aloud(written).problems


def test_a_ticked_box_among_others_is_told() -> None:
    """Which of two boxes is ticked is heard in no word, so nobody may pass over it."""
    assert [p.token for p in read_aloud("Đồng ý: ☐ Có ☑ Không").problems] == ["☐", "☑"]
    assert str(read_aloud("☐ Đơn đề nghị\n☑ Bản sao")) == "Đơn đề nghị\nBản sao"


def test_a_syllable_in_capitals_among_small_letters_is_told() -> None:
    """HU may be an abbreviation: it is read as a syllable, and told; in a heading it is a word."""
    (problem,) = read_aloud("Ban Thường vụ HU họp").problems
    assert (problem.token, problem.severity) == ("HU", Severity.WARNING)
    assert read_aloud("BAN CHO VAY").problems == ()
    assert [p.token for p in read_aloud("ngày 3/5 HU 135 hộ").problems] == ["HU"]


@pytest.mark.parametrize("sign", ["¤", "♀", "\u0416", "ក", "\ufffd"])
def test_a_sign_or_letter_of_another_script_is_an_error(sign: str) -> None:
    """Nothing but Vietnamese letters, spaces and prosody marks passes."""
    problems = read_aloud(f"xã {sign} Dân Tiến").problems
    assert [p.severity for p in problems] == [Severity.ERROR]


def test_headings_in_capitals_are_words() -> None:
    """Syllables in capitals are read as words, not told as abbreviations."""
    assert read_aloud("KẾ HOẠCH, MỤC ĐÍCH, YÊU CẦU VÀ TỔ CHỨC THỰC HIỆN").problems == ()


def test_an_unknown_issuer_is_told_and_not_dropped() -> None:
    """A document's number with an issuer nobody knows is an error at its place."""
    (problem,) = read_aloud("Quyết định số 12/QĐ-XYZ").problems
    assert (problem.token, problem.severity) == ("XYZ", Severity.ERROR)


def test_a_mark_after_a_number_is_told_where_it_is_not_minutes() -> None:
    """A quote mark is left out, but never where it measures."""
    assert str(read_aloud("trong 90' thi đấu")) == "trong chín mươi phút thi đấu"
    assert [p.token for p in read_aloud("cao 5,5' thôi").problems] == ["'"]


def test_the_station_decides_nghin_and_linh() -> None:
    """`reading:` of the station changes the words of numbers."""
    style = Style(thousand="ngàn", zero_link="lẻ")
    assert str(read_aloud("2.104 hộ", station=style)) == "hai ngàn một trăm lẻ bốn hộ".replace(
        "bốn", "tư"
    )


def test_the_station_overrides_the_general_lexicon() -> None:
    """A form of the station wins, and the longest form wins over a shorter one."""
    station = Lexicon({"XYZ": "xoan", "XYZ-T": "xoan tê"})
    assert str(read_aloud("XYZ-T và XYZ", lexicon=station)) == "xoan tê và xoan"


def test_odd_characters_are_brought_to_one_form() -> None:
    """Soft hyphens, zero-width and wide characters, Icelandic eth: none changes the reading."""
    assert str(read_aloud("Ðiều\u00a017, xã\u200b Dân\u00ad Tiến, ２０２６")) == (
        "Điều mười bảy, xã Dân Tiến, hai nghìn không trăm hai mươi sáu"
    )


@pytest.mark.parametrize(
    "garbage", ["1", ".", "-", "a", "1.", "1/", "á\u0323", "(", "1,", "A-", "a@"]
)
def test_garbage_ends(garbage: str) -> None:
    """A long run of anything is read to its end, by a trace that covers it."""
    reading = read_aloud(garbage * 20_000)
    assert reading.trace[-1].end == len(reading.written)


@pytest.mark.parametrize(
    "written",
    [
        "<del>bỏ</del>",
        "a*b = c",
        "100 dam² đất",
        'cỡ 55" mới',
        "❌ Hút thuốc lá",
        "~~bỏ~~",
        "kỳ hạn 6T",
        "gọi 0235.3.851.xxx",
        "gọi 0912***345",
        "gọi 0235.3.851.***",
        "làm theo ca 18h/6h",
        "chốt lúc 12/12",
        "mức thu 05.000 đồng",
    ],
)
def test_a_sign_that_may_mean_something_is_told(written: str) -> None:
    """Struck words, a product, inches, a ban, a masked number: nobody may leave them out."""
    assert any(p.severity is Severity.ERROR for p in read_aloud(written).problems)


@pytest.mark.parametrize(
    "written", ["năm 2O25", "đạt l.250 hộ", "1O.000 đồng", "là 1.234\n,5 tỷ đồng", "20l5"]
)
def test_figures_spoiled_by_a_scan_are_told(written: str) -> None:
    """An O for a 0, an l for a 1, a number cut by a line's end: nobody knows the amount."""
    assert any(problem.severity is Severity.ERROR for problem in read_aloud(written).problems)
