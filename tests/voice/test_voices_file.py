"""`audio/voices.yml`: every fault at its line and column, with the way to mend it."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import yaml

from site_plugins.problems import tell
from site_plugins.voice.registry import GROUP, Engines
from site_plugins.voice.rows import VoiceRows
from site_plugins.voice.voices_file import VOICES, read_voices

ROOT = Path(__file__).parents[2]
LANGUAGES = ("vi", "km", "hmn")
REST = "km: []\nhmn: []\n"


def _read(text: str) -> tuple[VoiceRows, str]:
    rows, problems = read_voices(text, LANGUAGES, Engines(), ROOT)
    return rows, tell(problems)


def test_the_shipped_file_has_a_row_for_every_language_of_the_registry() -> None:
    """Vietnamese has the embedded voice, the others wait for a person's."""
    languages = yaml.safe_load((ROOT / "audio/languages.yml").read_text(encoding="utf-8"))
    text = (ROOT / VOICES).read_text(encoding="utf-8")
    rows, problems = read_voices(text, languages, Engines(), ROOT)
    assert problems == []
    spoken = {tag for tag in languages if rows.voice_for(tag, online_allowed=True)}
    assert spoken == {"vi"}


def test_the_first_voice_of_a_row_speaks() -> None:
    """Order is preference."""
    rows, told = _read("vi: [espeak:vi-vn-x-south, espeak:vi]\n" + REST)
    assert told == ""
    voice = rows.voice_for("vi")
    assert voice
    assert voice.voice.name == "espeak:vi-vn-x-south"


def test_an_empty_row_waits_for_a_person() -> None:
    """No voice of another language is ever put in its place."""
    rows, _ = _read("vi: [espeak:vi]\n" + REST)
    assert rows.voice_for("hmn") is None
    assert rows.voice_for("unheard-of") is None


def test_an_online_voice_is_passed_over_unless_allowed() -> None:
    """It sends the text abroad: the station decides."""
    rows, told = _read("vi: [gtts:vi, espeak:vi]\nkm: [gtts:km]\nhmn: []\n")
    assert told == ""
    assert _name(rows, "vi", allowed=False) == "espeak:vi"
    assert _name(rows, "vi", allowed=True) == "gtts:vi"
    assert _name(rows, "km", allowed=False) is None
    assert _name(rows, "km", allowed=True) == "gtts:km"


def test_languages_with_nothing_but_online_voices_are_known() -> None:
    """They fall silent where the station does not allow them."""
    rows, _ = _read("vi: [gtts:vi, espeak:vi]\nkm: [gtts:km]\nhmn: []\n")
    assert rows.only_online() == ("km",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "vi: [espeak:vi]\nkm: []\nhmn:\n",
            'audio/voices.yml:3:1: lỗi: trường "hmn" để trống; viết hmn: [recording]',
        ),
        (
            "vi: [{voice: espeak:vi, pauses: 0,5}]\n" + REST,
            "audio/voices.yml:1:35: lỗi: số có dấu phẩy; phần lẻ viết sau dấu chấm, ví dụ 1.5",
        ),
        (
            "vi: [{espeak:vi, rate_wpm: 150}]\n" + REST,
            "audio/voices.yml:1:7: lỗi: thiếu chữ voice: trước tên giọng; viết voice: espeak:vi",
        ),
        (
            "vi: [{voice: recording, rate_wpm: 150}]\n" + REST,
            (
                "audio/voices.yml:1:6: lỗi: bản ghi của người đọc không có mục chỉnh; "
                "chỉ viết recording"
            ),
        ),
        (
            "vi: [neural:abc]\n" + REST,
            (
                'audio/voices.yml:1:6: lỗi: không có giọng "neural:abc"; '
                "khai báo ở mục models, hoặc xem phần đầu tệp"
            ),
        ),
        (
            "vi: [espeak:vj]\n" + REST,
            'audio/voices.yml:1:6: lỗi: không có giọng "espeak:vj"; có phải ý là "espeak:vi"?',
        ),
        (
            "vi: [espek:vi]\n" + REST,
            'audio/voices.yml:1:6: lỗi: không có bộ đọc "espek"; có phải ý là "espeak"?',
        ),
        (
            "vi: []\nkm: []\nhmn:\n  - espeak:vi\n",
            (
                'audio/voices.yml:4:5: lỗi: giọng "espeak:vi" không nói được tiếng "hmn"; '
                "giọng này chỉ dùng cho: vi; chưa có giọng thì viết hmn: [recording]"
            ),
        ),
        (
            "vi: [espeak:vi, espeak:vi]\n" + REST,
            'audio/voices.yml:1:17: lỗi: giọng "espeak:vi" viết hai lần; hãy giữ lại một',
        ),
        (
            "vi: espeak:vi\n" + REST,
            "audio/voices.yml:1:5: lỗi: giọng đọc phải là danh sách; ví dụ: vi: [recording]",
        ),
        (
            "vi: [[espeak:vi]]\n" + REST,
            "audio/voices.yml:1:6: lỗi: tên giọng phải là chữ; ví dụ: espeak:vi",
        ),
        (
            "vi: []\nkhm: []\n" + REST,
            'audio/voices.yml:2:1: lỗi: không có ngôn ngữ "khm"; có phải ý là "km"?',
        ),
        (
            "vi: []\nkm: []\n",
            (
                'audio/voices.yml:1:1: lỗi: thiếu dòng cho ngôn ngữ "hmn"; '
                'thêm dòng "hmn: [recording]"'
            ),
        ),
    ],
)
def test_a_fault_is_told_where_it_stands(text: str, told: str) -> None:
    """File, line, column, what is wrong, what to write."""
    assert told in _read(text)[1].splitlines()


