"""Figures that a scan has spoiled: 2O25, l.250, a number cut by a line's end. All are told."""

import re

from site_plugins.spoken.engine import Manner, rule


def _as_it_stands(match: re.Match[str], _manner: Manner) -> str:
    """Nobody knows what was there: the audit stops the editor at the figures left."""
    return match[0]


RULES = (
    # An O or an l among figures is a 0 or a 1, or else a letter of a code.
    rule(
        "scanned.letter",
        "figure",
        r"[0-9][0-9.,]{0,12}[Ool][0-9.,Ool]{0,9}[0-9](?!\w)|[0-9]{1,2}O(?=/[0-9])",
        _as_it_stands,
    ),
    rule("scanned.letter", "word", r"[lO][0-9O]{0,2}[.,][0-9O]{3}(?!\w)", _as_it_stands),
    rule(
        "scanned.cut",
        "figure",
        r"[0-9][0-9.]{0,12}\s?\n\s?[.,][0-9]{1,3}(?![0-9])",
        _as_it_stands,
    ),
)
