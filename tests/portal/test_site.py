"""The built site as a browser meets it: links, languages, bytes."""

import posixpath
import re
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import pytest

from tests.site_project import DAY, Project

SECTION = "truyen-thong-chinh-sach"
TRANSLATION = """\
---
title: ប្រាក់ឧបត្ថម្ភ
summary: ឧទាហរណ៍
translation: {translator: Mẫu}
---

## អ្នកណា {#ai-duoc-huong}

ឧទាហរណ៍ ៧៥
"""
GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')
TARGET = re.compile(r'(?:href|src)="([^"]*)"')


def _local_targets(page: str) -> list[str]:
    targets = [t.replace("&amp;", "&") for t in TARGET.findall(page)]
    return [t for t in targets if t and not urlsplit(t).scheme and not t.startswith(("#", "//"))]


def test_every_internal_link_names_a_file_that_exists(project: Project) -> None:
    """The site works from a USB stick: no link ends at a folder, none leads nowhere."""
    project.explainer("tro-cap")
    project.write(f"content/{SECTION}/tro-cap/km.md", TRANSLATION)
    link = "\nXem [bài kia](../tro-cap/index.md#han-nao) và [bản Khmer](../tro-cap/km.md).\n"
    other = project.explainer("hoc-phi")
    other.write_text(other.read_text(encoding="utf-8") + link, encoding="utf-8")
    assert project.build().exit_code == 0
    files = project.site_files()
    for path, data in files.items():
        if not path.endswith(".html") or path == "404.html":
            continue
        for target in _local_targets(data.decode()):
            meant = posixpath.join(posixpath.dirname(path), unquote(urlsplit(target).path))
            assert posixpath.normpath(meant) in files, (path, target)


def test_a_link_to_nothing_is_told(project: Project) -> None:
    """A broken link is a warning with its page, and the build goes on."""
    file = project.explainer("tro-cap")
    text = file.read_text(encoding="utf-8") + "\n[xem](../khong-co/index.md)\n"
    file.write_text(text, encoding="utf-8")
    built = project.build()
    assert built.exit_code == 0
    line = text.splitlines().index("[xem](../khong-co/index.md)") + 1
    assert f"content/{SECTION}/tro-cap/index.md:{line}: cảnh báo:" in built.output
    assert 'liên kết "../khong-co/index.md" không dẫn tới tệp nào' in built.output


def test_citizens_pages_call_no_third_party(project: Project) -> None:
    """No script, style, font or picture of any page comes from another host."""
    project.explainer("tro-cap")
    project.build()
    loading = re.compile(r'<(?:script|link|img|audio|source|iframe)[^>]+(?:src|href)="(https?:)?//')
    for path, data in project.site_files().items():
        if path.endswith(".html"):
            page = re.sub(r'<link rel="(?:canonical|alternate)"[^>]*>', "", data.decode())
            assert not loading.search(page), path


def test_what_opens_over_a_page_has_a_name(project: Project) -> None:
    """Whoever hears the page is told what the theme's dialog is for."""
    project.explainer("tro-cap")
    project.build()
    dialogs = re.findall(r'<div [^>]*role="dialog"[^>]*>', project.page("index.html"))
    assert dialogs
    assert all('aria-label="Tìm kiếm"' in dialog for dialog in dialogs)


def test_the_switcher_shows_what_exists_and_names_what_does_not(project: Project) -> None:
    """Languages of the station without a translation are said to have none."""
    project.explainer("tro-cap")
    project.write(f"content/{SECTION}/tro-cap/km.md", TRANSLATION)
    project.build()
    page = project.page(f"{SECTION}/tro-cap/index.html")
    assert 'href="km/index.html" lang="km-VN" hreflang="km-VN"' in page
    missing = page.split("Chưa có bản dịch:")[1].split("</p>")[0]
    assert "Mông" in missing
    assert "Khmer" not in missing


def test_a_translation_not_checked_says_so(project: Project) -> None:
    """A sample translation is marked, points at the Vietnamese page, and bears its language."""
    project.explainer("tro-cap")
    project.write(f"content/{SECTION}/tro-cap/km.md", TRANSLATION)
    project.build()
    page = project.page(f"{SECTION}/tro-cap/km/index.html")
    assert "Bản dịch chưa đủ" in page
    assert re.search('<h1[^>]* lang="km-VN"[^>]*>ប្រាក់ឧបត្ថម្ភ</h1>', page)
    assert 'href="../index.html"' in page


def test_the_box_answers_from_the_standard_sections(project: Project) -> None:
    """Who and until when stand in the summary box, from the page's own sections, linked to them."""
    project.explainer("tro-cap")
    project.build()
    page = project.page(f"{SECTION}/tro-cap/index.html")
    box = page.split('<dl class="pc-glance"')[1].split("</dl>")[0]
    assert '<a href="#ai-duoc-huong">Ai được hưởng</a></dt><dd>Người từ 75 tuổi trở lên.' in box
    assert "Từ ngày 1/7/2025." in box


def test_two_builds_of_one_tree_give_the_same_bytes(project: Project) -> None:
    """Nothing in the site depends on when or how often it was built."""
    project.explainer("tro-cap", approved=True)
    project.build()
    first = project.site_files()
    project.build()
    assert project.site_files() == first


def test_the_same_tree_builds_under_the_fork(project: Project) -> None:
    """ProperDocs builds the same site, page for page, but for the generator's own name."""
    project.explainer("tro-cap", approved=True)
    project.build()
    ours = project.site_files()
    ran = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "-f", "mkdocs.yml"],
        cwd=project.root,
        env={"STATION_TODAY": DAY.isoformat(), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    theirs = project.site_files()
    assert theirs.keys() == ours.keys()
    pages = [path for path in ours if path.endswith(("index.html", ".mp3", ".vtt", ".txt"))]
    assert pages
    for path in pages:
        assert GENERATOR.sub(b"", theirs[path]) == GENERATOR.sub(b"", ours[path]), path


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("anh.png", "chép tệp đó vào thư mục của bài"),
        ("www.example.org", "thêm https:// ở đầu địa chỉ"),
        ("../kin/index.md", "viết đường dẫn tới tệp .md đã đăng"),
    ],
)
def test_a_broken_link_is_told_how_to_mend_it(project: Project, target: str, hint: str) -> None:
    """A picture, a bare web address and a page not published each have their own advice."""
    project.explainer("kin", status="preparing")
    file = project.explainer("tro-cap")
    file.write_text(file.read_text(encoding="utf-8") + f"\n[xem]({target})\n", encoding="utf-8")
    assert hint in project.build().output
