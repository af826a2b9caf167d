"""Translations are held to the agreed terms wherever they are up to date."""

from pathlib import Path

import pytest

from site_plugins.policy.library import SECTION, read_library
from site_plugins.problems import tell
from site_plugins.translation.glossary import Glossaries, read_glossaries
from site_plugins.translation.glossary_use import glossary_problems
from tests.policy.written import DAY, REPOSITORY, Content, station

SOURCE = """\
---
title: Trợ cấp
summary: Người thuộc hộ nghèo được xét.
kind: explainer
status: preparing
---

Mở đầu.

## Ai được hưởng {#ai}

Người già.

- Trợ cấp hưu trí xã hội cho hộ nghèo.
"""
VIETNAMESE = "hộ nghèo: x\ntrợ cấp hưu trí xã hội: x\nhưu trí: x\n"
AGREED = """\
hộ nghèo: {use: [tsev pluag, pluag], avoid: pluag pluag ntsuav}
trợ cấp hưu trí xã hội: nyiaj laus
hưu trí: so haujlwm
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A source and the glossaries of Vietnamese and Mông."""
    content = Content(tmp_path)
    content.write(SOURCE)
    content.write(VIETNAMESE, "audio/glossary/vi.yml")
    content.write(AGREED, "audio/glossary/hmn.yml")
    return content


def _told(content: Content, section: str, *, head: str = "Pluag.", stale: str = "") -> str:
    """What is told of a translation with this text under its only heading, at line 13."""
    digests = "".join(
        f"    {name}: {'0' * 16 if name == stale else digest}\n"
        for name, digest in content.explainer().sections.items()
    )
    content.write(
        f"---\ntitle: Nyiaj\nsummary: {head}\ntranslation:\n  translator: Mẫu\n  sources:\n"
        f"{digests}---\n\nPib.\n\n## Leej twg {{#ai}}\n\n{section}\n",
        f"content/{SECTION}/bai/hmn.md",
    )
    glossaries, problems = read_glossaries(content.root, station().languages)
    assert problems == []
    told = tell(glossary_problems(content.library(), glossaries))
    return told.replace(f"content/{SECTION}/bai/", "")


def test_the_shipped_samples_say_their_terms() -> None:
    """Each agreed term of the samples stands where the Vietnamese one does."""
    glossaries, _ = read_glossaries(REPOSITORY, station().languages)
    library = read_library(REPOSITORY, station(), DAY)
    assert glossary_problems(library, glossaries) == []
    swapped = {"vi": glossaries.of("vi"), "km": glossaries.of("hmn")}
    assert glossary_problems(library, Glossaries(swapped)) != []


def test_agreed_terms_are_said(content: Content) -> None:
    """Any of the agreed forms will do, in either case, anywhere in the section."""
    assert _told(content, "Neeg laus.\n\n- NYIAJ laus rau tsev  pluag.") == ""


def test_what_is_not_said_names_both_lines_and_the_term(content: Content) -> None:
    """The section's line, the source's line, the term and its agreed form."""
    assert _told(content, "Neeg laus.\n\n- Nyiaj laus rau neeg.") == (
        "hmn.md:13:1: cảnh báo: mục này chưa dùng từ đã thống nhất “tsev pluag” cho “hộ nghèo”"
        " ở dòng 14 của index.md; dùng từ đó, hoặc ghi thêm cách nói này vào"
        " audio/glossary/hmn.yml"
    )


def test_a_term_inside_a_longer_one_is_not_asked_for(content: Content) -> None:
    """The source says «hưu trí» only within the longer term, which has its own."""
    assert "so haujlwm" not in _told(content, "Nyiaj laus rau tsev pluag.")


def test_a_word_of_a_longer_word_is_not_the_term(content: Content) -> None:
    """Marks and apostrophes make another word of it."""
    assert "tsev pluag" in _told(content, "Nyiaj laus, chr’pluag, pluag\u0306, pluagg.")


def test_the_head_is_a_section(content: Content) -> None:
    """Title and summary are held to it too, at the title's line."""
    told = _told(content, "Nyiaj laus rau tsev pluag.", head="Neeg.")
    assert told.startswith("hmn.md:2:1: cảnh báo: mục này chưa dùng từ đã thống nhất “tsev pluag”")
    assert "dòng 3 của index.md" in told


def test_a_stale_section_is_left_alone(content: Content) -> None:
    """What must be translated again is no question of words yet."""
    assert _told(content, "Neeg.", stale="ai") == ""


def test_a_form_to_be_avoided_is_told(content: Content) -> None:
    """At its own line, with the form to use instead; not where an agreed form holds it."""
    told = _told(content, "Nyiaj laus rau tsev pluag.\n\nPluag Pluag ntsuav.")
    assert told == (
        "hmn.md:17:1: cảnh báo: “Pluag Pluag ntsuav” không dùng cho “hộ nghèo”;"
        " từ đã thống nhất là “tsev pluag”"
    )


def test_an_agreed_form_may_hold_one_to_be_avoided(content: Content) -> None:
    """«tsev pluag» is right even where «pluag» alone is not."""
    content.write("hộ nghèo: {use: tsev pluag, avoid: pluag}\n", "audio/glossary/hmn.yml")
    assert _told(content, "Tsev pluag.", head="Tsev pluag.") == ""
    assert "“pluag” không dùng" in _told(content, "Tsev pluag, pluag.", head="Tsev pluag.")
