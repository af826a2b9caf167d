"""A folder with a neural voice: which files, of which kind, and whether sherpa-onnx can use it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from site_plugins.voice.errors import EngineMissingError
from site_plugins.voice.onnx_metadata import onnx_metadata

_RATES_HZ = range(8_000, 96_001)
_PACKED = "hãy lấy bản đóng gói sẵn cho sherpa-onnx (thư mục vits-…), có cả tokens.txt"


@dataclass(frozen=True)
class NeuralModel:
    """A VITS model that reads letters, words of its `lexicon`, or espeak-ng's phonemes.

    `espeak_voice` is espeak-ng's voice whose phonemes it reads, "" for the other kinds;
    `espeak_data` the folder's own data, if it has some.
    """

    model: Path
    tokens: Path
    lexicon: Path | None
    espeak_voice: str
    espeak_data: Path | None
    sample_rate_hz: int

    @property
    def version(self) -> str:
        """Changes whenever the sound may: with the model's files and with what runs it."""
        data = sorted(self.espeak_data.rglob("*")) if self.espeak_data else []
        files = [self.model, self.tokens, *([self.lexicon] if self.lexicon else []), *data]
        made_by = f"sherpa-onnx {version('sherpa-onnx')}"
        if self.espeak_voice:
            made_by += f", espeakng-loader {version('espeakng-loader')}"
        return f"{_digest(path for path in files if path.is_file())} {made_by}"


def neural_model(folder: Path) -> NeuralModel:
    """Look at a folder. Raises `EngineMissingError`, which names the folder and what to do.

    Kinds are told apart by the metadata that sherpa-onnx itself reads (its
    offline-tts-vits-model.cc).
    """
    if not folder.is_dir():
        raise _unusable(folder, "không có thư mục này", "hãy chép mô hình vào đó")
    model = _only_model(folder)
    tokens, lexicon = folder / "tokens.txt", folder / "lexicon.txt"
    if not tokens.is_file():
        raise _unusable(folder, "thiếu tệp tokens.txt", _PACKED)
    about = _about(folder, model)
    data = folder / "espeak-ng-data"
    espeak_voice = about.get("voice", "") if "piper" in about.get("comment", "") else ""
    # Piper's phonemes come from espeak-ng, also where a lexicon lies beside the model.
    by_word = lexicon.is_file() and not espeak_voice
    if not (espeak_voice or by_word or about.get("frontend") == "characters"):
        reason = "không rõ mô hình đọc chữ thế nào, lại thiếu lexicon.txt"
        raise _unusable(folder, reason, _PACKED)
    return NeuralModel(
        model=model,
        tokens=tokens,
        lexicon=lexicon if by_word else None,
        espeak_voice=espeak_voice,
        espeak_data=data if data.is_dir() and espeak_voice else None,
        sample_rate_hz=_rate_hz(folder, about),
    )


def _only_model(folder: Path) -> Path:
    models = sorted(folder.glob("*.onnx"))
    if len(models) != 1:
        raise _unusable(folder, f"có {len(models)} tệp .onnx", "hãy để lại đúng một tệp")
    return models[0]


def _about(folder: Path, model: Path) -> Mapping[str, str]:
    try:
        return onnx_metadata(model)
    except (OSError, ValueError) as error:
        reason = f"tệp {model.name} hỏng hoặc không phải mô hình ONNX"
        raise _unusable(folder, reason, "hãy tải lại") from error


def _rate_hz(folder: Path, about: Mapping[str, str]) -> int:
    rate = about.get("sample_rate", "")
    if not rate.isdecimal() or int(rate) not in _RATES_HZ:
        raise _unusable(folder, "mô hình không ghi tần số lấy mẫu", _PACKED)
    return int(rate)


def _unusable(folder: Path, reason: str, hint: str) -> EngineMissingError:
    return EngineMissingError(f'mô hình giọng đọc "{folder}" không dùng được: {reason}; {hint}')


def _digest(paths: Iterable[Path]) -> str:
    """Of names and contents; models are large, so each is read once while it stays as it is."""
    told = hashlib.sha256()
    for path in paths:
        state = path.stat()
        told.update(
            f"{path.name} {_file_digest(path, state.st_size, state.st_mtime_ns)}\n".encode()
        )
    return told.hexdigest()[:16]


@lru_cache(maxsize=1_000)
def _file_digest(path: Path, _size: int, _changed_ns: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
