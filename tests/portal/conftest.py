"""Fixtures of the portal's tests."""

from pathlib import Path

import pytest

from tests.site_project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A station with an empty section, in a folder with Vietnamese letters and a space."""
    root = tmp_path / "xã Ví Dụ"
    root.mkdir()
    return Project(root)
