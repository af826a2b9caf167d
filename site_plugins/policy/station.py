"""The station's own settings: `audio/station.yml` and the registry `audio/languages.yml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from site_plugins.policy.anchors import fold
from site_plugins.policy.schema import Contact, Declared, Line
from site_plugins.policy.sound_settings import Sound, check_clip
from site_plugins.policy.source_file import read_source
from site_plugins.policy.strict_yaml import YamlDocument, compose
from site_plugins.policy.validate import validate
from site_plugins.problems import Problem

STATION = "audio/station.yml"
LANGUAGES = "audio/languages.yml"
VIETNAMESE = "vi"
"""The language of every source: the law is written in it."""


class ReadingStyle(Declared):
    """How numbers are read; what each value sounds like stands in `spoken.model.Style`."""

    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    zero_link: Literal["linh", "lẻ"] = "linh"
    seven: Literal["bảy", "bẩy"] = "bảy"
    year: Literal["full", "short", "figures"] = "full"
    document: Literal["full", "short"] = "full"
    document_zero: Literal["said", "dropped"] = "said"
    phone: Literal["groups", "pairs", "figures"] = "groups"
    first_days: Literal["plain", "mùng"] = "plain"


class DraftWarning(Declared):
    """What is said before and after a draft."""

    opening: Line
    closing: Line


class Station(Declared):
    """`audio/station.yml`; texts that are spoken are given by language tag."""

    name: Line
    commune: Line
    notice: Line | None = None
    languages: Annotated[tuple[str, ...], Field(min_length=1)] = (VIETNAMESE,)
    contact: Contact | None = None
    reading: ReadingStyle = ReadingStyle()
    rate_wpm: int = Field(160, ge=130, le=300)
    sound: Sound = Sound()
    online_voices: bool = False
    announcement: dict[str, Line] = Field(default_factory=dict)
    draft_warning: dict[str, DraftWarning] = Field(default_factory=dict)
    not_yet: dict[str, Line] = Field(default_factory=dict)
    sign_off: dict[str, Line] = Field(default_factory=dict)


_NOT_A_SCRIPT = PydanticCustomError("script_code", "not an ISO 15924 code")


def _script_code(text: str) -> str:
    if not re.fullmatch(r"[A-Z][a-z]{3}", text):
        raise _NOT_A_SCRIPT
    return text


class Language(Declared):
    """One row of the registry; its key is the tag that file names bear, in lower case."""

    full_tag: Line
    name: Line
    endonym: Line
    script: Annotated[str, AfterValidator(_script_code)]
    direction: Literal["ltr", "rtl"] = "ltr"
    fonts: tuple[Line, ...] = ()
    orthography: Line | None = None


class Registry(Declared):
    """`audio/languages.yml`: tag → language."""

    languages: dict[str, Language]


@dataclass(frozen=True)
class Settings:
    """The station and the languages that it knows."""

    station: Station
    languages: dict[str, Language]

    @property
    def minority_languages(self) -> tuple[str, ...]:
        """The tags of the station's languages besides Vietnamese, in its order."""
        return tuple(tag for tag in self.station.languages if tag != VIETNAMESE)


def read_settings(root: Path) -> tuple[Settings | None, list[Problem]]:
    """Read and validate both files below `root`; None when the languages cannot be known.

    A station at fault is stood in for, so that the faults of content are told in the same run.
    """
    languages_file = _compose(root, LANGUAGES)
    registry = validate(_moved_below(languages_file, "languages"), Registry)
    station_file = _compose(root, STATION)
    station = validate(station_file, Station)
    if station and registry:
        _check_tags(station_file, station, registry)
    if station:
        check_clip(station_file, station.sound)
    problems = [*languages_file.problems, *station_file.problems]
    if registry is None:
        return None, problems
    return Settings(station or _STAND_IN, registry.languages), problems


_STAND_IN = Station(name="–", commune="–")


def _compose(root: Path, path: str) -> YamlDocument:
    source = read_source(root, path)
    document = (
        compose(path, source.text) if source.text is not None else YamlDocument(path, broken=True)
    )
    document.problems[:0] = source.problems
    return document


def _moved_below(document: YamlDocument, key: str) -> YamlDocument:
    """The same document as the value of `key`, all its places with it; problems are shared."""
    return replace(
        document,
        value={key: document.value},
        places={(key, *at): place for at, place in document.places.items()},
        keys={(key, *at): place for at, place in document.keys.items()},
        empty={(key, *at) for at in document.empty},
    )


def _check_tags(document: YamlDocument, station: Station, registry: Registry) -> None:
    """Every tag that the station names stands in the registry."""
    for index, tag in enumerate(station.languages):
        if tag not in registry.languages:
            document.error(("languages", index), *unknown_language(tag, registry.languages))
    for key, texts in (
        ("announcement", station.announcement),
        ("draft_warning", station.draft_warning),
        ("sign_off", station.sign_off),
    ):
        for tag in texts:
            if tag not in registry.languages:
                document.error((key, tag), *unknown_language(tag, registry.languages))


def unknown_language(tag: str, languages: Mapping[str, Language]) -> tuple[str, str]:
    """What to say of a tag that the registry does not know, and the tag probably meant."""
    meant = meant_language(tag, languages)
    hint = f'có phải ý là "{meant}"?' if meant else f"khai báo thêm trong {LANGUAGES}"
    return f'không có ngôn ngữ "{tag}" trong {LANGUAGES}', hint


def meant_language(given: str, languages: Mapping[str, Language]) -> str | None:
    """The tag that was probably meant: by a language's name first, then by one slip of the hand.

    Never by likeness alone: `ede` looks like `sed`, and is Ê Đê, not Xơ Đăng.
    """
    letters = _letters(given)
    for tag, language in languages.items():
        if letters and letters in _called(language):
            return tag
    base = re.split(r"[-_.]", given.casefold())[0]
    if base in languages:
        return base
    for slip in (_added_or_swapped, _one_wrong):
        slips = [tag for tag in languages if slip(given.casefold(), tag)]
        if slips:
            return slips[0] if len(slips) == 1 else None
    return None


def _called(language: Language) -> set[str]:
    """How a language is called, folded: "Dao (Iu Miên)" is daoiumien, dao and iumien."""
    names = (language.name, language.endonym)
    return {_letters(part) for name in names for part in (name, *re.split("[(),–]", name))} - {""}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _added_or_swapped(given: str, tag: str) -> bool:
    """One letter added, or two neighbours swapped."""
    if len(given) == len(tag) + 1:
        return any(given[:i] + given[i + 1 :] == tag for i in range(len(given)))
    swaps = (tag[:i] + tag[i + 1] + tag[i] + tag[i + 2 :] for i in range(len(tag) - 1))
    return given in swaps


def _one_wrong(given: str, tag: str) -> bool:
    """One wrong letter of three or more."""
    wrong = sum(a != b for a, b in zip(given, tag, strict=False))
    return len(given) == len(tag) > 2 and wrong == 1
