"""Fixtures of the policy room's tests."""

from pathlib import Path

import pytest

from tests.policy.written import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """An empty `content/` folder."""
    (tmp_path / "content").mkdir()
    return Content(tmp_path)
