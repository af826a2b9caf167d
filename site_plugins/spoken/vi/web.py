"""E-mail and web addresses: «a còng», «chấm»; no-one reads a scheme aloud."""

import re

from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import from_ascii
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import spell

_SIGNS = {
    ".": "chấm",
    "@": "a còng",
    "/": "gạch chéo",
    "-": "gạch ngang",
    "_": "gạch dưới",
    "?": "hỏi chấm",
    "=": "bằng",
    "&": "và",
    "#": "thăng",
    "%": "phần trăm",
    "+": "cộng",
    ":": "hai chấm",
    "~": "ngã",
}
_KNOWN = {
    "com": "com",
    "www": "vê kép vê kép vê kép",
    "gov": "gờ o vê",
    "vn": "vê nờ",
    "org": "o rờ gờ",
    "edu": "e đu",
    "net": "nét",
}
_PART = re.compile(r"[A-Za-zÀ-ỹĐđ]+|[0-9]+|[^\w\s]|_")
_LONGEST_NAME = 40
_TLD = r"(?:vn|com|net|org|info|gov|edu|io|asia|biz|me|tv)"
_HOST = rf"(?:[\w-]{{1,40}}\.){{1,6}}{_TLD}(?![\w-])"


def _part(part: str, manner: Manner) -> str:
    if part[0].isdecimal():
        return spell(part, manner.style)
    if part in _SIGNS:
        return _SIGNS[part]
    word = part.lower()
    return _KNOWN.get(word) or manner.lexicon.spoken(word) or _letters(word)


def _letters(word: str) -> str:
    """What can be cut into syllables is said (dantien: «dan tien»), anything else spelt."""
    said = _syllables(word)
    return " ".join(said) if said else spelled(word)


def _syllables(word: str) -> tuple[str, ...]:
    """The cut with the fewest syllables, each of two letters or more; () when there is none."""
    if len(word) > _LONGEST_NAME:
        return ()
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        cuts = [
            (*best_start, said)
            for start in range(max(0, end - 7), end - 1)
            if (best_start := best[start]) is not None and (said := from_ascii(word[start:end]))
        ]
        best.append(min(cuts, key=len, default=None))
    return best[-1] or ()


def _address(match: re.Match[str], manner: Manner) -> str:
    said = (_part(part[0], manner) for part in _PART.finditer(match["said"].rstrip("/")))
    return " ".join(word for word in said if word)


_REST = r"(?:/[^\s,;()<>\"“”]{0,300}[\w/=])?/?"
RULES = (
    rule("web.mail", "word figure", rf"(?P<said>[\w.+-]{{1,64}}@{_HOST})", _address),
    rule("web.address", "word", rf"https?://(?P<said>{_HOST}{_REST})", _address),
    rule("web.address", "word figure", rf"(?P<said>{_HOST}{_REST})", _address),
)
