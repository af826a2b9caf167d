"""The station's own settings are read with the same care as front matter."""

import shutil
import sys
from pathlib import Path

import pytest

from site_plugins.policy.station import meant_language, read_settings
from tests.policy.written import REPOSITORY, station, told

STATION = "name: Đài A\ncommune: xã A\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the shipped registry of languages."""
    (tmp_path / "audio").mkdir()
    shutil.copy(REPOSITORY / "audio/languages.yml", tmp_path / "audio")
    return tmp_path


def _says(root: Path, text: str, file: str = "station.yml") -> list[str]:
    (root / "audio" / file).write_text(text, "utf-8")
    return told(read_settings(root)[1])


def test_shipped_settings_are_good() -> None:
    """What the repository ships is told nothing."""
    settings, problems = read_settings(REPOSITORY)
    assert problems == []
    assert settings is not None
    assert settings.minority_languages == settings.station.languages[1:]


def test_the_least(root: Path) -> None:
    """A name and a commune are enough: a station of Vietnamese alone, offline."""
    assert _says(root, STATION) == []
    settings, _ = read_settings(root)
    assert settings is not None
    assert settings.station.languages == ("vi",)
    assert settings.minority_languages == ()
    assert settings.station.online_voices is False


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("rate_wpm: nhanh", "3:11: lỗi: rate_wpm: phải là một số nguyên; ví dụ 160"),
        ("rate_wpm: 20", "3:11: lỗi: rate_wpm: số quá nhỏ; nhỏ nhất là 130"),
        ("rate_wpm: [1]", "3:1: lỗi: rate_wpm: phải là một số nguyên; ví dụ 160"),
        (
            "sound: {profiles: {horn: {loudness_lufs: '-1,5'}}}",
            (
                "3:42: lỗi: sound.profiles.horn.loudness_lufs: phải là một số;"
                " phần lẻ viết sau dấu chấm, ví dụ -16 hoặc -1.5"
            ),
        ),
        (
            "sound: {profiles: {horn: {loudness_lufs: 3}}}",
            "3:42: lỗi: sound.profiles.horn.loudness_lufs: số quá lớn; lớn nhất là -8",
        ),
        (
            "sound: {profiles: {horn: {loudness_lufs: nan}}}",
            (
                "3:42: lỗi: sound.profiles.horn.loudness_lufs: phải là một số;"
                " phần lẻ viết sau dấu chấm, ví dụ -16 hoặc -1.5"
            ),
        ),
        (
            "sound: {clip: web, profiles: {web: {bitrate_kbps: 24}}}",
            (
                "3:51: lỗi: sound.profiles.web.bitrate_kbps: tệp MP3 không xuống dưới 32 được;"
                " viết 32 trở lên, hoặc chọn clip khác"
            ),
        ),
        (
            "sound: {clip: loa}",
            (
                '3:15: lỗi: sound.clip: giá trị "loa" không có trong danh sách;'
                ' chọn một trong: "horn", "radio" hoặc "web"'
            ),
        ),
        (
            "online_voices: có",
            "3:16: lỗi: online_voices: phải là yes hoặc no; viết yes hoặc no",
        ),
        (
            "reading: {thousand: nghin}",
            (
                '3:21: lỗi: reading.thousand: giá trị "nghin" không có trong danh sách;'
                ' chọn một trong: "nghìn" hoặc "ngàn"'
            ),
        ),
        (
            "languages: [vi, kmm]",
            '3:17: lỗi: không có ngôn ngữ "kmm" trong audio/languages.yml; có phải ý là "km"?',
        ),
        (
            "languages: [vi, khmer]",
            '3:17: lỗi: không có ngôn ngữ "khmer" trong audio/languages.yml; có phải ý là "km"?',
        ),
        ("languages: []", "3:1: lỗi: languages: danh sách để trống; hãy viết ít nhất một mục"),
        (
            "announcement: {kmm: Chào}",
            '3:21: lỗi: không có ngôn ngữ "kmm" trong audio/languages.yml; có phải ý là "km"?',
        ),
        (
            "announcement: Chào",
            (
                "3:15: lỗi: announcement: phải gồm các dòng con dạng `tên: giá trị`;"
                " xuống dòng, thụt vào hai dấu cách rồi viết `tên: …`"
            ),
        ),
        (
            "draft_warning: {vi: {opening: Xin lưu ý.}}",
            (
                "3:17: lỗi: draft_warning.vi.closing: thiếu trường này;"
                " hãy thêm một dòng `closing: …` dưới `vi:`"
            ),
        ),
        (
            "draft_warning:\n  vi:\n    opening: A\n    closing:",
            '6:5: lỗi: trường "closing" để trống; hãy viết `closing: …` dưới `vi:`',
        ),
        ("nam: A", '3:1: lỗi: nam: không có trường này; có phải ý là "name"?'),
    ],
)
def test_station(root: Path, line: str, says: str) -> None:
    """Every fault of `station.yml` is told at its place with what to write."""
    assert _says(root, f"{STATION}{line}\n") == [says]


