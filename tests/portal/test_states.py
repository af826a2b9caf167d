"""A translation in each state: what its readers see, and that only a ready one leaves its page."""

import json
import re
from collections.abc import Callable

import pytest

from site_plugins.broadcast.casting import own_segments
from site_plugins.broadcast.edition import read_airing, with_cast
from site_plugins.broadcast.plan import Planner
from site_plugins.broadcast.recorded_texts import sheet_to_paste
from site_plugins.policy.documents import Translation
from site_plugins.policy.station import read_settings
from site_plugins.voice.recording_file import CONSENT, READER
from tests.portal.translated import SECTION, edit_source, translate
from tests.site_project import DAY, Project
from tests.voice.people import keep, read_aloud

TAG = "tyz"
TEXT = f"content/{SECTION}/bai/{TAG}.md"
PAGE = f"{SECTION}/bai/{TAG}/index.html"
TITLE = "Tày chắng mì tềnh này"


def _stale(project: Project) -> None:
    edit_source(project, "bai")


def _partial(project: Project) -> None:
    _rewrite(project, r"\n## \S+ \{#han-nao\}.*", "")


def _unchecked(project: Project) -> None:
    _rewrite(project, r"  checked_by[^\n]*\n  checked_on[^\n]*\n", "")


STATES: dict[str, tuple[tuple[Callable[[Project], None], ...], tuple[str, ...]]] = {
    "stale": ((_stale,), ("Bản dịch đã cũ so với bản tiếng Việt.",)),
    "partial": ((_partial,), ("Bản dịch chưa đủ.",)),
    "unchecked": ((_unchecked,), ("Bản dịch mẫu, chưa được người bản ngữ kiểm tra.",)),
    "stale and unchecked": (
        (_stale, _unchecked),
        (
            "Bản dịch đã cũ so với bản tiếng Việt.",
            "Bản dịch mẫu, chưa được người bản ngữ kiểm tra.",
        ),
    ),
}
"""What was done to a translation that was ready, and what its page says of it."""


def _rewrite(project: Project, pattern: str, by: str) -> None:
    """Change the translation and have it approved anew, so that its state alone is what counts."""
    file = project.root / TEXT
    before = _translation(project).digest
    text = re.sub(pattern, by, file.read_text(encoding="utf-8"), flags=re.DOTALL)
    file.write_text(text, encoding="utf-8")
    file.write_text(text.replace(before, _translation(project).digest), encoding="utf-8")


def _translation(project: Project) -> Translation:
    return project.read("bai").translations[0]


def _record(project: Project) -> None:
    """Somebody reads the translation as it stands."""
    settings, _ = read_settings(project.root)
    assert settings
    airing, _ = read_airing(project.root, settings)
    items = with_cast(
        Planner(settings, airing.lexicons).plan(project.library()), airing, online=False
    )
    [item] = [item for item in items if item.text.language == TAG]
    assert item.script
    lines = [segment.text for segment in own_segments(item.script)]
    keep(project.root / f"audio/recordings/bai/{TAG}.m4a", read_aloud(*lines))
    sheet = sheet_to_paste(item, DAY).replace(READER, "Phát thanh viên").replace(CONSENT, "BB 03")
    project.write(f"audio/recordings/bai/{TAG}.yml", sheet)


@pytest.fixture
def ready(project: Project) -> Project:
    """A translation that is complete, up to date, checked, approved and read by somebody."""
    project.explainer("bai", approved=True)
    translate(project, "bai", TAG, title=TITLE, approved=True)
    _record(project)
    return project


def _carriers(project: Project) -> set[str]:
    """The files that say anything of the translation, besides pages, search and kits to mend it."""
    return {
        path
        for path, data in project.site_files().items()
        if TITLE.encode() in data or f".{TAG}." in path
        if not path.endswith(".html") and not path.startswith(("search/", "tien-do-dich/"))
    }


def _announced(project: Project) -> list[str]:
    clips = json.loads(project.page("phat-thanh/manifest.json"))["clips"]
    return [clip["language"] for clip in clips]


def test_a_ready_translation_is_spoken_fed_and_downloadable(ready: Project) -> None:
    """What the other states must not have is there to be had."""
    built = ready.build()
    assert built.exit_code == 0, built.output
    stem = f"{SECTION}/bai/bai.{TAG}"
    expected = {f"{stem}.{suffix}" for suffix in ("mp3", "txt", "vtt")} | {f"{SECTION}/{TAG}.xml"}
    assert _carriers(ready) >= expected
    assert TAG in _announced(ready)
    page = ready.page(PAGE)
    assert "<audio" in page
    assert "pc-notices" not in page


@pytest.mark.parametrize("state", STATES)
def test_any_other_stays_on_its_page(ready: Project, state: str) -> None:
    """It is shown under its banner, but no clip, caption, script, feed or list carries it."""
    changes, banner = STATES[state]
    for change in changes:
        change(ready)
    assert _translation(ready).approved
    built = ready.build()
    assert built.exit_code == 0, built.output
    page = ready.page(PAGE)
    for sentence in banner:
        assert sentence in page
    assert page.count("pc-notices") == 1
    assert "<audio" not in page
    assert not re.search(rf"{TAG}\.(mp3|opus|vtt|txt)", page)
    assert _carriers(ready) == set()
    assert TAG not in _announced(ready)
    assert "vi" in _announced(ready)
