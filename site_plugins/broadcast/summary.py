"""The closing table of a build, as plain data."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_plugins.broadcast.production import Result


@dataclass(frozen=True)
class Summary:
    """How many clips came from where, and how much there is to hear."""

    made: int
    from_cache: int
    waiting_for_approval: int
    waiting_for_voice: int
    failed: int
    duration_s: float
    size_bytes: int

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What and how much, as staff read it."""
        return (
            ("Làm mới", str(self.made)),
            ("Có sẵn trong kho", str(self.from_cache)),
            ("Chờ duyệt", str(self.waiting_for_approval)),
            ("Chờ người đọc", str(self.waiting_for_voice)),
            ("Lỗi", str(self.failed)),
            ("Thời lượng (phút)", _one_decimal(self.duration_s / 60)),
            ("Dung lượng (MB)", _one_decimal(self.size_bytes / 1e6)),
        )


def summarise(
    results: Iterable[Result], *, waiting_for_approval: int = 0, waiting_for_voice: int = 0
) -> Summary:
    """Count results; those that wait for people never became jobs and are given as numbers."""
    results = tuple(results)
    episodes = [result.episode for result in results if result.episode]
    from_cache = sum(episode.cached for episode in episodes)
    return Summary(
        made=len(episodes) - from_cache,
        from_cache=from_cache,
        waiting_for_approval=waiting_for_approval,
        waiting_for_voice=waiting_for_voice,
        failed=len(results) - len(episodes),
        duration_s=sum(episode.duration_s for episode in episodes),
        size_bytes=sum(episode.size_bytes for episode in episodes),
    )


def _one_decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
