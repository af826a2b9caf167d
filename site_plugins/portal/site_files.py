"""Which files of the project are published: those that the policy room read, and no other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from site_plugins.broadcast.items import Item
from site_plugins.policy.documents import Explainer, SitePage
from site_plugins.policy.library import SECTION, Library
from site_plugins.policy.life_cycle import Shown
from site_plugins.policy.model import Body
from site_plugins.policy.schema import PageMeta
from site_plugins.policy.station import Language
from site_plugins.policy.tree import CONTENT
from site_plugins.portal.pages import (
    PlainPage,
    ReadingPage,
    RecorderPage,
    TextPage,
    declared_days,
)
from site_plugins.portal.urls import RECORDER, reading_src, unapproved_script_uri
from site_plugins.spoken.model import Script

_UNDATED = date(2025, 1, 1)
"""The day of all pages where no explainer declares one: any day but that of the build."""


def arrange(files: Files, config: MkDocsConfig, library: Library, *, preview: bool) -> Files:
    """Keep the library's files and the theme's, and give each page the text that was read."""
    published = published_in(library, preview=preview)
    wanted = _wanted(library, published)
    latest = latest_day(library, preview=preview)
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri not in wanted:
            files.remove(file)
    for page in library.pages:
        if page_file := files.get_file_from_path(_src(page.path)):
            PlainPage(page_file, config, page, latest)
    for explainer in published:
        _attach(files, config, explainer, latest)
    return files


def latest_day(library: Library, *, preview: bool) -> date:
    """The last day that any published text declares."""
    published = published_in(library, preview=preview)
    days = (day for e in published for text in e.texts for day in declared_days(e, text))
    return max(days, default=_UNDATED)


def published_in(library: Library, *, preview: bool) -> list[Explainer]:
    """The explainers that have a page, newest first; a preview has one of every text."""
    return [e for e in library.explainers if preview or e.public]


def stylesheet(config: MkDocsConfig, languages: Mapping[str, Language]) -> File:
    """The fonts that each language asks for, by `lang`, from the one registry."""
    rules = "".join(
        f":lang({row.full_tag}){{font-family:{_fonts(row)}}}\n"
        for row in languages.values()
        if row.fonts
    )
    return File.generated(config, "assets/policy/languages.css", content=rules)


def preview_files(config: MkDocsConfig, items: Iterable[Item]) -> Iterator[File]:
    """The editors' desk and, for each text with a script, the page that shows how it is read."""
    yield _desk_file(config)
    for item in items:
        if item.script is not None:
            yield _reading_file(config, item, item.script)
            if not item.downloadable:
                address = unapproved_script_uri(*item.key)
                yield File.generated(config, address, content=item.script.text)


def recorder_file(config: MkDocsConfig, latest: date) -> File:
    """The page where announcers record, for everyone who has its address."""
    file = File.generated(config, RECORDER.removesuffix("html") + "md", content="")
    RecorderPage(file, config).update_date = latest.isoformat()
    file.inclusion = InclusionLevel.NOT_IN_NAV
    return file


def _desk_file(config: MkDocsConfig) -> File:
    file = File.generated(config, "bien-tap/index.md", content="")
    page = SitePage(file.src_uri, PageMeta(title="Bàn biên tập"), Body(""))
    PlainPage(file, config, page, _UNDATED)
    file.inclusion = InclusionLevel.NOT_IN_NAV
    return file


def _reading_file(config: MkDocsConfig, item: Item, script: Script) -> File:
    file = File.generated(config, reading_src(*item.key), content="")
    ReadingPage(file, config, item, script).update_date = _UNDATED.isoformat()
    file.inclusion = InclusionLevel.NOT_IN_NAV
    return file


def _attach(files: Files, config: MkDocsConfig, explainer: Explainer, latest: date) -> None:
    for text in explainer.texts:
        if file := files.get_file_from_path(_src(text.path)):
            TextPage(file, config, explainer, text, latest)
            file.inclusion = InclusionLevel.NOT_IN_NAV


def _wanted(library: Library, published: list[Explainer]) -> set[str]:
    pages = {_src(page.path) for page in library.pages}
    texts = {_src(text.path) for e in published for text in e.texts}
    return pages | texts | set(_assets(library, published))


def _assets(library: Library, published: list[Explainer]) -> Iterator[str]:
    """An explainer's pictures and papers go with its body: hidden or recalled with it."""
    whole = {e.slug for e in published if e.treatment.shown is not Shown.NOTICE}
    for path in map(_src, library.assets):
        parts = PurePosixPath(path).parts
        if len(parts) < 3 or parts[0] != SECTION or parts[1] in whole:
            yield path


def _src(path: str) -> str:
    return path.removeprefix(f"{CONTENT}/")


def _fonts(language: Language) -> str:
    return ",".join([*(f'"{font}"' for font in language.fonts), "sans-serif"])
