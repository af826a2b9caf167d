"""The closing table of a build, as plain data."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from site_plugins.broadcast.items import Item, Outcome


@dataclass(frozen=True)
class Summary:
    """How many texts came how far, and how much there is to hear."""

    counts: Counter[Outcome]
    duration_s: float
    size_bytes: int

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What and how much, as staff read it."""
        return (
            *((outcome.value.capitalize(), str(self.counts[outcome])) for outcome in _TOLD),
            ("Thời lượng (phút)", one_decimal(self.duration_s / 60)),
            ("Dung lượng (MB)", one_decimal(self.size_bytes / 1e6)),
        )


_TOLD = tuple(outcome for outcome in Outcome if outcome is not Outcome.NOT_AIRED)


def summarise(items: Iterable[Item]) -> Summary:
    """Count the items by outcome, and what their episodes hold."""
    items = tuple(items)
    episodes = [item.episode for item in items if item.episode]
    return Summary(
        Counter(item.outcome for item in items),
        sum(episode.duration_s for episode in episodes),
        sum(episode.mp3.size_bytes for episode in episodes),
    )


def one_decimal(number: float) -> str:
    """A number as Vietnamese readers write it: "12,5"."""
    return f"{number:.1f}".replace(".", ",")
