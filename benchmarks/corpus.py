"""A realistic corpus: explainers of about 600 words with translations, the same for each seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import yaml

from benchmarks.stamps import approval, sources
from benchmarks.stock import Stock, Subject, stock
from benchmarks.tongues import OtherTongue, Tongue, Vietnamese
from site_plugins.policy.approval import HEAD

VIETNAMESE = "vi"
LANGUAGES = (VIETNAMESE, "hmn", "km", "tyz", "blt", "ktv", "rad", "jra", "cjm-cham")
"""The corpus' languages; the first ones are used."""

_ORTHOGRAPHIES = {"hmn": {"orthography": "RPA"}}
"""What translations declare where a language is written in several ways."""

_SENTENCES = 3
"""The most sentences that a section draws from the stock; with tables and lists: 600 words."""


@dataclass(frozen=True)
class Corpus:
    """How much of what: `approved` is the number of explainers that are spoken, drafts among them.

    A page depends on the seed, its number and its language only, not on how many others there are;
    what it says of amounts and dates depends on the seed and its number.
    """

    explainers: int
    languages: int
    approved: int = 0
    seed: int = 2026

    @property
    def pages(self) -> int:
        """How many texts it has."""
        return self.explainers * self.languages


@dataclass(frozen=True)
class Page:
    """One text; `front` is its front matter as plain values."""

    slug: str
    language: str
    front: dict[str, Any]
    body: str

    @property
    def markdown(self) -> str:
        """The file."""
        return with_front(self.front, self.body)


def with_front(front: dict[str, Any], body: str) -> str:
    """A Markdown file with its front matter."""
    declared = yaml.dump(
        front, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100
    )
    return f"---\n{declared}---\n\n{body}"


def pages(corpus: Corpus) -> Iterator[Page]:
    """Every text of the corpus, each explainer's Vietnamese first."""
    for number in range(corpus.explainers):
        yield from _explainer(corpus, number)


def _explainer(corpus: Corpus, number: int) -> Iterator[Page]:
    approved = number < corpus.approved
    source = _text(corpus, number, VIETNAMESE)
    source.front.update(_declared(number, _subject(number)))
    if approved:
        source.front["approval"] = approval(source.front, source.body)
    yield source
    bound = sources(source.front, source.body)
    for language in LANGUAGES[1 : corpus.languages]:
        text = _text(corpus, number, language)
        text.front["translation"] = _translation(bound) | _ORTHOGRAPHIES.get(language, {})
        # The station warns of drafts in Vietnamese only, so no other language may air one.
        if approved and not _is_draft(number):
            text.front["approval"] = approval(text.front, text.body)
        yield text


def _subject(number: int) -> Subject:
    subjects = stock().subjects
    return subjects[number % len(subjects)]


def _slug(number: int) -> str:
    return f"{_subject(number).slug}-{number:05d}"


def _is_draft(number: int) -> bool:
    return number % 10 == 9


def _text(corpus: Corpus, number: int, language: str) -> Page:
    chance = Random(f"{corpus.seed}/{number}")
    tongue = _tongue(corpus, number, language, chance)
    title = tongue.line(f"{_subject(number).title}, đợt {number + 1}")
    front = {"title": title, **_short_forms(tongue)}
    link = f"[{tongue.line(_subject(number - 1).title)}](../{_slug(max(number - 1, 0))}/index.md)"
    body = "\n\n".join([*_sections(chance, tongue, stock()), f"{link}\n"])
    return Page(_slug(number), language, front, body)


def _tongue(corpus: Corpus, number: int, language: str, chance: Random) -> Tongue:
    """A language on a page; the facts are drawn alike for all languages, syllables for each."""
    vietnamese = Vietnamese(chance, stock(), _subject(number))
    if language == VIETNAMESE:
        return vietnamese
    syllables = Random(f"{corpus.seed}/{number}/{language}")
    return OtherTongue(syllables, stock().others[language], vietnamese)


