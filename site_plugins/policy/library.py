"""Everything under `content/`, read, bound together and held against the rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from site_plugins.policy.approval import approval_digest, approval_state, section_digests
from site_plugins.policy.checks import check_approval, check_explainer
from site_plugins.policy.documents import (
    Declared,
    Explainer,
    MetaT,
    SitePage,
    Translation,
    declare,
    read_body,
)
from site_plugins.policy.model import Body
from site_plugins.policy.names import (
    bad_slug,
    is_slug,
    slug_of_a_language,
    without_folder,
)
from site_plugins.policy.origins import check_record
from site_plugins.policy.schema import ExplainerMeta, Kind, PageMeta, Priority, TranslationMeta
from site_plugins.policy.siblings import orphans, sort_siblings
from site_plugins.policy.station import VIETNAMESE, Settings
from site_plugins.policy.translation_checks import translation_faults
from site_plugins.policy.translations import (
    bind,
    minor_changes,
    sections_in,
)
from site_plugins.policy.tree import survey
from site_plugins.problems import Problem, Severity, errors

SECTION = "truyen-thong-chinh-sach"
REQUIRED = {"content/index.md", f"content/{SECTION}/index.md"}
"""Pages without which there is no portal: a fault in one stops the build."""


@dataclass(frozen=True)
class Library:
    """All that staff wrote, on a given day.

    `problems` are faults of front matter, encoding and place: an error there stops the build.
    `left_out` are faults of bodies: their page is missing, the rest is built.
    """

    explainers: tuple[Explainer, ...] = ()
    pages: tuple[SitePage, ...] = ()
    assets: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()


def read_library(root: Path, settings: Settings, day: date) -> Library:
    """Read `root/content`. Never raises on what staff wrote."""
    return _Reader(root, settings, day).read()


class _Reader:
    """Walks the tree once; problems of every file gather here."""

    def __init__(self, root: Path, settings: Settings, day: date) -> None:
        self._root = root
        self._settings = settings
        self._day = day
        self._problems: list[Problem] = []
        self._left_out: list[Problem] = []
        self._pages: list[SitePage] = []
        self._explainers: list[Explainer] = []
        self._sources: list[str] = []

    def read(self) -> Library:
        folders: dict[str, list[str]] = {}
        tree = survey(self._root)
        self._problems += tree.problems
        for path in tree.pages:
            parts = PurePosixPath(path).parts
            if len(parts) == 3 and parts[1] == SECTION and parts[2] != "index.md":
                self._fault(path, *without_folder(path, self._settings.languages))
            elif len(parts) > 3 and parts[1] == SECTION:
                folders.setdefault(parts[2], []).append(path)
            else:
                self._read_page(path)
        for path in sorted(REQUIRED - set(tree.pages)):
            self._fault(path, "thiếu trang này, cổng không dựng được", "khôi phục lại tệp")
        self._sources = [s for s, paths in folders.items() if _index(s) in paths]
        for slug, paths in sorted(folders.items()):
            self._read_folder(slug, paths)
        newest_first = sorted(self._explainers, key=_newest_first)
        return Library(
            tuple(newest_first),
            tuple(self._pages),
            tuple(tree.assets),
            tuple(self._problems),
            tuple(self._left_out),
        )

    def _read_page(self, path: str) -> None:
        declared, problems = declare(self._root, path, PageMeta)
        self._problems += problems
        if declared is None:
            return
        left_out = self._problems if path in REQUIRED else self._left_out
        body = self._body(declared, left_out)
        if body is not None:
            self._pages.append(SitePage(path, declared.meta, body))

    def _read_folder(self, slug: str, paths: list[str]) -> None:
        index = _index(slug)
        if not is_slug(slug):
            self._fault(index, *bad_slug(slug))
        if language := self._settings.languages.get(slug):
            self._fault(index, *slug_of_a_language(slug, language))
        siblings, problems = sort_siblings(index, paths, self._settings.languages)
        self._problems += problems
        if index not in paths:
            self._problems += orphans(index, siblings, self._sources)
        source = self._declare_source(index) if index in paths else None
        translations = [self._declare_translation(path) for path in siblings]
        bodies = [(t, body) for t in translations if t and (body := self._body(t))]
        body = self._body(source) if source else None
        if source and body and is_slug(slug):
            self._assemble(slug, source, body, bodies)

    def _declare_source(self, path: str) -> Declared[ExplainerMeta] | None:
        declared, problems = declare(self._root, path, ExplainerMeta)
        if declared is not None:
            already = len(declared.yaml.problems)
            check_explainer(declared.yaml, declared.meta)
            problems += declared.yaml.problems[already:]
        self._problems += problems
        if declared is not None and errors(problems):
            self._body(declared)
            return None
        return declared

    def _body(self, declared: Declared[MetaT], told: list[Problem] | None = None) -> Body | None:
        body, problems = read_body(declared.path, declared.body, declared.body_line)
        (self._left_out if told is None else told).extend(problems)
        return body

    def _declare_translation(self, path: str) -> Declared[TranslationMeta] | None:
        declared, problems = declare(self._root, path, TranslationMeta)
        if declared is not None:
            language = self._settings.languages[PurePosixPath(path).stem]
            already = len(declared.yaml.problems)
            check_record(declared.yaml, declared.meta, language, self._day)
            problems += declared.yaml.problems[already:]
        self._problems += problems
        return None if errors(problems) else declared

    def _fault(self, path: str, message: str, hint: str) -> None:
        self._problems.append(Problem(path, 0, 0, Severity.ERROR, message, hint))

    def _assemble(
        self,
        slug: str,
        declared: Declared[ExplainerMeta],
        body: Body,
        translated: list[tuple[Declared[TranslationMeta], Body]],
    ) -> None:
        meta = declared.meta
        digest = approval_digest(meta, body)
        explainer = Explainer(
            declared.path,
            VIETNAMESE,
            meta,
            declared.yaml,
            body,
            digest,
            approval_state(meta.approval, digest),
            slug,
            self._day,
            section_digests(meta, body),
        )
        translations = [bound(explainer, *text) for text in translated]
        self._check_approvals([declared, *(t for t, _ in translated)], [explainer, *translations])
        trusted = [t for t in translations if self._is_trusted(explainer, t)]
        faulty = tuple(t for t in translations if t not in trusted)
        whole = replace(explainer, translations=self._in_order(trusted), faulty=faulty)
        self._explainers.append(whole)

    def _is_trusted(self, source: Explainer, text: Translation) -> bool:
        """Whether a translation may be shown at all; what is wrong with it is told."""
        faults = translation_faults(source, text, self._settings.languages[text.language])
        fatal = errors(faults)
        self._left_out += fatal
        self._problems += [fault for fault in faults if fault not in fatal]
        return not fatal

    def _check_approvals(
        self,
        files: Sequence[Declared[ExplainerMeta] | Declared[TranslationMeta]],
        texts: Sequence[Explainer | Translation],
    ) -> None:
        for declared, text in zip(files, texts, strict=True):
            already = len(declared.yaml.problems)
            check_approval(declared.yaml, text.meta.approval, text.approval, self._day)
            self._problems += declared.yaml.problems[already:]

    def _in_order(self, translations: list[Translation]) -> tuple[Translation, ...]:
        order = self._settings.station.languages
        rank = {tag: place for place, tag in enumerate(order)}
        return tuple(
            sorted(translations, key=lambda t: (rank.get(t.language, len(order)), t.language))
        )


def _index(slug: str) -> str:
    return f"content/{SECTION}/{slug}/index.md"


_KINDS = list(Kind)
_PRIORITIES = list(reversed(Priority))


def _newest_first(explainer: Explainer) -> tuple[int, int, int, str]:
    """Newest first; of one day what is urgent, then what explains, then by name."""
    meta = explainer.meta
    day = -meta.published.toordinal() if meta.published else 0
    return day, _PRIORITIES.index(meta.priority), _KINDS.index(meta.kind), explainer.slug


def bound(source: Explainer, declared: Declared[TranslationMeta], body: Body) -> Translation:
    """A translation held against its source."""
    meta = declared.meta
    digest = approval_digest(meta, body)
    return Translation(
        declared.path,
        PurePosixPath(declared.path).stem,
        meta,
        declared.yaml,
        body,
        digest,
        approval_state(meta.approval, digest),
        bind(meta, source.sections, sections_in(body), minor_changes(source.meta.changes)),
    )
