"""The registry of languages: every language that is needed, and no row that would mislead."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.language_tags import parse_tag
from site_plugins.policy.languages import Language
from site_plugins.policy.names import bad_translation
from site_plugins.policy.scripts import is_script, script_name, script_of
from site_plugins.policy.station import read_settings
from tests.policy.written import station, told

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("goldens").joinpath("languages.yml").read_text("utf-8")
)
VIETNAMESE = "vi:\n  full_tag: vi-VN\n  name: Việt\n  endonym: Tiếng Việt\n  script: Latn\n"

# The table of languages of the project's domain: name in Vietnamese, key, full tag, script.
DOMAIN = """
Mông           hmn hmn-Latn-VN Latn
Mông           hnj hnj-Latn-VN Latn
Mông           mww mww-Latn-VN Latn
Hmông          hmv hmv-Latn-VN Latn
Dao            ium ium-Latn-VN Latn
Dao            mji mji-Latn-VN Latn
Tày            tyz tyz-Latn-VN Latn
Nùng           nut nut-Latn-VN Latn
Thái           blt blt-Latn-VN Latn
Thái           blt-tavt blt-Tavt Tavt
Thái           tyj tyj-Latn-VN Latn
Thái           tmm tmm-Latn-VN Latn
Thổ            tou tou-Latn-VN Latn
Mường          mtq mtq-Latn-VN Latn
Cơ.Tu          ktv ktv-Latn-VN Latn
Xơ.Đăng        sed sed-Latn-VN Latn
Ca.Dong        kxy kxy-Latn-VN Latn
Giẻ            jeh jeh-Latn-VN Latn
Triêng         stg stg-Latn-VN Latn
Cor            cua cua-Latn-VN Latn
Bru–Vân.Kiều   bru bru-Latn-VN Latn
Pa.Kô          pac pac-Latn-VN Latn
Ê.Đê           rad rad-Latn-VN Latn
Gia.Rai        jra jra-Latn-VN Latn
Ba.Na          bdq bdq-Latn-VN Latn
K’ho           kpm kpm-Latn-VN Latn
M’nông         cmo cmo-Latn-VN Latn
Chăm           cjm-cham cjm-Cham Cham
Chăm           cjm-latn cjm-Latn Latn
Khmer          km km-VN Khmr
"""
ROWS = [tuple(row.split()) for row in DOMAIN.strip().splitlines()]


@pytest.mark.parametrize(("name", "key", "full_tag", "script"), ROWS, ids=[r[1] for r in ROWS])
def test_every_language_is_ready(name: str, key: str, full_tag: str, script: str) -> None:
    """Each language that VOV4 or the plans name has its row, under its own tag and script."""
    row = station().languages[key]
    assert row.name.startswith(name.replace(".", " "))
    assert (row.full_tag, row.script, row.direction) == (full_tag, script, "ltr")
    assert row.fonts


def test_no_language_is_left_out_of_the_table() -> None:
    """What the registry ships and what the table lists are the same."""
    assert set(station().languages) == {row[1] for row in ROWS} | {"vi"}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_exact_words(tmp_path: Path, case: dict[str, Any]) -> None:
    """Every fault of a row is told in exactly these words, at this line and column."""
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio/station.yml").write_text("name: A\ncommune: B\n", "utf-8")
    (tmp_path / "audio/languages.yml").write_text(VIETNAMESE + case["rows"], "utf-8")
    settings, problems = read_settings(tmp_path)
    assert told(problems) == case["says"]
    assert (settings is None) == bool(case["says"])


_LISTED = "mã các thứ tiếng ghi trong audio/languages.yml"
_SOURCE = "bài gốc tiếng Việt phải là index.md"
_NAMES = {
    "KM": 'có phải ý là "km.md"?',
    "kh": 'có phải ý là "km.md"?',
    "khm": 'có phải ý là "km.md"?',
    "khmer": 'có phải ý là "km.md"?',
    "tieng-khmer": 'có phải ý là "km.md"?',
    "km_KH": 'có phải ý là "km.md"?',
    "km (1)": 'có phải ý là "km.md"?',
    "ban dich": _LISTED,
    "ede": 'có phải ý là "rad.md"?',
    "Ê Đê": 'có phải ý là "rad.md"?',
    "jarai": 'có phải ý là "jra.md"?',
    "koho": 'có phải ý là "kpm.md"?',
    "hmong": 'có phải ý là "hmn.md"?',
    "cjm": 'có phải ý là "cjm-cham.md" hoặc "cjm-latn.md"?',
    "cjm-Cham": 'có phải ý là "cjm-cham.md"?',
    "blt_Tavt": 'có phải ý là "blt-tavt.md"?',
    "tai": 'có phải ý là "tyz.md", "blt.md", "blt-tavt.md", "tyj.md" hoặc "tmm.md"?',
    "en": (
        "tiếng Anh (en) chưa khai báo;"
        " đài dùng thứ tiếng này thì khai báo thêm trong audio/languages.yml"
    ),
    "lao": (
        "tiếng Lào (lo) chưa khai báo;"
        " đài dùng thứ tiếng này thì khai báo thêm trong audio/languages.yml"
    ),
    "vi": _SOURCE,
    "vn": _SOURCE,
    "VIE": _SOURCE,
    "tieng-viet": _SOURCE,
    "Index": _SOURCE,
    "index (1)": f"{_SOURCE}; tệp này là bản sao thì xóa đi",
    "index - Copy": f"{_SOURCE}; tệp này là bản sao thì xóa đi",
    "README": _LISTED,
    "qqq": _LISTED,
    "-": _LISTED,
}


@pytest.mark.parametrize(("stem", "hint"), _NAMES.items(), ids=_NAMES)
def test_the_file_that_was_meant(stem: str, hint: str) -> None:
    """A file that no language bears is told with the nearest declared ones, or with its own."""
    assert bad_translation(stem, station().languages)[1] == hint


@given(st.text(max_size=12))
def test_any_name_has_an_answer(stem: str) -> None:
    """Whatever a file is called, it is told without falling over, and so is its tag."""
    message, hint = bad_translation(stem, station().languages)
    assert message
    assert hint
    parsed = parse_tag(stem)
    assert parsed is None or parse_tag(str(parsed)) == parsed


# Appendix A of RFC 5646 lists these as well-formed and as not.
_GOOD = [
    "de",
    "ja",
    "zh-Hant",
    "sr-Latn",
    "zh-cmn-Hans-CN",
    "cmn-Hans-CN",
    "sr-Latn-RS",
    "sl-rozaj",
    "sl-rozaj-biske",
    "de-CH-1901",
    "sl-IT-nedis",
    "hy-Latn-IT-arevela",
    "de-DE",
    "en-US",
    "es-419",
    "de-CH-x-phonebk",
    "az-Arab-x-AZE-derbend",
    "qaa-Qaaa-QM-x-southern",
    "sr-Latn-QM",
    "en-US-u-islamcal",
    "zh-CN-a-myext-x-private",
]
_BAD = ["de-419-DE", "a-DE", "ar-a-aaa-b-bbb-a-ccc", "de-1901-1901", "tiếng", "km_VN", "km-", "-km"]


@pytest.mark.parametrize("tag", _GOOD)
def test_well_formed_tags(tag: str) -> None:
    """The standard's own examples are tags."""
    parsed = parse_tag(tag)
    assert parsed is not None
    assert str(parsed).lower() == tag.lower()


