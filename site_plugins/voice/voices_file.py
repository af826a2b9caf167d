"""`audio/voices.yml`: which voices speak which language, in order of preference."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from site_plugins.policy.strict_yaml import Value, YamlDocument, compose
from site_plugins.problems import Problem
from site_plugins.voice.errors import EngineMissingError
from site_plugins.voice.model import Voice
from site_plugins.voice.registry import Engines

VOICES = "audio/voices.yml"


@dataclass(frozen=True)
class VoiceRows:
    """Language → its voices in order; an empty row waits for a person's voice."""

    rows: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)

    def voice_for(self, language: str, *, online_allowed: bool = False) -> Voice | None:
        """The first voice that may speak; None where the language waits for a person's.

        An online voice sends the text abroad: it is passed over unless the station allows it.
        """
        for voice in self.rows.get(language, ()):
            if online_allowed or not voice.online:
                return voice
        return None


def read_voices(
    text: str, languages: Collection[str], engines: Engines, path: str = VOICES
) -> tuple[VoiceRows, list[Problem]]:
    """Read the file's text against the registry's languages and this machine's engines."""
    document = compose(path, text)
    rows = {}
    for tag, names in document.value.items():
        if tag not in languages:
            document.error((tag,), f'không có ngôn ngữ "{tag}"', _meant(tag, languages))
            continue
        rows[tag] = _row(document, tag, names, engines)
    if not document.broken:
        _check_all_there(document, languages)
    return VoiceRows(rows), document.problems


def _check_all_there(document: YamlDocument, languages: Collection[str]) -> None:
    for tag in languages:
        if tag not in document.value and (tag,) not in document.empty:
            document.error((), f'thiếu dòng cho ngôn ngữ "{tag}"', f'thêm dòng "{tag}: []"')


def _row(document: YamlDocument, tag: str, names: Value, engines: Engines) -> tuple[Voice, ...]:
    if not isinstance(names, list):
        document.error((tag,), "giọng đọc phải là danh sách", f"ví dụ: {tag}: [espeak:vi]")
        return ()
    voices: list[Voice] = []
    for index, name in enumerate(names):
        voice = _voice(document, (tag, index), name, engines)
        if voice is None:
            continue
        if tag not in voice.languages:
            spoken = ", ".join(sorted(voice.languages))
            document.error(
                (tag, index),
                f'giọng "{voice.name}" không nói được tiếng "{tag}"',
                f"giọng này chỉ dùng cho: {spoken}; chưa có giọng thì viết {tag}: []",
            )
        elif voice in voices:
            document.error((tag, index), f'giọng "{voice.name}" viết hai lần', "hãy giữ lại một")
        else:
            voices.append(voice)
    return tuple(voices)


def _voice(
    document: YamlDocument, at: tuple[str, int], name: Value, engines: Engines
) -> Voice | None:
    if not isinstance(name, str):
        document.error(at, "tên giọng phải là chữ", "ví dụ: espeak:vi")
        return None
    engine_name = name.partition(":")[0]
    try:
        known = engines.voices(engine_name)
    except EngineMissingError as error:
        document.error(at, str(error), _meant(engine_name, engines.names))
        return None
    if name not in known:
        fault = engines.fault(name)
        document.error(
            at, fault or f'không có giọng "{name}"', "" if fault else _meant(name, known)
        )
        return None
    return known[name]


def _meant(word: str, allowed: Collection[str]) -> str:
    near = get_close_matches(word, list(allowed), 1)
    if near:
        return f'có phải ý là "{near[0]}"?'
    return f"chọn trong: {', '.join(sorted(allowed))}" if allowed else ""
