"""What a text waits for: the languages without a translation, and the kits that help."""

import re

from site_plugins.policy.station import read_settings
from site_plugins.portal.views import wanted
from tests.portal.translated import SECTION, translate
from tests.site_project import Project


def test_the_stations_languages_without_a_translation_are_named(project: Project) -> None:
    """In the station's order; those that the station does not speak are not asked for."""
    project.explainer("bai")
    translate(project, "bai", "km", approved=False)
    settings, _ = read_settings(project.root)
    assert settings
    found = wanted(project.read("bai"), settings)
    assert [row.name for row in found.languages] == [
        settings.languages[tag].name for tag in settings.minority_languages if tag != "km"
    ]
    assert found.kits == ()


def test_a_kit_is_offered_where_the_site_holds_one(project: Project) -> None:
    """For a stale translation too, and for no other text's."""
    project.explainer("bai")
    settings, _ = read_settings(project.root)
    assert settings
    kits = {("bai", "hmn"), ("bai", "jra"), ("kia", "km")}
    found = wanted(project.read("bai"), settings, kits)
    assert [(row.name, address) for row, address in found.kits] == [
        ("Mông", "tien-do-dich/bai/bai.hmn.html"),
        ("Gia Rai", "tien-do-dich/bai/bai.jra.html"),
    ]


def test_the_page_offers_only_kits_that_exist(project: Project) -> None:
    """Each link of the list ends at a file; a text that nobody approved offers none in public."""
    project.explainer("bai", approved=True)
    project.explainer("kin")
    built = project.build()
    assert built.exit_code == 0, built.output
    kits = project.page(f"{SECTION}/bai/index.html").split("pc-kits")[1].split("</details>")[0]
    links = re.findall(r'href="([^"]*)" download', kits)
    assert len(links) > 3
    for link in links:
        assert (project.root / f"site/{SECTION}/bai" / link).is_file(), link
    assert "pc-kits" not in project.page(f"{SECTION}/kin/index.html")
