"""What pages tell search engines, social networks and feed readers."""

import html
import posixpath
import re
from html.parser import HTMLParser

import pytest

from site_plugins.policy.station import read_settings
from site_plugins.portal.head import locale
from tests.portal.translated import SECTION, recall, translate
from tests.site_project import MKDOCS_YML, Project

TAGS = ("hmn", "km", "blt", "blt-tavt", "cjm-cham", "cjm-latn", "rad")
ADDRESS = "site_url: https://example.org/cong/\n"


class _Head(HTMLParser):
    """The links and metas of a page, by what they are for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hreflang: dict[str, str] = {}
        self.rel: dict[str, list[str]] = {}
        self.meta: dict[str, list[str]] = {}
        self.feed(page.split("</head>", maxsplit=1)[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and "hreflang" in given:
            assert given["hreflang"] not in self.hreflang
            self.hreflang[given["hreflang"]] = given["href"]
        elif tag == "link":
            kind = given.get("type", given["rel"])
            self.rel.setdefault(kind, []).append(given["href"])
        elif tag == "meta":
            name = given.get("property", given.get("name", ""))
            self.meta.setdefault(name, []).append(given.get("content", ""))


def _heads(project: Project) -> dict[str, _Head]:
    return {
        path: _Head(data.decode())
        for path, data in project.site_files().items()
        if path.endswith("index.html")
    }


@pytest.mark.parametrize("root", ["https://example.org/", "https://vi.example.org/xa/vi-du/"])
def test_versions_name_each_other(project: Project, root: str) -> None:
    """Every version of a page names all of them by the same absolute addresses, itself included.

    Each is the canonical address of a page that exists; Vietnamese is there for everyone else.
    """
    project.write("mkdocs.yml", MKDOCS_YML.replace(ADDRESS, f"site_url: {root}\n"))
    project.explainer("tro-cap")
    project.explainer("hoc-phi")
    for tag in TAGS:
        translate(project, "tro-cap", tag, approved=False)
    translate(project, "hoc-phi", "km", approved=False)
    assert project.build().exit_code == 0
    known, _ = read_settings(project.root)
    assert known
    heads = _heads(project)
    by_address = {h.rel["canonical"][0]: h for h in heads.values()}
    assert {
        a: posixpath.join(root, p.removesuffix("index.html"))
        for p, h in heads.items()
        for a in h.rel["canonical"]
    } == {a: a for a in by_address}
    named = [h for h in heads.values() if h.hreflang]
    assert len(named) == len(TAGS) + 1 + 2 + len(TAGS) + 1
    tags = {row.full_tag for row in known.languages.values()} | {"x-default"}
    for head in named:
        own = head.rel["canonical"][0]
        assert own in head.hreflang.values()
        assert head.hreflang["x-default"] == head.hreflang["vi-VN"]
        assert set(head.hreflang) <= tags
        for address in head.hreflang.values():
            assert by_address[address].hreflang == head.hreflang


def test_without_an_address_nothing_is_claimed(project: Project) -> None:
    """Search engines take no relative alternate, so a site without an address names none."""
    project.write("mkdocs.yml", MKDOCS_YML.replace(ADDRESS, ""))
    project.explainer("tro-cap")
    translate(project, "tro-cap", "km", approved=False)
    assert project.build().exit_code == 0
    for head in _heads(project).values():
        assert not head.hreflang
        assert "og:url" not in head.meta
        assert "canonical" not in head.rel


def test_the_page_describes_itself_once(project: Project) -> None:
    """Each fact stands once, in its own language, with the address that is canonical."""
    project.explainer("tro-cap")
    translate(project, "tro-cap", "cjm-cham", title="ꨌꩌ", approved=False)
    translate(project, "tro-cap", "cjm-latn", title="Chăm", approved=False)
    project.build()
    head = _heads(project)[f"{SECTION}/tro-cap/cjm-cham/index.html"]
    assert head.meta["og:title"] == ["ꨌꩌ"]
    assert head.meta["og:description"] == head.meta["description"] == ["ꨌꩌ – ꨌꩌ."]
    assert head.meta["og:type"] == ["article"]
    assert head.meta["og:url"] == head.rel["canonical"]
    assert head.meta["og:site_name"] == ["Cổng thử"]
    assert head.meta["og:locale"] == ["cjm_VN"]
    assert head.meta["og:locale:alternate"] == ["vi_VN"]
    index = _heads(project)[f"{SECTION}/index.html"]
    assert index.meta["og:type"] == ["website"]
    assert index.meta["og:locale:alternate"] == ["cjm_VN"]


def test_pages_lead_to_the_feed_of_their_language(project: Project) -> None:
    """The feed that a page names exists, and is that of the page's language."""
    project.explainer("tro-cap")
    translate(project, "tro-cap", "km", approved=False)
    project.build()
    files = project.site_files()
    feeds = {}
    for path, head in _heads(project).items():
        for address in head.rel.get("application/atom+xml", []):
            feeds[path] = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
    assert set(feeds.values()) <= set(files)
    khmer = {path for path, feed in feeds.items() if feed == f"{SECTION}/km.xml"}
    assert khmer == {f"{SECTION}/km/index.html", f"{SECTION}/tro-cap/km/index.html"}
    assert feeds["index.html"] == f"{SECTION}/vi.xml"


