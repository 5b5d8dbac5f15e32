"""Where a deliverable of a department stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from engine.campaign.filed import filed_by, with_made
from engine.campaign.owing import Facts
from engine.campaign.standing import Entry, Filed, Lateness, State, as_of, entry_of, worst
from engine.campaign.terms import Term, terms_of
from processes.calendars.calendar import calendar_of
from processes.model.filing import Review, ReviewState, Submission
from processes.model.places import NOWHERE
from processes.model.plan import Stage

DUE = date(2018, 1, 31)
STAGES = (Stage(name="优化", due=DUE, place=NOWHERE), Stage(name="总结", due=date(2018, 3, 31), place=NOWHERE))
BEFORE, AFTER = (terms_of(STAGES, calendar_of(), day)[0] for day in (date(2018, 1, 20), date(2018, 2, 5)))
LATER = terms_of(STAGES, calendar_of(), date(2018, 1, 20))[1]
SOUND = Facts(matters=1, kept=1, kept_sound=1)
FAULTY = replace(SOUND, errors=2, warnings=1)
NOON = datetime(2018, 1, 30, 4, tzinfo=UTC)


def submission(
    version: int = 1, *, at: datetime = NOON, stage: int = 3, state: ReviewState | None = None
) -> Submission:
    """A submission, reviewed an hour later."""
    reviews = (Review(state=state, reviewer="李四", at=at + timedelta(hours=1), reasons="缺页"),) if state else ()
    return Submission(
        department="水务局", stage=stage, stage_name="优化", version=version, digest="0" * 64, filed_at=at, who="张三",
        errors=1, warnings=0, reviews=reviews,
    )  # fmt: skip


def filed(day: date, state: ReviewState | None = None) -> Filed:
    """What is known of one submission."""
    return Filed(latest=submission(state=state), first_day=day, last_day=day)


def entry(
    term: Term, facts: Facts = SOUND, known: Filed | None = None, *, form: str = "附件6", registry: bool = True
) -> Entry:
    """The entry of a form; three working days after the last day, four of filing."""
    return entry_of("水务局", form, term, facts, known, Lateness(today=3, filing=4), registry=registry)


@pytest.mark.parametrize(
    ("facts", "before", "later"),
    [(SOUND, State.READY, State.READY), (FAULTY, State.FAULTY, State.LATER), (Facts(), State.MISSING, State.LATER)],
)
def test_what_was_not_filed(facts: Facts, before: State, later: State) -> None:
    """Before its last day as it is declared, then overdue; of a stage that is not on yet nothing is missing."""
    assert entry(BEFORE, facts).state is before
    assert entry(LATER, facts).state is later
    overdue = entry(AFTER, facts)
    assert (overdue.state, overdue.late, overdue.lying) == (State.OVERDUE, 3, before)


def test_a_matter_that_does_not_hold_together_makes_faulty() -> None:
    """Whatever the findings say."""
    assert entry(BEFORE, Facts(matters=1, broken=1, kept=1)).state is State.FAULTY


def test_what_was_filed() -> None:
    """In time on the last day itself; late afterwards, and it is said how late; errors are those at filing."""
    in_time = entry(AFTER, FAULTY, filed(DUE))
    assert (in_time.state, in_time.late, in_time.errors, in_time.warnings) == (State.FILED, 0, 1, 0)
    late = entry(AFTER, SOUND, filed(date(2018, 2, 1)))
    assert (late.state, late.late) == (State.LATE, 4)
    assert entry(LATER, SOUND, filed(DUE)).state is State.FILED


def test_what_was_filed_for_some_of_the_matters_only() -> None:
    """It lacks something as long as there is time, then it is overdue; a form that is one for all is whole."""
    known = replace(filed(DUE), made={"附件7": (3, 5), "附件8": (5, 5)})
    lacking = entry(BEFORE, SOUND, known, form="附件7")
    assert (lacking.state, lacking.ready, lacking.copies, lacking.errors) == (State.INCOMPLETE, 3, 5, 1)
    overdue = entry(AFTER, SOUND, known, form="附件7")
    assert (overdue.state, overdue.late, overdue.lying) == (State.OVERDUE, 3, State.INCOMPLETE)
    assert entry(LATER, SOUND, known, form="附件7").state is State.INCOMPLETE
    assert entry(AFTER, SOUND, known, form="附件8").state is State.FILED
    assert entry(AFTER, SOUND, known, form="附件6").state is State.FILED


def test_what_was_made_is_that_of_the_version_in_force() -> None:
    """What the figures do not tell is not missed."""
    known = {("水务局", 3): filed(DUE), ("林业局", 3): filed(DUE)}
    counted = {"附件7": {"rows": 3, "owed": 5}, "附件6": {"rows": 4}}
    found = with_made(known, {("水务局", 3, 1): counted, ("林业局", 3, 2): counted})
    assert (found["水务局", 3].made, found["林业局", 3].made) == ({"附件7": (3, 5)}, {})


def test_what_was_sent_back() -> None:
    """Not filed any more: overdue as soon as the last day is over."""
    back = filed(DUE, ReviewState.RETURNED)
    assert entry(BEFORE, SOUND, back).state is State.RETURNED
    assert entry(LATER, SOUND, back).state is State.RETURNED
    overdue = entry(AFTER, SOUND, back)
    assert (overdue.state, overdue.lying) == (State.OVERDUE, State.RETURNED)


def test_who_filed_in_time_and_mended_afterwards_was_not_late() -> None:
    """The first version counts."""
    known = Filed(latest=submission(2), first_day=DUE, last_day=date(2018, 2, 5))
    assert entry(AFTER, SOUND, known).state is State.FILED


def test_without_a_registry_only_what_is_not_declared_is_known_to_be_overdue() -> None:
    """The rest may have been filed on paper."""
    assert entry(AFTER, SOUND, registry=False).state is State.READY
    assert entry(AFTER, FAULTY, registry=False).state is State.FAULTY
    assert entry(AFTER, Facts(), registry=False).state is State.OVERDUE


def test_a_document_that_is_not_made_here_is_confirmed_in_the_declaration() -> None:
    """``文件`` of 单位.yaml; 未报 is no confirmation. A submission of the stage does not show that it is there."""
    entering = replace(SOUND, approvals=1, approvals_kept=1, entering=1)
    form = "窗口授权书"
    assert entry(BEFORE, entering, filed(DUE), form=form).state is State.ASKED
    assert entry(LATER, entering, form=form).state is State.LATER
    assert entry(AFTER, entering, filed(DUE), form=form).lying is State.ASKED
    said = entry(AFTER, replace(entering, papers={form: "示局发〔2018〕3号"}), form=form)
    assert (said.state, said.reason) == (State.CONFIRMED, "示局发〔2018〕3号")
    assert entry(BEFORE, replace(entering, papers={form: "未报"}), form=form).state is State.ASKED


def test_what_does_not_concern_the_department() -> None:
    """With the reason; what is unclear is never overdue."""
    assert entry(AFTER, SOUND, form="附件1").reason == "没有行政审批事项"
    assert entry(AFTER, SOUND, form="附件1").state is State.NOT_OWED
    assert entry(AFTER, Facts(), form="附件1").state is State.UNCLEAR
    assert entry(LATER, Facts(), form="附件1").state is State.LATER


def test_the_worst_of_several() -> None:
    """Of a stage."""
    some = [entry(BEFORE, SOUND, filed(DUE)), entry(BEFORE, FAULTY), entry(BEFORE, SOUND, form="附件1")]
    assert worst(some) is State.FAULTY
    assert worst([]) is State.NOT_OWED


def test_on_an_earlier_day_what_came_later_is_not_known() -> None:
    """Neither versions nor reviews; what came on the day itself is."""
    reviewed = Review(state=ReviewState.RETURNED, reviewer="李四", at=NOON + timedelta(days=1), reasons="缺页")
    first, second = replace(submission(), reviews=(reviewed,)), submission(2, at=NOON + timedelta(days=2))
    days = (date(2018, 1, day) for day in (29, 30, 31))
    known = [as_of((first, second), day, lambda at: at.date()) for day in days]
    assert [[one.state for one in found] for found in known] == [[], [ReviewState.DRAFT], [ReviewState.RETURNED]]
    assert len(as_of((first, second), date(2018, 2, 1), lambda at: at.date())) == 2


FILE, OTHER = "水务局/01-取水.yaml", "水务局/02-排水.yaml"


def changed(filed: dict[int, dict[str, str]], present: dict[str, str]) -> list[tuple[str, ...]]:
    """What has changed since stages were filed one after the other, a day apart; each holds what ``filed`` says."""
    versions = [submission(stage=stage, at=NOON + timedelta(days=stage)) for stage in filed]
    held = {("水务局", stage): files for stage, files in filed.items()}
    found = filed_by(versions, date(2018, 3, 1), lambda at: at.date(), held, {"水务局": present})
    return [one.changed for one in found.values()]


def test_what_has_changed_since_it_was_filed() -> None:
    """Changed, new and gone files; the same content is no change."""
    assert changed({1: {FILE: "a"}}, {FILE: "a"}) == [()]
    assert changed({1: {FILE: "a"}}, {FILE: "b"}) == [(FILE,)]
    assert changed({1: {FILE: "a"}}, {FILE: "a", OTHER: "c"}) == [(OTHER,)]
    assert changed({1: {FILE: "a", OTHER: "c"}}, {FILE: "a"}) == [(OTHER,)]


def test_what_was_filed_with_a_later_stage_is_no_change_of_an_earlier_one() -> None:
    """Matters grow from stage to stage: 优化后 comes with the third."""
    assert changed({1: {FILE: "a"}, 3: {FILE: "b"}}, {FILE: "b"}) == [(), ()]
    assert changed({1: {FILE: "a"}, 3: {FILE: "b"}}, {FILE: "c"}) == [(FILE,), (FILE,)]
    # Going back to what was filed earlier is a change of what was filed last.
    assert changed({1: {FILE: "a"}, 3: {FILE: "b"}}, {FILE: "a"}) == [(), (FILE,)]


def test_days_of_filing_and_versions() -> None:
    """The first version and the latest; change is only known of the newest."""
    versions = (submission(), submission(2, at=NOON + timedelta(days=3)))
    held = {("水务局", 3): {FILE: "b"}}
    present = {"水务局": {FILE: "c"}}
    found = filed_by(versions, date(2018, 2, 8), lambda at: at.date(), held, present)[("水务局", 3)]
    assert (found.first_day, found.last_day, found.latest.version) == (NOON.date(), date(2018, 2, 2), 2)
    assert found.changed == (FILE,)
    earlier = filed_by(versions, date(2018, 1, 31), lambda at: at.date(), held, present)[("水务局", 3)]
    assert (earlier.latest.version, earlier.changed) == (1, ())
