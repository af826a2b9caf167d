"""The terms of one language, and what finds them in its texts."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from site_plugins.translation.phrases import Phrases, one_phrase, vietnamese_spelling


@dataclass(frozen=True)
class Entry:
    """A Vietnamese term; its agreed forms, the preferred one first; what it means.

    `note` is for translators alone; `avoid` are forms not to be used.
    """

    term: str
    forms: tuple[str, ...] = ()
    explanation: str = ""
    note: str = ""
    avoid: tuple[str, ...] = ()

    @cached_property
    def key(self) -> str:
        """The same for all ways of writing the term."""
        return one_phrase(self.term, vietnamese_spelling)


@dataclass(frozen=True)
class Use:
    """A form of a term in a language: agreed, or to be avoided."""

    entry: Entry
    is_agreed: bool


@dataclass(frozen=True)
class Glossary:
    """The terms of one language in the order of the file."""

    entries: tuple[Entry, ...] = ()
    checked_by: str = ""
    checked_on: date | None = None

    @property
    def is_sample(self) -> bool:
        """Whether nobody vouches for it yet."""
        return not (self.checked_by and self.checked_on)

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        """Each entry by its key."""
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def avoids(self) -> bool:
        """Whether there is any form that is not to be used."""
        return any(entry.avoid for entry in self.entries)

    @cached_property
    def uses(self) -> Phrases[Use]:
        """What finds the forms of the terms in a text of the language."""
        agreed = [
            (form, Use(entry, is_agreed=True)) for entry in self.entries for form in entry.forms
        ]
        avoided = [
            (form, Use(entry, is_agreed=False)) for entry in self.entries for form in entry.avoid
        ]
        return Phrases([*agreed, *avoided])
