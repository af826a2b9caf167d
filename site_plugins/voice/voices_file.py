"""`audio/voices.yml`: which voices speak which language, in order of preference."""

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from pydantic import Field, FiniteFloat

from site_plugins.policy.schema import Declared, Line
from site_plugins.policy.strict_yaml import Value, YamlDocument, compose
from site_plugins.policy.validate import validate
from site_plugins.problems import Problem
from site_plugins.voice.errors import EngineMissingError
from site_plugins.voice.model import Adjustment, Source, Voice
from site_plugins.voice.registry import Engines
from site_plugins.voice.rows import RECORDING, Chosen, VoiceRows

VOICES = "audio/voices.yml"
MODELS = "models"
"""The one key that is no language: the folders of models for the `neural` engine."""
NEURAL = "neural"


class ChosenRow(Declared):
    """A voice with settings of its own."""

    voice: Line
    rate_wpm: int | None = Field(None, ge=130, le=300)
    pitch: int = Field(100, ge=50, le=150)
    pauses: FiniteFloat = Field(1, ge=0.5, le=3)


class ModelRow(Declared):
    """A model's folder, relative to the project, the languages it was made for, its licence."""

    folder: Line
    languages: tuple[str, ...] = Field(min_length=1)
    licence: Line


class ModelRows(Declared):
    """All of `models:`."""

    models: dict[str, ModelRow] = Field(default_factory=dict)


def read_voices(
    text: str, languages: Collection[str], engines: Engines, root: Path, path: str = VOICES
) -> tuple[VoiceRows, list[Problem]]:
    """Read the file's text against the registry's languages and this machine's engines.

    Models of `models:` are given to `engines` before any voice is looked for.
    """
    document = compose(path, text)
    engines.keep(NEURAL, _models(document, languages, root))
    rows, recorded = {}, set()
    for tag, names in document.value.items():
        if tag == MODELS:
            continue
        if tag not in languages:
            document.error((tag,), f'không có ngôn ngữ "{tag}"', _meant(tag, languages))
            continue
        rows[tag] = _row(document, tag, names, engines)
        recorded |= {tag} if isinstance(names, list) and RECORDING in names else set()
    if not document.broken:
        _check_all_there(document, languages)
    return VoiceRows(rows, frozenset(recorded)), document.problems


def _models(document: YamlDocument, languages: Collection[str], root: Path) -> list[Source]:
    if MODELS not in document.value:
        return []
    part = document.only(MODELS)
    found = validate(part, ModelRows)
    document.problems += part.problems
    for name, row in found.models.items() if found else ():
        for index, tag in enumerate(row.languages):
            if tag not in languages:
                at = (MODELS, name, "languages", index)
                document.error(at, f'không có ngôn ngữ "{tag}"', _meant(tag, languages))
    return [
        Source(name, frozenset(row.languages), row.licence, root / row.folder)
        for name, row in (found.models.items() if found else ())
    ]


def _check_all_there(document: YamlDocument, languages: Collection[str]) -> None:
    for tag in languages:
        document.rehint((tag,), f"viết {tag}: [{RECORDING}]")
        if tag not in document.value and (tag,) not in document.empty:
            hint = f'thêm dòng "{tag}: [{RECORDING}]"'
            document.error((), f'thiếu dòng cho ngôn ngữ "{tag}"', hint)


def _row(document: YamlDocument, tag: str, names: Value, engines: Engines) -> tuple[Chosen, ...]:
    if not isinstance(names, list):
        document.error((tag,), "giọng đọc phải là danh sách", f"ví dụ: {tag}: [{RECORDING}]")
        return ()
    chosen: list[Chosen] = []
    seen: set[str] = set()
    for index, entry in enumerate(names):
        if entry == RECORDING:
            _check_people_first(document, (tag, index), chosen, seen)
            seen.add(RECORDING)
            continue
        found = _chosen(document, (tag, index), entry, engines)
        if found is None or not _fits(document, (tag, index), found, tag):
            continue
        if found.voice.name in seen:
            _twice(document, (tag, index), found.voice.name)
            continue
        seen.add(found.voice.name)
        chosen.append(found)
    return tuple(chosen)


