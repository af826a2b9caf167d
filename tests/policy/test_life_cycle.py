"""What is shown, spoken and downloadable on a given day."""

import re
from datetime import UTC, date, datetime

import pytest

from site_plugins.policy import clock
from site_plugins.policy.life_cycle import (
    TREATMENTS,
    Shown,
    Standing,
    Treatment,
    standing,
    status_on,
)
from site_plugins.policy.schema import ExplainerMeta, Kind, Status
from tests.policy.written import REPOSITORY

SILENT = (Status.PREPARING, Status.EXPIRED, Status.WITHDRAWN)


def _meta(
    status: Status = Status.IN_FORCE, kind: Kind = Kind.EXPLAINER, **dates: date
) -> ExplainerMeta:
    until = dates.pop("until", None)
    consultation = {"until": until, "send_to": "Ủy ban"} if until else None
    declared = {"title": "A", "summary": "B", "kind": kind, "status": status}
    return ExplainerMeta.model_validate({**declared, "consultation": consultation, **dates})


def test_table_is_exhaustive() -> None:
    """Every status has a treatment, approved and not."""
    assert set(TREATMENTS) == {
        (status, approved) for status in Status for approved in (True, False)
    }


@pytest.mark.parametrize("status", SILENT)
@pytest.mark.parametrize("approved", [True, False])
def test_never_spoken(status: Status, approved: bool) -> None:
    """Preparing, expired and withdrawn texts are neither spoken nor downloadable, ever."""
    treatment = TREATMENTS[status, approved]
    assert not (treatment.spoken)
    assert not (treatment.downloadable)
    assert not (treatment.draft_warning)


@pytest.mark.parametrize("status", Status)
def test_never_spoken_unapproved(status: Status) -> None:
    """Nothing unapproved is spoken or downloadable."""
    treatment = TREATMENTS[status, False]
    assert not (treatment.spoken)
    assert not (treatment.downloadable)


def test_draft_warning_hangs_on_consultation() -> None:
    """A spoken text under consultation warns at both ends, and no other text does."""
    warned = {key for key, treatment in TREATMENTS.items() if treatment.draft_warning}
    assert warned == {(Status.CONSULTATION, True)}


def test_preparing_is_shown_to_nobody() -> None:
    """A page in preparation is no page."""
    assert {TREATMENTS[Status.PREPARING, a].shown for a in (True, False)} == {Shown.NOTHING}


def _row(treatment: Treatment) -> list[str]:
    spoken = "có" if treatment.spoken else "không"
    if treatment.draft_warning:
        spoken += ", kèm cảnh báo dự thảo ở đầu và cuối"
    return [treatment.shown.value, spoken, "có" if treatment.downloadable else "không"]


def _handbook() -> dict[tuple[str, bool], list[str]]:
    """The rows of the handbook's table: (status, approved) → shown, spoken, downloadable."""
    text = (REPOSITORY / "content/so-tay/duyet-bai.md").read_text("utf-8")
    section = re.split(r"^## ", text.partition("{#bang-trang-thai}")[2], flags=re.MULTILINE)[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    assert rows[0] == ["Trạng thái", "Đã duyệt", "Hiện trên cổng", "Đọc trên loa", "Tải về"]
    return {(row[0].split("`")[1], row[1] == "Đã duyệt"): row[2:] for row in rows[2:]}


def test_handbook_says_the_same() -> None:
    """The table that staff read is, row by row, the table that the machine obeys."""
    assert _handbook() == {
        (status.value, approved): _row(treatment)
        for (status, approved), treatment in TREATMENTS.items()
    }


LAST = date(2026, 6, 30)
NEXT = date(2026, 7, 1)


@pytest.mark.parametrize("key", ["effective_to", "expires"])
def test_last_day_is_included(key: str) -> None:
    """A policy holds on its last day and has expired on the next."""
    meta = _meta(effective_to=LAST) if key == "effective_to" else _meta(expires=LAST)
    assert status_on(meta, LAST) is Status.IN_FORCE
    assert status_on(meta, NEXT) is Status.EXPIRED


def test_the_earlier_end_counts() -> None:
    """A notice that expires is over, whatever its policy's own end is."""
    assert status_on(_meta(effective_to=date(2030, 1, 1), expires=LAST), NEXT) is Status.EXPIRED


def test_consultation_ends_by_itself() -> None:
    """Comments are taken on the last day; the day after, the draft is neither open nor spoken."""
    meta = _meta(Status.CONSULTATION, Kind.DRAFT, until=LAST)
    assert status_on(meta, LAST) is Status.CONSULTATION
    assert status_on(meta, NEXT) is Status.EXPIRED
    assert standing(meta, LAST) is Standing.CONSULTATION
    assert standing(meta, NEXT) is Standing.CONSULTED


def test_end_of_consultation_means_nothing_to_law() -> None:
    """A text in force is not ended by the consultation it once had."""
    assert status_on(_meta(until=LAST), NEXT) is Status.IN_FORCE


@pytest.mark.parametrize("status", SILENT)
def test_dates_wake_nothing(status: Status) -> None:
    """No date brings back what staff hid, ended or withdrew."""
    meta = _meta(status, effective_from=date(2020, 1, 1), effective_to=date(2090, 1, 1))
    assert status_on(meta, LAST) is status


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        (Status.PREPARING, Kind.EXPLAINER, Standing.PREPARING),
        (Status.IN_FORCE, Kind.EXPLAINER, Standing.IN_FORCE),
        (Status.EXPIRED, Kind.EXPLAINER, Standing.EXPIRED),
        (Status.EXPIRED, Kind.DRAFT, Standing.CONSULTED),
        (Status.WITHDRAWN, Kind.EXPLAINER, Standing.WITHDRAWN),
        (Status.WITHDRAWN, Kind.DRAFT, Standing.WITHDRAWN),
    ],
)
def test_standings(status: Status, kind: Kind, expected: Standing) -> None:
    """Law and draft end differently: a draft never was in force."""
    assert standing(_meta(status, kind), LAST) is expected


def test_law_to_come() -> None:
    """Until the day it applies, a law is still to come; on that day it simply holds."""
    meta = _meta(effective_from=NEXT)
    assert standing(meta, LAST) is Standing.NOT_YET
    assert standing(meta, NEXT) is Standing.IN_FORCE


def test_named_day() -> None:
    """`STATION_TODAY` names the day; a typing error in it stops the program."""
    assert clock.today({"STATION_TODAY": "2026-07-01"}) == NEXT
    with pytest.raises(ValueError, match="1/7/2026"):
        clock.today({"STATION_TODAY": "1/7/2026"})


@pytest.mark.parametrize(("utc", "day"), [("2026-06-30T16:59", LAST), ("2026-06-30T17:00", NEXT)])
def test_day_of_the_loudspeakers(utc: str, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day changes at midnight in Vietnam, wherever the build runs."""
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)

    class _Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            assert tz is clock.HO_CHI_MINH
            return moment.astimezone(clock.HO_CHI_MINH)

    monkeypatch.setattr(clock, "datetime", _Clock)
    assert clock.today({}) == day
