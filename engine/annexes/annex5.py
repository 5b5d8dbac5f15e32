"""附件5 工作流程问题清单: what was found wrong with the workflows, and what is done about it.

One row a problem, so that a matter may have several; 6 columns, the sign line is the first row of the table, 9 lines
are printed. Matters in which nothing was found need no row; the form has no 注, so which these are, and which have not
been evaluated yet (R320), stands below the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.form import NONE_TEXT, Align, Cell, Column, Form, headings, nothing_row
from engine.annexes.order import by_type
from engine.annexes.wording import listed, text_places
from engine.measures.measured import distinct
from processes.model.plan import FormText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from processes.model.department import Department
    from processes.model.matter import Matter, Problem
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

CODE = "附件5"
NAME = "工作流程问题清单"

LEAST_ROWS = 9

COLUMNS = (
    Column("index", "序号", width=5),
    Column("name", "事项名称", width=25, align=Align.LEFT),
    Column("problem", "问题内容", width=42, align=Align.LEFT),
    Column("measure", "整改措施", width=42, align=Align.LEFT),
    Column("offices", "承办内设机构", width=18),
    Column("remark", "备注", width=12),
)


def fill(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form:
    """附件5 of one department, in the order of 附件4."""
    own = plan.form_texts.get(CODE, FormText())
    ordered = [checked.matter for checked in by_type(matters)]
    return Form(
        code=CODE,
        label=CODE,
        title=own.title or plan.heading + NAME,
        unit_name=department.full_name,
        headings=headings(COLUMNS, 1),
        columns=COLUMNS,
        header_rows=1,
        rows=_rows(ordered),
        least_rows=LEAST_ROWS,
        notes=(*own.notes, *_without_row(ordered)),
        sign_inside=True,
    )


def _rows(matters: Sequence[Matter]) -> tuple[tuple[Cell, ...], ...]:
    """A row for each problem; 无 throughout where all matters were evaluated and none was found."""
    found = [(matter, problem) for matter in matters for problem in matter.problems or ()]
    if found:
        return tuple(_row(index, matter, problem) for index, (matter, problem) in enumerate(found, 1))
    if not matters or any(matter.problems is None for matter in matters):
        return ()
    return (nothing_row(COLUMNS, distinct(matter.at("problems") for matter in matters)),)


def _row(index: int, matter: Matter, problem: Problem) -> tuple[Cell, ...]:
    return (
        Cell(index, distinct((problem.place,))),
        Cell(matter.name, distinct((matter.at("name"),))),
        Cell(problem.text, distinct((problem.at("text"),))),
        Cell(problem.measure or NONE_TEXT, distinct((problem.at("measure"),))),
        Cell(listed(problem.offices), text_places(problem.offices, problem.at("offices"))),
        Cell(problem.remark or NONE_TEXT, distinct((problem.at("remark"),))),
    )


def _without_row(matters: Sequence[Matter]) -> Iterator[str]:
    """The lines below the table: who reads the list must see that no matter was forgotten."""
    for what, state in (("已评估、未发现问题的事项:", ()), ("尚未评估的事项:", None)):
        names = [matter.name for matter in matters if matter.problems == state]
        if names:
            yield f"{what}{listed(names)}。"
