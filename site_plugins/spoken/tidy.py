"""The words of a trace joined into one text: spaces and prosody marks put in order."""

import re
from collections.abc import Iterable, Iterator

from site_plugins.spoken.model import Span

_STEPS = (
    (re.compile(r"[^\S\n]{2,}"), " "),
    (re.compile(r"^[,;: ]+| +$", re.MULTILINE), ""),
    (re.compile(r" ?\n\s*"), "\n"),
    (re.compile(r" (?=[,.;:?!…])"), ""),
    (re.compile(r"\.{4,}"), "..."),
    (re.compile(r"(?<=[,;:])(?:[,\s]*,)+"), ""),
    (re.compile(r",(?:\s*,)*\s*(?=[.;:?!…])"), ""),
    (re.compile(r"(?<=[.?!…])\s*,"), ""),
    (re.compile("…{2,}"), "…"),
    (re.compile(r"(?<=[,;:?!…])(?=\w)"), " "),
    (re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])"), ". "),
)


_ONES = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_ENDS = re.compile(rf"(?<!\w)(?:không|{_ONES}|mốt|tư|lăm|mười|mươi|trăm)\Z")
_BEGINS = re.compile(rf"(?:không|{_ONES}|mười)(?!\w)")


def tidy(text: str) -> str:
    """One space between words, none before a mark, no mark twice; line ends stay."""
    for pattern, instead in _STEPS:
        text = pattern.sub(instead, text)
    return text.strip()


def join(spans: Iterable[Span]) -> str:
    """What the spans say, one after the other."""
    return tidy("".join(_said(spans)))


def _said(spans: Iterable[Span]) -> Iterator[str]:
    """Two numbers with only a space between would be heard as one: a comma parts them."""
    before = gap = ""
    for span in spans:
        said = f" {span.spoken} " if span.rule else span.spoken
        if not said.strip(" "):
            gap += said
            continue
        number = _number_of(span)
        yield f",{gap}" if gap and _ENDS.search(before) and _BEGINS.match(number) else gap
        yield said
        before, gap = number, ""
    yield gap


def _number_of(span: Span) -> str:
    """The lexicon and the types of documents have words that only sound like one (Thông tư)."""
    other = not span.rule or span.rule in {"lexicon", "documents.type"}
    return "" if other else span.spoken
