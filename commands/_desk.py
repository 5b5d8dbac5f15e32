"""办件台: cases opened, sent on and looked at, each time in one transaction; what ``zaizao case`` and Python share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from commands._case_access import BY_ITSELF, SYSTEM, Answer, CaseAccess, in_order
from commands._registry import REGISTRY_FILE
from commands._rounds import Migrated, Ticked, migrate, tick
from commands._target import find_target
from engine.cases import deeming, extending, handing_in, moving, pausing, withdrawing
from engine.cases.attempt import Attempt, Refusal, refuse_another
from engine.cases.course import Course, opened
from engine.cases.extending import Grounds
from engine.cases.news import news_of
from engine.cases.opening import open_case
from engine.cases.times import beijing_day
from engine.cases.units import must_exist
from engine.cases.wording import materials_meant, way_meant
from engine.nets.net import event_of
from processes.calendars.calendar import calendar_of
from processes.calendars.missing import NoCalendar
from processes.declaration.folder import find_project, read_calendar_years
from processes.errors import CannotBeDone, WrongUsage
from processes.model.calendar import CalendarYear
from processes.model.case import CaseEvent, CaseHead, CaseStatus, EventKind
from processes.model.filing import FiledFile
from processes.model.findings import Severity
from processes.model.matter import VersionLabel
from processes.model.process import Flow
from processes.store.batches import Batch
from processes.store.casebook import CaseBook

Deed = CaseEvent | Refusal
Work = Callable[[Course, Attempt], tuple[Deed, Flow | None]]
"""What somebody wants to do to a case: the event or why not, and the way that was meant."""


class Desk(CaseAccess):
    """The cases of one registry. Times need a zone; what is refused is an ``Answer``, what is not understood is raised.

    Methods raise ``WrongUsage`` for words that mean nothing and numbers of no case, ``CannotBeDone`` when somebody was
    quicker (nothing has been done then) or the registry fails.
    """

    # ------------------------------------------------------------------------------------------ acting

    def start(
        self,
        file: Path,
        *,
        applicant: str,
        unit: str,
        person: str,
        at: datetime,
        received: str = "",
        label: VersionLabel = VersionLabel.AFTER,
        number: str = "",
        key: str = "",
    ) -> Answer:
        """Take in an application for the matter in ``file``; ``received`` names the materials, 全部 for all.

        ``number`` of the case: the next free one of the day when empty. With a ``key`` it must be given, so that a
        repeated message finds its case. Raises ``WrongUsage`` when somebody else may not take it in, for nothing is
        there yet in which that could be noted.
        """
        if key and not number:
            raise WrongUsage("写了流水号的,办件编号也要写,重发时才找得到是哪一件。")
        declared = self.definitions.declared_in(file, label)
        definition, matter = declared.definition, declared.definition.matter
        names = materials_meant(definition.route.materials, received) if received else ()
        must_exist(definition, unit)
        attempt = Attempt(unit=unit, person=person, at=at, key=key or uuid4().hex)
        event = open_case(definition, attempt, names)
        if isinstance(event, Refusal):
            raise WrongUsage(f"没有收件:{event.reason}。")
        course = opened(event, self.definitions)
        head = CaseHead(
            number=number,
            department=matter.department,
            matter=matter.number or matter.name,
            label=label,
            definition=definition.digest,
            applicant=applicant,
            received_on=attempt.day,
            version=1,
            marking=course.marking,
            status=course.status,
        )
        return self._opened(self.head_after(head, course), course, event, declared.files)

    def fire(
        self,
        number: str,
        said: str,
        *,
        unit: str,
        person: str,
        at: datetime,
        place: str = "",
        asked: str = "",
        period_ends: date | None = None,
        key: str = "",
    ) -> Answer:
        """Send the file on by the way that ``said`` means, out of ``place`` where it is at several.

        ``asked``: materials that a 补正告知 sends back to be mended; what is missing it asks for in any case.
        ``period_ends``: at acceptance, the day on which the period for applications ends, where the limits of the
        matter run from there.
        """

        def work(course: Course, attempt: Attempt) -> tuple[Deed, Flow | None]:
            flow = way_meant(course, said, place, unit)
            if flow is None:
                return moving.not_there_yet(course, said), None
            if asked and not course.definition.route.corrects(flow):
                raise WrongUsage("只有告知补正才写要补正的材料。")
            names = materials_meant(course.definition.route.materials, asked) if asked else ()
            if period_ends is not None:
                moving.refuse_period(course, flow, period_ends)
            deed = moving.move(course, flow, attempt, names)
            return (deed if isinstance(deed, Refusal) else replace(deed, effective=period_ends)), flow

        return self._act(EventKind.MOVED, number, unit, person, at, key, work)

    def receive(self, number: str, names: str, *, unit: str, person: str, at: datetime, key: str = "") -> Answer:
        """Tick off materials that have come in: complete and in the legal form. 全部 for all that are missing."""

        def work(course: Course, attempt: Attempt) -> tuple[Deed, Flow | None]:
            if course.status is not CaseStatus.CLOSED and not course.outstanding:
                raise WrongUsage("材料已经全部收到。" if course.definition.route.materials else "这个事项不用交材料。")
            return handing_in.hand_in(course, materials_meant(course.outstanding, names), attempt), None

        return self._act(EventKind.HANDED_IN, number, unit, person, at, key, work)

    def pause(self, number: str, kind: str, *, unit: str, person: str, at: datetime, key: str = "") -> Answer:
        """Stop the clock because of ``kind``: one of the eight of 行政许可法 art. 45, or 《…》第×条."""
        return self._act(
            EventKind.PAUSED,
            number,
            unit,
            person,
            at,
            key,
            lambda course, one: (pausing.pause(course, kind, one), None),
        )

    def extend(
        self,
        number: str,
        *,
        reason: str,
        approver: str,
        unit: str,
        person: str,
        at: datetime,
        days: int | None = None,
        key: str = "",
    ) -> Answer:
        """Make the limit longer, once (行政许可法 art. 42), by all that is allowed unless ``days`` says less.

        Raises ``WrongUsage`` for days that nobody may give.
        """
        grounds = Grounds(reason, approver, days)

        def work(course: Course, one: Attempt) -> tuple[Deed, Flow | None]:
            return extending.extend(course, self.ledger(course, one.day), one, grounds), None

        return self._act(EventKind.EXTENDED, number, unit, person, at, key, work)

    def withdraw(self, number: str, reason: str, *, unit: str, person: str, at: datetime, key: str = "") -> Answer:
        """The applicant takes the application back, before it is decided on."""

        def work(course: Course, one: Attempt) -> tuple[Deed, Flow | None]:
            return withdrawing.withdraw(course, self.accounts(course.definition), one, reason), None

        return self._act(EventKind.WITHDRAWN, number, unit, person, at, key, work)

    def resume(self, number: str, *, unit: str, person: str, at: datetime, key: str = "") -> Answer:
        """Let the clock run again."""
        return self._act(
            EventKind.RESUMED, number, unit, person, at, key, lambda course, one: (pausing.resume(course, one), None)
        )

    # ------------------------------------------------------------------------------------- many at once

    def tick(self, at: datetime) -> Iterator[Ticked]:
        """As ``commands._rounds.tick``: what the day brings about, case by case."""
        return tick(self, at)

    def migrate(
        self,
        file: Path,
        *,
        unit: str,
        person: str,
        at: datetime,
        label: VersionLabel = VersionLabel.AFTER,
        said: Mapping[str, str] | None = None,
        only_look: bool = False,
    ) -> tuple[Migrated, ...]:
        """As ``commands._rounds.migrate``: the running cases of a matter go on in what its file declares now."""
        return migrate(self, file, unit=unit, person=person, at=at, label=label, said=said, only_look=only_look)

    # ------------------------------------------------------------------------------------------ inside

    def _act(self, kind: EventKind, number: str, unit: str, person: str, at: datetime, key: str, work: Work) -> Answer:
        head, before = self.course(number)
        done = next((one for one in before.events if key and one.key == key), None)
        if done is not None:
            refuse_another(done, kind, unit, person)
            return self._repeated(head, before, done)
        must_exist(before.definition, unit)
        attempt = Attempt(unit=unit, person=person, at=in_order(before, at), key=key or uuid4().hex)
        deemed = self._deemed_by(before, attempt)
        course = before.after(deemed, self.definitions) if deemed else before
        deed, flow = work(course, attempt)
        refusal = deed if isinstance(deed, Refusal) else None
        if isinstance(deed, Refusal):
            node, event = (flow.source, event_of(flow)) if flow else ("", "")
            last = [attempt.refused(deed, node, event)] if deed.violation else []
        else:
            last = [deed]
        events = (*([deemed] if deemed else []), *last)
        head, course = self.added(head, before, events)
        return Answer(self.look_at(head, course, attempt.day), events, refusal)

    def _opened(self, head: CaseHead, course: Course, event: CaseEvent, files: tuple[FiledFile, ...]) -> Answer:
        """The case filed; under the next free number of the day when it has none yet."""

        def batch(number: str) -> Batch:
            return Batch(
                seen_version=0,
                events=(event,),
                head=replace(head, number=number),
                timers=tuple(self.timers(number, course)),
                messages=tuple(news_of(number, None, event, course)),
                definition=files,
            )

        if not head.number:
            kept = self.book.open_next(lambda position: _number(head.received_on, position), batch)
            return Answer(self.look_at(kept, course, head.received_on), (event,))
        one = batch(head.number)
        kept = self.book.open(head, event, files, one.timers, one.messages)
        repeated = kept != head
        course = self.folded(kept.number) if repeated else course
        look = self.look_at(kept, course, head.received_on)
        return Answer(look, () if repeated else (event,), None, repeated)

    def _deemed_by(self, course: Course, attempt: Attempt) -> CaseEvent | None:
        """The event by which the case is deemed accepted before anything else happens on this day.

        Where the days off are not known nothing is deemed: whoever ticks is told that the calendar is missing.
        """
        try:
            due = deeming.is_due(course, self.calendar, attempt.day)
        except NoCalendar:
            return None
        system = replace(attempt, unit=SYSTEM, person=BY_ITSELF, key=f"{attempt.key}#{EventKind.DEEMED}")
        return deeming.deem(course, system) if due else None

    def _repeated(self, head: CaseHead, course: Course, event: CaseEvent) -> Answer:
        """The answer to a message that has been answered before, by ``event``."""
        look = self.look_at(head, course, beijing_day(course.events[-1].at))
        refusal = Refusal(event.reason, violation=True) if event.kind is EventKind.REFUSED else None
        return Answer(look, (), refusal, repeated=True)


def _number(day: date, position: int) -> str:
    return f"{day:%Y%m%d}-{position:04d}"


def desk_at(target: Path, database: str | None = None, *, create: bool = False) -> Desk:
    """The desk of the registry at ``database``, or of that of the project around ``target``; with its days off.

    Raises ``CannotBeDone`` where there is neither, and for a 日历 with errors.
    """
    root = find_project(target.resolve())
    url = database or find_target(target).shown(REGISTRY_FILE)
    return Desk(CaseBook.connect(url, create=create), calendar_of(_years(root) if root else ()))


def _years(root: Path) -> list[CalendarYear]:
    years, findings = read_calendar_years(root)
    wrong = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
    if wrong is not None:
        raise CannotBeDone(f"{wrong.place} {wrong.message}。日历有错,算不准;用 zaizao check 看全部问题。")
    return years
