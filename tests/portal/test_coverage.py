"""The coverage table over whole builds: what it says is what there is."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.portal.translated import SECTION, edit_source, translate
from tests.site_project import Project

FOLDER = "tien-do-dich"


class _Table(HTMLParser):
    """The cells of the page's table as (text state, voice state, words, links)."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[dict[str, Any]]] = []
        self.scopes: list[str | None] = []
        self._cell: dict[str, Any] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._cell = {"given": given, "words": [], "links": []}
            self.rows[-1].append(self._cell)
            if tag == "th":
                self.scopes.append(given.get("scope"))
        elif tag == "a" and self._cell:
            self._cell["links"].append(given["href"])

    def handle_data(self, data: str) -> None:
        if self._cell and data.strip():
            self._cell["words"].append(data.strip())


def _table(page: str) -> _Table:
    table = _Table()
    table.feed(page[page.index("<table") : page.index("</table>")])
    return table


def _json(project: Project, folder: str = "site") -> Any:
    return json.loads(project.page(f"{FOLDER}/tien-do.json", folder=folder))


def _csv(project: Project) -> list[dict[str, str]]:
    data = (project.root / f"site/{FOLDER}/tien-do.csv").read_bytes()
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _states(data: Any, slug: str) -> dict[str, str]:
    [row] = [row for row in data["explainers"] if row["slug"] == slug]
    return {cell["language"]: cell["text"] for cell in row["translations"]}


@pytest.fixture
def covered(project: Project) -> Project:
    """One translation in every state, one of a language that the station does not list."""
    project.explainer("mot", title="Bài một", approved=True)
    translate(project, "mot", "km", approved=False)
    edit_source(project, "mot")
    translate(project, "mot", "hmn", approved=True)
    translate(project, "mot", "tyz", checked=False, approved=False)
    translate(project, "mot", "sed", approved=False)
    file = project.root / f"content/{SECTION}/mot/sed.md"
    partial = file.read_text("utf-8").split("\n## ")
    file.write_text("\n## ".join(partial[:2]), "utf-8")
    project.explainer("hai", title="Bài hai")
    project.explainer("rut", title="Bài rút", status="withdrawn")
    project.explainer("nhap", title="Bài nháp", status="preparing")
    translate(project, "nhap", "km", approved=False)
    return project


def test_every_state_is_told(covered: Project) -> None:
    """Ready, unchecked, partial, stale and missing; the station's order, then other languages."""
    assert covered.build().exit_code == 0
    data = _json(covered)
    assert [row["tag"] for row in data["languages"]] == [
        *("hmn", "km", "tyz", "blt", "ktv", "rad", "sed")
    ]
    assert _states(data, "mot") == {
        "hmn": "ready",
        "km": "stale",
        "tyz": "unchecked",
        "blt": "missing",
        "ktv": "missing",
        "rad": "missing",
        "sed": "partial",
    }
    assert set(_states(data, "hai").values()) == {"missing"}


def test_totals_count_what_lives(covered: Project) -> None:
    """A recalled explainer stands in the table and needs no translation any more."""
    covered.build()
    data = _json(covered)
    khmer = next(row for row in data["languages"] if row["tag"] == "km")
    assert (khmer["wanted"], khmer["ready"], khmer["states"]["stale"]) == (2, 0, 1)
    hmong = next(row for row in data["languages"] if row["tag"] == "hmn")
    assert (hmong["wanted"], hmong["ready"], hmong["percent_ready"]) == (2, 1, 50)
    total = data["total"]
    assert (total["wanted"], total["ready"], total["percent_ready"]) == (14, 1, 7)
    assert sum(total["states"].values()) == total["wanted"]
    page = covered.page(f"{FOLDER}/index.html")
    assert "1 trên 14 bản dịch cần có đã được kiểm tra (7%)" in page


def test_voices_are_told(covered: Project) -> None:
    """A machine speaks Vietnamese; what may be spoken in Hmong waits for a person.

    What its source left behind waits for a translator.
    """
    covered.build()
    rows = {row["slug"]: row for row in _json(covered)["explainers"]}
    voices = {cell["language"]: cell["voice"] for cell in rows["mot"]["translations"]}
    assert rows["mot"]["voice"] == "machine"
    assert rows["hai"]["voice"] == "waiting_approval"
    assert rows["rut"]["voice"] == "not_aired"
    assert (voices["hmn"], voices["km"], voices["blt"]) == (
        *("waiting_recording", "waiting_translation", "no_text"),
    )


def test_a_language_that_nobody_speaks_is_told(project: Project) -> None:
    """Where neither a person nor a machine is listed, no recording is waited for."""
    project.explainer("mot", approved=True)
    translate(project, "mot", "hmn", approved=True)
    voices = project.root / "audio/voices.yml"
    text = voices.read_text("utf-8")
    voices.write_text(text.replace("hmn: [recording]", "hmn: []"), "utf-8")
    project.build()
    [row] = _json(project)["explainers"]
    assert row["translations"][0]["voice"] == "no_voice"