def test_a_recalled_text_says_no_more_in_its_head(project: Project) -> None:
    """Neither the summary of a withdrawn text nor a translation's is told to anyone."""
    project.explainer("sai")
    translate(project, "sai", "km", approved=False)
    recall(project, "sai")
    project.build()
    heads = _heads(project)
    for path in (f"{SECTION}/sai/index.html", f"{SECTION}/sai/km/index.html"):
        assert heads[path].meta["og:description"][0].startswith("Bài này đã được rút.")
    told = [path for path, data in project.site_files().items() if "ខ្មែរ – ខ្មែរ.".encode() in data]
    assert not told


def test_declared_lines_are_escaped_in_the_head(project: Project) -> None:
    """A quotation mark in a title ends no attribute."""
    title = "Mức \"3 < 5\" & '7'"
    project.explainer("dau", title=title)
    project.build()
    page = project.page(f"{SECTION}/dau/index.html")
    assert _Head(page).meta["og:title"] == [title]
    [written] = re.findall(r'<meta property="og:title" content="([^"]*)">', page)
    assert "<" not in written
    assert html.unescape(written) == title


def test_the_sitemap_names_every_page_once(project: Project) -> None:
    """Translations and language indexes too, each with the last day that staff declared."""
    project.explainer("tro-cap", approved=True)
    translate(project, "tro-cap", "km", approved=True)
    project.build()
    sitemap = project.page("sitemap.xml")
    days = dict(re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", sitemap))
    assert sitemap.count("<loc>") == len(days)
    root = f"https://example.org/cong/{SECTION}/"
    assert days[f"{root}tro-cap/"] == "2026-11-02"
    assert days[f"{root}tro-cap/km/"] == days[f"{root}km/"] == "2026-11-04"


@pytest.mark.parametrize(
    ("full_tag", "expected"),
    [
        ("vi-VN", "vi_VN"),
        ("km-VN", "km_VN"),
        ("hmn-Latn-VN", "hmn_VN"),
        ("cjm-Cham", "cjm_VN"),
        ("blt-Tavt", "blt_VN"),
        ("km", "km_VN"),
        ("km-KH", "km_KH"),
        ("es-419", "es_419"),
        ("vi-x-la", "vi_VN"),
        ("vi-u-rg-lazzzz", "vi_VN"),
        ("sl-rozaj-IT", "sl_IT"),
    ],
)
def test_locales(full_tag: str, expected: str) -> None:
    """Open Graph wants language and territory, whatever else a tag says."""
    assert locale(full_tag) == expected
