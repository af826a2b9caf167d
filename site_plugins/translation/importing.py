"""A filled kit becomes a translation, bound to what its translator saw."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from site_plugins.policy.anchors import fold
from site_plugins.policy.approval import HEAD
from site_plugins.policy.schema import TranslationMeta
from site_plugins.policy.station import Language
from site_plugins.problems import Problem, Severity
from site_plugins.translation.apostrophes import one_apostrophe
from site_plugins.translation.cell_faults import code_faults, repeated
from site_plugins.translation.codes import CODE, from_line
from site_plugins.translation.front import front_matter, one_line, readable
from site_plugins.translation.merging import with_newer
from site_plugins.translation.nodes import FOOTNOTES, MARK, Element, Node, text_of
from site_plugins.translation.returned import Fate, Returned, Verdict, as_returned
from site_plugins.translation.tree import tidy
from site_plugins.translation.units import (
    BOARD,
    LOOP,
    SUMMARY,
    TITLE,
    Cut,
    blocks_of,
    filled,
    marks_in,
)
from site_plugins.translation.writing import to_markdown

NO_NAME = "Chưa ghi tên người dịch"
_NO_TITLE = "chưa dịch tên bài hoặc tóm tắt, nên chưa lập được bản dịch"


@dataclass(frozen=True)
class Imported:
    """The text of `<tag>.md`, None where there is nothing new to write, and what to tell."""

    text: str | None
    problems: tuple[Problem, ...]


def imported(returned: Returned, language: Language) -> Imported:
    """Put a filled kit and the present translation together; nothing finished is lost."""
    returned = with_newer(_alike(returned))
    verdicts, told = returned.judge()
    if not _changed(verdicts):
        return Imported(None, tuple(told))
    lines, faults = _typed(returned)
    way, unknown = _orthography(returned, language)
    problems = (*told, *faults, *repeated(returned), *unknown, *_taken_away(returned))
    front = _front(returned, verdicts, lines, way)
    if front is None:
        error = Problem(returned.path, 1, 0, Severity.ERROR, _NO_TITLE, "dịch ô 1 và ô 2 trước")
        return Imported(None, (*problems, error))
    body = to_markdown(_body(returned, verdicts, lines))
    return Imported(f"{front_matter(front)}\n{body}", problems)


def _alike(returned: Returned) -> Returned:
    """With the apostrophes of the present translation."""
    present = [as_returned(unit) for unit in returned.units.values()]
    return replace(returned, filled=one_apostrophe(returned.path, returned.filled, present))


def _taken_away(returned: Returned) -> Iterator[Problem]:
    """A check and an approval were of the old wording."""
    meta = returned.existing.meta if returned.existing else None
    if meta and meta.translation.checked_by:
        message = "bản dịch đã đổi nên bỏ tên người kiểm tra"
        hint = "nhờ người bản ngữ đọc lại, rồi ghi checked_by và checked_on"
        yield Problem(returned.path, 0, 0, Severity.WARNING, message, hint)
    if meta and meta.approval:
        message = "bản dịch đã đổi nên bỏ phần duyệt cũ"
        yield Problem(returned.path, 0, 0, Severity.WARNING, message, "xin duyệt lại")


Lines = Mapping[str, tuple[Node, ...]]


def _typed(returned: Returned) -> tuple[Lines, list[Problem]]:
    """The cells of the source's units as nodes, and the codes that went astray in them."""
    lines: dict[str, tuple[Node, ...]] = {}
    problems: list[Problem] = []
    for leaf in returned.workshop.taken.leaves:
        cell = readable(returned.filled.cells.get(leaf.id, ""))
        lines[leaf.id], faults = from_line(cell, leaf.line.codes)
        unit = returned.units[leaf.id]
        if cell:
            problems += code_faults(returned.path, unit, faults)
    return lines, problems


def _orthography(returned: Returned, language: Language) -> tuple[str, list[Problem]]:
    """The way of writing, as the registry spells it: one that it does not know stops the build."""
    old = returned.existing.meta.translation.orthography if returned.existing else None
    given = one_line(returned.filled.orthography) or old or ""
    allowed = language.orthography
    if not allowed or not given or given in allowed:
        return given, []
    meant = {fold(way): way for way in allowed}.get(fold(given))
    if meant:
        return meant, []
    message = f'tiếng {language.name} không có lối chữ "{given}", nên để trống'
    hint = f"chọn một trong: {', '.join(allowed)}"
    return "", [Problem(returned.path, 0, 0, Severity.WARNING, message, hint)]


def _front(
    returned: Returned, verdicts: Mapping[str, Verdict], lines: Lines, orthography: str
) -> dict[str, object] | None:
    """The fields of the front matter; None while there is no title or no summary."""
    existing = returned.existing.meta if returned.existing else None
    kept = existing if verdicts[HEAD].fate is Fate.KEPT else None
    head = _kept_head(kept) if kept else _new_head(returned, verdicts[HEAD].fate, lines)
    if not head[TITLE] or not head[SUMMARY]:
        return None
    sources = {name: verdict.digest for name, verdict in verdicts.items() if verdict.digest}
    return {
        **head,
        "lexicon": existing.lexicon if existing else {},
        "translation": _record(returned, existing, sources, orthography),
    }


