"""Abbreviations of persons and signatures that mean several things; see `contextual`."""

from site_plugins.spoken.senses import Sense, told_apart

SIGNERS = (
    "… chủ tịch | bộ trưởng | thứ trưởng | giám đốc | tổng giám đốc | trưởng | trưởng ban | "
    "trưởng phòng | chánh | chánh văn phòng | thủ tướng | hiệu trưởng | viện trưởng | cục trưởng | "
    "tổng cục trưởng | vụ trưởng | chi cục trưởng | tổng | bí thư | CT | TP | GĐ | CVP | CHT | "
    "chỉ huy trưởng | đội trưởng | trạm trưởng | tổ trưởng | thống đốc | chánh án | tư lệnh"
)
_REPRESENTED = (
    "… UBND | ủy ban | uỷ ban | HĐND | hội đồng | ban | BCH | BTV | BCĐ | BTT | BTC | đảng ủy | "
    "đảng bộ | chi bộ | chi ủy | chính phủ | thường trực | UBMTTQ | MTTQ | đoàn | hội | tổ | "
    "nhóm | tập thể | gia đình | đơn vị | ĐU | quốc hội | UBTVQH | công đoàn | cấp ủy"
)
CONTEXTUAL_PERSONS: dict[str, tuple[Sense, ...]] = {
    form: told_apart(meanings)
    for form, meanings in {
        # signatures
        "KT.": {"Ký thay": SIGNERS},
        "TL.": {"Thừa lệnh": SIGNERS},
        "TUQ.": {"Thừa ủy quyền": SIGNERS},
        "TM.": {"Thay mặt": _REPRESENTED},
        # persons
        "đ/c": {
            "địa chỉ": (
                "… thôn | số nhà | số | xóm | tổ | phố | đường | ngõ | khu | ấp | xã | phường"
            ),
            "đồng chí": "",
        },
        "ĐC": {
            "địa chỉ": (
                "… thôn | số nhà | số | xóm | tổ | phố | đường | ngõ | khu | ấp | xã | phường"
            ),
            "đồng chí": "các … {tên} | bí thư | chủ tịch",
        },
        "Ô.": {"ông": "… {tên}"},
        "CT": {
            "chương trình": (
                "… 135 | 30a | 134 | MTQG | mục tiêu | OCOP | hành động | phối hợp | công tác"
            ),
            "Chủ tịch": (
                "KT. | TL. | đồng chí | đ/c | ông | bà … UBND | HĐND | PCT | các PCT | và PCT | "
                "hội | xã | phường | tỉnh | nước | quốc hội | QH | UBMTTQ | MTTQ | công đoàn | HĐQT"
            ),
            "công ty": "… TNHH | CP | cổ phần",
            "công trình": "… xây dựng | thủy lợi | giao thông | nước sạch | phúc lợi | công cộng",
            "Chỉ thị": "theo | ban hành … số | {số hiệu} | {số}",
            "chính trị": "hệ thống | lý luận | công tác | nhiệm vụ | bản lĩnh | tổ chức …",
            "xê tê": "chụp | máy | phim | chụp cắt lớp …",
        },
        "TP": {
            "trưởng phòng": (
                "chức vụ | chức | đ/c | đồng chí | KT. | TL. … nội vụ | TC-KH | TCCB | GD&ĐT | "
                "kinh tế | và PTP | PTP | LĐTB&XH | TN&MT | văn hóa | VH | tài chính | tư pháp | y "
                "tế | giáo dục | nông nghiệp | tài nguyên | lao động | tổ chức | hành chính | kế "
                "hoạch | kỹ thuật | hạ tầng | quản lý | dân tộc | thanh tra | kế toán"
            ),
            "Tư pháp": "sở | bộ | phòng …",
            "tư pháp": "ngành …",
            "tội phạm": "phòng chống | phòng, chống | đấu tranh | tố giác …",
            "thực phẩm": "an toàn | chế biến | LT | lương thực …",
            "thành phần": (
                "… tham dự | dự họp | dự | đ/c | các đ/c | đồng chí | các đồng chí | toàn thể"
            ),
            "thành phố": "",
        },
        "BT": {
            "Bí thư": (
                "đ/c | đồng chí … đảng ủy | đảng bộ | chi bộ | đoàn | tỉnh ủy | chi đoàn | ĐU | "
                "thành ủy | huyện ủy"
            ),
            "Bộ trưởng": "… bộ",
            "bồi thường": "… hỗ trợ | GPMB | thiệt hại",
            "bê tông": "đường | cột | mặt đường …",
            "bình thường": "sinh hoạt | hoạt động …",
        },
        "GĐ": {
            "giai đoạn": "đầu | cuối … {năm} | {số}",
            "gia đình": "hộ | dân số | bạo lực | hạnh phúc | các … văn hóa | chính sách | ông | bà",
            "giám đốc": (
                "KT. | TL. | ông | bà | phó | ban … sở | công ty | trung tâm | bệnh viện | TTYT | "
                "công an | BQL | HTX | TT | {tên} | các PGĐ | và các PGĐ"
            ),
            "giám định": "hội đồng … tư pháp | y khoa | pháp y",
        },
        "CB": {
            "cơ bản": "xây dựng …",
            "chế biến": "công nghiệp | cơ sở … nông sản | thủy sản | gỗ | thực phẩm",
            "chuẩn bị": "… đầu tư",
            "Cao Bằng": "tỉnh …",
            "cán bộ": (
                "đội ngũ | công tác | các | đ/c | quy hoạch | {số} … xã | CC | công chức | "
                "quản lý | đoàn | GV | giáo viên | đảng viên | y tế | chủ chốt | lãnh đạo | "
                "phụ trách | CCVC | chuyên trách | NV | nhân viên | chiến sĩ | cơ sở | thôn | "
                "khuyến nông"
            ),
        },
        "LĐ": {
            "liên đoàn": "… bóng đá | bóng chuyền | lao động | điền kinh",
            "lãnh đạo": (
                "ban … UBND | HĐND | phòng | xã | tỉnh | sở | quản lý | đảng ủy | ban | bộ | "
                "đơn vị | cơ quan | VP | thôn | các"
            ),
            "lao động": (
                "người | hợp đồng | nguồn | giải quyết | {số} | tuổi | số | tiền lương | xuất khẩu "
                "| lượt … nông thôn | qua đào tạo | nữ | phổ thông | trẻ | có việc làm | nước "
                "ngoài | sản xuất | qua ĐT | đi làm việc | được"
            ),
        },
        "NV": {
            "Nội vụ": "sở | bộ | phòng …",
            "nội vụ": "ngành …",
            "nguyện vọng": "… {số}",
            "nhân viên": (
                "GV | CBGV | CB, GV | giáo viên | CB | các bộ … y tế | phục vụ | bán hàng | "
                "văn phòng | kỹ thuật | kế toán | thú y | bảo vệ"
            ),
            "nhiệm vụ": (
                "thực hiện | giao | các | chức năng | hoàn thành | triển khai … trọng tâm | năm | "
                "chính trị | công tác | được giao | giải pháp | cụ thể | KT-XH | chung"
            ),
        },
        "PV": {"phục vụ": "… hành chính công | nhân dân | sản xuất | bà con", "phóng viên": ""},
        "TV": {
            "tử vong": "ca | trường hợp …",
            "thành viên": (
                "các | UV | số … BCĐ | ban chỉ đạo | UBND | HĐND | tổ | hội đồng | UBMTTQ | ban"
            ),
            "ti vi": "",
        },
        "SN": {
            "sinh năm": "… {năm}",
            "sự nghiệp": (
                "vốn | đơn vị | chi | viên chức … giáo dục | công lập | y tế | kinh tế | công"
            ),
            "số nhà": "… {số}",
        },
        "MS": {"mã số": "… {số}"},
        "No.": {"số": "… {số}"},
        "tr.": {"triệu": "{số} … đồng | đ", "trang": "… {số}"},
        "tr": {"triệu": "{số} …", "trang": "… {số}"},
    }.items()
}
