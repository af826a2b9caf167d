"""The list of an edition's clips."""

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.site_project import Project

SECTION = "truyen-thong-chinh-sach"


def _clips(root: Path) -> list[dict[str, Any]]:
    text = (root / "site/phat-thanh/manifest.json").read_text(encoding="utf-8")
    return list(json.loads(text)["clips"])


def test_every_clip_is_listed_with_what_checks_it(project: Project) -> None:
    """Addresses lead to files, sizes and digests are theirs."""
    project.explainer("tro-cap", approved=True)
    project.explainer("cho-duyet")
    assert project.build().exit_code == 0
    [clip] = _clips(project.root)
    assert clip["slug"] == "tro-cap"
    assert clip["credit"] == "giọng máy"
    assert clip["read_by_people"] is False
    for kind, file in clip["files"].items():
        data = (project.root / "site" / file["address"]).read_bytes()
        assert len(data) == file["bytes"], kind
        assert hashlib.sha256(data).hexdigest() == file["sha256"]
        assert file["true_peak_dbtp"] <= -1.5
    for key in ("script", "captions"):
        assert (project.root / "site" / clip[key]).is_file()
    assert [chapter["title"] for chapter in clip["chapters"]]


def test_a_site_without_clips_has_an_empty_list(project: Project) -> None:
    """Programs that read it need not guess."""
    project.explainer("cho-duyet")
    assert project.build().exit_code == 0
    assert _clips(project.root) == []
