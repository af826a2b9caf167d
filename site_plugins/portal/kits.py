"""Translators' kits as files of the site: made when they are copied, kept between builds."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.library import Library
from site_plugins.policy.schema import Status
from site_plugins.policy.station import Settings
from site_plugins.portal.urls import kit_uri
from site_plugins.translation.formats import FORMATS
from site_plugins.translation.glossary import Glossaries
from site_plugins.translation.kit import Workshop
from site_plugins.translation.model import PastTexts
from site_plugins.voice.cache import Store, key_of

_LIVING = (Status.PREPARING, Status.CONSULTATION, Status.IN_FORCE)
_ROOMS = ("policy", "translation")

Kits = Mapping[tuple[str, str], tuple[str, ...]]
"""(slug, language) → the suffixes of its kit's files."""


def kits_in(library: Library, settings: Settings, *, preview: bool) -> Kits:
    """The kits that a build offers: of every text that waits for a translator.

    In public only of approved, living sources: a kit is read by people who then speak of it.
    """
    return {
        (explainer.slug, tag): tuple(FORMATS)
        for explainer in library.explainers
        if _may_be_handed_out(explainer, preview=preview)
        for tag in _waiting(explainer, settings)
    }


def _may_be_handed_out(explainer: Explainer, *, preview: bool) -> bool:
    if preview:
        return explainer.status in _LIVING
    return explainer.treatment.downloadable


def _waiting(explainer: Explainer, settings: Settings) -> Iterator[str]:
    """The station's languages and those of other files, but for translations that are ready."""
    written = (*explainer.translations, *explainer.faulty)
    ready = {text.language for text in explainer.translations if text.ready}
    tags = dict.fromkeys([*settings.minority_languages, *(text.language for text in written)])
    return (tag for tag in tags if tag not in ready)


@dataclass(frozen=True)
class KitMaker:
    """What all kits of a build are made with; `serve` makes them when asked and keeps none."""

    settings: Settings
    glossaries: Glossaries
    store: Store
    past_of: Callable[[Explainer], PastTexts]
    serving: bool = False

    def files(self, config: MkDocsConfig, library: Library, kits: Kits) -> Iterator[File]:
        """Every file of every kit, empty until it is copied."""
        benches = {e.slug: Workshop(e, self.past_of(e)) for e in library.explainers}
        for (slug, tag), suffixes in kits.items():
            for suffix in suffixes:
                uri = kit_uri(slug, tag, suffix)
                file = cast("KitFile", KitFile.generated(config, uri, content=b""))
                file.is_asked_for = self.serving
                file.make = partial(self._made, benches[slug], tag, suffix)
                yield file

    def _made(self, workshop: Workshop, tag: str, suffix: str) -> bytes:
        """The kit in one format: as the store has kept it, or made now."""
        key = key_of("kit", inputs=self._inputs(workshop, tag), suffix=suffix)
        if (kept := self.store.read(key)) is not None:
            return zlib.decompress(kept)
        terms = self.glossaries.terms_in(workshop.words, tag)
        kit = workshop.kit(tag, self.settings.languages[tag], terms)
        data = FORMATS[suffix].write(kit)
        if not self.serving:
            self.store.put(key, zlib.compress(data))
        return data

    def _inputs(self, workshop: Workshop, tag: str) -> list[str]:
        """Everything that can change a byte of a kit. An edited glossary makes all kits anew."""
        source, text = workshop.source, workshop.translation(tag)
        meta = source.meta.model_copy(update={"approval": None, "changes": ()})
        row = self.settings.languages[tag].model_dump_json()
        own = [text.meta.model_dump_json(), text.body.html, str(text.binding)] if text else []
        return [
            _code(),
            self._glossaries,
            source.slug,
            meta.model_dump_json(),
            source.body.html,
            tag,
            row,
            *own,
            *(_before(workshop.past, text) if text else ()),
        ]

    @cached_property
    def _glossaries(self) -> str:
        return hashlib.sha256(repr(self.glossaries).encode()).hexdigest()


def _before(past: PastTexts, text: Translation) -> Iterator[str]:
    """The old wordings of stale sections, which may turn up later."""
    for section in text.binding.stale:
        yield repr(past.lines(text.meta.translation.sources[section]))


@cache
def _code() -> str:
    """A digest of the code that decides how a kit looks."""
    rooms = (Path(__file__).parents[1] / room for room in _ROOMS)
    files = (file for room in rooms for file in sorted(room.rglob("*")) if _is_code(file))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _is_code(file: Path) -> bool:
    return file.suffix in (".py", ".html", ".css", ".js")


class KitFile(File):
    """A file that is made when MkDocs copies it: a thousand kits at once would fill the memory.

    `is_asked_for` says that it is made only when somebody asks the preview for it.
    """

    make: Callable[[], bytes]
    is_asked_for: bool

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  MkDocs' signature
        """Make it and put it into the site."""
        if not self.is_asked_for:
            self.put()

    def put(self) -> None:
        """Make it and put it into the site, unless it lies there."""
        target = Path(self.abs_dest_path)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(self.make())


def on_demand(
    app: WSGIApplication, files: Callable[[], Mapping[str, KitFile]], mount_path: str
) -> WSGIApplication:
    """`serve`'s answers, before each of which the kit is made that is asked for.

    `files` are those of the last build by their address below `mount_path`.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if file := files().get(path.removeprefix(mount_path)):
            file.put()
        return app(environ, start_response)

    return answer
