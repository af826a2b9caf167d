"""What is wrong with a translation is told where it stands, and nothing else is."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.approval import APPROVER, ApprovalState, lines_to_paste
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.model import Block, BlockKind, Body
from site_plugins.policy.schema import TranslationMeta, TranslationRecord
from site_plugins.policy.strict_yaml import YamlDocument
from site_plugins.policy.translations import Binding, TranslationState, sources_to_paste
from site_plugins.policy.writing_systems import script_faults
from tests.policy.written import DAY, FRONT, INDEX, TRANSLATED, Content, page, station, told

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("goldens").joinpath("translations.yml").read_text("utf-8")
)
HEAD = "title: Trợ cấp hằng tháng\nsummary: Người cao tuổi được nhận tiền.\n"
SOURCE = """\
Người cao tuổi được nhận trợ cấp hằng tháng.

## Ai được hưởng {#ai}

Người từ 75 tuổi trở lên, không có lương hưu và không có trợ cấp bảo hiểm xã hội hằng tháng.

## Hỏi ở đâu {#o-dau}

Bộ phận một cửa, Ủy ban nhân dân xã.
"""
PLAIN = """\
Nguoi cao tuoi duoc nhan tro cap hang thang.

## Ai duoc huong {#ai}

Nguoi tu 75 tuoi tro len, khong co luong huu va khong co tro cap bao hiem xa hoi hang thang.

## Hoi o dau {#o-dau}

