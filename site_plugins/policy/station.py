"""The station's own settings: `audio/station.yml` and the registry `audio/languages.yml`."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from site_plugins.policy.language_names import meant_language, unknown_language
from site_plugins.policy.languages import (
    LANGUAGES,
    VIETNAMESE,
    Language,
    Registry,
    check_registry,
)
from site_plugins.policy.schema import Contact, Declared, Line
from site_plugins.policy.sound_settings import Sound, check_clip
from site_plugins.policy.source_file import read_source
from site_plugins.policy.strict_yaml import YamlDocument, compose
from site_plugins.policy.validate import validate
from site_plugins.problems import Problem, errors

STATION = "audio/station.yml"
__all__ = [
    "LANGUAGES",
    "STATION",
    "VIETNAMESE",
    "Language",
    "Settings",
    "Station",
    "meant_language",
    "read_settings",
    "unknown_language",
]


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
    registry = _read_registry(_moved_below(languages_file, "languages"))
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


def _read_registry(document: YamlDocument) -> Registry | None:
    registry = validate(document, Registry)
    if registry:
        check_registry(document, registry)
    return None if errors(document.problems) else registry


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
