"""Roads, kilometre marks, numbers of houses."""

import re

from site_plugins.spoken.context import before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import SMALL
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import decimal, whole, with_zeros

_ROADS = {
    "QL": "quốc lộ",
    "TL": "tỉnh lộ",
    "HL": "hương lộ",
    "ĐT": "đường tỉnh",
    "ĐH": "đường huyện",
    "ĐX": "đường xã",
    "ĐTL": "đường tỉnh lộ",
    "LTL": "liên tỉnh lộ",
    "CT": "xê tê",
}
_HOUSE = r"(?:số|nhà|số nhà|nhà số|căn|căn số|ngõ|ngách|hẻm|kiệt|số hẻm)"
_STREET = re.compile(
    r",?\s(?:đường|phố|ngõ|ngách|hẻm|kiệt|tổ|khu phố|quốc lộ|tỉnh lộ|QL|TL|"
    rf"[A-ZĐ][{SMALL}]+\s[A-ZĐ])"
)


_ADDRESS = r"địa chỉ|trụ sở|ở|tại|nhà"
_MAYBE_DATE = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])/(?:[0-9]{2}){1,2}")


def _road(match: re.Match[str], manner: Manner) -> str:
    letter = f" {spelled(match['letter'])}" if match["letter"] else ""
    name = _ROADS[match["road"]]
    if follows(match, "đường"):
        name = name.removeprefix("đường ")
    return f"{name} {with_zeros(match['n'], manner.style)}{letter}"


def _metres(match: re.Match[str], name: str, manner: Manner) -> str:
    return f" cộng {decimal(match[name], manner.style)}" if match[name] else ""


def _mark(match: re.Match[str], manner: Manner) -> str | None:
    """Km12+500: «ki lô mét mười hai cộng năm trăm»; 500 Km2 is an area."""
    if re.fullmatch("[Kk]m[23]", match[0]) and re.search(r"[0-9]\s?\Z|/\Z", before(match, 2)):
        return None
    return f"ki lô mét {whole(match['km'], manner.style)}{_metres(match, 'm', manner)}"


def _marks(match: re.Match[str], manner: Manner) -> str:
    """Km10-Km15: from the one mark to the other."""
    first, last = (
        f"ki lô mét {whole(match[km], manner.style)}{_metres(match, m, manner)}"
        for km, m in (("km1", "m1"), ("km", "m"))
    )
    return f"{first} đến {last}"


def _house(match: re.Match[str], manner: Manner) -> str | None:
    """«số nhà 12/5», «số 15/7 đường Hòa Bình»: «mười hai trên năm»."""
    sure = follows(match, "số nhà|nhà số|ngõ|ngách|hẻm|kiệt|số hẻm|căn số")
    on_street = _STREET.match(match.string, match.end())
    if not sure and not (on_street and (follows(match, _HOUSE) or _is_long(match))):
        return None
    return " trên ".join(_numbers(part, manner) for part in match[0].split("/"))


def _is_long(match: re.Match[str]) -> bool:
    """«Địa chỉ: 12/5/7 Nguyễn Trãi»: no day of any year."""
    dated = _MAYBE_DATE.fullmatch(match[0]) and not follows(match, _ADDRESS)
    return match[0].count("/") > 1 and not dated


def _numbers(part: str, manner: Manner) -> str:
    return " ".join(
        whole(run, manner.style) if run.isdecimal() else spelled(run)
        for run in re.findall(r"[0-9]+|[A-ZĐa-z]", part)
    )


_MARK = r"(?:[Kk]m|KM)\s?(?P<{km}>[0-9]{{1,4}})(?:\s?\+\s?(?P<{m}>[0-9]{{1,4}}(?:,[0-9]{{1,3}})?))?"
_FIRST, _LAST = _MARK.format(km="km1", m="m1"), _MARK.format(km="km", m="m")
RULES = (
    rule(
        "roads.road",
        "word",
        r"(?P<road>QL|TL|HL|ĐTL|ĐT|ĐH|ĐX|LTL|CT(?=\.[0-9]))\s?\.?\s?(?P<n>0?[1-9]|[1-9][0-9]{1,2})(?P<letter>[A-ZĐ]?)"
        r"(?![\w/]|[.,][0-9])",
        _road,
    ),
    rule("roads.stretch", "word", rf"{_FIRST}\s?[-–]\s?{_LAST}(?!\w)", _marks),
    rule(
        "roads.mark",
        "word",
        rf"(?=K|km\s[0-9]|km[0-9]{{1,4}}\s?\+){_LAST}(?!\w|[.,][0-9])",
        _mark,
    ),
    rule(
        "roads.house",
        "figure word",
        r"[A-ZĐ]{0,2}[0-9]{1,4}[A-Za-z]?(?:/[0-9]{1,4}[A-Za-z]?){1,4}(?![\w/])",
        _house,
    ),
)
