"""What the values that staff choose from mean, in the words that staff and citizens read."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from site_plugins.policy.anchors import fold
from site_plugins.policy.schema import ChangeKind, Kind, Priority, Status

MEANINGS: dict[str, str] = {
    Status.PREPARING: "đang soạn",
    Status.CONSULTATION: "đang lấy ý kiến",
    Status.IN_FORCE: "có hiệu lực",
    Status.EXPIRED: "hết hiệu lực",
    Status.WITHDRAWN: "đã rút",
    Kind.EXPLAINER: "chính sách",
    Kind.DRAFT: "dự thảo",
    Kind.ANSWER: "trả lời câu hỏi",
    Kind.REBUTTAL: "bác tin đồn",
    Kind.NOTICE: "thông báo",
    ChangeKind.MINOR: "sửa nhỏ",
    ChangeKind.UPDATE: "cập nhật",
    ChangeKind.CORRECTION: "đính chính",
    Priority.NORMAL: "",
    Priority.HIGH: "",
    Priority.URGENT: "",
}
"""An allowed value → its meaning; "" where the value is Vietnamese itself."""


def described(value: str) -> str:
    """A value with its meaning: "in_force" (có hiệu lực)."""
    meaning = MEANINGS[value]
    return f'"{value}" ({meaning})' if meaning else f'"{value}"'


_KEYS = {
    "title": "tiêu đề, tên bài, tên, tựa đề, nhan đề",
    "summary": "tóm tắt, mô tả, tóm lược",
    "kind": "loại, loại bài, kiểu, thể loại",
    "status": "trạng thái, tình trạng, hiệu lực",
    "topics": "chủ đề, lĩnh vực",
    "published": "ngày đăng, ngày công bố",
    "effective_from": "ngày có hiệu lực, ngày hiệu lực, hiệu lực từ, có hiệu lực từ",
    "effective_to": "ngày hết hiệu lực, hết hiệu lực, hiệu lực đến",
    "expires": "hạn đăng, ngày hết hạn, hết hạn",
    "priority": "ưu tiên, mức ưu tiên, độ ưu tiên",
    "legal_basis": "căn cứ pháp lý, căn cứ",
    "number": "số hiệu, số",
    "date": "ngày, ngày ban hành",
    "url": "địa chỉ web, liên kết",
    "sources": "nguồn",
    "checked_on": "ngày kiểm tra",
    "checked_by": "người kiểm tra",
    "translator": "người dịch",
    "translation": "bản dịch",
    "orthography": "lối chữ",
    "contact": "liên hệ, nơi hỏi thêm",
    "office": "cơ quan, nơi tiếp dân",
    "phone": "điện thoại, số điện thoại",
    "hours": "giờ, giờ làm việc",
    "consultation": "lấy ý kiến, góp ý",
    "until": "đến ngày, hạn góp ý",
    "send_to": "gửi về, nơi nhận góp ý",
    "changes": "thay đổi, lịch sử",
    "note": "ghi chú",
    "sections": "mục, các mục",
    "old": "cũ, trước",
    "new": "mới, sau",
    "facts": "số liệu",
    "translator_notes": "lời dặn người dịch, dặn người dịch",
    "board": "bảng tin",
    "loop": "loa, bản tin lặp",
    "approval": "duyệt, phê duyệt",
    "by": "người duyệt",
    "on": "ngày duyệt",
}
KEYS: dict[str, str] = {
    " ".join(fold(word).split()): key for key, words in _KEYS.items() for word in words.split(",")
}
"""A field's name in Vietnamese, folded → the key that is meant."""


def key_for(given: str, keys: Collection[str]) -> str | None:
    """The key that a Vietnamese name means, if it may stand here."""
    key = KEYS.get(" ".join(fold(given).replace("_", " ").replace("-", " ").split()))
    return key if key in keys else None


def nearest(given: str, allowed: Iterable[str]) -> str | None:
    """The allowed value that was probably meant, without regard to case and diacritics."""
    by_folded = {_folded(value): value for value in allowed}
    found = get_close_matches(_folded(given), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def _folded(value: str) -> str:
    return fold(value).strip().replace("-", "_").replace(" ", "_")