def _short_forms(tongue: Tongue) -> dict[str, Any]:
    said = stock().sentences
    board = [said["bao-nhieu"][0], said["o-dau"][0], said["han-nao"][0]]
    loop = [*said[HEAD], *said["nhac-lai"]]
    return {
        "summary": " ".join(tongue.line(line) for line in said[HEAD][:2]),
        "board": [tongue.line(line.removesuffix(".")) for line in board],
        "loop": " ".join(tongue.line(line) for line in loop),
    }


def _sections(chance: Random, tongue: Tongue, kept: Stock) -> Iterator[str]:
    yield from _paragraphs(chance, tongue, kept.sentences[HEAD])
    for section, heading in kept.headings.items():
        yield f"## {tongue.line(heading)} {{#{section}}}"
        yield from _paragraphs(chance, tongue, kept.sentences[section])
        if section == "bao-nhieu":
            yield _table(tongue, kept)
            note = tongue.line(chance.choice(kept.notes))
            yield f'!!! note "{tongue.line("Lưu ý")}"\n\n    {note}'
        elif section == "lam-gi":
            yield "\n".join(f"{i}. {tongue.line(item)}" for i, item in enumerate(kept.items, 1))
        elif section == "o-dau":
            villages = chance.sample(kept.villages, 5)
            yield "\n".join(f"- **{tongue.line('Thôn ' + village)}**" for village in villages)


def _paragraphs(chance: Random, tongue: Tongue, said: tuple[str, ...]) -> Iterator[str]:
    """The answer in one sentence, then what there is to explain."""
    first, *rest = said
    yield tongue.line(first)
    drawn = chance.sample(rest, min(len(rest), _SENTENCES - 1))
    yield " ".join(tongue.line(line) for line in drawn)


def _table(tongue: Tongue, kept: Stock) -> str:
    rows = [kept.columns, *kept.rows]
    head, *rest = (f"| {' | '.join(tongue.line(cell) for cell in row)} |" for row in rows)
    return "\n".join([head, "|" + " --- |" * len(kept.columns), *rest])


def _declared(number: int, subject: Subject) -> dict[str, Any]:
    """What an explainer declares besides its words; one in ten is a draft, one in twenty old."""
    is_draft, is_old = _is_draft(number), number % 20 == 7
    declared: dict[str, Any] = {
        "kind": "draft" if is_draft else "explainer",
        "status": "consultation" if is_draft else "in_force",
        "topics": [subject.topic, "Chính sách của xã"],
        "published": f"2026-{number % 10 + 1:02d}-{number % 28 + 1:02d}",
        "effective_from": "2026-01-01",
        "effective_to": "2026-06-30" if is_old else "2028-12-31",
        "expires": "2028-12-31",
        "priority": "ưu tiên" if number % 7 == 0 else "thông thường",
        "legal_basis": [_legal_basis(number)],
        "sources": [{"title": "Cổng thông tin của xã (ví dụ)", "url": "https://example.org/"}],
        "checked_on": "2026-11-01",
        "contact": {
            "office": "Bộ phận một cửa, Ủy ban nhân dân xã Ví Dụ",
            "phone": "0200 000 0000 (số ví dụ)",
            "hours": "7 giờ 30 đến 11 giờ 30, thứ hai đến thứ sáu",
        },
        "changes": [{"on": "2026-11-01", "kind": "minor", "note": "Đăng lần đầu."}],
    }
    if is_draft:
        declared["consultation"] = {"until": "2027-03-31", "send_to": "Bộ phận một cửa"}
    return declared


def _legal_basis(number: int) -> dict[str, str]:
    document = f"{number % 288 + 11}/2025/NĐ-CP"
    return {"number": document, "title": "Nghị định (ví dụ)", "date": "2025-06-30"}


def _translation(bound: dict[str, str]) -> dict[str, Any]:
    return {
        "sources": bound,
        "translator": "Người dịch (ví dụ)",
        "checked_by": "Người kiểm tra (ví dụ)",
        "checked_on": "2026-11-01",
    }
