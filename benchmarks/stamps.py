"""The digests that bind approvals and translations, as the project computes them."""

from typing import Any

from site_plugins.policy.approval import approval_digest, section_digests
from site_plugins.policy.body import render
from site_plugins.policy.schema import Spoken

_SHORT_FORMS = ("title", "summary", "board", "loop")


def approval(front: dict[str, Any], body: str) -> dict[str, str]:
    """The front matter that approves a text as it stands."""
    digest = approval_digest(_spoken(front), render(body))
    return {"by": "Chủ tịch Ủy ban nhân dân xã (ví dụ)", "on": "2026-11-02", "digest": digest}


def sources(front: dict[str, Any], body: str) -> dict[str, str]:
    """Section id → digest of a source, as a complete translation carries them."""
    return section_digests(_spoken(front), render(body))


def _spoken(front: dict[str, Any]) -> Spoken:
    return Spoken.model_validate({key: front[key] for key in _SHORT_FORMS})
