"""The build hook: explainers become scripts and clips, laid beside their pages. Wiring only."""

from collections.abc import Iterator
from functools import partial
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from site_plugins.broadcast.edition import found, jobs_for, with_cast, with_results
from site_plugins.broadcast.episode import SoundFile
from site_plugins.broadcast.items import Item
from site_plugins.broadcast.job import Job
from site_plugins.broadcast.manifest import manifest
from site_plugins.broadcast.plan import Planner
from site_plugins.broadcast.production import Result, produce_all
from site_plugins.broadcast.readings import remember, with_changes_told
from site_plugins.broadcast.summary import summarise
from site_plugins.portal.linked_file import LinkedFile
from site_plugins.portal.plugin import PolicyPortal
from site_plugins.portal.progress import closing_table, console, pruned_line, shown
from site_plugins.portal.urls import MANIFEST, download_uri, page_uri


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make or find every clip that may be aired, while the site of the last build still stands."""
    portal = _portal(config)
    written, airing = portal.written, portal.written.airing
    machines = airing.machines(online=portal.online)
    planner = Planner(
        portal.written.settings, portal.written.airing.lexicons, portal.preview, machines
    )
    planned = with_changes_told(planner.plan(portal.written.library), portal.store)
    items = list(with_cast(planned, portal.written.airing, online=portal.online))
    if not portal.serving:
        remember(items, portal.store)
    page_of = partial(_page_of, portal)
    jobs = jobs_for(items, written.settings, airing, page_of)
    portal.take(with_results(items, jobs, _results(portal, list(jobs.values()))))
    console().print(closing_table(summarise(portal.items.values())))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish each clip with its captions and script, beside its page."""
    for item in _portal(config).items.values():
        for file in _downloads(config, item):
            files.append(file)
    files.append(File.generated(config, MANIFEST, content=_manifest(_portal(config))))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Let the engines go, and the store once its files are copied and the oldest ones pruned."""
    portal = _portal(config)
    portal.written.airing.engines.close()
    if not portal.serving:
        _prune(portal)
    portal.store.close()


def _results(portal: PolicyPortal, jobs: list[Job]) -> tuple[Result, ...]:
    if portal.serving:
        return tuple(found(jobs, portal.store))
    try:
        with shown(len(jobs), console()) as finished:
            return produce_all(
                jobs, portal.written.airing.engines.engine_for, portal.store, finished
            )
    except KeyboardInterrupt:
        message = "Đã dừng theo ý bạn. Câu nào đọc xong vẫn giữ trong kho; trang cũ còn nguyên."
        raise Abort(message) from None


def _prune(portal: PolicyPortal) -> None:
    pruned = portal.store.prune(portal.config.cache_limits)
    if pruned.files:
        console().print(pruned_line(pruned), highlight=False)


def _portal(config: MkDocsConfig) -> PolicyPortal:
    return cast("PolicyPortal", config.plugins["policy-portal"])


def _page_of(portal: PolicyPortal, item: Item) -> str:
    return portal.address + page_uri(*item.key)


def _manifest(portal: PolicyPortal) -> str:
    station = portal.written.settings.station
    return manifest(portal.items.values(), station, partial(_page_of, portal), download_uri)


def _downloads(config: MkDocsConfig, item: Item) -> Iterator[File]:
    if not item.downloadable or item.script is None:
        return
    episode = item.episode
    yield File.generated(config, download_uri(*item.key, "txt"), content=item.script.text)
    if episode is None:
        return
    yield File.generated(config, download_uri(*item.key, "vtt"), content=episode.vtt)
    yield _linked(config, item, "mp3", episode.mp3)
    if episode.lighter:
        yield _linked(config, item, "opus", episode.lighter)


def _linked(config: MkDocsConfig, item: Item, suffix: str, file: SoundFile) -> File:
    uri = download_uri(*item.key, suffix)
    return LinkedFile.generated(config, uri, abs_src_path=str(file.path))
