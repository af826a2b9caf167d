"""Terms of the texts lead to pages that explain them in plain words."""

import re
from html.parser import HTMLParser

import pytest

from site_plugins.portal.glossary_pages import anchors
from site_plugins.translation.glossary_entries import Entry, Glossary
from tests.site_project import Project

SECTION = "truyen-thong-chinh-sach"
VIETNAMESE = "bàn: Chỗ ngồi viết.\nbạn: Người thân quen.\n"
KHMER = "bạn: មិត្ត\nbàn: {use: [តុ, តុវែង], explanation: ពន្យល់}\n"
TRANSLATION = "---\ntitle: តុ\nsummary: តុ\ntranslation: {{translator: Mẫu}}\n---\n\n{}\n"


@pytest.fixture
def station(project: Project) -> Project:
    """A station with a text in Vietnamese and Khmer, and glossaries of its own for both."""
    for file in (project.root / "audio/glossary").iterdir():
        file.unlink()
    project.write("audio/glossary/vi.yml", VIETNAMESE)
    project.write("audio/glossary/km.yml", KHMER)
    file = project.explainer("tro-cap")
    text = file.read_text("utf-8").replace("Từ ngày 1/7/2025.", "Bàn và bạn. Bàn.")
    file.write_text(text, "utf-8")
    project.write(f"content/{SECTION}/tro-cap/km.md", TRANSLATION.format("## តុ\n\nតុ និង តុ"))
    assert project.build().exit_code == 0
    return project


def _links(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<a class="pc-term" href="([^"]*)">([^<]*)</a>', page)


class _Page(HTMLParser):
    """The ids of a page, and the text of each `lang`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.texts: dict[str, str] = {}
        self._langs = [""]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ("meta", "link", "input", "br", "img", "path"):
            self._langs.append(given.get("lang") or self._langs[-1])
        if given.get("id"):
            self.ids.append(given["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "link", "input", "br", "img", "path"):
            self._langs.pop()

    def handle_data(self, data: str) -> None:
        self.texts[self._langs[-1]] = f"{self.texts.get(self._langs[-1], '')} {data}"


def test_terms_of_a_text_lead_to_their_explanation(station: Project) -> None:
    """Each term once, from both texts to the page of their language, by file name."""
    page = station.page(f"{SECTION}/tro-cap/index.html")
    assert _links(page) == [
        ("../../thuat-ngu/index.html#ban", "Bàn"),
        ("../../thuat-ngu/index.html#ban-2", "bạn"),
    ]
    khmer = station.page(f"{SECTION}/tro-cap/km/index.html")
    assert _links(khmer) == [("../../../thuat-ngu/km/index.html#ban-2", "តុ")]
    assert {"ban", "ban-2"} <= set(_Page(station.page("thuat-ngu/index.html")).ids)
    assert {"ban", "ban-2"} <= set(_Page(station.page("thuat-ngu/km/index.html")).ids)


def test_what_stands_on_the_pages(station: Project) -> None:
    """Forms and explanations, each in its language, and that nobody vouches for them."""
    vietnamese = _Page(station.page("thuat-ngu/index.html")).texts
    assert "Chỗ ngồi viết." in vietnamese["vi-VN"]
    assert "តុ, តុវែង" in vietnamese["km-VN"]
    khmer = _Page(station.page("thuat-ngu/km/index.html")).texts
    assert {"តុ", "តុវែង", "មិត្ត", "ពន្យល់"} <= set(re.findall("[\u1780-\u17ff]+", khmer["km-VN"]))
    assert "Người thân quen." in khmer["vi-VN"]
    assert "Chỗ ngồi viết." not in khmer["vi-VN"]
    assert "Bảng mẫu, chưa có người kiểm tra" in khmer["vi-VN"]


def test_the_section_leads_to_the_glossary(station: Project) -> None:
    """Whoever has not met a term yet finds the page too."""
    assert 'href="../thuat-ngu/index.html"' in station.page(f"{SECTION}/index.html")


def test_a_checked_glossary_says_by_whom(station: Project) -> None:
    """The name and the day stand where the mark of a sample stood."""
    station.write("audio/glossary/km.yml", f"checked_by: Bà A\nchecked_on: 2026-11-02\n{KHMER}")
    assert station.build().exit_code == 0
    page = station.page("thuat-ngu/km/index.html")
    assert "Người kiểm tra: Bà A, ngày 2/11/2026." in page
    assert "Bảng mẫu" not in page


def test_without_glossaries_there_is_neither_page_nor_link(station: Project) -> None:
    """A station need not have any."""
    for tag in ("vi", "km"):
        (station.root / f"audio/glossary/{tag}.yml").unlink()
    assert station.build().exit_code == 0
    assert not (station.root / "site/thuat-ngu").exists()
    assert "thuat-ngu" not in station.page(f"{SECTION}/index.html")
    assert _links(station.page(f"{SECTION}/tro-cap/index.html")) == []


def test_a_fault_of_a_glossary_stops_the_build(station: Project) -> None:
    """Like all configuration: told with its place, the old site stays."""
    station.write("audio/glossary/km.yml", "bàn:\n")
    built = station.build()
    assert built.exit_code == 1
    assert 'audio/glossary/km.yml:1:1: lỗi: trường "bàn" để trống' in built.output
    assert (station.root / "site/thuat-ngu/km/index.html").exists()


def test_anchors_are_never_empty_and_never_twice() -> None:
    """Terms that differ by their tones alone have different anchors, in the order of the file."""
    terms = ("bàn", "bạn", "ban 2", "bản", "Ê Đê", "Đ")
    glossary = Glossary(tuple(Entry(term) for term in terms))
    assert list(anchors(glossary).values()) == ["ban", "ban-2", "ban-2-2", "ban-3", "e-de", "d"]
