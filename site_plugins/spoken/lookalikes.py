"""Letters of other alphabets, and of broken fonts, that look like the Latin letter meant."""

import re

from site_plugins.spoken.syllables import LETTER

_OTHER_ALPHABETS = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсухԁһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",  # Cyrillic, Greek
    "ABESIJKMHOPCTXYaesijopcyxdh" + "ABEZHIKMNOPTYXo",
)
_WORD = re.compile(rf"[{LETTER}\u0300-\u036f\u0370-\u03ff\u0400-\u052f]+")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile(f"[{LETTER}]")


def _latin(match: re.Match[str]) -> str:
    """A word with a Latin letter in it is Latin, when every other letter looks so."""
    word = match[0]
    if not (_LATIN.search(word) and _OTHER.search(word)):
        return word
    meant = word.translate(_OTHER_ALPHABETS)
    return word if _OTHER.search(meant) else meant


def in_latin(text: str) -> str:
    """The same text; a Cyrillic «о» within a Latin word becomes the Latin letter."""
    return _WORD.sub(_latin, text) if _OTHER.search(text) else text
