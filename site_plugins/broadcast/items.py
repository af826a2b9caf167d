"""What became of each text on its way to the loudspeaker."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from site_plugins.broadcast.casting import Cast
from site_plugins.broadcast.episode import Episode
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.problems import Problem, Severity
from site_plugins.spoken.model import Script


class Outcome(StrEnum):
    """How far a text came; the value is the word of the closing table."""

    MADE = "làm mới"
    CACHED = "lấy từ kho"
    NOT_CACHED = "chưa làm"
    WAITING_CHECK = "chờ kiểm tra bản dịch"
    WAITING_APPROVAL = "chờ duyệt"
    WAITING_VOICE = "chờ giọng đọc"
    WAITING_READER = "chờ ghi âm lại"
    NOT_AIRED = "không phát"
    FAILED = "lỗi"


@dataclass(frozen=True)
class Item:
    """A text, the script that would be or is read, and its clip if there is one.

    `loop` is the script of its short form; `cast` says who reads it and how its recording stands
    to it, `instead` who does where one of those voices fails.
    """

    explainer: Explainer
    text: Explainer | Translation
    outcome: Outcome
    script: Script | None = None
    episode: Episode | None = None
    problems: tuple[Problem, ...] = ()
    loop: Script | None = None
    cast: Cast = field(default_factory=Cast)
    instead: tuple[Cast, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """(slug, language)."""
        return self.explainer.slug, self.text.language

    @property
    def waits_for_people(self) -> bool:
        """Whether somebody has to check or approve it before anything may be said of it."""
        return self.outcome in (Outcome.WAITING_CHECK, Outcome.WAITING_APPROVAL)

    @property
    def told(self) -> tuple[Problem, ...]:
        """Its problems; those of a text that waits forbid nothing yet, so they only warn."""
        if not self.waits_for_people:
            return self.problems
        return tuple(replace(problem, severity=Severity.WARNING) for problem in self.problems)

    @property
    def downloadable(self) -> bool:
        """Whether citizens and broadcasters may take its script: approved, living, readable.

        A text that failed after its voices were cast failed by its sound, and may be read anew.
        """
        allowed = self.explainer.treatment_of(self.text).downloadable
        readable = self.outcome is not Outcome.FAILED or bool(self.cast.takes)
        return allowed and self.script is not None and readable
