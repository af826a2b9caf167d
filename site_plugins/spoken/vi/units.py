"""Units of measure and of money: how each is written and what is said for it."""

import re
from collections.abc import Iterable

from site_plugins.spoken.model import Style

_LENGTHS = {
    "km": "ki lô mét",
    "hm": "héc tô mét",
    "m": "mét",
    "dm": "đề xi mét",
    "cm": "xăng ti mét",
    "mm": "mi li mét",
}
# m² and m2, m³ and m3
_RAISED = {**_LENGTHS, "M": "mét", "Km": "ki lô mét", "KM": "ki lô mét"}
_SQUARES = {f"{unit}{two}": f"{said} vuông" for unit, said in _RAISED.items() for two in "²2"}
_CUBES = {f"{unit}{three}": f"{said} khối" for unit, said in _RAISED.items() for three in "³3"}
_MICRO = {
    f"{micro}{unit}": f"mi cơ rô {said}"
    for micro in ("µ", "μ")
    for unit, said in (("m", "mét"), ("g", "gam"), ("l", "lít"), ("L", "lít"), ("s", "giây"))
}
MEASURES = {
    **_LENGTHS,
    **_SQUARES,
    **_CUBES,
    **_MICRO,
    "Km": "ki lô mét",
    "nm": "na nô mét",
    "ha": "héc ta",
    "inch": "inh",
    "inches": "inh",
    "feet": "phít",
    "ft": "phít",
    "mph": "dặm trên giờ",
    "''": "inh",
    "lb": "pao",
    "lbs": "pao",
    "oz": "ao xơ",
    "gallon": "ga lông",
    "kg": "ki lô gam",
    "Kg": "ki lô gam",
    "g": "gam",
    "gr": "gam",
    "mg": "mi li gam",
    "mcg": "mi cơ rô gam",
    "l": "lít",
    "L": "lít",
    "lít": "lít",
    "dl": "đề xi lít",
    "dL": "đề xi lít",
    "ml": "mi li lít",
    "mL": "mi li lít",
    "cc": "xê xê",
    "mmol": "mi li mon",
    "kcal": "ki lô ca lo",
    "Kcal": "ki lô ca lo",
    "cal": "ca lo",
    "kJ": "ki lô jun",
    "Wh": "oát giờ",
    "kWh": "ki lô oát giờ",
    "KWh": "ki lô oát giờ",
    "kwh": "ki lô oát giờ",
    "kWp": "ki lô oát pích",
    "MWh": "mê ga oát giờ",
    "GWh": "gi ga oát giờ",
    "BTU": "bê tê u",
    "W": "oát",
    "kW": "ki lô oát",
    "KW": "ki lô oát",
    "MW": "mê ga oát",
    "MWp": "mê ga oát pích",
    "GW": "gi ga oát",
    "V": "vôn",
    "kV": "ki lô vôn",
    "KV": "ki lô vôn",
    "kVA": "ki lô vôn am pe",
    "KVA": "ki lô vôn am pe",
    "MVA": "mê ga vôn am pe",
    "mA": "mi li am pe",
    "mAh": "mi li am pe giờ",
    "Ah": "am pe giờ",
    "Ω": "ôm",
    "hPa": "héc tô pát can",
    "kPa": "ki lô pát can",
    "MPa": "mê ga pát can",
    "mmHg": "mi li mét thủy ngân",
    "HP": "mã lực",
    "Hz": "héc",
    "kHz": "ki lô héc",
    "MHz": "mê ga héc",
    "GHz": "gi ga héc",
    "dB": "đê xi ben",
    "dBA": "đê xi ben a",
    "KB": "ki lô bai",
    "MB": "mê ga bai",
    "GB": "gi ga bai",
    "TB": "tê ra bai",
    "kbps": "ki lô bít trên giây",
    "Mbps": "mê ga bít trên giây",
    "Gbps": "gi ga bít trên giây",
    "MP": "mê ga pích xeo",
    "px": "pích xeo",
    "pixel": "pích xeo",
    "ms": "mi li giây",
    "UI": "đơn vị quốc tế",
    "IU": "đơn vị quốc tế",
    "CV": "mã lực",
    "miligam": "mi li gam",
    "mililít": "mi li lít",
    "fps": "khung hình trên giây",
}
_DEGREES = {
    f"{space}{degree}{scale}": f"độ {said}"
    for space in ("", " ")
    for degree in ("°", "° ", "o")
    for scale, said in (("C", "xê"), ("c", "xê"), ("F", "ép"), ("K", "ken vin"))
    if degree + scale != "oc"
}
_PARTS = {"%": "phần trăm", "‰": "phần nghìn", "°": "độ", "ppm": "phần triệu"}
CURRENCIES = {
    "đ": "đồng",
    "Đ": "đồng",
    "₫": "đồng",
    "đồng": "đồng",
    "VNĐ": "đồng",
    "VND": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "trđ": "triệu đồng",
    "trđồng": "triệu đồng",
    "tr.đ": "triệu đồng",
    "tr.đồng": "triệu đồng",
    "tỷđ": "tỷ đồng",
    "$": "đô la",
    "USD": "đô la Mỹ",
    "US$": "đô la Mỹ",
    "€": "ơ rô",
    "EUR": "ơ rô",
    "euro": "ơ rô",
    "£": "bảng Anh",
    "GBP": "bảng Anh",
    "¥": "yên",
    "JPY": "yên Nhật",
    "NDT": "nhân dân tệ",
    "CNY": "nhân dân tệ",
    "RMB": "nhân dân tệ",
    "KRW": "uôn Hàn Quốc",
    "₩": "uôn",
    "AUD": "đô la Úc",
    "SGD": "đô la Xinh ga po",
    "HKD": "đô la Hồng Kông",
    "CAD": "đô la Ca na đa",
    "CHF": "phơ răng Thụy Sĩ",
    "THB": "bạt Thái",
}
_SHORT = {"k": "nghìn", "tr": "triệu"}
UNITS = {**MEASURES, **_DEGREES, **_PARTS, **CURRENCIES, **_SHORT}


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of these forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


# 500K is money, 4K a screen; «5 đ/c» are comrades, «vòng 16 V-League» a name.
UNIT = rf"(?:(?:{any_of(UNITS)})|(?<=[0-9]{{2}})K)(?!\w|/c(?!\w)|-[A-Z][a-z])"


def unit_words(form: str, style: Style) -> str:
    """What is said for a unit: "m²" → "mét vuông"; "k" as the station says thousands."""
    return UNITS[form if form != "K" else "k"].replace("nghìn", style.thousand)
