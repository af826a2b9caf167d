"""Content written into a temporary project and read back by the policy room."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from site_plugins.policy.documents import Explainer
from site_plugins.policy.library import REQUIRED, SECTION, Library, read_library
from site_plugins.policy.schema import ExplainerMeta, Kind, Status
from site_plugins.policy.station import Settings, read_settings
from site_plugins.problems import Problem

REPOSITORY = Path(__file__).parents[2]
DAY = date(2026, 11, 21)
INDEX = f"content/{SECTION}/bai/index.md"
FRONT = "title: Tên bài\nsummary: Tóm tắt.\nkind: explainer\nstatus: preparing\n"
"""The least that an explainer declares; a further line stands on line 6 of the file."""
TRANSLATED = "title: ប្រាក់\nsummary: ឧទាហរណ៍\ntranslation:\n  translator: Mẫu\n"


@cache
def station() -> Settings:
    """The settings that the repository ships."""
    settings, _ = read_settings(REPOSITORY)
    assert settings is not None
    return settings


def page(front: str = FRONT, body: str = "Thân bài.\n") -> str:
    """A whole Markdown file."""
    return f"---\n{front}---\n\n{body}"


@dataclass(frozen=True)
class Content:
    """A project folder."""

    root: Path

    def write(self, text: str | bytes, path: str = INDEX) -> Path:
        """Write a file, bytes as they are."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def library(self, day: date = DAY) -> Library:
        """Read everything that was written, not told of the portal's own pages that were not."""
        library = read_library(self.root, station(), day)
        unwritten = {path for path in REQUIRED if not (self.root / path).exists()}
        kept = tuple(p for p in library.problems if p.path not in unwritten)
        return replace(library, problems=kept)

    def explainer(self, text: str | None = None, day: date = DAY) -> Explainer:
        """The one explainer, written first if a text is given."""
        if text is not None:
            self.write(text)
        library = self.library(day)
        assert not library.left_out, told(library.left_out)
        (explainer,) = library.explainers
        return explainer

    @staticmethod
    def meta() -> ExplainerMeta:
        """What `FRONT` declares."""
        return ExplainerMeta(
            title="Tên bài", summary="Tóm tắt.", kind=Kind.EXPLAINER, status=Status.PREPARING
        )

    def says(self, text: str | bytes, path: str = INDEX) -> list[str]:
        """What is told of one file: "line:column: lỗi: …", without its path."""
        self.write(text, path)
        library = self.library()
        return told((*library.problems, *library.left_out))


def told(problems: Iterable[Problem]) -> list[str]:
    """Problems as staff read them, without the name of the file."""
    return [str(p).removeprefix(p.path).removeprefix(":").strip() for p in problems]
