"""What a translator is handed: the source's units beside what is translated already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from site_plugins.policy.approval import HEAD, digest, section_lines
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.facts import facts_in
from site_plugins.policy.station import Language
from site_plugins.translation.alignment import Followed, followed, targets
from site_plugins.translation.codes import CODE
from site_plugins.translation.model import Kit, PastTexts, Term, Unit, UnitKind, UnitState
from site_plugins.translation.units import Cut, cut

HEAD_NAME = "Đầu trang"


class NoPastTexts:
    """Where no old wording is kept."""

    def lines(self, digest: str) -> Sequence[str] | None:  # noqa: ARG002 - the contract names it
        """Nothing is found."""
        return None


@dataclass(frozen=True)
class Workshop:
    """One explainer on the translators' bench: cut once, handed out in every language."""

    source: Explainer
    past: PastTexts

    @cached_property
    def taken(self) -> Cut:
        """The source in units."""
        return cut(self.source.meta, self.source.body.html)

    @cached_property
    def words(self) -> str:
        """All that there is to translate, a line each."""
        return "\n".join(leaf.plain for leaf in self.taken.leaves)

    @cached_property
    def _facts(self) -> Mapping[str, tuple[str, ...]]:
        return {leaf.id: tuple(_facts(leaf.line.text)) for leaf in self.taken.leaves}

    @cached_property
    def headings(self) -> Mapping[str, str]:
        """Section → what translators know it by."""
        named = {
            leaf.section: leaf.plain
            for leaf in reversed(self.taken.leaves)
            if leaf.kind is UnitKind.HEADING and leaf.section != HEAD
        }
        return {name: named.get(name, name) for name in self.source.sections} | {HEAD: HEAD_NAME}

    @cached_property
    def version(self) -> str:
        """Eight hexadecimal digits, in two groups, for the source as it stands."""
        figures = digest(f"{name} {value}" for name, value in self.source.sections.items())
        return f"{figures[:4]}-{figures[4:8]}"

    def translation(self, tag: str) -> Translation | None:
        """The present translation, whether or not it may be shown."""
        texts = (*self.source.translations, *self.source.faulty)
        return next((text for text in texts if text.language == tag), None)

    def kit(self, tag: str, language: Language, terms: tuple[Term, ...] = ()) -> Kit:
        """The kit for one language; the same source and translation give the same kit."""
        existing = self.translation(tag)
        record = existing.meta.translation if existing else None
        return Kit(
            self.source.slug,
            tag,
            language,
            self.source.meta.title,
            self.version,
            tuple(self.units(existing)),
            self.source.sections,
            self.headings,
            terms,
            self.source.meta.translator_notes,
            record.translator if record else "",
            (record.orthography if record else None) or _only(language.orthography),
        )

    def units(self, existing: Translation | None) -> Iterator[Unit]:
        """Every unit, numbered from 1, with what is left to do."""
        present = cut(existing.meta, existing.body.html) if existing else Cut((), ())
        done = targets(self.taken, present)
        past = self._past(existing, present) if existing else {}
        unsure = {*existing.binding.stale, *existing.binding.missing} if existing else set()
        for number, leaf in enumerate(self.taken.leaves, 1):
            then = past.get(leaf.section, _UNKNOWN)
            target = (done if then.targets is None else then.targets)[leaf.id]
            old = then.before.get(leaf.id, "")
            if not target:
                state = UnitState.NEW
            elif leaf.section in unsure and (old != leaf.plain or then.targets is None):
                state = UnitState.CHANGED
            else:
                state = UnitState.KEPT
            yield Unit(
                number,
                leaf.id,
                leaf.section,
                leaf.kind,
                state,
                leaf.line.text,
                old if state is UnitState.CHANGED else "",
                target,
                self._facts[leaf.id],
            )

    def _past(self, existing: Translation, present: Cut) -> dict[str, Followed]:
        """How stale sections read before, where somebody kept that."""
        found: dict[str, Followed] = {}
        made_from = existing.meta.translation.sources
        their_lines = section_lines(existing.meta, existing.body)
        for section in existing.binding.stale:
            ours, theirs = self.taken.section(section), present.section(section)
            lines = self.past.lines(made_from[section]) if ours else None
            if lines is not None:
                found[section] = followed(ours, lines, theirs, their_lines.get(section, []))
        return found


_UNKNOWN = Followed({}, None)


def _only(orthographies: Sequence[str]) -> str:
    """The way a language is written where there is no choice."""
    return orthographies[0] if len(orthographies) == 1 else ""


def _facts(line: str) -> Iterator[str]:
    """What may not change, as it stands between the codes of a line."""
    for part in CODE.sub("\0", line).split("\0"):
        yield from (fact.written for fact in facts_in(part))
