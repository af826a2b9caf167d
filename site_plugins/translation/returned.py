"""What becomes of each section of a kit that came back."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from site_plugins.policy.approval import HEAD
from site_plugins.policy.documents import Translation
from site_plugins.problems import Problem, Severity
from site_plugins.translation.codes import CODE
from site_plugins.translation.kit import Workshop
from site_plugins.translation.kit_code import trace
from site_plugins.translation.mending import mended
from site_plugins.translation.model import Filled, Unit, UnitState
from site_plugins.translation.units import BOARD, LOOP, SUMMARY, TITLE, Cut, cut


class Fate(Enum):
    """Where the words of a section come from."""

    WRITTEN = "the kit, in the structure of the source"
    LOOSE = "the kit, as paragraphs: the source has another structure by now"
    KEPT = "the present translation, untouched"
    ABSENT = "nowhere: it is not translated yet"


@dataclass(frozen=True)
class Verdict:
    """A section's fate and the digest that it is stamped with, "" for none."""

    fate: Fate
    digest: str = ""


@dataclass(frozen=True)
class Returned:
    """A filled kit beside its source and the present translation as they stand now."""

    filled: Filled
    workshop: Workshop
    path: str
    """The name of the kit's file, for what is told."""

    @cached_property
    def existing(self) -> Translation | None:
        """The present translation."""
        return self.workshop.translation(self.filled.tag)

    @cached_property
    def present(self) -> Cut:
        """The present translation in lines; none where there is none."""
        return cut(self.existing.meta, self.existing.body.html) if self.existing else Cut((), ())

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The source's units as they stand now, by id."""
        return {unit.id: unit for unit in self.workshop.units(self.existing)}

    @cached_property
    def traces(self) -> frozenset[str]:
        """Those of all that the present translation says, as kits give it."""
        return frozenset(trace(unit.target) for unit in self.units.values() if unit.target)

    def cells(self, section: str) -> dict[str, str]:
        """What was filled in for a section, in the order of its units when the kit was made."""
        own = (item for item in self.filled.cells.items() if self._section_of(item[0]) == section)
        return dict(sorted(own, key=lambda item: _rank(item[0])))

    def judge(self) -> "tuple[dict[str, Verdict], list[Problem]]":
        """Every section of the source, and what its translator is told."""
        told: list[Problem] = [*self.filled.problems, *self._gone()]
        verdicts = {name: self._judge(name, told) for name in self.workshop.source.sections}
        return self._settled(verdicts, told), told

    def _judge(self, section: str, told: list[Problem]) -> Verdict:
        stamped = self.filled.sections.get(section)
        now = self.workshop.source.sections[section]
        if stamped is None:
            told.append(self._tell(section, _NEW_SECTION, _TAKE_NEW_KIT))
        elif stamped != now and self._made_from(section) == now:
            told.append(self._tell(section, "đã có bản dịch mới hơn, nên giữ bản đang có"))
        elif stamped != now:
            return self._outdated(section, stamped, told)
        elif not self._is_settled(section):
            return self._current(section, stamped, told)
        return self._as_it_stands(section)

    def _current(self, section: str, stamped: str, told: list[Problem]) -> Verdict:
        """A section whose source is still what the translator saw."""
        units = [unit for unit in self.units.values() if unit.section == section]
        cells = self.cells(section)
        empty = [unit for unit in units if not cells.get(unit.id)]
        if empty:
            if cells:
                told.append(self._incomplete(section, [u.number for u in empty]))
            return self._as_it_stands(section)
        old = [u for u in units if self._is_left_as_it_was(u, cells)]
        if not old:
            return Verdict(Fate.WRITTEN, stamped)
        told.extend(self._not_redone(unit) for unit in old)
        if all(cells[unit.id] == as_returned(unit) for unit in units):
            return self._as_it_stands(section)
        return Verdict(Fate.WRITTEN, self._made_from(section))

    def _outdated(self, section: str, stamped: str, told: list[Problem]) -> Verdict:
        """A section whose source was edited while the kit was out: finished work is kept."""
        cells = self.cells(section)
        if not cells or self._is_present(section, cells):
            return self._as_it_stands(section)
        here = {unit.id for unit in self.units.values() if unit.section == section}
        numbers = [_rank(unit)[1] for unit in cells if _rank(unit)[0] == _IN_BODY]
        if numbers != list(range(1, len(numbers) + 1)):
            told.append(self._tell(section, _HALF, _COPY_OVER))
            return self._as_it_stands(section)
        told.append(self._tell(section, _OLD_KIT, _LOOK_AGAIN))
        return Verdict(Fate.WRITTEN if here == set(cells) else Fate.LOOSE, stamped)

    def _is_present(self, section: str, cells: dict[str, str]) -> bool:
        """Whether the present translation says the same already."""
        said = sorted(trace(CODE.sub("", cell)) for cell in cells.values())
        return said == sorted(trace(leaf.plain) for leaf in self.present.section(section))

    def _is_settled(self, section: str) -> bool:
        """Whether a section is up to date and nothing in it was touched."""
        if not self.existing or section in _unsure(self.existing):
            return False
        cells = self.cells(section)
        return all(
            cells.get(unit.id, "") == as_returned(unit)
            for unit in self.units.values()
            if unit.section == section
        )

    def _is_left_as_it_was(self, unit: Unit, cells: dict[str, str]) -> bool:
        given = self.filled.given.get(unit.id)
        cell = cells[unit.id]
        untouched = trace(cell) == given if given else cell == as_returned(unit)
        changed = unit.state is not UnitState.KEPT
        return changed and untouched and unit.id not in self.filled.confirmed

    def _settled(self, verdicts: dict[str, Verdict], told: list[Problem]) -> dict[str, Verdict]:
        """Sections that share a block of the page share their fate."""
        settled = dict(verdicts)
        while torn := self._torn(settled):
            settled |= {section: self._as_it_stands(section) for section in torn}
            told += [self._tell(section, _TORN) for section in sorted(torn)]
        return settled

    def _torn(self, verdicts: dict[str, Verdict]) -> set[str]:
        """Written sections that have a block in common with one that is not."""
        written = {name for name, verdict in verdicts.items() if verdict.fate is Fate.WRITTEN}
        shared = (sections for _, sections in self.workshop.taken.blocks if sections - written)
        return {section for sections in shared for section in sections & written}

    def _as_it_stands(self, section: str) -> Verdict:
        if self.present.section(section):
            return Verdict(Fate.KEPT, self._made_from(section))
        return Verdict(Fate.ABSENT)

    def _made_from(self, section: str) -> str:
        sources = self.existing.meta.translation.sources if self.existing else {}
        return sources.get(section, "")

    def _section_of(self, unit: str) -> str:
        if _rank(unit)[0] != _IN_BODY:
            return HEAD
        known = self.units.get(unit)
        return known.section if known else unit.rpartition(".")[0]

    def _gone(self) -> Iterator[Problem]:
        for section in self.filled.sections:
            if section not in self.workshop.source.sections and self.cells(section):
                yield self._tell(section, "không còn trong bài gốc: chưa đưa vào")

    def _incomplete(self, section: str, numbers: list[int]) -> Problem:
        listed = ", ".join(map(str, numbers))
        kept = "bản dịch cũ của mục này vẫn giữ" if self.present.section(section) else _LEFT_OUT
        return self._tell(section, f"chưa dịch đủ, còn ô {listed}", kept, numbers[0])

    def _not_redone(self, unit: Unit) -> Problem:
        message = "bài gốc đã đổi mà bản dịch để nguyên, nên mục này vẫn ghi là cũ"
        hint = "dịch lại ô này; nếu bản cũ vẫn đúng thì đánh dấu đã xem lại rồi gửi lại"
        return Problem(self.path, unit.number, 0, Severity.WARNING, message, hint)

    def _tell(self, section: str, what: str, hint: str = "", line: int = 0) -> Problem:
        heading = self.workshop.headings.get(section, section)
        return Problem(self.path, line, 0, Severity.WARNING, f"mục «{heading}» {what}", hint)


