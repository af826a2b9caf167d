"""Which tokens are syllables of Vietnamese: onset + rhyme + tone, by the rules of quốc ngữ."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
# «À-Ỹ» would hold the small letters too.
CAPITAL = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
SMALL = CAPITAL.lower()
VIETNAMESE_LETTERS = frozenset(
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
)


def _each(table: str) -> tuple[str, ...]:
    return tuple(table.split())


_ONSETS = _each("""
ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x
""")
_OPEN = _each("""
a ai ao au ay am an ang anh ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu
i ia iêm iên iêng iêu im in inh iu y yêm yên yêng yêu ym yn ynh
o oa oai oam oan oang oanh oao oay oăm oăn oăng oe oem oen oeo oi om on ong oong
ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uâng uây uê uênh ui um un ung uôi uôm uôn uông uơ
uy uya uyên uyn uynh uyu uau ư ưa ưi ưm ưn ưng ưu ươi ươm ươn ương ươu
""")
_STOPPED = _each("""
ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it yêt yt ych
oac oach oap oat oăc oăt oc oet oep ooc op ot ôc ôp ôt ơp ơt
uât uc uêch uôc uôt up ut uych uyêt uyp uyt ưc ưt ươc ươp ươt
""")
_FRONT = frozenset("eêiy")
_ONLY_BEFORE_FRONT = frozenset({"k", "gh", "ngh"})
_NEVER_BEFORE_FRONT = frozenset({"c", "ng"})
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_LONGEST_CUT = 40
_TONES = frozenset({_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT})


def _fits(onset: str, rhyme: str) -> bool:
    front = rhyme[0] in _FRONT
    if onset in _ONLY_BEFORE_FRONT:
        return front
    if onset in _NEVER_BEFORE_FRONT:
        return not front
    if onset == "qu":
        return rhyme[0] not in "uưo"
    return not (onset == "gi" and rhyme[0] in "iy")


def _with_onsets(rhymes: tuple[str, ...]) -> frozenset[str]:
    joined = {onset + rhyme for onset in _ONSETS for rhyme in rhymes if _fits(onset, rhyme)}
    return frozenset(joined | set(rhymes))


_ANY_TONE = _with_onsets(_OPEN)
_STOP_TONES = _with_onsets(_STOPPED)


def _without_tone(word: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in parts if mark in _TONES)
    bare = "".join(mark for mark in parts if mark not in _TONES)
    return unicodedata.normalize("NFC", bare), tones


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """True for a syllable, in any case; the tone may sit on either vowel (hoà, hòa)."""
    if len(word) > 7:  # nghiêng is the longest
        return False
    bare, tones = _without_tone(word.lower())
    if len(tones) > 1:
        return False
    return bare in _ANY_TONE or (bare in _STOP_TONES and tones in {_ACUTE, _DOT})


@lru_cache(maxsize=1 << 15)
def is_word(token: str) -> bool:
    """A Vietnamese syllable in an ordinary case: xã, Xã or XÃ, but not xÃ."""
    return (token.islower() or token.istitle() or token.isupper()) and is_syllable(token)


def without_marks(word: str) -> str:
    """Its bare letters: "được" → "duoc"."""
    parts = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in parts if letter.isascii())


# The simplest syllable behind each spelling without diacritics: dan → dan, tien → tiên.
_BARE = {
    without_marks(word): word
    for word in sorted(_ANY_TONE | _STOP_TONES, key=lambda w: (-len(set(w) & set("êăâơôưđ")), w))
}


def with_acute(bare: str) -> str:
    """A syllable that ends in c, ch, p or t needs a tone: "viêt" → "viết"."""
    at = max((i for i, letter in enumerate(bare) if letter in "aăâeêioôơuưy"), default=None)
    if at is None:
        return bare
    return unicodedata.normalize("NFC", bare[: at + 1] + _ACUTE + bare[at + 1 :])


def from_ascii(word: str) -> str | None:
    """A syllable for letters without diacritics ("tien" → "tiên"); None when there is none."""
    found = _BARE.get(word)
    return with_acute(found) if found in _STOP_TONES else found


def cut(letters: str, syllable: Callable[[str], str | None]) -> tuple[str, ...]:
    """What `syllable` says for the fewest pieces of two letters or more; () when there is none."""
    if len(letters) > _LONGEST_CUT:
        return ()
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(letters) + 1):
        cuts = [
            (*best_start, said)
            for start in range(max(0, end - 7), end - 1)
            if (best_start := best[start]) is not None and (said := syllable(letters[start:end]))
        ]
        best.append(min(cuts, key=len, default=None))
    return best[-1] or ()
