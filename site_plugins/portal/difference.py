"""The sheet of what changed in the source since a translation was made, section by section."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from site_plugins.policy.approval import HEAD, section_lines
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.model import BlockKind, Body
from site_plugins.translation.differences import Mark, Piece, paired, word_diff
from site_plugins.translation.model import PastTexts
from site_plugins.translation.wordings import Line, labelled

_HEAD_NAME = "Đầu trang: tên bài, tóm tắt, bảng tin, lời đọc ngắn"


class Change(StrEnum):
    """What became of a section; the value is what the translator reads."""

    REWORDED = "bài gốc đã sửa, cần dịch lại chỗ sửa"
    UNKNOWN = "bài gốc đã sửa, không còn giữ lời cũ: hãy xem lại cả mục"
    ADDED = "bài gốc mới thêm mục này, chưa dịch"
    UNTRANSLATED = "mục này chưa có trong bản dịch"
    GONE = "bài gốc đã bỏ mục này: hãy bỏ khỏi bản dịch"


@dataclass(frozen=True)
class SectionSheet:
    """One section: its lines as stretches that stayed, went or came, and its translation now."""

    id: str
    name: str
    change: Change
    lines: tuple[tuple[Piece, ...], ...]
    translation: tuple[Line, ...]

    @property
    def room(self) -> int:
        """How many lines of handwriting the new translation may need: eight words a line.

        What stayed is not written again, unless nobody knows what did.
        """
        changed = [line for line in self.lines if any(p.mark is not Mark.SAME for p in line)]
        now = (p.text for line in changed or self.lines for p in line if p.mark is not Mark.GONE)
        return 2 + sum(len(text.split()) for text in now) // 8


def section_sheets(
    source: Explainer, translation: Translation, past: PastTexts
) -> Iterator[SectionSheet]:
    """A sheet for each section that is stale or missing, in the order of the source."""
    now = section_lines(source.meta, source.body)
    own = section_lines(translation.meta, translation.body)
    stale, missing = translation.binding.stale, translation.binding.missing
    gone = [section for section in stale if section not in now]
    for section in [*(s for s in now if s in {*stale, *missing}), *gone]:
        digest = translation.meta.translation.sources.get(section, "")
        before = past.lines(digest) if section in stale else None
        yield SectionSheet(
            section,
            _name(section, source.body, before or ()),
            _change(section, translation, is_gone=section in gone, is_known=before is not None),
            tuple(_lines(before, now.get(section, []))),
            labelled(own.get(section, [])),
        )


def _name(section: str, body: Body, before: Sequence[str]) -> str:
    """The section's heading, as it is or as it was."""
    headings = {heading.id: heading.title for heading in body.headings}
    headings[HEAD] = _HEAD_NAME
    mark = f"{BlockKind.HEADING}2."
    old = (line.partition(" ")[2] for line in before if line.startswith(mark))
    return headings.get(section) or next(old, section)


def _change(section: str, translation: Translation, *, is_gone: bool, is_known: bool) -> Change:
    if is_gone:
        return Change.GONE
    if section not in translation.meta.translation.sources:
        return Change.ADDED
    if section not in translation.binding.stale:
        return Change.UNTRANSLATED
    return Change.REWORDED if is_known else Change.UNKNOWN


def _lines(before: Sequence[str] | None, now: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    """The wording now with what changed in it; as it stands where the old one is not known."""
    told = [str(line) for line in labelled(now)]
    if before is None:
        yield from ((Piece(line, Mark.SAME),) for line in told)
        return
    old = [str(line) for line in labelled(before)]
    yield from (word_diff(pair.before, pair.now) for pair in paired(old, told))
