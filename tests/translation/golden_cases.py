"""The goldens of this room: cases in YAML that a linguist can edit."""

from pathlib import Path
from typing import Any

import yaml


def golden(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    file = Path(__file__).with_name("goldens") / f"{name}.yml"
    cases: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return cases
