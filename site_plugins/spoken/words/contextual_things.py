"""More abbreviations that mean several things, persons and schools; see `contextual`."""

from site_plugins.spoken.senses import Sense, told_apart

CONTEXTUAL_THINGS: dict[str, tuple[Sense, ...]] = {
    form: told_apart(meanings)
    for form, meanings in {
        "GS": {
            "giám sát": (
                "đoàn | công tác | KT | kiểm tra | chương trình … phản biện | thi công | cộng đồng"
            ),
            "giáo sư": "… {tên}",
        },
        "GS.": {"giáo sư": "… {tên}"},
        "TS": {
            "thủy sản": "nuôi trồng | khai thác | chế biến | nông, lâm …",
            "tuyển sinh": "… lớp | năm | đại học | ĐH | đầu cấp",
            "tài sản": "… cố định | công | gắn liền",
            "tiến sĩ": "… {tên}",
        },
        "TS.": {"tiến sĩ": "… {tên}"},
        "DS.": {"dược sĩ": "… {tên}"},
        "YS.": {"y sĩ": "… {tên}"},
        "CN.": {"cử nhân": "… {tên}"},
        "BS.": {"bác sĩ": "… {tên}"},
        "KS.": {"kỹ sư": "… {tên}"},
        "LS.": {"luật sư": "… {tên}"},
        "KTS.": {"kiến trúc sư": "… {tên}"},
        "KTS": {"kiến trúc sư": "… {tên}", "kỹ thuật số": "truyền hình | công nghệ | thời đại …"},
        "KS": {
            "kỹ sư": "… {tên} | nông nghiệp | xây dựng | lâm nghiệp",
            "khách sạn": "… {số} sao | sao",
            "kiểm soát": "trạm | chốt | ban …",
        },
        "LS": {
            "liệt sĩ": "thương binh | gia đình | mộ | NT | nghĩa trang | thân nhân …",
            "luật sư": "… {tên}",
        },
        "BS": {
            "bổ sung": (
                "sửa đổi | SĐ | cấp | kế hoạch | điều chỉnh … kinh phí | dự toán | hồ sơ | "
                "quy hoạch"
            ),
            "bác sĩ": "các | gặp | nhờ | do … {tên} | đa khoa | chuyên khoa | gia đình",
        },
        "BV": {
            "bảo vệ": (
                "nhân viên | tổ | lực lượng … môi trường | rừng | thực vật | Tổ quốc | trẻ em"
            ),
            "bệnh viện": (
                "các | tại | ở | vào | đến | nhập | xuất | ra | chuyển … {tên} | đa khoa | tỉnh | "
                "huyện | tuyến | ĐK"
            ),
        },
        "PT": {
            "phổ thông": "GD | giáo dục | trường …",
            "phát triển": (
                "ĐT | đầu tư | quỹ … kinh tế | KT | KT-XH | sản xuất | nông thôn | đảng viên"
            ),
            "phương tiện": "các … giao thông | thủy | cơ giới",
            "phát thanh": "đài …",
        },
        "PTT": {
            "Phó Thủ tướng": "… Chính phủ | {tên} | thường trực",
            "phó trưởng thôn": "trưởng thôn …",
        },
        "ĐV": {
            "đảng viên": "CB | cán bộ | kết nạp | phát triển … mới | dự bị | chính thức | trẻ",
            "đoàn viên": "… thanh niên | TN | HV | hội viên | công đoàn",
            "đơn vị": "các | thủ trưởng … sự nghiệp | trực thuộc | liên quan | tính | thi công",
        },
        "TN": {
            "thanh niên": (
                "đoàn | hội LH … xung phong | tình nguyện | lên đường | nhập ngũ | trong độ tuổi"
            ),
            "tốt nghiệp": "thi | xét | bằng | tỷ lệ … THPT | THCS | đại học",
            "thu nhập": "… bình quân | thấp | cá nhân",
            "tai nạn": "… giao thông | lao động | thương tích",
            "tài nguyên": "… môi trường | nước | khoáng sản",
            "Thái Nguyên": "tỉnh | TP | TP. | thành phố …",
        },
        "NK": {"nhiệm kỳ": "… {năm}", "nhập khẩu": "XK | xuất khẩu | kim ngạch | hàng … hàng hóa"},
        "MN": {
            "mầm non": "trường | cấp | bậc | GV | giáo viên | lớp … TH | tiểu học | tư thục | số",
            "miền núi": "vùng | xã | DTTS và … phía Bắc",
        },
        "MG": {"mẫu giáo": "trẻ | lớp | trường | nhà trẻ … {số} | ghép"},
        "LH": {"liên hệ": "… {số}"},
        "HN": {
            "Hà Nội": "TP | TP. | thành phố | thủ đô | CATP | UBND TP … ngày",
            "hội nghị": (
                "tổ chức | phục vụ … tổng kết | sơ kết | triển khai | trực tuyến | tập huấn | "
                "BCH | cán bộ"
            ),
            "hộ nghèo": "… HCN | và HCN",
        },
        "HCN": {"hộ cận nghèo": "HN | HN và | hộ nghèo …", "hình chữ nhật": ""},
        "VT": {"văn thư": "lưu | lưu hồ sơ | lưu, | bộ phận | cán bộ | công tác …"},
        "TL": {"thủy lợi": "công trình …", "tài liệu": "… tham khảo | hướng dẫn | tuyên truyền"},
        "QL": {
            "quản lý": (
                "cán bộ | công tác | CB | ban … nhà nước | đất đai | NN | môi trường | giáo dục"
            ),
        },
        "ĐH": {
            "đại hội": (
                "văn kiện | NQ | nghị quyết … Đảng | đại biểu | lần thứ | chi bộ | Đoàn | XIV | "
                "XIII"
            ),
            "đại học": (
                "trường | tuyển sinh | tốt nghiệp | trình độ | thi | vào | bằng | học | sau … "
                "{tên} | CĐ"
            ),
        },
        "ĐB": {
            "đại biểu": "các … quốc hội | QH | HĐND | {tên}",
            "đồng bằng": "… sông | sông Cửu Long | Bắc Bộ",
            "đặc biệt": "… khó khăn",
        },
        "TM": {
            "thương mại": "trung tâm | ngành | công ty | TNHH | CP … dịch vụ | DV | điện tử",
            "Thay mặt": "… UBND | BCH | BTV | ủy ban | chi bộ | hội đồng",
        },
        "VH": {"vận hành": "quản lý | chi phí …", "văn hóa": ""},
        "XD": {"xăng dầu": "giá | cửa hàng | kinh doanh | KD …", "xây dựng": ""},
        "CA": {
            "công an": (
                "lực lượng | trưởng | phó trưởng … xã | phường | tỉnh | TP | huyện | Q | H | P | "
                "TX | viên | {tên}"
            ),
        },
        "AN": {"an ninh": "QP, | QP và | QP - | quốc phòng | quốc phòng, … trật tự | QP"},
        "THA": {
            "tăng huyết áp": "ĐTĐ | bệnh | bệnh nhân | người | mắc … ĐTĐ | đái tháo đường",
            "thi hành án": "cơ quan | cục | chi cục … dân sự | hình sự",
        },
        "HĐH": {
            "hệ điều hành": "… Android | Windows | iOS | {tên}",
            "hiện đại hóa": "CNH | CNH, | công nghiệp hóa, …",
        },
        "THT": {
            "tụ huyết trùng": "tiêm phòng | LMLM | vắc xin | bệnh … trâu bò | gia súc | LMLM",
            "tổ hợp tác": "",
        },
        "HT": {
            "hiệu trưởng": "… trường | các trường | nhà trường",
            "hội trường": "tại … UBND | xã",
        },
        "CC": {
            "công chức": (
                "CB | CB, … VH-XH | địa chính | tư pháp | xã | chuyên môn | TP-HT | viên chức"
            ),
            "chung cư": "… mini | cao tầng",
            "chứng chỉ": "có bằng | văn bằng …",
        },
        "ND": {
            "nông dân": "hội | hội viên …",
            "nhân dân": (
                "tòa án | vận động | tuyên truyền | cán bộ | CB và | toàn … trong xã | trên địa "
                "bàn | đóng góp | hiến | ủng hộ | đối ứng"
            ),
        },
        "BN": {
            "bệnh nhân": (
                "quản lý | điều trị | các | khám | {số} | nhà | người nhà | số … "
                "THA | ĐTĐ | nặng | tử vong"
            ),
        },
        "DĐ": {"di động": "số … {số}", "diễn đàn": "… kinh tế | doanh nghiệp"},
        "ĐD": {"điều dưỡng": "… trưởng | viên | {tên}", "đại diện": "người … pháp luật"},
        "KTV": {
            "kỹ thuật viên": "… xét nghiệm | trưởng | gây mê | y",
            "ca tê vê": "quán | phòng …",
        },
        "YS": {"y sĩ": "bác sĩ | BS … YHCT | đa khoa | sản nhi | {tên}"},
        "LAN": {"lan": "mạng | cổng | cáp | dây …"},
        "XN": {
            "xét nghiệm": (
                "mẫu | lấy mẫu | kết quả | phiếu | làm … PCR | máu | sàng lọc | nước tiểu"
            ),
            "xí nghiệp": "giám đốc | công nhân … may | gỗ",
        },
        "SP": {
            "sư phạm": "trường | ĐH | CĐ | đại học | cao đẳng …",
            "sản phẩm": "{số} | các | số lượng … OCOP | nông nghiệp | chủ lực | đặc trưng",
        },
        "KV": {"khu vực": "TTYT | trạm y tế … I | II | III | miền núi | biên giới | bỏ phiếu"},
        "TE": {"trẻ em": "bảo vệ | bà mẹ và | phụ nữ và … dưới | mồ côi | khuyết tật | SDD | <"},
        "ĐĐ": {"địa điểm": "… hội trường | phòng họp | phòng | trụ sở | nhà văn hóa | tại"},
        "TTHC": {"trung tâm hành chính": "hội trường | trụ sở | khu …", "thủ tục hành chính": ""},
        "TTTM": {
            "truyền thanh thông minh": "loa | cụm | đài | hệ thống …",
            "trung tâm thương mại": "",
        },
        "HSTT": {"học sinh tiên tiến": "danh hiệu | đạt | HSG | học sinh giỏi … cấp"},
        "MT": {
            "môi trường": (
                "bảo vệ | vệ sinh | ô nhiễm | tài nguyên | cảnh quan | và | công tác | xử lý | "
                "về | ngành | lĩnh vực | quan trắc | phí | tác động | sở | phòng | bộ | quản lý "
                "… sống | đô thị | nông thôn | xanh | nước | không khí | biển | làng nghề | rừng"
            ),
            "mục tiêu": "đạt | vượt … NQ | nghị quyết | chung | cụ thể | {số}",
        },
        "BX": {"bến xe": "… {tên}"},
        "HCV": {
            "hát xê vê": "nhiễm | vi rút | virus | viêm gan | HBV | kháng thể | bệnh nhân …",
            "huy chương Vàng": "",
        },
        "MB": {"em mờ bê": "ngân hàng …"},
        "ubnd": {"Ủy ban nhân dân": "… xã | phường | tỉnh | huyện | quận | TP | thành phố | các"},
        "Ts": {"tiến sĩ": "… {tên}"},
        "Ts.": {"tiến sĩ": "… {tên}"},
        "Bs": {"bác sĩ": "… {tên}"},
        "Bs.": {"bác sĩ": "… {tên}"},
        "Ks": {"kỹ sư": "… {tên}"},
        "Ks.": {"kỹ sư": "… {tên}"},
        "Gs": {"giáo sư": "… {tên}"},
        "Gs.": {"giáo sư": "… {tên}"},
        "Ls": {"luật sư": "… {tên}"},
        "Ls.": {"luật sư": "… {tên}"},
        "NB": {"Ninh Bình": "tỉnh …", "nội bộ": "lưu hành …"},
        "BTS": {"bê tê ét": "trạm | cột | nhóm …"},
        "TD": {"tín dụng": "vốn | dư nợ | quỹ …", "thể dục": "môn | giờ | GV …"},
        "QN": {"quân nhân": "… xuất ngũ | dự bị | chuyên nghiệp"},
        "NT": {"nông thôn": "II- | 2- … mới", "nghĩa trang": "… liệt sĩ | LS"},
        "TT.": {
            "Thường trực": "… HĐND | UBND | Tỉnh ủy | Đảng ủy | UBMTTQ",
            "Trung tâm": "… y tế | văn hóa | phục vụ | dịch vụ",
            "thị trấn": "… {tên}",
        },
    }.items()
}
