"""Which lines of the present translation, and of the source's old wording, belong to which unit."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from site_plugins.policy.approval import HEAD
from site_plugins.policy.model import BlockKind
from site_plugins.translation.codes import recoded
from site_plugins.translation.differences import paired
from site_plugins.translation.model import UnitKind
from site_plugins.translation.units import Cut, Leaf, has_words

_BLOCK = re.compile(r"[a-z]+\d+\.\d+ ")
_BETWEEN = " / "
_NOTE_END = "\xa0↩"
"""The arrow back that ends every footnote; all footnotes are one line."""


def targets(source: Cut, translated: Cut) -> dict[str, str]:
    """The present translation by the id of its source's unit, with the source's codes.

    Where the structures differ, lines go to the likeliest unit and the rest to the one before it:
    nothing that somebody translated is left behind.
    """
    found: dict[str, str] = {}
    for section in dict.fromkeys(leaf.section for leaf in source.leaves):
        for leaf, theirs in _aligned(source.section(section), translated.section(section)):
            lines = (recoded(each.nodes, leaf.line.codes) for each in theirs)
            found[leaf.id] = _BETWEEN.join(lines)
    return found


def _aligned(ours: Sequence[Leaf], theirs: Sequence[Leaf]) -> Iterable[tuple[Leaf, Sequence[Leaf]]]:
    """Each line of the source with those of the translation that stand for it."""
    matched: list[list[Leaf]] = [[] for _ in ours]
    matcher = SequenceMatcher(a=_kinds(ours), b=_kinds(theirs), autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        for offset, leaf in enumerate(theirs[c:d]):
            last = b - 1 if kind != "insert" else a - 1
            matched[max(min(a + offset, last), 0)].append(leaf)
    return zip(ours, matched, strict=True)


def _kinds(leaves: Iterable[Leaf]) -> list[str]:
    """Fields of the front matter match their own kind; so do headings, cells and the rest."""
    return [leaf.kind for leaf in leaves]


@dataclass(frozen=True)
class Followed:
    """How a section read when its translation was made, for each unit as it reads now.

    `before` has the wording that a unit had. `targets` has its translation, which went with that
    wording wherever it moved to; None where the translation has another structure than the
    wording that it was made from, so that nobody can tell.
    """

    before: Mapping[str, str]
    targets: Mapping[str, str] | None


def followed(
    ours: Sequence[Leaf], lines: Sequence[str], theirs: Sequence[Leaf], their_lines: Sequence[str]
) -> Followed:
    """Follow a section from its old lines (`policy.approval.section_lines`) to its units."""
    old = _wordings(lines, ours)
    pairs = _together(old, _wordings(their_lines, theirs), theirs)
    translated = [leaf for _, leaf in pairs]
    old = [wording for wording, _ in pairs] or old
    places = _places(old, ours)
    before = {unit: old[at] for unit, at in places.items()}
    if not translated:
        return Followed(before, None)
    changed = {leaf.id for leaf in ours if before.get(leaf.id, leaf.plain) != leaf.plain}
    gathered = _gathered(places, changed, len(old))
    return Followed(before, {leaf.id: _recoded(leaf, gathered, translated) for leaf in ours})


def _recoded(leaf: Leaf, gathered: Mapping[str, list[int]], translated: Sequence[Leaf]) -> str:
    lines = (translated[at] for at in sorted(gathered.get(leaf.id, ())))
    return _BETWEEN.join(recoded(line.nodes, leaf.line.codes) for line in lines)


def _places(old: Sequence[str], leaves: Sequence[Leaf]) -> dict[str, int]:
    """Unit → the place of its wording among the old ones, as far as it had one.

    First in order, then what was moved as it is, then what is most alike in the rest.
    """
    places = _in_pairs(dict(enumerate(old)), leaves)
    moved = {text: at for at, text in _left(old, places).items()}
    for leaf in leaves:
        if leaf.id not in places and leaf.plain in moved:
            places[leaf.id] = moved.pop(leaf.plain)
    rest = [leaf for leaf in leaves if leaf.id not in places]
    return places | _in_pairs(_left(old, places), rest)


def _left(old: Sequence[str], places: Mapping[str, int]) -> dict[int, str]:
    taken = {*places.values()}
    return {at: text for at, text in enumerate(old) if at not in taken}


def _in_pairs(old: Mapping[int, str], leaves: Sequence[Leaf]) -> dict[str, int]:
    places: dict[str, int] = {}
    at, units = iter(old), iter(leaves)
    for pair in paired([*old.values()], [leaf.plain for leaf in leaves]):
        place = next(at) if pair.before else -1
        unit = next(units).id if pair.now else ""
        if unit and pair.before:
            places[unit] = place
    return places


def _gathered(
    places: Mapping[str, int], changed: Collection[str], count: int
) -> dict[str, list[int]]:
    """Unit → the places of what was translated for it.

    A wording that is gone may be part of the changed one beside it; else its translation goes too.
    """
    found = {unit: [at] for unit, at in places.items()}
    unit_at = {at: unit for unit, at in places.items()}
    for at in sorted({*range(count)} - {*unit_at}):
        beside = (unit_at.get(at - 1, ""), unit_at.get(at + 1, ""))
        if unit := next((unit for unit in beside if unit in changed), ""):
            found[unit].append(at)
            unit_at[at] = unit
    return found


def _together(
    old: Sequence[str], texts: Sequence[str], leaves: Sequence[Leaf]
) -> list[tuple[str, Leaf]]:
    """Each old wording and its translation; none where the two have not one structure.

    Lines that are no unit of the section, such as the columns' names of all tables, are left out.
    """
    waiting: dict[str, list[Leaf]] = {}
    for leaf in reversed(leaves):
        waiting.setdefault(leaf.plain, []).append(leaf)
    if len(old) != len(texts):
        return []
    both = zip(old, texts, strict=True)
    found = [(wording, waiting[text].pop()) for wording, text in both if waiting.get(text)]
    return found if len(found) == len(leaves) else []


def _wordings(lines: Sequence[str], leaves: Sequence[Leaf]) -> list[str]:
    """The wordings in a section's lines that say anything, without what names the lines."""
    headers = [leaf.plain for leaf in leaves if leaf.kind is UnitKind.CELL]
    section = leaves[0].section if leaves else ""
    texts = _texts(_without_labels(lines, section), headers)
    return [text for text in texts if has_words((text,))]


def _without_labels(lines: Sequence[str], section: str) -> Sequence[str]:
    """The lines of `policy.approval.section_lines` without those that name a field."""
    if section != HEAD:
        return lines
    return [line for line in lines if line not in ("board", "loop", "notes", "")]


def _texts(lines: Iterable[str], headers: Sequence[str]) -> Iterator[str]:
    """The wordings in old lines; a table's columns are named once, as on the page."""
    named = "|".join(re.escape(header) for header in sorted(set(headers), key=len, reverse=True))
    told: set[str] = set()
    for line in lines:
        text = _BLOCK.sub("", line, count=1)
        if not named or not line.startswith(BlockKind.ROW):
            yield from map(str.strip, text.split(_NOTE_END))
            continue
        _, *row = re.split(rf"(?:^|; )({named}): ", text)
        yield from (name for name in row[::2] if name not in told)
        told.update(row[::2])
        yield from row[1::2] or [text]
