"""Whatever stands in a file: it is read strictly, or told and left out; nothing is raised."""

import tempfile
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_plugins.policy.library import Library
from site_plugins.policy.schema import ExplainerMeta
from site_plugins.problems import errors
from tests.policy.written import FRONT, INDEX, Content, page

FULL = (
    FRONT.replace("preparing", "in_force")
    + """\
topics: [An sinh, "Học phí: miễn"]
published: 2026-01-15
effective_from: 2026-02-01
priority: ưu tiên
legal_basis:
  - number: 176/2025/NĐ-CP
    url: https://chinhphu.vn
checked_on: 2026-11-01
contact:
  office: Bộ phận một cửa
  phone: 0200 000 0000
board:
  - Một
  - Hai
loop: >-
  Đọc
  ngắn.
changes:
  - {on: 2026-01-15, kind: minor, note: Đăng lần đầu.}
approval:
  by: Chủ tịch
  on: 2026-11-20
  digest: 0123456789abcdef0123456789abcdef
"""
)
GOOD = page(FULL)


def _read(data: bytes) -> Library:
    with tempfile.TemporaryDirectory() as folder:
        content = Content(Path(folder))
        content.write(data)
        return content.library()


def _check(data: bytes) -> None:
    library = _read(data)
    told = errors([*library.problems, *library.left_out])
    assert len(library.explainers) == (0 if told else 1)
    assert all(p.line >= 0 and p.message and str(p).startswith(INDEX) for p in told)
    for explainer in library.explainers:
        assert _plain(explainer.meta) == _strictly(data)


def _plain(meta: ExplainerMeta) -> dict[str, Any]:
    return meta.model_dump(exclude_unset=True, mode="json")


def _strictly(data: bytes) -> dict[str, Any]:
    """Another reading of the same front matter: PyYAML's own, every scalar as text."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    front = text.removeprefix("---").partition("\n")[2].partition("\n---")[0]
    declared = yaml.load(front, yaml.CBaseLoader)  # noqa: S506 (it makes nothing but text)
    folded: dict[str, Any] = _folded(declared)
    return folded


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key.strip(): _folded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_folded(inner) for inner in value]
    return unicodedata.normalize("NFC", " ".join(str(value).split()))


@given(st.binary(max_size=400))
@example(b"")
@example(b"---\n---\n")
@example(b"---\n\n---\n\x00")
@example(b"\xef\xbb\xbf---")
def test_random_bytes(data: bytes) -> None:
    """No bytes raise, and none that is told as an error is an explainer."""
    _check(data)


@given(st.text(max_size=300), st.text(max_size=300))
def test_random_text_between_fences(front: str, body: str) -> None:
    """No front matter and no body raise, whatever their letters."""
    _check(page(front, body).encode("utf-8", "replace"))


_LINES = GOOD.split("\n")
_SCRAPS = [
    "#", ":", ": ", "- ", '"', "'", "[", "]", "{", "}", "&a ", "*a", "!x ", "|", ">", "\t",
    "  ", "\n", "---\n", "...\n", "\ufeff", "\x00", "\u2028", "\r", "null", "~", "%", "@", ",",
    "\\", "<script>", "status: withdrawn\n", "e\u0323", "2026-02-30", "<<: *a\n", "? ",
]  # fmt: skip


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """A good page with some of its letters dropped, doubled, or scraps of YAML put in."""
    text = GOOD
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from([0, 0, 1, 2, 10, 60]))
        text = text[:at] + draw(st.sampled_from([*_SCRAPS, ""])) + text[at + cut :]
    return text


@settings(max_examples=400)
@given(_mutated())
@example(GOOD)
@example(GOOD.replace("title: Tên bài", "title: Tên #bài"))
@example(GOOD.replace("title: Tên bài", "title: ~"))
def test_mutations_of_a_good_page(text: str) -> None:
    """A damaged page is told, or means exactly what strict YAML says that it means."""
    _check(text.encode())


@given(st.permutations(_LINES[1:6]))
def test_order_of_keys_means_nothing(lines: list[str]) -> None:
    """A front matter means the same in any order."""
    _check("\n".join(["---", *lines, *_LINES[6:]]).encode())


def test_a_good_page_is_read() -> None:
    """The page that the mutations start from is good and whole."""
    (explainer,) = _read(GOOD.encode()).explainers
    assert explainer.meta.published == date(2026, 1, 15)
    assert explainer.meta.topics == ("An sinh", "Học phí: miễn")
    assert explainer.meta.loop == "Đọc ngắn."
