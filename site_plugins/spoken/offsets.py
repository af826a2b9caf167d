"""Where a place of the cleaned text stands in the text as it came."""

import re
from collections.abc import Sequence

from site_plugins.spoken.clean import ENTITY, clean

_WORD = re.compile(r"[^ ]++| ++")
# A character with its marks and what cannot be seen, or what stands for one character.
_CHARACTER = re.compile(
    rf"(?:\r\n|{ENTITY}|<su[bp]>[0-9]{{1,3}}</su[bp]>|.)"
    "[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]*+",
    re.DOTALL,
)


def source_offsets(source: str, cleaned: str) -> Sequence[int]:
    """For each offset in `cleaned`, and for its end, the offset in `source`.

    Never falls, begins with 0 and ends with the source's length. What cleaning made of several
    characters has the offset of the first; where it cannot be told which came from which, a
    word's.
    """
    if source == cleaned:
        return range(len(source) + 1)
    found: list[int] = []
    for start, word, part in _parts(_WORD, source, cleaned):
        if word == part:
            found += range(start, start + len(word))
        else:
            for at, _, said in _parts(_CHARACTER, word, part):
                found += [start + at] * len(said)
    return [0, *found[1:], len(source)] if found else [len(source)]


def _parts(cut: re.Pattern[str], source: str, cleaned: str) -> list[tuple[int, str, str]]:
    """Offset, source and cleaned text of each part; one part, where cleaning joined some."""
    parts = [(match.start(), match[0], clean(match[0])) for match in cut.finditer(source)]
    whole = "".join(part for _, _, part in parts)
    return parts if whole == cleaned else [(0, source, cleaned)]
