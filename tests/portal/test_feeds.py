"""The feeds as somebody else's parser reads them."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_plugins.policy.station import read_settings
from site_plugins.portal import feeds
from site_plugins.portal.head import Site
from site_plugins.portal.locale_files import read_locales
from site_plugins.portal.wording import Wordings
from tests.portal.translated import SECTION, edit_source, translate
from tests.site_project import DAY, MKDOCS_YML, Project

ROOT = "https://example.org/cong/"
_SERVED = {"content-type": "application/atom+xml"}


def _feed(project: Project, tag: str, **environ: str) -> Mapping[str, Any]:
    folder = "preview" if environ else "site"
    data = (project.root / folder / SECTION / f"{tag}.xml").read_bytes()
    parsed = feedparser.parse(io.BytesIO(data), response_headers=_SERVED)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return dict(parsed)


def _titles(project: Project, tag: str) -> list[str]:
    return [entry.title for entry in _feed(project, tag)["entries"]]


def test_an_approved_text_is_fed_with_all_that_a_portal_needs(project: Project) -> None:
    """Title, summary, days, topics, author, rights, the page, the plain text and the clip."""
    project.explainer("tro-cap", approved=True, extra="topics: [An sinh, Người cao tuổi]\n")
    assert project.build().exit_code == 0
    parsed = _feed(project, "vi")
    [entry] = parsed["entries"]
    page = f"{ROOT}{SECTION}/tro-cap/"
    clip = (project.root / f"site/{SECTION}/tro-cap/tro-cap.vi.mp3").stat().st_size
    assert entry.id == entry.link == page
    assert entry.title == "Trợ cấp mẫu"
    assert entry.summary == "Mỗi người được nhận năm trăm nghìn đồng mỗi tháng."
    assert entry.published == "2026-01-15T00:00:00+07:00"
    assert entry.updated == parsed["feed"].updated == "2026-11-02T00:00:00+07:00"
    assert [tag.term for tag in entry.tags] == ["An sinh", "Người cao tuổi"]
    assert entry.content[0].type == "text/plain"
    lines = entry.content[0].value.split("\n\n")
    assert lines[:2] == ["Ai được hưởng", "Người từ 75 tuổi trở lên."]
    assert lines[-1] == "Từ ngày 1/7/2025."
    [enclosure] = entry.enclosures
    assert enclosure.href == f"{page}tro-cap.vi.mp3"
    assert (enclosure.type, enclosure.length) == ("audio/mpeg", str(clip))
    assert parsed["feed"].author == "Đài Truyền thanh xã Ví Dụ"
    assert "nội dung mẫu" in entry.rights
    assert parsed["feed"].link == f"{ROOT}{SECTION}/"


def test_what_is_shown_and_not_read_is_fed_without_its_signs(project: Project) -> None:
    """Footnotes stand below the text; marks, arrows and the names of columns nowhere."""
    file = project.explainer("tro-cap")
    more = """
Người nghèo.[^1] Người già.[^2][^1]

| Tuổi | Mức |
| --- | --- |
| 75 | 500.000 đồng |

[^1]: Trừ người đã nhận lương.

