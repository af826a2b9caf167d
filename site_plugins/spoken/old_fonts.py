"""Text typed with the fonts of before Unicode: TCVN3, called ABC («Céng hßa»); VNI («Coäng hoøa»).

Its letters are letters of other languages; nothing in it can be read before it is converted.
"""

import re

_LETTERS = "A-Za-zÀ-ÿ"
_SIGNS = "µ¸¶·¹©®ª«¬¨\u00ad"
# In TCVN3 signs stand for vowels within a word, and letters that Vietnamese has not.
_TCVN3 = (
    rf"[{_LETTERS}]*[A-Za-z](?:[µ¸¶·¹©®ª«¬¨§ÖÜßÞØÑñ×](?=[A-Za-z])|[µ¸¶·])[{_LETTERS}{_SIGNS}]*"
    rf"|[®§][{_LETTERS}{_SIGNS}]+"
)
# After its vowel a VNI word has the tone as a letter of its own; ñ is đ, ö is ư.
_VNI = (
    rf"[{_LETTERS}]*[aeiouyôöAEIOUYÔÖ][øûïåäëüæØÛÏÅÄËÜÆ][{_LETTERS}]*"
    rf"|[{_LETTERS}]*[ñÑ][aeiouyôöAEIOUYÔÖ][{_LETTERS}]*"
)
_WORD = re.compile(rf"(?<!\w)(?:{_TCVN3}|{_VNI})")
_ENOUGH = 3


def find_old_encoding(text: str) -> tuple[int, int] | None:
    """Start and end of what was typed so, from its first word to its last; None in other text.

    To be asked of the text as it came: cleaning takes the soft hyphen, which is ư in TCVN3.
    One or two such words may be foreign names.
    """
    found = list(_WORD.finditer(text))
    return (found[0].start(), found[-1].end()) if len(found) >= _ENOUGH else None
