"""Short forms that a text defines for itself: «Ban Quản lý Khu công nghiệp (BQLKCN)»."""

import re
import unicodedata

from site_plugins.spoken.lexicon import Lexicon

CALLED = (
    r"(?:(?:sau đây\s)?(?:được\s)?(?:gọi|viết)(?:\stắt|\schung)?(?:\slà|\sthành)?|tên viết tắt)"
    r"\s?:?\s"
)
_DEFINED = re.compile(rf"\((?:{CALLED})?[\"“]?(?P<short>[A-ZĐ][A-ZĐ&-]{{0,10}}[A-ZĐ])[\"”]?\)")
_FUNCTION_WORDS = frozenset({"và", "của", "các", "về", "cho", "theo", "trong"})
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.;:?!\n]")
# How far back the words of a short form are sought.
REACH = 120


def defined(text: str, lexicon: Lexicon) -> Lexicon:
    """What `text` defines and `lexicon` does not know."""
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        short = match["short"]
        if short in found or lexicon.spoken(short) is not None:
            continue
        words = initials(short, text[max(0, match.start() - REACH) : match.start()])
        if words:
            found[short] = words
    return Lexicon(found)


def initials(short: str, said: str) -> str | None:
    """The last words of `said`, if `short` is made of their initials; small words may have none."""
    letters, found = [_letter(sign) for sign in short if sign.isalpha()], list[str]()
    for word in reversed(_WORD.findall(_END.split(said)[-1])):
        if _letter(word) == letters[-1]:
            letters.pop()
        elif not (found and word in _FUNCTION_WORDS):
            return None
        found.append(word)
        if not letters:
            return " ".join(reversed(found))
    return None


def _letter(word: str) -> str:
    """The first letter without marks; đ is a letter of its own."""
    return unicodedata.normalize("NFD", word[0].upper())[0]
