"""The build hook, with the real voice: which texts become clips, and what is told of the rest."""

import io
import re
from typing import Any

import mutagen.mp3
import pytest

from site_plugins.policy.schema import Status
from tests.site_project import Project

SECTION = "truyen-thong-chinh-sach"
KINDS = ("mp3", "opus", "txt", "vtt")
CONSULTATION = "consultation: {until: 2027-01-01, send_to: Ủy ban nhân dân xã}\n"
MONG = """\
---
title: Nyiaj pab
summary: Ib tug neeg tau nyiaj.
{approval}translation:
  sources: {sources}
  translator: Người dịch
  checked_by: Người kiểm tra
  checked_on: 2026-11-10
---

## Leej twg {{#ai-duoc-huong}}

Cov neeg laus 75 xyoo.

## Hnub {{#han-nao}}

Txij 1/7/2025.
"""


def _clips(project: Project) -> list[str]:
    return [path for path in project.site_files() if path.endswith(KINDS)]


def test_an_approved_text_becomes_a_clip_with_script_and_captions(project: Project) -> None:
    """Beside the page lie the MP3, its captions and its plain spoken text; the page plays it."""
    project.explainer("tro-cap", approved=True)
    assert project.build().exit_code == 0
    folder = f"{SECTION}/tro-cap"
    assert _clips(project) == [f"{folder}/tro-cap.vi.{kind}" for kind in KINDS]
    script = project.page(f"{folder}/tro-cap.vi.txt").splitlines()
    assert script[0].startswith("Đây là Đài Truyền thanh xã Ví Dụ")
    assert script[-1] == "Xin cảm ơn và kính chào bà con."
    assert "Người từ bảy mươi lăm tuổi trở lên." in script
    captions = re.sub("<[0-9:.]+>", "", project.page(f"{folder}/tro-cap.vi.vtt"))
    assert all(line in captions for line in script)
    page = project.page(f"{folder}/index.html")
    sources = re.findall(r"<source src=\"([^\"]*)\"", page)
    assert sources == ["tro-cap.vi.opus", "tro-cap.vi.mp3"]


def test_the_clip_is_what_its_tags_say(project: Project) -> None:
    """44.1 kHz, mono, as long as its captions, tagged with station, title and lyrics."""
    project.explainer("tro-cap", title="Trợ cấp mẫu", approved=True)
    project.build()
    data = project.site_files()[f"{SECTION}/tro-cap/tro-cap.vi.mp3"]
    clip: Any = mutagen.mp3.MP3(io.BytesIO(data))
    assert (clip.info.sample_rate, clip.info.channels) == (44100, 1)
    assert clip.info.length > 15
    assert str(clip.tags["TIT2"]) == "Trợ cấp mẫu"
    assert str(clip.tags["TPE1"]) == "Đài Truyền thanh xã Ví Dụ"
    lyrics = clip.tags.getall("USLT")[0].text
    assert "Từ ngày một tháng bảy năm hai nghìn không trăm hai mươi lăm." in lyrics


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("approved", [False, True])
def test_only_living_approved_texts_are_spoken(
    project: Project, status: Status, approved: bool
) -> None:
    """Of all states, only an approved text in force or under consultation leaves any download."""
    is_draft = status is Status.CONSULTATION
    project.explainer(
        "bai",
        kind="draft" if is_draft else "explainer",
        status=status.value,
        extra=CONSULTATION if is_draft else "",
        approved=approved,
    )
    project.build()
    may_speak = approved and status in (Status.IN_FORCE, Status.CONSULTATION)
    assert bool(_clips(project)) == may_speak
    for data in project.site_files().values():
        assert may_speak or "bảy mươi lăm".encode() not in data


def test_a_draft_is_announced_as_a_draft_at_both_ends(project: Project) -> None:
    """The draft warning stands before the title and again before the sign-off."""
    project.explainer("bai", kind="draft", status="consultation", extra=CONSULTATION, approved=True)
    project.build()
    script = project.page(f"{SECTION}/bai/bai.vi.txt").splitlines()
    title = script.index("Trợ cấp mẫu.")
    sign_off = len(script) - 2
    assert "dự thảo" in " ".join(script[:title]).lower()
    assert "dự thảo" in " ".join(script[title + 1 : sign_off]).lower()


def test_an_edit_after_approval_silences(project: Project) -> None:
    """One changed amount voids the approval: no clip, no script, and the page stays."""
    file = project.explainer("tro-cap", approved=True)
    text = file.read_text(encoding="utf-8").replace("75 tuổi", "57 tuổi")
    file.write_text(text, encoding="utf-8")
    built = project.build()
    assert built.exit_code == 0
    assert not _clips(project)
    assert "57 tuổi" in project.page(f"{SECTION}/tro-cap/index.html")


