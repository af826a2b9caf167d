"""Whether a translation comes from what it says: sections that are there, an approved wording."""

from collections.abc import Collection
from datetime import date
from difflib import get_close_matches

from site_plugins.policy.approval import HEAD, ApprovalState
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.languages import Language
from site_plugins.policy.model import BlockKind
from site_plugins.policy.schema import TranslationMeta
from site_plugins.policy.strict_yaml import YamlDocument
from site_plugins.policy.translations import TranslationState, is_checked
from site_plugins.policy.words import nearest
from site_plugins.problems import Problem, Severity

_RECORD = "translation"


def check_record(
    document: YamlDocument, meta: TranslationMeta, language: Language, day: date
) -> None:
    """Add what is wrong with who wrote a translation how, and who checked it when."""
    _check_orthography(document, meta.translation.orthography, language)
    at = (_RECORD, "checked_on")
    checked_on, checked_by = meta.translation.checked_on, meta.translation.checked_by
    if checked_on and checked_on > day:
        document.error(at, "ngày kiểm tra ở tương lai", f"hôm nay là {day.isoformat()}")
    elif checked_on and meta.approval and checked_on > meta.approval.on:
        message = f"bản dịch được kiểm tra sau ngày duyệt ({meta.approval.on.isoformat()})"
        document.warn(at, message, "kiểm tra xong rồi mới duyệt: duyệt lại bản dịch này")
    if bool(checked_on) != bool(checked_by):
        given, lacking = (
            ("checked_on", "checked_by") if checked_on else ("checked_by", "checked_on")
        )
        message = f"có {given} mà thiếu {lacking}, nên vẫn coi là chưa kiểm tra"
        document.warn((_RECORD, given), message, f"thêm dòng `{lacking}: …` dưới `translation:`")


def _check_orthography(document: YamlDocument, written: str | None, language: Language) -> None:
    allowed = language.orthography
    at = (_RECORD, "orthography")
    listed = ", ".join(f'"{name}"' for name in allowed)
    if written is None:
        if len(allowed) > 1:
            message = f"tiếng {language.name} có nhiều lối chữ, bản dịch chưa ghi theo lối nào"
            hint = f"thêm dòng `orthography: {allowed[0]}` dưới `translation:`; có: {listed}"
            document.warn((_RECORD,), message, hint)
    elif not allowed:
        hint = "bỏ dòng này, hoặc ghi lối chữ ấy vào audio/languages.yml"
        document.warn(at, f"chưa khai báo lối chữ nào của tiếng {language.name}", hint)
    elif written not in allowed:
        meant = nearest(written, allowed)
        hint = f'có phải ý là "{meant}"?' if meant else f"chọn một trong: {listed}"
        document.error(at, f'tiếng {language.name} không có lối chữ "{written}"', hint)


def vanished_sections(
    source: Explainer, translation: Translation, _language: Language
) -> list[Problem]:
    """A warning for each section that the source has not or no longer has.

    At the line of its digest, and at its heading in the translation.
    """
    record = translation.meta.translation.sources
    places = [
        *((s, translation.yaml.place((_RECORD, "sources", s))[0]) for s in record),
        *(
            (block.section, block.line)
            for block in translation.body.blocks
            if block.kind is BlockKind.HEADING and block.level == 2
        ),
    ]
    message = 'mục "{}" không có trong bài tiếng Việt'
    return [
        _warning(
            translation,
            line,
            message.format(section),
            _now(source, record.get(section), section, translation.binding.missing),
        )
        for section, line in places
        if section not in source.sections
    ]


def _now(source: Explainer, digest: str | None, section: str, missing: Collection[str]) -> str:
    """What became of a section: it bears another id, it is misspelt, has no id, or is gone."""
    for current, of in source.sections.items():
        if of == digest:
            return f'mục này nay có mã "{current}": đổi mã ở đây và ở dòng sources'
    known = [current for current in source.sections if current != HEAD]
    if meant := get_close_matches(section, known, n=1):
        return f'có phải ý là "{meant[0]}"?'
    if not known:
        return "index.md không chia mục"
    lacking = [f"{{#{current}}}" for current in known if current in missing]
    if lacking and digest is None:
        hint = f"ở cuối dòng tiêu đề ghi mã như trong index.md, còn thiếu: {', '.join(lacking)}"
        return f"{hint}; bài gốc đã bỏ mục này thì xóa ở đây"
    return (
        f"bài gốc đã bỏ mục này thì xóa ở đây; mã mục phải như trong index.md: {', '.join(known)}"
    )


def newer_than_approved(
    source: Explainer, translation: Translation, _language: Language
) -> list[Problem]:
    """A warning where a translation vouches for a wording of the source that no leader approved.

    It was made from the source as it stands (that is what its digests say), somebody checked or
    approved it, and the source was edited after its own approval or never had one.
    """
    record = translation.meta.translation
    follows = record.sources and translation.binding.state is not TranslationState.STALE
    if not follows or source.approved:
        return []
    if translation.approved:
        line = translation.yaml.place(("approval",))[0]
        done = "đã duyệt"
    elif is_checked(translation.meta) and source.approval is ApprovalState.VOID:
        line = translation.yaml.place((_RECORD, "checked_on"))[0]
        done = "đã kiểm tra"
    else:
        return []
    edited = "đã sửa sau khi duyệt" if source.approval is ApprovalState.VOID else "chưa duyệt"
    message = f"bản dịch {done} theo lời bài gốc {edited} (index.md), nên cả hai chưa được phát"
    hint = "duyệt bài gốc trước; bài gốc còn sửa thì bản dịch phải sửa theo"
    return [_warning(translation, line, message, hint)]


def _warning(translation: Translation, line: int, message: str, hint: str) -> Problem:
    return Problem(translation.path, line, 0, Severity.WARNING, message, hint)
