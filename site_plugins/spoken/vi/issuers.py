"""Symbols of documents and of those who issue them (NĐ 30/2020/NĐ-CP; symbols of the Party)."""

import re

from site_plugins.spoken.engine import Manner
from site_plugins.spoken.vi.numbers import cardinal

TYPES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "CTR": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "TTR": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "PL": "Pháp lệnh",
    "VBHN": "Văn bản hợp nhất",
    "SY": "Sao y",
    "SL": "Sao lục",
    "TrS": "Trích sao",
    "KL": "Kết luận",
    "QĐi": "Quy định",
    "CV": "Công văn",
    "L": "Luật",
    "LCT": "Lệnh",
}
ISSUERS = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "TTG": "Thủ tướng Chính phủ",
    "CTN": "Chủ tịch nước",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "QH": "Quốc hội",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "TU": "Tỉnh ủy",
    "HU": "Huyện ủy",
    "ĐU": "Đảng ủy",
    "VP": "Văn phòng",
    "VPCP": "Văn phòng Chính phủ",
    "VPQH": "Văn phòng Quốc hội",
    "MTTQ": "Mặt trận Tổ quốc",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "NHNN": "Ngân hàng Nhà nước",
    "BCĐ": "Ban Chỉ đạo",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "TTCP": "Thanh tra Chính phủ",
    "UBDT": "Ủy ban Dân tộc",
    "BHXH": "Bảo hiểm xã hội",
    "HĐBT": "Hội đồng Bộ trưởng",
    "HĐTĐKT": "Hội đồng Thi đua Khen thưởng",
    "TTXVN": "Thông tấn xã Việt Nam",
}
# A ministry is B and a department S before the short name of its field.
_FIELDS = {
    "TC": "Tài chính",
    "NV": "Nội vụ",
    "YT": "Y tế",
    "TP": "Tư pháp",
    "CT": "Công Thương",
    "XD": "Xây dựng",
    "CA": "Công an",
    "QP": "Quốc phòng",
    "NG": "Ngoại giao",
    "NgV": "Ngoại vụ",
    "DTTG": "Dân tộc và Tôn giáo",
    "DT": "Dân tộc",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VHTT": "Văn hóa, Thể thao",
    "DL": "Du lịch",
    "TTTT": "Thông tin và Truyền thông",
    "GDĐT": "Giáo dục và Đào tạo",
    "GD&ĐT": "Giáo dục và Đào tạo",
    "KHCN": "Khoa học và Công nghệ",
    "KH&CN": "Khoa học và Công nghệ",
    "KHĐT": "Kế hoạch và Đầu tư",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
    "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
    "NNMT": "Nông nghiệp và Môi trường",
    "TNMT": "Tài nguyên và Môi trường",
    "GTVT": "Giao thông vận tải",
    "LĐTBXH": "Lao động, Thương binh và Xã hội",
    "LĐ-TB&XH": "Lao động, Thương binh và Xã hội",
}
_TERM = re.compile(r"(QH|UBTVQH)([0-9]{1,2})\Z")
TYPE_NAMES = "|".join(sorted({name.lower() for name in TYPES.values()}, key=len, reverse=True))


def issuer(symbol: str, manner: Manner) -> str | None:
    """The authority behind a symbol: "QH13" → «Quốc hội khóa mười ba»; None when unknown."""
    term = _TERM.match(symbol)
    if term:
        return f"{ISSUERS[term[1]]} khóa {cardinal(int(term[2]), manner.style)}"
    return ISSUERS.get(symbol) or _office(symbol) or manner.lexicon.spoken(symbol)


def _office(symbol: str) -> str | None:
    head = {"B": "Bộ", "S": "Sở"}.get(symbol[:1])
    field = _FIELDS.get(symbol[1:]) if head else None
    return f"{head} {field}" if field else None


def split_glued(symbol: str, manner: Manner) -> tuple[str, str] | None:
    """HDBTTTT, as some offices write it: the type HD and the issuer BTTTT."""
    for size in (4, 3, 2):
        if symbol[:size] in TYPES and issuer(symbol[size:], manner):
            return symbol[:size], symbol[size:]
    return None
