"""People's recordings in a whole site: heard where they fit, silent where they are stale."""

import io
import json
import re
import zipfile

import mutagen.id3
import pytest

from site_plugins.broadcast.casting import own_segments
from site_plugins.broadcast.edition import read_airing, with_cast
from site_plugins.broadcast.items import Item
from site_plugins.broadcast.plan import Planner
from site_plugins.broadcast.recorded_texts import sheet_to_paste
from site_plugins.policy.station import read_settings
from site_plugins.voice.recording_file import CONSENT, READER, line_digest
from tests.site_project import DAY, Built, Project
from tests.voice.people import keep, read_aloud

SECTION = "truyen-thong-chinh-sach"
FOLDER = "audio/recordings/tro-cap"
READ_BY = "Phát thanh viên thôn Ví Dụ"


def _item(project: Project) -> Item:
    """The Vietnamese text as the build plans it."""
    settings, _ = read_settings(project.root)
    assert settings
    airing, _ = read_airing(project.root, settings)
    planned = Planner(settings, airing.lexicons).plan(project.library())
    return next(iter(with_cast(planned, airing, online=False)))


def _lines(item: Item) -> list[str]:
    assert item.script
    return [segment.text for segment in own_segments(item.script)]


def _bind(project: Project, item: Item) -> None:
    text = sheet_to_paste(item, DAY).replace(READER, READ_BY).replace(CONSENT, "Biên bản 03")
    project.write(f"{FOLDER}/vi.yml", text)


@pytest.fixture
def item(project: Project) -> Item:
    """An approved text of a station, which somebody is about to read."""
    project.explainer("tro-cap", approved=True)
    return _item(project)


def _heard(project: Project) -> dict[str, str]:
    """The clip's tags as a player shows them."""
    data = (project.root / f"site/{SECTION}/tro-cap/tro-cap.vi.mp3").read_bytes()
    tags = mutagen.id3.ID3(io.BytesIO(data))
    return {"comment": str(tags["COMM::vie"]), "lyrics": str(tags["USLT::vie"])}


def _page(project: Project) -> str:
    return (project.root / f"site/{SECTION}/tro-cap/index.html").read_text(encoding="utf-8")


def _clip(project: Project) -> dict[str, object]:
    manifest = json.loads((project.root / "site/phat-thanh/manifest.json").read_text("utf-8"))
    [clip] = manifest["clips"]
    return dict(clip)


def test_a_whole_reading_is_aired(project: Project, item: Item) -> None:
    """Page, tags and manifest say who read; the station's lines are called a machine's."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*_lines(item)))
    _bind(project, item)
    built = project.build()
    assert built.exit_code == 0, built.output
    credit = f"người đọc: {READ_BY}; lời của đài do giọng máy đọc"
    assert credit in _page(project)
    assert _heard(project)["comment"].endswith("N" + credit[1:])
    assert _clip(project)["credit"] == credit
    assert _clip(project)["voices"] == ["espeak:vi", "recording:tro-cap.vi"]


def test_sentences_are_heard_where_the_captions_say(project: Project, item: Item) -> None:
    """One file a sentence: times are known, also where nobody timed anything."""
    for number, line in enumerate(_lines(item), 1):
        keep(project.root / FOLDER / "vi" / f"{number:02}.wav", read_aloud(line))
    _bind(project, item)
    assert project.build().exit_code == 0
    vtt = (project.root / f"site/{SECTION}/tro-cap/tro-cap.vi.vtt").read_text(encoding="utf-8")
    for line in _lines(item):
        assert line in re.sub(r"<[0-9:.]+>", "", vtt)


def _reworded(project: Project) -> None:
    """The text is edited and approved anew."""
    file = project.explainer("tro-cap")
    text = file.read_text(encoding="utf-8").replace("75 tuổi", "70 tuổi")
    file.write_text(text, encoding="utf-8")
    stamp = f"approval: {{by: Chủ tịch, on: 2026-11-02, digest: {project.read('tro-cap').digest}}}"
    file.write_text(text.replace("---\n\n", f"{stamp}\n---\n\n", 1), encoding="utf-8")


def _without_a_machine(project: Project) -> None:
    """Vietnamese is as most languages are: only people speak it."""
    voices = project.page("voices.yml", folder="audio")
    project.write("audio/voices.yml", voices.replace("[recording, espeak:vi]", "[recording]"))


def test_a_changed_script_leaves_the_recording_out(project: Project, item: Item) -> None:
    """The machine says the new words; the build names the sentence that changed and goes on."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*_lines(item)))
    _bind(project, item)
    _reworded(project)
    built = project.build()
    assert built.exit_code == 0, built.output
    assert "bản ghi âm cũ hơn lời đọc nên không dùng" in built.output
    assert "«Người từ bảy mươi tuổi trở lên.»" in built.output
    assert _clip(project)["voices"] == ["espeak:vi"]
    assert "giọng máy" in _page(project)


