"""A kit travels as a PO file through anybody's tools and comes back; nothing else does."""

import contextlib
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_plugins.translation.model import Filled, NotAKitError
from site_plugins.translation.po_kit import PoKit
from tests.translation.kits import GIVEN_BACK, KIT, UNITS
from tests.translation.mutations import damaged

WHOLE = PoKit().write(KIT)
TEXT = WHOLE.decode()


def _read(text: str) -> Filled:
    return PoKit().read("k.po", text.encode())


def _filled(unit_source: str, target: str, text: str = TEXT) -> str:
    start = text.index("msgstr", text.index(unit_source))
    end = text.index("\n", start)
    return f'{text[:start]}msgstr "{target}"{text[end:]}'


def test_the_same_kit_is_the_same_file() -> None:
    """No date, no random order."""
    assert PoKit().write(KIT) == WHOLE


def test_what_is_written_is_read_back() -> None:
    """The kit's own translations, its digests, its people."""
    filled = PoKit().read("k.po", WHOLE)
    assert filled == GIVEN_BACK


def test_an_entry_says_all_that_a_translator_needs() -> None:
    """Facts, terms, the wording before, the old translation; no check for Python's formats."""
    entry = TEXT[TEXT.index("#. 2 ·") : TEXT.index("#. 3 ·")]
    assert entry == (
        "#. 2 · đoạn · bài gốc đã đổi, cần dịch lại · mục «Được bao nhiêu?» · [bao-nhieu.1]\n"
        "#. giữ đúng: 500.000 đồng\n"
        "#. thuật ngữ: nghị định = chưa thống nhất (văn bản của Chính phủ)\n"
        "#. bản dịch cũ: Chr’val 360.000 đồng {1}nghị định{/1}\n"
        "#, fuzzy\n"
        f'#| msgid "{UNITS[1].before}"\n'
        'msgctxt "bao-nhieu.1"\n'
        f'msgid "{UNITS[1].source}"\n'
        f'msgstr "{UNITS[1].target}"\n\n'
    )


def test_the_language_is_given_in_full() -> None:
    """Tools choose fonts and spelling by it."""
    assert '"Language: ktv-Latn-VN\\n"' in TEXT


def test_a_changed_unit_is_confirmed_when_it_is_no_longer_fuzzy() -> None:
    """The old translation was looked at and left as it is."""
    assert "bao-nhieu.1" in _read(TEXT.replace("#, fuzzy\n", "")).confirmed


def test_an_old_translation_left_fuzzy_is_not_confirmed() -> None:
    """It comes back, and stays old."""
    filled = _read(TEXT)
    assert "bao-nhieu.1" in filled.cells
    assert "bao-nhieu.1" not in filled.confirmed


def test_a_fuzzy_guess_is_told_and_not_taken() -> None:
    """A tool's memory proposes; a person has to dispose."""
    filled = _read(_filled(UNITS[1].source, "Muôn"))
    assert "bao-nhieu.1" not in filled.cells
    assert [(p.line, p.message) for p in filled.problems] == [
        (2, "[bao-nhieu.1] còn đánh dấu fuzzy (cần xem lại), chưa nhận")
    ]


def test_wrapped_strings_are_one_line() -> None:
    """Tools wrap at 80 columns, and some break lines inside the text."""
    wrapped = TEXT.replace(
        'msgstr "Tỉnh chr’val 5 % 1/2"', 'msgstr ""\n"Tỉnh chr’val"\n" 5 %\\n1/2"'
    )
    assert _read(wrapped).cells["bao-nhieu.2"] == "Tỉnh chr’val 5 % 1/2"


def test_obsolete_entries_are_ignored() -> None:
    """What is no longer in the source does not come back, however it is written."""
    obsolete = '#~ msgctxt "xoa.1"\n#~ msgid "cũ"\n#~ msgstr "cũ"\n#~| lạ\n'
    assert _read(TEXT + obsolete) == _read(TEXT)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace("msgid ", "msgid\t").replace("msgstr ", "  msgstr  ").encode(),
    ],
    ids=["Windows", "UTF-16", "other white space"],
)
def test_files_saved_elsewhere(data: bytes) -> None:
    """Line ends, byte order mark, charset and spacing are the tool's affair."""
    assert PoKit().read("k.po", data) == PoKit().read("k.po", WHOLE)


