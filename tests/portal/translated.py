"""Translations of the tests' explainer, in any language of the registry."""

from site_plugins.policy.station import read_settings
from tests.site_project import Project

SECTION = "truyen-thong-chinh-sach"
# A row of the registry for a language that runs from right to left, as none of the shipped does.
MALAY = """
ms-arab:
  full_tag: ms-Arab
  name: Mã Lai
  endonym: بهاس ملايو
  script: Arab
  direction: rtl
"""
_TEXT = """\
---
title: {title}
summary: {word} – {word}.
translation:
  translator: Người dịch mẫu
{record}{more}---

## {word} {{#ai-duoc-huong}}

{word} {age}.

## {word} {{#han-nao}}

{word} 1/7/2025.
"""
_CHECKED = "  checked_by: Người kiểm tra mẫu\n  checked_on: 2026-11-03\n"


def translate(  # noqa: PLR0913 - all by name, each a way in which translations differ
    project: Project, slug: str, tag: str, *, title: str = "", checked: bool = True, approved: bool
) -> None:
    """Write a complete translation, up to date; `approved` stamps the text as it stands."""
    settings, _ = read_settings(project.root)
    assert settings
    word = settings.languages[tag].endonym
    source = project.read(slug)
    sections = source.sections
    age = next(word for word in source.body.html.split() if word.isdecimal())
    record = "  sources:\n" + "".join(f"    {s}: {digest}\n" for s, digest in sections.items())
    record += _CHECKED if checked else ""
    values = {"title": title or f"{word} {slug}", "word": word, "record": record, "age": age}
    path = f"content/{SECTION}/{slug}/{tag}.md"
    project.write(path, _TEXT.format(more="", **values))
    if approved:
        [text] = [t for t in project.read(slug).translations if t.language == tag]
        stamp = f"approval: {{by: Chủ tịch, on: 2026-11-04, digest: {text.digest}}}\n"
        project.write(path, _TEXT.format(more=stamp, **values))


def edit_source(project: Project, slug: str) -> None:
    """Change one section of the Vietnamese text and approve it anew."""
    file = project.root / f"content/{SECTION}/{slug}/index.md"
    before = project.read(slug).digest
    text = file.read_text(encoding="utf-8").replace("75 tuổi", "70 tuổi")
    file.write_text(text, encoding="utf-8")
    file.write_text(text.replace(before, project.read(slug).digest), encoding="utf-8")


def recall(project: Project, slug: str) -> None:
    """Withdraw an explainer."""
    file = project.root / f"content/{SECTION}/{slug}/index.md"
    text = file.read_text(encoding="utf-8").replace("status: in_force", "status: withdrawn")
    file.write_text(text, encoding="utf-8")
