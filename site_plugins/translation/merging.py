"""Several hands at one translation: what one finished never gives way to what another left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from site_plugins.problems import Problem, Severity
from site_plugins.translation.kit_code import trace
from site_plugins.translation.model import Filled
from site_plugins.translation.returned import Returned, as_returned


def joined(hands: Sequence[tuple[str, Filled]], numbers: Mapping[str, int]) -> Filled:
    """Kits of one source that were filled apart, by the names of their files, as one.

    A cell that somebody filled counts before one that was left as it was handed out. Where two
    filled it otherwise, the first file's stands, and that is told by the number of its unit.
    """
    first = hands[0][1]
    cells: dict[str, str] = {}
    problems = [problem for _, filled in hands for problem in filled.problems]
    for unit in dict.fromkeys(unit for _, filled in hands for unit in filled.cells):
        said = {name: filled.cells[unit] for name, filled in hands if unit in filled.cells}
        own = {name: text for name, text in said.items() if trace(text) != first.given.get(unit)}
        cells[unit] = next(iter((own or said).values()))
        problems += _told(numbers.get(unit, 0), own)
    return replace(
        first,
        cells=cells,
        translator=", ".join(dict.fromkeys(f.translator for _, f in hands if f.translator)),
        orthography=next((f.orthography for _, f in hands if f.orthography), ""),
        confirmed=frozenset().union(*(filled.confirmed for _, filled in hands)),
        problems=tuple(problems),
    )


def _told(number: int, said: Mapping[str, str]) -> Iterator[Problem]:
    if len({trace(text) for text in said.values()}) < 2:
        return
    names = list(said)
    message = f"dịch khác nhau trong {', '.join(names)}, đã lấy câu của {names[0]}"
    hint = f"muốn lấy câu khác thì sửa ô này trong {names[0]} rồi nhập lại"
    yield Problem(names[0], number, 0, Severity.WARNING, message, hint)


def with_newer(returned: Returned) -> Returned:
    """With what others have translated anew, in the cells that this kit left as it was handed out.

    Only where the source is still what the kit was made from: else its units are numbered
    otherwise.
    """
    filled = returned.filled
    newer = {
        unit.id: as_returned(unit)
        for unit in returned.units.values()
        if filled.sections.get(unit.section) == returned.workshop.source.sections[unit.section]
        and _is_as_given(filled, unit.id)
        and filled.given[unit.id] not in returned.traces
        and unit.target
    }
    return replace(
        returned,
        filled=replace(
            filled, cells={**filled.cells, **newer}, confirmed=filled.confirmed | newer.keys()
        ),
    )


def _is_as_given(filled: Filled, unit: str) -> bool:
    return unit in filled.given and trace(filled.cells.get(unit, "")) == filled.given[unit]
