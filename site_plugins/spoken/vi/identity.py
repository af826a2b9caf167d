"""Numbers that name a person, an account, a file: figure by figure in groups."""

import re

from site_plugins.spoken.context import follows
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.vi.counted import counts, stands_alone
from site_plugins.spoken.vi.letters import spelled
from site_plugins.spoken.vi.numbers import spell
from site_plugins.spoken.vi.phones import written_groups

_PAPERS = (
    r"mã(?:\s[^\W\d]{1,9}){0,3}|gcn|giấy chứng nhận|số phát hành|số vào sổ|cccd|cmnd|cmt|cmtnd|"
    r"căn cước(?: công dân)?|"
    r"chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?|hộ chiếu|mst|stk|tài khoản|tk|số tk|"
    r"số thẻ|thẻ|seri|sê ri|sê-ri|series|imei|sổ(?: bảo hiểm xã hội| bhxh| hộ khẩu| đỏ)?|bhxh|bhyt|"
    r"bảo hiểm(?: y tế| xã hội)|hồ sơ|giấy phép lái xe|gplx|khách hàng|otp|sbd|thuê bao|"
    r"số (?:báo danh|danh bạ|hiệu tài khoản|vận đơn|đăng ký)"
)
_NAMED = rf"(?:{_PAPERS})(?:\s(?:của \w{{1,12}}|số|là|gồm|điện tử)){{0,3}}"
# Only these name as few as four figures.
_CODED = (
    r"(?:mã(?: số)?|otp|pin|sbd|số báo danh|mã (?:bưu chính|bưu điện|xác thực|otp|pin|học sinh|"
    r"sinh viên|khách hàng|hộ|đơn vị|ngành|vùng))(?:\s(?:số|là))?"
)
_TOTAL = r"tổng(?:\s\w{1,6}){1,4}"
_LONG = 8
# A card's own letters are two (GD 4 79…); longer known ones name the paper: «số sổ BHXH 3821…».
_CARD_LETTERS = 2
# Nothing else is written in four groups of four.
_CARD = re.compile(r"[0-9]{4}(?:[ -][0-9]{4}){3}")
_RUN = re.compile(r"[0-9]+|[A-Za-zĐđ]+")


def _grouped(written: str, manner: Manner) -> str:
    return ", ".join(spell(group, manner.style) for group in written_groups(written))


def _number(match: re.Match[str], manner: Manner) -> str | None:
    """1234 after «mã» is a name, but 500000 after «tài khoản» may be money."""
    named = follows(match, _NAMED if len(match[0]) > 5 else _CODED) and not follows(match, _TOTAL)
    named = named or _CARD.fullmatch(match[0]) is not None
    amount = re.fullmatch(
        r"[1-9][0-9]{0,2}(?:[. ][0-9]{3})+|[0-9]{2}\.[0-9]{2}\.[0-9]{4}", match[0]
    )
    return _grouped(match[0], manner) if named and not amount and stands_alone(match) else None


def _zero(match: re.Match[str], manner: Manner) -> str | None:
    """No amount begins with a zero."""
    return None if counts(match) else _grouped(match[0], manner)


def _block(block: str, manner: Manner) -> str:
    """Letters and a few figures go together (H29); a long number has its breaths."""
    breath = ", " if len(block) > 6 else " "
    return breath.join(
        _grouped(run, manner) if run[0].isdecimal() else spelled(run) for run in _RUN.findall(block)
    )


def _blocks(match: re.Match[str], manner: Manner) -> str:
    return ", ".join(_block(block, manner) for block in re.split(r"[\s./-]+", match[0]))


def _mixed(match: re.Match[str], manner: Manner) -> str | None:
    """DN4010123456789, GD 4 79 7912345678, H29.15: what stands between marks goes together."""
    is_mixed = re.search("[0-9]", match[0]) and re.search("[A-ZĐ]", match[0])
    # «thẻ BHYT 2025» is an acronym and a number, but nothing else has so many figures.
    head = re.split(r"[\s.-]", match[0])[0]
    known = manner.lexicon.spoken(head)
    if not is_mixed or (known and len(re.findall("[0-9]", match[0])) < _LONG):
        return None
    if not follows(match, _NAMED):
        return None
    number = match[0].removeprefix(head).strip()
    if known and len(head) > _CARD_LETTERS and number.isdecimal():
        return f"{known} {_grouped(number, manner)}"
    return _blocks(match, manner)


def _password(match: re.Match[str], manner: Manner) -> str | None:
    """«mật khẩu: abc123»: whoever hears it types it."""
    return _block(match[0], manner) if follows(match, _SIGN_IN) else None


_SIGN_IN = r"(?:mật khẩu|password|pass)(?:\s(?:wi-?fi|là|mới|cũ)){0,2}"
_END = r"(?![\w]|[.,/][0-9])"
RULES = (
    rule(
        "identity.file",
        "figure word",
        r"(?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.)?[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,3}-[0-9]{6}-[0-9]{4,5}(?!\w)",
        _blocks,
    ),
    rule(
        "identity.procedure",
        "figure",
        r"[1-3]\.[0-9]{6}(?:\.[0-9]{3}(?:\.[0-9]{2}){2}\.[A-Z][0-9]{2})?(?![\w]|[.,][0-9])",
        _blocks,
    ),
    rule("identity.number", "figure", rf"[0-9]{{4,20}}(?:-[0-9]{{3}})?{_END}(?!-[0-9])", _number),
    rule(
        "identity.number",
        "figure",
        rf"[0-9]{{2,5}}(?:[ -][0-9]{{2,5}}){{2,6}}(?: [0-9])?{_END}(?!-[0-9])",
        _number,
    ),
    rule("identity.number", "figure", rf"[0-9]{{2,6}}(?:\.[0-9]{{1,8}}){{2,5}}{_END}", _number),
    rule("identity.password", "word", rf"[A-Za-z]{{1,16}}[0-9]{{1,12}}{_END}", _password),
    rule(
        "identity.mixed",
        "figure word",
        r"[A-ZĐ0-9]{1,16}(?:[.-][A-ZĐ0-9]{1,12}){0,8}(?:\s[0-9]{1,10}){0,6}(?![\w]|[.,/][0-9])",
        _mixed,
    ),
)
# After the telephones.
LATER = (rule("identity.zero", "figure", rf"0[0-9]{{7,15}}{_END}", _zero),)
