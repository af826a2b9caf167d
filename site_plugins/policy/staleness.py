"""Telling staff which translations their edits have outdated, and what to do about each."""

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.station import Language
from site_plugins.policy.translations import minor_edits
from site_plugins.problems import Problem, Severity


def outdated_sections(
    source: Explainer, translation: Translation, language: Language
) -> list[Problem]:
    """A warning for each section that changed since it was translated, at its digest's line.

    The hint holds the line that declares the edit minor, ready to paste; but the digest of another
    section is a slip of the hand and no edit.
    """
    sections, record = source.sections, translation.meta.translation.sources
    edits = minor_edits(translation.meta, sections, translation.binding, source.day)
    owners = {digest: section for section, digest in sections.items()}
    return [
        _misplaced(translation, section, owners[record[section]])
        if record[section] in owners
        else _told(translation, language, section, line)
        for section, line in edits
    ]


def _told(translation: Translation, language: Language, section: str, line: str) -> Problem:
    message = (
        f'mục "{section}" của bài gốc đã đổi sau khi dịch, nên bản tiếng {language.name} không phát'
    )
    hint = (
        "dịch lại mục này; nếu bài gốc chỉ sửa chữ, không đổi ý nào,"
        f" thì dán dòng sau vào dưới `changes:` của index.md, thụt vào hai dấu cách: {line}"
    )
    return _warning(translation, section, message, hint)


def _misplaced(translation: Translation, section: str, owner: str) -> Problem:
    message = f'dấu ghi cho mục "{section}" là dấu của mục "{owner}"'
    hint = "xem lại bản dịch của mục này, rồi chép lại dòng của nó ở bàn biên tập /bien-tap/"
    return _warning(translation, section, message, hint)


def _warning(translation: Translation, section: str, message: str, hint: str) -> Problem:
    place = translation.yaml.place(("translation", "sources", section))
    return Problem(translation.path, *place, Severity.WARNING, message, hint)
