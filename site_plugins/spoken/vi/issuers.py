"""Who issues documents: the symbols of authorities, of the Party's organs and of the unions."""

import re

from site_plugins.spoken.engine import Manner
from site_plugins.spoken.vi.numbers import cardinal

_AUTHORITIES = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "CTN": "Chủ tịch nước",
    "VPCTN": "Văn phòng Chủ tịch nước",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "VPQH": "Văn phòng Quốc hội",
    "TTKQH": "Tổng Thư ký Quốc hội",
    "HĐNN": "Hội đồng Nhà nước",
    "HĐBT": "Hội đồng Bộ trưởng",
    "HĐTĐKT": "Hội đồng Thi đua Khen thưởng",
    "VPCP": "Văn phòng Chính phủ",
    "TTCP": "Thanh tra Chính phủ",
    "KTNN": "Kiểm toán nhà nước",
    "NHNN": "Ngân hàng Nhà nước",
    "UBDT": "Ủy ban Dân tộc",
    "BDT": "Ban Dân tộc",
    "TANDTC": "Tòa án nhân dân tối cao",
    "HĐTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "VKSTC": "Viện kiểm sát nhân dân tối cao",
    "TAND": "Tòa án nhân dân",
    "VKSND": "Viện kiểm sát nhân dân",
    "BHXH": "Bảo hiểm xã hội",
    "BHXHVN": "Bảo hiểm xã hội Việt Nam",
    "TTXVN": "Thông tấn xã Việt Nam",
    "NHCSXH": "Ngân hàng Chính sách xã hội",
    "NHCS": "Ngân hàng Chính sách xã hội",
    "EVN": "Tập đoàn Điện lực Việt Nam",
    "TCT": "Tổng cục Thuế",
    "TCHQ": "Tổng cục Hải quan",
    "TCTK": "Tổng cục Thống kê",
    "TCTHADS": "Tổng cục Thi hành án dân sự",
    "CTHADS": "Cục Thi hành án dân sự",
    "CTK": "Cục Thống kê",
    "CQLTT": "Cục Quản lý thị trường",
    "BVHTT": "Bộ Văn hóa Thông tin",
    "SVHTT": "Sở Văn hóa và Thể thao",
    "SQHKT": "Sở Quy hoạch Kiến trúc",
}
_LOCAL = {
    "HĐND": "Hội đồng nhân dân",
    "TTHĐND": "Thường trực Hội đồng nhân dân",
    "VPHĐND": "Văn phòng Hội đồng nhân dân",
    "VPĐĐBQHHĐND": "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân",
    "ĐĐBQH": "Đoàn đại biểu Quốc hội",
    "BPC": "Ban Pháp chế",
    "BKTNS": "Ban Kinh tế Ngân sách",
    "BVHXH": "Ban Văn hóa Xã hội",
    "UBND": "Ủy ban nhân dân",
    "CT": "Chủ tịch",
    "CTUBND": "Chủ tịch Ủy ban nhân dân",
    "VPUBND": "Văn phòng Ủy ban nhân dân",
    "VP": "Văn phòng",
    "BCĐ": "Ban Chỉ đạo",
    "BTCLH": "Ban Tổ chức Lễ hội",
    "BCHQS": "Ban Chỉ huy Quân sự",
    "BCHPTDS": "Ban Chỉ huy Phòng thủ dân sự",
    "CAT": "Công an tỉnh",
    "CATP": "Công an thành phố",
    "CAX": "Công an xã",
    "CAP": "Công an phường",
    "TYT": "Trạm Y tế",
    "TTYT": "Trung tâm Y tế",
    "TTPVHCC": "Trung tâm Phục vụ hành chính công",
    "HTX": "Hợp tác xã",
    "MN": "Trường Mầm non",
    "THCS": "Trường Trung học cơ sở",
    "TH&THCS": "Trường Tiểu học và Trung học cơ sở",
    "THPT": "Trường Trung học phổ thông",
}
_UNIONS = {
    "MTTQ": "Mặt trận Tổ quốc",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "MTTW": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "ĐCTUBTWMTTQVN": "Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "BTT": "Ban Thường trực",
    "ĐCT": "Đoàn Chủ tịch",
    "TLĐ": "Tổng Liên đoàn Lao động Việt Nam",
    "LĐLĐ": "Liên đoàn Lao động",
    "CĐ": "Công đoàn",
    "TWĐTN": "Trung ương Đoàn Thanh niên",
    "TĐTN": "Tỉnh Đoàn Thanh niên",
    "ĐTN": "Đoàn Thanh niên",
    "LHPN": "Hội Liên hiệp Phụ nữ",
    "HLHPN": "Hội Liên hiệp Phụ nữ",
    "HPN": "Hội Phụ nữ",
    "HND": "Hội Nông dân",
    "HCCB": "Hội Cựu chiến binh",
    "CCB": "Hội Cựu chiến binh",
    "HNCT": "Hội Người cao tuổi",
    "HKH": "Hội Khuyến học",
    "HCTĐ": "Hội Chữ thập đỏ",
}
# Each organ of the Party at each level: BTGTW, UBKTTU, BTVĐU.
_ORGANS = {
    "BCH": "Ban Chấp hành",
    "BBT": "Ban Bí thư",
    "BTV": "Ban Thường vụ",
    "TT": "Thường trực",
    "TV": "Thường vụ",
    "VP": "Văn phòng",
    "BTC": "Ban Tổ chức",
    "BTG": "Ban Tuyên giáo",
    "BTGDV": "Ban Tuyên giáo và Dân vận",
    "BDV": "Ban Dân vận",
    "BNC": "Ban Nội chính",
    "BKT": "Ban Kinh tế",
    "BXDĐ": "Ban Xây dựng Đảng",
    "BCĐ": "Ban Chỉ đạo",
    "UBKT": "Ủy ban Kiểm tra",
    "QU": "Quân ủy",
}
_LEVELS = {
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "TU": "Tỉnh ủy",
    "ThU": "Thành ủy",
    "HU": "Huyện ủy",
    "QU": "Quận ủy",
    "ĐU": "Đảng ủy",
    "ĐUK": "Đảng ủy Khối",
}
_PARTY = {
    **_LEVELS,
    "ĐB": "Đảng bộ",
    "ĐH": "Đại hội",
    "CB": "Chi bộ",
    "UBKT": "Ủy ban Kiểm tra",
    "BXDĐ": "Ban Xây dựng Đảng",
    **{
        organ + level: f"{name} {where}"
        for organ, name in _ORGANS.items()
        for level, where in _LEVELS.items()
    },
}
# A ministry is B, a department S, a commune's division P before the short name of its field.
_OFFICES = {"B": "Bộ", "S": "Sở", "P": "Phòng"}
_FIELDS = {
    "TC": "Tài chính",
    "TCKH": "Tài chính Kế hoạch",
    "NV": "Nội vụ",
    "YT": "Y tế",
    "TP": "Tư pháp",
    "CT": "Công Thương",
    "CN": "Công nghiệp",
    "TM": "Thương mại",
    "XD": "Xây dựng",
    "CA": "Công an",
    "QP": "Quốc phòng",
    "NG": "Ngoại giao",
    "NgV": "Ngoại vụ",
    "DTTG": "Dân tộc và Tôn giáo",
    "DT": "Dân tộc",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VHTT": "Văn hóa và Thông tin",
    "VHXH": "Văn hóa Xã hội",
    "DL": "Du lịch",
    "TTTT": "Thông tin và Truyền thông",
    "GDĐT": "Giáo dục và Đào tạo",
    "KHCN": "Khoa học và Công nghệ",
    "KHCNMT": "Khoa học, Công nghệ và Môi trường",
    "KHĐT": "Kế hoạch và Đầu tư",
    "KH": "Kế hoạch và Đầu tư",
    "KT": "Kinh tế",
    "KTHT": "Kinh tế và Hạ tầng",
    "KTHTĐT": "Kinh tế, Hạ tầng và Đô thị",
    "NN": "Nông nghiệp và Phát triển nông thôn",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
    "NNMT": "Nông nghiệp và Môi trường",
    "TNMT": "Tài nguyên và Môi trường",
    "GTVT": "Giao thông vận tải",
    "LĐTBXH": "Lao động, Thương binh và Xã hội",
}
_NUMBERED = re.compile(r"([A-ZĐ]{2,6})([0-9]{1,3})\Z")
_ELECTED = frozenset({"QH", "UBTVQH", "HĐNN", "HĐND"})


