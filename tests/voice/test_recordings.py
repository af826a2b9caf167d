"""What lies in the folders of recordings, and what may not."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from site_plugins.policy.station import read_settings
from site_plugins.problems import tell
from site_plugins.voice.recording_file import (
    CONSENT,
    READER,
    line_digest,
    script_digest,
    sheet_lines,
)
from site_plugins.voice.recordings import STATION_LINES, Recordings, read_recordings
from tests.site_project import REPOSITORY

LINES = ("Nyob zoo.", "Ua tsaug.", "Mus zoo.")
FOLDER = "audio/recordings/tro-cap"


def _write(root: Path, path: str, data: str = "x") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(data, encoding="utf-8")
    return file


def _sheet(root: Path, path: str = f"{FOLDER}/hmn.yml") -> None:
    text = sheet_lines(LINES, date(2026, 11, 20))
    _write(root, path, text.replace(READER, "Phát thanh viên").replace(CONSENT, "Biên bản 03"))


def _read(root: Path) -> Recordings:
    settings, _ = read_settings(REPOSITORY)
    assert settings
    return read_recordings(root, settings.languages)


def test_without_a_folder_there_is_nothing(tmp_path: Path) -> None:
    """A station may have no recordings at all."""
    assert _read(tmp_path) == Recordings()


def test_a_whole_reading_is_found_by_all_its_lines(tmp_path: Path) -> None:
    """One file beside its side file."""
    _sheet(tmp_path)
    file = _write(tmp_path, f"{FOLDER}/hmn.m4a")
    found = _read(tmp_path)
    recording = found.by_key["tro-cap", "hmn"]
    assert found.problems == []
    assert recording.file_for("\n".join(LINES)) == file
    assert recording.file_for(LINES[0]) is None
    assert recording.files == {script_digest(LINES): file}
    assert recording.sheet
    assert recording.sheet.read_by == "Phát thanh viên"


@pytest.mark.parametrize("name", ["02.webm", "2.webm", "002.WEBM", "02-{}.webm", "07-{}.webm"])
def test_a_sentence_is_found_by_its_number_or_its_digest(tmp_path: Path, name: str) -> None:
    """As the recording page names it, or as a person does; a digest is surer than a number."""
    _sheet(tmp_path)
    file = _write(tmp_path, f"{FOLDER}/hmn/{name.format(line_digest(LINES[1]))}")
    found = _read(tmp_path)
    assert found.problems == []
    assert found.by_key["tro-cap", "hmn"].file_for(LINES[1]) == file


def test_the_station_s_own_lines_lie_with_its_idents(tmp_path: Path) -> None:
    """Recorded once for all texts; jingles beside them are no languages."""
    _sheet(tmp_path, "audio/idents/hmn.yml")
    _write(tmp_path, "audio/idents/hmn/01.m4a")
    _write(tmp_path, "audio/idents/ident.mp3")
    _write(tmp_path, "audio/idents/cover.png")
    found = _read(tmp_path)
    assert found.problems == []
    assert found.by_key[STATION_LINES, "hmn"].file_for(LINES[0])


def test_without_a_side_file_nobody_knows_what_was_read(tmp_path: Path) -> None:
    """It is kept, and told where the script is known."""
    _write(tmp_path, f"{FOLDER}/hmn.m4a")
    recording = _read(tmp_path).by_key["tro-cap", "hmn"]
    assert recording.sheet is None
    assert recording.files


def test_a_side_file_at_fault_binds_nothing(tmp_path: Path) -> None:
    """It is told with its line, like every file that people write."""
    _write(tmp_path, f"{FOLDER}/hmn.yml", sheet_lines(LINES, date(2026, 11, 20)))
    _write(tmp_path, f"{FOLDER}/hmn.m4a")
    found = _read(tmp_path)
    assert found.by_key["tro-cap", "hmn"].sheet is None
    assert found.by_key["tro-cap", "hmn"].is_faulty
    assert f"{FOLDER}/hmn.yml:1:10: lỗi: chưa ghi chức danh người đọc" in tell(found.problems)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (f"{FOLDER}/mong.m4a", "tên tệp ghi âm phải là mã thứ tiếng; ví dụ hmn.m4a"),
        (f"{FOLDER}/hmn/09.m4a", "tên tệp không ứng với câu nào; đặt tên theo số thứ tự câu"),
        (f"{FOLDER}/hmn/cau-hai.m4a", "tên tệp không ứng với câu nào"),
        (f"{FOLDER}/hmn/02.docx", "không phải loại tệp ghi âm nhận được; xuất lại thành .m4a"),
        (f"{FOLDER}/hmn.mp4", "không phải loại tệp ghi âm nhận được; xuất lại thành .m4a"),
        (f"{FOLDER}/hmn.yaml", "không phải loại tệp ghi âm nhận được"),
        (f"{FOLDER}/hmn.yml.txt", "tên tệp ghi âm phải là mã thứ tiếng; ví dụ hmn.m4a, tệp kèm là"),
        ("audio/idents/mong.yml", "tên tệp ghi âm phải là mã thứ tiếng"),
        ("audio/idents/hmn.m4a", "lời của đài phải ghi mỗi câu một tệp; đặt vào audio/idents/hmn/"),
        ("audio/recordings/hmn.m4a", "tệp nằm ngoài thư mục của bài; chuyển vào audio/recordings/"),
    ],
)
def test_what_cannot_be_placed_is_told(tmp_path: Path, path: str, told: str) -> None:
    """Each with its path and what to do."""
    _sheet(tmp_path)
    _write(tmp_path, path)
    assert f"{path}: lỗi: {told}" in tell(_read(tmp_path).problems)


@pytest.mark.parametrize("names", [("hmn.M4A",), ("HMN.WAV",), ("HMN/01.MP3", "HMN/02.MP3")])
def test_capitals_make_no_difference(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Recorders and Windows write them."""
    _sheet(tmp_path, f"{FOLDER}/Hmn.yml")
    for name in names:
        _write(tmp_path, f"{FOLDER}/{name}")
    found = _read(tmp_path)
    assert found.problems == []
    assert len(found.by_key["tro-cap", "hmn"].files) == len(names)


