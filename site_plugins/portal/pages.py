"""Pages whose text was rendered in the policy room, handed to MkDocs without a second rendering."""

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from site_plugins.broadcast.items import Item
from site_plugins.policy.documents import Explainer, SitePage, Translation
from site_plugins.policy.library import SECTION
from site_plugins.policy.life_cycle import Shown
from site_plugins.policy.model import Body, Heading
from site_plugins.policy.station import VIETNAMESE
from site_plugins.policy.tree import ASSETS
from site_plugins.portal.language_marks import with_interface
from site_plugins.portal.urls import top_anchor
from site_plugins.portal.wording import Wording
from site_plugins.problems import Problem, Severity
from site_plugins.spoken.model import Script

_TARGET = re.compile(r'(?<= )(href|src)="([^"#][^"]*)"')
_HANDBOOK = "so-tay/"


class RenderedPage(Page):
    """A page of the site, from its title and its rendered body.

    `top` is the anchor of the page's own heading, where the skip link leads. `update_date`, which
    MkDocs would make the day of the build, is set by each kind of page from what staff declared.
    `wording`, set before anything is rendered, is that of its language, `tag` of the registry;
    `unchecked` pages say of themselves that nobody has checked their words.
    """

    tag = VIETNAMESE
    unchecked = False
    wording: Wording

    def __init__(self, file: File, config: MkDocsConfig, path: str, title: str, body: Body) -> None:
        self.path = path
        self.body = body
        self.problems: list[Problem] = []
        # Material prints titles unescaped, in the navigation and the search index too.
        super().__init__(html.escape(title, quote=False), file, config)
        self.top = top_anchor(body.html)

    def read_source(self, config: MkDocsConfig) -> None:
        """Front matter and body were read in the policy room."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Point the page's links at the files that they mean."""
        linked = _TARGET.sub(_Linker(self, files), self.body.html)
        self.content = with_interface(linked, self.wording)
        children = _tokens(self.body.headings)
        # Material leads the skip link to the first entry, and lists what stands below it.
        self.toc = get_toc([{"level": 1, "id": self.top, "name": self.title, "children": children}])
        self.present_anchor_ids = {self.top, *(heading.id for heading in self.body.headings)}


class PlainPage(RenderedPage):
    """The front page, the section's index, a page of the handbook.

    It declares no day, so it bears the latest of the explainers.
    """

    def __init__(self, file: File, config: MkDocsConfig, page: SitePage, latest: date) -> None:
        super().__init__(file, config, page.path, page.meta.title, page.body)
        self.update_date = latest.isoformat()
        template = TEMPLATES.get(file.src_uri)
        self.meta = {"template": template} if template else {}
        # Citizens search for policies, not for how staff write them.
        self.meta["search"] = {"exclude": file.src_uri.startswith(_HANDBOOK)}
        if page.meta.description:
            self.meta["description"] = html.escape(page.meta.description)


TEMPLATES = {
    "index.md": "home.html",
    f"{SECTION}/index.md": "section.html",
    "bien-tap/index.md": "desk.html",
}


class TextPage(RenderedPage):
    """The page of an explainer or of one of its translations; a recalled one keeps no body."""

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        explainer: Explainer,
        text: Explainer | Translation,
        latest: date,
    ) -> None:
        self.explainer = explainer
        self.text = text
        self.tag = text.language
        self.unchecked = isinstance(text, Translation) and not text.checked
        self.recalled = explainer.treatment.shown is Shown.NOTICE
        body = Body("") if self.recalled else text.body
        super().__init__(file, config, text.path, text.meta.title, body)
        self.update_date = max(declared_days(explainer, text), default=latest).isoformat()
        self.meta = {"template": "explainer.html", "hide": ["navigation"]}
        self.meta["search"] = {"exclude": self.recalled}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The text, and what search engines are told of it: of a recalled one only that."""
        super().render(config, files)
        described = self.wording.plain("recalled") if self.recalled else self.text.meta.summary
        self.meta["description"] = html.escape(described)


class ReadingPage(RenderedPage):
    """The editors' preview of what will be read of one text, with its script."""

    def __init__(self, file: File, config: MkDocsConfig, item: Item, script: Script) -> None:
        self.item = item
        self.script = script
        title = f"Bản đọc: {item.text.meta.title}"
        super().__init__(file, config, item.text.path, title, Body(""))
        self.meta = {"template": "reading.html", "hide": ["navigation", "toc"]}
        self.meta["search"] = {"exclude": True}


class RecorderPage(RenderedPage):
    """The page where announcers record; its scripts are listed by its template."""

    def __init__(self, file: File, config: MkDocsConfig) -> None:
        super().__init__(file, config, file.src_uri, "Ghi âm bài đọc", Body(""))
        self.meta = {"template": "recorder.html", "hide": ["navigation", "toc"]}


def declared_days(explainer: Explainer, text: Explainer | Translation) -> Iterator[date]:
    """The days on which staff say to have worked on a text, or on the facts that it inherits."""
    meta = explainer.meta
    days = [meta.published, meta.checked_on, *(change.on for change in meta.changes)]
    days += [t.meta.approval.on for t in (explainer, text) if t.meta.approval]
    if isinstance(text, Translation):
        days.append(text.meta.translation.checked_on)
    return (day for day in days if day)


class _Linker:
    """Replaces the target of one link; a target that does not exist is told."""

    def __init__(self, page: RenderedPage, files: Files) -> None:
        self._page = page
        self._files = files
        self._folder = posixpath.dirname(page.file.src_uri)

    def __call__(self, match: re.Match[str]) -> str:
        attribute, target = match[1], html.unescape(match[2])
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            return match[0]
        meant = posixpath.normpath(posixpath.join(self._folder, unquote(parts.path)))
        file = self._files.get_file_from_path(meant)
        if file is None:
            self._page.problems.append(self._broken(target))
            return match[0]
        url = file.url_relative_to(self._page.file) + (
            f"#{parts.fragment}" if parts.fragment else ""
        )
        return f'{attribute}="{html.escape(url)}"'

    def _broken(self, target: str) -> Problem:
        message = f'liên kết "{target}" không dẫn tới tệp nào'
        hint = _mending(target)
        line = next((link.line for link in self._page.body.links if link.target == target), 0)
        return Problem(self._page.path, line, 0, Severity.WARNING, message, hint)


def _mending(target: str) -> str:
    if target.startswith("www."):
        return "thêm https:// ở đầu địa chỉ"
    if posixpath.splitext(target)[1].lower() in ASSETS:
        return "chép tệp đó vào thư mục của bài, viết đúng tên tệp"
    return "viết đường dẫn tới tệp .md đã đăng, ví dụ ../ten-bai/index.md"


def _tokens(headings: Iterable[Heading]) -> list[Any]:  # MkDocs keeps the token's type to itself
    """Headings as the nested tokens that MkDocs makes its table of contents from."""
    roots: list[Any] = []
    open_tokens: list[tuple[int, list[Any]]] = [(0, roots)]
    for heading in headings:
        while open_tokens[-1][0] >= heading.level:
            open_tokens.pop()
        children: list[Any] = []
        name = html.escape(heading.title, quote=False)
        token = {"level": heading.level, "id": heading.id, "name": name}
        open_tokens[-1][1].append({**token, "children": children})
        open_tokens.append((heading.level, children))
    return roots
