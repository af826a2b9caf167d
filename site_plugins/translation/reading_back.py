"""A translation that was just written, held against its source as the build will hold it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from site_plugins.policy.documents import Explainer, Translation, declared_in, read_body
from site_plugins.policy.library import bound
from site_plugins.policy.schema import TranslationMeta
from site_plugins.policy.source_file import decode
from site_plugins.policy.station import Language
from site_plugins.policy.translation_checks import translation_faults
from site_plugins.problems import Problem, errors
from site_plugins.translation.codes import CODE
from site_plugins.translation.kit import Workshop


def read_back(path: str, text: str, source: Explainer) -> tuple[Translation | None, list[Problem]]:
    """The translation in a file's text, None where the build would refuse it, and why."""
    declared, problems = declared_in(decode(path, text.encode()), TranslationMeta)
    if declared is None or errors(problems):
        return None, problems
    body, faults = read_body(path, declared.body, declared.body_line)
    translation = bound(source, declared, body) if body else None
    return translation, [*problems, *faults]


def faults_by_unit(
    workshop: Workshop, translation: Translation, language: Language, text: str, name: str
) -> Iterator[Problem]:
    """What the build will say of the translation, each at the number of the unit that it means."""
    lines = text.split("\n")
    cells = _cells(workshop, translation)
    for fault in translation_faults(workshop.source, translation, language):
        written = _letters(_plain(lines[fault.line - 1])) if 0 < fault.line <= len(lines) else ""
        here = [cell for cell in cells if cell.said and cell.said in written]
        named = [cell for cell in here if any(fact in fault.message for fact in cell.facts)]
        number = next((cell.number for cell in [*named, *here]), 0)
        yield replace(fault, path=name, line=number, column=0)


class _Cell(NamedTuple):
    """What a unit says in the translation, letters only, and the facts that it must not change."""

    number: int
    said: str
    facts: tuple[str, ...]


def _cells(workshop: Workshop, translation: Translation) -> list[_Cell]:
    """Every unit, those that say most first: a short cell may be part of a longer line."""
    cells = (
        _Cell(unit.number, _letters(CODE.sub("", unit.target)), unit.facts)
        for unit in workshop.units(translation)
    )
    return sorted(cells, key=lambda cell: -len(cell.said))


_MARKUP = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|<[^>]*>|\{[:#][^}]*\}")
"""Addresses, footnotes' names, tags and ids: what a line of Markdown has and its unit has not."""


def _plain(line: str) -> str:
    return CODE.sub("", _MARKUP.sub("", line.replace("\\", "")))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
