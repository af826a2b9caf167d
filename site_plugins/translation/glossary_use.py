"""Whether translations say the agreed terms where their sources say the Vietnamese ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_plugins.policy.approval import HEAD
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.library import Library
from site_plugins.problems import Problem, Severity
from site_plugins.translation.glossary import FOLDER, Glossaries
from site_plugins.translation.glossary_entries import Entry, Glossary, Use
from site_plugins.translation.phrases import Found, Phrases


@dataclass(frozen=True)
class _Line:
    """A stretch of text and the line of its file."""

    number: int
    text: str


_Sections = dict[str, dict[str, int]]


def glossary_problems(library: Library, glossaries: Glossaries) -> list[Problem]:
    """A warning for each agreed term that an up-to-date section leaves unsaid or says otherwise.

    What is stale or not translated yet is no question of words.
    """
    problems: list[Problem] = []
    for explainer in library.explainers:
        sections: _Sections | None = None
        for translation in explainer.translations:
            if glossaries.of(translation.language).entries:
                sections = sections or _terms(explainer, glossaries.said_in_vietnamese)
                problems += _problems(translation, sections, glossaries.of(translation.language))
    return problems


def _terms(source: Explainer, phrases: Phrases[str]) -> _Sections:
    """The keys of the terms that each section says, with the line that says it first."""
    terms: _Sections = {}
    for section, lines in _lines(source).items():
        first = terms.setdefault(section, {})
        for line in lines:
            for found in phrases.longest(line.text):
                first.setdefault(found.value, line.number)
    return terms


def _problems(translation: Translation, source: _Sections, glossary: Glossary) -> Iterator[Problem]:
    old = {*translation.binding.stale, *translation.binding.missing}
    sections = _lines(translation)
    for section in translation.meta.translation.sources:
        if section in source and section in sections and section not in old:
            yield from _section_problems(translation, sections[section], source[section], glossary)


def _section_problems(
    translation: Translation, lines: list[_Line], terms: Mapping[str, int], glossary: Glossary
) -> Iterator[Problem]:
    agreed = {key: entry for key in terms if (entry := glossary.by_key.get(key))}
    if not agreed and not glossary.avoids:
        return
    said: set[str] = set()
    for line in lines:
        found = list(glossary.uses.all(line.text))
        said |= {use.value.entry.key for use in found if use.value.is_agreed}
        for use in _to_avoid(found):
            yield _avoided(translation, line, use)
    for key, entry in agreed.items():
        if key not in said:
            yield _unsaid(translation, lines[0], entry, terms[key])


def _to_avoid(found: list[Found[Use]]) -> Iterator[Found[Use]]:
    """Forms to be avoided but for those inside an agreed one."""
    end = 0
    for f in sorted(found, key=lambda f: (f.start, -f.end, not f.value.is_agreed)):
        if f.value.is_agreed:
            end = max(end, f.end)
        elif f.end > end:
            yield f


def _avoided(translation: Translation, line: _Line, found: Found[Use]) -> Problem:
    entry, written = found.value.entry, line.text[found.start : found.end]
    message = f"“{written}” không dùng cho “{entry.term}”"
    hint = f"từ đã thống nhất là “{entry.forms[0]}”"
    return Problem(translation.path, line.number, 1, Severity.WARNING, message, hint)


def _unsaid(translation: Translation, line: _Line, entry: Entry, number: int) -> Problem:
    message = f"mục này chưa dùng từ đã thống nhất “{entry.forms[0]}” cho “{entry.term}”"
    message += f" ở dòng {number} của index.md"
    hint = f"dùng từ đó, hoặc ghi thêm cách nói này vào {FOLDER}/{translation.language}.yml"
    return Problem(translation.path, line.number, 1, Severity.WARNING, message, hint)


def _lines(text: Explainer | Translation) -> dict[str, list[_Line]]:
    """Section id → its lines; the title, the summary, board and loop belong to the head."""
    meta, line_of = text.meta, text.yaml.place
    head = [
        _Line(line_of(("title",))[0], meta.title),
        _Line(line_of(("summary",))[0], meta.summary),
        *(_Line(line_of(("board", n))[0], line) for n, line in enumerate(meta.board)),
        _Line(line_of(("loop",))[0], meta.loop or ""),
    ]
    sections = {HEAD: head}
    for block in text.body.blocks:
        sections.setdefault(block.section or HEAD, []).append(_Line(block.line, block.text))
    return sections
