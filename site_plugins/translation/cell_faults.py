"""What cells of a returned kit say by mistake, told at their numbers."""

from collections.abc import Iterable, Iterator

from site_plugins.problems import Problem, Severity
from site_plugins.translation.codes import CODE, CodeFault
from site_plugins.translation.kit_code import trace
from site_plugins.translation.model import Unit
from site_plugins.translation.returned import Returned


def code_faults(path: str, unit: Unit, faults: Iterable[CodeFault]) -> Iterator[Problem]:
    """One problem for each way of going wrong, with the codes as the source writes them."""
    numbers: dict[str, list[int]] = {}
    for fault in faults:
        numbers.setdefault(fault.message, []).append(fault.number)
    for message, found in numbers.items():
        told = f"{message} {', '.join(_as_written(unit.source, number) for number in found)}"
        yield Problem(path, unit.number, 0, Severity.WARNING, told, f"{_PUT} {unit.source}")


_PUT = "đặt mã quanh chữ tương ứng, như bài gốc viết:"


def _as_written(source: str, number: int) -> str:
    """`{2}…{/2}`, or `{1/}` for a code that stands alone."""
    alone = f"{{{number}/}}"
    pair = f"{{{number}}}…{{/{number}}}"
    return pair if f"{{/{number}}}" in source else alone if alone in source else f"{{{number}}}"


_SHORT = 8
"""Letters up to which different words of the source may well have the same translation."""


def repeated(returned: Returned) -> Iterator[Problem]:
    """Cells that hold one text where the source says different things: pasted into a wrong one."""
    filled = returned.filled
    by_text: dict[str, list[Unit]] = {}
    for unit in returned.units.values():
        text = CODE.sub("", filled.cells.get(unit.id, ""))
        if sum(map(str.isalpha, text)) > _SHORT and trace(text) != filled.given.get(unit.id):
            by_text.setdefault(trace(text), []).append(unit)
    for units in by_text.values():
        if len({trace(CODE.sub("", unit.source)) for unit in units}) > 1:
            numbers = ", ".join(str(unit.number) for unit in units)
            message = f"các ô {numbers} ghi cùng một câu, mà câu gốc khác nhau"
            yield Problem(returned.path, units[0].number, 0, Severity.WARNING, message, _PASTED)


_PASTED = "xem lại có dán nhầm ô không"
