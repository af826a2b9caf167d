"""Articles, clauses and points: «điểm dê, khoản một, Điều mười bảy»."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.letters import NAMES
from site_plugins.spoken.vi.numbers import whole

_PLACES = r"các điều|điều|khoản|tiết"
_LOWER = re.compile(r"\s(?:điểm|khoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần)\s")
_ITEM = r"[0-9]{1,3}(?:[a-zđ](?!\w))?"
_JOIN = r"(?:\s?[,;]\s?|\svà\s|\s?[-–]\s?)"
_LETTER_ITEM = r"[a-zđ](?![\w'])"


def _comma(match: re.Match[str]) -> str:
    """A breath between the levels: point, clause, article."""
    return "," if _LOWER.match(after(match, 8)) else ""


def _said(item: str, manner: Manner) -> str:
    figures = item.rstrip("abcdefghijklmnopqrstuvwxyzđ")
    letter = NAMES.get(item[len(figures) :], "")
    return f"{whole(figures, manner.style) if figures else ''} {letter}".strip()


def _list(match: re.Match[str], manner: Manner) -> str:
    """Each item in words; the commas and «và» stay, a dash is «đến»."""
    said = re.sub(rf"{_ITEM}|\b[a-zđ]\b", lambda m: _said(m[0], manner), match[0])
    return re.sub(r"\s*[-–]\s*", " đến ", said) + _comma(match)


def _numbers(match: re.Match[str], manner: Manner) -> str | None:
    return _list(match, manner) if follows(match, _PLACES) else None


def _letters(match: re.Match[str], manner: Manner) -> str | None:
    if not follows(match, "điểm|các điểm|tiết") or re.search(r"[0-9]\s*điểm\s*\Z", before(match)):
        return None
    return _list(match, manner)


RULES = (
    rule(
        "legal.numbers",
        "figure",
        rf"{_ITEM}(?![0-9.])(?:{_JOIN}{_ITEM}(?![0-9.%/])){{0,20}}",
        _numbers,
    ),
    rule("legal.points", "word", rf"{_LETTER_ITEM}\)?(?:{_JOIN}{_LETTER_ITEM}){{0,20}}", _letters),
)
