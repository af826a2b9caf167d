"""People's recordings in a whole site: heard where they fit, silent where they are stale."""

import io
import re
import zipfile

from site_plugins.broadcast.items import Item
from site_plugins.voice.recording_file import CONSENT, READER, line_digest
from tests.portal.recorded_text import (
    FOLDER,
    READ_BY,
    SECTION,
    bind,
    clip_of,
    heard,
    lines_of,
    page_of,
    reworded,
    without_a_machine,
)
from tests.site_project import Built, Project
from tests.voice.people import keep, read_aloud


def test_a_whole_reading_is_aired(project: Project, item: Item) -> None:
    """Page, tags and manifest say who read; the station's lines are called a machine's."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    bind(project, item)
    built = project.build()
    assert built.exit_code == 0, built.output
    credit = f"người đọc: {READ_BY}; lời của đài do giọng máy đọc"
    assert credit in page_of(project)
    assert heard(project)["comment"].endswith("N" + credit[1:])
    assert clip_of(project)["credit"] == credit
    assert clip_of(project)["voices"] == ["espeak:vi", "recording:tro-cap.vi"]


def test_sentences_are_heard_where_the_captions_say(project: Project, item: Item) -> None:
    """One file a sentence: times are known, also where nobody timed anything."""
    for number, line in enumerate(lines_of(item), 1):
        keep(project.root / FOLDER / "vi" / f"{number:02}.wav", read_aloud(line))
    bind(project, item)
    assert project.build().exit_code == 0
    vtt = (project.root / f"site/{SECTION}/tro-cap/tro-cap.vi.vtt").read_text(encoding="utf-8")
    for line in lines_of(item):
        assert line in re.sub(r"<[0-9:.]+>", "", vtt)


def test_a_changed_script_leaves_the_recording_out(project: Project, item: Item) -> None:
    """The machine says the new words; the build names the sentence that changed and goes on."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    bind(project, item)
    reworded(project)
    built = project.build()
    assert built.exit_code == 0, built.output
    assert "bản ghi âm cũ hơn lời đọc nên không dùng" in built.output
    assert "«Người từ bảy mươi tuổi trở lên.»" in built.output
    assert clip_of(project)["voices"] == ["espeak:vi"]
    assert "giọng máy" in page_of(project)


def test_the_desk_lists_what_has_to_be_read_again(project: Project, item: Item) -> None:
    """With the changed sentences and the side file of a new reading."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    bind(project, item)
    reworded(project)
    assert project.build(STATION_PREVIEW="1").exit_code == 0
    desk = (project.root / "preview/bien-tap/index.html").read_text(encoding="utf-8")
    listed = desk.partition("<h2>Ghi âm</h2>")[2]
    assert "bản ghi âm cũ hơn lời đọc" in listed
    assert "<li>Người từ bảy mươi tuổi trở lên.</li>" in listed
    assert f"{FOLDER}/vi.yml" in listed
    assert "script: " in listed


def test_the_desk_lists_it_before_the_text_is_approved_again(project: Project, item: Item) -> None:
    """Whoever edits sees that a recording goes with the old words, and is told to wait."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    bind(project, item)
    file = project.root / f"content/{SECTION}/tro-cap/index.md"
    file.write_text(file.read_text("utf-8").replace("75 tuổi", "70 tuổi"), encoding="utf-8")
    assert project.build(STATION_PREVIEW="1").exit_code == 0
    desk = (project.root / "preview/bien-tap/index.html").read_text(encoding="utf-8")
    listed = desk.partition("<h2>Ghi âm</h2>")[2]
    assert "bản ghi âm cũ hơn lời đọc; bài chờ duyệt, đợi xong hãy ghi" in listed
    assert "<li>Người từ bảy mươi tuổi trở lên.</li>" in listed


def test_without_a_machine_a_stale_recording_is_silence(project: Project, item: Item) -> None:
    """No clip, no captions, and the page says that a new reading is awaited."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    bind(project, item)
    without_a_machine(project)
    reworded(project)
    assert project.build().exit_code == 0
    assert not list((project.root / "site").rglob("*.mp3"))
    assert "đang chờ ghi âm lại" in page_of(project)


def test_the_station_s_lines_are_asked_for_once_with_their_side_file(
    project: Project, item: Item
) -> None:
    """Done to the letter, they are heard around every text."""
    without_a_machine(project)
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*lines_of(item)))
    bind(project, item)
    told = project.build().output
    assert told.count("lời của đài chưa có ai đọc nên bị bỏ") == 1
    project.build(STATION_PREVIEW="1")
    desk = project.page("bien-tap/index.html", folder="preview").partition("<h2>Ghi âm</h2>")[2]
    assert "Lời chung của đài" in desk
    files = re.findall(r"(\d\d\.m4a) «([^»]*)»", told)
    for name, line in files:
        keep(project.root / "audio/idents/vi" / name, read_aloud(line))
    sheet = "read_by" + told.partition("read_by")[2].partition("]")[0] + "]\n"
    text = sheet.replace(READER, READ_BY).replace(CONSENT, "Biên bản 03")
    project.write("audio/idents/vi.yml", text)
    built = project.build()
    assert built.exit_code == 0, built.output
    assert "lời của đài" not in built.output
    assert heard(project)["lyrics"].startswith(files[0][1])


def test_what_the_recording_page_hands_over_is_airable(project: Project, item: Item) -> None:
    """Its archive, unpacked at the project's root: sentences named by number and digest."""
    archive = io.BytesIO()
    assert item.script
    with zipfile.ZipFile(archive, "w") as packed:
        for number, segment in enumerate(item.script.segments, 1):
            name = f"{FOLDER}/vi/{number:02}-{line_digest(segment.text)}.webm"
            file = keep(project.root / "câu.webm", read_aloud(segment.text))
            packed.writestr(name, file.read_bytes())
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(project.root)
    bind(project, item)
    built: Built = project.build()
    assert built.exit_code == 0, built.output
    assert clip_of(project)["read_by_people"] is True
    assert clip_of(project)["credit"] == f"người đọc: {READ_BY}"
