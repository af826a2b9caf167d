"""Translations over whole builds: what an edit of one source touches, and what staff are told."""

import html
import re

import pytest

from site_plugins.policy.translations import sources_to_paste
from tests.site_project import Project

SECTION = "truyen-thong-chinh-sach"
SHARED = re.compile(
    rf"(index\.html|ghi-am/index\.html|sitemap\.xml(\.gz)?|search/.*|tien-do-dich/(index\.html|tien-do\..*)"
    rf"|{SECTION}/(index\.html|(km|hmn)/index\.html|(vi|km|hmn)\.xml)|phat-thanh/manifest\.json)"
)
"""What lists every text, and so may change with any of them."""


def _translate(project: Project, slug: str, tag: str, words: str) -> None:
    """A translation bound to its source as it stands."""
    sections = project.read(slug).sections
    sources = sources_to_paste(sections, sections).removeprefix("translation:\n")
    front = f"title: {words}\nsummary: {words}\ntranslation:\n  translator: Mẫu\n{sources}"
    body = f"## {words} {{#ai-duoc-huong}}\n\n{words} 75\n\n## {words} {{#han-nao}}\n\n1/7/2025\n"
    project.write(f"content/{SECTION}/{slug}/{tag}.md", f"---\n{front}---\n\n{body}")


def _approve(project: Project, slug: str) -> None:
    (text,) = project.read(slug).translations
    file = project.root / text.path
    stamp = f"approval: {{by: Chủ tịch, on: 2026-11-02, digest: {text.digest}}}\n"
    written = file.read_text(encoding="utf-8").replace("translation:", f"{stamp}translation:", 1)
    file.write_text(written, encoding="utf-8")


def _edit(project: Project, slug: str) -> None:
    file = project.root / f"content/{SECTION}/{slug}/index.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("trở lên", "tuổi trở đi"), encoding="utf-8")


def test_an_edit_touches_only_its_own_translations(project: Project) -> None:
    """Whatever belongs to another explainer keeps every byte."""
    for slug in ("mot", "hai"):
        project.explainer(slug, title=f"Bài {slug}", approved=True)
        _translate(project, slug, "km", "ប្រាក់")
        _translate(project, slug, "hmn", "Nyiaj pab")
    assert project.build().exit_code == 0
    before = project.site_files()
    _edit(project, "mot")
    built = project.build()
    after = project.site_files()
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    strangers = {path for path in changed if "/mot/" not in path and not SHARED.fullmatch(path)}
    assert strangers == set()
    assert {f"{SECTION}/mot/km/index.html", f"{SECTION}/mot/hmn/index.html"} <= changed
    assert built.output.count("đã đổi sau khi dịch") == 2


@pytest.mark.parametrize("approved", [False, True], ids=["waiting", "approved"])
def test_the_desk_prints_the_change_that_was_minor(project: Project, *, approved: bool) -> None:
    """The lines on the desk, pasted into the source, make its translations stand again.

    An approved translation that its source left behind is on the desk too.
    """
    project.explainer("mot")
    _translate(project, "mot", "km", "ប្រាក់")
    if approved:
        _approve(project, "mot")
    _edit(project, "mot")
    project.build(STATION_PREVIEW="1")
    desk = html.unescape(project.page("bien-tap/index.html", folder="preview"))
    pasted = re.search(r"<code>(  - on: .*?)</code>", desk, re.DOTALL)
    assert pasted
    assert project.read("mot").translations[0].binding.stale == ("ai-duoc-huong",)
    file = project.root / f"content/{SECTION}/mot/index.md"
    text = file.read_text(encoding="utf-8")
    changes = f"changes:\n{pasted[1]}---\n\n"
    file.write_text(text.replace("---\n\n", changes, 1), encoding="utf-8")
    assert project.read("mot").translations[0].binding.stale == ()
