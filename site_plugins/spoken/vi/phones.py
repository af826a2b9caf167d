"""Telephone numbers and hotlines, figure by figure in groups; identity numbers the same way."""

import re

from site_plugins.spoken.context import after, follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.numbers import spell

_CALL = (
    r"điện thoại|số điện thoại|đt|sđt|đtdđ|di động|số máy|hotline|đường dây nóng|"
    r"tổng đài|gọi|"
    r"gọi số|gọi đến|gọi tới|gọi ngay|liên hệ|liên hệ số|số|zalo|fax|tel|máy lẻ|cứu hỏa|"
    r"cứu hoả|cấp cứu|cảnh sát|công an|bảo vệ trẻ em|hỗ trợ|nhắn tin|đầu số|(?:gọi|số) \w{1,6}"
)
_SHORT_CALL = (
    r"(?:điện thoại|đt|sđt|hotline|đường dây nóng|tổng đài|gọi|số máy|cứu hỏa|cứu hoả|cấp cứu|"
    r"cảnh sát|cứu thương|bảo vệ trẻ em|đầu số|máy lẻ)"
    r"(?:\s(?:quốc gia|số|đến|tới|ngay|là|khẩn cấp)){0,3}"
)
_CODES = (
    r"cccd|căn cước|căn cước công dân|định danh|định danh cá nhân|cmnd|mã số|mã số thuế|mã hồ sơ|"
    r"mã|mst|mã số định danh|số thẻ|số tài khoản|tài khoản|stk|số seri|(?:cccd|cmnd|căn cước) số|"
    r"(?:định danh|tài khoản|hồ sơ|mã số|thẻ|thuế) số|số hồ sơ|số sổ"
)
_GAP = r"[ .-]"


def _groups(figures: str) -> list[str]:
    """The usual groups of an unbroken number: 0912 345 678; 1900 1234; 0208 3123 456."""
    sizes = {8: (4, 4), 9: (3, 3, 3), 10: (4, 3, 3), 11: (4, 4, 3), 12: (3, 3, 3, 3)}
    groups, start = [], 0
    for size in sizes.get(len(figures), (3,) * (len(figures) // 3) + (len(figures) % 3,)):
        groups.append(figures[start : start + size])
        start += size
    return [group for group in groups if group]


def _said(written: str, manner: Manner) -> str:
    """The written groups are kept; a comma is the breath between them."""
    groups = re.findall(r"[0-9]+", written)
    if len(groups) == 1 and len(groups[0]) > 5:
        groups = _groups(groups[0])
    plus = "cộng " if "+" in written else ""
    return plus + ", ".join(spell(group, manner.style) for group in groups)


def _phone(match: re.Match[str], manner: Manner) -> str:
    return _said(match[0], manner)


def _called(match: re.Match[str], manner: Manner) -> str | None:
    return _said(match[0], manner) if follows(match, _CALL) else None


def _short(match: re.Match[str], manner: Manner) -> str | None:
    return _said(match[0], manner) if follows(match, _SHORT_CALL) else None


def _national(match: re.Match[str], manner: Manner) -> str | None:
    """1022 before a name or at the end is the hotline; before a thing counted it is a number."""
    return None if re.match(r"\s[a-zà-ỹđ%]", after(match, 2)) else spell(match[0], manner.style)


def _identity(match: re.Match[str], manner: Manner) -> str | None:
    return _said(match[0], manner) if follows(match, _CODES) else None


RULES = (
    rule("codes.identity", "figure", r"[0-9]{6,16}(?:-[0-9]{3})?(?![0-9]|[.,][0-9])", _identity),
    rule(
        "phones.number",
        "figure",
        rf"0{_GAP}?[1-9](?:{_GAP}?[0-9]){{7,9}}(?![0-9]|[.,/-][0-9])",
        _phone,
    ),
    rule("phones.area", "sign", rf"\(0[1-9][0-9]{{1,3}}\)(?:{_GAP}?[0-9]){{5,8}}(?![0-9])", _phone),
    rule("phones.abroad", "sign", rf"\(?\+84\)?(?:{_GAP}?[0-9]){{8,10}}(?![0-9])", _phone),
    rule(
        "phones.service",
        "figure",
        r"1[89]00[ .-]?[0-9]{2,6}(?:[ .-][0-9]{2,4})?(?![0-9]|[.,][0-9])",
        _called,
    ),
    rule(
        "phones.service", "figure", r"1[89]00[ .-]?[0-9]{4}(?:[0-9]{2})?(?![0-9]|[.,][0-9])", _phone
    ),
    rule(
        "phones.short",
        "figure",
        r"(?:1[0-9]{2,5}|[0-9]{3,4}[ .][0-9]{3,4}(?:[ .][0-9]{3})?)(?![0-9]|[.,/][0-9])",
        _short,
    ),
    rule("phones.national", "figure", r"1022(?![0-9]|[.,/][0-9])", _national),
)
