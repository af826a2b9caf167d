"""Facts that a translation says in words, declared so that they can be held to their source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from site_plugins.policy.documents import Translation
from site_plugins.policy.fact_ledger import Key, Ledger
from site_plugins.policy.facts import Fact, facts_in
from site_plugins.policy.passages import Pages, clean
from site_plugins.policy.strangers import HasFacts
from site_plugins.problems import Problem, Severity


@dataclass(frozen=True)
class _Declared:
    """A key of `translation: facts`, what it means, and its words as a pattern."""

    written: str
    keys: frozenset[Key]
    words: re.Pattern[str]


@dataclass
class DeclaredFacts:
    """All that a translation declares."""

    translation: Translation
    pages: Pages
    _entries: list[_Declared] = field(init=False)

    def __post_init__(self) -> None:
        declared = self.translation.meta.translation.facts
        self._entries = [
            _Declared(written, frozenset(fact.key for fact in facts_in(clean(written))), _words(w))
            for written, w in declared.items()
        ]

    def claim(self, fact: Fact, ledger: Ledger) -> bool:
        """Whether the fact is declared and its words stand in these passages."""
        declared = [entry.words for entry in self._entries if fact.key in entry.keys]
        claimed = [ledger.claim_words(words) for words in declared]
        return any(claimed)

    def faults(self, everywhere: HasFacts) -> list[Problem]:
        """Warnings of what is declared for nothing: the fact itself is then missing, an error."""
        keys = {fact.key for fact in everywhere.facts} if self._entries else set()
        return [
            Problem(
                self.translation.path,
                *self.translation.yaml.place(("translation", "facts", entry.written)),
                Severity.WARNING,
                *saying,
            )
            for entry in self._entries
            for saying in self._fault(entry, keys)
        ]

    def _fault(self, entry: _Declared, keys: set[Key]) -> Iterator[tuple[str, str]]:
        if not entry.keys & keys:
            message = f'bài gốc không ghi "{entry.written}"'
            yield message, "chép đúng như index.md, hoặc xóa dòng này"
        elif not any(entry.words.search(p.text) for page in self.pages.values() for p in page):
            message = f'bản dịch không có những chữ khai báo cho "{entry.written}"'
            yield message, "chép đúng những chữ đang có trong bản dịch, hoặc xóa dòng này"


def _words(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, clean(words).split())), re.IGNORECASE)