@pytest.mark.parametrize("tag", _BAD)
def test_ill_formed_tags(tag: str) -> None:
    """The standard's counter-examples, and slips of the hand, are none."""
    assert parse_tag(tag) is None


@pytest.mark.parametrize(
    ("chars", "code"),
    [
        ("aĐơƀʰꞌ", "Latn"), ("ក។០", "Khmr"), ("ꪀꪲ", "Tavt"), ("ꨀꩌ", "Cham"), ("аё", "Cyrl"),
        ("αΩ", "Grek"), ("𖼀", "Plrd"), ("漢", "Hani"), ("\u0306’ʼ 0–\u200b\u200d", ""),
    ],
)  # fmt: skip
def test_the_script_of_a_character(chars: str, code: str) -> None:
    """Unicode's own property, marks and signs that scripts share left out."""
    assert {script_of(char) for char in chars} == {code}


def test_scripts_have_names() -> None:
    """A script is named in Vietnamese, or as the world names it; every name is of a script."""
    assert script_name("Tavt") == "chữ Thái Việt"
    assert script_name("Hmnp") == "chữ Nyiakeng Puachue Hmong"
    assert [
        code for code in ("Latn", "Khmr", "Zyyy", "Hans", "Abcd", "a)(") if is_script(code)
    ] == [
        "Latn",
        "Khmr",
    ]


def test_one_way_of_writing_may_stand_alone() -> None:
    """`orthography: RPA` and `orthography: [RPA]` are one thing."""
    row = {"full_tag": "hmn", "name": "Mông", "endonym": "Hmoob", "script": "Latn"}
    one, listed = (Language.model_validate(row | {"orthography": o}) for o in ("RPA", ["RPA"]))
    assert one == listed
    assert one.orthography == ("RPA",)
    assert re.search("RPA", station().languages["hmn"].orthography[0])