_LANGUAGE = "vi:\n  full_tag: vi-VN\n  name: Việt\n  endonym: Tiếng Việt\n  script: Latn\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            _LANGUAGE.replace("Latn", "latin"),
            (
                "5:11: lỗi: languages.vi.script: không phải mã bộ chữ;"
                " bốn chữ cái, ví dụ Latn, Khmr, Tavt, Cham"
            ),
        ),
        (
            _LANGUAGE.replace(" Việt\n", "\n", 1),
            '3:3: lỗi: trường "name" để trống; hãy viết `name: …` dưới `vi:`',
        ),
        (
            _LANGUAGE + "km: Khmer\n",
            (
                "6:5: lỗi: languages.km: phải gồm các dòng con dạng `tên: giá trị`;"
                " xuống dòng, thụt vào hai dấu cách rồi viết `full_tag: …`"
            ),
        ),
        (
            _LANGUAGE + "  direction: trái\n",
            (
                '6:14: lỗi: languages.vi.direction: giá trị "trái" không có trong danh sách;'
                ' chọn một trong: "ltr" hoặc "rtl"'
            ),
        ),
        (
            _LANGUAGE + _LANGUAGE,
            '6:1: lỗi: trường "vi" viết hai lần; dòng 1 đã có; hãy giữ lại một',
        ),
    ],
    ids=["script", "empty", "text", "direction", "twice"],
)
def test_languages(root: Path, text: str, says: str) -> None:
    """Every fault of `languages.yml` is told once, at its place."""
    (root / "audio/station.yml").write_text(STATION, "utf-8")
    assert _says(root, text, "languages.yml") == [says]


def test_missing_files(tmp_path: Path) -> None:
    """A project without settings is told which files it lacks."""
    settings, problems = read_settings(tmp_path)
    assert settings is None
    assert [str(p) for p in problems] == [
        "audio/languages.yml: lỗi: không mở được tệp: không có tệp này",
        "audio/station.yml: lỗi: không mở được tệp: không có tệp này",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_settings_are_plain_files(root: Path) -> None:
    """A link is no setting: it may lead out of the project."""
    (root / "away.yml").write_text(STATION, "utf-8")
    (root / "audio/station.yml").symlink_to(root / "away.yml")
    settings, problems = read_settings(root)
    assert settings is not None
    assert settings.station.name == "–"
    assert told(problems) == [
        "lỗi: không phải tệp thường (liên kết, ống dẫn hoặc thư mục); hãy chép nội dung vào đây"
    ]


def test_a_setting_twice_is_no_setting(root: Path) -> None:
    """Two rates are an error, not the first or the last of them."""
    assert _says(root, STATION + "rate_wpm: 160\nrate_wpm: 200\n") == [
        '4:1: lỗi: trường "rate_wpm" viết hai lần; dòng 3 đã có; hãy giữ lại một'
    ]


def test_draft_warning_must_not_be_blank(root: Path) -> None:
    """A draft's warning cannot be emptied into silence."""
    text = STATION + "draft_warning:\n  vi:\n    opening: ' '\n    closing: A\n"
    assert _says(root, text) == [
        '5:5: lỗi: trường "opening" để trống; hãy viết `opening: …` dưới `vi:`'
    ]


_MEANT = {
    "khmer": "km", "Khmer": "km", "kmm": "km", "km-KH": "km", "mong": "hmn", "hnm": "hmn",
    "thai": "blt", "nung": "nut", "ede": "rad", "E-de": "rad", "rade": "rad", "bana": "bdq",
    "giarai": "jra", "jrai": "jra", "cotu": "ktv", "muong": "mtq", "dao": "ium", "xodang": "sed",
    "README": None, "ghi-chu": None, "kn": None, "qqq": None, "": None, "-": None,
}  # fmt: skip


@pytest.mark.parametrize(("given", "tag"), _MEANT.items(), ids=_MEANT)
def test_the_language_that_was_meant(given: str, tag: str | None) -> None:
    """A language is known by its names and by one slip of the hand, never by mere likeness."""
    assert meant_language(given, station().languages) == tag
