"""What was written is what is heard: sentences made of parts whose right reading is known.

Each part is made with its reading, by a speller of its own that shares nothing with the rules.
"""

import re
import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from site_plugins.spoken import Reading, read_aloud

Part = tuple[str, str]
_ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_GROUPS = ["", " nghìn", " triệu"]


def _two(number: int) -> str:
    tens, ones = number // 10, number % 10
    if tens == 0:
        return "linh " + ("tư" if ones == 4 else _ONES[ones])
    last = {0: "", 4: " bốn" if tens == 1 else " tư", 5: " lăm"}.get(ones, " " + _ONES[ones])
    if tens == 1:
        return "mười" + last
    return _ONES[tens] + " mươi" + (" mốt" if ones == 1 else last)


def _three(number: int, *, first: bool) -> str:
    hundreds, rest = number // 100, number % 100
    if first and not hundreds:
        return _ONES[rest] if rest < 10 else _two(rest)
    return _ONES[hundreds] + " trăm" + (" " + _two(rest) if rest else "")


def _say(number: int) -> str:
    """A number below a thousand billions, three figures at a time, from the left."""
    if number >= 10**9:
        rest = number % 10**9
        return _say(number // 10**9) + " tỷ" + (" " + _tail(rest) if rest else "")
    return _tail(number, first=True) or _ONES[0]


def _tail(number: int, *, first: bool = False) -> str:
    said: list[str] = []
    for size in (2, 1, 0):
        group = number // 1000**size % 1000
        if group:
            said.append(_three(group, first=first and not said) + _GROUPS[size])
    return " ".join(said)


def _month(number: int) -> str:
    return "tư" if number == 4 else _say(number)


def _figures(digits: str) -> str:
    return " ".join(_ONES[int(digit)] for digit in digits)


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


_YEARS = st.integers(1945, 2045)
_AMOUNTS = st.integers(1, 10**12 - 1).map(lambda n: (f"{_dotted(n)} đồng", f"{_say(n)} đồng"))
_RATES = st.integers(1, 10**8).map(
    lambda n: (f"{_dotted(n)}đ/người/tháng", f"{_say(n)} đồng một người một tháng")
)
_COUNTS = st.integers(2, 999).map(lambda n: (f"{n} hộ gia đình", f"{_say(n)} hộ gia đình"))
_PERCENTAGES = st.tuples(st.integers(0, 100), st.integers(1, 9)).map(
    lambda p: (f"{p[0]},{p[1]}% kinh phí", f"{_say(p[0])} phẩy {_ONES[p[1]]} phần trăm kinh phí")
)
_DATES = st.dates(date(1945, 1, 1), date(2044, 12, 31)).map(
    lambda d: (
        f"từ ngày {d.day:02d}/{d.month:02d}/{d.year}",
        f"từ ngày {_say(d.day)} tháng {_month(d.month)} năm {_say(d.year)}",
    )
)
_TERMS = _YEARS.map(
    lambda y: (f"giai đoạn {y}–{y + 5}", f"giai đoạn {_say(y)} đến {_say(y + 5)}"),
)
_SINGLE_YEARS = _YEARS.map(lambda y: (f"trong năm {y}", f"trong năm {_say(y)}"))
_TIMES = st.tuples(st.integers(0, 23), st.integers(1, 59)).map(
    lambda t: (f"lúc {t[0]}h{t[1]:02d}", f"lúc {_say(t[0])} giờ {_say(t[1])} phút")
)
_DECREES = st.tuples(st.integers(10, 400), _YEARS).map(
    lambda d: (
        f"Nghị định số {d[0]}/{d[1]}/NĐ-CP",
        f"Nghị định số {_say(d[0])} năm {_say(d[1])} của Chính phủ",
    )
)
_ARTICLES = st.tuples(st.integers(1, 20), st.integers(1, 200)).map(
    lambda a: (f"khoản {a[0]} Điều {a[1]}", f"khoản {_say(a[0])} Điều {_say(a[1])}")
)
_PHONES = st.from_regex(r"\A09[0-9]{8}\Z").map(
    lambda n: (f"số điện thoại {n[:4]}.{n[4:7]}.{n[7:]}", f"số điện thoại {_figures(n)}")
)
_NAMES = st.sampled_from(
    [
        ("UBND xã", "Ủy ban nhân dân xã"),
        ("các hộ nghèo (nếu có)", "các hộ nghèo nếu có"),
        ("kinh tế - xã hội", "kinh tế xã hội"),
        ("“Truyền thông chính sách”", "Truyền thông chính sách"),
        ("Thường xuyên/liên tục", "Thường xuyên liên tục"),
        ("**lưu ý**", "lưu ý"),
        ("Tài chính & Kế hoạch", "Tài chính và Kế hoạch"),
        ("người dân", "người dân"),
    ]
)
_PARTS = st.one_of(
    _AMOUNTS, _RATES, _COUNTS, _PERCENTAGES, _DATES, _TERMS, _SINGLE_YEARS, _TIMES, _DECREES,
    _ARTICLES, _PHONES, _NAMES,
)  # fmt: skip
# Ordinary words between two parts, with the marks that may stand before them.
_LINKS = st.sampled_from(
    [" thì xã giao ", ", người dân nộp ", "; cán bộ ghi ", ". Thôn nhận ", " (xem lại) và xem "]
)
_SPACES = st.sampled_from([" ", " ", "  ", "\u00a0", "\u2009", " \u200b", "\u202f"])


@st.composite
def _sentences(draw: st.DrawFn) -> Part:
    """A sentence as it may be pasted, and what is to be heard."""
    written, heard = "Nay ", "Nay "
    # No second decree: what was said in a clause is not said again.
    parts = st.lists(_PARTS, min_size=1, max_size=6, unique_by=lambda part: part[0].split()[0])
    for part in draw(parts):
        link = draw(_LINKS)
        written, heard = written + part[0] + link, heard + part[1] + link
    spaced = re.sub(" ", lambda _: draw(_SPACES), written + "xong.")
    typed = unicodedata.normalize("NFD", spaced) if draw(st.booleans()) else spaced
    return typed, heard + "xong."


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


@given(_sentences())
@settings(max_examples=400, deadline=None)
def test_what_is_heard_is_what_was_written(sentence: Part) -> None:
    """Word for word, in order: nothing wrong, nothing lost, nothing added; no figure is left."""
    written, heard = sentence
    reading = read_aloud(written)
    assert _words(str(reading)) == _words(heard)
    assert not re.search(r"\d", str(reading))
    assert reading.problems == ()


@given(_sentences())
@settings(deadline=None)
def test_reading_a_reading_changes_nothing(sentence: Part) -> None:
    """The spoken text is a text that is said as it stands."""
    reading = read_aloud(sentence[0])
    assert str(read_aloud(str(reading))) == str(reading)


@given(_sentences())
@settings(deadline=None)
def test_whatever_is_changed_names_its_rule(sentence: Part) -> None:
    """The trace covers the text; where a rule is named, the source shows what it read."""
    reading = read_aloud(sentence[0])
    assert covers(reading)
    for span in reading.trace:
        if not span.rule:
            assert span.spoken == reading.written[span.start : span.end]
    places = [reading.in_source(span) for span in reading.trace]
    assert places[0][0] == 0
    assert places[-1][1] == len(sentence[0])


def covers(reading: Reading) -> bool:
    """Do the spans follow one another from the first character to the last?"""
    ends = [0, *(span.end for span in reading.trace)]
    starts = [*(span.start for span in reading.trace), len(reading.written)]
    return ends == starts
