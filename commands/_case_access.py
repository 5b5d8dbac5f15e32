"""The cases of one registry: read and folded, and added to, each time in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import TracebackType
from typing import Self

from commands._definitions import Definitions
from engine.cases.attempt import Refusal, whereabouts
from engine.cases.course import Course, fold
from engine.cases.definition import Definition
from engine.cases.ledger import Accounts, Ledger
from engine.cases.look import Look, look_at
from engine.cases.news import event_text, news_of
from engine.cases.timers import timers_of
from engine.cases.times import beijing_day
from engine.cases.timing import accounts_of
from processes.calendars.calendar import Calendar
from processes.errors import CannotBeDone, WrongUsage
from processes.model.case import CaseEvent, CaseHead, CaseStatus, EventKind, Message, Timer
from processes.model.filing import FiledFile
from processes.model.matter import VersionLabel
from processes.store.casebook import CaseBook
from processes.store.failures import Overtaken

SYSTEM, BY_ITSELF = "系统", "到期自动处理"
"""Unit and person of what the day alone brings about."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an attempt: the case as it stands now, and the events that were added.

    ``refusal``: why it was not done. ``repeated``: a message with this key was answered before, nothing was added.
    """

    look: Look
    events: tuple[CaseEvent, ...] = ()
    refusal: Refusal | None = None
    repeated: bool = False

    @property
    def number(self) -> str:
        """The number of the case."""
        return self.look.head.number

    @property
    def done(self) -> bool:
        """Whether what was wanted has happened, now or before."""
        return self.refusal is None


class CaseAccess:
    """What every way to work on cases shares: the registry, the calendar, and the definitions that were read."""

    def __init__(self, book: CaseBook, calendar: Calendar) -> None:
        """``book`` keeps the cases; ``calendar`` knows the days off."""
        self.book = book
        self.calendar = calendar
        self.definitions = Definitions(book.definition)
        self._accounts: dict[Definition, Accounts] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the registry."""
        self.book.close()

    # ----------------------------------------------------------------------------------------- reading

    def course(self, number: str) -> tuple[CaseHead, Course]:
        """A case and its events folded."""
        head = self.book.head(number)
        # What has been added since the head was read is not looked at: head and course are of one moment.
        return head, self.folded(number, head.version)

    def folded(self, number: str, version: int | None = None) -> Course:
        """The events of a case folded, of a ``version`` the first so many.

        Raises ``CannotBeDone`` when they do not fit the definition.
        """
        return self._fold(number, self.book.events(number)[:version])

    def _fold(self, number: str, events: Sequence[CaseEvent]) -> Course:
        try:
            return fold(events, self.definitions)
        except (KeyError, ValueError) as error:
            raise CannotBeDone(
                f"办件“{number}”的记录和它的流程对不上,登记库可能损坏;用 zaizao audit verify 核验。"
            ) from error

    def ran_on(self, course: Course) -> tuple[Definition, ...]:
        """For each event of a case the definition that it ran on."""
        found: list[Definition] = []
        for event in course.events:
            moved = event.kind in (EventKind.OPENED, EventKind.MIGRATED)
            found.append(self.definitions[event.definition, VersionLabel(event.event)] if moved else found[-1])
        return tuple(found)

    def ledger(self, course: Course, on: date) -> Ledger:
        """The clocks of a case at the end of a day."""
        return self.accounts(course.definition).ledger(course.history, max(on, course.history.received_on))

    def accounts(self, definition: Definition) -> Accounts:
        """What the clocks of a definition go by."""
        if definition not in self._accounts:
            self._accounts[definition] = accounts_of(definition, self.calendar)
        return self._accounts[definition]

    def look(self, number: str, on: date) -> Look:
        """A case as it stood at the end of a day: what was written down later is not looked at.

        Raises ``WrongUsage`` for a day on which it had not come in yet.
        """
        head = self.book.head(number)
        events = [event for event in self.book.events(number)[: head.version] if beijing_day(event.at) <= on]
        if not events:
            raise WrongUsage(f"{on} 还没有办件“{number}”,它是 {head.received_on} 收件的。")
        course = self._fold(number, events)
        return self.look_at(self.head_after(head, course), course, on)

    def last_day(self, number: str) -> date:
        """The day of what was written down last."""
        return beijing_day(self.book.events(number)[-1].at)

    def look_at(self, head: CaseHead, course: Course, on: date) -> Look:
        """As ``look``, of a case that has been folded."""
        return look_at(head, course, self.ledger(course, on), self.calendar, on)

    def timers(self, number: str, course: Course) -> tuple[Timer, ...]:
        """What a case waits for, as seen on the day of its last event."""
        ledger = self.ledger(course, beijing_day(course.events[-1].at))
        return timers_of(number, course, ledger, self.calendar)

    def heads(
        self, *, department: str | None = None, matter: str | None = None, status: CaseStatus | None = None
    ) -> tuple[CaseHead, ...]:
        """The cases, narrowed when asked."""
        return tuple(self.book.heads(department=department, matter=matter, status=status))

    # ------------------------------------------------------------------------------------------ adding

    def added(
        self, head: CaseHead, before: Course, events: Sequence[CaseEvent], files: tuple[FiledFile, ...] = ()
    ) -> tuple[CaseHead, Course]:
        """The case after ``events`` have been appended; ``files`` are those of the definition that it comes to.

        Raises ``Overtaken`` when somebody was quicker.
        """
        course, messages = before, list[Message]()
        for event in events:
            following = course.after(event, self.definitions)
            messages += news_of(head.number, course, event, following)
            course = following
        if not events:
            return head, course
        new = self.head_after(head, course)
        timers = self.timers(head.number, course)
        try:
            kept = self.book.append(head.number, head.version, events, new, timers, messages, definition=files)
        except Overtaken as error:
            raise self._overtaken(error.head, before) from error
        return kept, course

    def head_after(self, head: CaseHead, course: Course) -> CaseHead:
        """What is known of the case after its events."""
        return replace(
            head,
            label=course.definition.label,
            definition=course.definition.digest,
            version=course.version,
            marking=course.marking,
            status=course.status,
            due=self.ledger(course, beijing_day(course.events[-1].at)).due,
        )

    def _overtaken(self, head: CaseHead, seen: Course) -> Overtaken:
        """What somebody else has done meanwhile, and how the case stands now (``head``)."""
        course = self.folded(head.number, head.version)
        other = course.events[seen.version]
        done = event_text(seen.definition, other)
        return Overtaken(
            f"没有办成:就在刚才,{other.unit} {other.person}先办了一步({done}),{whereabouts(course)}。"
            f"请看清新的状态(zaizao case show {head.number}),再决定要不要办。",
            head,
        )


def in_order(course: Course, at: datetime) -> datetime:
    """The moment of the next event: on the day of the last one not before it.

    Raises ``WrongUsage`` for earlier days.
    """
    last = course.events[-1].at
    if at >= last:
        return at
    if beijing_day(at) == beijing_day(last):
        return last
    raise WrongUsage(f"日期 {beijing_day(at)} 在上一条记录({beijing_day(last)})前面,办件只能往后记。")
