"""Abbreviations of documents and offices that mean several things.

What stands beside them decides; where nothing does, nobody guesses: the audit stops the editor.
"""

from site_plugins.spoken.senses import Sense, told_apart

_DOCUMENT = (
    "theo | ban hành | thực hiện | triển khai | căn cứ | dự thảo | tại | kèm theo | các … số | "
    "{số hiệu} | của | về việc | về"
)
CONTEXTUAL: dict[str, tuple[Sense, ...]] = {
    form: told_apart(meanings)
    for form, meanings in {
        # documents
        "TT": {
            "Thừa Thiên": "… Huế",
            "truyền thanh": "trạm …",
            "thứ tự": (
                "… nội dung | họ và tên | họ tên | tên | chỉ tiêu | danh mục | đơn vị | nhiệm vụ | "
                "công việc | lĩnh vực | tiêu chí | hạng mục"
            ),
            "Thông tư": "… số | liên tịch | {số hiệu} | {số}",
            "Tổng thống": (
                "… Mỹ | Nga | Pháp | Hàn Quốc | Ukraine | Trump | Donald Trump | Putin | Biden | "
                "Zelensky | Macron | Obama"
            ),
            "Thủ tướng": "… Chính phủ",
            "Thường trực": (
                "ban | UV | phó | ủy viên … HĐND | UBND | đảng ủy | hội đồng | tỉnh ủy | TU | ĐU | "
                "UBMTTQ | MTTQ"
            ),
            "Trung tâm": (
                "… y tế | văn hóa | VH | phục vụ | học tập | dịch vụ | GDTX | GDNN | GDNN-GDTX | "
                "PVHCC | HTCĐ | hành chính | khuyến nông | giáo dục | truyền thông | huấn luyện | "
                "công nghệ | kiểm soát | nghiên cứu | đào tạo | bảo trợ | văn hoá | CNTT | hội nghị"
            ),
            "thông tin": "công tác | hệ thống … tuyên truyền | đại chúng | liên lạc | cơ sở",
            "thị trấn": (
                "tại | ở | xã | phường | UBND | công an | trên địa bàn | thuộc | các xã | và"
            ),
        },
        "KH": {
            "kế hoạch": (
                "% | theo | xây dựng | ban hành | thực hiện | hoàn thành | đạt | vượt | chỉ tiêu | "
                "so với | triển khai | giao | lập | trong | dự thảo … số | {số hiệu} | {số} | "
                "của | năm | tháng | quý | tuần | tổ chức | công tác | triển khai | hoạt động | "
                "thực hiện"
            ),
            "khoa học": (
                "đề tài | nghiên cứu | hội thảo | nhà | hội đồng | bài báo … kỹ thuật | "
                "công nghệ | tự nhiên | xã hội"
            ),
            "khách hàng": "chăm sóc | mã | phục vụ | quý | hỗ trợ … mua | sử dụng | doanh nghiệp",
            "Khánh Hòa": "tỉnh …",
        },
        "TB": {
            "trưởng ban": "phó …",
            "thương binh": "gia đình | đồng chí | con … hạng | liệt sĩ | nặng",
            "trung bình": (
                "đạt | mức | loại | xếp loại | điểm | học lực | bình quân | khá | so với … khá | 5 "
                "năm | 3 năm | nhiều năm"
            ),
            "Thông báo": _DOCUMENT + " | kết luận | tuyển dụng | tuyển sinh",
            "thiết bị": "máy móc | trang | vật tư … dạy học | y tế | điện | trường học",
            "Thái Bình": "tỉnh …",
        },
        "HD": {
            "hướng dẫn": (
                _DOCUMENT + " | sử dụng | thực hiện | công tác | nghiệp vụ | liên ngành | quy trình"
            ),
            "hát đê": "full | màn hình | truyền hình | chất lượng | kênh | độ phân giải | chuẩn …",
            "Hải Dương": "tỉnh …",
        },
        "HĐ": {
            "Hợp đồng": (
                "ký | giáo viên | bảo vệ | theo … số | {số hiệu} | lao động | mua bán | kinh tế"
            ),
            "hoạt động": (
                "tổ chức | các … ngoại khóa | trải nghiệm | giáo dục | văn hóa | tình nguyện | "
                "chuyên môn | phong trào | kinh doanh"
            ),
            "Hội đồng": (
                "chủ tịch | thành lập | thành viên | thư ký … thi | thẩm định | đánh giá | "
                "trường | nhân dân | TĐKT | thi đua | quản trị | NVQS | nghĩa vụ quân sự | "
                "tư vấn | chấm | bồi thường | GPMB | khoa học | đội"
            ),
            "hóa đơn": "xuất | viết … điện tử | GTGT | VAT | đỏ | bán hàng",
        },
        "CĐ": {
            "Chỉ đạo": "ban …",
            "Công điện": "… số | {số hiệu} | khẩn | của",
            "cao đẳng": (
                "trường | trình độ | hệ | ĐH | tốt nghiệp | đại học … nghề | sư phạm | y tế | "
                "kinh tế | công nghiệp | nghệ thuật | kỹ thuật | y dược"
            ),
            "Công đoàn": (
                "BCH | cán bộ | đoàn viên | quỹ | chủ tịch | LĐLĐ | tổ | tổ chức | hoạt động … "
                "ngành | giáo dục | viên chức | cơ sở | bộ phận | trường | xã | tỉnh | Việt Nam"
            ),
            "chế độ": "… chính sách | thai sản | ăn | bảo hiểm",
        },
        "TC": {
            "Tài chính": "bộ | sở | phòng …",
            "Tổ chức": "ban …",
            "tiêu chí": "{số} | đạt | bộ | các | nhóm | hoàn thành … số | {số}",
            "tài chính": "vụ | công tác … kế toán | ngân sách",
            "tổ chức": "công tác … đảng | cán bộ | hội nghị | thực hiện | bộ máy",
            "trung cấp": "trường | trình độ | hệ | bằng | CĐ … nghề | chính trị | y tế | lý luận",
        },
        "BC": {
            "báo cáo": (
                "gửi | lập | tổng hợp | chế độ | làm | nộp … số | {số hiệu} | kết quả | của | "
                "tổng kết | sơ kết | về | tình hình | tháng | quý | năm | UBND | tài chính"
            ),
            "báo chí": "cơ quan | họp | nhà | Luật … xuất bản",
        },
        "QĐ": {
            "quân đội": "… nhân dân",
            "quy định": "theo đúng … của pháp luật | pháp luật | hiện hành | chung",
            "Quyết định": "",
        },
        "KL": {
            "Kết luận": "TB | thông báo … số | {số hiệu} | của | thanh tra | kiểm tra",
            "kiểm lâm": "hạt | chi cục …",
            "kỷ luật": "xử lý | khen thưởng | bị …",
            "khối lượng": "tổng … thực hiện | hoàn thành | công việc",
        },
        "QC": {
            "quy chế": "… số | {số hiệu} | phối hợp | làm việc | dân chủ | chi tiêu",
            "quảng cáo": "biển | chạy | bảng | clip …",
        },
        "CV": {
            "công văn": "theo | gửi | tại … số | {số hiệu} | của | chỉ đạo | đến | đi",
            "chuyên viên": "… phòng | văn phòng | sở | VP",
            "xi vi": "gửi | nộp | viết | mẫu | file … xin việc | ứng tuyển",
        },
        "GM": {"giấy mời": "… số | {số hiệu} | họp | của"},
        "BB": {
            "biên bản": (
                "lập | ký … số | {số hiệu} | họp | bàn giao | nghiệm thu | làm việc | kiểm tra"
            ),
            "bệnh binh": "TB | thương binh …",
        },
        "ĐA": {"Đề án": "thực hiện | triển khai | xây dựng | tổ … số | {số}"},
        "DA": {
            "dự án": (
                "thực hiện | triển khai | chủ | ban QL | BQL | các | quản lý | tiểu … số | {số} | "
                "đầu tư | xây dựng | phát triển | thành phần"
            ),
        },
        "PA": {
            "phương án": "xây dựng | phê duyệt | lập | theo … số | {số} | bồi thường | chữa cháy"
        },
        # offices
        "BCH": {
            "Bộ Chỉ huy": "… BĐBP | bộ đội biên phòng | quân sự tỉnh | QS tỉnh",
            "Ban Chỉ huy": (
                "… PCTT | PCTT-TKCN | PCTT&TKCN | PCTT và TKCN | quân sự | QS | PCLB | PTDS | "
                "phòng thủ | phòng, chống | phòng chống | công trường"
            ),
            "Ban Chấp hành": "",
        },
        "BCHQS": {"Bộ Chỉ huy Quân sự": "… tỉnh", "Ban Chỉ huy Quân sự": ""},
        "BTC": {
            "Bộ Tài chính": "thông tư của | TT của | công văn của | quyết định của | bộ trưởng …",
            "Ban Tổ chức": "",
        },
        "BTT": {"Ban Thường trực": "… UBMTTQ | UBMTTQVN | ủy ban | uỷ ban | MTTQ | hội"},
        "BCT": {
            "ban công tác": "… mặt trận | MT",
            "Bộ Chính trị": "Nghị quyết của | NQ của | kết luận của | ủy viên | UV … khóa | khoá",
            "Bộ Công Thương": "thông tư của | quyết định của …",
        },
        "TCT": {
            "tổng công ty": "… điện lực | xây dựng | viễn thông | hàng không | cảng | đường sắt",
            "tổ công tác": (
                "thành viên | thành lập … của | liên ngành | triển khai | đề án | đặc biệt"
            ),
        },
        "VHTT": {"Văn hóa và Thể thao": "sở … & DL", "Văn hóa Thông tin": ""},
        "KHCN": {
            "Khoa học và Công nghệ": "sở | bộ | vụ | cục | viện | tạp chí …",
            "khoa học công nghệ": "",
        },
        "PTTH": {
            "phổ thông trung học": "trường | học sinh | tốt nghiệp | cấp | HS …",
            "Phát thanh Truyền hình": "",
        },
        "VP": {
            "vi phạm": "xử lý | hành vi | phát hiện | lỗi … hành chính | giao thông | pháp luật",
            "văn phòng": "",
        },
        "VP.": {"Văn phòng": "… UBND | HĐND | HĐND-UBND | ĐU | TU | đảng ủy | tỉnh ủy | QH | CP"},
        "ĐU": {"Đảng ủy": ""},
        "CP": {
            "cổ phần": "công ty | CT | ngân hàng | cty …",
            "cổ phiếu": "mã …",
            "chi phí": "tổng | tiết kiệm … quản lý | sản xuất | vận hành | đầu vào",
            "Chính phủ": "",
        },
        "QH": {
            "quy hoạch": (
                "đồ án | điều chỉnh … chung | chi tiết | sử dụng đất | xây dựng | phân khu | "
                "kiến trúc | tỉnh | vùng"
            ),
            "Quốc hội": "",
        },
    }.items()
}
