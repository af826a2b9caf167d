"""Facts that a translation says in words, declared so that they can be held to their source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from site_plugins.policy.documents import Translation
from site_plugins.policy.fact_ledger import Key, Ledger
from site_plugins.policy.facts import Fact, facts_in
from site_plugins.policy.figures import plain_digits
from site_plugins.policy.passages import Pages, clean
from site_plugins.policy.strangers import HasFacts
from site_plugins.problems import Problem, Severity


@dataclass(frozen=True)
class _Declared:
    """A key of `translation: facts`, what it means, and its words as a pattern."""

    written: str
    keys: frozenset[Key]
    words: re.Pattern[str]
    said: str

    def strange_figure(self) -> str | None:
        """The first figure in the words that is no part of the fact: 8 of 7.500.000.

        7 plhom 500 txhiab has its digits, five in the evening is 17 giờ, 2570 the Buddhist 2027.
        """
        own = {part for _, value in self.keys for part in _parts(value)}
        runs = _FIGURE.findall(plain_digits(self.said))
        return next((run for run in runs if not any(_bare(run) in part for part in own)), None)


@dataclass
class DeclaredFacts:
    """All that a translation declares."""

    translation: Translation
    pages: Pages
    _entries: list[_Declared] = field(init=False)

    def __post_init__(self) -> None:
        declared = self.translation.meta.translation.facts
        self._entries = [
            _Declared(
                written, frozenset(fact.key for fact in facts_in(clean(written))), _words(w), w
            )
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
        elif strange := entry.strange_figure():
            message = f'những chữ khai báo cho "{entry.written}" có số {strange}'
            yield message, "chỉ khai báo chữ nói đúng số ấy; hãy đọc lại bản dịch"


_FIGURE = re.compile(r"[0-9]+")
_HALF_A_DAY = 12
_BUDDHIST = 543


def _parts(value: str) -> Iterator[str]:
    """The figures of a value, without zeros around them, and as others count hours, years."""
    for figure in _FIGURE.findall(value):
        yield _bare(figure)
        if len(figure) <= 4:
            yield from (str(int(figure) - _HALF_A_DAY), str(int(figure) + _BUDDHIST))


def _bare(figure: str) -> str:
    return figure.strip("0")


def _words(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, clean(words).split())), re.IGNORECASE)