def test_people_come_before_machines() -> None:
    """A row that takes recordings says so first."""
    rows, told = _read("vi: [recording, espeak:vi]\nkm: [recording]\nhmn: []\n")
    assert told == ""
    assert rows.recorded == {"vi", "km"}
    assert _name(rows, "vi", allowed=False) == "espeak:vi"
    assert rows.voice_for("km") is None


def test_a_voice_may_have_settings_of_its_own() -> None:
    """Pace, pitch and pauses; what is not said stays the station's or the voice's."""
    rows, told = _read(
        "vi: [{voice: espeak:vi, rate_wpm: 150, pitch: 95, pauses: 1.2}]\nkm: []\nhmn: []\n"
    )
    assert told == ""
    chosen = rows.voice_for("vi")
    assert chosen
    assert (chosen.rate_wpm, chosen.pitch, chosen.pauses) == (150, 95, 1.2)
    plain = _read("vi: [espeak:vi]\n" + REST)[0].voice_for("vi")
    assert plain
    assert (plain.rate_wpm, plain.pitch, plain.pauses) == (None, 100, 1)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("[espeak:vi, recording]", "1:17: lỗi: người đọc đứng trước giọng máy"),
        ("[recording, recording]", '1:17: lỗi: giọng "recording" viết hai lần; hãy giữ lại một'),
        (
            "[{voice: espeak:vj}]",
            '1:14: lỗi: không có giọng "espeak:vj"; có phải ý là "espeak:vi"?',
        ),
        ("[{voice: espeak:vi, pitch: 500}]", "1:32: lỗi: pitch: số quá lớn; lớn nhất là 150"),
        ("[{voice: espeak:vi, rate_wpm: nhanh}]", "1:35: lỗi: rate_wpm: phải là một số nguyên"),
        ("[{voice: espeak:vi, pauses: 0.1}]", "1:33: lỗi: pauses: số quá nhỏ; nhỏ nhất là 0.5"),
        ("[{voice: espeak:vi, speed: 2}]", "1:25: lỗi: speed: không có trường này"),
        ("[{rate_wpm: 150}]", "lỗi: voice: thiếu trường này"),
        ("[{voice: gtts:vi, pitch: 90}]", 'giọng "gtts:vi" không chỉnh được pitch; xóa mục này'),
    ],
)
def test_a_fault_in_a_row_is_told(row: str, told: str) -> None:
    """Settings are held to what they may be and to what the voice can do."""
    assert told in _read(f"vi: {row}\n{REST}")[1]


def test_a_model_s_folder_is_told_when_it_is_no_model() -> None:
    """With the name that the row gives it."""
    models = "models: {mms: {folder: khong-co, languages: [km], licence: CC-BY-NC-4.0}}\n"
    _, told = _read("vi: []\nkm: [neural:mms]\nhmn: []\n" + models)
    assert "audio/voices.yml:2:6: lỗi: " in told
    assert "khong-co" in told


@pytest.mark.parametrize(
    ("models", "told"),
    [
        ("{mms: {folder: x, languages: [khm], licence: x}}", 'không có ngôn ngữ "khm"'),
        ("{mms: {languages: [km], licence: x}}", "models.mms.folder: thiếu trường này"),
        ("{mms: {folder: x, languages: [km]}}", "models.mms.licence: thiếu trường này"),
        ("{mms: x}", "models.mms: phải gồm các dòng con"),
        ("x", "models: phải gồm các dòng con"),
    ],
)
def test_a_fault_in_a_model_is_told(models: str, told: str) -> None:
    """A station decides about a model's licence, so it names it."""
    assert told in _read(f"vi: []\n{REST}models: {models}\n")[1]


def test_all_faults_are_told_at_once() -> None:
    """And a broken row leaves the others standing."""
    rows, told = _read("vi: [espeak:vj]\nkm: [espeak:vi]\nhmn: [gtts:km]\n")
    assert len(told.splitlines()) == 3
    assert rows.voice_for("vi") is None


def test_an_engine_that_cannot_start_is_a_problem_and_not_a_crash() -> None:
    """Engines come in by entry point and may be anybody's."""
    doors = (EntryPoint("lạ", "no.such.module:Engine", GROUP),)
    _, problems = read_voices("vi: [lạ:vi]\n", ("vi",), Engines(doors), ROOT)
    assert 'bộ đọc "lạ" không khởi động được' in tell(problems)


def _name(rows: VoiceRows, language: str, *, allowed: bool) -> str | None:
    voice = rows.voice_for(language, online_allowed=allowed)
    return voice.voice.name if voice else None
