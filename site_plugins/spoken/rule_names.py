"""What editors call the rules that read their text: by family, the part before the dot."""

_FAMILIES = {
    "abbreviations": "chữ viết tắt",
    "brackets": "dấu ngoặc",
    "codes": "mã, ký hiệu",
    "coordinates": "tọa độ",
    "dates": "ngày tháng",
    "documents": "số văn bản",
    "hashtags": "thẻ mạng xã hội",
    "headings": "tiêu đề",
    "hotlines": "số gọi nhanh",
    "identity": "số giấy tờ",
    "legal": "điều, khoản, điểm",
    "letters": "tên chữ cái",
    "lexicon": "từ điển đọc",
    "lists": "số thứ tự đầu mục",
    "markup": "ký hiệu định dạng",
    "maths": "phép tính",
    "money": "số tiền",
    "names": "tên riêng",
    "numbers": "số",
    "ordinals": "số thứ tự",
    "ornaments": "ký hiệu trang trí",
    "phones": "số điện thoại",
    "plates": "biển số xe",
    "roads": "đường và cột mốc",
    "scanned": "chữ quét lẫn với số",
    "scores": "tỷ số",
    "signs": "dấu, ký hiệu",
    "standards": "quy chuẩn, tiêu chuẩn",
    "times": "giờ phút",
    "units": "đơn vị đo",
    "web": "địa chỉ mạng",
    "weekdays": "thứ trong tuần",
    "words": "chữ viết liền",
    "years": "năm",
}


def rule_name(rule: str) -> str:
    """The Vietnamese name of a rule's family: "numbers.range" → "số"."""
    return _FAMILIES[rule.partition(".")[0]]