def test_nothing_unread_reaches_the_voice(project: Project) -> None:
    """A token that nobody taught the reader costs the clip, is told with its line, and exits 1."""
    file = project.explainer("tro-cap", approved=True)
    project.explainer("hoc-phi", approved=True)
    head, body = file.read_text(encoding="utf-8").split("---\n\n", 1)
    file.write_text(f"{head}---\n\n{body}\nGửi về XQZT trước hạn.\n", encoding="utf-8")
    digest = project.read("tro-cap").digest
    stale = file.read_text(encoding="utf-8")
    old = stale.split("digest: ")[1][:32]
    file.write_text(stale.replace(old, digest), encoding="utf-8")
    built = project.build()
    assert built.exit_code == 1
    line = file.read_text(encoding="utf-8").splitlines().index("Gửi về XQZT trước hạn.") + 1
    assert f"content/{SECTION}/tro-cap/index.md:{line}: lỗi:" in built.output
    assert 'thêm vào audio/lexicon/vi.yml dòng: "XQZT"' in built.output
    assert {path.split("/")[1] for path in _clips(project)} == {"hoc-phi"}


def test_a_language_without_a_voice_gets_a_script_for_a_person(project: Project) -> None:
    """A ready, approved translation with no voice has a script and says that a person reads it."""
    project.explainer("tro-cap", approved=True)
    path = f"content/{SECTION}/tro-cap/hmn.md"
    sources = project.read("tro-cap").sections
    project.write(path, MONG.format(approval="", sources=sources))
    digest = project.read("tro-cap").translations[0].digest
    approval = f"approval: {{by: Chủ tịch, on: 2026-11-12, digest: {digest}}}\n"
    project.write(path, MONG.format(approval=approval, sources=sources))
    assert project.build().exit_code == 0
    assert f"{SECTION}/tro-cap/tro-cap.hmn.txt" in project.site_files()
    assert f"{SECTION}/tro-cap/tro-cap.hmn.mp3" not in project.site_files()
    assert "Chưa có giọng đọc máy tiếng Mông: bài do người đọc." in project.page(
        f"{SECTION}/tro-cap/hmn/index.html"
    )


def test_work_shows_itself_and_is_not_done_twice(project: Project) -> None:
    """A line a clip and a table at the end; the second build finds what the first one made."""
    project.explainer("tro-cap", approved=True)
    project.explainer("hoc-phi")
    first = project.build().output
    assert "làm mới: Trợ cấp mẫu (" in first
    assert re.search(r"│ Làm mới +│ +1 │", first)
    assert re.search(r"│ Chờ duyệt +│ +1 │", first)
    second = project.build().output
    assert "có sẵn: Trợ cấp mẫu (" in second
    assert re.search(r"│ Lấy từ kho +│ +1 │", second)
    assert not list((project.root / "site").rglob(".cache"))


def test_a_station_without_a_draft_warning_does_not_speak_drafts(project: Project) -> None:
    """Without its warning in the language of the text, a draft stays silent and that is told."""
    station = project.root / "audio/station.yml"
    text = station.read_text(encoding="utf-8")
    before, rest = text.split("draft_warning:", 1)
    station.write_text(before + rest[rest.index("sign_off:") :], encoding="utf-8")
    project.explainer("bai", kind="draft", status="consultation", extra=CONSULTATION, approved=True)
    built = project.build()
    assert built.exit_code == 1
    assert "chưa có câu cảnh báo dự thảo" in built.output
    assert "tiếng Việt" in built.output
    assert not _clips(project)


def test_a_law_that_does_not_hold_yet_says_from_when(project: Project) -> None:
    """Before its first day a clip opens with that day; from then on it does not."""
    project.explainer("bai", extra="effective_from: 2026-12-01\n", approved=True)
    project.build()
    warning = "Chính sách này chưa có hiệu lực, áp dụng từ ngày một tháng mười hai"
    assert warning in project.page(f"{SECTION}/bai/bai.vi.txt")
    project.build(STATION_TODAY="2026-12-01")
    assert warning not in project.page(f"{SECTION}/bai/bai.vi.txt")


def test_an_online_voice_that_is_not_allowed_is_told(project: Project) -> None:
    """The clip is not made, and somebody would look for it in vain."""
    voices = project.page("voices.yml", folder="audio")
    project.write("audio/voices.yml", voices.replace("espeak:vi]\n", "gtts:vi]\n"))
    project.explainer("tro-cap", approved=True)
    built = project.build()
    assert built.exit_code == 0
    assert "giọng trực tuyến của dòng vi không đọc, vì online_voices đang là no" in built.output
    assert f"{SECTION}/tro-cap/tro-cap.vi.mp3" not in project.site_files()
