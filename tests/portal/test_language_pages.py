"""The index of each language."""

import re
from types import SimpleNamespace
from typing import cast

from site_plugins.broadcast.episode import Episode
from site_plugins.broadcast.items import Item, Outcome
from site_plugins.policy.station import read_settings
from site_plugins.portal.language_indexes import LanguageIndexes
from tests.portal.translated import SECTION, recall, translate
from tests.site_project import Project


def _cards(page: str) -> list[str]:
    found = re.search('<ul class="pc-cards">(.*?)</ul>', page, re.DOTALL)
    return re.findall('<li class="pc-card".*?</li>', found[1], re.DOTALL) if found else []


def _waiting(page: str) -> list[str]:
    found = re.search('<details class="pc-waiting".*?</details>', page, re.DOTALL)
    return re.findall(r'<a href="([^"]*)"', found[0]) if found else []


def test_a_language_lists_what_exists_in_it_and_what_does_not(project: Project) -> None:
    """Titles in the language lead to its pages; what waits stands folded, in Vietnamese."""
    project.explainer("tro-cap", approved=True)
    project.explainer("hoc-phi", title="Học phí")
    project.explainer("kin", status="preparing")
    translate(project, "tro-cap", "km", approved=True)
    project.build()
    page = project.page(f"{SECTION}/km/index.html")
    [card] = _cards(page)
    assert '<a href="../tro-cap/km/index.html">ខ្មែរ tro-cap</a>' in card
    assert "ខ្មែរ – ខ្មែរ." in card
    assert "pc-card-notice" not in card
    assert _waiting(page) == ["../hoc-phi/index.html"]
    assert '<a href="../hoc-phi/index.html" lang="vi-VN">Học phí</a>' in page
    assert '<html lang="km-VN"' in page
    assert '<span lang="vi-VN">Có 1 bài bằng thứ tiếng này.</span>' in page


def test_a_translation_that_is_not_ready_says_so_in_the_list(project: Project) -> None:
    """Nobody has to open a page to learn that it is not checked."""
    project.explainer("tro-cap", approved=True)
    translate(project, "tro-cap", "km", checked=False, approved=False)
    project.build()
    [card] = _cards(project.page(f"{SECTION}/km/index.html"))
    assert "chưa được người bản ngữ kiểm tra" in card


def test_the_lists_of_the_portal_lead_to_every_language_that_has_one(project: Project) -> None:
    """Each under its own name, in the order of the station; below the texts, which have none."""
    project.explainer("tro-cap")
    for tag in ("cjm-cham", "km", "hmn"):
        translate(project, "tro-cap", tag, approved=False)
    project.build()
    named = [
        ("vi-VN", "Tiếng Việt"),
        ("hmn-Latn-VN", "Hmoob"),
        ("km-VN", "ខ្មែរ"),
        ("cjm-Cham", "ꨌꩌ"),
    ]
    for path in ("index.html", f"{SECTION}/index.html", f"{SECTION}/km/index.html"):
        page = project.page(path)
        [nav] = re.findall('<nav class="pc-languages".*?</nav>', page, re.DOTALL)
        assert re.findall(r'lang="([^"]*)" hreflang="\1"[^>]*>([^<]*)</a>', nav) == named
        cards, missing = page.split("Chưa có bản dịch:") if SECTION in path else (page, "")
        assert 'class="pc-cards"' in cards
        missing = re.sub("<[^>]*>", "", missing.split("</p>")[0])
        assert missing == (" Tày, Thái (Tây Bắc), Cơ Tu, Ê Đê." if SECTION in path else "")


def test_a_language_without_a_translation_has_neither_page_nor_feed(project: Project) -> None:
    """An empty page would promise something; the other languages have what they need."""
    project.explainer("tro-cap")
    project.explainer("kin", status="preparing")
    translate(project, "tro-cap", "km", approved=False)
    translate(project, "kin", "hmn", approved=False)
    project.build()
    files = project.site_files()
    assert {f"{SECTION}/km/index.html", f"{SECTION}/km.xml", f"{SECTION}/vi.xml"} <= set(files)
    assert not [path for path in files if path.startswith(SECTION) and "hmn" in path]


def test_a_recalled_translation_is_listed_as_recalled(project: Project) -> None:
    """As in the section's own list: its title, that it is withdrawn, and nothing that it said."""
    project.explainer("sai")
    translate(project, "sai", "km", approved=False)
    recall(project, "sai")
    project.build()
    [card] = _cards(project.page(f"{SECTION}/km/index.html"))
    assert "Đã rút" in card
    assert "Bài này đã được rút." in card
    assert "ខ្មែរ – ខ្មែរ." not in card


def test_previews_list_what_is_in_preparation(project: Project) -> None:
    """Editors see the index as it will be."""
    project.explainer("kin", status="preparing")
    translate(project, "kin", "km", approved=False)
    project.build(STATION_PREVIEW="1")
    [card] = _cards(project.page(f"{SECTION}/km/index.html", folder="preview"))
    assert "Đang soạn" in card


def test_a_card_says_how_long_its_own_clip_is(project: Project) -> None:
    """The length is that of the translation's clip; nothing is said where it has none."""
    project.explainer("tro-cap", approved=True)
    translate(project, "tro-cap", "km", approved=True)
    translate(project, "tro-cap", "hmn", approved=True)
    explainer = project.read("tro-cap")
    settings, _ = read_settings(project.root)
    assert settings
    lengths = {"vi": 60.0, "km": 83.0}
    items = {
        ("tro-cap", text.language): Item(explainer, text, Outcome.MADE, episode=_clip(seconds))
        for text in explainer.texts
        if (seconds := lengths.get(text.language))
    }
    indexes = LanguageIndexes(settings, [explainer], items)
    assert [card.length_s for tag in ("km", "hmn") for card in indexes.cards(tag)] == [83.0, 0]


def _clip(seconds: float) -> Episode:
    return cast("Episode", SimpleNamespace(duration_s=seconds))
