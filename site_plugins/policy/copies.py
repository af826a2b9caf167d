"""Text of the source that stands in a translation untranslated, with its diacritics or without."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from site_plugins.policy.approval import HEAD
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.languages import Language
from site_plugins.policy.model import Block
from site_plugins.policy.writing_systems import Piece, pieces
from site_plugins.problems import Problem, Severity

_NO_LETTER = re.compile(rb"[^a-z]+")
_FEW_LETTERS = 40
"""Some twelve syllables: names of offices and laws stay Vietnamese in every language."""
_NEARLY_ALL = 0.9
Originals = Mapping[bytes, Piece]
TextT = TypeVar("TextT", Piece, Block)


def copied_text(source: Explainer, translation: Translation, language: Language) -> list[Problem]:
    """An error where nearly all is the source's own text, else a warning for each such section."""
    originals = {key: piece for piece in pieces(source) if (key := _letters(piece.text))}
    written = pieces(translation)
    copies = _copies(written, originals)
    if not copies:
        return []
    share = _length(copies) / _length(written)
    if len(copies) == len(written) or (share > _NEARLY_ALL and _length(copies) > _FEW_LETTERS):
        return [_untranslated(translation, copies, originals, language)]
    return [
        fault
        for section, blocks in _by_section(translation).items()
        for fault in _section_fault(translation, section, blocks, originals)
    ]


@lru_cache(maxsize=4096)
def _letters(text: str) -> bytes:
    """The Latin letters of a text without diacritics and case: a copy keeps those."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d")).encode("ascii", "ignore")
    return _NO_LETTER.sub(b"", plain)


def _copies(written: Iterable[TextT], originals: Originals) -> list[TextT]:
    """The texts that are the source's; a Khmer sentence with one Vietnamese name is much longer."""
    pairs = ((text, originals.get(_letters(text.text))) for text in written)
    return [
        text
        for text, original in pairs
        if original and abs(len(text.text) - len(original.text)) <= len(original.text) / 5
    ]


def _length(texts: Iterable[Piece | Block]) -> int:
    return sum(len(piece.text) for piece in texts)


def _by_section(translation: Translation) -> dict[str, list[Block]]:
    sections: dict[str, list[Block]] = {}
    for block in translation.body.blocks:
        sections.setdefault(block.section or HEAD, []).append(block)
    return sections


def _untranslated(
    translation: Translation,
    copies: list[Piece],
    originals: Originals,
    language: Language,
) -> Problem:
    way = _way(copies, originals)
    message = f"bản tiếng {language.name} {way} bài tiếng Việt: chưa dịch"
    hint = "dịch rồi hãy lưu; chưa dịch được thì xóa tệp này, trang sẽ ghi «chưa có bản dịch»"
    line = translation.yaml.place(("title",))[0]
    return Problem(translation.path, line, 0, Severity.ERROR, message, hint)


def _section_fault(
    translation: Translation,
    section: str,
    blocks: list[Block],
    originals: Originals,
) -> list[Problem]:
    copies = _copies(blocks, originals)
    if _length(copies) <= max(_FEW_LETTERS, _length(blocks) / 2):
        return []
    first = copies[0]
    line = originals[_letters(first.text)].line
    message = f'mục "{section}" {_way(copies, originals)} bài tiếng Việt (index.md dòng {line})'
    hint = "dịch mục này; chưa dịch được thì bỏ cả mục ở đây và dòng của nó trong sources"
    return [Problem(translation.path, first.line, 0, Severity.WARNING, message, hint)]


def _way(copies: Iterable[Piece | Block], originals: Originals) -> str:
    """Whether a copy kept its diacritics."""
    kept = all(copy.text == originals[_letters(copy.text)].text for copy in copies)
    return "giống hệt" if kept else "chỉ khác dấu so với"
