"""Numbers with what they count: signs, units, money, rates; the last rule for figures."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import SMALL
from site_plugins.spoken.vi.figures import COMMAS, GROUPED, NUMBER, SCALE, dotted, said
from site_plugins.spoken.vi.numbers import decimal, whole, with_zeros
from site_plugins.spoken.vi.rates import PER_AFTER_UNIT, PER_CHAIN, per
from site_plugins.spoken.vi.units import UNIT, unit_words

# Words that take a rate after a number as units do, but are said as they are written.
_COUNTED = (
    r"(?:tấn|tạ|yến|sào|mẫu|công|lần|lượt|buổi|tiết|suất|ca|giờ|ngày|tuần|tháng|người|hộ|con|cây|"
    rf"điểm|phiếu|trẻ)(?={PER_CHAIN})"
)
WITH = (
    rf"(?P<scale>{SCALE})?(?:\s?(?P<unit>{UNIT})|\s?(?P<word>{_COUNTED}))?"
    rf"(?P<per>(?(unit){PER_AFTER_UNIT}|{PER_CHAIN}))?"
)
# One group only is a number when something is counted by it, or it is round: 12 500 con, 21 000,
# not «lớp 5 120 em».
_SPACED_ONCE = (
    r"(?P<n>[1-9][0-9]{0,2} [0-9]{3}(?:,[0-9]{1,2}(?![0-9]))?)"
    rf"(?:(?<= 000)(?!\s?[0-9])|(?=\s?(?:{UNIT}|{SCALE}|[{SMALL}]))){WITH}"
)
_NUMBERED = (
    r"lớp|điều|thôn|ngày|tháng|năm|quý|tổ|số|khu|bài|đợt|lần|câu|khoản|khối|kỳ|mã|mục|tập|trang|xóm"
)
# «số lượng x đơn giá», «hệ số x 2.340.000 đồng»: what is multiplied in words.
_NAMED_BEFORE = re.compile(
    r"[0-9]\s?%?\s\Z|"
    r"(?<!\w)(?!(?:điểm|tiết|biến|ẩn|trục|chữ|loại|hạng|nhóm|mẫu|lớp|thứ)\s)[^\W\dA-Z_]{2,7}\s\Z"
)
_NAMED_AFTER = re.compile(
    r"\s(?:[0-9(]|(?:hệ số|mức|số|đơn giá|giá|tỷ lệ|tỉ lệ|lương|phụ cấp|định mức|thời gian|"
    r"diện tích|khối lượng|tiền)(?!\w))"
)
_FACTOR_BEFORE = re.compile(r"(?:[0-9²³)]|[0-9][a-z]{1,2}|(?<!\w)[a-zA-Z])\s?\Z")
_FACTOR_AFTER = re.compile(r"\s?(?:[0-9(]|[a-zA-Z](?!\w))")
_SIGNS = {"+": "cộng", "±": "cộng trừ"}
_LISTED = (
    r"(?:các )?(?:thôn|tổ|khóm|ấp|xóm|bản|lớp|bài|câu|phường|quận|khu|nhóm|loại|mục|điều|"
    r"(?<!trợ )(?<!phụ )cấp)"
)
_MEASURED = re.compile(rf"\s?(?:{UNIT}|{SCALE})|\s[{SMALL}]")
_TIMES = re.compile(r"\s?(?:lần|điểm|mức|độ)(?!\w)")


def counted(match: re.Match[str], manner: Manner) -> str:
    """The scale, unit and rate after a number, in words."""
    scale = (match["scale"] or "").strip()
    unit = unit_words(match["unit"], manner.style) if match["unit"] else match["word"] or ""
    rate = per(match["per"], unit, manner.style) if match["per"] else ""
    if rate.startswith("một ") and not (scale or unit):
        rate = f"trên {rate}"  # 10/hộ would be heard as eleven households
    return " ".join(part for part in (scale, unit, rate) if part)


def quantity(match: re.Match[str], manner: Manner) -> str:
    """Number, scale, unit and rate: «1,5 triệu đồng/hộ»."""
    if match["unit"] in {"đ", "Đ"} and _is_mark(match):
        return f"{said(match['n'], match, manner)} điểm"
    if match["unit"] == "K" and follows(match, "vàng"):
        return f"{said(match['n'], match, manner)} ca"
    return f"{said(match['n'], match, manner)} {counted(match, manner)}".rstrip()


def _is_mark(match: re.Match[str]) -> bool:
    """«Câu 1 (2đ)» counts marks: there is no money below a hundred đồng."""
    number = match["n"].replace(",", ".")
    plain = not match["scale"] and not match["per"]
    return (
        plain
        and re.fullmatch(r"[0-9]{1,2}(?:\.[0-9]{1,2})?", number) is not None
        and (0 < float(number) <= 20)
    )


def _spaced(match: re.Match[str], manner: Manner) -> str | None:
    return None if follows(match, _NUMBERED) else quantity(match, manner)


def sits_on_number(match: re.Match[str]) -> bool:
    """Is the dash at the match a minus? After another number or word it is a range or a hyphen."""
    left = before(match, 4)
    return not left[-1:].strip(" ([\n:;,=<>≥≤~≈\"“'|*") and not re.search(r"[0-9]\s*\Z", left)


def _signed(match: re.Match[str], manner: Manner) -> str | None:
    """A minus or plus sits on its number."""
    if match["sign"] in {"-", "–"} and not sits_on_number(match):
        return None
    return f"{_SIGNS.get(match['sign'].rstrip(), 'âm')} {quantity(match, manner)}"


def _dotted(match: re.Match[str], manner: Manner) -> str:
    return dotted(match[0], manner)


def _grade(match: re.Match[str], manner: Manner) -> str | None:
    """«ngạch 01.003, 13.095», the code of a grade of officials; «05.000 đồng» is told."""
    coded = follows(match, r"(?:ngạch|mã số)(?:\s[0-9]{2}\.[0-9]{3},){0,4}")
    if match[0][0] != "0":
        return dotted(match[0], manner) if coded else None
    counts = _MEASURED.match(after(match)) and not coded
    return match[0] if counts else dotted(match[0], manner)


def _listed(match: re.Match[str], manner: Manner) -> str:
    """1,2,3 without spaces is a list: a decimal has one comma."""
    return ", ".join(whole(part, manner.style) for part in match[0].split(","))


def _pair(match: re.Match[str], manner: Manner) -> str | None:
    """«tổ 1,2» names two; «khu 1,5 ha», «cấp 1,75 lần» are measured."""
    first, second = (int(part) for part in match["n"].split(","))
    if first >= second or _TIMES.match(after(match)) or not follows(match, _LISTED):
        return None
    return _listed(match, manner)


def _metres_and(match: re.Match[str], manner: Manner) -> str | None:
    """1m75 «một mét bảy mươi lăm»; 50m2 is an area unless something is so tall or deep."""
    if match["rest"] in {"2", "3"} and not follows(match, "cao|sâu|ngập|ngập sâu"):
        return None
    return f"{whole(match['n'], manner.style)} mét {with_zeros(match['rest'], manner.style)}"


def _out_of(match: re.Match[str], manner: Manner) -> str:
    """8,5/10, 12.500/15.000 hộ: «trên»."""
    return f"{said(match['top'], match, manner)} trên {quantity(match, manner)}"


def _stars(match: re.Match[str], manner: Manner) -> str:
    return f"{whole(match['n'], manner.style)} sao"


_MINUTE = r"[0-9]{1,3}(?:\+[0-9]{1,2})?'?"


def _minutes(match: re.Match[str], manner: Manner) -> str:
    """15' are minutes; «phút 90+3'» has said so."""
    named = follows(match, rf"phút(?: {_MINUTE}(?:, | và )){{0,3}}(?: [0-9]{{1,3}}\+)?")
    more = f" cộng {whole(match['more'], manner.style)}" if match["more"] else ""
    return f"{whole(match['n'], manner.style)}{more}{'' if named else ' phút'}"


def _inches(match: re.Match[str], manner: Manner) -> str | None:
    """«màn hình 6,7"»; elsewhere the sign closes a quotation, or is told."""
    if not follows(match, _SCREENS):
        return None
    return f"{decimal(match['n'].replace('.', ','), manner.style)} inh"


