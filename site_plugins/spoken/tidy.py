"""The words of a trace joined into one text: spaces and prosody marks put in order."""

import re
from collections.abc import Iterable

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
    (re.compile(r"(?<=[,;:?!…])(?=\w)"), " "),
    (re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])"), ". "),
)


def tidy(text: str) -> str:
    """One space between words, none before a mark, no mark twice; line ends stay."""
    for pattern, instead in _STEPS:
        text = pattern.sub(instead, text)
    return text.strip()


def join(spans: Iterable[Span]) -> str:
    """What the spans say, one after the other."""
    return tidy("".join(f" {span.spoken} " if span.rule else span.spoken for span in spans))
