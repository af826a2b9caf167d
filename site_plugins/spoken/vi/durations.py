"""How long something lasts, written short: 2h15m30s, 72h, 24h/24, 30s, 45p."""

import re

from site_plugins.spoken.context import before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.figures import NUMBER, said
from site_plugins.spoken.vi.numbers import cardinal, with_zeros
from site_plugins.spoken.vi.years import TO

_UNITS = {"h": "giờ", "m": "phút", "p": "phút", "ph": "phút", "'": "phút", "s": "giây"}
_DECADE = "năm|thập niên|thập kỷ|nhạc|phong cách|thế hệ|phone|galaxy"
_PART = re.compile(r"(?P<n>[0-9]{1,3})\s?(?P<unit>giờ|phút|giây|ph|[hmps'\"]{1,2})")


def _parts(match: re.Match[str], manner: Manner) -> str:
    return " ".join(
        f"{cardinal(int(part['n']), manner.style)} {_unit(part['unit'])}"
        for part in _PART.finditer(match[0])
    )


def _unit(written: str) -> str:
    return _UNITS.get(written, "giây" if written in {'"', "''"} else written)


def _stopped(match: re.Match[str], manner: Manner) -> str:
    """4'42"88: the hundredths after the seconds have no word of their own."""
    minutes = f"{cardinal(int(match['m']), manner.style)} phút " if match["m"] else ""
    seconds = cardinal(int(match["s"]), manner.style)
    return f"{minutes}{seconds} giây {with_zeros(match['c'], manner.style)}"


def _days_and_nights(match: re.Match[str], manner: Manner) -> str:
    """3N2Đ, as tours are sold."""
    days, nights = (cardinal(int(match[part]), manner.style) for part in ("d", "n"))
    return f"{days} ngày {nights} đêm"


def _hours(match: re.Match[str], manner: Manner) -> str:
    first = f"{said(match['a'], match, manner)} đến " if match["a"] else ""
    return f"{first}{said(match['n'], match, manner)} giờ"


def _short(match: re.Match[str], manner: Manner) -> str | None:
    """30s; «những năm 80s» and a telephone's model are not seconds."""
    if follows(match, _DECADE) or re.search(r"[Pp]hone\s\Z", before(match)):
        return None
    first = f"{cardinal(int(match['a']), manner.style)} đến " if match["a"] else ""
    rest = f" {with_zeros(match['rest'], manner.style)}" if match["rest"] else ""
    unit = _unit(match["unit"].rstrip("0123456789"))
    return f"{first}{said(match['n'], match, manner)} {unit}{rest}"


def _around_the_clock(match: re.Match[str], manner: Manner) -> str:
    """24/24h, 24h/24: the hours are said where they are written."""
    first, last = ("giờ" if match[side] else "" for side in ("h", "h2"))
    total = cardinal(int(match["b"]), manner.style)
    return " ".join(f"{cardinal(24, manner.style)} {first} trên {total} {last}".split())


RULES = (
    rule(
        "times.stopwatch",
        "figure",
        r"(?:(?P<m>[0-9]{1,3})'\s?)?(?P<s>[0-5]?[0-9])(?:\"|”|'')(?P<c>[0-9]{1,2})(?!\w)",
        _stopped,
    ),
    rule(
        "times.days_and_nights",
        "figure",
        r"(?P<d>[1-9][0-9]?)N(?P<n>[1-9][0-9]?)Đ(?!\w)",
        _days_and_nights,
    ),
    rule(
        "times.around_the_clock",
        "figure",
        r"24(?P<h>\s?(?:h|giờ))?\s?/\s?(?P<b>24|7)(?:(?P<h2>\s?(?:h|giờ))(?!\w)|(?<=h/24)|(?<=h/7))(?![\w/])",
        _around_the_clock,
    ),
    rule(
        "times.duration",
        "figure",
        r"[0-9]{1,3}\s?(?:h|giờ)\s?[0-9]{1,2}\s?(?:m|ph?|phút|')\s?[0-9]{1,2}\s?(?:s|giây|\"|'')(?!\w)"
        r"|[0-9]{1,3}\s?(?:m|ph?|')\s?[0-9]{1,2}\s?(?:s|giây)(?!\w)"
        r"|[0-9]{1,3}\s?'\s?[0-9]{1,2}\s?(?:\"|'')(?!\w)"
        r"|[0-9]{1,3}\s?h\s?[0-9]{1,2}\s?m(?!\w)",
        _parts,
    ),
    rule(
        "times.duration",
        "figure",
        rf"(?:(?P<a>{NUMBER}){TO})?(?P<n>{NUMBER})\s?h(?!\w|/[0-9])",
        _hours,
    ),
    rule(
        "times.duration",
        "figure",
        rf"(?:(?P<a>[0-9]{{1,3}}){TO})?(?P<n>[0-9]{{1,3}}(?:,[0-9]{{1,3}})?)"
        rf"(?P<unit>s(?P<rest>[0-9]{{2}})?|(?<![0-9]{{3}})ph?)(?![\w/])",
        _short,
    ),
)
