"""Text of the source that stands in a translation untranslated, with its diacritics or without."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.languages import Language
from site_plugins.policy.writing_systems import ESSENTIAL, Piece, pieces
from site_plugins.problems import Problem, Severity

_NO_LETTER = re.compile(rb"[^a-z]+")
_FEW_LETTERS = 40
"""Some twelve syllables: names of offices and laws stay Vietnamese in every language."""
_NEARLY_ALL = 0.9
Originals = Mapping[bytes, Piece]


def copied_text(source: Explainer, translation: Translation, language: Language) -> list[Problem]:
    """An error where nearly all, or nearly all below the front matter, is the source's own text.

    Else a warning for each such part.
    """
    originals = {key: piece for piece in pieces(source) if (key := _letters(piece.text))}
    written = pieces(translation)
    copies = _copies(written, originals)
    if not copies:
        return []
    title = translation.yaml.place(("title",))[0]
    if len(copies) == len(written) or _is_all(copies, written):
        return [_untranslated(translation, title, copies, originals, f"bản tiếng {language.name}")]
    if _is_all(body := _body(copies), _body(written)):
        what = f"thân bài của bản tiếng {language.name}"
        return [_untranslated(translation, body[0].line or title, body, originals, what)]
    return [
        _copied_part(translation, part, copied, originals)
        for part, copied in _by_part(copies).items()
        if _is_too_much(part, copied, written)
    ]


@lru_cache(maxsize=4096)
def _letters(text: str) -> bytes:
    """The Latin letters of a text without diacritics and case: a copy keeps those."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d")).encode("ascii", "ignore")
    return _NO_LETTER.sub(b"", plain)


def _copies(written: Iterable[Piece], originals: Originals) -> list[Piece]:
    """Pieces of the source; a Khmer sentence with one Vietnamese name is longer than the name."""
    pairs = ((piece, originals.get(_letters(piece.text))) for piece in written)
    return [
        piece
        for piece, original in pairs
        if original and abs(len(piece.text) - len(original.text)) <= len(original.text) / 5
    ]


def _is_all(copies: Iterable[Piece], written: Iterable[Piece]) -> bool:
    """Whether a copy is long and leaves so little that only names can differ."""
    copied = _length(copies)
    return copied > max(_FEW_LETTERS, _NEARLY_ALL * _length(written))


def _body(texts: Iterable[Piece]) -> list[Piece]:
    return [piece for piece in texts if piece.part not in (*ESSENTIAL, "board")]


def _length(texts: Iterable[Piece]) -> int:
    return sum(len(piece.text) for piece in texts)


def _by_part(copies: Iterable[Piece]) -> dict[str, list[Piece]]:
    parts: dict[str, list[Piece]] = {}
    for piece in copies:
        parts.setdefault(piece.part, []).append(piece)
    return parts


def _is_too_much(part: str, copied: list[Piece], written: Iterable[Piece]) -> bool:
    """Whether a part is more than the names that it may share with its source."""
    whole = _length(piece for piece in written if piece.part == part)
    few = 0 if part in ESSENTIAL else _FEW_LETTERS
    return _length(copied) > max(few, whole / 2)


def _untranslated(
    translation: Translation, line: int, copies: list[Piece], originals: Originals, what: str
) -> Problem:
    message = f"{what} {_way(copies, originals)} bài tiếng Việt: chưa dịch"
    hint = "dịch rồi hãy lưu; chưa dịch được thì xóa tệp này, trang sẽ ghi «chưa có bản dịch»"
    return Problem(translation.path, line, 0, Severity.ERROR, message, hint)


def _copied_part(
    translation: Translation, part: str, copied: list[Piece], originals: Originals
) -> Problem:
    line = originals[_letters(copied[0].text)].line
    message = f"{part} {_way(copied, originals)} bài tiếng Việt (index.md dòng {line})"
    hint = "dịch phần này; mục nào chưa dịch được thì bỏ cả mục và dòng của nó trong sources"
    return Problem(translation.path, copied[0].line, 0, Severity.WARNING, message, hint)


def _way(copies: Iterable[Piece], originals: Originals) -> str:
    """Whether a copy kept its diacritics."""
    kept = all(copy.text == originals[_letters(copy.text)].text for copy in copies)
    return "giống hệt" if kept else "chỉ khác dấu so với"
