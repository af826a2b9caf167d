"""A translation is bound to the source that it was made from."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.approval import lines_to_paste
from site_plugins.policy.body import render
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.schema import TranslationMeta, TranslationRecord
from site_plugins.policy.strict_yaml import compose
from site_plugins.policy.translations import (
    TranslationState,
    bind,
    sections_in,
    sources_to_paste,
)
from tests.policy.written import DAY, FRONT, INDEX, TRANSLATED, Content, page

KM = INDEX.replace("index", "km")
FRONT_IN_FORCE = FRONT.replace("preparing", "in_force")
BODY = "Mở đầu.\n\n## Một {#mot}\n\nA.\n\n## Hai {#hai}\n\nB.\n"
KM_BODY = "ខ្មែរ\n\n## មួយ {#mot}\n\nក។\n\n## ពីរ {#hai}\n\nខ។\n"
IN_LATIN = "title: Nyiaj pab\nsummary: Piv txwv.\ntranslation: {translator: Mẫu}\n"
CHECKED = "  checked_by: Người đọc\n  checked_on: 2026-11-01\n"


def _bound(content: Content, front: str = FRONT, extra: str = CHECKED) -> None:
    """Write a source, and a translation bound to it as the desk tells."""
    sections = content.explainer(page(front, BODY)).sections
    sources = sources_to_paste(sections, sections).removeprefix("translation:\n")
    content.write(page(TRANSLATED + sources + extra, KM_BODY), KM)


def _translation(content: Content) -> Translation:
    (translation,) = content.explainer().translations
    return translation


def test_ready(content: Content) -> None:
    """Bound to every section and checked by a speaker: ready."""
    _bound(content)
    translation = _translation(content)
    assert translation.binding.state is TranslationState.READY
    assert translation.ready
    assert (translation.language, translation.path) == ("km", KM)


@pytest.mark.parametrize(
    "extra",
    ["", CHECKED.splitlines()[0] + "\n", CHECKED.splitlines()[1] + "\n"],
    ids=["neither", "who only", "when only"],
)
def test_unchecked(content: Content, extra: str) -> None:
    """Without both the name and the day of a speaker's check, a translation is a sample."""
    _bound(content, extra=extra)
    assert _translation(content).binding.state is TranslationState.UNCHECKED


def test_stale(content: Content) -> None:
    """An edited section is named, and the translation is not ready."""
    _bound(content)
    content.write(page(body=BODY.replace("B.", "C.")))
    translation = _translation(content)
    assert translation.binding.state is TranslationState.STALE
    assert translation.binding.stale == ("hai",)
    assert not translation.ready


@pytest.mark.parametrize("key", ["board: [A]\n", "loop: A\n"])
def test_stale_by_the_short_forms(content: Content, key: str) -> None:
    """A translation has a board and a loop of its own: they do not outlive the source's."""
    _bound(content, FRONT + key)
    content.write(page(FRONT + key.replace("A", "B"), BODY))
    assert _translation(content).binding.stale == ("dau-trang",)


def test_partial(content: Content) -> None:
    """A section that the translation does not know is missing."""
    _bound(content)
    content.write(page(body=BODY + "\n## Ba {#ba}\n\nC.\n"))
    binding = _translation(content).binding
    assert (binding.state, binding.missing) == (TranslationState.PARTIAL, ("ba",))


def test_vanished_section(content: Content) -> None:
    """A translation that still says what the source has dropped is stale."""
    _bound(content)
    content.write(page(body=BODY.partition("## Hai")[0]))
    binding = _translation(content).binding
    assert (binding.state, binding.stale) == (TranslationState.STALE, ("hai",))


def test_unbound(content: Content) -> None:
    """A translation bound to nothing is partial."""
    content.write(page(body=BODY))
    content.write(page(TRANSLATED), KM)
    binding = _translation(content).binding
    assert binding.state is TranslationState.PARTIAL
    assert binding.missing == ("dau-trang", "mot", "hai")


def test_stale_before_partial(content: Content) -> None:
    """What is wrong weighs more than what is lacking; both are named."""
    _bound(content)
    content.write(page(body=BODY.replace("A.", "X.") + "\n## Ba {#ba}\n\nC.\n"))
    binding = _translation(content).binding
    assert binding.state is TranslationState.STALE
    assert (binding.stale, binding.missing) == (("mot",), ("ba",))


def test_reflowing_the_source_stales_nothing(content: Content) -> None:
    """Windows line ends and blank lines are no change."""
    _bound(content)
    content.write(page(body=BODY.replace("\n\n", "\n\n\n")).replace("\n", "\r\n"))
    assert _translation(content).ready


@given(st.text(alphabet="a0-_:#'\"&*!|>%@`~ ខ្Đ,[]{}", min_size=1, max_size=8).map(str.strip))
def test_pasted_sources_are_read_back(section: str) -> None:
    """Whatever a section's id looks like, the lines to paste are YAML that gives it back."""
    digest = "0" * 16
    sources = {section or "x": digest}
    lines = sources_to_paste(sources, sources)
    document = compose("p", lines)
    assert document.problems == []
    assert document.value == {"translation": {"sources": {section or "x": digest}}}
    assert yaml.safe_load(lines) is not None


