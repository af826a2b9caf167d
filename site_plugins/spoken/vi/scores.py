"""Scores between two names: «Việt Nam 3-1 Thái Lan»; beside words of sport `ranges` knows them."""

import re

from site_plugins.spoken.context import after, before
from site_plugins.spoken.engine import Manner, rule
from site_plugins.spoken.syllables import CAPITAL
from site_plugins.spoken.vi.numbers import breath_between, whole

_NAME_BEFORE = re.compile(rf"(?<!\w)(?P<name>[{CAPITAL}][\w.]{{0,15}})\s\Z")
_NAME_AFTER = re.compile(rf"\s[{CAPITAL}]")
# «Điều 3-5 Luật»: a word that is numbered.
_NUMBERED = re.compile(
    r"(?:điều|khoản|lớp|thứ|quý|tháng|ngày|mục|chương|khối|tiết|từ|số|khu|tổ|thôn|tầng|trang|bài|"
    r"phần|câu|khoảng|cấp|năm|độ|nhóm|loại|bảng|hình|mẫu|đợt|kỳ|lần|tuần|lúc|sáng|chiều|tối|ca|"
    r"vòng|đường|tập|gói|mức)",
    re.IGNORECASE,
)


def _between_names(match: re.Match[str], manner: Manner) -> str | None:
    left = _NAME_BEFORE.search(before(match))
    if left is None or _NUMBERED.fullmatch(left["name"]) or not _NAME_AFTER.match(after(match)):
        return None
    first, last = match["a"], match["b"]
    breath = breath_between(first, last)
    return f"{whole(first, manner.style)}{breath} {whole(last, manner.style)}"


RULES = (
    rule(
        "scores.between_names",
        "figure",
        r"(?P<a>[0-9]{1,2})\s?[-–]\s?(?P<b>[0-9])(?![\w%/]|[-.,–][0-9])",
        _between_names,
    ),
)
