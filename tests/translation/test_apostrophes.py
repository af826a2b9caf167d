"""An apostrophe that is a letter is written one way in a text; quotes are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.translation.apostrophes import one_apostrophe
from site_plugins.translation.model import Filled


def _one(*cells: str, like: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    filled = Filled("a", "ktv", {}, {f"a.{n}": text for n, text in enumerate(cells)})
    unified = one_apostrophe("k.docx", filled, like)
    return list(unified.cells.values()), [str(p) for p in unified.problems]


@pytest.mark.parametrize("mark", "'‘’ʼʻ´`′'")
def test_every_keyboard_writes_the_default(mark: str) -> None:
    """Whatever stands between letters is the letter, in its usual form where nothing else says."""
    assert _one(f"chr{mark}val") == (["chr’val"], [])


def test_the_form_of_samples_is_kept() -> None:
    """A station that writes the modifier letter goes on doing so."""
    assert _one("chr'val", like=("Kʼho", "Cơ Tu")) == (["chrʼval"], [])


def test_mixed_forms_are_told_once() -> None:
    """The translator learns what was made of them."""
    cells, told = _one("chr'val", "chr’val chr`val")
    assert cells == ["chr’val", "chr’val chr’val"]
    assert told == [
        "k.docx: cảnh báo: dấu phẩy trên trong từ viết 3 kiểu («'» «`» «’»), đã viết cả là «’»"
    ]


@pytest.mark.parametrize("text", ["‘hoa hồng’", "'hoa hồng'", "“hoa”", "5'", "la' ", "« ‘a’ »"])
def test_quotes_stay(text: str) -> None:
    """Marks around words are quotes; a lone closing one may be either."""
    assert _one(text) == ([text], [])


def test_a_word_may_begin_with_it() -> None:
    """Word turns an apostrophe before a word into an opening quote that nothing closes."""
    assert _one("‘bhúng chr’val") == (["’bhúng chr’val"], [])


def test_letters_in_quotes_are_written_alike_too() -> None:
    """The quotes stay, the letter between them does not."""
    assert _one("'chr'val nhi'") == (["'chr’val nhi'"], [])


def test_a_breve_before_it_is_part_of_the_letter() -> None:
    """ô̆ has no precomposed form: what stands before the apostrophe is a combining mark."""
    assert _one("kô̆'ang") == (["kô̆’ang"], [])


def test_what_nobody_touched_stays() -> None:
    """The present translation may be mixed; a cell that changed by itself would pass for new."""
    assert _one("chr`val", "chr'val", like=("chr`val", "a’a", "b’b"))[0] == ["chr`val", "chr’val"]


@given(st.lists(st.text("ab '‘’ʼ`ô̆1", max_size=12)), st.text("a'’ʼ", max_size=4))
def test_twice_is_once(cells: list[str], sample: str) -> None:
    """What is written alike stays so, and nothing more is told."""
    once, _ = _one(*cells, like=(sample,))
    assert _one(*once, like=(sample,))[0] == once
