"""Recordings that cannot be used: what is told, what is heard, and how they are mended."""

import pytest

from site_plugins.broadcast.items import Item
from site_plugins.broadcast.recorded_texts import sheet_to_paste
from site_plugins.voice.model import Speech
from site_plugins.voice.recording_file import line_digest
from tests.portal.recorded_text import (
    FOLDER,
    SECTION,
    bind,
    clip_of,
    lines_of,
    page_of,
    planned,
    reworded,
    without_a_machine,
)
from tests.site_project import DAY, Project
from tests.voice.people import encoded, keep, read_aloud


def test_an_unbound_recording_is_an_error_with_the_lines_to_write(
    project: Project, item: Item
) -> None:
    """The build prints the side file; the text is aired by the machine all the same."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    built = project.build()
    assert built.exit_code != 0
    assert f"tạo tệp {FOLDER}/vi.yml" in built.output
    for line in sheet_to_paste(item, DAY).splitlines():
        assert line in built.output
    assert clip_of(project)["voices"] == ["espeak:vi"]


def test_a_recording_that_is_no_sound_is_told_and_the_machine_speaks(
    project: Project, item: Item
) -> None:
    """Silence is next to the worst; the file is named and the exit is not zero."""
    project.write(f"{FOLDER}/vi.m4a", "<html>")
    bind(project, item)
    built = project.build()
    assert built.exit_code != 0
    assert f"{FOLDER}/vi.m4a không phải tệp âm thanh" in built.output
    assert "bài đã được đọc bằng giọng khác" in built.output
    assert clip_of(project)["voices"] == ["espeak:vi"]


def test_without_a_machine_a_recording_that_is_no_sound_is_silence(
    project: Project, item: Item
) -> None:
    """The clip is left out, the rest of the site is built."""
    project.write(f"{FOLDER}/vi.m4a", "<html>")
    bind(project, item)
    without_a_machine(project)
    built = project.build()
    assert built.exit_code != 0
    assert not list((project.root / "site").rglob("*.mp3"))
    assert page_of(project)


@pytest.mark.parametrize("machine", [True, False])
def test_a_text_whose_recording_is_refused_can_be_recorded_again(
    project: Project, item: Item, machine: bool
) -> None:
    """Its script stays on the page and for announcers; the desk says what is wrong."""
    if not machine:
        without_a_machine(project)
    project.write(f"{FOLDER}/vi.m4a", "")
    bind(project, item)
    project.build()
    assert f"{SECTION}/tro-cap/tro-cap.vi.txt" in project.site_files()
    assert "#tro-cap.vi" in project.page("ghi-am/index.html")
    project.build(STATION_PREVIEW="1")
    listed = project.page("bien-tap/index.html", folder="preview").partition("<h2>Ghi âm</h2>")[2]
    assert "vi.m4a là tệp rỗng; hãy chép lại tệp từ máy đã ghi" in listed


def test_a_side_file_at_fault_is_told_once(project: Project, item: Item) -> None:
    """By its line; nobody is told to write the file that is there."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    bind(project, item)
    sheet = project.page("vi.yml", folder=FOLDER)
    project.write(f"{FOLDER}/vi.yml", sheet.replace("2026-11-21", "21/11/2026"))
    built = project.build()
    assert built.exit_code != 0
    assert f"{FOLDER}/vi.yml:3:10: lỗi: read_on:" in built.output
    assert "chưa ghi ai đọc" not in built.output


def test_an_old_reading_is_not_bound_by_the_side_file_of_new_sentences(
    project: Project, item: Item
) -> None:
    """What the recording page hands over is laid over it; the machine goes on until all is read."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    bind(project, item)
    reworded(project)
    now = planned(project)
    changed = "Người từ bảy mươi tuổi trở lên."
    name = f"{lines_of(now).index(changed) + 1:02}-{line_digest(changed)}.webm"
    keep(project.root / FOLDER / "vi" / name, read_aloud(changed))
    bind(project, now)
    built = project.build()
    assert f"{FOLDER}/vi.m4a: lỗi: đã có bản ghi từng câu" in built.output
    assert clip_of(project)["voices"] == ["espeak:vi"]


def test_a_reading_that_lacks_a_sentence_was_not_edited(project: Project, item: Item) -> None:
    """Silence, and nobody is told that the words had changed."""
    without_a_machine(project)
    for number, line in enumerate(lines_of(item)[:-1], 1):
        keep(project.root / FOLDER / "vi" / f"{number}.mp3", read_aloud(line))
    bind(project, item)
    built = project.build()
    assert "bản ghi âm còn thiếu câu nên không dùng: «Từ ngày" in built.output
    assert "đang chờ ghi âm lại" not in page_of(project)
    assert not list((project.root / "site").rglob("*.mp3"))


def test_three_hours_of_sound_are_not_read_to_the_end(project: Project, item: Item) -> None:
    """They are no reading of a page; the machine speaks, and the file is named."""
    silence = Speech(bytes(2 * 8_000 * 3 * 3_600), 8_000)
    file = project.root / FOLDER / "vi.flac"
    file.parent.mkdir(parents=True)
    file.write_bytes(encoded(silence, "flac", "flac", 8_000))
    bind(project, item)
    built = project.build()
    assert built.exit_code != 0
    assert f"{FOLDER}/vi.flac dài quá" in built.output
    assert clip_of(project)["voices"] == ["espeak:vi"]
