"""Looking for a Vietnamese fact in a text of any language, by its figures alone."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from site_plugins.policy.fact_values import plain_letters
from site_plugins.policy.facts import Fact, FactKind
from site_plugins.policy.figures import LATIN, Figures, is_latin, plain_zeros

Span = tuple[int, int]
"""The first and the last of the runs of digits that a fact takes up."""
_Index = Mapping[str, Sequence[Span]]
_NEAR = 28
"""So many characters may stand between the figures of one date: ថ្ងៃទី 1 ខែ 7 ឆ្នាំ 2025."""
_SYMBOL = re.compile(rf"\s?[-–‑/]\s?([^\W\d_][{LATIN}0-9]*(?:[-–‑/.][{LATIN}][{LATIN}0-9]*)*)")
"""Latin from its second letter on: Khmer, which sets no space after it, is no part of it."""
_IN_PHONE = re.compile(r"[\s.()+/-]{0,3}")


def written_out(fact: Fact, figures: Figures) -> Iterator[Span]:
    """Where a text has all the figures of a fact, in any form that a writer may choose.

    Documents are found by their symbols; see `respelt` for those that have none there.
    """
    return _EXACT.get(fact.kind, _number)(fact, figures)


def half_said(fact: Fact, figures: Figures) -> Iterator[Span]:
    """Where some figures of a fact are there and the others may be said in words.

    A month by its name, «half past seven», one in the afternoon for 13 giờ.
    """
    return _HALF[fact.kind](fact, figures) if fact.kind in _HALF else iter(())


def _number(fact: Fact, figures: Figures) -> Iterator[Span]:
    """The value in figures, or the figures that a word of the other language multiplies."""
    yield from figures.numbers.get(fact.value, ())
    if fact.raw:
        yield from _row(figures, figures.numbers, fact.raw)


def _date(fact: Fact, figures: Figures) -> Iterator[Span]:
    """In any order but the American one; 1/2025/QH15 is no January."""
    spans = _date_figures(_parts(fact), figures)
    return (span for span in spans if not _latin_symbol(figures, span[1], "/"))


def _date_figures(parts: list[str], figures: Figures) -> Iterator[Span]:
    yield from _row(figures, figures.singles, parts)
    if len(parts[-1]) == 4:
        yield from _row(figures, figures.singles, parts[::-1])
    if len(parts) == 3:
        short = _row(figures, figures.singles, [*parts[:2], plain_zeros(parts[2][-2:])])
        yield from (span for span in short if len(figures.runs[span[1]].digits) == 2)


def _date_with_a_name(fact: Fact, figures: Figures) -> Iterator[Span]:
    """The figures of a date whose month has a name."""
    *days, last = _parts(fact)
    has_year = len(last) == 4
    said = [*days[:-1], last] if has_year else days
    yield from _named(figures, _row(figures, figures.numbers, said))
    if len(said) > 1:
        yield from _named(figures, _row(figures, figures.numbers, said[::-1]))


def _parts(fact: Fact) -> list[str]:
    """Day, month and year of a date, as far as it has them."""
    if "/" in fact.value:
        return fact.value.split("/")
    return [plain_zeros(part) for part in reversed(fact.value.removeprefix("--").split("-"))]


def _named(figures: Figures, spans: Iterator[Span]) -> Iterator[Span]:
    """Only where at least two letters stand between the figures."""
    for first, last in spans:
        gaps = (run.gap for run in figures.runs[first + 1 : last + 1])
        if all(sum(map(str.isalpha, gap)) > 1 for gap in gaps):
            yield first, last


def _time(fact: Fact, figures: Figures) -> Iterator[Span]:
    hour, minute = map(plain_zeros, fact.value.split(":"))
    yield from _clock(figures, hour, minute)


def _clock(figures: Figures, hour: str, minute: str) -> Iterator[Span]:
    for first, last in _row(figures, figures.singles, [hour, minute]):
        if minute != "0" or len(figures.runs[last].gap) == 1:
            yield first, last
    if minute == "0":
        yield from figures.numbers.get(hour, ())


def _time_in_words(fact: Fact, figures: Figures) -> Iterator[Span]:
    """On a clock of twelve hours; or the hour alone, its minutes in words."""
    hour, minute = map(plain_zeros, fact.value.split(":"))
    if int(hour) > 12:
        yield from _clock(figures, str(int(hour) - 12), minute)
    for first, last in figures.numbers.get(hour, ()) if minute != "0" else ():
        if last + 1 == len(figures.runs) or len(figures.runs[last + 1].gap) > 1:
            yield first, last


def _phone(fact: Fact, figures: Figures) -> Iterator[Span]:
    abroad = f"84{fact.value[1:]}"
    for first, run in enumerate(figures.runs):
        digits, last = run.digits, first
        while (
            len(digits) < len(abroad)
            and last + 1 < len(figures.runs)
            and _IN_PHONE.fullmatch(figures.runs[last + 1].gap)
            and digits != fact.value
        ):
            last += 1
            digits += figures.runs[last].digits
        if digits in (fact.value, abroad):
            yield first, last


def _document(fact: Fact, figures: Figures) -> Iterator[Span]:
    """Number, year and symbol, in Latin letters."""
    numbers, symbol = _symbol_apart(fact)
    for first, last in _row(figures, figures.singles, numbers):
        for end in _symbol_ends(figures, last, symbol):
            inside = [i for i, run in enumerate(figures.runs) if run.end <= end]
            yield first, max(last, *inside)


def respelt(fact: Fact, figures: Figures) -> Iterator[Span]:
    """A document's number and year without its symbol, or with letters of another script."""
    if fact.kind is not FactKind.DOCUMENT:
        return
    numbers, symbol = _symbol_apart(fact)
    for row in ([*numbers, *re.findall("[0-9]+", symbol)], numbers):
        for first, last in _row(figures, figures.singles, row):
            year = first + len(numbers) - 1
            if not _latin_symbol(figures, year) and not _is_date(figures, last):
                yield first, last


