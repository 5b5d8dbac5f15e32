"""附件3 “两集中三到位”改革汇总表: the rows of 附件1 and 附件2 added up, and what was cut in per cent.

6 columns and four lines: before, after, 改革后压缩百分比(%), 备注; the sign line is the first row of the table. Only
行政审批事项 count, and after the reform only those that stay, so that the numbers differ from 附件6, which has all
matters. The roll-up of the city adds up its departments, and lists below the table what each of them contributes and
who contributes nothing (R810: not silently).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.approvals import approvals_before, gone_place
from engine.annexes.form import NONE_TEXT, NOT_SUMMED, Cell, Column, Form, headings, plain
from engine.annexes.order import in_scope
from engine.annexes.sums import Quantity, cut, number_or_none, quantities, scope_of
from engine.annexes.wording import listed
from engine.measures.measured import distinct
from processes.model.limits import number_text
from processes.model.plan import FormText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from engine.annexes.sums import Scope
    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

    _Declared = tuple[Department, Sequence[CheckedMatter]]

CODE = "附件3"
NAME = "“两集中三到位”改革汇总表"

NOTES = ("注:改革后压缩百分比(%)=(改革前数量-改革后数量)/改革前数量",)
"""As printed below the form."""

CUT_FORMULA = "(改革前数量-改革后数量)/改革前数量×100"

COLUMNS = (
    Column("situation", "改革前后情况", width=22),
    Column("offices", "股室数量", width=24),
    Column("powers", "行政审批权力数量", width=24),
    Column("steps", "办理程序环节数", width=24),
    Column("days", "办理时限总数", width=24),
    Column("fees", "收费总数", width=24),
)


def fill(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form | None:
    """附件3 of one department; None if it had no 行政审批事项 before (不涉及)."""
    if not approvals_before(matters):
        return None
    return _form(plan, department.full_name, scope_of([(department, matters)], plan.switches), ())


def fill_city(plan: Plan, departments: Iterable[_Declared]) -> Form:
    """All departments with 行政审批事项 added up; signed by whom the plan reports to."""
    declared = in_scope(plan, departments)
    included = [(department, matters) for department, matters in declared if approvals_before(matters)]
    scope = scope_of(included, plan.switches, city=True)
    return _form(plan, plan.recipient, scope, (*_shares(included, plan), *_left_out(plan, declared, included)))


def _form(plan: Plan, unit_name: str, scope: Scope, notes: Sequence[str]) -> Form:
    own = plan.form_texts.get(CODE, FormText())
    return Form(
        code=CODE,
        label=CODE,
        title=own.title or plan.heading + NAME,
        unit_name=unit_name,
        headings=headings(COLUMNS, 1),
        columns=COLUMNS,
        header_rows=1,
        rows=_rows(scope),
        notes=(*(own.notes or NOTES), *notes),
        sign_inside=True,
    )


def _rows(scope: Scope) -> tuple[tuple[Cell, ...], ...]:
    columns = [_column(quantity, scope) for quantity in quantities(scope)]
    labels = ("改革前情况", "改革后情况", "改革后压缩百分比(%)", "备注")
    return tuple((Cell(label), *cells) for label, cells in zip(labels, zip(*columns, strict=True), strict=True))


def _column(quantity: Quantity, scope: Scope) -> tuple[Cell, Cell, Cell, Cell]:
    """Before, after, per cent and 备注 of one quantity."""
    every = "各部门" if scope.city else ""
    old = distinct(place for row in scope.before for place in quantity.places(row))
    # What has no row in 附件2 is missing in the number because it was cancelled or devolved.
    kept = (place for row in scope.after for place in quantity.places(row))
    new = distinct((*kept, *map(gone_place, scope.gone)))
    pairs = {name: (count(scope.before), count(scope.after)) for name, count in quantity.counts.items()}
    return (
        Cell(
            _value({name: pair[0] for name, pair in pairs.items()}, NONE_TEXT), old, f"{every}附件1{quantity.formula}"
        ),
        Cell(
            _value({name: pair[1] for name, pair in pairs.items()}, NONE_TEXT), new, f"{every}附件2{quantity.formula}"
        ),
        Cell(
            _value({name: cut(*pair) for name, pair in pairs.items()}, NOT_SUMMED), distinct((*old, *new)), CUT_FORMULA
        ),
        Cell(";".join(quantity.remarks) or NONE_TEXT, distinct(quantity.remark_places)),
    )


def _value(numbers: dict[str, Fraction | int | None], nothing: str) -> Fraction | int | str:
    """The number of a cell; two of them with their names."""
    if len(numbers) > 1:
        return ",".join(name + number_or_none(number, nothing) for name, number in numbers.items())
    (number,) = numbers.values()
    return nothing if number is None else plain(number)


def _shares(included: Sequence[_Declared], plan: Plan) -> Iterator[str]:
    """A line for each department: what it contributes, so that its own form can be compared with the sums."""
    for department, matters in included:
        scope = scope_of([(department, matters)], plan.switches)
        yield f"{department.name}:{';'.join(_share(quantity, scope) for quantity in quantities(scope))}。"


def _share(quantity: Quantity, scope: Scope) -> str:
    """``办理时限20→13工作日(压缩35%)``."""
    parts = []
    for name, count in quantity.counts.items():
        before, after = count(scope.before), count(scope.after)
        saved = cut(before, after)
        text = f"{name}{number_or_none(before)}→{number_or_none(after)}{quantity.unit}"
        parts.append(f"{text}(压缩{number_text(saved)}%)" if saved else text)
    return quantity.noun + ",".join(parts)


def _left_out(plan: Plan, declared: Sequence[_Declared], included: Sequence[_Declared]) -> Iterator[str]:
    """Who has no part in the sums, and why."""
    having = {department.name for department, _ in included}
    without = [department.name for department, _ in declared if department.name not in having]
    if without:
        yield f"没有行政审批事项、不填本表的部门:{listed(without)}。"
    known = {department.name for department, _ in declared}
    missing = [name for name in plan.departments if name not in known]
    if missing:
        yield f"没有可汇总的申报、未计入的部门:{listed(missing)}。"