Bo phan mot cua, Uy ban nhan dan xa.
"""
KM = INDEX.replace("index", "km")
KM_BODY = "ខ្មែរ។\n\n## អ្នកណា {#ai}\n\n75 ក។\n\n## នៅឯណា {#o-dau}\n\nខ។\n"
CHECKED = "  checked_by: Người đọc\n  checked_on: 2026-11-01\n"


def _source(content: Content, extra: str = "", body: str = SOURCE) -> Explainer:
    front = HEAD + FRONT.split("\n", 2)[2] + extra
    return content.explainer(page(front, body))


def _says(content: Content, path: str) -> list[str]:
    library = content.library()
    return told(p for p in (*library.problems, *library.left_out) if p.path == path)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_exact_words(content: Content, case: dict[str, Any]) -> None:
    """Every fault is told in exactly these words, at this line."""
    digests = {f"@{s}": digest for s, digest in _source(content).sections.items()}
    path = INDEX.replace("index.md", case.get("file", "km.md"))
    front = case.get("head", TRANSLATED) + case.get("front", "")
    for mark, digest in digests.items():
        front = front.replace(mark, digest)
    body = {"SOURCE": SOURCE, "PLAIN SOURCE": PLAIN}.get(case["body"], f"{case['body']}\n")
    content.write(page(front.replace("@digest", "0" * 32), body), path)
    if "@digest" in front:
        (translation,) = content.explainer().translations
        content.write(page(front.replace("@digest", translation.digest), body), path)
    assert _says(content, path) == case["says"]
    held = any(": lỗi: " in said for said in case["says"])
    published = [t.path for e in content.library().explainers for t in e.texts]
    assert published == ([INDEX] if held else [INDEX, path])


def _translated(content: Content, source: Explainer, extra: str = CHECKED) -> None:
    sources = sources_to_paste(source.sections, source.sections).removeprefix("translation:\n")
    content.write(page(TRANSLATED + sources + extra, KM_BODY), KM)


def _approval(digest: str) -> str:
    return lines_to_paste(digest, DAY).replace(APPROVER, "Chủ tịch")


_AHEAD = "cảnh báo: bản dịch {} theo lời bài gốc {} (index.md), nên cả hai chưa được phát"


def test_newer_than_its_approved_source(content: Content) -> None:
    """A check of a wording that was edited after its approval is told at its line."""
    approval = _approval(_source(content).digest)
    edited = SOURCE.replace("trở lên", "đổ lên")
    _translated(content, _source(content, approval, edited))
    (said,) = _says(content, KM)
    assert said.startswith("11: " + _AHEAD.format("đã kiểm tra", "đã sửa sau khi duyệt"))


@pytest.mark.parametrize("edited", [True, False])
def test_approved_before_its_source(content: Content, edited: bool) -> None:
    """A translation that is approved while its source is not is told at its approval."""
    source = _source(content, _approval("0" * 32) if edited else "")
    _translated(content, source)
    (translation,) = content.explainer().translations
    _translated(content, source, CHECKED + _approval(translation.digest))
    (said,) = _says(content, KM)
    kind = "đã sửa sau khi duyệt" if edited else "chưa duyệt"
    assert said.startswith("12: " + _AHEAD.format("đã duyệt", kind))


@pytest.mark.parametrize("approved", [True, False])
def test_a_translation_may_wait_for_its_source(content: Content, approved: bool) -> None:
    """Checking a translation before a leader ever approved the source is everyday work."""
    digest = _source(content).digest
    _translated(content, _source(content, _approval(digest) if approved else ""))
    assert _says(content, KM) == []


def test_an_older_wording_is_not_a_newer_one(content: Content) -> None:
    """A translation of the approved wording is outdated by an edit, and told so alone."""
    source = _source(content)
    _translated(content, source)
    _source(content, _approval(source.digest), SOURCE.replace("trở lên", "đổ lên"))
    (said,) = _says(content, KM)
    assert "đã đổi sau khi dịch" in said


def _at_fault(text: str, tag: str) -> list[str]:
    """What is told of the letters of a body in a language."""
    record = TranslationRecord.model_construct(translator="x")
    meta = TranslationMeta.model_construct(title=text, summary=text, translation=record)
    body = Body("", (Block(BlockKind.PARAGRAPH, text, line=1),))
    translation = Translation(
        f"{tag}.md",
        tag,
        meta,
        YamlDocument(""),
        body,
        "",
        ApprovalState.NONE,
        Binding(TranslationState.UNCHECKED),
    )
    source: Any = None
    return told(script_faults(source, translation, station().languages[tag]))


def test_a_short_copy_is_a_copy(content: Content) -> None:
    """However short a text is, all of it in the words of its source is no translation."""
    content.write(page())
    front = "title: Tên bài\nsummary: Tóm tắt.\ntranslation: {translator: Mẫu}\n"
    content.write(page(front), INDEX.replace("index", "rad"))
    (said,) = _says(content, INDEX.replace("index", "rad"))
    assert said.startswith("2: lỗi: bản tiếng Ê Đê giống hệt bài tiếng Việt: chưa dịch")


_KHMER = st.text(alphabet=[chr(c) for c in range(0x1780, 0x17EA)] + [" ", "\u200b", "\u200c"])
_LATIN = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyzƀŏĭ\u0306\u0323’ ,.0123456789 ")


@given(_KHMER, _LATIN)
def test_good_writing_is_silent(khmer: str, latin: str) -> None:
    """Any Khmer beside fewer Latin letters, breves and apostrophes among them, is told nothing."""
    assert _at_fault(f"{'ខ្មែរ ' * len(latin)}{khmer} {latin}", "km") == []
    assert _at_fault(f"Hmoob {latin}", "hmn") == []


@given(_LATIN, st.sampled_from("аеорсухіѕАВЕКМНОРСТХοανΑΒΕ"), st.data())
def test_no_lookalike_passes(latin: str, strange: str, data: st.DataObject) -> None:
    """A Cyrillic or Greek letter is found wherever it stands in a Latin text."""
    place = data.draw(st.integers(0, len(latin)))
    faults = _at_fault(f"Hmoob {latin[:place]}{strange}{latin[place:]}", "hmn")
    assert len(faults) == 1
    assert "viết bằng chữ" in faults[0] or f"U+{ord(strange):04X}" in faults[0]


@given(st.text(), st.sampled_from(sorted(station().languages)))
def test_any_text_has_an_answer(text: str, tag: str) -> None:
    """Whatever is written, in whatever language, the check of its letters ends."""
    assert isinstance(_at_fault(text, tag), list)
