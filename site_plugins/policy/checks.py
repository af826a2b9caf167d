"""Rules between the fields of one explainer, which no single field can tell."""

from datetime import date

from site_plugins.policy.approval import APPROVER, ApprovalState
from site_plugins.policy.schema import Approval, ChangeKind, ExplainerMeta, Kind, Status
from site_plugins.policy.strict_yaml import YamlDocument
from site_plugins.problems import Problem, Severity


def check_explainer(document: YamlDocument, meta: ExplainerMeta) -> None:
    """Add contradictions as errors, and what readers would miss as warnings."""
    _check_draft(document, meta)
    _check_order(document, "effective_from", meta.effective_from, "effective_to", meta.effective_to)
    _check_order(document, "published", meta.published, "expires", meta.expires)
    _check_changes(document, meta)
    if meta.status is Status.IN_FORCE and meta.kind is not Kind.NOTICE:
        _check_wanted(document, meta)


def check_approval(
    document: YamlDocument, approval: Approval | None, state: ApprovalState, day: date
) -> None:
    """An approval bears a name and a day that has come; one that an edit voided is told."""
    if approval is None:
        return
    if approval.by == APPROVER:
        document.error(("approval", "by"), "chưa ghi tên người duyệt", "thay bằng chức vụ, họ tên")
    if approval.on > day:
        hint = f"hôm nay là {day.isoformat()}"
        document.error(("approval", "on"), "ngày duyệt ở tương lai", hint)
    if state is ApprovalState.VOID:
        message = f"bài đã sửa sau khi duyệt ngày {approval.on.isoformat()}, nên không được phát"
        hint = "duyệt lại: lấy dòng duyệt mới ở trang /bien-tap/ của bản xem trước"
        place = document.place(("approval",))
        document.problems.append(Problem(document.path, *place, Severity.WARNING, message, hint))


def _check_draft(document: YamlDocument, meta: ExplainerMeta) -> None:
    """A draft never passes for law, and law never for a draft: the warning hangs on it."""
    if meta.kind is Kind.DRAFT and meta.status is Status.IN_FORCE:
        hint = "còn là dự thảo thì viết status: consultation; đã ban hành thì viết kind: explainer"
        document.error(("status",), "bài kind: draft không thể có status: in_force", hint)
    if meta.kind is not Kind.DRAFT and meta.status is Status.CONSULTATION:
        document.error(("kind",), "bài đang lấy ý kiến phải là dự thảo", "viết kind: draft")
    if meta.status is Status.CONSULTATION and meta.consultation is None:
        hint = "thêm consultation: với until (hạn góp ý) và send_to (nơi nhận góp ý)"
        document.error(("status",), "bài đang lấy ý kiến chưa có hạn và nơi nhận góp ý", hint)


def _check_order(
    document: YamlDocument, first: str, start: date | None, second: str, end: date | None
) -> None:
    if start and end and end < start:
        message = f"{second}: ngày này đứng trước {first} ({start.isoformat()})"
        document.error((second,), message, "kiểm tra lại hai ngày")


def _check_changes(document: YamlDocument, meta: ExplainerMeta) -> None:
    """Sections named for nothing: their translations stay outdated, and staff wonder why."""
    for index, change in enumerate(meta.changes):
        at = ("changes", index, "sections")
        if change.sections and change.kind is not ChangeKind.MINOR:
            message = "sections chỉ có tác dụng ở lần sửa nhỏ, nên bản dịch của các mục ấy vẫn cũ"
            hint = "chỉ sửa chữ thì viết kind: minor; đổi nội dung thì xóa sections"
            document.warn((*at[:2], "kind"), message, hint)
        for section, edit in change.sections.items():
            if edit.old == edit.new:
                message = f'mục "{section}": old và new giống nhau, nên không nói lên lần sửa nào'
                hint = "chép lại các dòng này ở bàn biên tập /bien-tap/, hoặc xóa đi"
                document.warn((*at, section, "new"), message, hint)


def _check_wanted(document: YamlDocument, meta: ExplainerMeta) -> None:
    wanted = {
        "published": (meta.published, "ngày đăng"),
        "legal_basis": (meta.legal_basis, "căn cứ pháp lý"),
        "checked_on": (meta.checked_on, "ngày kiểm tra nội dung"),
        "contact": (meta.contact, "nơi hỏi thêm"),
    }
    for key, (given, meaning) in wanted.items():
        if not given and (key,) not in document.empty:
            document.warn((), f"chưa có {key} ({meaning})", f"nên thêm {key}:")
