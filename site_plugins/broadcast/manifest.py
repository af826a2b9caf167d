"""The list of an edition's clips, for machines: what there is, how long, how loud, how to check."""

import json
from collections.abc import Callable, Iterable

from site_plugins.broadcast.episode import Episode, SoundFile
from site_plugins.broadcast.items import Item
from site_plugins.broadcast.job import credit
from site_plugins.policy.station import Station


def manifest(
    items: Iterable[Item],
    station: Station,
    page_of: Callable[[Item], str],
    address_of: Callable[[str, str, str], str],
) -> str:
    """JSON; `address_of`(slug, language, suffix) is a file's address from the site's root."""
    clips = [
        _clip(item, item.episode, page_of(item), address_of)
        for item in items
        if item.episode and item.downloadable
    ]
    told = {"station": station.name, "commune": station.commune, "clips": clips}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _clip(
    item: Item, episode: Episode, page: str, address_of: Callable[[str, str, str], str]
) -> dict[str, object]:
    slug, language = item.key
    files = {"mp3": episode.mp3} | ({"opus": episode.lighter} if episode.lighter else {})
    return {
        "slug": slug,
        "language": language,
        "title": episode.title,
        "page": page,
        "duration_s": round(episode.duration_s, 3),
        "credit": credit(episode.voices),
        "voices": [voice.name for voice in episode.voices],
        "read_by_people": all(voice.reader for voice in episode.voices),
        "script_sha256": episode.script_digest,
        "script": address_of(slug, language, "txt"),
        "captions": address_of(slug, language, "vtt"),
        "files": {
            kind: _file(file, address_of(slug, language, kind)) for kind, file in files.items()
        },
        "chapters": [
            {"start_s": round(chapter.start_s, 3), "title": chapter.title}
            for chapter in episode.chapters
        ],
    }


def _file(file: SoundFile, address: str) -> dict[str, object]:
    return {
        "address": address,
        "bytes": file.size_bytes,
        "sha256": file.digest,
        "loudness_lufs": round(file.level.loudness_lufs, 1),
        "true_peak_dbtp": round(file.level.true_peak_dbtp, 1),
    }
