"""Brackets: a breath on either side; a short form that only repeats what was said is left out."""

import re
import unicodedata

from site_plugins.spoken.context import after, at_line_start, before
from site_plugins.spoken.definitions import CALLED, REACH, initials
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import whole

_MARKS = ",.;:?!…("
_SHORT = re.compile(r"[A-ZĐ][A-ZĐ&-]{0,10}[A-ZĐ]")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def _open(match: re.Match[str], _manner: Manner) -> str:
    previous = before(match).rstrip(' "“')
    return "" if at_line_start(match) or previous[-1:] in _MARKS else ","


def _close(match: re.Match[str], _manner: Manner) -> str:
    following = after(match).lstrip(' "”)')
    return "" if not following or following[0] in _MARKS + "\n/" else ","


def _copies(match: re.Match[str], manner: Manner) -> str | None:
    """«Lưu: VT (02b)»: so many copies of the document."""
    if "Lưu" not in before(match):
        return None
    return f", {whole(match['n'], manner.style)} bản{_close(match, manner)}"


def _left_out(_match: re.Match[str], _manner: Manner) -> str:
    return ""


def _alike(words: str) -> str:
    """The same for Ủy ban, Uỷ ban and ủy ban."""
    return _TONES.sub("", unicodedata.normalize("NFD", words.lower().replace(",", "")))


def _said(form: str, manner: Manner) -> str:
    """«UBND xã» as it is said, as far as the lexicon knows its words."""
    return manner.lexicon.spoken(form) or " ".join(
        manner.lexicon.spoken(word) or word for word in form.split()
    )


def _repeats(match: re.Match[str], manner: Manner) -> str | None:
    """«quy phạm pháp luật (QPPL)», «UBND (Ủy ban nhân dân)»: said once."""
    short, said = match["short"].strip(' "“”'), before(match, REACH).rstrip(' "“”')
    if not (short and said):
        return None
    if _SHORT.fullmatch(short) and initials(short, said):
        return ""
    again = _alike(_said(short, manner))
    if again != _alike(short) and f" {_alike(said)}".endswith(f" {again}"):
        return ""
    last = re.split(r"[\s(]", said)[-1]
    return "" if _alike(manner.lexicon.spoken(last) or "") == _alike(short) else None


RULES = (
    rule(
        "brackets.repeated",
        "sign",
        rf"\((?:{CALLED})?(?P<short>[^()\n]{{2,80}})\)",
        _repeats,
    ),
    rule("brackets.copies", "sign", r"\((?P<n>[0-9]{1,2})b\)", _copies),
    rule("brackets.elided", "sign", r"[(\[]\s?(?:\.{3}|…|\?|!|sic)\s?[)\]]", _left_out),
    rule("brackets.open", "sign", r"[(\[{]", _open),
    rule("brackets.close", "sign", r"[)\]}]", _close),
)
