"""A whole project in a temporary folder: written, built and read back by the tests."""

import logging
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from click.testing import CliRunner
from mkdocs.__main__ import cli

from site_plugins.policy.documents import Explainer
from site_plugins.policy.library import Library, read_library
from site_plugins.policy.station import read_settings

REPOSITORY = Path(__file__).parent.parent
DAY = date(2026, 11, 21)

MKDOCS_YML = """\
site_name: Cổng thử
site_url: https://example.org/cong/
docs_dir: content
theme: {name: material, language: vi, font: false}
nav: [Trang chủ: index.md, Truyền thông chính sách: truyen-thong-chinh-sach/index.md]
plugins: [search, policy-portal]
hooks: [hooks/broadcast_audio.py]
"""

EXPLAINER = """\
---
title: {title}
summary: Mỗi người được nhận năm trăm nghìn đồng mỗi tháng.
kind: {kind}
status: {status}
published: 2026-01-15
legal_basis:
  - number: 176/2025/NĐ-CP
checked_on: 2026-11-01
contact: {{office: Bộ phận một cửa}}
{extra}---

## Ai được hưởng {{#ai-duoc-huong}}

Người từ 75 tuổi trở lên.

## Hạn nào {{#han-nao}}

Từ ngày 1/7/2025.
"""


@dataclass(frozen=True)
class Built:
    """How a build ended and what it said."""

    exit_code: int
    output: str


class Project:
    """A station with one folder of content."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(REPOSITORY / "audio", root / "audio")
        shutil.copytree(REPOSITORY / "hooks", root / "hooks")
        self.write("mkdocs.yml", MKDOCS_YML)
        self.write("content/index.md", "---\ntitle: Trang chủ\n---\nXin chào.\n")
        self.write(
            "content/truyen-thong-chinh-sach/index.md", "---\ntitle: Truyền thông chính sách\n---\n"
        )

    def write(self, path: str, text: str) -> Path:
        """Write a file below the project, in UTF-8."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def explainer(  # noqa: PLR0913 - all by name, each a field of the page
        self,
        slug: str,
        *,
        title: str = "Trợ cấp mẫu",
        kind: str = "explainer",
        status: str = "in_force",
        extra: str = "",
        approved: bool = False,
    ) -> Path:
        """Write an explainer; `approved` stamps the approval of the text as it stands."""
        path = f"content/truyen-thong-chinh-sach/{slug}/index.md"
        text = EXPLAINER.format(title=title, kind=kind, status=status, extra=extra)
        file = self.write(path, text)
        if approved:
            stamp = (
                f"approval: {{by: Chủ tịch, on: 2026-11-02, digest: {self.read(slug).digest}}}\n"
            )
            text = EXPLAINER.format(title=title, kind=kind, status=status, extra=extra + stamp)
            file.write_text(text, encoding="utf-8")
        return file

    def library(self) -> Library:
        """The library as the build reads it."""
        settings, problems = read_settings(self.root)
        if settings is None:
            raise ValueError(problems)
        return read_library(self.root, settings, DAY)

    def read(self, slug: str) -> Explainer:
        """One explainer of the library."""
        library = self.library()
        return next(e for e in library.explainers if e.slug == slug)

    def build(self, **environ: str) -> Built:
        """Run `mkdocs build` as a user would, on the day `DAY`."""
        runner = CliRunner(env={"STATION_TODAY": DAY.isoformat()} | environ)
        log = logging.getLogger("mkdocs")
        handlers = list(log.handlers)
        result = runner.invoke(cli, ["build", "-f", str(self.root / "mkdocs.yml")])
        log.handlers[:] = handlers
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Built(result.exit_code, result.output)

    def page(self, path: str, *, folder: str = "site") -> str:
        """A file of the built site, or of the built preview."""
        return (self.root / folder / path).read_text(encoding="utf-8")

    def site_files(self) -> dict[str, bytes]:
        """Every file of the built site by its path."""
        site = self.root / "site"
        return {
            file.relative_to(site).as_posix(): file.read_bytes()
            for file in sorted(site.rglob("*"))
            if file.is_file()
        }
