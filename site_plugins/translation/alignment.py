"""Which lines of the present translation, and of the source's old wording, belong to which unit."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from site_plugins.policy.approval import HEAD
from site_plugins.policy.model import BlockKind
from site_plugins.translation.codes import recoded
from site_plugins.translation.differences import paired
from site_plugins.translation.model import UnitKind
from site_plugins.translation.units import Cut, Leaf

_BLOCK = re.compile(r"[a-z]+\d+\.\d+ ")
_BETWEEN = " / "


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


def wordings_before(leaves: Sequence[Leaf], lines: Sequence[str]) -> Mapping[str, str]:
    """Unit → the wording that it had in a section's old lines, as far as there was one."""
    headers = [leaf.plain for leaf in leaves if leaf.kind is UnitKind.CELL]
    old = list(_texts(_without_labels(lines, leaves[0].section), headers))
    before = [pair for pair in paired(old, [leaf.plain for leaf in leaves]) if pair.now]
    return {leaf.id: pair.before for leaf, pair in zip(leaves, before, strict=True)}


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
        text = _BLOCK.sub("", line.removesuffix("\xa0↩"), count=1)
        if not named or not line.startswith(BlockKind.ROW):
            yield text
            continue
        _, *row = re.split(rf"(?:^|; )({named}): ", text)
        yield from (name for name in row[::2] if name not in told)
        told.update(row[::2])
        yield from row[1::2] or [text]
