"""A translation tells the facts of its source, or it is told where it does not."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.agreement import disagreements
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.facts import facts_in
from site_plugins.policy.translations import Binding, TranslationState
from site_plugins.problems import Problem, Severity, errors
from tests.policy.pairs import KM, source_of, translation_of
from tests.policy.written import Content, page, station

GOLDENS = yaml.safe_load((Path(__file__).parent / "goldens/agreement.yml").read_text("utf-8"))
LANGUAGE = station().languages["km"]


def _told(source: str | Explainer, translation: str | Translation) -> list[Problem]:
    ours = source_of(source) if isinstance(source, str) else source
    theirs = translation_of(translation) if isinstance(translation, str) else translation
    return disagreements(ours, theirs, LANGUAGE)


@pytest.mark.parametrize("case", [c for c in GOLDENS if "wrong" not in c], ids=lambda c: c["id"])
def test_goldens(case: dict[str, str]) -> None:
    """What a translator is told of each translation: nothing where it agrees."""
    translation = translation_of(case["translation"], facts=case.get("facts", {}))
    problems = _told(case["source"], translation)
    told = [str(problem).removeprefix(f"{KM}:") for problem in sorted(problems)]
    assert told == case.get("says", [])


@pytest.mark.parametrize("case", [c for c in GOLDENS if "wrong" in c], ids=lambda c: c["id"])
def test_wrong_figures(case: dict[str, str]) -> None:
    """Each wrong figure is one error that names what the source says and what stands instead."""
    ours, _, theirs = case["wrong"].partition(" → ")
    problem = errors(_told(case["source"], case["translation"]))[0]
    assert f"bản gốc ghi {ours} (index.md dòng 10), bản dịch ghi " in problem.message
    assert theirs == "*" or problem.message.endswith(f"bản dịch ghi {theirs}")
    assert (problem.path, problem.line) == (KM, 10)


SCRIPTS = [chr(zero) for zero in (0x30, 0xE50, 0xED0, 0x1040, 0x17E0, 0x1A80, 0xAA50, 0xA9D0)]
SENTENCES = [
    "Áp dụng từ ngày {d}/{m}/{y}.",
    "Tháng {m} năm {y}, mức {n}.000 đồng một tháng.",
    "Từ {n},5 triệu đồng, tăng {d},5%.",
    "Gọi số 0200 {n} 0{n}.",
    "Nghị định số {n}/{y}/NĐ-CP, Luật số {d}/{y}/QH15.",
    "Từ 7 giờ 30 đến 1{m} giờ, người từ {n} tuổi.",
]
TEXTS = st.builds(
    lambda sentences, d, m, y, n: " ".join(sentences).format(d=d, m=m, y=y, n=n),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True),
    st.integers(1, 28),
    st.integers(1, 9),
    st.integers(2020, 2029),
    st.integers(100, 999),
)


@given(TEXTS, st.sampled_from(SCRIPTS))
def test_the_same_text_agrees_in_any_digits(text: str, zero: str) -> None:
    """Whatever the script of the digits, a translation with all figures of its source agrees."""
    digits = str.maketrans("0123456789", "".join(chr(ord(zero) + n) for n in range(10)))
    assert _told(text, text.translate(digits)) == []


@given(TEXTS, st.data())
def test_any_changed_figure_is_told(text: str, data: st.DataObject) -> None:
    """One digit of one fact changed: never silence."""
    places = [at for at, sign in enumerate(text) if sign.isdecimal()]
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != text[at]]))
    assert _told(text, text[:at] + digit + text[at + 1 :])


@given(TEXTS, st.data())
def test_any_lost_fact_is_told(text: str, data: st.DataObject) -> None:
    """A fact that the source tells once and the translation nowhere: never silence."""
    facts = facts_in(text)
    once = [fact for fact in facts if [other.key for other in facts].count(fact.key) == 1]
    fact = data.draw(st.sampled_from(once))
    assert _told(text, text[: fact.start] + text[fact.end :])


@given(st.text(alphabet="0123456789 .,/-:()ngày tháng triệu NĐ\n|#*", max_size=80))
def test_any_text_can_be_compared(text: str) -> None:
    """Whatever stands in either text, the comparison ends, and no text is wrong beside itself."""
    assert errors(_told(text, text)) == []
    _told("Từ 7 giờ 30 ngày 1/7/2025, 500.000 đồng.", text)
    _told(text, "៧ ១/៧/២០២៥ 500,000")


SECTIONS = "Mở.\n\n## Một {#mot}\n\nNgày 1/7/2025.\n\n## Hai {#hai}\n\n75 tuổi.\n"


@pytest.mark.parametrize(
    ("binding", "told"),
    [
        (Binding(TranslationState.READY), ["mot", "hai"]),
        (Binding(TranslationState.STALE, stale=("mot",)), ["hai"]),
        (Binding(TranslationState.PARTIAL, missing=("hai",)), ["mot", "hai"]),
    ],
    ids=["ready", "stale", "without digest"],
)
def test_only_what_is_up_to_date_is_compared(binding: Binding, told: list[str]) -> None:
    """A stale section differs on purpose; one without a digest claims to say the same."""
    wrong = SECTIONS.replace("1/7", "2/7").replace("75", "57")
    translation = replace(translation_of(wrong), binding=binding)
    problems = _told(source_of(SECTIONS), translation)
    assert [problem.message.split('"')[1] for problem in problems] == told


@pytest.mark.parametrize(
    ("said", "severity"),
    [("Qhib.", Severity.WARNING), ("Ngày 2/7/2025.", Severity.ERROR)],
    ids=["lacking", "wrong"],
)
def test_a_section_under_way_may_lack_facts(said: str, severity: Severity) -> None:
    """Without its digest a section is not finished: a lack is told, only a wrong fact refused."""
    binding = Binding(TranslationState.PARTIAL, missing=("mot",))
    translation = replace(translation_of(SECTIONS.replace("Ngày 1/7/2025.", said)), binding=binding)
    (problem,) = _told(source_of(SECTIONS), translation)
    assert problem.severity is severity


@pytest.mark.parametrize("key", ["board", "loop"])
def test_short_forms_are_compared_where_there_are_any(key: str) -> None:
    """A translation without a board or a loop lacks nothing; a wrong sum in one is told."""
    source = source_of("Mở.", **{key: _short_form(key, "Mức 500.000 đồng")})
    assert _told(source, translation_of("Qhib.")) == []
    wrong = translation_of("Qhib.", **{key: _short_form(key, "50.000 đồng")})
    (problem,) = _told(source, wrong)
    assert "bản gốc ghi 500.000 đồng (index.md dòng 1), bản dịch ghi 50.000" in problem.message


def _short_form(key: str, line: str) -> object:
    return (line,) if key == "board" else line


def test_title_and_summary_are_compared() -> None:
    """What stands on cards and in feeds is held to the source like the page itself."""
    source = source_of("Mở.", title="Từ 75 tuổi", summary="Mức 500.000 đồng.")
    wrong = translation_of("Qhib.", title="57 xyoo", summary="50.000 đồng.")
    assert [len(_told(source, text)) for text in (wrong, translation_of("Qhib."))] == [2, 2]


def test_a_footnote_is_compared() -> None:
    """Notes hold facts too, and lines of their own."""
    source = "Mức hỗ trợ.[^1]\n\n[^1]: 500.000 đồng."
    (problem,) = _told(source, source.replace("500.000", "50.000"))
    assert (problem.line, problem.severity) == (12, Severity.ERROR)


def test_what_the_page_inherits_may_be_named() -> None:
    """A phone of the source's front matter is no strange figure in a translation."""
    contact = {"office": "Xã", "phone": "0200 000 0000"}
    assert _told(source_of("Mở.", contact=contact), "Hu 0200 000 0000.") == []
    assert errors(_told(source_of("Mở."), "Hu 0200 000 0000."))


BOUND = "title: ប្រាក់\nsummary: ឧទាហរណ៍\ntranslation:\n  translator: Mẫu\n  sources:\n{sources}"


def test_a_page_with_a_wrong_sum_is_left_out(content: Content) -> None:
    """The error stands at the translation's line, names the source's, and the page is not built."""
    source = content.explainer(page(body="Mức hỗ trợ là 500.000 đồng.\n"))
    digest = source.sections["dau-trang"]
    front = BOUND.format(sources=f"    dau-trang: {digest}\n")
    content.write(page(front, "ទទួលបាន ៥០.០០០ ដុង។\n"), KM)
    library = content.library()
    assert [explainer.translations for explainer in library.explainers] == [()]
    (problem,) = errors(library.left_out)
    assert (problem.path, problem.line) == (KM, 10)
    assert "bản gốc ghi 500.000 đồng (index.md dòng 8), bản dịch ghi ៥០.០០០" in problem.message
