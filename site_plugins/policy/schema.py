"""What staff may declare at the top of a page: the keys, their types, their allowed values."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

DIGEST_PATTERN = r"^[0-9a-f]{32}$"
SECTION_DIGEST_PATTERN = r"^[0-9a-f]{16}$"


class Kind(StrEnum):
    """What a document is."""

    EXPLAINER = "explainer"
    DRAFT = "draft"
    ANSWER = "answer"
    REBUTTAL = "rebuttal"
    NOTICE = "notice"


class Status(StrEnum):
    """Where a policy is in its life."""

    PREPARING = "preparing"
    CONSULTATION = "consultation"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Priority(StrEnum):
    """The three levels of a bulletin (Thông tư 39/2020/TT-BTTTT)."""

    NORMAL = "thông thường"
    HIGH = "ưu tiên"
    URGENT = "khẩn cấp"


class ChangeKind(StrEnum):
    """How much a later edit matters."""

    MINOR = "minor"
    UPDATE = "update"
    CORRECTION = "correction"


_WHITE_SPACE = re.compile(r"[ \t\n]+")
_NOT_A_WEB_ADDRESS = PydanticCustomError("web_address", "not a web address")
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_HAS_MARKUP = PydanticCustomError("markup", "markup in a line")
_PASTED = re.compile(r"[\w-]+:\s+[0-9a-f]{16}(?:[0-9a-f]{16})?\b")
_HAS_PASTED_LINES = PydanticCustomError(
    "told",
    "see the context",
    {
        "message": "có các dòng chép từ bàn biên tập lẫn vào đây",
        "hint": "các dòng ấy phải nằm dưới đúng trường của chúng: changes, sources hoặc approval",
    },
)
_NOT_A_DAY = PydanticCustomError("date", "not an ISO day")


def _one_line(text: str) -> str:
    """White space folded: a board line or a feed's title has no room for a second line.

    Markup is refused, because themes, players and feed readers print such lines unescaped; and
    digests, which a text above swallows when they are pasted without their own key.
    """
    if _PASTED.search(text):
        raise _HAS_PASTED_LINES
    if _MARKUP.search(text):
        raise _HAS_MARKUP
    return _WHITE_SPACE.sub(" ", text)


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(c.isspace() for c in text):
        raise _NOT_A_WEB_ADDRESS
    return text


def _iso_day(text: object) -> object:
    """Only YYYY-MM-DD: left alone, pydantic takes "2025" for a moment in 1970."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(text)):
        raise _NOT_A_DAY
    return text


Day = Annotated[date, BeforeValidator(_iso_day)]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_line)
]
WebAddress = Annotated[Line, AfterValidator(_web_address)]
Digest = Annotated[str, StringConstraints(strip_whitespace=True, pattern=DIGEST_PATTERN)]
SectionDigest = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=SECTION_DIGEST_PATTERN)
]


class Declared(BaseModel):
    """The base of all declarations: immutable, and no key that the schema does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LegalBasis(Declared):
    """A legal document that the page rests on."""

    number: Line
    title: Line | None = None
    date: Day | None = None
    url: WebAddress | None = None


class Source(Declared):
    """Where the page's facts were read."""

    title: Line
    url: WebAddress | None = None


class Contact(Declared):
    """Whom to ask."""

    office: Line
    phone: Line | None = None
    hours: Line | None = None


class Consultation(Declared):
    """Until when, and where, people send their comments on a draft."""

    until: Day
    send_to: Line


class SectionChange(Declared):
    """The digests of a section before and after an edit."""

    old: SectionDigest
    new: SectionDigest


class Change(Declared):
    """One line of the page's history.

    A minor change may name the sections that it touched: translations of the old wording stand.
    """

    on: Day
    kind: ChangeKind
    note: Line
    sections: dict[str, SectionChange] = Field(default_factory=dict)


class Approval(Declared):
    """A leader's approval of exactly one text; `reading` is how it was going to be read then."""

    by: Line
    on: Day
    digest: Digest
    reading: Digest | None = None


class TranslationRecord(Declared):
    """What a translation was made from, by whom, and who checked it.

    `sources` maps a source section's id to its digest when the section was translated.
    `facts` maps a fact as the source writes it ("500.000 đồng") to the words that the translation
    says it with, where it does not write the figures.
    """

    translator: Line
    sources: dict[str, SectionDigest] = Field(default_factory=dict)
    facts: dict[str, Line] = Field(default_factory=dict)
    checked_by: Line | None = None
    checked_on: Day | None = None
    orthography: Line | None = None


class Spoken(Declared):
    """What every text that can be read aloud declares."""

    title: Line
    summary: Line
    board: tuple[Line, ...] = ()
    loop: Line | None = None
    lexicon: dict[str, object] = Field(default_factory=dict)
    approval: Approval | None = None


class ExplainerMeta(Spoken):
    """The front matter of `<slug>/index.md`; `translator_notes` are for translators alone."""

    kind: Kind
    status: Status
    topics: tuple[Line, ...] = ()
    published: Day | None = None
    effective_from: Day | None = None
    effective_to: Day | None = None
    expires: Day | None = None
    priority: Priority = Priority.NORMAL
    legal_basis: tuple[LegalBasis, ...] = ()
    sources: tuple[Source, ...] = ()
    checked_on: Day | None = None
    contact: Contact | None = None
    consultation: Consultation | None = None
    changes: tuple[Change, ...] = ()
    translator_notes: tuple[Line, ...] = ()


class TranslationMeta(Spoken):
    """The front matter of `<slug>/<lang>.md`; the rest it inherits from its source."""

    inherited: ClassVar[frozenset[str]] = frozenset(ExplainerMeta.model_fields)

    translation: TranslationRecord


class PageMeta(Declared):
    """The front matter of any other page."""

    title: Line
    description: Line | None = None
