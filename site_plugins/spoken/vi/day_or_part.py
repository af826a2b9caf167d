"""1/3: the first of March, or a third? The words around tell."""

import re

from site_plugins.spoken.context import after, before, follows
from site_plugins.spoken.syllables import SMALL

# These say that a day comes; after them «ngày» is not said again.
NAMES_DAY = r"ngày|mùng|mồng|hôm|rằm|sáng|trưa|chiều|tối|đêm|khuya"
DAY_WORDS = (
    rf"{NAMES_DAY}|hôm (?:nay|qua|kia)|(?:sáng|trưa|chiều|tối|đêm|ngày) (?:nay|qua|mai|kia)|"
    r"lễ|giỗ(?: tổ)?|kỷ niệm|mừng|quốc khánh|tết|hạn|hạn chót|"
    r"quốc tế (?:thiếu nhi|lao động|phụ nữ|hạnh phúc)|"
    r"dịp|nhân|(?:thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật|cn|t[2-7]),?"
)
_TIME_WORDS = (
    rf"{DAY_WORDS}|từ|kể từ|bắt đầu từ|đến|tới|trước|sau|hết|vào|khai mạc|bế mạc|diễn ra|sinh|"
    r"công bố|khởi công|ra mắt|ra quân|phát động|nghỉ|giải phóng|thống nhất|thành lập"
)
_PLACES = (
    r"(?<!quãng )(?<!chặng )đường|phố|đại lộ|quảng trường|công viên|(?<!yêu )(?<!nhu )cầu|chợ|thpt|"
    r"thcs|tiểu học|mầm non|nhà máy|bệnh viện|nông trường|sân vận động|khách sạn|hợp tác xã|"
    r"ngã (?:ba|tư|năm|sáu)"
)
_PART_WORDS = (
    "chiếm|đạt|giảm|tăng|bằng|chỉ bằng|khoảng|chừng|gần|hơn|còn|chỉ còn|quá|trên|dưới|ít nhất|"
    "tối thiểu|tối đa|được|có|với|độ|tỷ lệ|tỉ lệ|mức|cấp|lớp|hoàn thành|mất|thiếu|non|ngót|lấy|"
    "cắt|bỏ|hết|thừa|pha|tới|cả|điểm|hệ|chấm|đúng|ngắn|dài|rộng|nặng|uống|ăn|dùng|đổ|thêm|bớt"
)
# After these a slash parts a mark from its scale, or a class from its grade.
_MARKS = (
    r"điểm(?: (?!(?:từ|đến|tới|trước|sau|vào|hết)(?!\w))\w+){0,2}|trình độ|"
    r"văn hóa|văn hoá|học vấn|hệ|lớp|(?<!giỗ )tổ|huyết áp|thị lực|mắt(?: \w+)?|"
    r"chấm|bầu|gấp|tầng|đứng|bậc|ngạch|(?:thương|bệnh) binh|lô|khu|thửa(?: đất)?(?: số)?|"
    r"phòng|số|nhịp|câu|hạng|thứ|trang|phần|tập|tiết|xóm|thôn|ấp|khóm|đội"
)
# «thương binh hạng 1/4, 2/4»: the next of them too.
MARKED = rf"(?:{_MARKS})(?:\s[0-9]{{1,2}}/[0-9]{{1,2}}(?:,|\svà|\shoặc)){{0,4}}"
# «1/3 số hộ»: what follows is the whole that is parted.
WHOLE = re.compile(
    r"\s(?:trong )?(?:số|tổng|tổng số|diện tích|dân số|quãng|chặng|chiều|thành viên|đại biểu|"
    r"nhu cầu|lượng|thời gian|kinh phí|giá trị|khối lượng|mức|nguồn|sản lượng|thế kỷ|thế giới|"
    r"cả nước|dân|người dân|hộ|hộ dân|đoạn|ngân sách|thu nhập|doanh thu|nhân loại|bề mặt|trái đất|"
    r"cơ thể|chặng đường|phiếu|cổ phần|vốn|phần|thìa|muỗng|cốc|chén|ly|quả|cuộc đời|nhân khẩu|"
    r"so)(?!\w)"
)
_COUNTABLE = (
    r"tiêu chí|chỉ tiêu|mục tiêu|xã|phường|thôn|xóm|bản|ấp|khóm|tổ|huyện|quận|tỉnh|thành phố|"
    r"trường|lớp|điểm|sao|phiếu|câu|trận|ván|môn|bước|nội dung|nhiệm vụ|đơn vị|cơ sở|chi bộ|"
    r"mẫu|con|cháu|ca bệnh|đảng bộ|địa phương|công trình|dự án|ngày|giờ|cán bộ|học sinh|vòng"
)
THINGS = re.compile(rf"\s?(?:{_COUNTABLE})(?!\w)")
_GOES_ON = (
    "năm|đến|tới|và|hằng|hàng|là|sẽ|đã|vừa|này|âm lịch|dương lịch|tại|ở|theo|do|từ|khi|lúc|sau|"
    "trước|nhưng|đang|thì|nhân|nhằm|diễn ra|khai mạc|khởi công|sắp|rồi|nghỉ|lịch sử|bất diệt|tết"
)
_NOUN = re.compile(rf"\s(?!(?:{_GOES_ON})(?!\w))[{SMALL}]")
_DATE_FOLLOWS = re.compile(
    r"\s(?:âm lịch|dương lịch|âl|(?:hằng|hàng) năm|năm (?:nay|ngoái|sau|tới|[0-9]))|"
    r"\s?\((?:âm lịch|[aâ]l)\)",
    re.IGNORECASE,
)
_TO_PART = re.compile(r"\s?(?:[-–]|đến|tới)\s?[0-9]{1,2}/[0-9]{1,2}(?P<whole>\s\w+(?:\s\w+)?)")
_REACHES = r"(?:chiếm|đạt|giảm|tăng|lên|mất|gần|bằng|là) (?:tới|đến|hết)"
_SPAN = re.compile(r"\s(?:ngày|giờ|buổi|tháng|năm học|thế kỷ)(?!\w)(?!\s[0-9])")
_COMMON_PARTS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)})


