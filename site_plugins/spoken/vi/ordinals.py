"""Places in an order: thứ, lần, quý, Roman numerals, list markers, fractions."""

import re

from site_plugins.spoken.context import at_line_start, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.letters import NAMES
from site_plugins.spoken.vi.numbers import cardinal, roman, whole

_Y = r"(?:1[89]|20|21)[0-9]{2}"
_NTH = {1: "nhất", 4: "tư"}
# The second and later of «thứ 2, 4, 6» are days too.
_ORDERED = r"thứ|lần|thứ [2-7](?:, [2-7]){0,4}(?:,| và| hoặc)"
_QUARTER = "quý"
_NUMBERED = (
    r"khóa|khoá|khu vực|chương|thế kỷ|thế kỉ|phần|mục|tiểu mục|điều|phụ lục|đại hội|hội nghị|"
    r"cấp|loại|hạng|vùng|nhóm|bậc|mẫu|biểu|tập|đợt|giai đoạn|kỳ|học kỳ|cách mạng|bảng|tuyến|"
    r"khối|tiểu khu|quân khu|đô thị loại|phiên|kỳ họp|lớp|quyển|bước"
)
_LISTED = re.compile(r"(?:[IVXLC]{1,7}\s?(?:,|và|-|–|đến)\s?){1,6}\Z")


def _nth(value: int, match: re.Match[str], manner: Manner) -> str:
    """Thứ and lần: 1 «nhất», 4 «tư»; quý 4 «tư»; elsewhere the plain number."""
    if follows(match, _ORDERED):
        return _NTH.get(value) or cardinal(value, manner.style)
    if value == 4 and follows(match, _QUARTER):
        return "tư"
    return cardinal(value, manner.style)


def _roman(match: re.Match[str], manner: Manner) -> str | None:
    value = roman(match["n"])
    listed = _LISTED.search(before(match))
    known = listed or follows(match, rf"{_ORDERED}|{_QUARTER}|{_NUMBERED}")
    if value is None or not known:
        return None
    return _with_year(_nth(value, match, manner), match, manner)


def _with_year(said: str, match: re.Match[str], manner: Manner) -> str:
    return f"{said} năm {cardinal(int(match['y']), manner.style)}" if match["y"] else said


def _ordinal(match: re.Match[str], manner: Manner) -> str | None:
    if not follows(match, rf"{_ORDERED}|{_QUARTER}"):
        return None
    return _with_year(_nth(int(match["n"]), match, manner), match, manner)


def _marker(match: re.Match[str], manner: Manner) -> str | None:
    """1. / 1.2. / 1) at the start of a line: «một,»."""
    if not at_line_start(match):
        return None
    parts = [whole(part, manner.style) for part in match["n"].split(".")]
    return " chấm ".join(parts) + ","


def _roman_marker(match: re.Match[str], manner: Manner) -> str | None:
    value = roman(match["n"])
    if value is None or not at_line_start(match):
        return None
    further = (f" chấm {whole(part, manner.style)}" for part in match["more"].split(".")[1:])
    return f"{cardinal(value, manner.style)}{''.join(further)},"


def _letter_marker(match: re.Match[str], _manner: Manner) -> str | None:
    if match["end"] == "." and not at_line_start(match):
        return None
    if match["end"] == ")" and before(match, 1).strip():
        return None
    return f"{NAMES[match['n'].lower()]},"


def _bracketed(match: re.Match[str], manner: Manner) -> str | None:
    """(1), (a), (iv): an enumerator in brackets."""
    inner = match["n"]
    value = int(inner) if inner.isdecimal() else roman(inner) if len(inner) > 1 else None
    return f", {NAMES[inner] if value is None and len(inner) == 1 else _plain(value, manner)},"


def _plain(value: int | None, manner: Manner) -> str:
    return "" if value is None else cardinal(value, manner.style)


def _fraction(match: re.Match[str], manner: Manner) -> str:
    """1/3 «một phần ba»; of a larger whole «trên»: 15/20 «mười lăm trên hai mươi»."""
    top, bottom = int(match["a"]), int(match["b"])
    link = "phần" if top < bottom <= 10 else "trên"
    said = cardinal(bottom, manner.style)
    return (
        f"{cardinal(top, manner.style)} {link} {'tư' if link == 'phần' and bottom == 4 else said}"
    )


def _scale(match: re.Match[str], manner: Manner) -> str | None:
    if not follows(match, r"tỷ lệ|tỉ lệ|bản đồ"):
        return None
    whole_of = match["b"].replace(".", "")
    return f"{whole(match['a'], manner.style)} trên {whole(whole_of, manner.style)}"


RULES = (
    rule(
        "lists.number",
        "figure",
        r"(?P<n>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})[.)](?=\s{1,9}\S|[A-ZÀ-ỸĐ])",
        _marker,
    ),
    rule(
        "lists.roman",
        "word",
        r"(?P<n>[IVXL]{1,6})(?P<more>(?:\.[0-9]{1,2}){0,3})\s?[.)](?=\s{1,9}\S|[A-ZÀ-ỸĐ])",
        _roman_marker,
    ),
    rule("lists.letter", "word", r"(?P<n>[a-zđA-HĐ])(?P<end>[.)])(?=\s{1,9}\S)", _letter_marker),
    rule("lists.bracketed", "sign", r"\((?P<n>[0-9]{1,2}|[a-zđ]|[ivx]{2,4})\)", _bracketed),
    rule("ordinals.roman", "word", rf"(?P<n>[IVXLC]{{1,7}})(?:/(?P<y>{_Y}))?(?![\w'])", _roman),
    rule(
        "ordinals.ordinal",
        "figure",
        rf"(?P<n>[0-9]{{1,3}})(?:/(?P<y>{_Y}))?(?![0-9/]|[.,][0-9])",
        _ordinal,
    ),
    rule(
        "numbers.scale",
        "figure",
        r"(?P<a>[0-9]{1,3})\s?[:/]\s?(?P<b>[0-9]{1,3}(?:\.?[0-9]{3}){0,2})(?![0-9])",
        _scale,
    ),
    rule(
        "numbers.fraction",
        "figure",
        r"(?P<a>[0-9]{1,4})/(?P<b>[1-9][0-9]{0,3})(?![0-9/]|[.,][0-9])",
        _fraction,
    ),
)