def _check_people_first(
    document: YamlDocument, at: tuple[str, int], chosen: list[Chosen], seen: set[str]
) -> None:
    if RECORDING in seen:
        _twice(document, at, RECORDING)
    elif chosen:
        document.error(at, "người đọc đứng trước giọng máy", f"viết {RECORDING} ở đầu danh sách")


def _twice(document: YamlDocument, at: tuple[str, int], name: str) -> None:
    document.error(at, f'giọng "{name}" viết hai lần', "hãy giữ lại một")


def _chosen(
    document: YamlDocument, at: tuple[str, int], entry: Value, engines: Engines
) -> Chosen | None:
    if isinstance(entry, str):
        voice = _voice(document, at, entry, engines)
        return Chosen(voice) if voice else None
    if not isinstance(entry, dict):
        document.error(at, "tên giọng phải là chữ", "ví dụ: espeak:vi")
        return None
    part = document.part(at)
    row = validate(part, ChosenRow)
    document.problems += part.problems
    _rehint_slips(document, at, part)
    if row and row.voice == RECORDING:
        document.error(at, "bản ghi của người đọc không có mục chỉnh", f"chỉ viết {RECORDING}")
        return None
    voice = _voice(document, (*at, "voice"), row.voice, engines) if row else None
    if row is None or voice is None or not _can(document, at, row, voice):
        return None
    return Chosen(voice, row.rate_wpm, row.pitch, row.pauses)


def _rehint_slips(document: YamlDocument, at: tuple[str, int], part: YamlDocument) -> None:
    """A comma in a number, and a voice without its key, leave keys without values."""
    for key in [str(path[0]) for path in part.empty if len(path) == 1]:
        if key.isdecimal():
            document.rehint((*at, key), "phần lẻ viết sau dấu chấm, ví dụ 1.5", "số có dấu phẩy")
        elif key not in ChosenRow.model_fields:
            document.rehint((*at, key), f"viết voice: {key}", "thiếu chữ voice: trước tên giọng")


def _can(document: YamlDocument, at: tuple[str, int], row: ChosenRow, voice: Voice) -> bool:
    """Whether the voice can be asked what the row asks."""
    asked = {Adjustment.RATE: row.rate_wpm is not None, Adjustment.PITCH: row.pitch != 100}
    beyond = [key for key, wanted in asked.items() if wanted and key not in voice.adjusts]
    for key in beyond:
        document.error((*at, key), f'giọng "{voice.name}" không chỉnh được {key}', "xóa mục này")
    return not beyond


def _voice(
    document: YamlDocument, at: tuple[str | int, ...], name: str, engines: Engines
) -> Voice | None:
    engine_name = name.partition(":")[0]
    try:
        known = engines.voices(engine_name)
    except EngineMissingError as error:
        document.error(at, str(error), _meant(engine_name, engines.names))
        return None
    if name not in known:
        fault = engines.fault(name)
        hint = _meant(name, known) or f"khai báo ở mục {MODELS}, hoặc xem phần đầu tệp"
        document.error(at, fault or f'không có giọng "{name}"', "" if fault else hint)
        return None
    return known[name]


def _fits(document: YamlDocument, at: tuple[str, int], chosen: Chosen, tag: str) -> bool:
    voice = chosen.voice
    if tag not in voice.languages:
        spoken = ", ".join(sorted(voice.languages))
        hint = f"giọng này chỉ dùng cho: {spoken}; chưa có giọng thì viết {tag}: [{RECORDING}]"
        document.error(at, f'giọng "{voice.name}" không nói được tiếng "{tag}"', hint)
    return tag in voice.languages


def _meant(word: str, allowed: Collection[str]) -> str:
    near = get_close_matches(word, list(allowed), 1)
    if near:
        return f'có phải ý là "{near[0]}"?'
    return f"chọn trong: {', '.join(sorted(allowed))}" if allowed else ""
