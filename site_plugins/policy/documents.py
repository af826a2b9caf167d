"""One file of content read whole: front matter, body, states; and what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from site_plugins.policy.approval import ApprovalState
from site_plugins.policy.body import render
from site_plugins.policy.front_matter import split
from site_plugins.policy.life_cycle import (
    TREATMENTS,
    Shown,
    Standing,
    Treatment,
    standing,
    status_on,
)
from site_plugins.policy.limits import excess
from site_plugins.policy.model import BlockKind, Body
from site_plugins.policy.safe_html import forbidden
from site_plugins.policy.schema import ExplainerMeta, PageMeta, Spoken, Status, TranslationMeta
from site_plugins.policy.slips import Slip, mended_ids, slips_in, without_comments
from site_plugins.policy.source_file import SourceFile, read_source
from site_plugins.policy.strict_yaml import YamlDocument
from site_plugins.policy.translations import Binding, TranslationState, is_checked
from site_plugins.policy.validate import validate
from site_plugins.problems import Problem, Severity, errors

MetaT = TypeVar("MetaT")
SpokenT = TypeVar("SpokenT", bound=Spoken)


@dataclass(frozen=True)
class SitePage:
    """A page that is only read: the front page, the section's index, the handbook."""

    path: str
    meta: PageMeta
    body: Body


@dataclass(frozen=True)
class Declared(Generic[MetaT]):
    """A file whose front matter is in order; its body, from `body_line`, is not rendered yet."""

    path: str
    meta: MetaT
    yaml: YamlDocument
    body: str
    body_line: int


@dataclass(frozen=True, eq=False)
class Text(Generic[SpokenT]):
    """A text that can be shown and read aloud: the Vietnamese source or a translation.

    Two texts are the same only if they are one: what is worked out of one is kept by it.

    `path` is relative to the project, with "/"; `yaml` its front matter with the places of its
    values; `digest` is what an approval must carry.
    """

    path: str
    language: str
    meta: SpokenT
    yaml: YamlDocument
    body: Body
    digest: str
    approval: ApprovalState

    @property
    def approved(self) -> bool:
        """Whether a leader approved exactly this text."""
        return self.approval is ApprovalState.APPROVED


@dataclass(frozen=True, eq=False)
class Translation(Text[TranslationMeta]):
    """A sibling of an explainer in another language."""

    binding: Binding

    @property
    def ready(self) -> bool:
        """Complete, up to date and checked by somebody who speaks the language."""
        return self.binding.state is TranslationState.READY

    @property
    def checked(self) -> bool:
        """Whether somebody who speaks the language put a name to it."""
        return is_checked(self.meta)


@dataclass(frozen=True, eq=False)
class Explainer(Text[ExplainerMeta]):
    """A policy document on a given day. `sections` are the digests that translations bind to.

    `faulty` are translations that contradict it: on no page, and still their translators' work.
    """

    slug: str
    day: date
    sections: dict[str, str]
    translations: tuple[Translation, ...] = ()
    faulty: tuple[Translation, ...] = ()

    @property
    def status(self) -> Status:
        """The status that holds on the day."""
        return status_on(self.meta, self.day)

    @property
    def standing(self) -> Standing:
        """What its page says across the top."""
        return standing(self.meta, self.day)

    @property
    def treatment(self) -> Treatment:
        """What happens to the Vietnamese text."""
        return TREATMENTS[self.status, self.approved]

    def treatment_of(self, text: "Explainer | Translation") -> Treatment:
        """What happens to this text or one of its translations.

        A translation is spoken when both texts are approved and it still says what the source says.
        """
        if isinstance(text, Explainer):
            return text.treatment
        return TREATMENTS[self.status, self.approved and text.approved and text.ready]

    @property
    def texts(self) -> "tuple[Explainer | Translation, ...]":
        """The Vietnamese text and its translations, in the station's order."""
        return (self, *self.translations)

    @property
    def public(self) -> bool:
        """Whether the public build has a page for it."""
        return self.treatment.shown is not Shown.NOTHING


def declare(
    root: Path, path: str, model: type[MetaT]
) -> tuple[Declared[MetaT] | None, list[Problem]]:
    """Read a file's front matter; None when it cannot be trusted, and then nothing may be built.

    The faults of the body are told along with those of its front matter, to be mended at once.
    """
    return declared_in(read_source(root, path), model)


def declared_in(
    source: SourceFile, model: type[MetaT]
) -> tuple[Declared[MetaT] | None, list[Problem]]:
    """The same for a text that has been read."""
    path = source.path
    if source.text is None:
        return None, list(source.problems)
    cut = split(path, source.text)
    meta = validate(cut.front_matter, model)  # type: ignore[type-var]
    problems = [*source.problems, *cut.front_matter.problems]
    if meta is None:
        return None, [*problems, *read_body(path, cut.body, cut.body_line)[1]]
    return Declared(path, meta, cut.front_matter, cut.body, cut.body_line), problems


def read_body(path: str, text: str, first_line: int) -> tuple[Body | None, list[Problem]]:
    """Render a body that begins on `first_line`; None when it holds what no page may hold."""
    if found := excess(text):
        line, message, hint = found
        return None, [Problem(path, first_line + line, 0, Severity.ERROR, message, hint)]
    shown, slips = without_comments(text)
    shown, ids = mended_ids(shown)
    problems = [_placed(path, first_line, slip) for slip in (*slips, *ids, *slips_in(shown))]
    try:
        body = render(shown, first_line)
    except Exception as error:  # noqa: BLE001 (what the converter trips over is this page's fault)
        message = f"không đọc được thân bài ({type(error).__name__})"
        hint = "bớt các dấu * _ [ < và các tầng danh sách lồng nhau"
        return None, [*problems, Problem(path, first_line, 0, Severity.ERROR, message, hint)]
    problems += [
        Problem(path, first_line + line, 0, Severity.ERROR, message, hint)
        for line, message, hint in forbidden(body.html, shown)
    ]
    return (None if errors(problems) else body), [*problems, *_top_headings(path, body)]


def _placed(path: str, first_line: int, slip: Slip) -> Problem:
    return Problem(path, first_line + slip.line, 0, *slip[1:])


def _top_headings(path: str, body: Body) -> list[Problem]:
    message = "tiêu đề cấp một lấy từ title"
    return [
        Problem(path, block.line, 1, Severity.WARNING, message, 'trong thân bài dùng "##"')
        for block in body.blocks
        if block.level == 1 and block.kind is BlockKind.HEADING
    ]
