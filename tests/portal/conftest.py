"""What the tests of recordings share."""

import pytest

from site_plugins.broadcast.items import Item
from tests.portal.recorded_text import planned
from tests.site_project import Project


@pytest.fixture
def item(project: Project) -> Item:
    """An approved text of a station, which somebody is about to read."""
    project.explainer("tro-cap", approved=True)
    return planned(project)
