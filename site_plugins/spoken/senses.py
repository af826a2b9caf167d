"""What a written form means where it stands: TT is «thông tư» before a number, else it depends."""

import re
from dataclasses import dataclass
from functools import cache

_REACH = 48
_GAP = r"[\s:.,(\"“]*"
_CAPITAL = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
# Stand-ins for what no list of words can name.
FIGURE, NAME, YEAR, NUMBER = "{số}", "{tên}", "{năm}", "{số hiệu}"
SMALL, MARK, EDGE = "{số nhỏ}", "{dấu}", "{đầu}"
_BEFORE_FORM = {
    FIGURE: r"[0-9]",
    NAME: rf"(?<!\w)[{_CAPITAL}][^\W\d_]*",
    MARK: r"[,;:(\-–/]",
    EDGE: r"(?:[,;:(\-–/]|\A|\n)",
}
_AFTER_FORM = {
    FIGURE: r"[0-9]",
    NAME: rf"[{_CAPITAL}](?:'?[^\W\d_{_CAPITAL}]|\s[{_CAPITAL}])",
    YEAR: r"(?:19|20)[0-9]{2}(?![0-9])",
    NUMBER: r"[0-9]{1,6}[a-zđA-ZĐ]?\s?[-–/]\s?(?:[0-9]{4}/|[A-ZĐ])",
    # A ward or quarter has one or two figures; «ông P. (30 tuổi)» is none.
    SMALL: r"(?<!\()[0-9]{1,2}(?![0-9]|\s?tuổi)",
}


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
        return (not self.after or _ending(self.after).search(left) is not None) and (
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


@cache
def _ending(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(_BEFORE_FORM.get(word) or _whole(word) for word in words)
    return re.compile(rf"(?:{forms}){_GAP}\Z")


@cache
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(_AFTER_FORM.get(word) or _whole(word) for word in words)
    return re.compile(rf"{_GAP}(?:{forms})")


def _whole(word: str) -> str:
    bound = r"(?<!\w)" if word[0].isalnum() else ""
    return rf"{bound}(?i:{re.escape(word)})(?!\w)"
