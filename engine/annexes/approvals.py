"""What 附件1 and 附件2 share: the same grid over 行政审批事项, before and after; 附件3 adds up their rows.

Source: annexes 1 and 2 of the plan, 工作方案 二(一): only departments with 行政审批事项 file them (R201). A matter
that is cancelled or devolved is no longer the department's 行政审批权力 and has no row in 附件2 (R218); 备注 of 附件3
says which these are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.annexes.form import LEVEL, Align, Cell, Column, Form, headings, nothing_row
from engine.annexes.wording import (
    conditions_text,
    fee_places,
    fee_text,
    listed,
    office_names,
    office_places,
    steps_text,
    text_places,
)
from engine.measures import measures
from engine.measures.measured import distinct
from processes.model.folding import fold_name
from processes.model.plan import FormText
from processes.model.vocabulary import MatterType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from processes.model.department import Department
    from processes.model.matter import Matter
    from processes.model.places import Place
    from processes.model.plan import Plan, Switches
    from processes.model.process import CheckedMatter, Process

STEPS_ONLY = "环节"
"""The value of 口径.附件3环节数 with which 办理程序 lists 环节 alone."""


@dataclass(frozen=True, slots=True)
class Approval:
    """A 行政审批事项 as one of its versions handles it: a row of 附件1 or 附件2."""

    matter: Matter
    process: Process


def approvals_before(matters: Iterable[CheckedMatter]) -> tuple[Approval, ...]:
    """The rows of 附件1: every 行政审批事项, in declared order."""
    return tuple(Approval(one.matter, one.before) for one in matters if one.matter.type is MatterType.APPROVAL)


def approvals_after(matters: Iterable[CheckedMatter]) -> tuple[Approval, ...]:
    """The rows of 附件2: those of 附件1 that stay with the department, in the same order."""
    return tuple(
        Approval(one.matter, one.after)
        for one in matters
        if one.after and one.matter.type is MatterType.APPROVAL and not one.matter.is_gone
    )


def approvals_gone(matters: Iterable[CheckedMatter]) -> tuple[Matter, ...]:
    """Those of 附件1 that have no row in 附件2."""
    return tuple(row.matter for row in approvals_before(matters) if row.matter.is_gone)


def gone_place(matter: Matter) -> Place:
    """Where it says that a matter is cancelled or devolved."""
    return matter.at("devolved_to", matter.at("after"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicTable:
    """改革基本情况表: what distinguishes the one of before from the one of after.

    ``situation`` heads the group of six columns, ``office`` the first of them; ``with_plates`` prints an office with
    the names it also carries (R203: 加挂其他股室的牌子).
    """

    code: str
    name: str
    situation: str
    office: str
    least_rows: int
    with_plates: bool

    def form(self, department: Department, plan: Plan, rows: Sequence[Approval], gone: Sequence[Matter]) -> Form:
        """The form with these rows; without any, one that says 无, because of the matters that are ``gone``."""
        own = plan.form_texts.get(self.code, FormText())
        columns = self._columns()
        empty = nothing_row(columns, distinct(map(gone_place, gone)))
        return Form(
            code=self.code,
            label=self.code,
            title=own.title or plan.heading + self.name,
            unit_name=department.full_name,
            headings=headings(columns, 2),
            columns=columns,
            header_rows=2,
            rows=tuple(self._row(index, row, department, plan.switches) for index, row in enumerate(rows, 1))
            or (empty,),
            least_rows=self.least_rows,
            notes=own.notes,
        )

    def _columns(self) -> tuple[Column, ...]:
        parts: tuple[tuple[str, str, float, Align], ...] = (
            ("offices", self.office, 18, Align.CENTRE),
            ("name", "行政审批权力名称", 22, Align.LEFT),
            ("conditions", "办理条件", 34, Align.LEFT),
            ("steps", "办理程序", 32, Align.LEFT),
            ("limit", "办理时限", 11, Align.CENTRE),
            ("fees", "收费标准", 22, Align.LEFT),
        )
        grouped = (Column(key, self.situation + LEVEL + title, "", width, align) for key, title, width, align in parts)
        return Column("index", "序号", width=5), *grouped

    def _row(self, index: int, row: Approval, department: Department, switches: Switches) -> tuple[Cell, ...]:
        matter, process, version = row.matter, row.process, row.process.version
        return (
            Cell(index, distinct((matter.place,))),
            self._offices(process, department),
            Cell(matter.name, distinct((matter.at("name"),))),
            Cell(conditions_text(version), text_places(version.conditions, version.at("conditions"))),
            _steps(process, switches),
            # The form has no 备注, so the unit stands in the cell (annexes.md, 附件1 column F).
            Cell(version.limit.official, distinct((version.at("limit"),))),
            Cell(fee_text(version), fee_places(version)),
        )

    def _offices(self, process: Process, department: Department) -> Cell:
        plates = {fold_name(office.name): office.plates for office in department.offices if self.with_plates}
        names, places = [], [*office_places(process)]
        for name in office_names(process):
            carried = plates.get(fold_name(name), ())
            names.append(f"{name}(挂{'、'.join(carried)}牌子)" if carried else str(name))
            places += [plate.place for plate in carried]
        return Cell(listed(names), distinct(places))


def _steps(process: Process, switches: Switches) -> Cell:
    """办理程序: the 环节 that 附件3 counts; where it counts 程序, these too, on a line of their own.

    Both lists are those of the chosen counting (口径.环节程序): the number in 附件3 is that of the names here.
    """
    steps = measures()["steps"].measure(process, switches)
    if switches.annex3_steps == STEPS_ONLY:
        return Cell(steps_text(steps.items), steps.sources)
    acts = measures()["procedures"].measure(process, switches)
    return Cell(f"{steps_text(steps.items)}\n程序:{listed(acts.items)}", distinct((*steps.sources, *acts.sources)))
