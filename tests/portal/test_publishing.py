"""What the public build holds, and what it never holds."""

import os
from pathlib import Path

import pytest

from site_plugins.policy.approval import APPROVER
from tests.site_project import Project

SECTION = "truyen-thong-chinh-sach"
PREPARING = "Bài đang soạn kín"


def test_broken_front_matter_stops_before_the_old_site_is_touched(project: Project) -> None:
    """A fault of front matter ends the build with an error and the last site stays whole."""
    project.explainer("tro-cap")
    assert project.build().exit_code == 0
    before = project.site_files()
    project.explainer("hoc-phi", status="inforce")
    built = project.build()
    assert built.exit_code == 1
    place = f"content/{SECTION}/hoc-phi/index.md:5:9"
    told = f'{place}: lỗi: status: giá trị "inforce" không có trong danh sách'
    assert told in built.output
    assert 'có phải ý là "in_force" (có hiệu lực)?' in built.output
    assert project.site_files() == before


def test_a_body_at_fault_is_left_out_and_the_rest_is_built(project: Project) -> None:
    """A refused body costs its page only; the build tells it and ends with a non-zero exit."""
    project.explainer("tro-cap")
    bad = project.explainer("hoc-phi")
    bad.write_text(bad.read_text(encoding="utf-8") + "\n<script>alert(1)</script>\n", "utf-8")
    built = project.build()
    assert built.exit_code == 1
    assert "HTML không được dùng trong bài: <script>" in built.output
    assert f"{SECTION}/tro-cap/index.html" in project.site_files()
    assert f"{SECTION}/hoc-phi/index.html" not in project.site_files()


def test_preparing_texts_exist_in_previews_only(project: Project) -> None:
    """No byte of a text in preparation is in the public build; the preview shows it as such."""
    project.explainer("kin", title=PREPARING, status="preparing")
    project.build()
    assert not _holding(project, PREPARING)
    project.build(STATION_PREVIEW="1")
    assert "ĐANG SOẠN, CHƯA CÔNG BỐ" in project.page(f"{SECTION}/kin/index.html", folder="preview")


def test_the_desk_exists_in_previews_only(project: Project) -> None:
    """The editors' desk lists what waits, with the digest to paste, and never goes public."""
    project.explainer("tro-cap")
    digest = project.read("tro-cap").digest
    project.build()
    assert not [path for path in project.site_files() if path.startswith("bien-tap")]
    assert not _holding(project, digest)
    project.build(STATION_PREVIEW="1")
    desk = project.page("bien-tap/index.html", folder="preview")
    assert f"digest: {digest}" in desk
    assert "Từ ngày một tháng bảy năm hai nghìn không trăm hai mươi lăm." in desk


def test_pasting_the_lines_of_the_desk_approves(project: Project) -> None:
    """The desk's lines, pasted as they stand above the closing dashes, make an approval."""
    file = project.explainer("tro-cap")
    project.build(STATION_PREVIEW="1")
    desk = project.page("bien-tap/index.html", folder="preview")
    lines = desk.split("<pre><code>")[1].split("</code></pre>")[0].replace("&#34;", '"')
    lines = lines.replace(APPROVER, "Chủ tịch xã")
    head, body = file.read_text(encoding="utf-8").split("---\n\n", 1)
    file.write_text(f"{head}{lines}---\n\n{body}", encoding="utf-8")
    assert project.read("tro-cap").approved


def test_a_withdrawn_text_leaves_only_its_notice(project: Project) -> None:
    """A withdrawn page says so and why; its body and pictures are nowhere on the site."""
    note = "  - {on: 2026-11-20, kind: correction, note: Số tiền sai}\n"
    project.explainer("sai", status="withdrawn", extra=f"changes:\n{note}", approved=True)
    (project.root / f"content/{SECTION}/sai/anh.png").write_bytes(b"\x89PNG")
    project.build()
    page = project.page(f"{SECTION}/sai/index.html")
    assert "ĐÃ RÚT" in page
    assert "Số tiền sai" in page
    assert not _holding(project, "Người từ 75 tuổi trở lên")
    assert not _holding(project, "75 tuổi")
    assert not _holding(project, "năm trăm nghìn đồng")
    assert f"{SECTION}/sai/anh.png" not in project.site_files()


