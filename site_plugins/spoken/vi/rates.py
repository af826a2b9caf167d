"""What a quantity is counted by: «/tháng», «/100km», «/10.000 dân»."""

import re
from itertools import pairwise

from site_plugins.spoken.context import before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.model import Style
from site_plugins.spoken.syllables import SMALL
from site_plugins.spoken.vi.figures import NUMBER, SCALE, measured
from site_plugins.spoken.vi.units import CURRENCIES, MEASURES, UNIT, UNITS, any_of, unit_words

_SHORT = {
    "ng": "người",
    "ngđ": "ngày đêm",
    "ng.đ": "ngày đêm",
    "h": "giờ",
    "th": "tháng",
    "s": "giây",
    "s²": "giây bình phương",
    "s2": "giây bình phương",
    "ounce": "ao xơ",
    "HS": "học sinh",
    "SV": "sinh viên",
    "GV": "giáo viên",
    "HTX": "hợp tác xã",
    "DN": "doanh nghiệp",
    "tấn.km": "tấn ki lô mét",
    "hành khách.km": "hành khách ki lô mét",
}
# A longer name stands before the shorter one that begins it.
_WORDS = (
    "người|nhân khẩu|khẩu|hộ gia đình|hộ|gia đình|tháng|năm học|năm|ngày đêm|ngày|đêm|"
    "giờ|phút|giây|tuần|quý|đợt|kỳ|vụ|lần|lượt|buổi|tiết|suất|ca|học sinh|sinh viên|"
    "học viên|trẻ em|trẻ|cháu|em|đối tượng|thành viên|hội viên|lao động|cán bộ|xã|phường|"
    "thôn|bản|làng|xóm|ấp|tổ|lớp|trường|nhà|căn|phòng|sào|mẫu|công|tấn|tạ|yến|lít|"
    "con|cây|bộ|cuốn|tờ|giấy|hồ sơ|bài|tin|trang|chuyến|xe|héc ta|mô hình|dự án|"
    "công trình|nhóm|phiếu|thẻ|học kỳ|khóa|điểm|cơ sở|đơn vị|dân|cổ phiếu|lượng|chỉ|"
    "thùng|bao|chai|hộp|gói|quyển|bữa|vé|bàn|sản phẩm|chương trình|chuyên mục|phiên|phụ nữ|"
    "giáo viên|bác sĩ|bé gái|bé trai|bé|thửa|lô|cuộc|trận|tác phẩm|"
    "lứa|mẻ|gốc|khóm|bụi|luống|quả|sổ|khách|ghế|môn|tín chỉ|món|cốc|bát|huyện|tỉnh|bệnh nhân|"
    "giường|trục|ô tô|mô tô"
)
_ANY = rf"(?:{any_of([*UNITS, *_SHORT])}|(?:(?:vạn|nghìn|ngàn|triệu) )?(?:{_WORDS}))"
_COUNTED_BY = rf"\s?/\s?(?:{NUMBER}(?:{SCALE})?\s?)?{_ANY}(?!\w|\.\w)"
PER_CHAIN = rf"(?:{_COUNTED_BY}){{1,3}}"
# After a unit any word is what it is counted by; elsewhere a slash may stand between two names.
PER_AFTER_UNIT = rf"(?:{_COUNTED_BY}|\s?/\s?[{SMALL}]{{2,8}}(?!\w)){{1,3}}"
_PART = re.compile(rf"(?:(?P<n>{NUMBER})(?P<scale>{SCALE})?)?\s?(?P<by>.+)", re.DOTALL)

