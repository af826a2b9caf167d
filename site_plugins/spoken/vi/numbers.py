"""Numbers in words (formal northern broadcast style), and the rules for numbers standing alone."""

from site_plugins.spoken.model import Style

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_AFTER_TEN = {5: "lăm"}
_AFTER_LINK = {4: "tư"}
_BILLION = 10**9
# Above a billion billions nobody follows a number by ear: it is read figure by figure.
_LONGEST = 18
_DEFAULT = Style()


def _digit(value: int, style: Style) -> str:
    return style.seven if value == 7 else DIGITS[value]


def spell(figures: str, style: Style = _DEFAULT) -> str:
    """Figure by figure: "1022" → "một không hai hai"."""
    return " ".join(_digit(int(figure), style) for figure in figures)


def _last_two(rest: int, style: Style, *, linked: bool) -> list[str]:
    tens, unit = divmod(rest, 10)
    last = _digit(unit, style)
    if tens == 0:
        return [style.zero_link, _AFTER_LINK.get(unit, last)] if linked else [last]
    head = ["mười"] if tens == 1 else [_digit(tens, style), "mươi"]
    endings = _AFTER_TEN if tens == 1 else _AFTER_TENS
    return [*head, endings.get(unit, last)] if unit else head


def _hundreds(group: int, style: Style, *, full: bool) -> list[str]:
    """A group of three; `full` says its zeros because something stands before it."""
    hundreds, rest = divmod(group, 100)
    head = [_digit(hundreds, style), "trăm"] if hundreds or full else []
    return head + _last_two(rest, style, linked=bool(head)) if rest else head


def _below_billion(number: int, style: Style, *, full: bool) -> list[str]:
    words: list[str] = []
    for size, name in ((10**6, "triệu"), (10**3, style.thousand), (1, "")):
        group, number = divmod(number, size)
        if group:
            words += _hundreds(group, style, full=full or bool(words))
            words += [name] if name else []
    return words


def cardinal(number: int, style: Style) -> str:
    """A whole number ≥ 0 in words: 2026 → "hai nghìn không trăm hai mươi sáu"."""
    billions, rest = divmod(number, _BILLION)
    if not billions:
        return " ".join(_below_billion(rest, style, full=False)) or DIGITS[0]
    tail = _below_billion(rest, style, full=True)
    return " ".join([cardinal(billions, style), "tỷ", *tail])


def whole(figures: str, style: Style) -> str:
    """A run of figures as a number, whatever its length; zeros before it are not said."""
    figures = figures.lstrip("0") or "0"
    return cardinal(int(figures), style) if len(figures) <= _LONGEST else spell(figures, style)


def with_zeros(figures: str, style: Style) -> str:
    """A label's number, zeros said: "07" → "không bảy", "015" → "không mười lăm"."""
    rest = figures.lstrip("0")
    zeros = [DIGITS[0]] * (len(figures) - len(rest))
    return " ".join([*zeros, whole(rest, style)] if rest else zeros)


def decimal(number: str, style: Style) -> str:
    """A number as written, dots grouping, comma decimal: "1.250,05" → "… phẩy không năm"."""
    integer, _, fraction = number.replace(".", "").partition(",")
    said = whole(integer, style)
    return f"{said} phẩy {_fraction(fraction, style)}" if fraction else said


def _fraction(figures: str, style: Style) -> str:
    """Up to three figures are read as a number (5,64: sáu mươi tư), zeros first and said."""
    return spell(figures, style) if len(figures) > 3 else with_zeros(figures, style)


def breath_between(first: str, second: str) -> str:
    """Side by side, 20 and 5 are heard as 25, 2 and 10 as 20, 3 and 5 as three years: a comma."""
    left, right = int(first), int(second)
    runs_on = left > 0 and left % 10 == 0
    is_tens = 1 < left < 10 <= right < 20
    return "," if runs_on or is_tens or right == 5 else ""


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(numeral: str) -> int | None:
    """The value of a Roman numeral up to CCCXCIX; None when it is not one in its proper form."""
    values = [_ROMAN.get(letter, 0) for letter in numeral.upper()]
    later = [*values[1:], 0]
    total = sum(-a if a < b else a for a, b in zip(values, later, strict=True))
    return total if total and _proper(total) == numeral.upper() else None


def _proper(number: int) -> str:
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"))
    written = ""
    for value, letters in (*steps, (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        written += letters * count
    return written
