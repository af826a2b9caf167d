"""The Vietnamese words of the portal for values that code names in English."""

from datetime import date

from site_plugins.policy.schema import ChangeKind, Kind, Status

STATUS = {
    Status.PREPARING: "Đang soạn",
    Status.CONSULTATION: "Đang lấy ý kiến",
    Status.IN_FORCE: "Đang áp dụng",
    Status.EXPIRED: "Hết hiệu lực",
    Status.WITHDRAWN: "Đã rút",
}
KIND = {
    Kind.EXPLAINER: "Chính sách",
    Kind.DRAFT: "Dự thảo",
    Kind.ANSWER: "Trả lời",
    Kind.REBUTTAL: "Cải chính tin đồn",
    Kind.NOTICE: "Thông báo",
}
CHANGE = {
    ChangeKind.MINOR: "Chỉnh sửa nhỏ",
    ChangeKind.UPDATE: "Cập nhật",
    ChangeKind.CORRECTION: "Đính chính",
}


def day(value: date) -> str:
    """A date as Vietnamese readers write it: 21/11/2026."""
    return f"{value:%d/%m/%Y}"


def duration(seconds: float) -> str:
    """A length for readers: "3 phút 20 giây"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest} giây" if minutes else f"{rest} giây"


def dial(phone: str) -> str:
    """The digits of a written number, for a `tel:` link: "0200 000 0000 (số ví dụ)" too."""
    return "".join(c for c in phone if c in "+0123456789")
