"""Staff learn which translations an edit has outdated, and how to say that it changed nothing."""

import yaml

from site_plugins.policy.translations import (
    TranslationState,
    minor_change_to_paste,
    sources_to_paste,
)
from tests.policy.written import DAY, FRONT, INDEX, TRANSLATED, Content, page, told

KM = INDEX.replace("index", "km")
BODY = "Mở đầu.\n\n## Một {#mot}\n\nA.\n\n## Hai {#hai}\n\nB.\n"
EDITED = BODY.replace("A.", "Á.").replace("B.", "B!")
KM_BODY = "ខ្មែរ\n\n## មួយ {#mot}\n\nក។\n\n## ពីរ {#hai}\n\nខ។\n"


def _bound(content: Content) -> None:
    sections = content.explainer(page(FRONT, BODY)).sections
    sources = sources_to_paste(sections, sections).removeprefix("translation:\n")
    content.write(page(TRANSLATED + sources, KM_BODY), KM)


def test_each_edited_section_is_told_at_its_digest(content: Content) -> None:
    """The warning stands at the line of the digest that no longer fits, one for each section."""
    _bound(content)
    content.write(page(FRONT, EDITED))
    warnings = [p for p in content.library().problems if "đã đổi" in p.message]
    lines = (content.root / KM).read_text("utf-8").split("\n")
    assert [lines[p.line - 1].split(":")[0].strip() for p in warnings] == ["mot", "hai"]


def test_the_hint_can_be_pasted(content: Content) -> None:
    """The line of the hint, written into the source's changes, makes the translation stand."""
    _bound(content)
    content.write(page(FRONT, EDITED))
    hints = [p.hint for p in content.library().problems if "đã đổi" in p.message]
    changes = "".join(f"  {hint[hint.index('- {on') :]}\n" for hint in hints)
    explainer = content.explainer(page(f"{FRONT}changes:\n{changes}", EDITED))
    assert explainer.translations[0].binding.state is TranslationState.UNCHECKED


def test_the_digest_of_another_section(content: Content) -> None:
    """A digest that went astray is told as that, not as an edit to be called minor."""
    _bound(content)
    digests = content.explainer().sections
    text = (content.root / KM).read_text("utf-8")
    content.write(text.replace(f"mot: {digests['mot']}", f"mot: {digests['hai']}"), KM)
    assert [said.partition(";")[0] for said in told(content.library().problems)] == [
        '8:10: cảnh báo: dấu ghi cho mục "mot" là dấu của mục "hai"'
    ]


def test_the_desk_prints_one_change_for_all_sections(content: Content) -> None:
    """The lines to paste are one entry of `changes` that names every edited section."""
    _bound(content)
    explainer = content.explainer(page(FRONT, EDITED))
    (text,) = explainer.translations
    lines = minor_change_to_paste(text.meta, explainer.sections, text.binding, DAY)
    (change,) = yaml.safe_load(lines)
    assert list(change["sections"]) == ["mot", "hai"]
    explainer = content.explainer(page(f"{FRONT}changes:\n{lines}", EDITED))
    assert explainer.translations[0].binding.stale == ()


def test_nothing_to_declare(content: Content) -> None:
    """A translation that is up to date, or whose section vanished, offers no minor change."""
    _bound(content)
    explainer = content.explainer(page(FRONT, BODY.partition("## Hai")[0]))
    (text,) = explainer.translations
    assert text.binding.stale == ("hai",)
    assert minor_change_to_paste(text.meta, explainer.sections, text.binding, DAY) == ""
    assert "đã đổi sau khi dịch" not in "".join(told(content.library().problems))