def test_another_charset_that_is_declared() -> None:
    """An old Windows tool wrote Latin text in its own code page."""
    latin = TEXT.encode("ascii", "ignore").replace(b"UTF-8", b"windows-1252")
    read = PoKit().read("k.po", latin.replace(b"Tnh chrval", b"Tinh caf\xe9"))
    assert read.cells["bao-nhieu.2"] == "Tinh café 5 % 1/2"


def test_changed_headers_do_no_harm() -> None:
    """Tools write their own; a plural rule, a language or a date means nothing here."""
    own = (
        '"X-Generator: Poedit 3.4\\n"\n"Plural-Forms: nplurals=x; plural=__import__(1);\\n"\n'
        '"Language: ??-!!\\n"\n"POT-Creation-Date: gestern\\n"\n'
        '"Last-Translator: A B <a@b.vn>\\n"\n'
    )
    filled = _read(TEXT.replace('"Last-Translator: Nguyễn Thị Mẫu\\n"\n', own))
    assert filled == replace(_read(TEXT), translator="A B")


def test_the_name_that_tools_put_where_none_is_known_is_no_name() -> None:
    """The placeholder of gettext placeholder."""
    assert _read(TEXT.replace(KIT.translator, "FULL NAME <EMAIL@ADDRESS>")).translator == ""


def test_an_entry_without_its_context_is_known_by_its_comment() -> None:
    """Converters (to XLIFF and back) drop msgctxt and keep comments."""
    filled = _read(re.sub(r'msgctxt "[^"]*"\n', "", TEXT))
    assert filled.cells == PoKit().read("k.po", WHOLE).cells
    assert not filled.problems


def test_an_entry_without_its_id_is_told() -> None:
    """A tool dropped msgctxt and comments: nobody knows which unit it is."""
    filled = _read(TEXT.replace('msgctxt "bao-nhieu.2"\n', "").replace(" · [bao-nhieu.2]", ""))
    assert "bao-nhieu.2" not in filled.cells
    assert ["không còn mã" in p.message for p in filled.problems] == [True]


def test_a_unit_twice_is_told() -> None:
    """Two entries of one id with different texts: neither is taken."""
    again = 'msgctxt "bao-nhieu.2"\nmsgid "x"\nmsgstr "Khác"\n'
    filled = _read(TEXT + again)
    assert "bao-nhieu.2" not in filled.cells
    assert "hai bản dịch khác nhau" in filled.problems[0].message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (TEXT + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', "số nhiều"),
        (TEXT.replace('"title"', '"title'), "dòng 24 không phải dòng của tệp PO"),
        (TEXT.replace("\\\\", "\\q"), "không phải dòng của tệp PO"),
        (TEXT.replace("[bo-dich:", "["), "không tìm thấy mã"),
        (TEXT + "\0", "bảng mã"),
        (TEXT + "# x\n" * 300_000, "lớn quá"),
        (TEXT + "#" * 6_000_000, "lớn quá"),
        ("", "không tìm thấy mã"),
        ('msgstr[x] "a"\n', "không phải dòng"),
        ('"a"\n', "tệp PO hỏng"),
        ('msgid "a"\n', "tệp PO hỏng"),
        ("<html>", "dòng 1"),
    ],
)
def test_what_is_no_kit_is_refused(text: str, why: str) -> None:
    """The message says why, in Vietnamese."""
    with pytest.raises(NotAKitError, match=why):
        _read(text)


@given(st.one_of(st.binary(), damaged(WHOLE), st.text('msgidctr[0] "\\n#~|,\n').map(str.encode)))
@example(b'#. \xe2\x81\xa8\nmsgid "a"\nmsgstr "b"\n')
def test_whatever_comes_is_read_or_refused(data: bytes) -> None:
    """No other exception, whatever the bytes are."""
    with contextlib.suppress(NotAKitError):
        PoKit().read("k.po", data)
