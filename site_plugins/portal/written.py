"""Everything that staff wrote, read once and held against the rules."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_plugins.broadcast.edition import Airing, read_airing
from site_plugins.policy.library import Library, read_library
from site_plugins.policy.station import Settings, read_settings
from site_plugins.portal.locale_files import read_locales
from site_plugins.portal.wording import Wordings
from site_plugins.problems import Problem
from site_plugins.translation.glossary import Glossaries, read_glossaries
from site_plugins.translation.glossary_use import glossary_problems


@dataclass(frozen=True)
class Written:
    """The station's settings, texts, voices, terms and the words of its pages."""

    settings: Settings
    library: Library
    airing: Airing
    glossaries: Glossaries
    wordings: Wordings


def read_written(root: Path, day: date) -> tuple[Written | None, list[Problem]]:
    """Read all of it below `root`, with what is wrong besides the bodies that are left out.

    None when not even the languages can be known. An error among the problems means that nothing
    may be built.
    """
    settings, problems = read_settings(root)
    if settings is None:
        return None, problems
    library = read_library(root, settings, day)
    airing, of_airing = read_airing(root, settings)
    glossaries, of_glossaries = read_glossaries(root, settings.languages)
    locales, of_locales = read_locales(root, settings.languages)
    wordings = Wordings(locales, settings.languages)
    problems += [*library.problems, *of_airing, *of_glossaries, *of_locales]
    problems += glossary_problems(library, glossaries)
    return Written(settings, library, airing, glossaries, wordings), problems
