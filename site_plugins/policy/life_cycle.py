"""What is shown, spoken and downloadable in each state: one table, the same as in the handbook."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from site_plugins.policy.schema import ExplainerMeta, Kind, Status


class Shown(StrEnum):
    """How much of a page citizens see; the value is the handbook's word."""

    NOTHING = "không"
    FULL = "toàn văn"
    NOTICE = "chỉ thông báo rút"


@dataclass(frozen=True)
class Treatment:
    """What happens to a text. `draft_warning`: its clip warns at both ends that it is a draft."""

    shown: Shown
    spoken: bool = False
    downloadable: bool = False
    draft_warning: bool = False


_HIDDEN = Treatment(Shown.NOTHING)
_READ_ONLY = Treatment(Shown.FULL)
_RECALLED = Treatment(Shown.NOTICE)

TREATMENTS: dict[tuple[Status, bool], Treatment] = {
    (Status.PREPARING, False): _HIDDEN,
    (Status.PREPARING, True): _HIDDEN,
    (Status.CONSULTATION, False): _READ_ONLY,
    (Status.CONSULTATION, True): Treatment(
        Shown.FULL, spoken=True, downloadable=True, draft_warning=True
    ),
    (Status.IN_FORCE, False): _READ_ONLY,
    (Status.IN_FORCE, True): Treatment(Shown.FULL, spoken=True, downloadable=True),
    (Status.EXPIRED, False): _READ_ONLY,
    (Status.EXPIRED, True): _READ_ONLY,
    (Status.WITHDRAWN, False): _RECALLED,
    (Status.WITHDRAWN, True): _RECALLED,
}
"""(status on the day, approved) → treatment."""


def status_on(meta: ExplainerMeta, day: date) -> Status:
    """The status that holds on a day: dates that have passed end what staff forgot to end.

    `effective_to`, `expires` and a consultation's `until` are last days, themselves included.
    """
    if meta.status not in (Status.CONSULTATION, Status.IN_FORCE):
        return meta.status
    consulted_until = meta.consultation.until if meta.consultation else None
    last_days = [meta.effective_to, meta.expires]
    if meta.status is Status.CONSULTATION:
        last_days.append(consulted_until)
    over = any(last is not None and last < day for last in last_days)
    return Status.EXPIRED if over else meta.status


def not_yet(meta: ExplainerMeta, day: date) -> bool:
    """Whether a law stands that does not hold yet: its page and its clip say from when."""
    start = meta.effective_from
    return status_on(meta, day) is Status.IN_FORCE and start is not None and start > day


class Standing(StrEnum):
    """What readers must know of a text before its first line; the portal has the words."""

    PREPARING = "preparing"
    CONSULTATION = "consultation"
    CONSULTED = "consulted"
    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


def standing(meta: ExplainerMeta, day: date) -> Standing:
    """How a text stands on a day: a law may be still to come, and a draft never was in force."""
    status = status_on(meta, day)
    if status is Status.EXPIRED and meta.kind is Kind.DRAFT:
        return Standing.CONSULTED
    return Standing.NOT_YET if not_yet(meta, day) else Standing(status.value)


def written(day: date) -> str:
    """A day as Vietnamese readers write it: 1/7/2025."""
    return f"{day.day}/{day.month}/{day.year}"
