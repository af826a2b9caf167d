"""Folders with models: which are usable, what is wrong with the others, when one has changed."""

from pathlib import Path

import pytest

from site_plugins.voice.errors import EngineMissingError
from site_plugins.voice.neural_model import neural_model
from tests.voice.tiny_models import mms_folder, piper_folder, vits_folder


def _broken(folder: Path, how: str) -> Path:
    mms_folder(folder)
    model = folder / "model.onnx"
    if how == "garbage":
        model.write_bytes(b"garbage" * 1_000)
    elif how == "empty":
        model.write_bytes(b"")
    elif how == "cut":
        model.write_bytes(model.read_bytes()[:-41])
    elif how == "no tokens":
        (folder / "tokens.txt").unlink()
    elif how == "no model":
        model.unlink()
    elif how == "two models":
        (folder / "other.onnx").write_bytes(model.read_bytes())
    elif how == "unpacked":
        model.write_bytes(model.read_bytes().replace(b"characters", b"paragraphs"))
    return folder if how != "no folder" else folder / "x"


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("no folder", "không có thư mục này"),
        ("no model", "có 0 tệp .onnx"),
        ("two models", "có 2 tệp .onnx"),
        ("no tokens", "thiếu tệp tokens.txt"),
        ("garbage", "tệp model.onnx hỏng"),
        ("empty", "không rõ mô hình đọc chữ thế nào"),
        ("cut", "tệp model.onnx hỏng"),
        ("unpacked", "không rõ mô hình đọc chữ thế nào"),
    ],
)
def test_a_folder_that_holds_no_usable_model_is_told(tmp_path: Path, how: str, told: str) -> None:
    """Before anything is spoken, with the folder and what to do."""
    folder = _broken(tmp_path / "m", how)
    with pytest.raises(EngineMissingError) as error:
        neural_model(folder)
    assert told in str(error.value)
    assert str(folder) in str(error.value)


def test_a_version_changes_with_any_file_of_the_model(tmp_path: Path) -> None:
    """Clips of the old model are never taken for the new one's; a copy elsewhere is the same."""
    letters, words = mms_folder(tmp_path / "một"), vits_folder(tmp_path / "hai", ["bà"])
    assert _version(letters) == _version(mms_folder(tmp_path / "ba"))
    assert len({_version(letters), _version(words), _version(piper_folder(tmp_path / "bốn"))}) == 3
    for file in (letters / "tokens.txt", words / "lexicon.txt"):
        known = _version(file.parent)
        file.write_text("a 0\n", encoding="utf-8")
        assert _version(file.parent) != known


def test_a_version_changes_with_pipers_own_data(tmp_path: Path) -> None:
    """They decide the phonemes; for a model of letters they do not count."""
    for folder, counts in (
        (piper_folder(tmp_path / "a"), True),
        (mms_folder(tmp_path / "b"), False),
    ):
        without = _version(folder)
        (folder / "espeak-ng-data" / "lang").mkdir(parents=True)
        (folder / "espeak-ng-data" / "lang" / "vi").write_text("name Vietnamese", encoding="utf-8")
        assert (_version(folder) != without) is counts


def _version(folder: Path) -> str:
    return neural_model(folder).version
