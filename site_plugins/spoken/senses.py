"""What a written form means where it stands: TT is «thông tư» before a number, else it depends."""

import re
from dataclasses import dataclass
from functools import cache

from site_plugins.spoken.syllables import CAPITAL

_REACH = 48
_GAP_SIGNS = ' \n:.,("“'
_GAP = rf"[{re.escape(_GAP_SIGNS)}]*"
# Stand-ins for what no list of words can name.
FIGURE, NAME, YEAR, NUMBER = "{số}", "{tên}", "{năm}", "{số hiệu}"
SMALL, MARK, EDGE = "{số nhỏ}", "{dấu}", "{đầu}"
_BEFORE_FORM = {
    FIGURE: r"[0-9]",
    NAME: rf"(?<!\w)[{CAPITAL}][^\W\d_]*",
    MARK: r"[,;:(\-–/]",
    EDGE: r"(?:[,;:(\-–/]|\A|\n)",
}
_AFTER_FORM = {
    FIGURE: r"[0-9]",
    NAME: rf"[{CAPITAL}](?:'?[^\W\d_{CAPITAL}]|\s[{CAPITAL}])",
    YEAR: r"(?:19|20)[0-9]{2}(?![0-9])",
    NUMBER: r"[0-9]{1,6}[a-zđA-ZĐ]?\s?[-–/]\s?(?:[0-9]{4}/|[A-ZĐ])",
    # A ward or quarter has one or two figures; «ông P. (30 tuổi)» is none.
    SMALL: r"(?<!\()[0-9]{1,2}(?![0-9]|\s?tuổi)",
}
STAND_INS = tuple(dict.fromkeys((*_AFTER_FORM, *_BEFORE_FORM)))


@dataclass(frozen=True)
class Sense:
    """One way of reading a form: `spoken`, where its neighbours allow it.

    It holds where one of the words `after` stands right before the form and one of `before` right
    after it; an empty tuple asks for nothing. `{số}` stands for a figure, `{số nhỏ}` for one of at
    most two digits, `{năm}` for a year, `{số hiệu}` for a document's number, `{tên}` for a word
    that begins with a capital, `{dấu}` for a mark and `{đầu}` for a mark or a line's start.
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
        return (not self.after or _ends(left, self.after)) and (
            not self.before or _beginning(self.before).match(text, end) is not None
        )


def told_apart(meanings: dict[str, str]) -> tuple[Sense, ...]:
    """Senses written in short: "sinh năm": "ông | bà … {năm}".

    Left of "…" are the words that may stand before the form, right of it those that may stand
    after; one of them is enough. Nothing at all asks for nothing. The first that fits is taken.
    """
    return tuple(sense for spoken, where in meanings.items() for sense in _senses(spoken, where))


def _senses(spoken: str, where: str) -> tuple[Sense, ...]:
    left, _, right = where.partition("…")
    after, before = _words(left), _words(right)
    if not (after or before):
        return (Sense(spoken),)
    sides = (Sense(spoken, after=after), Sense(spoken, before=before))
    return tuple(sense for sense in sides if sense.bound)


def _words(side: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in side.split("|") if word.strip())


def _ends(left: str, words: tuple[str, ...]) -> bool:
    plain, stand_ins = _told_by(words)
    bare = left.rstrip(_GAP_SIGNS).lower()
    # Nearly always none of the words is there: that is asked first, of all at once.
    if bare.endswith(plain) and any(_ends_with(bare, word) for word in plain):
        return True
    return stand_ins is not None and stand_ins.search(left) is not None


def _ends_with(left: str, word: str) -> bool:
    rest = left.removesuffix(word)
    return len(rest) < len(left) and not (rest[-1:].isalnum() and word[0].isalnum())


@cache
def _told_by(words: tuple[str, ...]) -> tuple[tuple[str, ...], re.Pattern[str] | None]:
    """The words as they stand, and a pattern for the stand-ins among them."""
    plain = tuple(word.rstrip(_GAP_SIGNS).lower() for word in words if word not in _BEFORE_FORM)
    forms = "|".join(_BEFORE_FORM[word] for word in words if word in _BEFORE_FORM)
    return plain, re.compile(rf"(?:{forms}){_GAP}\Z") if forms else None


@cache
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(_AFTER_FORM.get(word) or rf"(?i:{re.escape(word)})(?!\w)" for word in words)
    return re.compile(rf"{_GAP}(?:{forms})")
