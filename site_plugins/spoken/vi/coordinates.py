"""Places on the map: degrees, minutes and seconds of arc; «vĩ Bắc», «kinh Đông»."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import decimal

_WAYS = {"B": "vĩ Bắc", "N": "vĩ Bắc", "S": "vĩ Nam", "Đ": "kinh Đông", "E": "kinh Đông"}
_WAYS |= {"T": "kinh Tây", "W": "kinh Tây"}
# Beside Đ, T or B the text counts in Vietnamese, and nobody can tell North from Nam.
_IN_VIETNAMESE = re.compile(r"[°'\"″′0-9]\s?[ĐTB](?![\w])")
_NAMED = (
    r"(?:vĩ độ|kinh độ|tọa độ|toạ độ|vĩ tuyến|kinh tuyến|lat|long|lng)"
    r"(?:\s(?:gps|là|khoảng|địa lý|điểm|bắc|đông|tâm)){0,3}"
)


def _way(match: re.Match[str]) -> str:
    return f" {_WAYS[match['way']]}" if match["way"] else ""


def _north_or_south(match: re.Match[str]) -> bool:
    around = before(match, 30) + after(match, 30)
    return match["way"] == "N" and _IN_VIETNAMESE.search(around) is not None


def _number(figures: str, manner: Manner) -> str:
    return decimal(figures.replace(".", ","), manner.style)


def _degrees(match: re.Match[str], manner: Manner) -> str | None:
    """21°01′42″N: «hai mươi mốt độ một phút bốn mươi hai giây vĩ Bắc»."""
    if not (match["m"] or match["way"]) or _north_or_south(match):
        return None
    said = f"{_number(match['d'], manner)} độ"
    said += f" {_number(match['m'], manner)} phút" if match["m"] else ""
    said += f" {_number(match['s'], manner)} giây" if match["s"] else ""
    return said + _way(match) + _breath(match)


def _breath(match: re.Match[str]) -> str:
    """Between a latitude and the longitude that follows it without a mark."""
    return "," if match["way"] and re.match(r"\s[0-9]", after(match, 2)) else ""


def _band(match: re.Match[str], manner: Manner) -> str:
    first, last = _number(match["a"], manner), _number(match["d"], manner)
    return f"{first} đến {last} độ{_way(match)}"


def _marked(match: re.Match[str], manner: Manner) -> str | None:
    """17,9N-107,8E, 16,5N-20,0N: weather bulletins leave out the sign of degrees."""
    way, last = match["way"], match["last"]
    if not (last or follows(match, _NAMED)):
        return None
    said = _number(match["d"], manner)
    if last == way:
        return f"{said} đến {_number(match['d2'], manner)} độ {_WAYS[way]}"
    then = f", {_number(match['d2'], manner)} độ {_WAYS[last]}" if last else ""
    return f"{said} độ {_WAYS[way]}{then}"


def _in_words(match: re.Match[str], manner: Manner) -> str:
    """«108.237 độ kinh Đông»: there are no thousands of degrees on the map."""
    return _number(match[0], manner)


def _pair(match: re.Match[str], manner: Manner) -> str | None:
    """«vĩ độ 21.0285», «tọa độ 21.028511, 105.804817»: a point is the decimal mark."""
    if not follows(match, _NAMED):
        return None
    parts = (_number(part, manner) for part in re.findall(r"[0-9.]+", match[0]))
    return ", ".join(parts)


_WAY = r"(?:\s?(?P<way>[NSEWBĐT])(?![^\W_]))?"
_MINUTES = r"(?:\s?(?P<m>[0-9]{1,2}(?:[.,][0-9]{1,6})?)\s?['′]"
_SECONDS = r"(?:\s?(?P<s>[0-9]{1,2}(?:[.,][0-9]{1,4})?)\s?(?:''|[\"″”]))?)?"
_DECIMAL = r"[0-9]{1,3}[.,][0-9]{1,6}"
RULES = (
    rule(
        "coordinates.marked",
        "figure",
        rf"(?P<d>{_DECIMAL})(?P<way>[NE])(?:\s?[-–;,]\s?(?P<d2>{_DECIMAL})(?P<last>[NE]))?(?![^\W_])",
        _marked,
    ),
    rule("coordinates.in_words", "figure", rf"{_DECIMAL}(?=\s?(?:độ|°) (?:vĩ|kinh) )", _in_words),
    rule(
        "coordinates.band",
        "figure",
        r"(?P<a>[0-9]{1,3}(?:[.,][0-9]{1,6})?)°?\s?[-–]\s?(?P<d>[0-9]{1,3}(?:[.,][0-9]{1,6})?)\s?°"
        r"\s?(?P<way>[NSEWBĐT])(?![^\W_])",
        _band,
    ),
    rule(
        "coordinates.degrees",
        "figure",
        rf"(?P<d>[0-9]{{1,3}}(?:[.,][0-9]{{1,6}})?)\s?(?:°|[oO](?=[0-9]{{1,2}}['′])){_MINUTES}{_SECONDS}{_WAY}",
        _degrees,
    ),
    rule(
        "coordinates.pair",
        "figure",
        r"[0-9]{1,3}\.[0-9]{2,9}(?:\s?[,;]\s?[0-9]{1,3}\.[0-9]{2,9})?(?![0-9]|\.[0-9])",
        _pair,
    ),
)