# Physical rates are read «trên» (mg/l: mi li gam trên lít), counted ones «một» (đồng một tháng).
_PHYSICAL = frozenset(MEASURES.values()) - {"héc ta"}
_PHYSICAL_PER = re.compile(r"h|s[²2]?|[md]?[lL]|c?m[²³23]|k?g|km|giờ|giây|lít")
# Two names of one kind with a slash between are a choice: 5 xã/phường, 20 tin/bài.
_KINDS = tuple(
    frozenset(kind.split(","))
    for kind in (
        "xã,phường,huyện,tỉnh,quận,thị xã",
        "thôn,bản,làng,xóm,ấp,tổ,khóm,buôn,khu",
        "sinh,viên,em,cháu,trẻ",
        "hộ,đình,khẩu,người,hộ gia đình",
        "bài,tin,ảnh,trang",
        "con,cây,giống",
        "phiếu,thẻ,giấy,tờ,hồ sơ",
        "hình,án,trình,mô hình,dự án,công trình",
        "vị,quan,ty,chức,nghiệp,sở,cơ sở,đơn vị",
        "nhóm,tổ,đội",
        "THT,HTX,DN,nghiệp",
        "GV,HS,SV,viên,bộ,chức,giáo viên,học sinh,sinh viên",
        "trai,gái,bé trai,bé gái",
        "lớn,trẻ,trẻ em,em",
    )
)
_MONEY_BEFORE = re.compile(
    rf"(?<!\w)(?:{any_of(CURRENCIES)}|triệu|tỷ|tỉ|nghìn|ngàn|tấn|tạ|lần|lượt|buổi|suất|"
    r"phần trăm|%|lít|trở lên|trở xuống)\Z"
)
# «tỷ lệ mắc/100.000 dân»
_OF_MANY = re.compile(r"1[0.]{3,8}\s")
# A word counted by may have several syllables: đồng/vụ việc/tổ.
_COUNT_BEFORE = re.compile(r"(?:[0-9]|(?<![^\W\d_])(?:đồng|đ)\s?/)(?:\s?[^\W\d_]{1,8}){1,6}\Z")
_SPELLS = {"h", "giờ", "ngày", "tuần", "tháng", "th", "quý", "năm"}
_LAST_WORD = re.compile(r"\w+\Z")

_ALONE = re.compile(
    r"[kc]?m[²³23]|[kcm]m|[mk]g|mcg|ml|[kMG]Wh|[kM]W|kV|mmHg|mmol|[kMG]Hz|[MG]B|Mbps|kcal|mAh|inch|"
    r"pixel|miligam|mililít"
)


def per(chain: str, unit: str, style: Style) -> str:
    """The words of "/người/tháng": "một người một tháng"; `unit` is what stands before, said."""
    parts = [part.strip() for part in chain.split("/")[1:]]
    return " ".join(
        _counted_by(by, unit, style) if not _same_kind(left, by) else f"hoặc {_name(by, style)}"
        for left, by in pairwise(("", *parts))
    )


def _counted_by(part: str, unit: str, style: Style) -> str:
    match = _PART.fullmatch(part)
    if match is None or not match["n"] or match["n"] + (match["scale"] or "") == "1":
        by, is_one = (match["by"], bool(match["n"])) if match else (part, False)
        link = _link(by, unit)
        return f"{link}{' một' if is_one and link != 'một' else ''} {_name(by, style)}"
    link = "trong" if match["by"] in _SPELLS else "trên"
    number = measured(match["n"], style) + (match["scale"] or "")
    return f"{link} {number} {_name(match['by'], style)}"


def _name(by: str, style: Style) -> str:
    return _SHORT.get(by) or (unit_words(by, style) if by in UNITS else by)


def _link(by: str, unit: str) -> str:
    return "trên" if unit in _PHYSICAL and _PHYSICAL_PER.fullmatch(by) else "một"


def _after_word(match: re.Match[str], manner: Manner) -> str | None:
    """20 kg gạo/người, đồng/lượt, con/m²; but xã/phường is a choice, USD/VND a pair."""
    left = before(match).rstrip()
    by = match["by"].lstrip("/ ")
    if by in CURRENCIES and left[-3:].isupper():
        return None
    known = _MONEY_BEFORE.search(left) or by in UNITS or _OF_MANY.match(by)
    counted = _COUNT_BEFORE.search(left) and not _same_kind(left, by)
    return per(match[0], "", manner.style) if known or counted else None


def _same_kind(left: str, by: str) -> bool:
    word = _LAST_WORD.search(left)
    return any(word is not None and word[0] in kind and by in kind for kind in _KINDS)


def _lone(match: re.Match[str], manner: Manner) -> str | None:
    """A unit without a number: «mỗi km», «tính bằng mg/l»; a single letter only with its rate."""
    form, chain = match["unit"], match["per"]
    if not chain and not _ALONE.fullmatch(form):
        return None
    said = unit_words(form, manner.style)
    return f"{said} {per(chain, said, manner.style)}" if chain else said


RULES = (
    rule(
        "units.lone",
        "word",
        rf"(?P<unit>{UNIT})(?P<per>{PER_CHAIN})?(?!\w)",
        _lone,
    ),
    rule("units.lone", "word", rf"(?P<unit>{_ALONE.pattern})(?P<per>)(?=[0-9])", _lone),
    rule("units.per", "sign", rf"(?P<by>{_COUNTED_BY})(?:{_COUNTED_BY}){{0,2}}", _after_word),
)
