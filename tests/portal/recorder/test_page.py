"""The recording page as it is built: which scripts it offers, to whom, and with what in it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_plugins.broadcast.lexicons import Lexicons
from site_plugins.broadcast.plan import Planner
from site_plugins.policy.station import read_settings
from site_plugins.portal.recorder import RecorderEntry, recorder_view
from tests.site_project import REPOSITORY, Project

SECTION = "truyen-thong-chinh-sach"
PAGE = "ghi-am/index.html"
SCRIPTS = REPOSITORY / "site_plugins/portal/templates/assets/policy/recorder"
KHMER = "---\ntitle: ក\nsummary: ក\ntranslation: {translator: Mẫu}\n---\nក\n"


@pytest.fixture(autouse=True)
def _without_a_voice(project: Project) -> None:
    """Nobody needs a clip here: what is read by people has none."""
    project.write("audio/voices.yml", "")


class _Links(HTMLParser):
    """The scripts that the page offers: the attributes of each link."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.offered: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and "data-script" in dict(attrs):
            self.offered.append(dict(attrs))


def _offered(project: Project, folder: str = "site") -> list[dict[str, str | None]]:
    return _Links(project.page(PAGE, folder=folder)).offered


def test_the_public_page_offers_what_may_be_downloaded(project: Project) -> None:
    """An approved text is offered with its published script; no word of another is there."""
    project.explainer("duyet", title="Bài đã duyệt", approved=True)
    project.explainer("cho", title="Bài còn chờ")
    project.explainer("rut", title="Bài đã rút", status="withdrawn", approved=True)
    project.explainer("kin", title="Bài đang soạn", status="preparing")
    project.build()
    (link,) = _offered(project)
    assert (link["href"], link["data-slug"], link["data-language"]) == ("#duyet.vi", "duyet", "vi")
    assert link["data-script"] == f"../{SECTION}/duyet/duyet.vi.txt"
    assert (project.root / "site/ghi-am" / link["data-script"]).is_file()
    for unapproved in ("Bài còn chờ", "Bài đã rút", "Bài đang soạn"):
        assert unapproved not in project.page(PAGE)
    texts = [path for path in project.site_files() if path.endswith(".txt")]
    assert [path for path in texts if SECTION in path] == [f"{SECTION}/duyet/duyet.vi.txt"]
    assert not [path for path in texts if path.startswith("bien-tap")]


def test_a_preview_offers_what_waits_and_says_so(project: Project) -> None:
    """In a preview a waiting text is offered, with its script on the desk's side of the site."""
    project.explainer("cho", title="Bài còn chờ")
    project.build(STATION_PREVIEW="1")
    (link,) = _offered(project, "preview")
    assert link["data-waits"] == "chờ duyệt"
    script = project.root / "preview/ghi-am" / str(link["data-script"])
    assert script.resolve().is_relative_to(project.root / "preview/bien-tap")
    assert "Từ ngày một tháng bảy năm hai nghìn" in script.read_text(encoding="utf-8")


def _view(project: Project, *, preview: bool) -> list[RecorderEntry]:
    settings, _ = read_settings(project.root)
    assert settings is not None
    planned = Planner(settings, Lexicons(), preview=True).plan(project.library())
    return recorder_view({item.key: item for item in planned}, settings, preview=preview)


def test_a_public_page_is_safe_even_from_the_items_of_a_preview(project: Project) -> None:
    """What may not be downloaded is not offered to the public, whoever made a script of it."""
    project.explainer("cho")
    assert [entry.slug for entry in _view(project, preview=True)] == ["cho"]
    assert _view(project, preview=False) == []


def test_languages_that_wait_for_people_come_first(project: Project) -> None:
    """Vietnamese, which a machine reads, stands last."""
    project.explainer("bai")
    project.write(f"content/{SECTION}/bai/km.md", KHMER)
    entries = _view(project, preview=True)
    assert [e.language for e in entries] == ["km", "vi"]


def test_pages_lead_to_their_recording(project: Project) -> None:
    """The desk, the preview of a reading and a page without a voice link to the text's recording.

    A page that may not be downloaded does not.
    """
    project.explainer("bai", approved=True)
    project.explainer("cho")
    project.build(STATION_PREVIEW="1")
    desk = project.page("bien-tap/index.html", folder="preview")
    assert 'href="../ghi-am/index.html#cho.vi"' in desk
    assert 'href="../ghi-am/index.html#bai.vi"' in desk
    reading = project.page("bien-tap/cho/vi/index.html", folder="preview")
    assert 'href="../../../ghi-am/index.html#cho.vi"' in reading
    project.build()
    page = project.page(f"{SECTION}/bai/index.html")
    assert 'href="../../ghi-am/index.html#bai.vi">Người đọc: ghi âm bài này</a>' in page
    assert "ghi-am/index.html" not in project.page(f"{SECTION}/cho/index.html")


def test_nobody_finds_the_page_by_searching(project: Project) -> None:
    """The page is staff's: not in the search index, not in the navigation."""
    project.explainer("bai", approved=True)
    project.build()
    assert "ghi-am" not in project.page("search/search_index.json")
    assert "ghi-am" not in project.page("index.html")


def test_a_strict_policy_of_content_stays_possible(project: Project) -> None:
    """The page's own part has no inline script, handler or style, and asks nobody else."""
    project.explainer("bai", approved=True)
    project.build()
    whole = project.page(PAGE)
    own = re.search(r"<article.*?</article>", whole, re.DOTALL)
    assert own
    assert not re.search(r"<script|\son\w+=|\sstyle=|javascript:", own[0])
    modules = re.findall(r"<script[^>]*recorder[^>]*></script>", whole)
    assert modules == [
        '<script type="module" src="../assets/policy/recorder/recorder.js"></script>'
    ]


@pytest.mark.parametrize("file", sorted(SCRIPTS.glob("*.js")), ids=lambda file: file.name)
def test_the_scripts_run_on_phones_of_2019(file: Path) -> None:
    """No syntax or method younger than Chrome 75, no evaluated text, no other address."""
    text = file.read_text(encoding="utf-8")
    younger = (
        r"\?\.\w|\?\?|\.at\(|\.replaceAll\(|\.hasOwn\(|#\w+\s*[=(;]|\|\|=|&&=|\?\.\[|\bstatic \{"
    )
    assert not re.search(younger, text)
    assert not re.search(
        r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write", text
    )
    assert not re.search(r"(?<!\")https?://(?!localhost)[a-z]", text)
    assert all(target.startswith("./") for target in re.findall(r'from "([^"]+)"', text))