def _approve(content: Content, path: str, text_of: Explainer | Translation) -> None:
    text = (content.root / path).read_text("utf-8")
    lines = lines_to_paste(text_of.digest, DAY)
    content.write(text.replace("---\n\n", f"{lines}---\n\n", 1), path)


@pytest.mark.parametrize("source_approved", [True, False])
@pytest.mark.parametrize("own_approved", [True, False])
@pytest.mark.parametrize("checked", [True, False])
def test_spoken_only_when_all_is_well(
    content: Content,
    source_approved: bool,
    own_approved: bool,
    checked: bool,
) -> None:
    """A translation is spoken when both texts are approved and a speaker has checked it."""
    _bound(content, FRONT_IN_FORCE, CHECKED if checked else "")
    if source_approved:
        _approve(content, INDEX, content.explainer())
    if own_approved:
        _approve(content, KM, _translation(content))
    explainer = content.explainer()
    treatment = explainer.treatment_of(explainer.translations[0])
    assert treatment.spoken is (source_approved and own_approved and checked)
    assert explainer.treatment.spoken is source_approved


def test_order_of_the_station(content: Content) -> None:
    """Translations stand in the order of the station's languages, then by tag."""
    content.write(page())
    for tag in ("sed", "rad", "km", "hmn", "bdq"):
        content.write(page(TRANSLATED if tag == "km" else IN_LATIN), INDEX.replace("index", tag))
    languages = [t.language for t in content.explainer().translations]
    assert languages == ["hmn", "km", "rad", "bdq", "sed"]


def test_a_bad_translation_leaves_its_source(content: Content) -> None:
    """A fault in a translation's body leaves out that page only."""
    content.write(page())
    content.write(page(TRANSLATED, "<script>x</script>\n"), KM)
    library = content.library()
    assert [e.translations for e in library.explainers] == [()]
    assert [p.path for p in library.left_out] == [KM]


def test_a_section_that_the_body_lacks_is_missing(content: Content) -> None:
    """Pasted `sources` vouch for no section that the translation's own body does not have."""
    _bound(content)
    explainer = content.explainer()
    body = render("Mở.\n\n## Một {#mot}\n\nA.\n\n## Hai {#hai}\n")
    present = sections_in(body)
    assert present == ("dau-trang", "mot")
    binding = bind(explainer.translations[0].meta, explainer.sections, present, {})
    assert (binding.state, binding.missing) == (TranslationState.PARTIAL, ("hai",))
    assert yaml.safe_load(sources_to_paste(explainer.sections, present)) == {
        "translation": {"sources": {s: explainer.sections[s] for s in present}}
    }


MINOR = """changes:
  - on: 2026-11-20
    kind: {kind}
    note: Sửa lỗi chính tả.
    sections:
      hai: {{old: {old}, new: {new}}}
"""


def _edited(content: Content, *bodies: str) -> list[str]:
    """The digests of section `hai` in each of the bodies."""
    return [content.explainer(page(FRONT, body)).sections["hai"] for body in bodies]


def test_a_minor_change_stales_nothing(content: Content) -> None:
    """An edit declared minor, with the wording before and after it, leaves a translation ready."""
    edited = BODY.replace("B.", "B!")
    old, new = _edited(content, BODY, edited)
    _bound(content)
    content.write(page(FRONT + MINOR.format(kind="minor", old=old, new=new), edited))
    assert _translation(content).ready


@pytest.mark.parametrize("kind", ["update", "correction"])
def test_a_change_that_is_not_minor_stales(content: Content, kind: str) -> None:
    """Only minor changes vouch for old wordings."""
    edited = BODY.replace("B.", "B!")
    old, new = _edited(content, BODY, edited)
    _bound(content)
    content.write(page(FRONT + MINOR.format(kind=kind, old=old, new=new), edited))
    assert _translation(content).binding.stale == ("hai",)


def test_a_minor_change_vouches_for_no_later_edit(content: Content) -> None:
    """The next edit is stale again: the minor one named the wording that it led to."""
    edited = BODY.replace("B.", "B!")
    old, new = _edited(content, BODY, edited)
    _bound(content)
    later = page(FRONT + MINOR.format(kind="minor", old=old, new=new), BODY.replace("B.", "Khác."))
    content.write(later)
    assert _translation(content).binding.stale == ("hai",)


def test_minor_changes_follow_one_another() -> None:
    """Two minor edits in a row vouch together; a ring of them ends."""
    row = {("s", "a"): "b", ("s", "b"): "c", ("s", "x"): "y", ("s", "y"): "x", ("t", "q"): "c"}
    stale = {d: bool(bind(_made_from(d), {"s": "c"}, ["s"], row).stale) for d in "abcxq"}
    assert stale == {"a": False, "b": False, "c": False, "x": True, "q": True}


def _made_from(digest: str) -> TranslationMeta:
    record = TranslationRecord.model_construct(translator="x", sources={"s": digest})
    return TranslationMeta.model_construct(title="t", summary="s", translation=record)
