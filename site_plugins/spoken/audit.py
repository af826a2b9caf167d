"""Fail closed: what may not reach a Vietnamese voice is found in the words, not in the rules.

Only letters of Vietnamese syllables, spaces, line ends and prosody marks may remain. A figure, a
sign or a capitalised token that is no word is an error; a foreign-looking word is a warning.
"""

import re
from collections.abc import Iterable, Iterator

from site_plugins.problems import Severity
from site_plugins.spoken.model import Finding, Span
from site_plugins.spoken.syllables import LETTER, VIETNAMESE_LETTERS, is_word

_TOKEN = re.compile(rf"[{LETTER}]+|[^{LETTER}\s.,;:?!…]+")
_LEXICON = "audio/lexicon/vi.yml"


def audit(spans: Iterable[Span]) -> tuple[Finding, ...]:
    """Every token that must not (error) or should not (warning) be spoken, with its place."""
    return tuple(finding for span in spans for finding in _in_span(span))


def _in_span(span: Span) -> Iterator[Finding]:
    for token in _TOKEN.finditer(span.spoken):
        if is_word(token[0]):
            continue
        start = span.start if span.rule else span.start + token.start()
        end = span.end if span.rule else span.start + token.end()
        yield _finding(token[0], start, end)


def _finding(token: str, start: int, end: int) -> Finding:
    severity, message, hint = _verdict(token)
    return Finding(start, end, token, severity, f"{message}: “{token[:40]}”", hint)


def _verdict(token: str) -> tuple[Severity, str, str]:
    line = f'thêm vào {_LEXICON} dòng: {quoted(token)}: "…", ghi cách đọc thay dấu …'
    if any(letter.isdigit() for letter in token):
        return Severity.ERROR, "chữ số chưa đọc được", "viết lại bằng chữ, hoặc " + line
    if not token.isalpha():
        return Severity.ERROR, "ký hiệu chưa có cách đọc", "bỏ ký hiệu hoặc viết lại bằng chữ"
    if not VIETNAMESE_LETTERS.issuperset(token.lower()):
        return Severity.ERROR, "có chữ cái không phải của tiếng Việt", line
    if token.islower() or (token.istitle() and len(token) > 1):
        return Severity.WARNING, "từ nước ngoài chưa có cách đọc", line
    return Severity.ERROR, "chữ viết tắt chưa có cách đọc", line


def quoted(token: str) -> str:
    """A key as YAML takes it, whatever is in it (NO, a colon, a quote)."""
    return '"' + token[:40].replace("\\", "\\\\").replace('"', '\\"') + '"'