[^2]: Tính cả năm sinh.
"""
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    stamp = f"approval: {{by: Chủ tịch, on: 2026-11-02, digest: {project.read('tro-cap').digest}}}"
    file.write_text(text.replace("\n---\n", f"\n{stamp}\n---\n"), encoding="utf-8")
    project.build()
    [entry] = _feed(project, "vi")["entries"]
    assert entry.content[0].value.split("\n\n")[4:] == [
        "Người nghèo. Người già.",
        "Tuổi: 75; Mức: 500.000 đồng",
        "Trừ người đã nhận lương.",
        "Tính cả năm sinh.",
    ]


@pytest.mark.parametrize("environ", [{}, {"STATION_PREVIEW": "1"}])
def test_what_does_not_live_is_not_fed(project: Project, environ: dict[str, str]) -> None:
    """Neither in the public build nor in a preview, though a leader approved it."""
    for status in ("preparing", "expired", "withdrawn"):
        project.explainer(status, status=status, approved=True)
    for ended in ("effective_to", "expires"):
        extra = f"{ended}: 2026-11-20\n"
        project.explainer(ended.replace("_", "-"), extra=extra, approved=True)
    project.explainer("chua-duyet")
    project.build(**environ)
    assert _feed(project, "vi", **environ)["entries"] == []


def test_a_draft_is_announced_as_a_draft(project: Project) -> None:
    """A reader that shows nothing but titles still says that it is no law."""
    extra = "consultation: {until: 2027-01-01, send_to: Xã}\n"
    project.explainer("bai", kind="draft", status="consultation", extra=extra, approved=True)
    project.build()
    [entry] = _feed(project, "vi")["entries"]
    assert entry.title == "DỰ THẢO, CHƯA CÓ HIỆU LỰC: Trợ cấp mẫu"
    assert entry.content[0].value.startswith("DỰ THẢO, CHƯA CÓ HIỆU LỰC")


def test_only_a_translation_that_cannot_lie_is_fed(project: Project) -> None:
    """Checked, up to date and approved: of these three none may be missing."""
    for slug in ("tot", "chua-kiem-tra", "chua-duyet", "cu"):
        project.explainer(slug, approved=True)
    project.explainer("goc-chua-duyet")
    translate(project, "tot", "km", approved=True)
    translate(project, "chua-kiem-tra", "km", checked=False, approved=True)
    translate(project, "chua-duyet", "km", approved=False)
    translate(project, "cu", "km", approved=True)
    translate(project, "goc-chua-duyet", "km", approved=True)
    edit_source(project, "cu")
    project.build()
    assert _titles(project, "km") == ["ខ្មែរ tot"]
    parsed = _feed(project, "km")
    assert parsed["feed"].title_detail.language == "km-VN"
    assert parsed["entries"][0].link == f"{ROOT}{SECTION}/tot/km/"
    assert parsed["entries"][0].updated == "2026-11-04T00:00:00+07:00"
    assert len(_feed(project, "vi")["entries"]) == 4


def test_every_script_comes_through_whole(project: Project) -> None:
    """Letters of all scripts, with their marks, are read back as they were written."""
    titles = {
        "hmn": "Cov nyiaj pab laus",
        "km": "ខ្មែរ\u200bខ្មែរ",
        "cjm-cham": "ꨌꩌ ꨀꨇꩉ",
        "blt-tavt": "ꪼꪕ ꪒꪾ",
        "rad": "Ƀuôn ô̆ ơ̆ ư̆ ê̆",
        "ktv": "chr’val",
    }
    project.explainer("tro-cap", approved=True)
    for tag, title in titles.items():
        translate(project, "tro-cap", tag, title=title, approved=True)
    project.build()
    assert {tag: _titles(project, tag) for tag in titles} == {t: [w] for t, w in titles.items()}


def test_without_an_address_links_are_relative_and_lead_somewhere(project: Project) -> None:
    """A feed on a USB stick names files; its ids are absolute all the same, as Atom wants."""
    project.write("mkdocs.yml", MKDOCS_YML.replace("site_url: https://example.org/cong/\n", ""))
    project.explainer("tro-cap", approved=True)
    project.build()
    [entry] = _feed(project, "vi")["entries"]
    files = project.site_files()
    for link in entry.links:
        assert f"{SECTION}/{link.href}" in files, link
    assert entry.id.startswith("urn:uuid:")


def test_the_last_change_comes_first_and_old_news_go(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A correction of an old text is told; a feed does not grow for ever."""
    monkeypatch.setattr(feeds, "NEWEST", 2)
    change = "changes: [{{on: 2026-11-{day}, kind: correction, note: Sửa}}]\n"
    for slug, day in (("a", 10), ("b", 12), ("c", 11)):
        extra = change.format(day=day)
        project.explainer(slug, title=f"Bài {slug}", extra=extra, approved=True)
    project.build()
    assert _titles(project, "vi") == ["Bài b", "Bài c"]
    assert date.fromisoformat(_feed(project, "vi")["feed"].updated[:10]) == date(2026, 11, 12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text(st.characters(exclude_categories=()), min_size=1))
def test_no_character_breaks_the_xml(project: Project, line: str) -> None:
    """Whatever YAML's escapes can write into a line: a parser reads all that XML may hold."""
    legible = "".join(c for c in line if c in "\t\n\r" or 0x1F < ord(c) < 0xD800 or c > "\udfff")
    legible = re.sub("[\ufffe\uffff]", "", legible)
    meta = {"title": line, "summary": line, "topics": (line,)}
    [entry] = ET.fromstring(_one(project, meta)).findall("{*}entry")  # noqa: S314 (our own)
    for name in ("title", "summary"):
        assert (entry.findtext(f"{{*}}{name}") or "") == re.sub("\r\n?", "\n", legible)
    assert [c.attrib["term"] for c in entry.findall("{*}category")] == [legible]


def _one(project: Project, meta: Mapping[str, object]) -> bytes:
    """The feed of one text that declares something else than its file."""
    if not project.library().explainers:
        project.explainer("tro-cap", approved=True)
    explainer = project.read("tro-cap")
    changed = replace(explainer, meta=explainer.meta.model_copy(update=meta))
    station, _ = read_settings(project.root)
    assert station
    locales, _ = read_locales(project.root, station.languages)
    wording = Wordings(locales, station.languages).of("vi")
    news = (feeds.News(changed, changed),)
    return feeds.Feed(Site("Cổng thử", ROOT), station, wording, "vi", news, DAY).xml()
