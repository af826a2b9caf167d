"""What may be wrong with a translation held beside its source, gathered from each kind of check."""

from collections.abc import Callable

from site_plugins.policy.addresses import strange_addresses
from site_plugins.policy.agreement import disagreements
from site_plugins.policy.copies import copied_text
from site_plugins.policy.disguises import disguised_figures
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.origins import newer_than_approved, vanished_sections
from site_plugins.policy.staleness import outdated_sections
from site_plugins.policy.station import Language
from site_plugins.policy.untitled import untitled_notes
from site_plugins.policy.writing_systems import apostrophe_faults, script_faults
from site_plugins.problems import Problem

Check = Callable[[Explainer, Translation, Language], list[Problem]]
CHECKS: tuple[Check, ...] = (
    outdated_sections,
    vanished_sections,
    newer_than_approved,
    script_faults,
    apostrophe_faults,
    copied_text,
    disagreements,
    disguised_figures,
    strange_addresses,
    untitled_notes,
)
"""Each holds a translation against its source in one respect."""


def translation_faults(
    source: Explainer, translation: Translation, language: Language
) -> list[Problem]:
    """All faults of one translation; an error among them leaves out its page."""
    return [fault for check in CHECKS for fault in check(source, translation, language)]
