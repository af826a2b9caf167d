"""What the values that staff choose from mean, in the words that staff and citizens read."""

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