@pytest.mark.parametrize(
    ("kind", "status", "extra", "banner"),
    [
        (
            "draft",
            "consultation",
            "consultation: {until: 2027-01-01, send_to: Xã}\n",
            "DỰ THẢO, CHƯA CÓ HIỆU LỰC",
        ),
        ("explainer", "expired", "", "ĐÃ HẾT HIỆU LỰC"),
        ("explainer", "in_force", "effective_to: 2026-11-20\n", "ĐÃ HẾT HIỆU LỰC"),
        (
            "explainer",
            "in_force",
            "effective_from: 2027-01-01\n",
            "CHƯA CÓ HIỆU LỰC, ÁP DỤNG TỪ NGÀY 1/1/2027",
        ),
    ],
)
def test_banners(project: Project, kind: str, status: str, extra: str, banner: str) -> None:
    """What does not simply hold today says so across the top of its page."""
    project.explainer("bai", kind=kind, status=status, extra=extra)
    project.build()
    assert banner in project.page(f"{SECTION}/bai/index.html")


def test_nothing_that_was_not_vetted_is_published(project: Project, tmp_path: Path) -> None:
    """A link out of the tree, a script or a pipe stops the build by name; nothing follows it."""
    secret = tmp_path / "mat.md"
    secret.write_text("---\ntitle: Mật\n---\nkhông được lộ\n", encoding="utf-8")
    (project.root / "content/mat.md").symlink_to(secret)
    project.write("content/hack.svg", "<svg onload='alert(1)'/>")
    os.mkfifo(project.root / "content/ong.md")
    built = project.build()
    assert built.exit_code == 1
    for name in ("content/mat.md", "content/hack.svg", "content/ong.md"):
        assert f"{name}: lỗi:" in built.output
    assert not (project.root / "site").exists()


def test_hostile_lines_are_refused_by_name(project: Project) -> None:
    """Markup in a title or a summary, which themes print unescaped, stops the build."""
    project.explainer("bai", title='"<img src=x onerror=alert(1)>"')
    built = project.build()
    assert built.exit_code == 1
    assert "title: có dấu của HTML" in built.output


def test_declared_lines_are_escaped_where_they_are_shown(project: Project) -> None:
    """Letters that mean something to HTML appear as themselves."""
    project.explainer("bai", title='Thu nhập < 5 triệu & "hộ nghèo"')
    project.build()
    page = project.page(f"{SECTION}/bai/index.html")
    assert ">Thu nhập &lt; 5 triệu &amp; &#34;hộ nghèo&#34;</h1>" in page
    assert "<title>Thu nhập &lt; 5 triệu &amp;" in page


def _holding(project: Project, text: str) -> list[str]:
    return [path for path, data in project.site_files().items() if text.encode() in data]


def test_faults_of_settings_and_content_are_told_together(project: Project) -> None:
    """A wrong station, voice and page are all named in one run, each with its place."""
    station = project.root / "audio/station.yml"
    text = station.read_text(encoding="utf-8").replace("rate_wpm: 160", "rate_wpm: nhanh")
    station.write_text(text, encoding="utf-8")
    voices = project.root / "audio/voices.yml"
    voices.write_text(
        voices.read_text(encoding="utf-8").replace("km: [recording]", "km: [espeak:vi]")
    )
    project.explainer("tro-cap", status="inforce")
    built = project.build()
    assert built.exit_code == 1
    for place in ("audio/station.yml:", "audio/voices.yml:", f"content/{SECTION}/tro-cap/"):
        assert place in built.output
    assert not (project.root / "site").exists()


def test_a_wrong_day_is_told(project: Project) -> None:
    """`STATION_TODAY` that is no date ends the build in words."""
    built = project.build(STATION_TODAY="15/1/2026")
    assert built.exit_code == 1
    assert 'STATION_TODAY: "15/1/2026" không phải ngày; viết dạng 2026-01-15' in built.output


def test_a_preview_never_lands_in_the_public_folder(project: Project) -> None:
    """A preview built without naming a folder leaves the public site as it was."""
    project.explainer("tro-cap")
    project.build()
    before = project.site_files()
    project.explainer("kin", status="preparing")
    project.build(STATION_PREVIEW="1")
    assert project.site_files() == before


