"""What the corpus is mixed from, as `stock.yml` holds it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter


@dataclass(frozen=True)
class Subject:
    """What an explainer is about; `what` is how a sentence names it."""

    slug: str
    title: str
    topic: str
    what: str


@dataclass(frozen=True)
class Syllables:
    """The parts that words of another orthography are put together from.

    `word` is the fewest and the most syllables; `join` stands between them, `gap` between words.
    """

    onsets: tuple[str, ...]
    rimes: tuple[str, ...]
    tones: tuple[str, ...]
    word: tuple[int, int]
    join: str
    gap: str
    stop: str


@dataclass(frozen=True)
class Stock:
    """Everything that pages are mixed from; sentences by the id of their section."""

    subjects: tuple[Subject, ...]
    villages: tuple[str, ...]
    headings: dict[str, str]
    sentences: dict[str, tuple[str, ...]]
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...]
    items: tuple[str, ...]
    notes: tuple[str, ...]
    others: dict[str, Syllables]


@cache
def stock() -> Stock:
    """The stock, read once."""
    text = Path(__file__).with_name("stock.yml").read_text(encoding="utf-8")
    return TypeAdapter(Stock).validate_python(yaml.safe_load(text))
