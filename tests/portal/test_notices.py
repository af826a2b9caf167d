"""The banner of a translation names the sections that it is about and leads to them."""

import posixpath
import re
from html import unescape
from urllib.parse import urlsplit

import pytest

from site_plugins.portal.notices import Notices, below_heading, notices
from tests.portal.built_page import pieces
from tests.portal.translated import SECTION, edit_source, translate
from tests.site_project import Project

PAGE = f"{SECTION}/bai/km/index.html"
TEXT = f"content/{SECTION}/bai/km.md"
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
CHECKED_WORDS = """\
checked_by: Người bản ngữ
checked_on: 2026-11-01
translation:
  stale: ការបកប្រែនេះចាស់។
  changed: "ផ្នែកដែលបានផ្លាស់ប្ដូរ៖"
  changed_here: ផ្នែកនេះបានផ្លាស់ប្ដូរ។
"""


@pytest.fixture
def translated(project: Project) -> Project:
    """An explainer and its checked Khmer translation, up to date."""
    project.explainer("bai")
    translate(project, "bai", "km", approved=False)
    return project


def _rewrite(project: Project, pattern: str, by: str) -> None:
    file = project.root / TEXT
    file.write_text(re.sub(pattern, by, file.read_text(encoding="utf-8")), encoding="utf-8")


def _notices(project: Project) -> Notices:
    explainer = project.read("bai")
    return notices(explainer, explainer.translations[0])


def _rows(project: Project) -> dict[str, list[str]]:
    return {key: [s.id for s in sections] for key, sections in _notices(project).rows}


def _banner(page: str) -> str:
    return page.split('class="pc-banner pc-notices"')[1].split("</div>", maxsplit=1)[0]


def test_a_ready_translation_and_its_source_have_no_banner(translated: Project) -> None:
    """Only what must not be trusted is warned of."""
    explainer = translated.read("bai")
    assert notices(explainer, explainer) == Notices()
    assert _notices(translated) == Notices()


def test_the_sections_that_changed_are_named(translated: Project) -> None:
    """By the translation's own heading and by the source's, each with its place."""
    edit_source(translated, "bai")
    found = _notices(translated)
    assert found.sentences == ("translation.stale",)
    [(key, [section])] = found.rows
    assert key == "translation.changed"
    assert (section.heading, section.source_heading) == ("ខ្មែរ", "Ai được hưởng")
    assert section.here == "ai-duoc-huong"
    assert section.there == f"{SECTION}/bai/index.html#ai-duoc-huong"


def test_what_is_missing_removed_or_never_compared_is_told_apart(translated: Project) -> None:
    """A section is called untranslated only where the translation says nothing of it."""
    _rewrite(translated, r"(?s)\n## \S+ \{#han-nao\}.*", "")
    assert _rows(translated) == {"translation.missing": ["han-nao"]}
    _rewrite(translated, r"    ai-duoc-huong: .*\n", "    xua: 0123456789abcdef\n")
    assert _rows(translated) == {
        "translation.removed": ["xua"],
        "translation.missing": ["han-nao"],
        "translation.unmatched": ["ai-duoc-huong"],
    }


def test_an_unchecked_translation_says_so_in_every_state(translated: Project) -> None:
    """That it is old or short does not hide that nobody has read it."""
    _rewrite(translated, r"  checked_by.*\n  checked_on.*\n", "")
    assert _notices(translated).sentences == ("translation.unchecked",)
    edit_source(translated, "bai")
    assert _notices(translated).sentences == ("translation.stale", "translation.unchecked")


def test_the_banner_leads_to_the_section_here_and_in_vietnamese(translated: Project) -> None:
    """Both links end at a heading that is there; the section itself is marked, and its answer."""
    edit_source(translated, "bai")
    assert translated.build().exit_code == 0
    page = translated.page(PAGE)
    links = LINK.findall(_banner(page))
    assert [href for href, _ in links if "#" in href] == [
        "#ai-duoc-huong",
        "../index.html#ai-duoc-huong",
    ]
    for href, _ in links:
        meant = posixpath.normpath(posixpath.join(posixpath.dirname(PAGE), urlsplit(href).path))
        target = translated.page(meant if urlsplit(href).path else PAGE)
        assert f'id="{urlsplit(href).fragment}"' in target or not urlsplit(href).fragment
    after = page.split('<h2 id="ai-duoc-huong">')[1]
    assert re.match(r'[^<]*</h2>\s*<p class="pc-changed"><a href="../index.html#ai-duoc', after)
    assert page.count('class="pc-changed"') == 2
    box = page.split('<dl class="pc-glance"')[1].split("</dl>")[0]
    assert box.count('class="pc-changed"') == 1