def test_a_faulty_translation_is_not_called_missing(project: Project) -> None:
    """A file that is left out of the build is there, and its translator must hear of it."""
    project.explainer("mot", approved=True)
    translate(project, "mot", "km", approved=False)
    file = project.root / f"content/{SECTION}/mot/km.md"
    file.write_text(file.read_text("utf-8") + "\n<script>alert(1)</script>\n", "utf-8")
    assert project.build().exit_code != 0
    assert _states(_json(project), "mot")["km"] == "faulty"
    assert "có lỗi, chưa đăng" in project.page(f"{FOLDER}/index.html")


def test_page_csv_and_json_say_the_same(covered: Project) -> None:
    """Each row and cell of the table stands in both files, in one order."""
    covered.build()
    data = _json(covered)
    table = _table(covered.page(f"{FOLDER}/index.html"))
    head, _, *rows = table.rows
    assert set(table.scopes) == {"col", "row"}
    assert [c["given"].get("data-language") for c in head[1:]] == [
        row["tag"] for row in data["languages"]
    ]
    lines = iter(_csv(covered))
    assert len(rows) == len(data["explainers"])
    for row, told in zip(rows, data["explainers"], strict=True):
        assert row[0]["words"][0] == told["title"]
        for cell, translation in zip(row[1:], told["translations"], strict=True):
            line = next(lines)
            assert cell["given"]["data-text"] == translation["text"]
            assert cell["given"]["data-voice"] == translation["voice"]
            assert cell["words"][0] == line["Bản dịch"]
            assert (line["Mã bài"], line["Mã tiếng"]) == (told["slug"], translation["language"])
            assert line["Mục đã cũ"].split() == translation["stale"]
            assert line["Chỗ đổi"] == translation["difference"]
    assert next(lines, None) is None


def test_every_link_leads_to_a_file(covered: Project) -> None:
    """Links of the table name files of the site, from a USB stick too."""
    covered.build()
    folder = covered.root / "site" / FOLDER
    table = _table(covered.page(f"{FOLDER}/index.html"))
    links = [link for row in table.rows for cell in row for link in cell["links"]]
    assert len(links) > 6
    assert [link for link in links if not (folder / link).is_file()] == []


def test_spreadsheets_run_nothing(project: Project) -> None:
    """A title that a spreadsheet would take for a formula is text in the CSV."""
    project.explainer("mot", title="'=HYPERLINK(\"https://example.org\")'")
    project.build()
    assert {line["Tên bài"] for line in _csv(project)} == {'\'=HYPERLINK("https://example.org")'}


def test_titles_are_text(project: Project) -> None:
    """A title in a cell is escaped."""
    project.explainer("mot", title="'A & B \"c\" < d'")
    project.build()
    assert "A &amp; B &#34;c&#34; &lt; d</a>" in project.page(f"{FOLDER}/index.html")


def test_the_public_table_holds_nothing_unpublished(covered: Project) -> None:
    """What is being prepared is in the preview's table and in none of the public files."""
    covered.build()
    public = [f for f in covered.site_files().values() if b"nh\xc3\xa1p" in f or b'"nhap' in f]
    assert public == []
    covered.build(STATION_PREVIEW="1")
    data = _json(covered, folder="preview")
    assert _states(data, "nhap")["km"] == "ready"


def test_two_builds_give_the_same_bytes(covered: Project) -> None:
    """Table, data and sheets hold no moment of their making."""
    covered.build()
    first = covered.site_files()
    covered.build()
    second = covered.site_files()
    told = {path for path in first if path.startswith(FOLDER)}
    assert {f"{FOLDER}/index.html", f"{FOLDER}/mot/km/index.html"} <= told
    assert {path for path in told if first[path] != second[path]} == set()


def test_the_section_leads_to_the_table(project: Project) -> None:
    """The list of all explainers has a link to it; the navigation does not."""
    project.explainer("mot")
    project.build()
    assert f"../{FOLDER}/index.html" in project.page(f"{SECTION}/index.html")
    nav = re.search(
        r'<nav class="md-nav md-nav--primary".*?</nav>', project.page("index.html"), re.DOTALL
    )
    assert nav
    assert FOLDER not in nav[0]


def test_kits_are_offered_where_work_waits(covered: Project) -> None:
    """Kits of an approved source for every text but a ready one; none of an unapproved source."""
    covered.build()
    rows = {row["slug"]: row["translations"] for row in _json(covered)["explainers"]}
    offered = {cell["language"]: set(cell["kits"]) for cell in rows["mot"]}
    assert offered["hmn"] == set()
    assert {"html", "docx", "po"} <= offered["km"] & offered["blt"]
    assert all(cell["kits"] == {} for cell in rows["hai"])
    page = covered.page(f"{FOLDER}/index.html")
    assert '<a href="mot/mot.km.docx">DOCX</a>' in page
    assert "hai.km." not in page
