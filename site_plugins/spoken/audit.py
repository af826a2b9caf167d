"""Fail closed: what may not reach a Vietnamese voice is found in the words, not in the rules.

Only letters of Vietnamese syllables, spaces, line ends and prosody marks may remain. A figure, a
sign, a capitalised token that is no word, letters without a vowel are errors; a foreign word in
small letters is a warning, and so is a word in capitals that may as well be an abbreviation.
"""

import re
from collections.abc import Iterable, Iterator

from site_plugins.problems import Severity
from site_plugins.spoken.model import Finding, Span
from site_plugins.spoken.syllables import LETTER, VIETNAMESE_LETTERS, is_word, without_marks

# A name keeps its apostrophes (H'Hen), so that the lexicon line offered holds all of it.
_TOKEN = re.compile(rf"[{LETTER}]+(?:'[{LETTER}]+)*|[^{LETTER}\s.,;:?!…]+")
_SHOUTED = re.compile(r"(?<![^\W\d_])[A-Z]{2,4}(?![^\W\d_])")
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_NEIGHBOURHOOD = 24
_LONGEST_TOKEN = 40
_VOWELS = frozenset("aeiouy")
_LEXICON = "audio/lexicon/vi.yml"


def audit(spans: Iterable[Span], written: str = "") -> tuple[Finding, ...]:
    """Every token that must not (error) or should not (warning) be spoken, with its place.

    `written` is the text of the spans, where neighbours are looked for.
    """
    return tuple(_in_order(finding for span in spans for finding in _in_span(span, written)))


def _in_order(found: Iterator[Finding]) -> Iterator[Finding]:
    """Names of several words are told as one."""
    last: Finding | None = None
    for finding in found:
        if last and _one_name(last, finding):
            last = _finding(f"{last.token} {finding.token}", last.start, finding.end)
            continue
        if last:
            yield last
        last = finding
    if last:
        yield last


def _one_name(first: Finding, second: Finding) -> bool:
    length = second.end - first.start
    beside = second.start == first.end + 1 and length <= _LONGEST_TOKEN
    return beside and _is_name(first.token) and _is_name(second.token)


def _letters(token: str) -> str:
    return token.replace("'", "").replace(" ", "")


def _is_name(token: str) -> bool:
    return token[:1].isupper() and not token.isupper() and _letters(token).isalpha()


def _in_span(span: Span, written: str) -> Iterator[Finding]:
    for token in _TOKEN.finditer(span.spoken):
        start = span.start if span.rule else span.start + token.start()
        end = span.end if span.rule else span.start + token.end()
        if not is_word(token[0]):
            yield _finding(token[0], start, end)
        elif not span.rule and _may_abbreviate(token[0], written, start, end):
            yield _doubtful(token[0], start, end)


def _may_abbreviate(token: str, written: str, start: int, end: int) -> bool:
    """BAN, HU: a syllable without any mark, in capitals, among words that are not."""
    if not (token.isupper() and _SHOUTED.fullmatch(token)):
        return False
    left = written[max(0, start - _NEIGHBOURHOOD) : start]
    right = written[end : end + _NEIGHBOURHOOD]
    around = [*_CAPITALS.findall(left)[-1:], *_CAPITALS.findall(right)[:1]]
    return bool(around) and not any(word.isupper() for word in around)


def _doubtful(token: str, start: int, end: int) -> Finding:
    message = f"chữ in hoa giữa câu, được đọc như một tiếng: “{token}”"
    hint = "nếu là một tiếng thì viết chữ thường; nếu là chữ viết tắt thì " + _line(token)
    return Finding(start, end, token, Severity.WARNING, message, hint)


def _finding(token: str, start: int, end: int) -> Finding:
    severity, message, hint = _verdict(token)
    return Finding(start, end, token, severity, f"{message}: “{token[:_LONGEST_TOKEN]}”", hint)


def _verdict(token: str) -> tuple[Severity, str, str]:
    line = _line(token)
    letters = _letters(token)
    if any(letter.isdigit() for letter in token):
        return Severity.ERROR, "chữ số chưa đọc được", "viết lại bằng chữ, hoặc " + line
    if not letters.isalpha():
        return Severity.ERROR, "ký hiệu chưa có cách đọc", "bỏ ký hiệu hoặc viết lại bằng chữ"
    if not VIETNAMESE_LETTERS.issuperset(letters.lower()):
        return Severity.ERROR, "có chữ cái không phải của tiếng Việt", line
    return *_kind_of_word(token, letters), line


def _kind_of_word(token: str, letters: str) -> tuple[Severity, str]:
    if _is_name(token):
        return Severity.ERROR, "tên riêng chưa có cách đọc"
    if letters.islower() and not _VOWELS.isdisjoint(without_marks(letters)):
        return Severity.WARNING, "từ nước ngoài chưa có cách đọc"
    return Severity.ERROR, "chữ viết tắt chưa có cách đọc"


def _line(token: str) -> str:
    return f'thêm vào {_LEXICON} dòng: {quoted(token)}: "…", ghi cách đọc thay dấu …'


def quoted(token: str) -> str:
    """A key as YAML takes it, whatever is in it (NO, a colon, a quote)."""
    return '"' + token[:_LONGEST_TOKEN].replace("\\", "\\\\").replace('"', '\\"') + '"'
