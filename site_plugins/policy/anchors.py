"""Anchors of headings: readable for Vietnamese, never empty for any script."""

import re
import unicodedata

_NOT_IN_WORDS = re.compile(r"-{2,}")


def fold(text: str) -> str:
    """Lower case without Latin diacritics, đ as d: "Điều 5" → "dieu 5"; other scripts whole."""
    decomposed = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    kept: list[str] = []
    for char in decomposed:
        if unicodedata.combining(char) and kept and kept[-1].isascii():
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)).lower()


def slugify(title: str, separator: str = "-") -> str:
    """An anchor of letters, marks and digits of any script; "muc" when a title has none.

    Vowel signs of Khmer and Tai Viet are combining marks, so they are kept with the letters.
    """
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else separator for c in fold(title))
    return _NOT_IN_WORDS.sub(separator, words).strip(separator) or "muc"
