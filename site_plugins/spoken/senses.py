"""What a written form means where it stands: TT is «thông tư» before a number, else it depends."""

import re
from dataclasses import dataclass
from functools import cache

_REACH = 48
_GAP = r"[\s:.,(\"“]*"
# Stand-ins for what no list of words can name.
FIGURE, NAME = "{số}", "{tên}"
_STAND_INS = {FIGURE: r"[0-9]", NAME: r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]"}


@dataclass(frozen=True)
class Sense:
    """One way of reading a form: `spoken`, where its neighbours allow it.

    It holds where one of the words `after` stands right before the form and one of `before` right
    after it; an empty tuple asks for nothing. `{số}` stands for a figure, `{tên}` for a
    word that begins with a capital.
    """

    spoken: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    @property
    def bound(self) -> bool:
        """Whether the neighbours have a say."""
        return bool(self.after or self.before)

    def fits(self, text: str, start: int, end: int) -> bool:
        """May `text[start:end]` be read so?"""
        left = text[max(0, start - _REACH) : start]
        return (not self.after or _ending(self.after).search(left) is not None) and (
            not self.before or _beginning(self.before).match(text, end) is not None
        )


@cache
def _ending(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(rf"(?<!\w){_form(word)}" for word in words)
    return re.compile(rf"(?:{forms}){_GAP}\Z")


@cache
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(_form(word) + ("" if word in _STAND_INS else r"(?!\w)") for word in words)
    return re.compile(rf"{_GAP}(?:{forms})")


def _form(word: str) -> str:
    return _STAND_INS.get(word) or rf"(?i:{re.escape(word)})"
