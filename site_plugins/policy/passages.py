"""A source and its translation laid side by side: the parts that must tell the same facts."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from site_plugins.policy.approval import HEAD
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.translations import sections_in

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""What may stand between letters or digits without being seen: Khmer breaks its lines there."""
_FIGURE = re.compile(r"\d")
_BOARD, _LOOP = ("board",), ("loop",)
NOTES = ("notes",)


@dataclass(frozen=True)
class Passage:
    """A text and its line. `shape` is what it is on the page: passages of one shape may swap."""

    text: str
    line: int
    shape: str


@dataclass(frozen=True)
class Group:
    """Passages of a source and of its translation that are about the same; never without any.

    `name` is how staff are told where: mục "bao-nhieu". A translation vouches for a group as
    `finished` by its section's digest; until then it may lack what nobody has translated yet.
    """

    name: str
    source: tuple[Passage, ...]
    translation: tuple[Passage, ...]
    finished: bool = True

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to compare."""
        return any(_FIGURE.search(p.text) for p in (*self.source, *self.translation))

    @cached_property
    def aligned(self) -> bool:
        """Whether each passage has its own translation."""
        return [p.shape for p in self.source] == [p.shape for p in self.translation]

    def place(self, at: int) -> int:
        """What a passage is compared with: its own translation, or all of them."""
        return at if self.aligned else 0


Pages = dict[str | tuple[str], list[Passage]]
"""A section's id, or the name of one of the short forms → its passages."""


@lru_cache(maxsize=2)
def laid_out(text: Explainer | Translation) -> Pages:
    """All passages of a text."""
    pages: Pages = {HEAD: [*_lines(text, "title"), *_lines(text, "summary")]}
    for block in text.body.blocks:
        shape = f"{block.kind} {block.level} {bool(block.ordinal)}"
        passage = Passage(clean(block.text), block.line, shape)
        pages.setdefault(block.section or HEAD, []).append(passage)
    pages[_BOARD] = list(_lines(text, "board"))
    pages[_LOOP] = list(_lines(text, "loop"))
    notes = zip(text.body.notes, text.body.note_lines, strict=True)
    pages[NOTES] = [Passage(clean(note), line, "note") for note, line in notes]
    return pages


def groups(
    source: Pages, translation: Pages, sections: list[str], unfinished: Collection[str]
) -> Iterator[Group]:
    """The given sections; with the head go the board, the loop and the footnotes.

    A translation need not have those, nor as many footnotes, which stand for columns' names too.
    """
    for section in sections:
        name = "phần đầu trang" if section == HEAD else f'mục "{section}"'
        ours, theirs = source[section], translation[section]
        yield Group(name, tuple(ours), tuple(theirs), finished=section not in unfinished)
    for part, name in SHORT_FORMS.items() if HEAD in sections else ():
        ours, theirs = source[part], translation[part]
        if ours and theirs and (part != NOTES or len(ours) == len(theirs)):
            yield Group(name, tuple(ours), tuple(theirs))


SHORT_FORMS = {
    _BOARD: "các dòng bảng tin",
    _LOOP: "lời đọc ngắn (loop)",
    NOTES: "chú thích và tên cột của bảng",
}


def up_to_date(source: Explainer, translation: Translation) -> list[str]:
    """The sections of the translation that claim to say what the source says now.

    A stale one says by itself that it does not; one without a digest claims it all the same.
    """
    said = {*sections_in(translation.body)} - {*translation.binding.stale}
    return [section for section in source.sections if section in said]


def _lines(text: Explainer | Translation, key: str) -> Iterator[Passage]:
    """The lines of a key of the front matter: one, several or none."""
    value = getattr(text.meta, key)
    if isinstance(value, tuple):
        for index, line in enumerate(value):
            yield Passage(clean(line), text.yaml.place((key, index))[0], key)
    elif value:
        yield Passage(clean(value), text.yaml.place((key,))[0], key)


def clean(text: str) -> str:
    """NFC, without what nobody sees."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))
