"""The kit as a web page: what is typed comes back, whatever browser saved it, whoever sent it."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.station import Language
from site_plugins.translation.html_kit import HtmlKit
from site_plugins.translation.kit_code import code_of
from site_plugins.translation.mending import mended
from site_plugins.translation.model import NotAKitError, UnitKind, UnitState
from tests.translation.kits import KHMER, KIT, kit_of

TYPED = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1).filter(
    lambda text: any(map(str.isalpha, text)) and "\ufffd" not in text
)


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_kit_comes_back() -> None:
    """Cells, translator, way of writing, digests and the language are those of the kit."""
    filled = HtmlKit().read("kit.html", HtmlKit().write(KIT))
    assert filled.cells == {unit.id: unit.target for unit in KIT.units if unit.target}
    assert (filled.slug, filled.tag, filled.sections) == (KIT.slug, KIT.tag, KIT.sections)
    assert (filled.translator, filled.orthography) == (KIT.translator, KIT.orthography)
    assert filled.confirmed == {u.id for u in KIT.units if u.state is UnitState.KEPT}
    assert not filled.problems


def test_same_kit_same_bytes() -> None:
    """Nothing of the moment stands in a kit."""
    assert HtmlKit().write(KIT) == HtmlKit().write(KIT)


@given(TYPED)
def test_whatever_is_in_a_cell_comes_back(text: str) -> None:
    """Markup and quotes of any script are words in a cell."""
    kit = kit_of(text, language=KHMER, kind=UnitKind.PARAGRAPH)
    page = HtmlKit().write(kit)
    filled, _ = mended("kit.html", text, kit.units[0])
    assert HtmlKit().read("kit.html", page).cells == ({"muc.1": filled} if filled else {})
    assert [t for t, _ in _Tags(page.decode()).found].count("textarea") == 2


HOSTILE = "</textarea></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;"


@pytest.mark.parametrize("facts", [(), (HOSTILE,)])
def test_what_a_kit_holds_is_words(facts: tuple[str, ...]) -> None:
    """No text of a source, a glossary, a note or a translator opens a tag or an attribute."""
    unit = replace(KIT.units[1], source=HOSTILE, target=HOSTILE, before=HOSTILE, facts=facts)
    kit = replace(
        KIT,
        title=HOSTILE,
        units=(unit,),
        notes=(HOSTILE,),
        terms=(replace(KIT.terms[0], source=HOSTILE, agreed=HOSTILE, explanation=HOSTILE),),
        headings={"bao-nhieu": HOSTILE},
        translator=HOSTILE,
        orthography=HOSTILE,
        language=replace_language(),
    )
    tags = _Tags(HtmlKit().write(kit).decode()).found
    plain = _Tags(HtmlKit().write(KIT).decode()).found
    assert {t for t, _ in tags} - {t for t, _ in plain} <= {"option"}
    assert not any(name.startswith("on") or name == "src" for _, given in tags for name in given)
    assert [t for t, _ in tags].count("script") == 1


def replace_language() -> Language:
    """A language whose every name is hostile."""
    return KIT.language.model_copy(
        update={
            "name": HOSTILE,
            "full_tag": HOSTILE,
            "fonts": (HOSTILE,),
            "orthography": (HOSTILE,),
        }
    )


def test_nothing_comes_from_elsewhere() -> None:
    """The page asks no other place for anything and may not: its policy forbids it."""
    page = HtmlKit().write(KIT).decode()
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page)
    assert "default-src 'none'" in page
    assert "eval(" not in page


def test_facts_are_marked_and_handed_to_the_hints() -> None:
    """A figure that may not change is marked in the source and known to the cell."""
    page = HtmlKit().write(KIT).decode()
    assert "<mark>500.000 đồng</mark>" in page
    facts = [json.loads(g["data-facts"] or "") for _, g in _Tags(page).found if "data-facts" in g]
    assert facts == [list(unit.facts) for unit in KIT.units]


def test_a_changed_unit_shows_what_changed() -> None:
    """The old and the new figure stand side by side, and a tick may confirm the old words."""
    page = HtmlKit().write(KIT).decode()
    assert "<del>360.000</del>" in page
    assert "<ins>500.000</ins>" in page
    ticked = page.replace('data-confirm="bao-nhieu.1"', 'checked="" data-confirm="bao-nhieu.1"')
    assert HtmlKit().read("kit.html", ticked.encode()).confirmed == {
        "bao-nhieu.1",
        "bao-nhieu.2",
    }


def test_lines_of_a_message_come_back() -> None:
    """What the copy button gives may be pasted into a message and saved as text."""
    text = (
        f"{code_of(KIT)}\n[translator] Y Mẫu\n[orthography] RPA\n"
        "[1 title] Chr’val\n[2 bao-nhieu.1 ✓] dòng một\n dòng hai\n"
    )
    filled = HtmlKit().read("kit.txt", text.encode())
    assert filled.cells == {"title": "Chr’val", "bao-nhieu.1": "dòng một dòng hai"}
    assert filled.confirmed == {"bao-nhieu.1"}
    assert (filled.translator, filled.orthography) == ("Y Mẫu", "RPA")


def test_a_page_saved_whole_by_a_phone_comes_back() -> None:
    """Android's Chrome saves MHTML: quoted-printable within a multipart message."""
    page = HtmlKit().write(KIT).decode()
    quoted = "".join(
        char
        if char.isascii() and char not in "=\r"
        else "".join(f"={b:02X}" for b in char.encode())
        for char in page
    )
    saved = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="----X"\r\n\r\n------X\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n------X--\r\n"
    )
    assert HtmlKit().read("kit", saved.encode()) == HtmlKit().read("kit", page.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\xff",
        b"\x80abc",
        b"<textarea data-unit=title>x</textarea>",
        HtmlKit().write(KIT) + b" " * 6_000_000,
        "<p>Một trang khác</p>".encode(),
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--",
        code_of(KIT).encode(),
    ],
    ids=range(8),
)
def test_what_is_no_kit_is_told(data: bytes) -> None:
    """A file that is no kit is refused with a reason in Vietnamese."""
    with pytest.raises(NotAKitError, match=r"tệp|mã"):
        HtmlKit().read("kit.html", data)


@given(st.binary(max_size=300), st.integers(0, 18_000))
def test_a_damaged_kit_never_raises_anything_else(noise: bytes, at: int) -> None:
    """Whatever a file went through, it is read or refused."""
    page = HtmlKit().write(KIT)
    for data in (noise, page[:at] + noise + page[at:], page[:at] + noise):
        try:
            HtmlKit().read("kit.html", data)
        except NotAKitError:
            continue


@pytest.mark.parametrize("junk", ["<a ", "x<", "<!--", "</", "<textarea"])
def test_broken_tags_are_read_in_linear_time(junk: str) -> None:
    """A kit of megabytes of half tags is read, or refused, before anybody stops waiting for it."""
    data = f"{junk * 500_000}><textarea>".encode()
    with pytest.raises(NotAKitError):
        HtmlKit().read("kit.html", data)
