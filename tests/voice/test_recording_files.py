"""Which words a file is taken to hold: never others than were read."""

from datetime import date
from pathlib import Path

import pytest

from site_plugins.voice.recording_file import ReadingSheet, line_digest, script_digest
from site_plugins.voice.recording_files import bound

LINES = ("Nyob zoo.", "Ua tsaug.", "Mus zoo.")
FIRST, SECOND, THIRD = map(line_digest, LINES)
SHEET = ReadingSheet(
    read_by="Phát thanh viên",
    consent="Biên bản 03",
    read_on=date(2026, 11, 20),
    script=script_digest(LINES),
    sentences=(FIRST, SECOND, THIRD),
)


def _bound(*names: str) -> tuple[dict[str, str], list[str]]:
    """The names of the files used, by digest; and of those left out."""
    files = [Path(name) for name in names]
    wholes = [file for file in files if file.stem == "hmn"]
    found = bound(wholes, [file for file in files if file not in wholes], SHEET)
    used = {digest: file.name for digest, file in found.files.items()}
    return used, [doubt.file.name for doubt in found.doubts]


def test_a_reading_alone_holds_all_lines_of_the_side_file() -> None:
    """Nothing else says what is in it."""
    assert _bound("hmn.m4a") == ({SHEET.script: "hmn.m4a"}, [])


def test_numbers_alone_are_those_of_the_side_file() -> None:
    """From 1, with or without noughts; beyond the last there is nothing."""
    assert _bound("1.mp3", "03.m4a", "4.mp3") == ({FIRST: "1.mp3", THIRD: "03.m4a"}, ["4.mp3"])


def test_a_digest_is_believed_whatever_lies_beside_it() -> None:
    """The old reading and old numbers would be taken for the words of the new side file."""
    new = f"02-{SECOND}.webm"
    assert _bound("hmn.m4a", "01.m4a", "02.m4a", new) == (
        {SECOND: new},
        ["hmn.m4a", "01.m4a", "02.m4a"],
    )


def test_what_a_number_beside_digests_should_be_called_is_told() -> None:
    """Renamed so, it is used."""
    found = bound([], [Path("03.m4a"), Path(f"02-{SECOND}.webm")], SHEET)
    renamed = f"03-{THIRD}.m4a"
    assert f"thì đổi tên thành {renamed}" in found.doubts[0].hint
    assert _bound(renamed, f"02-{SECOND}.webm")[0][THIRD] == renamed


@pytest.mark.parametrize("names", [("hmn.m4a", "hmn.mp3"), ("hmn.m4a", "01.m4a")])
def test_of_two_readings_neither_is_used(names: tuple[str, ...]) -> None:
    """One of them may hold the old words, and nobody knows which."""
    used, left_out = _bound(*names)
    assert used == {}
    assert left_out == [name for name in names if name.startswith("hmn")]


def test_of_two_files_of_one_number_neither_is_used() -> None:
    """The other sentences are."""
    assert _bound("01.m4a", "02.m4a", "2.mp3") == ({FIRST: "01.m4a"}, ["02.m4a", "2.mp3"])


@pytest.mark.parametrize("name", ["ghi âm 1.m4a", "Recording (3).m4a", "02-xyz.m4a", "câu 2.m4a"])
def test_names_that_phones_give_hold_nothing(name: str) -> None:
    """They are told; no number is guessed out of them."""
    assert _bound(name) == ({}, [name])