def _multiplied(match: re.Match[str], _manner: Manner) -> str | None:
    """3 x 4, 2 lần/ngày x 5 ngày; «x2» alone multiplies what was named."""
    left, right = before(match, 28), after(match, 3)
    between = _FACTOR_BEFORE.search(left) and _FACTOR_AFTER.match(right)
    counts = re.match(r"\s[0-9]", right) and re.search(r"[0-9][^.;\n]{0,24}\s\Z", left)
    in_words = _NAMED_BEFORE.search(left) and _NAMED_AFTER.match(after(match, 12))
    in_formula = right[:1].isspace() and re.search(r"=[^.;=\n]{1,26}\s\Z", left)
    alone = not left[-1:].strip() and re.match(r"[0-9]{1,2}(?!\w)", after(match, 4))
    return "nhân" if between or counts or in_words or in_formula or alone else None


_SCREENS = r"(?:màn hình|tivi|ti vi|tv|laptop|máy tính|ống|vành|mâm|lốp)(?: [^\W\d]{1,12}){0,2}"
RULES = (
    rule(
        "numbers.listed",
        "figure",
        rf"(?!{COMMAS})[0-9]{{1,4}}(?:,[0-9]{{1,4}}){{2,20}}+(?![0-9])",
        _listed,
    ),
    rule(
        "numbers.listed",
        "figure",
        rf"(?P<n>[1-9][0-9]?,[1-9][0-9]?)(?![0-9]|[.,][0-9])(?!\s?(?:{UNIT}|{SCALE}))",
        _pair,
    ),
    rule(
        "numbers.dotted",
        "figure",
        rf"(?!{GROUPED})[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{2,4}}+(?![0-9])",
        _dotted,
    ),
    rule("numbers.dotted", "figure", r"[0-9]{2}\.[0-9]{3}(?!\w|[.,][0-9])", _grade),
    rule(
        "units.metres_and",
        "figure",
        r"(?P<n>[0-9]{1,3})m(?P<rest>[0-9]{1,2})(?!\w)",
        _metres_and,
    ),
    rule("units.stars", "figure", r"(?P<n>[1-7])\s?[*★⭐](?!\s?[0-9*])", _stars),
    rule(
        "units.minutes",
        "figure",
        r"(?P<n>[0-9]{1,3})(?:\+(?P<more>[0-9]{1,2}))?'(?![\w'])",
        _minutes,
    ),
    rule("units.inches", "figure", r"(?P<n>[0-9]{1,3}(?:[.,][0-9]{1,2})?)[\"”]", _inches),
    rule("numbers.spaced", "figure", _SPACED_ONCE, _spaced),
    rule("numbers.out_of", "figure", rf"(?P<top>{NUMBER})/(?P<n>{NUMBER})(?!/){WITH}", _out_of),
    rule("numbers.quantity", "figure", rf"(?P<n>{NUMBER}){WITH}", quantity),
    rule("numbers.signed", "sign", rf"(?P<sign>[-–−+]|±\s?)(?P<n>{NUMBER}){WITH}", _signed),
    rule("numbers.times", "word sign", r"[x×X](?![^\W\d_]{1,9}-?[^\W\d_])", _multiplied),
)
