"""E-mail and web addresses, names of files, numbers of computers: «a còng», «chấm».

No-one reads a scheme aloud.
"""

import re

from site_plugins.spoken.context import follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import from_ascii, is_syllable
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import spell
from site_plugins.spoken.vi.phones import usual_groups

_SIGNS = {
    ".": "chấm",
    "@": "a còng",
    "/": "gạch chéo",
    "-": "gạch ngang",
    "–": "gạch ngang",
    "_": "gạch dưới",
    "?": "hỏi chấm",
    "=": "bằng",
    "&": "và",
    "#": "thăng",
    "%": "phần trăm",
    "+": "cộng",
    ":": "hai chấm",
    "~": "ngã",
    "*": "sao",
    "!": "chấm than",
    "$": "đô la",
    "'": "nháy",
    "|": "gạch đứng",
}
_KNOWN = {
    "com": "com",
    "dichvucong": "dịch vụ công",
    "chinhphu": "chính phủ",
    "quochoi": "quốc hội",
    "baohiemxahoi": "bảo hiểm xã hội",
    "vanban": "văn bản",
    "congbao": "công báo",
    "www": "vê kép vê kép vê kép",
    "gov": "gờ ô vê",
    "vn": "vê nờ",
    "org": "ô rờ gờ",
    "edu": "e đu",
    "net": "nét",
    "youtu": "diu tu",
    "html": "hát tê em mờ e lờ",
    "pdf": "pê đê ép",
    "doc": "đê ô xê",
    "docx": "đê ô xê ích xì",
}
# Syllables with a stop that are mostly met with the heavy tone: dichvucong, vietnam, phapluat.
_HEAVY = {
    "viet": "việt",
    "dich": "dịch",
    "luat": "luật",
    "hoc": "học",
    "duoc": "được",
    "viec": "việc",
    "truc": "trực",
    "luc": "lực",
    "vuc": "vực",
    "dac": "đặc",
    "nhat": "nhật",
    "lap": "lập",
    "hop": "hợp",
    "phuc": "phục",
    "duc": "dục",
    "tap": "tập",
    "mat": "mặt",
}
_PART = re.compile(r"[^\W\d_]+|[0-9]+|[^\w\s]|_")
_LONGEST_NAME = 40


def _part(part: str, manner: Manner) -> str:
    if part.isdecimal():
        groups = usual_groups(part) if len(part) > 7 else [part]
        return ", ".join(spell(group, manner.style) for group in groups)
    if part in _SIGNS:
        return _SIGNS[part]
    word = part.lower()
    return _KNOWN.get(word) or manner.lexicon.spoken(word) or as_words(word, manner)


def as_words(letters: str, manner: Manner) -> str:
    """What can be cut into syllables is said (dantien: «dan tiên»), anything else spelt."""
    parts = _PART.findall(letters.lower())
    if parts != [letters.lower()]:
        return " ".join(_part(part, manner) for part in parts)
    said = _syllables(letters.lower())
    return " ".join(said) if said else spelled(letters) or letters


def _syllable(letters: str) -> str | None:
    if letters in _HEAVY:
        return _HEAVY[letters]
    return letters if not letters.isascii() and is_syllable(letters) else from_ascii(letters)


def _syllables(word: str) -> tuple[str, ...]:
    """The cut with the fewest syllables, each of two letters or more; () when there is none."""
    if len(word) > _LONGEST_NAME:
        return ()
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        cuts = [
            (*best_start, said)
            for start in range(max(0, end - 7), end - 1)
            if (best_start := best[start]) is not None and (said := _syllable(word[start:end]))
        ]
        best.append(min(cuts, key=len, default=None))
    return best[-1] or ()


def _address(match: re.Match[str], manner: Manner) -> str:
    return address(match["said"].rstrip("/"), manner)


