"""A phone number can be called as it stands, whichever way the text around it runs."""

import pytest

from site_plugins.policy.languages import Language
from site_plugins.policy.station import read_settings
from site_plugins.portal.figures_in_order import with_figures_in_order
from site_plugins.portal.wording import Wording
from tests.portal.translated import MALAY, SECTION, translate
from tests.site_project import REPOSITORY, Project


def _wording(direction: str) -> Wording:
    settings, _ = read_settings(REPOSITORY)
    assert settings
    vietnamese = settings.languages["vi"]
    language = Language.model_validate({**vietnamese.model_dump(), "direction": direction})
    return Wording(language, vietnamese, {}, {})


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>دڠر 0200 000 0000.</p>", "<p>دڠر 0200\u00a0000\u00a00000.</p>"),
        ("<p>٠٢٠٠ ٠٠٠ <b>1 a</b> 2</p>", "<p>٠٢٠٠\u00a0٠٠٠ <b>1 a</b> 2</p>"),
        ('<a title="1 2">1</a>', '<a title="1 2">1</a>'),
        ("<script>[1 2]</script><style>a{b:1 2}</style>",) * 2,
    ],
)
def test_spaces_between_figures(page: str, shown: str) -> None:
    """In text alone, of a page that runs from right to left alone."""
    assert with_figures_in_order(page, _wording("rtl")) == shown
    assert with_figures_in_order(page, _wording("ltr")) == page


def test_a_page_that_runs_from_right_to_left(project: Project) -> None:
    """The built page holds the phone whole; a page in Vietnamese is left alone."""
    registry = project.root / "audio/languages.yml"
    registry.write_text(registry.read_text("utf-8") + MALAY, encoding="utf-8")
    voices = project.root / "audio/voices.yml"
    voices.write_text(voices.read_text("utf-8") + "ms-arab: [recording]\n", encoding="utf-8")
    project.explainer("mot", title="Gọi 0200 000 0000")
    translate(project, "mot", "ms-arab", title="بهاس 0200 000 0000", approved=False)
    built = project.build()
    assert built.exit_code == 0, built.output
    assert "بهاس 0200\u00a0000\u00a00000" in project.page(f"{SECTION}/mot/ms-arab/index.html")
    assert "Gọi 0200 000 0000" in project.page(f"{SECTION}/mot/index.html")