def _changed(verdicts: Mapping[str, Verdict]) -> bool:
    return any(v.fate in (Fate.WRITTEN, Fate.LOOSE) for v in verdicts.values())


def _kept_head(meta: TranslationMeta) -> dict[str, object]:
    return {TITLE: meta.title, SUMMARY: meta.summary, BOARD: meta.board, LOOP: meta.loop or ""}


def _new_head(returned: Returned, fate: Fate, lines: Lines) -> dict[str, object]:
    """An unfinished head gives the page its name and summary, which it cannot be without."""
    cells = returned.cells(HEAD)

    def said(unit: str) -> str:
        return one_line(text_of(lines[unit]) if unit in lines else cells.get(unit, ""))

    board = [said(unit) for unit in cells if unit.startswith(f"{BOARD}.")]
    whole = fate is not Fate.ABSENT
    return {
        TITLE: said(TITLE),
        SUMMARY: said(SUMMARY),
        BOARD: board if whole else [],
        LOOP: said(LOOP) if whole else "",
    }


def _record(
    returned: Returned,
    existing: TranslationMeta | None,
    sources: Mapping[str, str],
    orthography: str,
) -> dict[str, object]:
    old = existing.translation if existing else None
    name = one_line(returned.filled.translator) or (old.translator if old else NO_NAME)
    return {
        "translator": name,
        "orthography": orthography,
        "facts": old.facts if old else {},
        "sources": sources,
    }


def _body(returned: Returned, verdicts: Mapping[str, Verdict], lines: Lines) -> list[Element]:
    """The page's blocks in the order of the source, footnotes last."""
    taken, present = returned.workshop.taken, returned.present
    theirs = {leaf.id: leaf.nodes for leaf in present.leaves}
    blocks: list[Node] = []
    done: set[str] = set()
    if verdicts[HEAD].fate is not Fate.WRITTEN:
        done.add(HEAD)
        blocks += _instead(returned, HEAD, verdicts[HEAD].fate, theirs)
    for block, sections in taken.blocks:
        if all(verdicts[name].fate is Fate.WRITTEN for name in sections):
            blocks += [] if _is_notes(block) else filled((block,), lines)
            continue
        for name in sorted(sections - done):
            done.add(name)
            blocks += _instead(returned, name, verdicts[name].fate, theirs)
    notes = {Fate.WRITTEN: _notes(taken, lines), Fate.KEPT: _notes(present, theirs)}
    return list(_bound(blocks, notes.get(verdicts[HEAD].fate, ())))


def _instead(returned: Returned, section: str, fate: Fate, theirs: Lines) -> Iterator[Node]:
    """The blocks of a section that is not written from the kit in the source's structure."""
    if fate is Fate.KEPT:
        for block, sections in returned.present.blocks:
            if section in sections and not _is_notes(block):
                yield from filled((block,), theirs)
    elif fate is Fate.LOOSE:
        rest = [cell for unit, cell in returned.cells(section).items() if _is_in_body(unit)]
        if section != HEAD and rest:
            yield Element("h2", (("id", section),), (_without_codes(rest.pop(0)),))
        yield from (Element("p", (), (_without_codes(cell),)) for cell in rest)


def _is_in_body(unit: str) -> bool:
    return unit not in (TITLE, SUMMARY, LOOP) and not unit.startswith(f"{BOARD}.")


def _without_codes(cell: str) -> str:
    return CODE.sub("", readable(cell))


def _is_notes(block: Node) -> bool:
    return isinstance(block, Element) and block.tag == FOOTNOTES


def _notes(taken: Cut, lines: Lines) -> tuple[Element, ...]:
    nodes = (block for block, _ in taken.blocks if _is_notes(block))
    return tuple(
        note
        for block in filled(nodes, lines)
        if isinstance(block, Element)
        for note in block.children
        if isinstance(note, Element)
    )


def _bound(blocks: Iterable[Node], notes: Iterable[Element]) -> Iterator[Element]:
    """Blocks whose marks have their footnotes, and the footnotes in the order of their marks."""
    by_name = {note.get("name"): note for note in notes}
    marked = tuple(_with_marks(blocks, set(by_name)))
    yield from blocks_of(tidy(marked))
    called = dict.fromkeys(name for name in marks_in(marked))
    ordered = [by_name[name] for name in {**called, **dict.fromkeys(by_name)}]
    if ordered:
        yield from blocks_of(tidy([Element(FOOTNOTES, (), tuple(ordered))]))


def _with_marks(nodes: Iterable[Node], names: set[str]) -> Iterator[Node]:
    """Without the marks of footnotes that are not translated yet."""
    for node in nodes:
        if not isinstance(node, Element):
            yield node
        elif node.tag != MARK or node.get("name") in names:
            yield node.holding(_with_marks(node.children, names))