def test_a_draft_that_becomes_law_is_approved_again(project: Project) -> None:
    """The approval of a draft does not carry over to the law: the clip would lose its warning."""
    extra = "consultation: {until: 2027-01-01, send_to: Xã}\n"
    file = project.explainer("bai", kind="draft", status="consultation", extra=extra, approved=True)
    text = file.read_text(encoding="utf-8")
    law = text.replace("kind: draft", "kind: explainer").replace("consultation\n", "in_force\n")
    file.write_text(law, encoding="utf-8")
    built = project.build()
    assert "bài đã sửa sau khi duyệt ngày 2026-11-02, nên không được phát" in built.output
    assert not [path for path in project.site_files() if path.endswith(".mp3")]


def test_the_placeholder_approves_nothing(project: Project) -> None:
    """Lines pasted without a name, or dated ahead, stop the build."""
    file = project.explainer("bai", approved=True)
    text = file.read_text(encoding="utf-8")
    pasted = text.replace("by: Chủ tịch, on: 2026-11-02", f"by: {APPROVER}, on: 2027-01-01")
    file.write_text(pasted, encoding="utf-8")
    built = project.build()
    assert built.exit_code == 1
    assert "chưa ghi tên người duyệt" in built.output
    assert "ngày duyệt ở tương lai; hôm nay là 2026-11-21" in built.output


def test_the_desk_shows_all_that_is_approved_and_holds_back_what_is_at_fault(
    project: Project,
) -> None:
    """Board and loop stand on the desk; a text with an error has no lines to paste."""
    project.explainer("bai", extra="board: [Dòng bảng tin]\nloop: Gửi về XQZT ngay.\n")
    digest = project.read("bai").digest
    built = project.build(STATION_PREVIEW="1")
    assert built.exit_code == 0
    assert "cảnh báo: " in built.output
    desk = project.page("bien-tap/index.html", folder="preview")
    assert "Dòng bảng tin" in desk
    assert "Gửi về XQZT ngay." in desk
    assert "Chưa duyệt được: còn 1 lỗi kể trên." in desk
    assert digest not in desk


def test_a_portal_without_its_front_page_is_not_built(project: Project) -> None:
    """A missing or refused front page stops the build in words; the old site stays."""
    project.build()
    before = project.site_files()
    front = project.root / "content/index.md"
    front.write_text(front.read_text(encoding="utf-8") + "\n<iframe></iframe>\n", "utf-8")
    assert project.build().exit_code == 1
    front.unlink()
    built = project.build()
    assert built.exit_code == 1
    assert "content/index.md: lỗi: thiếu trang này" in built.output
    assert project.site_files() == before


def test_a_slip_in_the_stations_own_lines_stops_the_build(project: Project) -> None:
    """What stands around every clip is audited first, with its line, and silences nothing."""
    station = project.root / "audio/station.yml"
    text = station.read_text(encoding="utf-8").replace("Mời bà con nghe", "Mời XQZT nghe")
    station.write_text(text, encoding="utf-8")
    built = project.build()
    assert built.exit_code == 1
    line = next(i for i, row in enumerate(text.splitlines(), 1) if "XQZT" in row)
    assert f"audio/station.yml:{line}:7: lỗi: chữ viết tắt chưa có cách đọc" in built.output


def test_a_missing_settings_file_is_one_line(project: Project) -> None:
    """Without `voices.yml` staff are told of the file, not of thirty languages in it."""
    (project.root / "audio/voices.yml").unlink()
    built = project.build()
    assert built.exit_code == 1
    assert built.output.count("lỗi: ") == 1
    assert "audio/voices.yml: lỗi: không mở được tệp: không có tệp này" in built.output


def test_the_preview_escapes_what_staff_wrote(project: Project) -> None:
    """A sign of HTML in a title, a sentence or the short form is shown, and never executed."""
    project.explainer("dau", title="Mức 3 < 5 & 7", extra="loop: Hỗ trợ 3 < 5 hộ.\n")
    project.build(STATION_PREVIEW="1")
    page = project.page("bien-tap/dau/vi/index.html", folder="preview")
    shown = page.split('class="pc-reading"', 1)[1]
    assert "Lời đọc ngắn" in shown
    assert "&lt;" in shown
    assert "&amp;" in shown
    assert "&amp;lt;" not in shown
    assert "3 < 5" not in page
    assert '<p class="pc-written">' in shown
