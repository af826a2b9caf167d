"""`audio/voices.yml`: every fault at its line and column, with the way to mend it."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import yaml

from site_plugins.problems import tell
from site_plugins.voice.registry import GROUP, Engines
from site_plugins.voice.voices_file import VOICES, VoiceRows, read_voices

ROOT = Path(__file__).parents[2]
LANGUAGES = ("vi", "km", "hmn")
REST = "km: []\nhmn: []\n"


def _read(text: str) -> tuple[VoiceRows, str]:
    rows, problems = read_voices(text, LANGUAGES, Engines())
    return rows, tell(problems)


def test_the_shipped_file_has_a_row_for_every_language_of_the_registry() -> None:
    """Vietnamese has the embedded voice, the others wait for a person's."""
    languages = yaml.safe_load((ROOT / "audio/languages.yml").read_text(encoding="utf-8"))
    text = (ROOT / VOICES).read_text(encoding="utf-8")
    rows, problems = read_voices(text, languages, Engines())
    assert problems == []
    spoken = {tag for tag in languages if rows.voice_for(tag, online_allowed=True)}
    assert spoken == {"vi"}


def test_the_first_voice_of_a_row_speaks() -> None:
    """Order is preference."""
    rows, told = _read("vi: [espeak:vi-vn-x-south, espeak:vi]\n" + REST)
    assert told == ""
    voice = rows.voice_for("vi")
    assert voice
    assert voice.name == "espeak:vi-vn-x-south"


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
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
                "giọng này chỉ dùng cho: vi; chưa có giọng thì viết hmn: []"
            ),
        ),
        (
            "vi: [espeak:vi, espeak:vi]\n" + REST,
            'audio/voices.yml:1:17: lỗi: giọng "espeak:vi" viết hai lần; hãy giữ lại một',
        ),
        (
            "vi: espeak:vi\n" + REST,
            "audio/voices.yml:1:5: lỗi: giọng đọc phải là danh sách; ví dụ: vi: [espeak:vi]",
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
            'audio/voices.yml:1:1: lỗi: thiếu dòng cho ngôn ngữ "hmn"; thêm dòng "hmn: []"',
        ),
        (
            "vi:\n" + REST,
            'audio/voices.yml:1:1: lỗi: trường "vi" để trống; hãy viết giá trị hoặc xóa dòng này',
        ),
    ],
)
def test_a_fault_is_told_where_it_stands(text: str, told: str) -> None:
    """File, line, column, what is wrong, what to write."""
    assert told in _read(text)[1].splitlines()


def test_all_faults_are_told_at_once() -> None:
    """And a broken row leaves the others standing."""
    rows, told = _read("vi: [espeak:vj]\nkm: [espeak:vi]\nhmn: [gtts:km]\n")
    assert len(told.splitlines()) == 3
    assert rows.voice_for("vi") is None


def test_an_engine_that_cannot_start_is_a_problem_and_not_a_crash() -> None:
    """Engines come in by entry point and may be anybody's."""
    doors = (EntryPoint("lạ", "no.such.module:Engine", GROUP),)
    _, problems = read_voices("vi: [lạ:vi]\n", ("vi",), Engines(doors))
    assert 'bộ đọc "lạ" không khởi động được' in tell(problems)


def _name(rows: VoiceRows, language: str, *, allowed: bool) -> str | None:
    voice = rows.voice_for(language, online_allowed=allowed)
    return voice.name if voice else None
