"""The code of a kit comes back whole or not at all."""

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.translation.kit_code import code_of, read_code
from site_plugins.translation.model import NotAKitError
from tests.translation.kits import KIT, kit_of
from tests.translation.mutations import damaged

CODE = code_of(KIT)


def test_white_space_changes_nothing() -> None:
    """Programs wrap long lines and swap spaces."""
    wrapped = CODE.replace(" ", "\u00a0\n").replace("0", "0 ")
    code = read_code(f"Mã của bộ dịch: {wrapped} đừng sửa")
    assert (code.slug, code.tag, code.sections) == (KIT.slug, KIT.tag, KIT.sections)


def test_the_second_place_stands_in_for_the_first() -> None:
    """A translator may have deleted what looked like rubbish."""
    assert read_code("", "[bo-dich: abc]", CODE).slug == KIT.slug


def test_two_kits_in_one_file_are_refused() -> None:
    """Cells of one would be stamped with the digests of the other."""
    with pytest.raises(NotAKitError, match="nhiều bộ dịch"):
        read_code(CODE + code_of(kit_of("a")))


@given(damaged(CODE.encode()))
def test_a_damaged_code_is_refused(code: bytes) -> None:
    """Nothing that is not the code itself passes for one."""
    try:
        read = read_code(code.decode("latin-1"))
    except NotAKitError:
        return
    assert read == read_code(CODE)


def _packed(plain: bytes) -> str:
    return f"[bo-dich: {base64.b64encode(zlib.compress(plain)).decode()}]"


def test_a_code_cut_short_is_refused() -> None:
    """All of its words are there, and not the checksum that vouches for them."""
    packed = base64.b64decode("".join(CODE.split())[len("[bo-dich:") : -1])
    with pytest.raises(NotAKitError):
        read_code(f"[bo-dich: {base64.b64encode(packed[:-4]).decode()}]")


@pytest.mark.parametrize("plain", [b"", b"[]", b"{}", b'{"slug":1}', b"\xff", b"0" * 50_000_000])
def test_other_content_is_refused(plain: bytes) -> None:
    """A code that somebody made, a bomb among them."""
    with pytest.raises(NotAKitError):
        read_code(_packed(plain))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Text without a code is told as such."""
    with pytest.raises(NotAKitError):
        read_code(text)
