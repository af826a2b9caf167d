"""Admonitions of a translation that speak Vietnamese because nobody gave them a title."""

from site_plugins.policy.admonitions import DEFAULT_TITLE
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.model import BlockKind
from site_plugins.policy.station import Language
from site_plugins.problems import Problem, Severity


def untitled_notes(
    _source: Explainer, translation: Translation, language: Language
) -> list[Problem]:
    """A warning for each: the title stands on the page and is read aloud like any other text."""
    message = f'ghi chú chưa có tiêu đề nên máy ghi và đọc "{DEFAULT_TITLE}" bằng tiếng Việt'
    hint = f'viết tiêu đề bằng tiếng {language.name} trong nháy kép: !!! note "…"'
    return [
        Problem(translation.path, block.line, 0, Severity.WARNING, message, hint)
        for block in translation.body.blocks
        if block.kind is BlockKind.NOTE and block.text == DEFAULT_TITLE
    ]
