"""The nouns of the translation room: what a translator is handed, and what comes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from site_plugins.policy.station import Language
from site_plugins.problems import Problem


class UnitKind(StrEnum):
    """What a translation unit is on the page; the value is what translators read."""

    TITLE = "tên bài"
    SUMMARY = "tóm tắt"
    BOARD = "dòng bảng tin"
    LOOP = "lời đọc ngắn"
    HEADING = "tên mục"
    PARAGRAPH = "đoạn"
    ITEM = "ý trong danh sách"
    CELL = "ô của bảng"
    QUOTE = "trích dẫn"
    NOTE = "ghi chú"


class UnitState(StrEnum):
    """What a translator has to do with a unit; the value is what translators read."""

    NEW = "chưa dịch"
    CHANGED = "bài gốc đã đổi, cần dịch lại"
    KEPT = "không đổi, giữ bản dịch cũ"


@dataclass(frozen=True)
class Unit:
    """A numbered piece of the source beside the cell for its translation.

    `id` is stable for one wording of the source ("title", "board.2", "bao-nhieu.3"); `number`
    counts from 1 in the kit and is what people say to each other. `source` is one line of plain
    text in NFC; links and emphasis inside it are codes, `{1}nghị định{/1}`, that come back in the
    translation. `before` is the wording that the present `target` was made from, "" where that is
    the same or nobody kept it. `facts` are the stretches of `source` that may not change.
    """

    number: int
    id: str
    section: str
    kind: UnitKind
    state: UnitState
    source: str
    before: str = ""
    target: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    """A Vietnamese term, the agreed one ("" where none is agreed yet), and a plain explanation."""

    source: str
    agreed: str
    explanation: str = ""


@dataclass(frozen=True)
class Kit:
    """All that a translator needs for one explainer and one language.

    `sections` are the digests of the source that the units were taken from: they come back with
    the filled kit and are stamped into the translation, whatever became of the source meanwhile.
    `headings` name the sections, `dau-trang` among them. `version` is short enough to be read out
    and differs whenever the source does.
    """

    slug: str
    tag: str
    language: Language
    title: str
    version: str
    units: tuple[Unit, ...]
    sections: Mapping[str, str]
    headings: Mapping[str, str]
    terms: tuple[Term, ...] = ()
    notes: tuple[str, ...] = ()
    translator: str = ""
    orthography: str = ""

    @property
    def file_stem(self) -> str:
        """How all files of this kit are called, before their suffix."""
        return f"{self.slug}.{self.tag}"


@dataclass(frozen=True)
class Filled:
    """What came back: the cells that were filled, by the id of their unit.

    Cells are in NFC, one line each; what had to be mended or guessed is in `problems`, whose
    `path` is the file's name and whose `line` is the number of the unit. `confirmed` are the ids of
    units whose old translation was looked at and left as it is (a ticked box, a PO entry that is
    not fuzzy) or that the kit gave as unchanged: the importer may know no old wording.
    Where it is not, an untouched cell of a changed unit stays stale. `given` are the traces
    (`kit_code.trace`) of the translations that stood in the cells when the kit was handed out.
    """

    slug: str
    tag: str
    sections: Mapping[str, str]
    cells: Mapping[str, str]
    translator: str = ""
    orthography: str = ""
    confirmed: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = field(default=())
    given: Mapping[str, str] = field(default_factory=dict)


class NotAKitError(ValueError):
    """A file that is no filled kit; the message says why, in Vietnamese."""


class KitFormat(Protocol):
    """One kind of file that a kit travels in. Each lives in a module of its own."""

    suffix: str
    """Without the dot: html, docx, po."""

    def write(self, kit: Kit) -> bytes:
        """The kit as a file; the same kit gives the same bytes."""
        ...

    def read(self, name: str, data: bytes) -> Filled:
        """A filled kit. Raises `NotAKitError`; never anything else, whatever the bytes are."""
        ...


class PastTexts(Protocol):
    """Where old wordings of the source may be found."""

    def lines(self, digest: str) -> Sequence[str] | None:
        """The lines of the section that once had this digest (`policy.approval.section_lines`)."""
        ...