def is_day(match: re.Match[str], day: int, mon: int) -> bool:
    """Does day/mon, written without a year, name a day here?"""
    if (day, mon) in {(24, 7), (24, 24)}:
        return follows(match, f"{DAY_WORDS}|từ|đến|tới|trước|sau|hết") and not _is_counted(match)
    if follows(match, MARKED):
        return False
    if follows(match, DAY_WORDS):
        return not _is_counted(match)
    return not _is_part(match, day, mon) and _is_time(match, day, mon)


def _is_part(match: re.Match[str], day: int, mon: int) -> bool:
    """«2/3 diện tích», «từ 1/3 đến 1/2 diện tích», «1 1/2 giờ», «chiếm tới 2/3»."""
    if WHOLE.match(after(match)) or _is_first_part(match) or re.search(r"[0-9] \Z", before(match)):
        return True
    parted = follows(match, r"(?:tỷ lệ|tỉ lệ)(?: \w+)?|vòng|phân số|đáp số|kết quả(?: là)?")
    reached = follows(match, "(?:có|gồm|chiếm) (?:tới|đến)") and _NOUN.match(after(match))
    of_time = _SPAN.match(after(match)) is not None or follows(match, _REACHES)
    return bool(parted or reached) or ((day, mon) in _COMMON_PARTS and of_time)


def _is_counted(match: re.Match[str]) -> bool:
    """«hai ngày 5/7 xã», «cả ngày 24/24 giờ»: a share of what is counted."""
    return re.match(r"\s?(?:giờ|h|xã|phường|tiêu chí|chỉ tiêu)(?!\w)", after(match)) is not None


def _is_time(match: re.Match[str], day: int, mon: int) -> bool:
    if _DATE_FOLLOWS.match(after(match)) or follows(match, f"{_TIME_WORDS}|{_PLACES}"):
        return True
    if _is_joined(match) or is_news(match):
        return True
    if follows(match, _PART_WORDS):
        return day > mon and not THINGS.match(after(match))
    if day > mon:
        return not (THINGS.match(after(match)) and mon > 2)
    return (day, mon) not in _COMMON_PARTS and not _NOUN.match(after(match))


def is_news(match: re.Match[str]) -> bool:
    """«hôm nay (2/9)», the way news give a day."""
    bracketed = before(match, 1) == "(" and after(match, 1) == ")"
    return (
        bracketed and re.search(r"(?:nay|qua|mai|kia|trước|này)\s\(\Z", before(match)) is not None
    )


def _is_joined(match: re.Match[str]) -> bool:
    """«30/4 và 1/5»: beside a day that can only be one."""
    left = re.search(r"([0-9]{1,2})/([0-9]{1,2})\s?(?:,|và|hoặc|-|–|đến)\s?\Z", before(match))
    right = re.match(
        r"\s(?:và|đến|tới) (?:ngày )?([0-9]{1,2})/([0-9]{1,2})(?![0-9/])", after(match)
    )
    return any(s is not None and int(s[1]) > int(s[2]) for s in (left, right))


def _is_first_part(match: re.Match[str]) -> bool:
    """«từ 1/3 đến 1/2 diện tích»."""
    then = _TO_PART.match(after(match))
    return then is not None and WHOLE.match(then["whole"]) is not None


def are_parts(match: re.Match[str], first: tuple[int, int], last: tuple[int, int]) -> bool:
    """«1/3 - 1/2 diện tích», «giảm 1/3 - 1/2»: no days but shares."""
    common = {first, last} <= _COMMON_PARTS and follows(match, _PART_WORDS)
    return WHOLE.match(after(match)) is not None or common


def in_place_name(match: re.Match[str]) -> bool:
    """«đường 30/4»: the day is a name, nobody says «ngày» there."""
    return follows(match, _PLACES)
