"""What the tests of recordings share, and those in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_plugins.broadcast.items import Item
from tests.portal.browsing import chromium, served
from tests.portal.recorded_text import planned
from tests.site_project import Project


@pytest.fixture
def item(project: Project) -> Item:
    """An approved text of a station, which somebody is about to read."""
    project.explainer("tro-cap", approved=True)
    return planned(project)


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    """A test module's own `site` over HTTP on loopback."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with chromium() as browser:
        yield browser