def test_the_desk_lists_what_has_to_be_read_again(project: Project, item: Item) -> None:
    """With the changed sentences and the side file of a new reading."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*_lines(item)))
    _bind(project, item)
    _reworded(project)
    assert project.build(STATION_PREVIEW="1").exit_code == 0
    desk = (project.root / "preview/bien-tap/index.html").read_text(encoding="utf-8")
    listed = desk.partition("<h2>Ghi âm</h2>")[2]
    assert "bản ghi âm cũ hơn lời đọc" in listed
    assert "<li>Người từ bảy mươi tuổi trở lên.</li>" in listed
    assert f"{FOLDER}/vi.yml" in listed
    assert "script: " in listed


def test_without_a_machine_a_stale_recording_is_silence(project: Project, item: Item) -> None:
    """No clip, no captions, and the page says that a new reading is awaited."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*_lines(item)))
    _bind(project, item)
    _without_a_machine(project)
    _reworded(project)
    assert project.build().exit_code == 0
    assert not list((project.root / "site").rglob("*.mp3"))
    assert "đang chờ ghi âm lại" in _page(project)


def test_an_unbound_recording_is_an_error_with_the_lines_to_write(
    project: Project, item: Item
) -> None:
    """The build prints the side file; the text is aired by the machine all the same."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*_lines(item)))
    built = project.build()
    assert built.exit_code != 0
    assert f"tạo tệp {FOLDER}/vi.yml" in built.output
    for line in sheet_to_paste(item, DAY).splitlines():
        assert line in built.output
    assert _clip(project)["voices"] == ["espeak:vi"]


def test_a_recording_that_is_no_sound_is_told_and_the_machine_speaks(
    project: Project, item: Item
) -> None:
    """Silence is next to the worst; the file is named and the exit is not zero."""
    project.write(f"{FOLDER}/vi.m4a", "<html>")
    _bind(project, item)
    built = project.build()
    assert built.exit_code != 0
    assert f"{FOLDER}/vi.m4a không phải tệp âm thanh" in built.output
    assert "bài đã được đọc bằng giọng khác" in built.output
    assert _clip(project)["voices"] == ["espeak:vi"]


def test_without_a_machine_a_recording_that_is_no_sound_is_silence(
    project: Project, item: Item
) -> None:
    """The clip is left out, the rest of the site is built."""
    project.write(f"{FOLDER}/vi.m4a", "<html>")
    _bind(project, item)
    _without_a_machine(project)
    built = project.build()
    assert built.exit_code != 0
    assert not list((project.root / "site").rglob("*.mp3"))
    assert _page(project)


@pytest.mark.parametrize("machine", [True, False])
def test_a_text_whose_recording_is_refused_can_be_recorded_again(
    project: Project, item: Item, machine: bool
) -> None:
    """Its script stays on the page and for announcers; the desk says what is wrong."""
    if not machine:
        _without_a_machine(project)
    project.write(f"{FOLDER}/vi.m4a", "")
    _bind(project, item)
    project.build()
    assert f"{SECTION}/tro-cap/tro-cap.vi.txt" in project.site_files()
    assert "#tro-cap.vi" in project.page("ghi-am/index.html")
    project.build(STATION_PREVIEW="1")
    listed = project.page("bien-tap/index.html", folder="preview").partition("<h2>Ghi âm</h2>")[2]
    assert "vi.m4a là tệp rỗng; hãy chép lại tệp từ máy đã ghi" in listed


def test_a_side_file_at_fault_is_told_once(project: Project, item: Item) -> None:
    """By its line; nobody is told to write the file that is there."""
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*_lines(item)))
    _bind(project, item)
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
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*_lines(item)))
    _bind(project, item)
    _reworded(project)
    now = _item(project)
    changed = "Người từ bảy mươi tuổi trở lên."
    name = f"{_lines(now).index(changed) + 1:02}-{line_digest(changed)}.webm"
    keep(project.root / FOLDER / "vi" / name, read_aloud(changed))
    _bind(project, now)
    built = project.build()
    assert f"{FOLDER}/vi.m4a: lỗi: đã có bản ghi từng câu" in built.output
    assert _clip(project)["voices"] == ["espeak:vi"]


def test_a_reading_that_lacks_a_sentence_was_not_edited(project: Project, item: Item) -> None:
    """Silence, and nobody is told that the words had changed."""
    _without_a_machine(project)
    for number, line in enumerate(_lines(item)[:-1], 1):
        keep(project.root / FOLDER / "vi" / f"{number}.mp3", read_aloud(line))
    _bind(project, item)
    built = project.build()
    assert "bản ghi âm còn thiếu câu nên không dùng: «Từ ngày" in built.output
    assert "đang chờ ghi âm lại" not in _page(project)
    assert not list((project.root / "site").rglob("*.mp3"))


def test_the_station_s_lines_are_asked_for_once_with_their_side_file(
    project: Project, item: Item
) -> None:
    """Done to the letter, they are heard around every text."""
    _without_a_machine(project)
    keep(project.root / FOLDER / "vi.m4a", read_aloud(*_lines(item)))
    _bind(project, item)
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
    assert _heard(project)["lyrics"].startswith(files[0][1])


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
    _bind(project, item)
    built: Built = project.build()
    assert built.exit_code == 0, built.output
    assert _clip(project)["read_by_people"] is True
    assert _clip(project)["credit"] == f"người đọc: {READ_BY}"
