"""How far each explainer has come in each language: its text and its voice."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from site_plugins.policy.approval import ApprovalState
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.schema import Status
from site_plugins.policy.station import VIETNAMESE, Settings
from site_plugins.policy.translations import TranslationState
from site_plugins.policy.words import MEANINGS
from site_plugins.portal.coverage_states import HEARD, TextState, VoiceState, voice_state
from site_plugins.portal.urls import diff_uri, kit_uri, page_uri
from site_plugins.portal.views import Items
from site_plugins.problems import Problem, errors

_ENDED = {Status.EXPIRED, Status.WITHDRAWN}


Kits = Mapping[tuple[str, str], Sequence[str]]
"""(slug, language) → the suffixes of the translator's kits that this build makes."""


@dataclass(frozen=True)
class Cell:
    """An explainer in one language; addresses from the site's root, "" where there is none.

    `stale` and `missing` are ids of sections; `kits` are pairs of a suffix and its address.
    """

    language: str
    text: TextState
    voice: VoiceState
    stale: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    url: str = ""
    difference: str = ""
    kits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Row:
    """An explainer; `voice` is that of its Vietnamese text.

    `counted` says that a translation would serve somebody: the policy has not ended.
    """

    slug: str
    title: str
    url: str
    status: Status
    approval: ApprovalState
    voice: VoiceState
    counted: bool
    cells: tuple[Cell, ...]

    @property
    def standing(self) -> str:
        """Its status and its approval in words."""
        return f"{MEANINGS[self.status]}, {self.approval.value}"


@dataclass(frozen=True)
class Totals:
    """What there is of `wanted` translations, by state, and how many of them can be heard."""

    wanted: int
    heard: int
    states: Mapping[TextState, int]

    @property
    def ready(self) -> int:
        """How many can be trusted."""
        return self.states[TextState.READY]

    @property
    def percent_ready(self) -> int:
        """In whole percent, rounded down: a hundred says all."""
        return 100 * self.ready // self.wanted if self.wanted else 0


@dataclass(frozen=True)
class Column:
    """A language of the table."""

    tag: str
    full_tag: str
    name: str
    totals: Totals


@dataclass(frozen=True)
class Coverage:
    """The whole table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: Totals


@dataclass(frozen=True)
class Surveyor:
    """What the state of a text is judged by.

    `recorded` are the languages that people record; `sheets` the translations, by slug and
    language, with a sheet of what changed; `faulty` those that are left out of this build.
    """

    settings: Settings
    items: Items
    recorded: Collection[str]
    sheets: Collection[tuple[str, str]]
    kits: Kits = field(default_factory=dict)
    faulty: Collection[tuple[str, str]] = ()

    def coverage(self, explainers: Sequence[Explainer]) -> Coverage:
        """The table of these explainers, in their order."""
        tags = self._tags(explainers)
        rows = tuple(self._row(explainer, tags) for explainer in explainers)
        counted = [row for row in rows if row.counted]
        columns = tuple(
            Column(
                tag,
                self.settings.languages[tag].full_tag,
                self.settings.languages[tag].name,
                _totals(row.cells[place] for row in counted),
            )
            for place, tag in enumerate(tags)
        )
        return Coverage(columns, rows, _totals(cell for row in counted for cell in row.cells))

    def _tags(self, explainers: Sequence[Explainer]) -> tuple[str, ...]:
        """The station's languages in its order, then those of other files."""
        slugs = {explainer.slug for explainer in explainers}
        written = {text.language for explainer in explainers for text in explainer.translations}
        written |= {tag for slug, tag in self.faulty if slug in slugs}
        return tuple(dict.fromkeys([*self.settings.minority_languages, *sorted(written)]))

    def _row(self, explainer: Explainer, tags: Iterable[str]) -> Row:
        texts = {text.language: text for text in explainer.translations}
        return Row(
            explainer.slug,
            explainer.meta.title,
            page_uri(explainer.slug, VIETNAMESE),
            explainer.status,
            explainer.approval,
            self._voice(explainer, VIETNAMESE),
            explainer.status not in _ENDED,
            tuple(self._cell(explainer, tag, texts.get(tag)) for tag in tags),
        )

    def _cell(self, explainer: Explainer, tag: str, text: Translation | None) -> Cell:
        slug = explainer.slug
        kits = tuple((s, kit_uri(slug, tag, s)) for s in self.kits.get((slug, tag), ()))
        if text is None:
            state = TextState.FAULTY if (slug, tag) in self.faulty else TextState.MISSING
            return Cell(tag, state, VoiceState.NO_TEXT, kits=kits)
        return Cell(
            tag,
            TextState[text.binding.state.name],
            self._voice(explainer, tag),
            text.binding.stale,
            text.binding.missing,
            page_uri(slug, tag),
            diff_uri(slug, tag) if (slug, tag) in self.sheets else "",
            kits,
        )

    def _voice(self, explainer: Explainer, tag: str) -> VoiceState:
        return voice_state(self.items.get((explainer.slug, tag)), self.recorded)


def with_sheets(
    explainers: Iterable[Explainer], *, preview: bool
) -> Iterator[tuple[Explainer, Translation]]:
    """The stale translations with a sheet of what changed: for citizens, of approved sources."""
    for explainer in explainers:
        if preview or explainer.treatment.downloadable:
            stale = TranslationState.STALE
            yield from ((explainer, t) for t in explainer.translations if t.binding.state is stale)


def faulty_translations(left_out: Iterable[Problem]) -> frozenset[tuple[str, str]]:
    """(slug, language) of the files whose faults keep them out of this build."""
    paths = (PurePosixPath(problem.path) for problem in errors(left_out))
    return frozenset((path.parent.name, path.stem) for path in paths)


def _totals(cells: Iterable[Cell]) -> Totals:
    states: Counter[TextState] = Counter()
    heard = 0
    for cell in cells:
        states[cell.text] += 1
        heard += cell.voice in HEARD
    return Totals(states.total(), heard, {state: states[state] for state in TextState})