_LEFT_OUT = "mục này chưa có trên trang: giữ tệp này, dịch nốt rồi nhập lại"
_OLD_KIT = "dịch từ bản cũ: bài gốc đã đổi sau khi tải bộ dịch, nên mục này vẫn ghi là cũ"
_LOOK_AGAIN = "bản dịch đã nhận; tải bộ dịch mới để dịch lại các ô đã đổi"
_HALF = "còn ô trống, mà bài gốc đã đổi: chưa đưa vào"
_COPY_OVER = "tải bộ dịch mới, chép các ô đã dịch sang rồi dịch nốt"
_NEW_SECTION = "là mục mới của bài gốc, chưa có trong bộ dịch này"
_TAKE_NEW_KIT = "tải bộ dịch mới để dịch mục này"
_TORN = "nằm chung khối với một mục chưa dịch đủ, nên chưa đưa vào"
_IN_BODY = 4
_FIELDS = {TITLE: 0, SUMMARY: 1, BOARD: 2, LOOP: 3}


def _rank(unit: str) -> tuple[int, int]:
    """Where a unit stands in its section: fields of the front matter first."""
    name, _, number = unit.rpartition(".")
    if unit in (TITLE, SUMMARY, LOOP):
        return _FIELDS[unit], 0
    count = int(number) if number.isdecimal() and len(number) < 6 else 0
    return _FIELDS.get(name, _IN_BODY), count


def _unsure(existing: Translation) -> set[str]:
    return {*existing.binding.stale, *existing.binding.missing}


def as_returned(unit: Unit) -> str:
    """The old translation as it comes back from a cell that nobody touched."""
    return mended("", unit.target, unit)[0]
