"""A translation that was just written, held against its source as the build will hold it."""

from collections.abc import Iterator
from dataclasses import replace

from site_plugins.policy.documents import Explainer, Translation, declared_in, read_body
from site_plugins.policy.library import bound
from site_plugins.policy.schema import TranslationMeta
from site_plugins.policy.source_file import decode
from site_plugins.policy.station import Language
from site_plugins.policy.translation_checks import translation_faults
from site_plugins.problems import Problem, errors
from site_plugins.translation.alignment import targets
from site_plugins.translation.codes import CODE
from site_plugins.translation.kit import Workshop
from site_plugins.translation.units import cut


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
    numbers = _numbers(workshop, translation)
    for fault in translation_faults(workshop.source, translation, language):
        written = _letters(lines[fault.line - 1]) if 0 < fault.line <= len(lines) else ""
        meant = (number for said, number in numbers if written and said and said in written)
        yield replace(fault, path=name, line=next(meant, 0), column=0)


def _numbers(workshop: Workshop, translation: Translation) -> list[tuple[str, int]]:
    """What each unit says in the translation, longest first, and its number."""
    said = targets(workshop.taken, cut(translation.meta, translation.body.html))
    numbers = [
        (_letters(CODE.sub("", said[leaf.id])), number)
        for number, leaf in enumerate(workshop.taken.leaves, 1)
    ]
    return sorted(numbers, key=lambda pair: -len(pair[0]))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
