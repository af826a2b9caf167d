"""Written text as it comes (pasted, scanned, typed on a phone) brought to one form.

NFC; odd spaces become plain ones; invisible characters go; full-width, mathematical and squared
forms become the letters and figures they show, as do figures of other scripts; HTML entities are
what they stand for; the many dashes become `-` (hyphens), `–` (dashes) or `−` (minus).
Every offset in a `Reading` counts in the cleaned text, which it keeps as `written`.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

from site_plugins.spoken.lookalikes import in_latin

_INVISIBLE = (
    "\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062"
    "\u2063\u2064\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u3164\ufe0e\ufe0f\ufeff"
    "\uffa0\ufffc"
)
_SPACES = (
    "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u2800\u3000"
)
# Figures of Arabic, Persian, Indian, Thai, Lao, Burmese, Khmer and Cham, by their zeros.
_ZEROS = "\u0660\u06f0\u0966\u09e6\u0e50\u0ed0\u1040\u17e0\uaa50"
_SHOWN = (
    range(0x2080, 0x208F),  # subscripts
    range(0x2160, 0x2180),  # Roman numerals in one character
    range(0x24B6, 0x24EA),  # circled letters
    range(0x3371, 0x33E0),  # squared units
    range(0xFB00, 0xFB07),  # ligatures
    range(0xFF01, 0xFF5F),  # full-width forms
    range(0x1D400, 0x1D800),  # mathematical letters and figures
)


def _plain_forms() -> Iterator[tuple[str, str]]:
    for code in (code for shown in _SHOWN for code in shown):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            # The squared units that NFKC would leave with a sign of its own.
            yield chr(code), plain.replace("\u2044", "/").replace("\u2215", "/")


_SAME: dict[str, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("\r\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u2010\u2011\u2043\ufe63", "-"),
    **dict.fromkeys("\u2012\u2014\u2015\u2e3a\u2e3b\ufe58", "–"),
    **{chr(ord(zero) + figure): str(figure) for zero in _ZEROS for figure in range(10)},
    **dict(_plain_forms()),
    "\u2212": "−",
    "\u2795": "+",  # drawn signs: heavy plus, minus, division
    "\u2796": "–",
    "\u2797": "÷",
    "\u00d0": "Đ",  # the Icelandic eth of old Vietnamese fonts
    "\u00f0": "đ",
    "\u0189": "Đ",
    "\u0256": "đ",
    "\u01a2": "Ư",  # the letter gha: how PDF files give back Ư
    "\u01a3": "ư",
    "\u00ba": "°",
    "\u2103": "°C",
    "\u2019": "'",
    "\u2018": "'",
    "\u02bc": "'",
    "\u2044": "/",
    "\u2215": "/",
}
_TABLE = str.maketrans(_SAME)
# Between what is counted a minus is a dash that somebody's word processor chose: 2025−2030.
_MINUS_BETWEEN = re.compile(r"(?<=[\w%])( ?)−(?= ?[0-9])")
_ODD = frozenset(_SAME)
_MARKED = frozenset("&<^*")
ENTITY = (
    r"&(?:(?:amp;)*+(?P<name>[A-Za-z]{2,8}[1-4]{0,2}|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});|(?:amp;)++)"
)
_ENTITY = re.compile(ENTITY)
# What HTML and Markdown raise or lower: m<sup>2</sup>, m^2, CO<sub>2</sub>.
_LOWERED = re.compile(r"<sub>([0-9]{1,3})</sub>")
_RAISED = re.compile(r"<sup>([0-9]{1,3})</sup>|\^([23])(?<=m\^[23])(?![0-9])")
# Emphasis may end within what has to be read as one: **500.000 đồng**/tháng.
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\1(?![\w*#])")
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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
    text = _in_one_form(nfc(text))
    if not _MARKED.isdisjoint(text):
        text = _in_one_form(_without_markup(text))
    return text


def _in_one_form(text: str) -> str:
    if not _ODD.isdisjoint(text):
        # A letter and its mark may have been kept apart by what was invisible.
        text = nfc(text.replace("\r\n", "\n").translate(_TABLE))
        text = _MINUS_BETWEEN.sub(r"\1–", text)
    latin = in_latin(text)
    return text if latin is text else nfc(latin)


def _without_markup(text: str) -> str:
    """What stands for one character becomes it (`&nbsp;`, `m<sup>2</sup>`); emphasis goes."""
    text = _ENTITY.sub(lambda m: html.unescape(f"&{m['name']};") if m["name"] else "&", text)
    text = _RAISED.sub(lambda m: (m[1] or m[2]).translate(_HIGH), _LOWERED.sub(r"\1", text))
    within = _EMPHASIS.sub(r"\2", text)
    return _EMPHASIS.sub(r"\2", within)  # *italics* within **bold**
