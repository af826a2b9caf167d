"""Every piece of every page is in the language that it says."""

import re
import unicodedata
from pathlib import Path

import pytest

from site_plugins.policy.station import read_settings
from tests.portal.built_page import Piece, languages, pieces
from tests.portal.translated import MALAY, SECTION, edit_source, translate
from tests.site_project import Project

TAGS = ("km", "hmn", "blt-tavt", "cjm-cham")
ADDED = """
!!! note
    {word}

| {word} | {word} |
| --- | --- |
| 1 | 2 |

{word}[^1]

[^1]: {word}
"""
SCRIPTS = {"Khmr": "KHMER", "Tavt": "TAI VIET", "Cham": "CHAM"}
VIETNAMESE_ONLY = re.compile(
    "[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Translations in several scripts, stale and up to date, with all that Markdown adds."""
    project = Project(tmp_path_factory.mktemp("xã") / "cổng")
    for slug in ("cu", "moi"):
        project.explainer(slug, title="Trợ cấp", extra="topics: [An sinh]\n")
        for tag in TAGS:
            translate(project, slug, tag, checked=slug == "moi", approved=False)
            word = project.read(slug).translations[-1].meta.summary[:2]
            file = project.root / f"content/{SECTION}/{slug}/{tag}.md"
            text = file.read_text(encoding="utf-8").replace(f"{tag} {slug}", "")
            file.write_text(text + ADDED.format(word=_endonym(project, tag) or word), "utf-8")
    edit_source(project, "cu")
    built = project.build()
    assert built.exit_code == 0, built.output
    assert project.build(STATION_PREVIEW="1").exit_code == 0
    return project


def _endonym(project: Project, tag: str) -> str:
    settings, _ = read_settings(project.root)
    assert settings
    return settings.languages[tag].endonym


def _pages(project: Project, folder: str = "site") -> dict[str, str]:
    site = project.root / folder
    return {
        file.relative_to(site).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(site.rglob("index.html"))
    }


def test_letters_stand_in_a_language_that_is_written_with_them(project: Project) -> None:
    """Whatever is in Khmer, Tai Viet or Cham letters is marked as a language of that script."""
    settings, _ = read_settings(project.root)
    assert settings
    names = {row.full_tag: SCRIPTS.get(row.script, "LATIN") for row in settings.languages.values()}
    seen: set[str] = set()
    for path, page in _pages(project).items():
        for piece in pieces(page):
            scripts = {unicodedata.name(c).split(" LETTER")[0] for c in piece.text if c.isalpha()}
            foreign = scripts & set(SCRIPTS.values())
            assert foreign <= {names[piece.language]}, (path, piece)
            seen |= foreign
    assert seen == set(SCRIPTS.values())


@pytest.mark.parametrize("slug", ["cu", "moi"])
@pytest.mark.parametrize("tag", TAGS)
def test_no_vietnamese_word_stands_in_another_language(
    project: Project, slug: str, tag: str
) -> None:
    """A voice of that language meets no word of the interface on a page whose text has none."""
    settings, _ = read_settings(project.root)
    assert settings
    own = settings.languages[tag].full_tag
    page = project.page(f"{SECTION}/{slug}/{tag}/index.html")
    said = [p for p in pieces(page) if p.language == own]
    assert said
    assert not [p for p in said if VIETNAMESE_ONLY.search(p.text)]


@pytest.mark.parametrize("slug", ["cu", "moi"])
def test_what_is_in_the_translations_language_says_so(project: Project, slug: str) -> None:
    """Title, summary, sections, contents and switcher: no word of it is called Vietnamese."""
    page = project.page(f"{SECTION}/{slug}/hmn/index.html")
    assert not [p for p in pieces(page) if "Hmoob" in p.text and p.language != "hmn-Latn-VN"]


@pytest.mark.parametrize("tag", TAGS)
def test_the_document_is_in_its_own_language_and_the_theme_in_vietnamese(
    project: Project, tag: str
) -> None:
    """Both take language and direction from the registry."""
    settings, _ = read_settings(project.root)
    assert settings
    row = settings.languages[tag]
    page = project.page(f"{SECTION}/moi/{tag}/index.html")
    assert f'<html lang="{row.full_tag}" dir="{row.direction}"' in page
    assert '<body lang="vi-VN" dir="ltr"' in page


def test_a_language_that_runs_from_right_to_left(tmp_path: Path) -> None:
    """Its text runs so, the interface around it does not."""
    project = Project(tmp_path)
    for name, row in (("languages", MALAY), ("voices", "ms-arab: [recording]\n")):
        with (project.root / f"audio/{name}.yml").open("a", encoding="utf-8") as file:
            file.write(row)
    for slug in ("bai", "cu"):
        project.explainer(slug, extra="topics: [An sinh]\n")
        translate(project, slug, "ms-arab", approved=False)
        with (project.root / f"content/{SECTION}/{slug}/ms-arab.md").open(
            "a", encoding="utf-8"
        ) as text:
            text.write(ADDED.format(word="بهاس"))
    edit_source(project, "cu")
    built = project.build()
    assert built.exit_code == 0, built.output
    for path, built_page in _pages(project).items():
        for piece in pieces(built_page):
            runs = {"rtl" if _runs_leftwards(char) else "ltr" for char in piece.text}
            assert piece.direction in runs or not _is_text(piece), (path, piece)
    page = project.page(f"{SECTION}/bai/ms-arab/index.html")
    assert '<html lang="ms-Arab" dir="rtl"' in page
    assert '<body lang="vi-VN" dir="ltr"' in page
    assert '<div class="pc-body" lang="ms-Arab" dir="rtl">' in page
    assert '<section class="pc-facts" lang="vi-VN" dir="ltr">' in page


def _runs_leftwards(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL")


def _is_text(piece: Piece) -> bool:
    """Not the name of an element, which no reader sees, nor a lone figure or sign."""
    return not piece.is_name and any(char.isalpha() for char in piece.text)


def test_every_language_is_a_tag_of_the_registry(project: Project) -> None:
    """No page declares a language in another form than the registry's, and none leaves it out."""
    settings, _ = read_settings(project.root)
    assert settings
    known = {row.full_tag for row in settings.languages.values()}
    for folder in ("site", "preview"):
        for path, page in _pages(project, folder).items():
            assert languages(page) <= known, (folder, path)


def test_vietnamese_pages_are_not_marked_word_by_word(project: Project) -> None:
    """Where all is Vietnamese the document says so once."""
    page = project.page(f"{SECTION}/moi/index.html")
    assert '<span lang="vi-VN">' not in page
