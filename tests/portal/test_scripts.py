"""Khmer, Tai Viet, Cham, breves, tone letters and apostrophes survive every stage whole."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]
from mkdocs.structure.toc import get_toc
from mutagen.id3 import ID3

from site_plugins.policy.body import render
from site_plugins.policy.model import Body
from site_plugins.portal.pages import _tokens
from site_plugins.portal.search import SEPARATOR
from site_plugins.sound.captions import web_vtt
from site_plugins.sound.model import Cue, Tags, TimedWord
from site_plugins.sound.tagging import tagged
from site_plugins.spoken.lexicon import Lexicon
from site_plugins.spoken.other import read_untouched
from site_plugins.translation.docx_kit import DocxKit
from site_plugins.translation.html_kit import HtmlKit
from site_plugins.translation.model import Kit, KitFormat, Unit, UnitKind, UnitState
from site_plugins.translation.po_kit import PoKit
from tests.policy.written import station
from tests.portal.scripts import GOLDENS, TAGGED_WORDS, Golden, letters

LANGUAGES = station().languages
golden = pytest.mark.parametrize("golden", GOLDENS, ids=lambda g: f"{g.tag}-{g.anchor}")
PAGE = """\
{0} ở **{1}** và *{2}*{3}.

## {0} {1}

- {1}
    1. *{2}*{3}

| {0} | {1} |
| --- | --- |
| {2} | **{3}** |

!!! note "{0}"
    {1}

> {2}[^1]

### {0} {1}

[{2}](x.md) <b>{3}</b>

{0}
:   {1}

[^1]: {3}
"""
"""All that Markdown can do to a word."""


def _written(words: list[str]) -> str:
    """The words of the page in the order that readers meet them, without what Markdown adds."""
    a, b, c, d = words[:4]
    order = [a, "ở", b, "và", c, d, a, b, b, c, d, a, b, c, d, a, b, c, a, b, c, d, a, b, d]
    return letters("".join(order))


def _searched(html: str) -> str:
    """The text of a page as the search index has it."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    text = "".join("".join([*section.title, *section.text]) for section in parser.data)
    return re.sub("<[^>]*>", " ", text)


def _read_aloud(body: Body) -> str:
    return "".join(block.text for block in body.blocks)


@golden
def test_what_markdown_shows(golden: Golden) -> None:
    """Emphasis around and inside words takes nothing with it."""
    body = render(golden.markdown)
    assert [block.text for block in body.blocks] == [golden.shown]


@golden
def test_a_heading_with_its_anchor(golden: Golden) -> None:
    """The anchor reads like the heading; a second one of the same name has another."""
    body = render(f"## {golden.markdown}\n\n## {golden.markdown}\n")
    assert [heading.title for heading in body.headings] == [golden.shown] * 2
    first, second = (heading.id for heading in body.headings)
    assert first == golden.anchor
    assert second == f"{golden.anchor}_1"


@golden
def test_the_table_of_contents(golden: Golden) -> None:
    """The theme's table of contents shows the heading and leads to it."""
    [entry] = get_toc(_tokens(render(f"## {golden.markdown}\n").headings))
    assert (entry.title, entry.id) == (golden.shown, golden.anchor)


@golden
def test_how_the_search_cuts(golden: Golden) -> None:
    """The pieces that the browser's search puts into its table, and takes a question for."""
    assert [piece for piece in re.split(SEPARATOR, golden.shown) if piece] == golden.words


@pytest.mark.parametrize(
    ("text", "words"),
    {
        "Nghị định 176/2025/NĐ-CP (1/7/2025).": "Nghị định 176/2025 NĐ CP 1/7/2025",
        "500.000 đồng, 0,5 %; lúc 7:30: và/hoặc.": "500.000 đồng 0,5 lúc 7:30 và hoặc",
        "長者有權。": "長 者 有 權。",
        "ຄົນເຖົ້າ": "ຄົ ນ ເ ຖົ້າ",
        "ผู้สูงอายุ": "ผู้ สู ง อา ยุ",
    }.items(),
)
def test_figures_stay_whole_and_what_has_no_spaces_is_cut(text: str, words: str) -> None:
    """A document is found by its number, and a word in the middle of a run without spaces."""
    assert [piece for piece in re.split(SEPARATOR, text) if piece] == words.split()


