"""How a page reads: its order, its words, its dates, the ways in and out."""

import json
import re
from itertools import pairwise

import pytest

from site_plugins.policy.schema import ChangeKind
from tests.site_project import Project

SECTION = "truyen-thong-chinh-sach"
KHMER = "---\ntitle: ប្រាក់\nsummary: ក\ntranslation: {translator: Mẫu}\n---\nក\n"
HANDBOOK = "---\ntitle: Viết bài\n---\n\n| Một | Hai |\n| --- | --- |\n| ba | bốn |\n"


def _in_order(page: str, *parts: str) -> bool:
    """Whether the page holds the parts in this order."""
    places = [page.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def _headings(page: str) -> list[int]:
    return [int(level) for level in re.findall(r"<h([1-6])\b", page)]


def test_an_explainer_leads_back_to_the_list(project: Project) -> None:
    """Above the title stands the way to all policies, in every language."""
    project.explainer("tro-cap")
    project.write(f"content/{SECTION}/tro-cap/km.md", KHMER)
    project.build()
    link = '<a href="{}index.html">← Tất cả chính sách</a>'
    label = '<nav class="pc-back" aria-label="Đường dẫn">'
    page = project.page(f"{SECTION}/tro-cap/index.html")
    assert _in_order(page, label, link.format("../"), "<h1")
    translated = project.page(f"{SECTION}/tro-cap/km/index.html")
    assert re.search(r'<a href="\.\./\.\./index\.html">[^<]*<span lang[^>]*>Tất cả', translated)


@pytest.mark.parametrize("path", ["index.html", f"{SECTION}/index.html", "so-tay/index.html"])
def test_headings_leave_out_no_level(project: Project, path: str) -> None:
    """Each page has one h1, the skip link's goal, and its headings go down one step at a time."""
    project.explainer("tro-cap")
    project.write("content/so-tay/index.md", "---\ntitle: Sổ tay\n---\n## Một\n\n### Hai\n")
    project.build()
    page = project.page(path)
    levels = _headings(page)
    assert levels[0] == 1
    assert len(levels) > 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert '<a href="#noi-dung" class="md-skip">' in page
    assert '<h1 id="noi-dung"' in page


def test_the_skip_link_has_its_own_anchor(project: Project) -> None:
    """A section that staff called "Nội dung" keeps its anchor, and the heading takes another."""
    text = "---\ntitle: Sổ tay\n---\n## Nội dung\n\nMột.\n"
    project.write("content/so-tay/index.md", text)
    project.write("content/so-tay/mot.md", "---\ntitle: Một\n---\n# Tự viết\n\nHai.\n")
    project.build()
    page = project.page("so-tay/index.html")
    assert '<a href="#noi-dung-" class="md-skip">' in page
    assert '<h1 id="noi-dung-"' in page
    assert '<h2 id="noi-dung"' in page
    own = project.page("so-tay/mot/index.html")
    assert _in_order(own, 'id="noi-dung"', '<h1 id="tu-viet">')
    assert _headings(own) == [1]


def test_the_table_of_contents_shows_markup_as_text(project: Project) -> None:
    """A heading that spells out HTML is escaped in the list of sections too."""
    text = "---\ntitle: Sổ tay\n---\n## Dùng &lt;img src=x onerror=alert(1)&gt;\n"
    project.write("content/so-tay/index.md", text)
    project.build()
    page = project.page("so-tay/index.html")
    assert "<img src=x" not in page
    assert page.count("&lt;img src=x") > 1


def test_languages_stand_under_the_title(project: Project) -> None:
    """Other languages come first, those that are missing after the answers; one alone, nothing."""
    project.explainer("tro-cap")
    project.write(f"content/{SECTION}/tro-cap/km.md", KHMER)
    project.explainer("hoc-phi")
    project.build()
    page = project.page(f"{SECTION}/tro-cap/index.html")
    assert _in_order(page, "<h1", "pc-languages", "pc-summary", "pc-glance", "Chưa có bản dịch:")
    alone = project.page(f"{SECTION}/hoc-phi/index.html")
    assert "pc-languages" not in alone
    assert "Chưa có bản dịch: " in alone


def test_a_card_names_its_languages_as_their_speakers_do(project: Project) -> None:
    """A translation is linked by its language's own name, marked as that language."""
    project.explainer("tro-cap")
    project.write(f"content/{SECTION}/tro-cap/km.md", KHMER)
    project.build()
    marks = 'lang="km-VN" hreflang="km-VN">ខ្មែរ</a>'
    assert f'<a href="tro-cap/km/index.html" {marks}' in project.page(f"{SECTION}/index.html")
    link = f'<a href="{SECTION}/tro-cap/km/index.html" {marks}'
    assert link in project.page("index.html")


def test_a_silent_translation_leads_to_the_vietnamese_clip(project: Project) -> None:
    """Who came to listen is led to the clip that exists, and only where it exists."""
    project.explainer("tro-cap", approved=True)
    project.explainer("hoc-phi")
    for slug in ("tro-cap", "hoc-phi"):
        project.write(f"content/{SECTION}/{slug}/km.md", KHMER)
    project.build()
    page = project.page(f"{SECTION}/tro-cap/km/index.html")
    link = '<a class="md-button" href="../index.html">'
    assert _in_order(page, 'class="pc-silence"', link)
    for path in ("tro-cap", "hoc-phi", "hoc-phi/km"):
        assert link not in project.page(f"{SECTION}/{path}/index.html")


def test_the_front_page_shows_what_is_new_first(project: Project) -> None:
    """One line of what this is, then the newest texts, the way to all, and what staff wrote."""
    project.write("content/index.md", "---\ntitle: Đầu\ndescription: Xã nói rõ\n---\nXin chào.\n")
    project.explainer("tro-cap")
    project.build()
    page = project.page("index.html")
    body = page[page.index("<h1") :]
    parts = ("Xã nói rõ", "Mới đăng", "pc-card", "Xem tất cả chính sách", "Xin chào.")
    assert _in_order(body, *parts)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (ChangeKind.MINOR, "<li>5/3/2026: Đăng lần đầu.</li>"),
        (ChangeKind.UPDATE, "<li>5/3/2026: Cập nhật. Đăng lần đầu.</li>"),
        (ChangeKind.CORRECTION, "<li>5/3/2026: Đính chính. Đăng lần đầu.</li>"),
    ],
)
def test_only_changes_that_matter_are_named(project: Project, kind: ChangeKind, line: str) -> None:
    """An update and a correction are called that; a small change is just told. Days are plain."""
    changes = f"changes: [{{on: 2026-03-05, kind: {kind}, note: Đăng lần đầu.}}]\n"
    project.explainer("tro-cap", extra=changes)
    project.build()
    assert line in project.page(f"{SECTION}/tro-cap/index.html")


