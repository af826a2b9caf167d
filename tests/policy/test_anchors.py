"""Anchors of headings in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_plugins.policy.anchors import slugify


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Điều 5. Mức hưởng", "dieu-5-muc-huong"),
        ("ĐIỀU KIỆN", "dieu-kien"),
        ("អ្នកណាទទួលបាន", "អ្នកណាទទួលបាន"),
        ("ꪼꪕꪒꪾ", "ꪼꪕꪒꪾ"),
        ("ꨌꩌ", "ꨌꩌ"),
        ("Ê Đê ƀơ̆ng hlăm", "e-de-ƀong-hlam"),
        ("Leej twg tau txais", "leej-twg-tau-txais"),
        ("K’ho chr’val", "k-ho-chr-val"),
        ("…", "muc"),
        ("", "muc"),
    ],
    ids=["Vietnamese", "capital Đ", "Khmer", "Tai Viet", "Cham", "Ê Đê", "Hmong", "K'ho", "signs",
         "nothing"],
)  # fmt: skip
def test_anchors(title: str, anchor: str) -> None:
    """Anchors are readable and never empty, vowel signs stay with their letters."""
    assert slugify(title) == anchor


@given(st.text())
def test_anchors_of_anything(title: str) -> None:
    """No title has an empty anchor, nor one with a space, and an anchor is its own anchor."""
    anchor = slugify(title)
    assert anchor
    assert not any(c.isspace() for c in anchor)
    assert slugify(anchor) == anchor
