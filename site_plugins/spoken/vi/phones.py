"""Telephone numbers, figure by figure, in groups: mobiles, landlines, numbers from abroad."""

import re

from site_plugins.spoken.context import before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.model import Style
from site_plugins.spoken.vi.counted import counts, stands_alone
from site_plugins.spoken.vi.numbers import spell

GAP = r"[ .-]"
_TELEPHONE = (
    r"(?:[☎📞]|điện thoại|số máy|số đt|sđt|đt|đtdđ|đtcđ|điện thoại bàn|di động|hotline|"
    r"đường dây nóng|máy bàn|fax|số fax|tel|phone|mobile|zalo|viber)\.?"
    r"(?:\s(?:số|liên hệ|là|bàn|di động|cố định))?"
)
_CALL = rf"{_TELEPHONE}|(?:gọi|liên hệ|liên lạc|alo)(?:\s(?:số|đến|tới|ngay|qua|theo|điện)){{0,3}}"
_SIZES = {8: (4, 4), 9: (3, 3, 3), 10: (4, 3, 3), 11: (4, 4, 3), 12: (3, 3, 3, 3)}
_CITIES = ("024", "028")


# 09 12 34 56 78: a mobile telephone by its beginning and its length.
_IN_PAIRS = re.compile(rf"0[35789](?:{GAP}[0-9]{{2}}){{4}}")


