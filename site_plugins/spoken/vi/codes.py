"""Letters with figures: A1, D01, B-52, H5N1, OM5451, 5G, v1.2.3, XBB.1.5, Boeing 737-800."""

import re

from site_plugins.spoken.context import before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.money import PRICED
from site_plugins.spoken.vi.numbers import cardinal, roman, spell, whole, with_zeros
from site_plugins.spoken.vi.units import any_of
from site_plugins.spoken.vi.years import YEAR, spoken_year

_RUN = re.compile(r"[0-9]+|[A-Za-zĐđ]+|\.")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_ROOMS = (
    "(?:quốc|tỉnh|hương) lộ|đường|khối|lớp|phòng|tòa|toà|nhà|số|ngõ|hẻm|ngách|căn|căn hộ|block|lô|"
    "dãy|kiốt|ki ốt|ghế|ô|bàn|cửa"
)
_LICENCE = (
    r"(?:hạng|bằng(?: lái)?|giấy phép lái xe|gplx|bằng lái xe)(?:\shạng)?"
    r"(?:\s[A-F][0-9A-F]{0,2}(?:,|\svà|\shoặc|\s?[-/])){0,6}"
)
_SECTIONS = "(?:tiểu )?mục|phần|phân khu|khu|chương|phụ lục|điểm|nội dung|tại|biểu|bảng|khoản"
_MODELS = r"boeing|airbus|máy bay|embraer|atr|npk|phân(?: bón)?"
_FLIGHT = r"(?:chuyến bay|chuyến|số hiệu)(?:\s(?:mang|số|hiệu|mã)){0,3}"
_GENERATIONS = {"G": "gờ", "K": "ca", "D": "đê"}
_KINDS = {
    "KP": "khu phố",
    "TDP": "tổ dân phố",
    "QK": "quân khu",
    "HK": "học kỳ",
    "GĐ": "giai đoạn",
    "DA": "dự án",
    "TDA": "tiểu dự án",
}
# Designers' names that are read as words.
_DESIGNERS = {"Su": "su", "Mi": "mi", "MiG": "mích", "Tu": "tu", "An": "an", "Ka": "ca"}


def _run(run: str, manner: Manner) -> str:
    """Up to three figures as a number (A350), zeros said (D01); more one by one (OM5451)."""
    if run == ".":
        return "chấm"
    if run.isdecimal():
        return (spell if len(run) > 3 else with_zeros)(run, manner.style)
    known = manner.lexicon.spoken(run) if len(run) > 1 else None
    return known or spelled(run)


def _runs(written: str, manner: Manner) -> str:
    return " ".join(_run(run, manner) for run in _RUN.findall(written))


def _plain(match: re.Match[str], manner: Manner) -> str:
    return _runs(match[0], manner)


def _last(segment: str, manner: Manner) -> str:
    """What stands after a dash: a year is a year, a Roman numeral a number."""
    if _YEAR.match(segment):
        return spoken_year(segment, manner)
    value = roman(segment)
    return cardinal(value, manner.style) if value else _runs(segment, manner)


def _link(head: str, dash: str, last: str) -> str:
    """A1-A5 goes from one to the other; K45/12 is a house; A1-1205 has a breath."""
    if "/" in dash:
        return " trên" if last.isdecimal() else ","
    letters = [re.sub(r"[0-9]", "", part) for part in (head, last)]
    return " đến" if letters[0] == letters[1] else ","


def _code(match: re.Match[str], manner: Manner) -> str | None:
    head, dash, last = match["head"], match["dash"] or "", match["last"] or ""
    if _is_area(match) or ("/" in dash and _YEAR.match(last)):
        return None
    said = _runs(head, manner)
    return f"{said}{_link(head, dash, last)} {_last(last, manner)}" if last else said


def _is_area(match: re.Match[str]) -> bool:
    """«500 M2»."""
    unit = re.fullmatch("K?M[23]", match["head"])
    return unit is not None and re.search(r"[0-9]\s?\Z|/\Z", before(match, 2)) is not None


def _joined(match: re.Match[str], manner: Manner) -> str:
    """B-52, Su-30MK2: the dash is not said."""
    name = _DESIGNERS.get(match["letters"]) or _run(match["letters"], manner)
    return f"{name} {_runs(match['rest'], manner)}"


def _room(match: re.Match[str], manner: Manner) -> str | None:
    """Lớp 5H is no hour, số 9A no unit."""
    return _runs(match[0], manner) if follows(match, _ROOMS) else None


def _generation(match: re.Match[str], manner: Manner) -> str | None:
    """5G, 4K, 3D; «lúc 5G» is an hour."""
    if follows(match, rf"lúc|hồi|vào|{PRICED}" if match["letter"] == "K" else "lúc|hồi|vào"):
        return None
    return f"{whole(match['n'], manner.style)} {_GENERATIONS[match['letter']]}"


def _numbered(match: re.Match[str], manner: Manner) -> str:
    """KP3, HK1/2025: a word in short, and which of its kind; TDA1-DA4 is one of another's."""
    year = f" năm {spoken_year(match['y'], manner)}" if match["y"] else ""
    breath = "," if match["on"] else ""
    return f"{_KINDS[match['kind']]} {whole(match['n'], manner.style)}{year}{breath}"


def _processor(match: re.Match[str], manner: Manner) -> str:
    """i7-13700H: the dash is no range."""
    return f"{_runs(match['line'], manner)}, {_runs(match['n'], manner)}"


