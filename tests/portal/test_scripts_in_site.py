"""A whole site with a checked and approved translation in every script, read back."""

import html
import io
import json
import re

import feedparser
import pytest

from tests.portal.scripts import GOLDENS
from tests.portal.translated import SECTION, translate
from tests.site_project import Project

TITLES = {golden.tag: golden.shown for golden in GOLDENS}
"""One hard title for each language: the last of its goldens."""
tags = pytest.mark.parametrize("tag", TITLES)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One explainer with a ready translation for each tag."""
    project = Project(tmp_path_factory.mktemp("xã") / "cổng")
    project.explainer("tro-cap", approved=True)
    for tag, title in TITLES.items():
        translate(project, "tro-cap", tag, title=json.dumps(title), approved=True)
    assert project.build().exit_code == 0
    return project


def _words(page: str) -> str:
    return html.unescape(re.sub("<[^>]*>", " ", page))


@tags
def test_the_page_and_the_index_of_its_language(site: Project, tag: str) -> None:
    """The title as it was written, on the page and on its card."""
    page = site.page(f"{SECTION}/tro-cap/{tag}/index.html")
    [heading] = re.findall("<h1[^>]*>(.*?)</h1>", page)
    assert html.unescape(heading) == TITLES[tag]
    assert TITLES[tag] in _words(site.page(f"{SECTION}/{tag}/index.html"))


@tags
def test_the_search_index(site: Project, tag: str) -> None:
    """The title whole, and no word left out for being Vietnamese."""
    index = json.loads(site.page("search/search_index.json"))
    assert index["config"]["pipeline"] == []
    address = f"{SECTION}/tro-cap/{tag}/index.html"
    [title] = [doc["title"] for doc in index["docs"] if doc["location"] == address]
    assert html.unescape(title) == TITLES[tag]


@tags
def test_the_feed(site: Project, tag: str) -> None:
    """Read back by somebody else's parser."""
    data = (site.root / f"site/{SECTION}/{tag}.xml").read_bytes()
    [entry] = feedparser.parse(io.BytesIO(data)).entries
    assert entry.title == TITLES[tag]


@tags
def test_the_spoken_text(site: Project, tag: str) -> None:
    """What an announcer reads has the title, a sentence a line."""
    text = site.page(f"{SECTION}/tro-cap/tro-cap.{tag}.txt")
    assert TITLES[tag] in text.replace("\n", " ")


def test_files_are_called_by_tags_alone(site: Project) -> None:
    """No name of a file holds a letter that a USB stick or a zip could damage."""
    assert all(re.fullmatch(r"[\x21-\x7e]+", path) for path in site.site_files())
