"""Written text as it comes (pasted, scanned, typed on a phone) brought to one form.

NFC; odd spaces become plain ones; invisible characters go; full-width forms become ASCII;
the many dashes become `-` (hyphens), `–` (dashes) or `−` (minus).
Every offset in a `Reading` counts in the cleaned text, which it keeps as `written`.
"""

import re
import unicodedata

_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_SPACES = "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_WIDE_SPACES = "\u202f\u205f\u3000"
_SAME: dict[str, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\ufe0e\ufe0f"),
    **dict.fromkeys(_SPACES + _WIDE_SPACES, " "),
    **dict.fromkeys("\r\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u2010\u2011\u2043\ufe63", "-"),
    **dict.fromkeys("\u2012\u2014\u2015\u2212\ufe58", "–"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "\u2212": "−",
    "\u00d0": "Đ",  # the Icelandic eth of old Vietnamese fonts
    "\u00f0": "đ",
    "\u0189": "Đ",
    "\u00ba": "°",
    "\u2103": "°C",
    "\u2019": "'",
    "\u2018": "'",
    "\u02bc": "'",
}
_TABLE = str.maketrans(_SAME)
_ODD = re.compile("[" + re.escape("".join(_SAME)) + "]")


# Sorting a run of marks takes time in the square of its length; Unicode's stream-safe format
# (UAX 15) cuts such runs with U+034F, which no voice reads, so the audit tells the place.
_MARKS = re.compile(
    r"([^\w\s\x00-\x7f\u00a0-\u00bf\u2000-\u206f\u2190-\u2bff\u3000-\u303f"
    r"\U0001f000-\U0001faff]{30})"
)


def nfc(text: str) -> str:
    """NFC, in time linear in the length of any text."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _MARKS.sub("\\1\u034f", text))


def clean(text: str) -> str:
    """The same text in one form; ordinary text comes back as it is."""
    text = nfc(text)
    if not _ODD.search(text):
        return text
    # A letter and its mark may have been kept apart by what was invisible.
    return nfc(text.replace("\r\n", "\n").translate(_TABLE))
