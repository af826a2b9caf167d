"""Is a number a name (a hotline, a code), or does it count what stands after it?"""

import re

from site_plugins.spoken.context import after
from site_plugins.spoken.syllables import CAPITAL

_MEASURED = re.compile(
    r"\s?(?:[%‰°]|(?:đ|đồng|VNĐ|VND|vnđ|USD|EUR|triệu|tỷ|tỉ|nghìn|ngàn|trăm|lượt|người|hộ|cuộc|"
    r"trường hợp|km|kg|ha|m²|m2)(?!\w))"
)
# What may go on after a number that is a name; any other small word may be what is counted.
_GOES_ON = re.compile(
    rf"\s*(?:\Z|[-.,;:?!…)\]\"”'»/–]|[\n(]|[{CAPITAL}](?!\w*/)|(?:để|nếu|khi|hoặc|hay|và|ngay|của|do|được|"
    r"là|tại|trên|từ|với|cho|mà|thì|theo|sẽ|đã|đang|có|luôn|miễn phí|hoạt động|tiếp nhận|trực|"
    r"nhánh|phím|máy lẻ|nhờ|yêu cầu|báo|trình báo|ngày|trong|trước|sau|đến|tới|qua|bằng|cấp|gồm|"
    r"không|chưa|còn|này|đó|kia|vừa|cùng|như|ở|tỉnh|thành phố|xã|phường|công an|cảnh sát|cấp cứu|"
    r"chữa cháy|cứu hộ|tư vấn|hỗ trợ|phục vụ|giải đáp|mở|đứng tên|gửi|tên|mang tên|thuộc|phản ánh|"
    r"kèm|ghi|in|trúng|đạt|ký|anh|chị|ông|bà|khẩn cấp|gặp|lúc)(?!\w))"
)


def counts(match: re.Match[str]) -> bool:
    """A unit, money or a crowd stands after the number."""
    return _MEASURED.match(after(match, 12)) is not None


def stands_alone(match: re.Match[str]) -> bool:
    """Nothing that could be counted stands after the number."""
    return not counts(match) and _GOES_ON.match(after(match, 24)) is not None