@pytest.mark.parametrize(
    ("status", "until", "says"),
    [
        ("consultation", "2026-12-09", "hết ngày <strong>9/12/2026</strong>"),
        ("consultation", "2026-11-09", "Đã nhận góp ý đến hết ngày 9/11/2026."),
        ("expired", "2026-12-09", "Đã thôi nhận góp ý."),
    ],
)
def test_a_consultation_that_is_over_asks_for_nothing(
    project: Project, status: str, until: str, says: str
) -> None:
    """Comments are asked for while they are taken; afterwards page and card say that it is over."""
    consultation = f"consultation: {{until: {until}, send_to: Xã}}\n"
    project.explainer("bai", kind="draft", status=status, extra=consultation)
    project.build()
    page = project.page(f"{SECTION}/bai/index.html")
    assert says in page
    over = says.startswith("Đã")
    assert ("Gửi góp ý" in page) != over
    label = "Đã hết hạn góp ý" if over else "Đang lấy ý kiến"
    assert f">{label}</span>" in project.page(f"{SECTION}/index.html")


def test_citizens_do_not_find_the_handbook(project: Project) -> None:
    """The search index holds policies and the front page, and no page for staff."""
    project.explainer("tro-cap")
    project.write("content/so-tay/viet-bai.md", HANDBOOK)
    project.build()
    docs = json.loads(project.page("search/search_index.json"))["docs"]
    found = {doc["location"].split("#")[0] for doc in docs}
    assert found >= {"index.html", f"{SECTION}/tro-cap/index.html"}
    assert not [address for address in found if address.startswith("so-tay")]
    assert "so-tay/viet-bai/index.html" in project.site_files()


