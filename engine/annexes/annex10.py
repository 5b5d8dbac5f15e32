"""附件10 工作流程优化调整更改网上公示信息汇总表: what has to be changed on the platforms, one row for each field.

The rows are the difference of 优化前 (or what the platform says now: 网上公示) and 优化后 over the published fields.
Of a matter that is secret nothing is published and nothing listed; of one that was not public before, only that it is
to be published now. 5 columns without numbers, no 注; the prescribed 10 lines are numbered beforehand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.annex7 import BODY
from engine.annexes.form import Align, Cell, Column, Form, headings
from engine.annexes.published import PublishedChange, published_changes
from engine.annexes.wording import body_places, body_text, listed
from engine.measures.measured import distinct
from processes.model.matter import Outcome
from processes.model.plan import FormText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

    _Row = tuple[Cell, ...]

CODE = "附件10"
NAME = "工作流程优化调整更改网上公示信息汇总表"

LEAST_ROWS = 10
ALL = "该事项的全部公示信息"
DELETED, WITHDRAWN = "删除该事项", "不再公示该事项"
UNPUBLISHED, PUBLISHED = "(未公示)", "新公示该事项,内容见附件7、附件8"


def fill(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form | None:
    """附件10 of one department; None when nothing that is published has to change."""
    rows: list[_Row] = []
    for checked in matters:
        name = Cell(checked.matter.name, distinct((checked.matter.at("name"),)))
        platforms = Cell(listed(checked.matter.platforms), distinct((checked.matter.at("platforms"),)))
        for change in changes_of(checked, department):
            old, new = _labelled(change.label, change.old), _labelled(change.label, change.new)
            rows.append((Cell(len(rows) + 1, distinct((checked.matter.place,))), name, old, new, platforms))
    if not rows:
        return None
    own = plan.form_texts.get(CODE, FormText())
    columns = _columns(plan)
    return Form(
        code=CODE,
        label=CODE,
        title=own.title or plan.heading + NAME,
        unit_name=department.full_name,
        headings=headings(columns, 1),
        columns=columns,
        header_rows=1,
        rows=tuple(rows),
        least_rows=LEAST_ROWS,
        lines_numbered=True,
        notes=own.notes,
    )


def _columns(plan: Plan) -> tuple[Column, ...]:
    """The heading of the last column names the platforms between which one chooses."""
    names = f"({'/'.join(plan.platforms)})" if plan.platforms else ""
    return (
        Column("index", "序号", width=5),
        Column("name", "需要更改信息的事项名称", width=21, align=Align.LEFT),
        Column("old", "需要更改的内容", width=42, align=Align.LEFT),
        Column("new", "修改后的内容", width=42, align=Align.LEFT),
        Column("platforms", f"需要在哪个平台进行修改{names}", width=25, align=Align.LEFT),
    )


def changes_of(checked: CheckedMatter, department: Department) -> Iterator[PublishedChange]:
    """What is to be changed of a matter, and what it is changed into; without a label what concerns all of it."""
    matter, before, after = checked.matter, checked.matter.before, checked.matter.after
    if matter.secret:
        return
    was_public = distinct((before.at("public"),))
    if not before.public:
        if after is not None and after.public:
            public = distinct((after.at("public"),))
            yield PublishedChange("", Cell(UNPUBLISHED, was_public), Cell(PUBLISHED, public))
        return
    if after is None:
        yield PublishedChange("", Cell(ALL, was_public), Cell(DELETED, distinct((matter.at("after"),))))
        return
    if not after.public:
        yield PublishedChange("", Cell(ALL, was_public), Cell(WITHDRAWN, distinct((after.at("public"),))))
        return
    if matter.outcome is Outcome.DEVOLVED:
        body = Cell(body_text(matter, department), body_places(matter, department))
        devolved = Cell(f"下放至{matter.devolved_to}", distinct((matter.at("devolved_to", matter.at("after")),)))
        yield PublishedChange(BODY, body, devolved)
    for change in published_changes(checked, department):
        # Whoever exercised it before: from now on it is the receiving level, which the row above says.
        if matter.outcome is not Outcome.DEVOLVED or change.label != BODY:
            yield change


def _labelled(label: str, cell: Cell) -> Cell:
    """``承诺时限:20个工作日``; a list begins below its label; nothing before what has none."""
    if not label:
        return cell
    text = str(cell.value)
    return Cell(f"{label}:\n{text}" if "\n" in text else f"{label}:{text}", cell.sources)