def _licence(match: re.Match[str], manner: Manner) -> str | None:
    return _runs(match[0], manner) if follows(match, _LICENCE) else None


def _model(match: re.Match[str], manner: Manner) -> str | None:
    """Boeing 737-800: what stands beside a dash is no range."""
    if not follows(match, _MODELS):
        return None
    return ", ".join(_runs(part, manner) for part in re.split(r"\s?[-.]\s?", match[0]))


def _room_or_road_sign(match: re.Match[str], manner: Manner) -> str:
    """P.201 is a room; «biển P.127» forbids."""
    number = whole(match["n"], manner.style)
    if follows(match, "phòng"):
        return number
    sign = follows(match, "biển(?: báo| cấm| số| hiệu)?")
    return f"{'pê' if sign else 'phòng'} {number}"


def _version(match: re.Match[str], manner: Manner) -> str:
    return f"vê {_runs(match['n'], manner)}"


def _section(match: re.Match[str], manner: Manner) -> str | None:
    """Mục II.3: a Roman numeral, and points."""
    value = roman(match["n"])
    if value is None or not follows(match, _SECTIONS):
        return None
    return f"{cardinal(value, manner.style)} {_runs(match['more'], manner)}"


def _oil(match: re.Match[str], manner: Manner) -> str:
    """10W-40 is a grade of oil: 10 to 40 watts would be written 10-40W."""
    return f"{whole(match['n'], manner.style)} vê kép {whole(match['to'], manner.style)}"


def _flight(match: re.Match[str], manner: Manner) -> str | None:
    if not follows(match, _FLIGHT):
        return None
    return f"{spelled(match['line'])} {spell(match['n'], manner.style)}"


_MIXED = r"[A-ZĐ]{1,5}[0-9]{1,6}(?:[A-ZĐ]{1,3}[0-9]{0,4}){0,2}[a-z]?"
_POINTS = r"(?:\.[0-9]{1,4}){1,3}(?!\w|[.,][0-9])"
# Before chemical names: KP3 is none.
EARLY = (
    # A ward has no three figures.
    rule(
        "codes.room",
        "word",
        r"P\.\s?(?P<n>[1-9][0-9]{2})(?![\w.])",
        _room_or_road_sign,
    ),
    rule(
        "codes.numbered",
        "word",
        rf"(?!GĐ\s)(?P<kind>{any_of(_KINDS)})\s?(?P<n>[0-9]{{1,2}})(?:\s?[/-]\s?(?P<y>{YEAR}))?"
        r"(?:(?P<on>-)(?=T?DA[0-9])|(?![\w/.-]\w)(?!\w))",
        _numbered,
    ),
)
RULES = (
    rule(
        "codes.processor",
        "word",
        r"(?P<line>[a-z][0-9])-(?P<n>[0-9]{4,5}[A-Z]{0,2}[0-9]?)(?!\w)",
        _processor,
    ),
    rule(
        "codes.flight",
        "word",
        r"(?P<line>[A-Z]{2,3}|[A-Z][0-9](?=[\s-]))[\s-]?(?P<n>[0-9]{2,4})(?!\w)",
        _flight,
    ),
    rule("codes.oil", "figure", r"(?P<n>[0-9]{1,2})W-(?P<to>[0-9]{2})(?!\w)", _oil),
    rule("codes.licence", "word", r"[A-F]{1,2}[0-9]?E?(?!\w)", _licence),
    rule(
        "codes.generation",
        "figure",
        r"(?P<n>[2-7](?=G)|[2458](?=K)|[2-5](?=D))(?P<letter>[GKD])(?!\w)",
        _generation,
    ),
    rule("codes.room", "figure", r"[0-9]{1,4}[A-ZĐ](?:[0-9]{1,2})?(?![\w/])", _room),
    rule(
        "codes.model",
        "figure",
        r"[0-9]{1,4}[A-Z]{0,3}(?:\s?[-.]\s?[0-9]{1,4}[A-Z]{0,3}){1,4}(?!\w)",
        _model,
    ),
    rule(
        "codes.version",
        "word",
        r"[vV](?:er)?\.?\s?(?P<n>[0-9]{1,3}(?:\.[0-9]{1,4}){1,3})(?!\w|\.[0-9])",
        _version,
    ),
    rule(
        "codes.section", "word", r"(?P<n>[IVX]{1,6})(?P<more>(?:\.[0-9]{1,3}){1,3})(?!\w)", _section
    ),
    rule("codes.dotted", "word", rf"[A-ZĐ][0-9]{{1,3}}{_POINTS}", _plain),
    rule("codes.strain", "word", r"[A-C]\s?/\s?H[0-9]{1,2}N[0-9]{1,2}(?!\w)", _plain),
)
# After the lexicon and whatever knows a form better (TU23, K1 Đ17).
LATER = (
    rule(
        "codes.joined",
        "word",
        r"(?P<letters>[A-Z]{1,3}|Su|Mi|MiG|Tu|An|Ka)-"
        r"(?P<rest>[0-9]{1,4}[A-Z]{0,3}[0-9]{0,2})(?!\w|[-.,/][0-9])",
        _joined,
    ),
    rule(
        "codes.code",
        "word",
        rf"(?P<head>{_MIXED})(?:(?P<dash>\s?[-–/]\s?)"
        rf"(?P<last>{_MIXED}|[0-9]{{1,4}}|[IVX]{{1,4}}))?(?!\w|[.,/-][0-9])",
        _code,
    ),
    rule("codes.dotted", "word", rf"[A-Z]{{2,4}}{_POINTS}", _plain),
)
