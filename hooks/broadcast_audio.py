"""The build hook: explainers become scripts and clips, laid beside their pages. Wiring only."""

from collections.abc import Iterator
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from site_plugins.broadcast.edition import found, jobs_for, with_results
from site_plugins.broadcast.items import Item
from site_plugins.broadcast.plan import Planner
from site_plugins.broadcast.production import produce_all
from site_plugins.broadcast.summary import summarise
from site_plugins.portal.plugin import PolicyPortal
from site_plugins.portal.progress import closing_table, console, shown
from site_plugins.portal.urls import download_uri, page_uri


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Make or find every clip that may be aired, and publish it with its captions and script."""
    portal = _portal(config)
    planner = Planner(portal.settings, portal.airing.lexicon, preview=portal.preview)
    items = list(planner.plan(portal.library))
    jobs = jobs_for(
        items,
        portal.settings,
        portal.airing,
        lambda item: portal.address + page_uri(*item.key),
        online=portal.online,
    )
    if portal.serving:
        results = tuple(found(jobs.values(), portal.store))
    else:
        with shown(len(jobs), console()) as finished:
            results = produce_all(
                list(jobs.values()), portal.airing.engines.engine_for, portal.store, finished
            )
    items = with_results(items, jobs, results)
    portal.take(items)
    console().print(closing_table(summarise(items)))
    for item in items:
        for file in _downloads(config, item):
            files.append(file)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Let the engines go, and the store once its files are copied."""
    portal = _portal(config)
    portal.airing.engines.close()
    portal.store.close()


def _portal(config: MkDocsConfig) -> PolicyPortal:
    return cast("PolicyPortal", config.plugins["policy-portal"])


def _downloads(config: MkDocsConfig, item: Item) -> Iterator[File]:
    if not item.downloadable or item.script is None:
        return
    yield File.generated(config, download_uri(*item.key, "txt"), content=item.script.text)
    if item.episode is not None:
        yield File.generated(config, download_uri(*item.key, "vtt"), content=item.episode.vtt)
        mp3 = str(item.episode.mp3_path)
        yield File.generated(config, download_uri(*item.key, "mp3"), abs_src_path=mp3)
