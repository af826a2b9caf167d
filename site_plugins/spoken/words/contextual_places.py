"""Units of an address in short: a ward P., a district Q.; an initial ("ông P.") is none."""

from site_plugins.spoken.senses import EDGE, MARK, NAME, SMALL, Sense, told_apart
from site_plugins.spoken.words.contextual_persons import SIGNERS

_WHERE = (
    "tại", "ở", "ngụ", "trú", "thuộc", "địa bàn", "UBND", "HĐND", "công an", "CA", "CAX", "đảng ủy",
    "TYT", "trạm y tế", "MTTQ", "BCH", "về", "đến", "từ", "quê", "quê quán", "các", "và", "thôn",
    "xã", "phường", "huyện", "tỉnh", "thị xã", "chủ tịch", "bí thư", "hội", "đoàn", "HKTT",
)  # fmt: skip


def _unit(spoken: str) -> tuple[Sense, ...]:
    """Before a name, where an address is."""
    return (Sense(spoken, after=(MARK, *_WHERE), before=(NAME,)),)


def _numbered(spoken: str) -> tuple[Sense, ...]:
    """Before a small figure too, and where a line begins with an address."""
    return (
        Sense(spoken, before=(SMALL,)),
        Sense(spoken, after=(EDGE, *_WHERE), before=(NAME,)),
    )


_WARD = (
    *told_apart(
        {
            "phòng": (
                "… GD&ĐT | GDĐT | GD-ĐT | nội vụ | tài chính | TC-KH | tư pháp | kinh tế | KT | "
                "KT&HT | VH&TT | VHTT | TN&MT | LĐTB&XH | y tế | dân tộc | văn hóa | tổng hợp | "
                "hành chính | kế hoạch | tổ chức | kỹ thuật | VH-XH | VHXH | kế toán | đào tạo | "
                "HC | KH | TC"
            ),
            "Phó": "… giám đốc | chủ tịch | trưởng | bí thư | hiệu trưởng | GĐ | CT | chánh",
        }
    ),
    *_numbered("phường"),
)
CONTEXTUAL_PLACES: dict[str, tuple[Sense, ...]] = {
    "P.": _WARD,
    "p.": _numbered("phường"),
    "F.": _numbered("phường"),
    "Q.": (*told_apart({"Quyền": SIGNERS}), *_numbered("quận")),
    "q.": _numbered("quận"),
    "H.": _unit("huyện"),
    "h.": _unit("huyện"),
    "X.": _unit("xã"),
    "x.": _unit("xã"),
    "T.": _unit("tỉnh"),
    "t.": _unit("tỉnh"),
    "đ.": _unit("đường"),
    "TX": _unit("thị xã"),
    "TX.": (Sense("thị xã", before=(NAME,)),),
    "tx.": (Sense("thị xã", before=(NAME,)),),
    "TP.": (Sense("thành phố"),),
    "Tp.": (Sense("thành phố"),),
    "tp.": (Sense("thành phố", before=(NAME, "HCM", "HN")),),
    "Tp": (Sense("thành phố"),),
    "tp": (Sense("thành phố"),),
    "KP": (*_numbered("khu phố"), *told_apart({"kinh phí": "nguồn | tổng | hỗ trợ …"})),
    "KP.": _numbered("khu phố"),
    "Kp.": _numbered("khu phố"),
    "kp.": _numbered("khu phố"),
}
