"""办件看板 on the command line: the cases of the registry as they were on a day, and the board that they give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from commands._asked_for import department_meant, plan_around
from commands._desk import Desk, desk_at
from engine.cases.board import Board, board_of
from engine.cases.definition import Definition
from engine.cases.entries import Seen
from engine.cases.histories import life_of
from engine.cases.ledger import Accounts
from engine.cases.times import BEIJING
from engine.cases.timing import accounts_of
from processes.errors import CannotBeDone


def board_for(target: Path, day: date, *, department: str | None, database: str | None) -> Board:
    """The board at the end of ``day``, of all departments or of the one named, short or in full.

    Events after ``day`` are not looked at; the days off are those known today. Raises ``WrongUsage`` for a department
    that neither the plan nor the registry knows, ``CannotBeDone`` where there is no registry.
    """
    workspace = plan_around(target)
    with desk_at(target, database) as desk:
        cases = tuple(_seen(desk, day))
    order = workspace.plan.departments if workspace else ()
    own = department_meant(department, workspace, [*order, *(case.department for case in cases)]) if department else ""
    return board_of(cases, day, city=workspace.plan.city if workspace else "", departments=order, department=own)


def _seen(desk: Desk, day: date) -> Iterator[Seen]:
    """The cases that had come in by the end of ``day``."""
    accounts: dict[Definition, Accounts] = {}
    # The last day that there is has none after it.
    after = min(day, date.max - timedelta(1)) + timedelta(1)
    for head, events in desk.book.histories(datetime.combine(after, time(), BEIJING)):
        try:
            life = life_of(events, desk.definitions, day)
        except (KeyError, ValueError) as error:
            raise CannotBeDone(
                f"办件“{head.number}”的记录和它的流程对不上,登记库可能损坏;用 zaizao audit verify 核验。"
            ) from error
        if life is None:
            continue
        if life.definition not in accounts:
            accounts[life.definition] = accounts_of(life.definition, desk.calendar)
        yield Seen(
            number=head.number,
            department=head.department,
            matter=life.definition.matter.name,
            applicant=head.applicant,
            accounts=accounts[life.definition],
            history=life.history,
        )
