"""The side file of a recording: what it binds, and what it refuses."""

import hashlib
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.problems import tell
from site_plugins.voice.recording_file import (
    CONSENT,
    READER,
    line_digest,
    read_sheet,
    script_digest,
    sheet_lines,
)

LINES = ("Xin chào bà con.", "Nyob zoo.")
PEOPLES = ("Mông", "Cơ Tu", "Thái")
SHEET = sheet_lines(LINES, date(2026, 11, 20)).replace(READER, "Phát thanh viên thôn Ví Dụ")
FILLED = SHEET.replace(CONSENT, "Biên bản 03/2026")


def _told(text: str) -> str:
    return tell(read_sheet("x.yml", text, PEOPLES)[1])


def test_a_digest_is_of_the_words_and_not_of_the_bytes() -> None:
    """Composed or not, however spaced; known values, which the recording page computes too."""
    assert line_digest("Xin chào bà con.") == "b3aea267"
    assert line_digest(" Xin  chào\tbà con. ") == line_digest("Xin chào bà con.")
    decomposed = unicodedata.normalize("NFD", LINES[0])
    assert script_digest([decomposed, LINES[1]]) == script_digest(LINES)
    told = "Xin chào bà con.\nNyob zoo."
    assert script_digest(LINES) == hashlib.sha256(told.encode()).hexdigest()[:32]


@given(st.lists(st.text(min_size=1), min_size=1, max_size=6))
def test_another_word_is_another_digest(lines: list[str]) -> None:
    """A sentence that was changed is found out."""
    assert script_digest([*lines, "thêm"]) != script_digest(lines)
    assert len(script_digest(lines)) == 32
    assert len(line_digest(lines[0])) == 8


def test_what_is_printed_is_what_is_read_back() -> None:
    """Once the role and the consent are filled in."""
    sheet, problems = read_sheet("x.yml", FILLED, PEOPLES)
    assert problems == []
    assert sheet
    assert sheet.read_by == "Phát thanh viên thôn Ví Dụ"
    assert sheet.consent == "Biên bản 03/2026"
    assert sheet.read_on == date(2026, 11, 20)
    assert sheet.script == script_digest(LINES)
    assert sheet.sentences == tuple(map(line_digest, LINES))


def test_what_is_printed_has_to_be_filled_in() -> None:
    """Nobody of the name of a placeholder reads anything."""
    told = _told(sheet_lines(LINES, date(2026, 11, 20)))
    assert "x.yml:1:10: lỗi: chưa ghi chức danh người đọc" in told
    assert "x.yml:2:10: lỗi: chưa ghi số giấy đồng ý" in told


@pytest.mark.parametrize("reader", [f"“{READER}”", f"{READER}: chị Lan"])
def test_a_placeholder_in_other_quotes_is_still_one(reader: str) -> None:
    """Word processors bend quotes."""
    told = _told(FILLED.replace('"Phát thanh viên thôn Ví Dụ"', f"'{reader}'"))
    assert "lỗi: chưa ghi chức danh người đọc" in told


@pytest.mark.parametrize("reader", ["Trưởng thôn 0912 345 678", "Thôn đội 001.234.567890"])
def test_nobody_s_number_is_written_down(reader: str) -> None:
    """Who read is shown to everybody."""
    told = _told(FILLED.replace("Phát thanh viên thôn Ví Dụ", reader))
    assert "x.yml:1:10: lỗi: không ghi số điện thoại hay số giấy tờ" in told


@pytest.mark.parametrize("reader", ["Chị Lan, người Mông", "Già làng dân tộc Cơ Tu", "người THÁI"])
def test_nobody_s_origin_is_written_down(reader: str) -> None:
    """It is sensitive personal data; a role is enough."""
    told = _told(FILLED.replace("Phát thanh viên thôn Ví Dụ", reader))
    assert "x.yml:1:10: lỗi: không ghi dân tộc của người đọc; chỉ ghi chức danh" in told


@pytest.mark.parametrize(
    "reader", ["Người đọc tiếng Cơ Tu của đài", "Phát thanh viên bản Thái Hòa"]
)
def test_the_language_that_somebody_reads_may_be_named(reader: str) -> None:
    """That is what the credit on air says."""
    assert _told(FILLED.replace("Phát thanh viên thôn Ví Dụ", reader)) == ""


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("read_on: 2026-11-20", "read_on: hôm qua", "3:10: lỗi: read_on:"),
        ("script: ", "script: x", '4:9: lỗi: script: dấu của văn bản có ký tự "x"'),
        ("read_by:", "reader:", "không có trường này"),
        ("consent:", "consent2:", "không có trường này"),
    ],
)
def test_a_fault_is_told_where_it_stands(was: str, now: str, told: str) -> None:
    """File, line, column."""
    assert told in _told(FILLED.replace(was, now))