def test_a_changed_head_is_marked_under_the_title(translated: Project) -> None:
    """Title, summary and what stands above the first heading are a section like others."""
    file = translated.root / f"content/{SECTION}/bai/index.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("năm trăm nghìn", "sáu trăm nghìn"), encoding="utf-8")
    translated.build()
    page = translated.page(PAGE)
    hrefs = [href for href, _ in LINK.findall(_banner(page))]
    assert hrefs == ["../index.html", "#noi-dung", "../index.html#noi-dung"]
    assert 'id="noi-dung"' in translated.page(f"{SECTION}/bai/index.html")
    assert "Phần đầu bài" in _banner(page)
    assert page.index("pc-summary") < page.index('class="pc-changed"') < page.index("pc-body")


def test_the_banner_is_in_both_languages(translated: Project) -> None:
    """First in the translation's own words, if somebody checked them, then in Vietnamese."""
    translated.write("audio/locale/km.yml", CHECKED_WORDS)
    edit_source(translated, "bai")
    built = translated.build()
    assert built.exit_code == 0, built.output
    page = translated.page(PAGE)
    said = {piece.text: piece.language for piece in pieces(page)}
    assert said["ការបកប្រែនេះចាស់។"] == "km-VN"
    assert said["Bản dịch đã cũ so với bản tiếng Việt."] == "vi-VN"
    assert page.index("ការបកប្រែនេះចាស់។") < page.index("Bản dịch đã cũ")
    assert said["ផ្នែកនេះបានផ្លាស់ប្ដូរ។"] == "km-VN"
    assert said["Mục này đã đổi trong bản tiếng Việt."] == "vi-VN"


def test_draft_words_stand_only_on_unchecked_pages(translated: Project) -> None:
    """The shipped Khmer words, which nobody checked, are not on the page of a checked text."""
    edit_source(translated, "bai")
    translated.build()
    khmer = [p.text for p in pieces(translated.page(PAGE)) if p.language == "km-VN"]
    assert "ការបកប្រែនេះចាស់ជាងអត្ថបទភាសាវៀតណាម។" not in khmer
    _rewrite(translated, r"  checked_by.*\n  checked_on.*\n", "")
    translated.build()
    khmer = [p.text for p in pieces(translated.page(PAGE)) if p.language == "km-VN"]
    assert "ការបកប្រែនេះចាស់ជាងអត្ថបទភាសាវៀតណាម។" in khmer


def test_a_heading_of_the_banner_is_text(translated: Project) -> None:
    """Signs of HTML in a heading are shown, in the banner too, and never executed."""
    _rewrite(translated, r"## ខ្មែរ \{#ai-duoc-huong\}", "## ខ្មែរ 3 < 5 & 7 {#ai-duoc-huong}")
    edit_source(translated, "bai")
    translated.build()
    names = [unescape(name) for _, name in LINK.findall(_banner(translated.page(PAGE)))]
    assert '<span lang="km-VN">ខ្មែរ 3 &lt; 5 &amp; 7</span>' in _banner(translated.page(PAGE))
    assert any("3 < 5 & 7" in name for name in names)


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ('<h2 id="a">A</h2><p>x</p>', '<h2 id="a">A</h2>!<p>x</p>'),
        ('<h2 class="x" id="a">A <em>b</em>\n</h2>', '<h2 class="x" id="a">A <em>b</em>\n</h2>!'),
        ('<h2 id="ab">A</h2><p id="a">x</p>', '<h2 id="ab">A</h2><p id="a">x</p>'),
        ('<h2 id="b">B</h2><h2 id="a">A</h2>', '<h2 id="b">B</h2><h2 id="a">A</h2>!'),
    ],
)
def test_a_mark_stands_right_below_its_heading(body: str, marked: str) -> None:
    """Whatever the heading holds, and below no other."""
    assert below_heading(body, "a", "!") == marked
