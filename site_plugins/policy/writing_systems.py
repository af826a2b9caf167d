"""Whether a translation is written in its language's own script, letter by letter.

Letters of another alphabet that look Latin pass every eye and no search, voice or glossary.
Vietnamese loans are normal in every language, so Latin words are; figures of any script are.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from site_plugins.policy.approval import HEAD
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.languages import Language
from site_plugins.policy.scripts import script_name, script_of
from site_plugins.problems import Problem, Severity

_LATIN = "Latn"
_WORD = regex.compile(r"[\p{L}\p{M}\u200c\u200d]+(?:['’ʼ][\p{L}\p{M}]+)*")
_LATIN_RUN = re.compile("[A-Za-zÀ-ɏ\u1e00-\u1eff]+")
_IN_WORD = re.compile("['’ʼ‘ʻ´`](?=[^\\W\\d_])(?<=[^\\W\\d_].|[\u0300-\u036f].)")
_LEAST = 0.25
"""Of a text's letters, those in the language's own script: the rest are Vietnamese names."""
_RETYPE = "gõ lại cả từ; tên nước ngoài thì viết bằng chữ La tinh"
_APART = "thêm dấu cách giữa hai bộ chữ, hoặc xóa chữ gõ nhầm"


ESSENTIAL = ("title", "summary", "loop")
"""The parts that stand on other pages without the rest."""


_SIDE_BY_SIDE = 2
"""A source and the translation at hand: several checks look at both."""


class Piece(NamedTuple):
    """A stretch of a text, its line (0 where nobody knows it), and what it is part of."""

    text: str
    line: int
    part: str


@lru_cache(maxsize=_SIDE_BY_SIDE)
def pieces(text: Explainer | Translation) -> tuple[Piece, ...]:
    """All that a text says, as it is written: front matter, blocks, notes."""
    meta, place = text.meta, text.yaml.place
    notes = text.body.notes
    short = {"title": meta.title, "summary": meta.summary, "loop": meta.loop or ""}
    return (
        *(Piece(line, place((key,))[0], key) for key, line in short.items() if line),
        *(Piece(line, place(("board", i))[0], "board") for i, line in enumerate(meta.board)),
        *(Piece(b.text, b.line, f'mục "{b.section or HEAD}"') for b in text.body.blocks),
        *(Piece(n, line, "chú thích") for n, line in zip(notes, text.body.note_lines, strict=True)),
    )


def script_faults(
    _source: Explainer, translation: Translation, language: Language
) -> list[Problem]:
    """Words in scripts that are not the language's, and words in two scripts at once."""
    written = pieces(translation)
    scripts = _scripts("".join(piece.text for piece in written))
    if scripts[language.script] < scripts.total() * _LEAST:
        return [_wrong_script(translation, scripts, language)]
    told: list[Fault] = []
    if scripts.keys() - {language.script, _LATIN}:
        told += _strange_words(written, language)
    if language.script != _LATIN and _LATIN in scripts:
        told += [*_all_latin(written, language), *_joined(written, language)]
    return [Problem(translation.path, *fault) for fault in told]


def apostrophe_faults(
    _source: Explainer, translation: Translation, _language: Language
) -> list[Problem]:
    """A warning where one text writes apostrophes within words in two ways: chr'val, chr’val.

    They are letters there; search and the glossary take the two for different words.
    """
    found = [(m[0], p.line) for p in pieces(translation) for m in _IN_WORD.finditer(p.text)]
    kinds = Counter(sign for sign, _ in found).most_common()
    if len(kinds) < 2:
        return []
    usual, rare = kinds[0][0], kinds[-1][0]
    line = next(line for sign, line in found if sign == rare)
    listed = ", ".join(f"{sign} (U+{ord(sign):04X}) {count} chỗ" for sign, count in kinds)
    message = f"dấu nháy trong từ viết theo {len(kinds)} kiểu: {listed}"
    hint = f"chọn một kiểu cho cả bài, ví dụ {usual}"
    return [Problem(translation.path, line, 0, Severity.WARNING, message, hint)]


Fault = tuple[int, int, Severity, str, str]
"""Line, column, severity, what is wrong, what to write."""


def _scripts(text: str) -> Counter[str]:
    """Script → how many of its letters and marks a text has."""
    scripts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if script := _of_letter(char):
            scripts[script] += count
    return scripts


@cache
def _of_letter(char: str) -> str:
    """The script of a letter or a mark; "" for figures and signs, which every text may hold."""
    return script_of(char) if unicodedata.category(char)[0] in "LM" else ""


def _wrong_script(translation: Translation, scripts: Counter[str], language: Language) -> Problem:
    written = script_name(max(scripts, key=lambda script: scripts[script]))
    message = (
        f"bản dịch viết bằng {written}, mà tệp {translation.language}.md"
        f" dành cho tiếng {language.name}, viết bằng {script_name(language.script)}"
    )
    hint = "dịch sang đúng thứ tiếng và bộ chữ, hoặc đổi tên tệp theo audio/languages.yml"
    line = translation.yaml.place(("title",))[0]
    return Problem(translation.path, line, 0, Severity.ERROR, message, hint)


def _strange_words(written: Iterable[Piece], language: Language) -> Iterator[Fault]:
    """Each word with a letter that is neither the language's own nor Latin, once."""
    seen: set[str] = set()
    for text, line, _ in written:
        for word in _WORD.findall(text):
            strange = _strange(word, language)
            if strange and word not in seen:
                seen.add(word)
                yield line, 0, Severity.ERROR, *_saying(word, strange, language)


def _strange(word: str, language: Language) -> str:
    """The first letter of a word that is in neither script, or ""."""
    own = ("", language.script, _LATIN)
    return next((char for char in word if _of_letter(char) not in own), "")


def _saying(word: str, strange: str, language: Language) -> tuple[str, str]:
    name = script_name(script_of(strange))
    if any(script_of(char) in (language.script, _LATIN) for char in word):
        message = f'trong từ "{word}" có "{strange}" (U+{ord(strange):04X}) là {name}'
        return message, f"gõ lại cả từ bằng {script_name(_own_script(word, language))}"
    return f'từ "{word}" viết bằng {name}, tiếng {language.name} không dùng', _RETYPE


def _own_script(word: str, language: Language) -> str:
    has_own = any(script_of(char) == language.script for char in word)
    return language.script if has_own else _LATIN


def _all_latin(written: Iterable[Piece], language: Language) -> Iterator[Fault]:
    """A title, summary or loop without any letter of the language's own script."""
    for text, line, part in written:
        if part in ESSENTIAL and set(map(_of_letter, text)) - {""} == {_LATIN}:
            message = f"{part} không có {script_name(language.script)} nào"
            yield line, 0, Severity.WARNING, message, f"dịch {part} sang tiếng {language.name}"


def _joined(written: Iterable[Piece], language: Language) -> Iterator[Fault]:
    """Latin letters that touch letters of the language's own script."""
    for text, line, _ in written:
        for run in _LATIN_RUN.finditer(text):
            around = text[: run.start()][-1:] + text[run.end() : run.end() + 1]
            if language.script in map(_of_letter, around):
                own = script_name(language.script)
                message = f'{own} dính liền chữ La tinh "{run[0]}"'
                yield line, 0, Severity.WARNING, message, _APART
