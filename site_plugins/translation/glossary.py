"""The agreed terms of all languages: `audio/glossary/<tag>.yml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from site_plugins.policy.language_files import read_language_files
from site_plugins.policy.source_file import SourceFile
from site_plugins.policy.station import VIETNAMESE, Language
from site_plugins.policy.strict_yaml import YamlDocument, compose
from site_plugins.problems import Problem
from site_plugins.translation.glossary_entries import Entry, Glossary
from site_plugins.translation.glossary_file import agreed_terms, explained_terms
from site_plugins.translation.model import Term
from site_plugins.translation.phrases import Phrases, vietnamese_spelling

FOLDER = "audio/glossary"
_UNCHECKED = "Cách gọi này chưa có người kiểm tra."


@dataclass(frozen=True)
class Glossaries:
    """Tag → its glossary; a language without a file has none."""

    by_language: Mapping[str, Glossary] = field(default_factory=dict)

    def of(self, tag: str) -> Glossary:
        """The terms that a language has agreed on; those of Vietnamese are explained."""
        return self.by_language.get(tag, Glossary())

    @cached_property
    def said_in_vietnamese(self) -> Phrases[str]:
        """What finds the terms of all languages in a Vietnamese text, and gives their keys."""
        terms = {e.key: e.term for glossary in self.by_language.values() for e in glossary.entries}
        return Phrases(((term, key) for key, term in terms.items()), vietnamese_spelling)

    def terms_in(self, text: str, tag: str) -> tuple[Term, ...]:
        """The terms that a Vietnamese text says, as a translator into `tag` needs them.

        Whole words without regard to case, the longest at each place; long terms first. A term
        that has no agreed form yet is there too. What it means is followed by the note for
        translators, the other accepted forms, those to be avoided, and that of a sample nobody
        has checked it.
        """
        keys = {found.value for found in self.said_in_vietnamese.longest(text)}
        terms = (term for key in keys if (term := self._term(key, tag)))
        return tuple(sorted(terms, key=lambda term: (-len(term.source), term.source)))

    def _term(self, key: str, tag: str) -> Term | None:
        explained = self.of(VIETNAMESE).by_key.get(key)
        entry = self.of(tag).by_key.get(key, explained)
        if entry is None:
            return None
        meaning = entry.explanation or (explained.explanation if explained else "")
        agreed = entry.forms[0] if entry.forms else ""
        doubt = _UNCHECKED if agreed and self.of(tag).is_sample else ""
        told = (meaning, entry.note, *_choices(entry), doubt)
        return Term(entry.term, agreed, " ".join(filter(None, told)))


def _choices(entry: Entry) -> Iterator[str]:
    """What else a translator may write, and what not."""
    if entry.forms[1:]:
        yield f"Cũng dùng được: {', '.join(entry.forms[1:])}."
    if entry.avoid:
        yield f"Không dùng: {', '.join(entry.avoid)}."


def read_glossaries(
    root: Path, languages: Mapping[str, Language]
) -> tuple[Glossaries, list[Problem]]:
    """Every glossary below `root`; a file that no language of the registry bears is an error."""
    files, problems = read_language_files(root, FOLDER, languages, "thuật ngữ")
    documents = {tag: _composed(source) for tag, source in files.items()}
    found: dict[str, Glossary] = {}
    if VIETNAMESE in documents:
        found[VIETNAMESE] = explained_terms(documents[VIETNAMESE])
    explained = found.get(VIETNAMESE, Glossary())
    for tag in documents.keys() - {VIETNAMESE}:
        found[tag] = agreed_terms(documents[tag], languages[tag].script, explained)
    problems += [p for document in documents.values() for p in document.problems]
    return Glossaries({tag: found[tag] for tag in sorted(found)}), problems


def _composed(source: SourceFile) -> YamlDocument:
    """A file that could not be read has been told, and has no terms."""
    return compose(source.path, source.text or "")
