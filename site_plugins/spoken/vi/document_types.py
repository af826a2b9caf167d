"""Types of documents and their symbols (NĐ 30/2020/NĐ-CP; Hướng dẫn 36-HD/VPTW of the Party)."""

import re

# The symbol of a type → its name; a symbol is known in any case (TTr, TTR).
_TYPES = {
    # laws and what applies them
    "L": "Lệnh",
    "LCT": "Luật",
    "PL": "Pháp lệnh",
    "NQ": "Nghị quyết",
    "NQLT": "Nghị quyết liên tịch",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "VBHN": "Văn bản hợp nhất",
    # administrative documents
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QCPH": "Quy chế phối hợp",
    "QyĐ": "Quy định",
    "QĐi": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "TBKL": "Thông báo kết luận",
    "HD": "Hướng dẫn",
    "HDLT": "Hướng dẫn liên tịch",
    "HDLN": "Hướng dẫn liên ngành",
    "HDLS": "Hướng dẫn liên sở",
    "CTr": "Chương trình",
    "CTrPH": "Chương trình phối hợp",
    "CTPH": "Chương trình phối hợp",
    "CTHĐ": "Chương trình hành động",
    "CTrHĐ": "Chương trình hành động",
    "KH": "Kế hoạch",
    "KHLT": "Kế hoạch liên tịch",
    "KHLN": "Kế hoạch liên ngành",
    "KHPH": "Kế hoạch phối hợp",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "HĐLĐ": "Hợp đồng lao động",
    "HĐKT": "Hợp đồng kinh tế",
    "HĐMB": "Hợp đồng mua bán",
    "HĐDV": "Hợp đồng dịch vụ",
    "CĐ": "Công điện",
    "CV": "Công văn",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "GP": "Giấy phép",
    "GPXD": "Giấy phép xây dựng",
    "GCN": "Giấy chứng nhận",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "SY": "Sao y",
    "SL": "Sao lục",
    "TrS": "Trích sao",
    # the Party
    "KL": "Kết luận",
}
_BY_SYMBOL = {symbol.upper(): name for symbol, name in _TYPES.items()}
# What else a number may follow.
_OTHERS = (
    "luật", "bộ luật", "sắc lệnh", "văn bản", "bản án", "thông tri", "thư mời", "công thư",
)  # fmt: skip
# Where these stand alone before a number, it can only be a document's.
_ONLY_NOUNS = ("nghị quyết", "nghị định", "thông tư", "chỉ thị", "pháp lệnh", "công điện", "đề án")


def _any_of(names: set[str]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in longest_first)


SYMBOL = _any_of(set(_TYPES))
NAME = _any_of({name.lower() for name in _TYPES.values()} | set(_OTHERS))
FIRM_NAME = _any_of(set(_ONLY_NOUNS))


def type_name(symbol: str) -> str:
    """The type behind a symbol, in any case: "TTR" → «Tờ trình»; "" when it is none."""
    return _BY_SYMBOL.get(symbol.upper(), "")
