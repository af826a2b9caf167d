"""Earlier wordings of the sources: kept by every build, else looked for in the clone's history.

Whatever is found must have the digest that is asked for, so it is that wording or none
(docs/decisions/0013).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from site_plugins.policy.approval import section_digest, section_lines
from site_plugins.policy.documents import Explainer, read_body
from site_plugins.policy.front_matter import split
from site_plugins.policy.schema import ExplainerMeta
from site_plugins.policy.source_file import decode
from site_plugins.policy.validate import validate
from site_plugins.portal import clone_history
from site_plugins.voice.cache import Store, key_of

_MOST_WORDINGS = 300
"""How many wordings of one source's sections are kept: some dozens of edits."""

Wordings = Mapping[str, Sequence[str]]
"""A section's digest → its lines."""


class EarlierWordings:
    """What one source said before; looked for only when asked, in the store first."""

    def __init__(self, root: Path, store: Store, explainer: Explainer) -> None:
        self._root = root
        self._store = store
        self._explainer = explainer
        self._committed: dict[str, Sequence[str]] = {}

    def lines(self, digest: str) -> Sequence[str] | None:
        """The lines of the section that once had this digest; None where nobody kept them."""
        kept = self._kept.get(digest)
        if kept is not None and section_digest(kept) == digest:
            return kept
        while digest not in self._committed:
            older = next(self._history, None)
            if older is None:
                return None
            self._committed.update(older)
        return self._committed[digest]

    @cached_property
    def _kept(self) -> Wordings:
        return _kept(self._store, self._explainer)

    @cached_property
    def _history(self) -> Iterator[Wordings]:
        commit = clone_history.tip(self._root)
        path = self._explainer.path
        for blob in clone_history.versions(self._root, path, commit) if commit else ():
            yield _wordings_at(self._root, path, blob)


@dataclass(frozen=True)
class Archive:
    """The earlier wordings of all sources: each looks only once for what many ask for."""

    root: Path
    store: Store
    _opened: dict[str, EarlierWordings] = field(default_factory=dict)

    def of(self, explainer: Explainer) -> EarlierWordings:
        """Those of one source."""
        fresh = EarlierWordings(self.root, self.store, explainer)
        return self._opened.setdefault(explainer.slug, fresh)


def remember(explainers: Iterable[Explainer], store: Store) -> None:
    """Keep how every section of every source reads now: one entry a source, written on change."""
    for explainer in explainers:
        kept = _kept(store, explainer)
        if kept.keys() >= set(explainer.sections.values()):
            continue
        now = _wordings(section_lines(explainer.meta, explainer.body))
        older = {digest: lines for digest, lines in kept.items() if digest not in now}
        newest = dict([*older.items(), *now.items()][-_MOST_WORDINGS:])
        store.put(_key(explainer), json.dumps(newest, ensure_ascii=False).encode())


def _key(explainer: Explainer) -> str:
    return key_of("wordings", slug=explainer.slug)


def _kept(store: Store, explainer: Explainer) -> Wordings:
    data = store.read(_key(explainer))
    kept: Wordings = json.loads(data) if data else {}
    return kept


def _wordings(sections: Mapping[str, Sequence[str]]) -> Wordings:
    return {section_digest(lines): lines for lines in sections.values()}


@lru_cache(maxsize=1024)
def _wordings_at(root: Path, path: str, blob: str) -> Wordings:
    """The wordings of an earlier version of a source; none where it does not hold today's rules."""
    text = decode(path, clone_history.content(root, blob)).text
    if text is None:
        return {}
    cut = split(path, text)
    meta = validate(cut.front_matter, ExplainerMeta)
    body = read_body(path, cut.body, cut.body_line)[0] if meta else None
    return _wordings(section_lines(meta, body)) if meta and body else {}
