"""办件看板 on the command line: the cases of the registry as they were on a day, and the board that they give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from commands._desk import Desk, desk_at
from engine.cases.board import Board, board_of
from engine.cases.definition import Definition
from engine.cases.entries import Seen
from engine.cases.histories import life_of
from engine.cases.ledger import Accounts
from engine.cases.times import BEIJING
from engine.cases.timing import accounts_of
from processes.declaration.folder import find_project, read_project_folder
from processes.errors import CannotBeDone, WrongUsage
from processes.model.workspace import Workspace


def board_for(target: Path, day: date, *, department: str | None, database: str | None) -> Board:
    """The board at the end of ``day``, of all departments or of the one named, short or in full.

    Events after ``day`` are not looked at; the days off are those known today. Raises ``WrongUsage`` for a department
    that neither the plan nor the registry knows, ``CannotBeDone`` where there is no registry.
    """
    root = find_project(target.resolve())
    workspace = read_project_folder(root, lambda _: False)[0] if root else None
    with desk_at(target, database) as desk:
        cases = tuple(_seen(desk, day))
    order = workspace.plan.departments if workspace else ()
    own = _own(department, workspace, [*order, *(case.department for case in cases)]) if department else ""
    return board_of(cases, day, city=workspace.plan.city if workspace else "", departments=order, department=own)


def _seen(desk: Desk, day: date) -> Iterator[Seen]:
    """The cases that had come in by the end of ``day``."""
    accounts: dict[Definition, Accounts] = {}
    for head, events in desk.book.histories(datetime.combine(day + timedelta(1), time(), BEIJING)):
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


def _own(department: str, workspace: Workspace | None, known: Sequence[str]) -> str:
    """The short name of the department meant."""
    full = {one.full_name: one.name for one in workspace.departments} if workspace else {}
    name = full.get(department, department)
    if name in known:
        return name
    names = list(dict.fromkeys(known))
    listed = f"有:{'、'.join(names)}。" if names else "登记库里还没有办件。"
    raise WrongUsage(f"没有“{department}”这个部门。{listed}")
