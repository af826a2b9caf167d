"""What may be wrong with a translation held beside its source, gathered from each kind of check."""

from collections.abc import Callable

from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.staleness import outdated_sections
from site_plugins.policy.station import Language
from site_plugins.problems import Problem

Check = Callable[[Explainer, Translation, Language], list[Problem]]
CHECKS: tuple[Check, ...] = (outdated_sections,)
"""Each holds a translation against its source in one respect."""


def translation_faults(
    source: Explainer, translation: Translation, language: Language
) -> list[Problem]:
    """All faults of one translation; an error among them leaves out its page."""
    return [fault for check in CHECKS for fault in check(source, translation, language)]
