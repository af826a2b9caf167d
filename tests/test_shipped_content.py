"""The portal that ships: everything in it is in order, and says what it is."""

from site_plugins.broadcast.edition import jobs_for, read_airing, with_cast
from site_plugins.broadcast.items import Outcome
from site_plugins.broadcast.plan import Planner
from site_plugins.policy.library import read_library
from site_plugins.policy.station import read_settings
from site_plugins.problems import errors
from site_plugins.spoken.script import reading_digest
from tests.site_project import DAY, REPOSITORY

PLAN = "ke-hoach-truyen-thong-2026"


def test_nothing_that_ships_is_at_fault() -> None:
    """Settings, pages, approvals and voices are read without a single problem."""
    settings, problems = read_settings(REPOSITORY)
    assert settings is not None
    library = read_library(REPOSITORY, settings, DAY)
    _, faults = read_airing(REPOSITORY, settings)
    assert [*problems, *faults, *library.problems, *library.left_out] == []


def test_all_samples_are_spoken_but_the_real_plan() -> None:
    """Six approved explainers get clips; the plan of Dân Tiến and unchecked samples stay silent."""
    settings, _ = read_settings(REPOSITORY)
    assert settings is not None
    airing, _ = read_airing(REPOSITORY, settings)
    library = read_library(REPOSITORY, settings, DAY)
    planned = Planner(settings, airing.lexicons).plan(library)
    items = list(with_cast(planned, airing, online=False))
    jobs = jobs_for(items, settings, airing, lambda _: "")
    spoken = {slug for slug, _ in jobs}
    assert spoken == {e.slug for e in library.explainers} - {PLAN}
    assert not [item for item in items if errors(item.problems)]
    waiting = {item.key for item in items if item.outcome is Outcome.WAITING_CHECK}
    assert {language for _, language in waiting} == {"hmn", "km"}


def test_the_real_plan_reads_without_an_error() -> None:
    """The long real text passes the audit from end to end, though it is never aired."""
    settings, _ = read_settings(REPOSITORY)
    assert settings is not None
    airing, _ = read_airing(REPOSITORY, settings)
    library = read_library(REPOSITORY, settings, DAY)
    items = Planner(settings, airing.lexicons, preview=True).plan(library)
    plan = next(item for item in items if item.key == (PLAN, "vi"))
    assert plan.outcome is Outcome.WAITING_APPROVAL
    assert plan.script is not None
    assert len(plan.script.segments) > 100
    assert not errors(plan.problems)


def test_the_samples_are_read_as_they_were_approved() -> None:
    """A rule or a word that changes what is heard of a sample changes its `reading:` line too."""
    settings, _ = read_settings(REPOSITORY)
    assert settings is not None
    airing, _ = read_airing(REPOSITORY, settings)
    library = read_library(REPOSITORY, settings, DAY)
    scripts = {
        i.key: i.script for i in Planner(settings, airing.lexicons).plan(library) if i.script
    }
    assert {e.slug: e.meta.approval.reading for e in library.explainers if e.meta.approval} == {
        slug: reading_digest(script) for (slug, _), script in scripts.items()
    }
