"""`bo-dich` as staff run it: with the old wordings that builds and the clone have kept."""

from collections.abc import Sequence
from pathlib import Path

from site_plugins.portal.options import PortalConfig
from site_plugins.portal.past_texts import Archive
from site_plugins.translation.__main__ import main as run
from site_plugins.translation.workplace import Workplace
from site_plugins.voice.cache import Store


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its kits mark what changed as those of the site do."""
    return run(arguments, _opened)


def _opened(root: Path) -> Workplace:
    store = Store(root / PortalConfig.cache_dir.default)
    return Workplace(root, Archive(root.resolve(), store).of)
