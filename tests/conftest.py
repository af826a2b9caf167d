"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.site_project import Project

# How fast a machine is proves nothing about the program.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A station with an empty section, in a folder with Vietnamese letters and a space."""
    root = tmp_path / "xã Ví Dụ"
    root.mkdir()
    return Project(root)
