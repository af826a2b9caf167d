"""Names and loans whose spelling tells how they are read, though they are no single syllables.

A minority name is respelled in one way: a cluster is opened («Krông»: Cờ rông, «H'Hen»: Hờ hen),
a final k is c, a final l is n, a final r or h is not said. A word that can be cut into syllables
in exactly one way is read so («ôtô», «chínhsách»).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import LETTER, is_syllable, with_acute
from site_plugins.spoken.vi.numbers import roman

_OPENED = {
    **{letter: f"{letter}ờ" for letter in "bghlnprt"},
    "c": "cờ",
    "k": "cờ",
    "d": "đờ",
    "đ": "đờ",
    "m": "mơ",
    "s": "xờ",
    "x": "xờ",
    "z": "dờ",
}
_CLUSTER = re.compile(r"(?P<first>k(?=[bdđlnprst])|h(?=[dđlmr])|p(?=[lnr])|[bcdđgmsxt](?=[lr]))")
_HEADS = (("j", "gi"), ("z", "d"), ("k", "c"))
_TAILS = (("k", "c"), ("l", "n"), ("r", ""), ("h", ""), ("ch", "c"), ("ih", "i"))
# Without a marked vowel a word in Latin letters may be of any language, or an abbreviation.
_MARKED = re.compile(r"[^\x00-\x7fđĐ]")
_LONGEST_WORD = 20


def _one_syllable(part: str) -> str | None:
    """The part as it stands, or with its head or tail in the spelling of Vietnamese."""
    heads = [part, *(new + part[len(old) :] for old, new in _HEADS if part.startswith(old))]
    for head in heads:
        tails = (head[: -len(old)] + new for old, new in _TAILS if head.endswith(old))
        for tried in (head, *tails):
            if is_syllable(tried):
                return tried
            if tried.endswith("c") and is_syllable(with_acute(tried)):
                return with_acute(tried)
    return None


def _respelled(name: str) -> str | None:
    """«krông», «đrắk»: one syllable, with its cluster opened."""
    whole = _one_syllable(name)
    cluster = None if whole else _CLUSTER.match(name)
    rest = _one_syllable(name[1:]) if cluster else None
    return f"{_OPENED[name[0]]} {rest}" if rest else whole


def _is_foreign(word: str) -> bool:
    return bool(_MARKED.search(word)) and not is_syllable(word)


def _in_case(words: str, written: str) -> str:
    return words[0].upper() + words[1:] if written[0].isupper() else words


def _apart(match: re.Match[str], manner: Manner) -> str | None:
    """H'Hen, K'Brêu: the letter before the apostrophe is opened."""
    rest = match["rest"]
    said = manner.lexicon.spoken(rest) or _respelled(rest.lower())
    opened = _in_case(_OPENED[match["first"].lower()], match["first"])
    return f"{opened} {_in_case(said, rest)}" if said else None


def _of_the_highlands(match: re.Match[str], _manner: Manner) -> str | None:
    name = match[0]
    said = _respelled(name.lower()) if _is_foreign(name) else None
    return _in_case(said, name) if said else None


def _joined(match: re.Match[str], _manner: Manner) -> str | None:
    word = match[0]
    cut = _only_cut(word) if _is_foreign(word) else None
    # «khóaXI», «CHƯƠNGVI» end in a number.
    return " ".join(cut) if cut and not any(map(roman, filter(str.isupper, cut))) else None


@lru_cache(maxsize=1 << 12)
def _only_cut(word: str) -> tuple[str, ...] | None:
    """The one way to cut a word into syllables; None when there are more, or none."""
    cuts = tuple(islice(_cuts(word, shortest=1), 2))
    return cuts[0] if len(cuts) == 1 else None


def _cuts(word: str, shortest: int) -> Iterator[tuple[str, ...]]:
    """Only the first syllable may be of one letter («ôtô»): elsewhere it is a slip of the hand."""
    if not word:
        yield ()
    for end in range(shortest, min(len(word), 7) + 1):
        if is_syllable(word[:end]):
            yield from ((word[:end], *rest) for rest in _cuts(word[end:], shortest=2))


RULES = (
    rule(
        "names.apostrophe",
        "word",
        rf"(?P<first>[BbCcDdĐđGgHhKkLlMmNnPpRrSsTtXxZz])'(?P<rest>[{LETTER}]{{2,8}})(?![\w'])",
        _apart,
    ),
    rule("names.highlands", "word", rf"[A-ZĐ][{LETTER}]{{1,8}}(?![\w'])", _of_the_highlands),
    rule("words.joined", "word", rf"[{LETTER}]{{3,{_LONGEST_WORD}}}(?![\w'])", _joined),
)