def _key(symbol: str) -> str:
    """VH,TT&DL, VHTT-DL and vhttdl are one."""
    return re.sub(r"[^0-9A-ZĐƯ]", "", symbol.upper())


_NAMES = {
    _key(symbol): name
    for table in (_PARTY, _UNIONS, _LOCAL, _AUTHORITIES)
    for symbol, name in table.items()
}
_FIELD_NAMES = {_key(symbol): name for symbol, name in _FIELDS.items()}


def authority(symbol: str, manner: Manner) -> str | None:
    """The authority behind a symbol: "QH13" → «Quốc hội khóa mười ba»; None when unknown."""
    key = _key(symbol)
    numbered = _NUMBERED.match(key)
    if numbered and numbered[1] in _NAMES:
        term = " khóa" if numbered[1] in _ELECTED else ""
        return f"{_NAMES[numbered[1]]}{term} {cardinal(int(numbered[2]), manner.style)}"
    return _NAMES.get(key) or _office(key)


def _office(key: str) -> str | None:
    field = _FIELD_NAMES.get(key[1:]) if key[:1] in _OFFICES else None
    return f"{_OFFICES[key[0]]} {field}" if field else None


def issuer(symbol: str, manner: Manner) -> str | None:
    """An authority, or what the lexicon calls by a proper name."""
    known = authority(symbol, manner)
    listed = None if known else manner.lexicon.spoken(symbol)
    return listed if listed and listed[0].isupper() else known