def address(written: str, manner: Manner) -> str:
    """Each sign by its name, each name as words or letters."""
    return " ".join(_part(part[0], manner) for part in _PART.finditer(written))


def _machine(match: re.Match[str], manner: Manner) -> str | None:
    """192.168.1.1; four groups of three figures may be an amount."""
    amount = re.fullmatch(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){3}", match[0])
    named = follows(match, r"(?:địa chỉ )?ip(?:v4)?(?: là)?|máy chủ|dns|gateway|máy trạm|ping")
    if not (named or (match[0].startswith(("192.168.", "127.0.")) and not amount)):
        return None
    return _address(match, manner)


def _account(match: re.Match[str], manner: Manner) -> str | None:
    inside = match.string[match.start() - 1 : match.start()].isalnum() if match.start() else False
    return None if inside else _address(match, manner)


_TLD = (
    r"(?:vn|com|net|org|info|gov|edu|io|asia|biz|me|tv|be|ai|app|page|link|site|online|news|store|"
    r"shop|xyz|int|eu|uk|us|jp|kr|cn|tw|sg|th|la|kh|au|ca|de|fr|ru|in|ly|gl|gg|to|cc|co|dev|cloud)"
)
_SURE_TLD = (
    r"(?:vn|com|net|org|info|gov|edu|io|asia|biz|tv|app|online|xyz|int|eu|uk|jp|kr|cn|dev|cloud|"
    r"top|vip|icu|club|click|site|shop|store|win|bet)"
)
_SUFFIX = (
    r"(?:docx?|xlsx?|pptx?|pdf|jpe?g|png|gif|zip|rar|7z|mp[34]|wav|txt|csv|xml|json|html?|exe|apk|"
    r"svg|webp|md|py|dwg|psd)"
)
_LABEL = r"\w(?:[\w-]{0,62})"
_STOP = r"(?![\w-]|\.\w)"
_HOST = rf"(?:{_LABEL}\.){{1,6}}{_SURE_TLD}(?![\w-])"
_ANY_HOST = rf"(?:{_LABEL}\.){{1,6}}[A-Za-z]{{2,15}}(?![\w-])"
_PATH = r"/(?:[^\s,;()<>\"“”]{0,300}[\w/=#+-])?/?"
_REST = rf"(?::[0-9]{{2,5}})?(?:{_PATH})?(?:[?#][^\s,;()<>\"“”]{{0,300}}[\w/=])?"
RULES = (
    rule("web.mail", "word figure", rf"(?P<said>[\w.+-]{{1,64}}@{_ANY_HOST})", _address),
    rule("web.address", "word", rf"(?:https?|ftp)://(?P<said>{_ANY_HOST}{_REST})", _address),
    rule(
        "web.address",
        "word figure",
        rf"(?:https?://(?=[0-9])|(?=[0-9.]{{7,15}}:[0-9]))(?P<said>(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}(?::[0-9]{{2,5}})?(?![0-9])(?:{_PATH})?)",
        _address,
    ),
    rule("web.address", "word", rf"(?P<said>www\.{_ANY_HOST}{_REST})", _address),
    rule("web.address", "word figure", rf"(?P<said>{_HOST}{_REST})", _address),
    rule("web.address", "word figure", rf"(?P<said>(?:{_LABEL}\.){{1,4}}{_TLD}{_PATH})", _address),
    rule("web.file", "word figure", rf"(?P<said>[\w-]{{1,80}}\.{_SUFFIX}){_STOP}", _address),
    rule(
        "web.machine",
        "figure",
        r"(?P<said>(?:[0-9]{1,3}\.){3}[0-9]{1,3})(?!\.?[0-9])",
        _machine,
    ),
    rule("web.account", "sign", r"(?P<said>@\w[\w.]{0,60}\w)", _account),
    rule("web.suffix", "sign", rf"(?P<said>\.(?:{_TLD}(?:\.vn)?|{_SUFFIX})){_STOP}", _address),
)