def test_a_side_file_without_sound_is_told(tmp_path: Path) -> None:
    """Somebody believes that the recording is in its place."""
    _sheet(tmp_path)
    told = tell(_read(tmp_path).problems)
    assert f"{FOLDER}/hmn.yml: cảnh báo: có tệp kèm mà chưa có tệp ghi âm nào dùng được" in told


def test_a_blank_side_file_is_none_yet(tmp_path: Path) -> None:
    """Its lines are printed where the script is known."""
    _write(tmp_path, f"{FOLDER}/hmn.yml", "\n")
    _write(tmp_path, f"{FOLDER}/hmn.m4a")
    found = _read(tmp_path)
    assert found.problems == []
    assert not found.by_key["tro-cap", "hmn"].is_faulty


def test_an_old_reading_beside_new_sentences_is_told(tmp_path: Path) -> None:
    """The side file that came with the sentences says nothing of it."""
    _sheet(tmp_path)
    _write(tmp_path, f"{FOLDER}/hmn.m4a")
    _write(tmp_path, f"{FOLDER}/hmn/02-{line_digest(LINES[1])}.webm")
    found = _read(tmp_path)
    assert found.by_key["tro-cap", "hmn"].file_for("\n".join(LINES)) is None
    assert f"{FOLDER}/hmn.m4a: lỗi: đã có bản ghi từng câu" in tell(found.problems)


@pytest.mark.parametrize("name", ["ghi-am.tro-cap.hmn.zip", "ghi-am.tro-cap.hmn (1)/audio"])
def test_an_archive_that_was_not_unpacked_in_its_place_is_told(tmp_path: Path, name: str) -> None:
    """Windows unpacks into a folder of the archive's name."""
    _write(tmp_path, f"{name}/x" if name.endswith("audio") else name)
    told = tell(_read(tmp_path).problems)
    assert f"{name.partition('/')[0]}: cảnh báo: gói ghi âm chưa vào đúng chỗ" in told


def test_hidden_files_and_those_of_the_system_are_passed_over(tmp_path: Path) -> None:
    """Every system leaves its own."""
    _sheet(tmp_path)
    _write(tmp_path, f"{FOLDER}/hmn.m4a")
    _write(tmp_path, f"{FOLDER}/hmn/.DS_Store")
    _write(tmp_path, f"{FOLDER}/hmn/Thumbs.db")
    assert _read(tmp_path).problems == []


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are made otherwise there")
def test_links_and_pipes_are_refused(tmp_path: Path) -> None:
    """A link may lead out of the project; a pipe never ends."""
    _sheet(tmp_path)
    secret = _write(tmp_path, "secret.m4a")
    folder = tmp_path / FOLDER / "hmn"
    folder.mkdir()
    (folder / "01.m4a").symlink_to(secret)
    os.mkfifo(folder / "02.m4a")
    told = tell(_read(tmp_path).problems)
    for name in ("01", "02"):
        assert f"{FOLDER}/hmn/{name}.m4a: lỗi: là liên kết, thư mục hoặc tệp đặc biệt" in told


@pytest.mark.skipif(sys.platform == "win32", reason="links are made otherwise there")
def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """It would be read as if it were the station's."""
    elsewhere = tmp_path / "elsewhere"
    _sheet(elsewhere)
    _write(elsewhere, f"{FOLDER}/hmn.m4a")
    (tmp_path / "audio/recordings").mkdir(parents=True)
    (tmp_path / FOLDER).symlink_to(elsewhere / FOLDER)
    found = _read(tmp_path)
    assert found.by_key == {}
    assert f"{FOLDER}: lỗi: là liên kết" in tell(found.problems)
