"""Units of measure and money after a number, and what they are counted by ("/tháng")."""

import re

UNITS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "°C": "độ xê",
    "° C": "độ xê",
    "°": "độ",
    "km²": "ki lô mét vuông",
    "km2": "ki lô mét vuông",
    "km": "ki lô mét",
    "Km": "ki lô mét",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "m³": "mét khối",
    "m3": "mét khối",
    "cm²": "xăng ti mét vuông",
    "cm2": "xăng ti mét vuông",
    "cm": "xăng ti mét",
    "km³": "ki lô mét khối",
    "km3": "ki lô mét khối",
    "cm³": "xăng ti mét khối",
    "cm3": "xăng ti mét khối",
    "mm": "mi li mét",
    "dm": "đề xi mét",
    "m": "mét",
    "ha": "héc ta",
    "kg": "ki lô gam",
    "g": "gam",
    "mg": "mi li gam",
    "µg": "mi crô gam",
    "μg": "mi crô gam",
    "l": "lít",
    "ml": "mi li lít",
    "kWh": "ki lô oát giờ",
    "kwh": "ki lô oát giờ",
    "MWh": "mê ga oát giờ",
    "kW": "ki lô oát",
    "KW": "ki lô oát",
    "MW": "mê ga oát",
    "W": "oát",
    "V": "vôn",
    "kV": "ki lô vôn",
    "kVA": "ki lô vôn am pe",
    "MB": "mê ga bai",
    "GB": "gi ga bai",
    "Mbps": "mê ga bít trên giây",
    "MHz": "mê ga héc",
    "kHz": "ki lô héc",
    "dB": "đê xi ben",
    "đ": "đồng",
    "đồng": "đồng",
    "VNĐ": "đồng",
    "VND": "đồng",
    "vnđ": "đồng",
    "USD": "đô la Mỹ",
    "trđ": "triệu đồng",
    "trđồng": "triệu đồng",
    "tr.đ": "triệu đồng",
    "tr.đồng": "triệu đồng",
    "tỷđ": "tỷ đồng",
    "k": "nghìn",
}
# Read after a number, and as the thing counted by, but spelt as they are said.
_WORDS = (
    "triệu đồng|tỷ đồng|tỉ đồng|nghìn đồng|ngàn đồng|triệu|tỷ|tỉ|nghìn|ngàn|đồng|tấn|tạ|yến|lít|"
    "sào|mẫu|công|lần|lượt|buổi|tiết|suất|ca|giờ|ngày|tuần|tháng|người|hộ|con|cây|điểm|phiếu|trẻ"
)
_PER = {
    "ng": "người",
    "h": "giờ",
    "s": "giây",
    "24h": "hai mươi tư giờ",
    **{
        unit: UNITS[unit]
        for unit in (
            "km²",
            "km2",
            "km",
            "m²",
            "m2",
            "m³",
            "m3",
            "cm²",
            "ha",
            "kg",
            "g",
            "l",
            "ml",
            "kWh",
            "kW",
            "m",
            "cm3",
            "cm",
        )
    },
}
_PER_WORDS = (
    "người|nhân khẩu|khẩu|hộ gia đình|hộ|gia đình|tháng|năm|ngày đêm|ngày|đêm|giờ|phút|giây|tuần|"
    "quý|đợt|kỳ|vụ|lần|lượt|buổi|tiết|suất|ca|học sinh|sinh viên|học viên|trẻ em|trẻ|cháu|em|"
    "đối tượng|thành viên|hội viên|lao động|cán bộ|xã|thôn|bản|làng|xóm|ấp|tổ|lớp|trường|nhà|căn|"
    "phòng|sào|mẫu|công|tấn|tạ|yến|lít|con|cây|bộ|cuốn|tờ|giấy|hồ sơ|bài|tin|trang|chuyến|xe|"
    "héc ta|mô hình|dự án|công trình|nhóm|phiếu|thẻ|kg|năm học|học kỳ|khóa|điểm|cơ sở|đơn vị"
)


def _longest_first(forms: list[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


_PER_ANY = f"(?:{_longest_first(list(_PER))}|{_PER_WORDS})"
PER_CHAIN = rf"(?:\s?/\s?{_PER_ANY}(?!\w)){{1,3}}"
UNIT = rf"(?:{_longest_first(list(UNITS))})(?!\w)"
COUNTED = rf"(?:{_WORDS})(?={PER_CHAIN})"

# Physical rates are read «trên» (mg/l: mi li gam trên lít), counted ones «một» (đồng một tháng).
_PHYSICAL = frozenset(
    ("ki lô mét", "mét", "mi li mét", "mi li gam", "mi crô gam", "gam", "ki lô gam", "mét khối")
)
_PHYSICAL_PER = frozenset({"h", "s", "l", "ml", "m³", "m3", "m²", "m2", "kg", "cm²", "giờ", "giây"})


def per(chain: str, unit: str) -> str:
    """The words of "/người/tháng": "một người một tháng"; `unit` is what stands before, said."""
    parts = [part.strip() for part in chain.split("/")[1:]]
    return " ".join(f"{_link(part, unit)} {_PER.get(part, part)}" for part in parts)


def _link(part: str, unit: str) -> str:
    if part == "24h":
        return "trong"
    return "trên" if unit in _PHYSICAL and part in _PHYSICAL_PER else "một"
