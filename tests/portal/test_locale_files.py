"""The interface's words as staff and translators write them."""

import re

import pytest

from site_plugins.policy.source_file import SourceFile, read_source
from site_plugins.policy.station import read_settings
from site_plugins.portal.locale_files import (
    SHIPPED,
    placeholders,
    read_locale,
    read_locales,
    vietnamese_strings,
)
from tests.site_project import REPOSITORY, Project

TEMPLATES = REPOSITORY / "site_plugins/portal/templates"
SAID = re.compile(r'\.(?:say|plain|has|attribute)\((?:"[\w-]+", )?"([\w.]*\w)"')
NAMED = re.compile(r'"(\w+(?:\.\w+)?)"')
BUILT = re.compile(r'"(\w+)\." ~')
"""A key that is said; one that is named; the part of those that a template puts together."""


def _told(text: str) -> list[str]:
    return [str(problem) for problem in read_locale(SourceFile("km.yml", text))[1]]


def test_every_shipped_file_is_sound() -> None:
    """No file that comes with the portal is misnamed, unknown to its schema or unreadable."""
    settings, _ = read_settings(REPOSITORY)
    assert settings
    locales, problems = read_locales(REPOSITORY, settings.languages)
    assert not problems
    assert set(locales.files) >= {"vi", "km", "hmn"}


def test_shipped_drafts_are_not_passed_off_as_checked() -> None:
    """Nobody who speaks them has read the shipped strings of other languages, and they say so."""
    for file in (REPOSITORY / SHIPPED).glob("*.yml"):
        if file.stem != "vi":
            assert not read_locale(read_source(REPOSITORY, f"{SHIPPED}/{file.name}"))[0].checked
            assert "CHƯA ĐƯỢC NGƯỜI BẢN NGỮ KIỂM TRA" in file.read_text(encoding="utf-8")


def test_every_string_is_used_and_every_used_one_exists() -> None:
    """The Vietnamese file holds what templates and code ask for, and nothing more."""
    sources = [*TEMPLATES.rglob("*.html"), *TEMPLATES.parent.glob("*.py")]
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    known = set(vietnamese_strings())
    assert set(SAID.findall(text)) <= known
    used = set(NAMED.findall(text))
    parts = set(BUILT.findall(text))
    assert {key for key in known - used if key.partition(".")[0] not in parts} == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "player:\n  lisen: ស្ដាប់\n",
            'km.yml:2:3: lỗi: player.lisen: không có trường này; có phải ý là "listen"?',
        ),
        (
            "cards:\n  listen: ស្ដាប់\n",
            "km.yml:2:11: lỗi: cards.listen: thiếu {length}; máy thay chữ ấy bằng nội dung của bài",
        ),
        (
            'cards:\n  listen: "{lenght} {length}"\n',
            "km.yml:2:11: lỗi: cards.listen: không có {lenght}; có phải ý là {length}?",
        ),
        (
            'player:\n  listen: "{ស្ដាប់ {0.__class__}"\n',
            "km.yml:2:11: lỗi: player.listen: có dấu ngoặc nhọn lẻ; viết liền, ví dụ {day}",
        ),
        (
            "player:\n  listen: <b>ស្ដាប់</b>\n",
            "km.yml:2:11: lỗi: player.listen: có dấu của HTML;",
        ),
        (
            "player:\n  listen: ស្ដាប់&nbsp;នេះ\n",
            'km.yml:2:11: lỗi: player.listen: "&nbsp;" là mã của HTML; gõ thẳng chữ ấy',
        ),
        ("player:\n  listen:\n", 'km.yml:2:3: lỗi: trường "listen" để trống;'),
        (
            "checked_by: Người kiểm tra\n",
            "km.yml:1:13: cảnh báo: chưa ghi đủ người kiểm tra và ngày",
        ),
        ("checked_on: 21/11/2026\n", "km.yml:1:13: lỗi: checked_on: "),
    ],
)
def test_slips_are_told_at_their_place(text: str, told: str) -> None:
    """A wrong key, placeholder, sign of markup or date is told where it is, with the mending."""
    assert any(line.startswith(told) for line in _told(text)), _told(text)


def test_the_station_adds_its_own_words(project: Project) -> None:
    """Its file stands over the shipped one, string by string, without touching the portal."""
    project.write("audio/locale/km.yml", "player:\n  listen: ស្ដាប់\n")
    settings, _ = read_settings(project.root)
    assert settings
    strings = read_locales(project.root, settings.languages)[0].strings("km", unchecked=True)
    assert strings["player.listen"] == "ស្ដាប់"
    assert "translation.stale" in strings


@pytest.mark.parametrize("name", ["kmm.yml", "km.yaml", "Khmer.yml"])
def test_a_misnamed_file_stops_the_build(project: Project, name: str) -> None:
    """A file that would silently be nobody's is told, and nothing is built."""
    project.write(f"audio/locale/{name}", "player:\n  listen: ស្ដាប់\n")
    built = project.build()
    assert built.exit_code == 1
    assert f"audio/locale/{name}: lỗi: tên tệp câu chữ của cổng" in built.output
    assert "ví dụ km.yml" in built.output
    assert not (project.root / "site").exists()


def test_placeholders_are_the_names_in_braces() -> None:
    """What the portal fills in is found whatever stands around it."""
    assert placeholders("từ {day}, đến {end}.") == {"day", "end"}
    assert placeholders("không có gì") == set()
