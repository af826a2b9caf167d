"""Telling staff which translations their edits have outdated, and what to do about each."""

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.station import Language
from site_plugins.policy.translations import minor_edits
from site_plugins.problems import Problem, Severity


def outdated_sections(
    source: Explainer, translation: Translation, language: Language
) -> list[Problem]:
    """A warning for each section that changed since it was translated, at its digest's line.

    The hint holds the line that declares the edit minor, ready to paste.
    """
    return [
        _told(translation, language, section, line)
        for section, line in minor_edits(translation.meta, source.sections, translation.binding)
    ]


def _told(translation: Translation, language: Language, section: str, line: str) -> Problem:
    place = translation.yaml.place(("translation", "sources", section))
    message = (
        f'mục "{section}" của bài gốc đã đổi sau khi dịch, nên bản tiếng {language.name} không phát'
    )
    hint = f"dịch lại mục này; nếu bài gốc chỉ sửa nhỏ, ghi vào changes của index.md: {line}"
    return Problem(translation.path, *place, Severity.WARNING, message, hint)