def _symbol_apart(fact: Fact) -> tuple[list[str], str]:
    number, *rest = fact.value.split("/")
    year = [rest.pop(0)] if rest and rest[0].isdecimal() else []
    return [number, *year], "".join(rest)


def _symbol_ends(figures: Figures, last: int, symbol: str) -> Iterator[int]:
    """Where the symbol ends that a run is followed by; more may hang on it, -ntawm."""
    shown = _latin_symbol(figures, last)
    marks = re.finditer(r"[-–‑/.]|$", shown[1]) if shown else ()
    for mark in marks:
        if shown and plain_letters(shown[1][: mark.start()]) == symbol:
            yield shown.start(1) + mark.start()


def _latin_symbol(figures: Figures, last: int, after: str = "") -> re.Match[str] | None:
    shown = _SYMBOL.match(figures.text, figures.runs[last].end)
    return shown if shown and shown[0].startswith(after) and is_latin(shown[1][0]) else None


def _is_date(figures: Figures, last: int) -> bool:
    """Whether a slash and more figures follow."""
    return last + 1 < len(figures.runs) and figures.runs[last + 1].gap == "/"


def _row(figures: Figures, index: _Index, values: Sequence[str]) -> Iterator[Span]:
    """Where these values stand one after the other, near each other."""
    for first, last in index.get(values[0], ()):
        end: int | None = last
        for value in values[1:]:
            end = _next(figures, index, value, end + 1) if end is not None else None
        if end is not None:
            yield first, end


def _next(figures: Figures, index: _Index, value: str, at: int) -> int | None:
    """The last run of a value that begins with the run `at`, if it is near the one before."""
    ends = (last for first, last in index.get(value, ()) if first == at)
    if at < len(figures.runs) and len(figures.runs[at].gap) <= _NEAR:
        return next(ends, None)
    return None


_Search = Callable[[Fact, Figures], Iterator[Span]]
_EXACT: dict[FactKind, _Search] = {
    FactKind.DATE: _date,
    FactKind.TIME: _time,
    FactKind.PHONE: _phone,
    FactKind.DOCUMENT: _document,
}
_HALF: dict[FactKind, _Search] = {
    FactKind.DATE: _date_with_a_name,
    FactKind.TIME: _time_in_words,
}
