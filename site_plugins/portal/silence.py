"""Why a page has nothing to play, said to those who came to listen."""

from site_plugins.broadcast.items import Item, Outcome
from site_plugins.policy.documents import Translation

_REASONS = {
    Outcome.NOT_CACHED: "silence.not_cached",
    Outcome.FAILED: "silence.failed",
    Outcome.WAITING_READER: "silence.waiting_reader",
    Outcome.WAITING_CHECK: "silence.waiting_check",
    Outcome.WAITING_APPROVAL: "silence.waiting_approval",
}


def silence(item: Item | None, *, has_voice: bool) -> tuple[str, ...]:
    """Keys of the wording, none where there is a clip or a text that nobody reads any more."""
    if item is None or item.episode or item.outcome is Outcome.NOT_AIRED:
        return ()
    reason = _behind(item) or _REASONS.get(item.outcome)
    reasons = (reason,) if reason else ()
    return reasons if has_voice else (*reasons, "silence.no_machine")


def _behind(item: Item) -> str | None:
    """A translation that somebody checked before its source was edited waits for a translator."""
    text = item.text
    waits = isinstance(text, Translation) and text.checked and not text.ready
    return "silence.waiting_translation" if waits else None