def usual_groups(figures: str) -> list[str]:
    """The usual groups of an unbroken number: 0912 345 678; 1900 1234; 024 3825 1234."""
    threes = (3,) * (len(figures) // 3) + (len(figures) % 3,)
    sizes = _SIZES.get(len(figures), threes)
    if len(figures) == 11 and figures.startswith(_CITIES):
        sizes = (3, 4, 4)
    ends = [sum(sizes[: i + 1]) for i in range(len(sizes))]
    groups = [figures[end - size : end] for size, end in zip(sizes, ends, strict=True)]
    return [group for group in groups if group]


def written_groups(written: str) -> list[str]:
    """The groups as they stand; a long one in its usual ones."""
    groups = re.findall(r"[0-9]+", written)
    return [part for group in groups for part in _breathed(group)]


def _breathed(group: str) -> list[str]:
    return usual_groups(group) if len(group) > 5 else [group]


def telephone(groups: list[str], style: Style) -> str:
    """The station's way: a comma is the breath between two groups."""
    figures = "".join(groups)
    if style.phone == "figures" or len(figures) < 5:
        groups = [figures]
    elif style.phone == "pairs":
        groups = _pairs(figures)
    return ", ".join(spell(group, style) for group in groups)


def _pairs(figures: str) -> list[str]:
    """Two by two; of an odd count the last three together."""
    pairs = [figures[at : at + 2] for at in range(0, len(figures) - len(figures) % 2, 2)]
    return [*pairs[:-1], pairs[-1] + figures[-1]] if len(figures) % 2 else pairs


def _is_date(written: str) -> bool:
    return re.match(r"0[1-9][ .-](?:0?[1-9]|1[0-2])[ .-](?:19|20)[0-9]{2}", written) is not None


def _one(written: str, style: Style) -> str:
    return telephone(written_groups(written), style)


def _domestic(match: re.Match[str], manner: Manner) -> str | None:
    """A first group of two figures or nine in all is a telephone only where one is spoken of."""
    figures = re.sub(r"\D", "", match["one"])
    grouped = re.match(r"[0-9]{3}", match["one"]) or _IN_PAIRS.fullmatch(match["one"])
    sure = grouped is not None and len(figures) > 9
    if _is_date(match[0]) or not (sure or follows(match, _CALL)):
        return None
    numbers = [part[0] for part in re.finditer(_DOMESTIC, match[0])]
    numbers += re.findall(r"/([0-9]{1,3})\Z", match[0])
    return "; ".join(_one(number, manner.style) for number in numbers)


def _area(match: re.Match[str], manner: Manner) -> str:
    return telephone(re.findall(r"[0-9]+", match[0]), manner.style)


def _abroad(match: re.Match[str], manner: Manner) -> str | None:
    """+84 …: the country's code is a group of its own, and «cộng» is said."""
    sure = match["before"] or match[0][0] == "(" or follows(match, _CALL)
    if not sure or counts(match):
        return None
    zeros = ["00"] if match["before"] == "00" else []
    said = telephone([*zeros, "84", *written_groups(match["rest"])], manner.style)
    return f"cộng {said}" if match["before"] == "+" else said


def _foreign(match: re.Match[str], manner: Manner) -> str | None:
    """+1 650 253 0000: the last group tells it from an amount."""
    sure = re.search(r"[0-9][ -]\(?[0-9]+\)?[ -](?:[0-9]+-)?[0-9]{4}\Z", match[0])
    if counts(match) or not (sure or follows(match, _CALL)):
        return None
    return f"cộng {telephone(written_groups(match[0]), manner.style)}"


def _local(match: re.Match[str], manner: Manner) -> str | None:
    """3855 123 without its area; grouped by three (3.855.123) it may be an amount."""
    named = before(match, 2).rstrip(" ").endswith(":") or follows(
        match, "số|fax|tel|số điện thoại là"
    )
    grouped = re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", match[0])
    if not follows(match, _TELEPHONE) or not stands_alone(match) or (grouped and not named):
        return None
    return _one(match[0], manner.style)


def _word(match: re.Match[str], _manner: Manner) -> str:
    kinds = {"DĐ": " di động", "CĐ": " cố định"}
    return "điện thoại" + kinds.get(match[0][2:], "")


_DOMESTIC = rf"0[1-9](?:{GAP}?[0-9]){{7,9}}(?![0-9])"
_END = r"(?![0-9]|[.,/-][0-9])"
_ABROAD = (
    rf"(?P<before>\+|00)?84(?P<rest>(?:{GAP}?(?:[0-9]{{1,3}}|\(0\)))?\)?"
    rf"(?:{GAP}{{0,2}}[0-9]){{7,10}})(?![0-9]|,[0-9])"
)
# 0912***345, 0235.3.851.xxx: whose it is, is hidden; «**1900**» is only set in bold.
_MASK = rf"(?:{GAP}?[xX]{{2,8}}|{GAP}?\*{{2,8}}(?=[.-]?[0-9])|{GAP}\*{{2,8}}(?!\w))"
RULES = (
    rule(
        "phones.masked",
        "figure",
        rf"0[0-9]{{1,9}}(?:{GAP}[0-9]{{1,4}}){{0,4}}{_MASK}(?:{GAP}?(?:[0-9]{{1,4}}|[xX*]{{1,8}})){{0,4}}",
        lambda match, _manner: match[0],
    ),
    rule(
        "phones.word",
        "word",
        r"(?:ĐT|Đt|đt|TEL|Tel|tel)(?:DĐ|CĐ)?"
        r"(?=(?:\s?/\s?(?:Fax|Zalo|FAX|ZALO))?\s?[.:]?\s?"
        r"(?:\(?0|\(?\+|\(84|1[89]00|[2-9][0-9]{2,3}[ .]?[0-9]{3}))",
        _word,
    ),
    rule(
        "phones.number",
        "figure",
        rf"(?P<one>{_DOMESTIC})(?:\s?[-–/,;]\s?{_DOMESTIC}){{0,4}}(?:/[0-9]{{1,3}}(?!\w))?{_END}",
        _domestic,
    ),
    rule(
        "phones.area",
        "sign",
        rf"\(\s?0[1-9][0-9]{{0,3}}\s?\)(?:{GAP}{{0,2}}[0-9]){{6,8}}{_END}",
        _area,
    ),
    rule("phones.abroad", "sign", rf"\((?=\+?84[^()]{{0,6}}\)){_ABROAD}", _abroad),
    rule("phones.abroad", "sign figure", _ABROAD, _abroad),
    rule(
        "phones.foreign",
        "sign",
        rf"\+[1-9][0-9]{{0,2}}(?:\s?\([0-9]{{1,4}}\))?(?:{GAP}?[0-9]){{6,12}}{_END}",
        _foreign,
    ),
    rule("phones.local", "figure", rf"[2-9](?:{GAP}?[0-9]){{6,7}}{_END}", _local),
)