@golden
def test_search_index_spoken_text_and_captions(golden: Golden) -> None:
    """Each has the text as it is shown."""
    assert _searched(f"<p>{golden.shown}</p>").strip() == golden.shown
    assert str(read_untouched(golden.shown, Lexicon())) == golden.shown
    words = tuple(TimedWord(n + 1, word) for n, word in enumerate(golden.shown.split()))
    captions = web_vtt([Cue(0, 99, golden.shown, words)])
    assert re.sub("<[0-9:.]+>", "", captions).splitlines()[-1] == golden.shown


@golden
def test_tags_of_sound_files(golden: Golden) -> None:
    """Title and lyrics of an MP3, read back by somebody else's reader."""
    tags = Tags(golden.shown, "Đài", "Album", "und", golden.shown, golden.shown)
    read = ID3(io.BytesIO(tagged(b"", tags)))
    assert read["TIT2"].text == [golden.shown]
    assert read.getall("USLT")[0].text == golden.shown


@given(TAGGED_WORDS)
def test_no_letter_is_lost_on_the_way(given: tuple[str, list[str]]) -> None:
    """Through Markdown into blocks, notes, contents and the search index, in order."""
    _, words = given
    body = render(PAGE.format(*words))
    read = letters(_read_aloud(body))
    for word in words[:4]:
        assert letters(word) in read
    assert letters(_searched(body.html)).replace("1", "") == _written(words)
    titles = [heading.title for heading in body.headings]
    assert [letters(title) for title in titles] == [letters(words[0] + words[1])] * 2


@given(TAGGED_WORDS)
def test_anchors_are_whole_unique_and_stable(given: tuple[str, list[str]]) -> None:
    """Never empty, no two alike, no white space or sign that an address would have to hide."""
    _, words = given
    text = "".join(f"## {word}\n\n{word}.\n\n" for word in [*words, *words])
    anchors = [heading.id for heading in render(text).headings]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[^\s\"'<>#%&?/\\\u200b]+", anchor) for anchor in anchors)
    assert [heading.id for heading in render(text).headings] == anchors


@given(TAGGED_WORDS, st.sampled_from([" ", ", ", "\u200b", " – "]))
def test_the_search_finds_every_word(given: tuple[str, list[str]], between: str) -> None:
    """What a question is cut into begins pieces of the text, from the word's first letter on."""
    _, words = given
    pieces = {p.lower() for p in re.split(SEPARATOR, between.join(words)) if p}
    for word in words:
        asked = [p.lower() for p in re.split(SEPARATOR, word) if p]
        assert asked
        assert all(any(piece.startswith(ask) for piece in pieces) for ask in asked)


@given(TAGGED_WORDS)
def test_files_of_programs_keep_every_letter(given: tuple[str, list[str]]) -> None:
    """Captions and tags give back what they were given."""
    _, words = given
    line = " ".join(words)
    timed = tuple(TimedWord(n + 1, word) for n, word in enumerate(words))
    caption = web_vtt([Cue(0, 99, line, timed)]).splitlines()[-1]
    assert re.sub("<[0-9:.]+>", "", caption) == line
    read = ID3(io.BytesIO(tagged(b"", Tags(line, line, line, "und", line, line))))
    assert read["TIT2"].text == [line]
    assert read.getall("USLT")[0].text == line


KIT = Kit(
    "tro-cap",
    "km",
    LANGUAGES["km"],
    "Trợ cấp",
    "7F3A",
    (Unit(1, "title", "dau-trang", UnitKind.TITLE, UnitState.KEPT, "Trợ cấp"),),
    {"dau-trang": "0123456789abcdef"},
    {"dau-trang": "Đầu trang"},
)


@pytest.mark.parametrize("way", [DocxKit(), HtmlKit(), PoKit()], ids=lambda way: way.suffix)
@settings(max_examples=25)  # whole files, written and read
@given(TAGGED_WORDS)
def test_kits_travel_whole(way: KitFormat, given: tuple[str, list[str]]) -> None:
    """What a kit holds comes back from a word processor's file, a page and a PO file."""
    tag, words = given
    line = ", ".join(words)
    unit = replace(KIT.units[0], target=line)
    kit = replace(KIT, tag=tag, language=LANGUAGES[tag], units=(unit,))
    filled = way.read(f"{kit.file_stem}.{way.suffix}", way.write(kit))
    assert filled.cells == {"title": line}
    assert [problem for problem in filled.problems if words[0] in problem.message] == []
