"""The project folder as the command finds it: what may be translated, and where it is written."""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from site_plugins.policy.clock import today
from site_plugins.policy.documents import Explainer
from site_plugins.policy.library import SECTION, Library, read_library
from site_plugins.policy.station import VIETNAMESE, Language, Settings, read_settings
from site_plugins.problems import tell
from site_plugins.translation.glossary import Glossaries, read_glossaries
from site_plugins.translation.kit import NoPastTexts, Workshop
from site_plugins.translation.model import Kit, PastTexts


class RefusedError(Exception):
    """What the command cannot do; the message says why, in Vietnamese."""


@dataclass
class Workplace:
    """A project; `library` is read again after a file was written.

    `past_of` knows where an explainer's old wordings are kept, if anywhere.
    """

    root: Path
    past_of: Callable[[Explainer], PastTexts] = lambda _: NoPastTexts()
    _read_at_ns: int = field(init=False, default=0)

    @cached_property
    def settings(self) -> Settings:
        """The station and its languages. Raises `RefusedError`."""
        settings, problems = read_settings(self.root)
        if settings is None:
            message = f"không đọc được cài đặt của đài trong {self.root}:\n{tell(problems)}"
            raise RefusedError(message)
        return settings

    @cached_property
    def library(self) -> Library:
        """Everything that staff wrote."""
        self._read_at_ns = time.time_ns()
        return read_library(self.root, self.settings, today(os.environ))

    @cached_property
    def _glossaries(self) -> Glossaries:
        return read_glossaries(self.root, self.settings.languages)[0]

    def explainer(self, slug: str) -> Explainer:
        """One explainer. Raises `RefusedError` for a name that is none."""
        for explainer in self.library.explainers:
            if explainer.slug == slug:
                return explainer
        message = f'không có bài "{slug}" trong content/{SECTION}, hoặc bài đang có lỗi'
        raise RefusedError(message)

    def language(self, tag: str) -> Language:
        """A language to translate into. Raises `RefusedError`."""
        known = {t: row for t, row in self.settings.languages.items() if t != VIETNAMESE}
        if tag not in known:
            message = f'không có thứ tiếng "{tag}"; các mã đang có: {", ".join(known)}'
            raise RefusedError(message)
        return known[tag]

    def workshop(self, slug: str, tag: str) -> Workshop:
        """An explainer on the bench.

        Raises:
            RefusedError: its present translation cannot be read, and must not be written over.
        """
        workshop = self._workshop(slug)
        path = self.path(slug, tag)
        if workshop.translation(tag) is None and os.path.lexists(self.root / path):
            message = f"{path} đang có lỗi nên chưa ghép được: hãy sửa hoặc đổi tên tệp đó trước"
            raise RefusedError(message)
        return workshop

    def _workshop(self, slug: str) -> Workshop:
        explainer = self.explainer(slug)
        return Workshop(explainer, self.past_of(explainer))

    def kit(self, slug: str, tag: str) -> Kit:
        """A kit to hand out. Raises `RefusedError`."""
        language, workshop = self.language(tag), self.workshop(slug, tag)
        return workshop.kit(tag, language, self._glossaries.terms_in(workshop.words, tag))

    def path(self, slug: str, tag: str) -> str:
        """Where a translation lies, below the project."""
        return f"content/{SECTION}/{slug}/{tag}.md"

    def write(self, path: str, text: str) -> None:
        """Put a file whole in the place of the one before it.

        Raises:
            RefusedError: somebody else wrote it after `library` was read, and must not lose that.
        """
        file = self.root / path
        if file.exists() and file.stat().st_mtime_ns > self._read_at_ns:
            message = f"{path} vừa được ghi ở nơi khác trong lúc nhập: hãy chạy lại lệnh này"
            raise RefusedError(message)
        replace_file(file, text.encode())
        self.__dict__.pop("library", None)


def replace_file(file: Path, data: bytes) -> None:
    """Write a file whole or not at all; a link in its place is replaced, never followed."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".bo-dich-")
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
