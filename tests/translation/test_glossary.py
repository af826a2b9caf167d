"""Glossaries are read with the care of front matter, and give translators the agreed terms."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.strict_yaml import compose
from site_plugins.problems import tell
from site_plugins.translation.glossary import Glossaries, read_glossaries
from site_plugins.translation.glossary_file import agreed_terms, explained_terms
from site_plugins.translation.model import Term
from tests.policy.written import REPOSITORY, station

EXPLAINED = "hộ nghèo: Gia đình nghèo.\nBộ phận một cửa:\n  explanation: Nơi nhận giấy tờ.\n"
CHECKED = "checked_by: Bà A\nchecked_on: 2026-11-21\n"
AGREED = "hộ nghèo: [គ្រួសារក្រីក្រ, ក្រីក្រ]\n"


def _read(root: Path, **files: str) -> tuple[Glossaries, str]:
    """Glossaries by tag, and all that is told of them."""
    folder = root / "audio/glossary"
    folder.mkdir(parents=True)
    for tag, text in files.items():
        (folder / f"{tag.replace('_', '-')}.yml").write_text(text, "utf-8")
    glossaries, problems = read_glossaries(root, station().languages)
    return glossaries, tell(problems).replace("audio/glossary/", "")


def test_the_shipped_ones_are_good() -> None:
    """Samples are read without a problem, and none of them passes for checked."""
    glossaries, problems = read_glossaries(REPOSITORY, station().languages)
    assert problems == []
    assert {"vi", "km", "hmn"} <= glossaries.by_language.keys()
    assert all(glossary.is_sample for glossary in glossaries.by_language.values())


def test_a_project_needs_none(tmp_path: Path) -> None:
    """Without the folder, and with files of comments alone, there are no terms."""
    assert read_glossaries(tmp_path, station().languages) == (Glossaries(), [])
    glossaries, told = _read(tmp_path, vi="# chưa có gì\n", km="")
    assert told == ""
    assert glossaries.terms_in("hộ nghèo", "km") == ()


def test_terms_for_translators(tmp_path: Path) -> None:
    """The preferred form and the explanation; longest first; a term without a form is there too."""
    glossaries, told = _read(tmp_path, vi=EXPLAINED, km=CHECKED + AGREED)
    assert told == ""
    text = "Hộ  nghèo hỏi BỘ PHẬN MỘT CỬA, hộ nghèo"
    poor = Term("hộ nghèo", "គ្រួសារក្រីក្រ", "Gia đình nghèo. Cũng dùng được: ក្រីក្រ.")
    office = Term("Bộ phận một cửa", "", "Nơi nhận giấy tờ.")
    assert glossaries.terms_in(text, "km") == (office, poor)
    assert [term.agreed for term in glossaries.terms_in(text, "hmn")] == ["", ""]
    assert glossaries.terms_in("hộ nghèokhổ, hộ cận nghèo", "km") == ()


def test_a_language_explains_in_its_own_words(tmp_path: Path) -> None:
    """Its explanation stands in the place of the Vietnamese one; notes and doubts follow."""
    own = "hộ nghèo: {use: ក្រីក្រ, explanation: ពន្យល់, note: Hỏi bà con., avoid: [ក្រ, ក]}\n"
    glossaries, told = _read(tmp_path, vi=EXPLAINED, km=own)
    assert told == ""
    (term,) = glossaries.terms_in("hộ nghèo", "km")
    unchecked = "Cách gọi này chưa có người kiểm tra."
    assert term.explanation == f"ពន្យល់ Hỏi bà con. Không dùng: ក្រ, ក. {unchecked}"
    (entry,) = glossaries.of("km").entries
    assert entry.note == "Hỏi bà con."


@pytest.mark.parametrize(
    ("header", "is_sample"),
    [
        ("", True),
        ("checked_by: Bà A\n", True),
        ("checked_on: 2026-11-21\n", True),
        (CHECKED, False),
    ],
)
def test_who_vouches(tmp_path: Path, header: str, *, is_sample: bool) -> None:
    """Only a name and a day together make a glossary more than a sample."""
    glossaries, told = _read(tmp_path, vi=EXPLAINED, km=header + AGREED)
    assert told == ""
    assert glossaries.of("km").is_sample == is_sample


FAULTS = {
    "a: b:c\nd: e: f\n": "km.yml:2:5: lỗi",
    "hộ nghèo:\n": 'km.yml:1:1: lỗi: trường "hộ nghèo" để trống',
    "hộ nghèo: {}\n": "lỗi: hộ nghèo.use: thiếu trường này",
    "hộ nghèo: {usee: ក}\n": 'lỗi: hộ nghèo.usee: không có trường này; có phải ý là "use"?',
    "hộ nghèo: []\n": "km.yml:1:1: lỗi: hộ nghèo.use: danh sách để trống",
    "hộ nghèo: [ក, [ខ]]\n": "lỗi: hộ nghèo.use.2: phải là một dòng chữ",
    "hộ nghèo: ក\nHỘ  nghèo: ខ\n": "km.yml:2:1: lỗi: “HỘ nghèo” đã có ở dòng 1; giữ lại một",
    "hộ nghèo: ក\nhộ nghèo: ខ\n": 'km.yml:2:1: lỗi: trường "hộ nghèo" viết hai lần',
    "hộ nghèo: <b>ក</b>\n": "lỗi: hộ nghèo.use.1: có dấu của HTML",
    "hộ <b>nghèo: ក\n": "km.yml:1:1: lỗi: “hộ <b>nghèo” có dấu của HTML",
    "12: ក\n": "km.yml:1:1: lỗi: “12” không có chữ nào",
    "hộ nghèo: '12'\n": "km.yml:1:11: lỗi: “hộ nghèo”: “12” không có chữ nào",
    "ក្រីក្រ: hộ nghèo\n": "km.yml:1:1: lỗi: “ក្រីក្រ” không phải tiếng Việt (có chữ “ក”)",
    "hộ nghèo: бедный\n": "lỗi: “hộ nghèo”: “бедный” có chữ “б” không phải chữ Khơ-me",
    "hộ nghèo: [ក, kre]\n": "km.yml:1:15: cảnh báo: “hộ nghèo”: “kre” không viết bằng chữ Khơ-me",
    "hộ nghèo: {use: ក, avoid: [ខ, ក]}\n": "km.yml:1:31: lỗi: “hộ nghèo”: “ក” vừa phải dùng vừa",
    "hộ nghéo: ក\n": 'có phải ý là "hộ nghèo"?',
    "lũ quét: ក\n": "km.yml:1:1: cảnh báo: “lũ quét” chưa được giải nghĩa trong vi.yml; thêm dòng",
    "người kiểm tra: Bà A\n": 'có phải ý là "checked_by"?',
    "checked_on: hôm qua\n": "km.yml:1:13: lỗi: checked_on:",
    "hộ nghèo: &a ក\n": "km.yml:1:11: lỗi: giá trị không được bắt đầu bằng",
    "hộ nghèo: ក\u202eខ\n": "km.yml:1:12: lỗi: có ký tự điều khiển U+202E",
    "---": "lỗi: phần khai báo phải gồm các dòng",
    "- hộ nghèo\n": "km.yml:1:1: lỗi: phần khai báo phải gồm các dòng",
}  # fmt: skip


@pytest.mark.parametrize(("text", "says"), FAULTS.items(), ids=list(FAULTS))
def test_every_fault_is_told_at_its_place(tmp_path: Path, text: str, says: str) -> None:
    """File, line, column, what is wrong and what to write."""
    assert says in _read(tmp_path, vi=EXPLAINED, km=text)[1]


def test_one_fault_does_not_hide_another(tmp_path: Path) -> None:
    """Faults of schema, of terms and of forms, in two files, are told in one run."""
    told = _read(tmp_path, vi="x y: {use: a}\n", km="hộ: {us: ក}\n12: ក\nhộ nghèo: я\n")[1]
    assert told.count("lỗi") == 5


def test_a_vietnamese_loan_is_normal(tmp_path: Path) -> None:
    """People may go on saying a term in Vietnamese, whatever their own script is."""
    assert _read(tmp_path, vi=EXPLAINED, km="Bộ phận một cửa: bộ phận một cửa\n")[1] == ""


@pytest.mark.parametrize(
    ("name", "says"),
    [("kmm.yml", "ví dụ km.yml"), ("hmn.txt", "ví dụ hmn.yml"), ("KM.yml", "ví dụ km.yml")],
)
def test_a_file_of_no_language(tmp_path: Path, name: str, says: str) -> None:
    """A glossary that no language would get is an error that names the nearest language."""
    (tmp_path / "audio/glossary").mkdir(parents=True)
    (tmp_path / "audio/glossary" / name).write_text("hộ nghèo: a\n", "utf-8")
    _, problems = read_glossaries(tmp_path, station().languages)
    assert f"audio/glossary/{name}: lỗi: tên tệp thuật ngữ phải là mã thứ tiếng" in tell(problems)
    assert says in tell(problems)


@given(st.text(st.sampled_from("hộ nghèo:ក\n -{}[],'\"#&*!|>%@`<b\t\\"), max_size=60))
def test_nothing_that_is_typed_breaks_the_reading(text: str) -> None:
    """Whatever a file holds, there are terms and problems, never an exception."""
    for document in (compose("vi.yml", text), compose("km.yml", text)):
        explained = explained_terms(document)
        agreed = agreed_terms(document, "Khmr", explained)
        assert all(entry.term and entry.forms for entry in agreed.entries)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """A glossary is a plain file of the project."""
    (tmp_path / "audio/glossary").mkdir(parents=True)
    (tmp_path / "elsewhere.yml").write_text("hộ nghèo: ក\n", "utf-8")
    (tmp_path / "audio/glossary/km.yml").symlink_to(tmp_path / "elsewhere.yml")
    glossaries, problems = read_glossaries(tmp_path, station().languages)
    assert "không phải tệp thường" in tell(problems)
    assert glossaries.of("km").entries == ()


def test_a_folder_that_is_a_link_is_told(tmp_path: Path) -> None:
    """Nothing outside of the project is read, and nobody wonders why."""
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio/glossary").symlink_to(REPOSITORY / "audio/glossary")
    glossaries, problems = read_glossaries(tmp_path, station().languages)
    assert "audio/glossary: lỗi: là liên kết" in tell(problems)
    assert glossaries == Glossaries()
