"""From the library to what is to be aired: which texts are read, with which words around them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from site_plugins.broadcast.items import Item, Outcome
from site_plugins.broadcast.lexicons import Lexicons
from site_plugins.broadcast.station_lines import style_of
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.library import Library
from site_plugins.policy.life_cycle import not_yet, written
from site_plugins.policy.model import Block, BlockKind
from site_plugins.policy.schema import Status
from site_plugins.policy.station import STATION, Settings, Station
from site_plugins.problems import Problem, Severity, errors
from site_plugins.spoken.lexicon import Lexicon
from site_plugins.spoken.model import Role
from site_plugins.spoken.script import Framing, Line, ScriptDraft, ScriptFinding, write_script

_LIVING = {Status.PREPARING, Status.CONSULTATION, Status.IN_FORCE}


@dataclass(frozen=True)
class Planner:
    """Writes the script of every text that is aired; in a preview also of those that wait."""

    settings: Settings
    lexicons: Lexicons
    preview: bool = False
    machines: Collection[str] = ()
    """The languages that a machine speaks: nobody there sees that a figure needs words."""

    def plan(self, library: Library) -> Iterator[Item]:
        """One item for each text, in the library's order."""
        for explainer in library.explainers:
            for text in explainer.texts:
                yield self._item(explainer, text)

    def _item(self, explainer: Explainer, text: Explainer | Translation) -> Item:
        if explainer.treatment_of(text).spoken:
            return self._written(explainer, text, Outcome.WAITING_VOICE)
        if explainer.status not in _LIVING:
            return Item(explainer, text, Outcome.NOT_AIRED)
        unchecked = isinstance(text, Translation) and not text.ready
        waits = Outcome.WAITING_CHECK if unchecked else Outcome.WAITING_APPROVAL
        return (
            self._written(explainer, text, waits) if self.preview else Item(explainer, text, waits)
        )

    def _written(
        self, explainer: Explainer, text: Explainer | Translation, outcome: Outcome
    ) -> Item:
        station, language = self.settings.station, text.language
        around = framing(station, language, explainer)
        if around is None:
            return Item(explainer, text, Outcome.FAILED, problems=(self._unwarned(language),))
        lexicon, faults = self.lexicons.for_text(text)
        blocks = (Block(BlockKind.PARAGRAPH, text.meta.summary), *text.body.blocks)
        draft = self._draft(text, blocks, around, lexicon)
        loop = self._loop(text, lexicon)
        problems = (*faults, *_problems(text.path, [*draft.findings, *loop.findings]))
        if outcome is Outcome.WAITING_VOICE and errors(problems):
            outcome = Outcome.FAILED
        short = loop.script if loop.script.segments else None
        return Item(explainer, text, outcome, draft.script, problems=problems, loop=short)

    def _draft(
        self,
        text: Explainer | Translation,
        blocks: Sequence[Block],
        around: Framing,
        lexicon: Lexicon,
    ) -> ScriptDraft:
        return write_script(
            language=text.language,
            title=text.meta.title,
            blocks=blocks,
            framing=around,
            style=style_of(self.settings.station),
            lexicon=lexicon,
            figures=Severity.ERROR if text.language in self.machines else Severity.WARNING,
        )

    def _loop(self, text: Explainer | Translation, lexicon: Lexicon) -> ScriptDraft:
        """The short form, approved with the text, so that it has to be readable with it."""
        loop = [Block(BlockKind.PARAGRAPH, text.meta.loop)] if text.meta.loop else []
        draft = self._draft(text, loop, Framing(), lexicon)
        own = tuple(s for s in draft.script.segments if s.role is not Role.TITLE)
        findings = tuple(f for f in draft.findings if f.role is not Role.TITLE)
        return ScriptDraft(replace(draft.script, segments=own), findings)

    def _unwarned(self, language: str) -> Problem:
        name = self.settings.languages[language].name
        message = f"chưa có câu cảnh báo dự thảo hoặc chính sách chưa có hiệu lực bằng tiếng {name}"
        hint = f"thêm {language}: dưới draft_warning: và not_yet:"
        return Problem(STATION, 0, 0, Severity.ERROR, message, hint)


def framing(station: Station, language: str, explainer: Explainer) -> Framing | None:
    """What the station says around a text; None when a warning that it needs is missing.

    A draft is announced as a draft at both ends; a law that does not hold yet says from when.
    """
    opening = _line(station.announcement.get(language), Role.ANNOUNCEMENT)
    closing = _line(station.sign_off.get(language), Role.SIGN_OFF)
    if explainer.status is Status.CONSULTATION:
        warning = station.draft_warning.get(language)
        if warning is None:
            return None
        opening = (*opening, Line(warning.opening, Role.DRAFT_WARNING))
        closing = (Line(warning.closing, Role.DRAFT_WARNING), *closing)
    start = explainer.meta.effective_from
    if start and not_yet(explainer.meta, explainer.day):
        if language not in station.not_yet:
            return None
        said = station.not_yet[language].replace("{ngày}", written(start))
        opening = (*opening, Line(said, Role.DRAFT_WARNING))
    return Framing(opening, closing)


def _line(text: str | None, role: Role) -> tuple[Line, ...]:
    return (Line(text, role),) if text else ()


def _problems(path: str, findings: Iterable[ScriptFinding]) -> tuple[Problem, ...]:
    """Every error; of warnings that one hint settles, the first with their number."""
    by_hint: dict[tuple[Severity, str], list[ScriptFinding]] = {}
    for found in findings:
        by_hint.setdefault((found.finding.severity, found.finding.hint), []).append(found)
    return tuple(
        problem
        for (severity, _), alike in by_hint.items()
        for problem in (_folded(path, alike) if severity is Severity.WARNING else _all(path, alike))
    )


def _all(path: str, alike: list[ScriptFinding]) -> list[Problem]:
    return [_problem(path, found) for found in alike]


def _folded(path: str, alike: list[ScriptFinding]) -> list[Problem]:
    first = _problem(path, alike[0])
    if len(alike) == 1:
        return [first]
    return [replace(first, message=f"{first.message} (và {len(alike) - 1} chỗ nữa)")]


def _problem(path: str, found: ScriptFinding) -> Problem:
    """A finding at the page's line; the station's own lines stand in its own file."""
    own = found.role in (Role.ANNOUNCEMENT, Role.DRAFT_WARNING, Role.SIGN_OFF)
    finding = found.finding
    message = f"{finding.message}, trong câu «{found.sentence}»"
    return Problem(STATION if own else path, found.line, 0, finding.severity, message, finding.hint)
