"""Abbreviations of fields and things that mean several; see `contextual`."""

from site_plugins.spoken.senses import Sense, told_apart

CONTEXTUAL_FIELDS: dict[str, tuple[Sense, ...]] = {
    form: told_apart(meanings)
    for form, meanings in {
        "ĐT": {
            "điện thoại": (
                "số | gọi | sđt | nghe … liên hệ | di động | cố định | bàn | thông minh | "
                "liên lạc | {số}"
            ),
            "đội tuyển": "… Việt Nam | VN | nữ | nam | quốc gia | Thái Lan | Indonesia | Malaysia",
            "điện tử": "thông tin | TT | hộp thư | giao dịch | cổng …",
            "đào tạo": (
                "công tác | giáo dục | GD | phòng | qua … nghề | bồi dưỡng | tập huấn | nguồn"
            ),
            "đầu tư": (
                "vốn | chủ | dự án | tổng mức | kế hoạch … công | XDCB | xây dựng | phát triển"
            ),
        },
        "BH": {
            "ban hành": "đã | được | ngày | VB | văn bản | do … kèm theo | quy định | kế hoạch",
            "bảo hiểm": (
                "thẻ | tiền | phí | đóng | mua | công ty | tham gia | hưởng | cơ quan | hợp đồng … "
                "y tế | xã hội | thất nghiệp | nhân thọ | bắt buộc | tự nguyện | xe máy | ô tô | "
                "nông nghiệp"
            ),
            "bảo hành": "thời gian | hết | còn | phiếu | chế độ …",
            "bán hàng": "nhân viên | NV | điểm …",
            "Biên Hòa": "TP | TP. | thành phố …",
        },
        "DT": {
            "dân tộc": (
                "ban | phòng | các | đồng bào | người | công tác | chính sách | vùng … thiểu số | "
                "Mông | Dao | Tày | Nùng | Thái | Mường | Khmer | Chăm | Ê Đê | nội trú | bán trú "
                "| Kinh | Hoa | Xơ Đăng | Gia Rai | Ba Na | M'nông | K'Ho | Cơ Tu | Pa Kô | Thổ | "
                "Sán Dìu"
            ),
            "diện tích": (
                "tổng | với | có … NTTS | nuôi trồng | gieo trồng | gieo cấy | đất | tự nhiên | "
                "trồng | lúa | rừng | {số} | canh tác | sử dụng | xây dựng | cây"
            ),
            "dự toán": (
                "giao | lập | quyết | vượt | so với | % … thu | chi | ngân sách | NSNN | được giao"
            ),
            "dự thảo": "… văn bản | nghị quyết | kế hoạch | báo cáo | quyết định | luật",
            "di tích": "khu … lịch sử | LSVH | quốc gia",
            "doanh thu": "… thuần | bán hàng",
        },
        "TCXH": {
            "trợ cấp xã hội": (
                "hưởng | nhận | chi trả | chi | đối tượng | mức | tiền | hồ sơ | chế độ | cấp … "
                "hằng tháng | hàng tháng"
            ),
            "tổ chức xã hội": "các | hội, | doanh nghiệp, | đoàn thể, | và | tổ chức CT, …",
        },
        "BĐ": {"báo động": "… {số} | I | II | III"},
        "HA": {"huyết áp": "đo | chỉ số | tăng | tụt … {số}"},
        "TSC": {"tê ét xê": "độ | hàm lượng | đồng/độ …", "tài sản công": ""},
        "MBA": {
            "máy biến áp": "thay | lắp | các | hỏng | trạm | nâng công suất … {số}",
            "em mờ bê a": "",
        },
        "CK": {"cùng kỳ": "so với | so | bằng … năm trước | năm ngoái"},
        "CN": {
            "chứng nhận": "giấy …",
            "Chủ nhật": (
                "thứ 7 | thứ bảy | T7 | thứ 2 đến | T2 đến | sáng | chiều | tối … ngày | hàng tuần"
            ),
            "công nghệ": "khoa học và … thông tin | cao | số | sinh học",
            "công nghiệp": "khu | cụm | ngành | giá trị SX … chế biến | hỗ trợ | nặng | khai thác",
            "công nhân": "đội ngũ | đời sống … lao động | viên chức | quốc phòng | may",
            "chi nhánh": "… ngân hàng | NHCSXH | VPĐKĐĐ | công ty | Agribank | Văn phòng",
            "chức năng": "… nhiệm vụ",
            "Công nguyên": "trước | sau …",
            "cử nhân": "… luật | kinh tế | {tên}",
        },
        "TH": {
            "tiểu học": (
                "trường | cấp | bậc | GV | giáo viên | học sinh | HS | MN | mầm non | các trường … "
                "THCS | và THCS | số | Kim Đồng"
            ),
            "trường hợp": "các | một số | nhiều | những | từng | {số} … này | khẩn cấp | đặc biệt",
            "thực hiện": (
                "kết quả | tổ chức | đã | đang | chưa | tiếp tục | để | tiến độ | ước … nhiệm vụ | "
                "năm | {năm} | 6 tháng | kế hoạch | chính sách | nghị quyết | tốt | 6T | 9T | 9 "
                "tháng | 10 tháng | 11 tháng | cả năm"
            ),
            "tổng hợp": "phòng | chuyên viên | báo cáo … số liệu | báo cáo | kết quả",
            "truyền hình": "đài … Việt Nam",
            "thực hành": "lý thuyết | tiết | giờ | phòng …",
        },
        "NN": {
            "nước ngoài": "đầu tư | vốn | người | lao động | doanh nghiệp | ở …",
            "nhà nước": "quản lý | QL | ngân sách | cơ quan …",
            "ngoại ngữ": "trung tâm | môn … tin học",
            "nông nghiệp": (
                "HTX | sở | bộ | đất | ngành | sản xuất | SX | phòng … và PTNT | PTNT | và MT | "
                "công nghệ cao | hữu cơ | sạch | bền vững | đô thị"
            ),
        },
        "CS": {
            "chính sách": (
                "đối tượng | gia đình | thực hiện | các | chế độ … pháp luật | xã hội | ưu đãi | "
                "dân tộc"
            ),
            "cảnh sát": "… biển | giao thông | GT | hình sự | khu vực | PCCC | cơ động",
            "chăm sóc": "… sức khỏe | người có công | trẻ em | khách hàng | cây | người bệnh",
            "chiến sĩ": "CB | cán bộ …",
            "cơ sở": (
                "y tế | tại | các | {số} … sản xuất | giáo dục | KCB | kinh doanh | y tế | đảng"
            ),
            "công suất": "… {số}",
        },
        "HV": {
            "hội viên": "đoàn viên | ĐV | các | {số} … phụ nữ | nông dân | CCB | hội | PN | ND",
            "học viên": "… lớp | cao học | tham gia | cai nghiện",
            "học viện": "… {tên}",
        },
        "HS": {
            "hồ sơ": (
                "bộ | nộp | lập | trả | tiếp nhận | thành phần | lưu | giải quyết … mời thầu | "
                "dự thầu | đề nghị | địa chính | gồm | xin | TTHC"
            ),
            "học sinh": (
                "tỷ lệ | GV | giáo viên | số | hỗ trợ | các em | em | phụ huynh | sĩ số | cho | "
                "{số} … lớp | nghèo | bán trú | nội trú | giỏi | khá | tiểu học | TH | THCS | "
                "THPT | DTTS | mầm non | khuyết tật | sinh viên | và phụ huynh | bỏ học | "
                "tham gia | đến trường | toàn trường"
            ),
        },
        "GT": {
            "giao thông": (
                "công trình | đường | an toàn | trật tự … nông thôn | đường bộ | nội đồng"
            ),
            "giá trị": "tổng … sản xuất | gia tăng | xuất khẩu",
            "giới tính": "… nam | nữ",
        },
        "PC": {
            "phòng chống": (
                "công tác … dịch | dịch bệnh | tội phạm | ma túy | thiên tai | bạo lực | "
                "tham nhũng | HIV | lụt bão | cháy | TNXH | tệ nạn | SXH | lao | sốt rét | "
                "suy dinh dưỡng | COVID-19"
            ),
            "pê xê": "",
        },
        "KT": {
            "Kinh tế": "phòng | P …",
            "kiểm tra": (
                "đoàn | bài | UB | ban | công tác … giám sát | sức khỏe | cuối kỳ | giữa kỳ | "
                "học kỳ | đột xuất | định kỳ | đánh giá"
            ),
            "kỹ thuật": (
                "hạ tầng | cán bộ | chuyển giao | tập huấn | quy trình … trồng | chăm sóc | nuôi"
            ),
            "kinh tế": (
                "phát triển | ban | tăng trưởng | mô hình | cơ cấu | hiệu quả | làm … "
                "tập thể | tư nhân | hộ | biển | nông nghiệp | trang trại | thị trường"
            ),
        },
        "NS": {
            "ngân sách": (
                "thu | chi | cân đối | nguồn | từ | tổng thu | tổng chi … xã | tỉnh | TW | nhà "
                "nước | địa phương | huyện | cấp | trung ương"
            ),
            "năng suất": "… lúa | bình quân | đạt | cây trồng | {số}",
            "nông sản": "tiêu thụ | chế biến … sạch | an toàn",
        },
        "SL": {
            "sản lượng": "… lương thực | đạt | thủy sản | thóc | lúa | khai thác",
            "số lượng": "… {số} | người | đại biểu",
            "Sơn La": "tỉnh …",
        },
        "DS": {
            "dân số": "công tác | cán bộ | CTV … KHHGĐ | và phát triển | và KHHGĐ | phát triển",
            "danh sách": "theo | lập | gửi … kèm theo | đề nghị | trúng tuyển | cử tri",
            "dân sự": "tố tụng | vụ án …",
            "di sản": "… văn hóa | thế giới",
            "dược sĩ": "… {tên}",
        },
    }.items()
}