def test_a_table_has_a_box_to_scroll_in(project: Project) -> None:
    """The box around a table takes the keyboard's focus."""
    project.write("content/so-tay/viet-bai.md", HANDBOOK)
    project.build()
    page = project.page("so-tay/viet-bai/index.html")
    boxed = (
        r'<div class="pc-table" role="group" aria-label="Bảng" tabindex="0"><table>.*</table></div>'
    )
    assert re.search(boxed, page, re.DOTALL)


def test_an_unknown_address_is_answered_in_vietnamese(project: Project) -> None:
    """The page for an unknown address needs no other file and leads home and to all policies."""
    project.build()
    page = project.page("404.html")
    assert "<h1>Không tìm thấy trang này</h1>" in page
    assert '<a href="/cong/index.html">' in page
    assert f'<a href="/cong/{SECTION}/index.html">' in page
    assert not re.search(r"<(link|script|img)\b|\bsrc=|url\(", page)


def test_the_day_of_the_build_is_nowhere(project: Project) -> None:
    """Built in two different years the site is the same, its map and the packed map included."""
    project.explainer("tro-cap", extra="changes: [{on: 2026-03-05, kind: minor, note: Sửa}]\n")
    project.explainer("hoc-phi", extra="changes: [{on: 2026-11-20, kind: update, note: Sửa}]\n")
    project.write(f"content/{SECTION}/tro-cap/km.md", KHMER)
    project.build(SOURCE_DATE_EPOCH="1700000000")
    first = project.site_files()
    project.build(SOURCE_DATE_EPOCH="1800000000")
    assert project.site_files() == first
    assert {"sitemap.xml", "sitemap.xml.gz"} <= first.keys()


def test_the_map_tells_when_a_page_last_changed(project: Project) -> None:
    """A text bears the last day that it declares; a page without one, the last of all texts."""
    project.explainer("tro-cap")
    project.explainer("hoc-phi", extra="changes: [{on: 2026-11-20, kind: update, note: Sửa}]\n")
    project.explainer(
        "kin", status="preparing", extra="changes: [{on: 2026-11-21, kind: minor, note: Sửa}]\n"
    )
    project.build()
    rows = r"<loc>https://example.org/cong/(.*?)</loc>\s*<lastmod>(.*?)</lastmod>"
    days = dict(re.findall(rows, project.page("sitemap.xml")))
    undated = ("", f"{SECTION}/", "ghi-am/", "tien-do-dich/", "thuat-ngu/")
    glossaries = {f"thuat-ngu/{tag}/" for tag in ("hmn", "km")}
    assert days == {
        **dict.fromkeys([*undated, *glossaries], "2026-11-20"),
        f"{SECTION}/hoc-phi/": "2026-11-20",
        f"{SECTION}/tro-cap/": "2026-11-01",
    }


def test_a_site_without_any_day_is_built(project: Project) -> None:
    """Before the first text there is no day to tell, and two builds still give the same bytes."""
    project.build(SOURCE_DATE_EPOCH="1700000000")
    first = project.site_files()
    project.build(SOURCE_DATE_EPOCH="1800000000")
    assert project.site_files() == first
