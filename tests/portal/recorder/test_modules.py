"""What the recording page computes in the browser is what Python computes or reads."""

import hashlib
import io
import unicodedata
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.portal.browsing import chromium, served
from tests.site_project import REPOSITORY

pytestmark = pytest.mark.system

MODULES = REPOSITORY / "site_plugins/portal/templates/assets/policy"
FILES = st.dictionaries(
    st.text("abcxyzắộ-0123456789/ក", min_size=1, max_size=40).filter(lambda n: "//" not in n),
    st.binary(max_size=400),
    max_size=6,
)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page that can import the modules as they are shipped."""
    with served(MODULES) as origin, chromium() as browser:
        opened = browser.new_page()
        opened.goto(f"{origin}/icon.svg")
        yield opened


def _folded(line: str) -> str:
    return " ".join(unicodedata.normalize("NFC", line).split())


def _digests(page: Page, lines: list[str]) -> dict[str, object]:
    found: dict[str, object] = page.evaluate(
        """async (lines) => {
          const { fold, lineDigest, scriptDigest } = await import("/recorder/digest.js");
          const digests = await Promise.all(lines.map(lineDigest));
          return { folded: lines.map(fold), digests, script: await scriptDigest(lines) };
        }""",
        lines,
    )
    return found


def test_known_digests(page: Page) -> None:
    """The vectors that both sides keep: decomposed letters and odd spaces change nothing."""
    composed = "Từ ngày một tháng bảy."
    untidy = "\u00a0" + unicodedata.normalize("NFD", composed).replace(" ", " \t\u2003") + " \n"
    found = _digests(page, [composed, untidy])
    assert found["folded"] == [composed, composed]
    assert found["digests"] == ["1a3730bb", "1a3730bb"]
    assert found["script"] == "426aad9f48d3a13224bd416b440a5312"


@settings(max_examples=150)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=30), max_size=5))
def test_digests_are_those_of_python(page: Page, lines: list[str]) -> None:
    """Every script has the same digests on both sides, whatever its letters and spaces."""
    found = _digests(page, lines)
    folded = [_folded(line) for line in lines]
    assert found["folded"] == folded
    assert found["digests"] == [hashlib.sha256(f.encode()).hexdigest()[:8] for f in folded]
    assert found["script"] == hashlib.sha256("\n".join(folded).encode()).hexdigest()[:32]


@settings(max_examples=80)
@given(FILES)
def test_archives_are_read_by_others(page: Page, files: dict[str, bytes]) -> None:
    """Python finds every file whole, under its name; equal files give equal bytes."""
    zipped: list[list[int]] = page.evaluate(
        """async (files) => {
          const { zip } = await import("/recorder/zip.js");
          const given = files.map(([name, bytes]) => ({ name, bytes: Uint8Array.from(bytes) }));
          const read = async () => [...new Uint8Array(await zip(given).arrayBuffer())];
          return [await read(), await read()];
        }""",
        [[name, list(data)] for name, data in files.items()],
    )
    once, again = map(bytes, zipped)
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist() == list(files)
