"""附件6 工作流程优化对比台账: every matter of a department before and after, counted and listed (注4: 全口径).

27 grid columns, 序号 and 26 numbered ones; the 总计 row stands first. Rows come in the order of 附件4.
The form has no column for the department: in the ledger of a whole city 备注 begins with its short name. 备注 is the
form's place for what its other columns cannot say, and so the 27 columns stay as prescribed.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from engine.annexes.form import LEVEL, NONE_TEXT, NOT_SUMMED, Align, Cell, Column, Form, Paper, headings, plain
from engine.annexes.order import by_type, in_scope
from engine.annexes.remarks import mixed_totals, remark, without_cancelled
from engine.diff.comparison import Comparison, compare_all
from engine.measures.materials import BY_COPIES
from engine.measures.measured import distinct
from processes.model.matter import Outcome
from processes.model.plan import FormText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.diff.deltas import Delta
    from processes.model.department import Department
    from processes.model.matter import Matter, Version
    from processes.model.places import Place
    from processes.model.plan import Plan, Switches
    from processes.model.process import CheckedMatter

    _Row = tuple[Cell, ...]

CODE = "附件6"
NAME = "工作流程优化对比台账"

NOTES = (
    "注:1.表格所有项目都为必填项,不涉及相关内容或无法填写的,应填“无”,不能空项。",
    "2.工作时限请在备注标明“工作日”或“自然日”,有其他情况的也请注明。“即时办结”的填写0。",
    "3.填写总计时请注意阅读单元格内的填写说明。",
    "4.此表为全口径填写,所有梳理出的工作事项不论是否进行了再造优化,均需在此表体现。"  # noqa: ISC004 - one note
    "此次没有进行优化的事项或此次取消下放的事项,也要根据实际情况完整填写各对比统计项目,不能有空项。",
)
"""As printed below the form."""

TITLE_LEVELS = 3
YES, NO = "是", "否"

_COUNT, _LIST = 4.2, 16.0


def _columns() -> tuple[Column, ...]:
    """The columns with the form's own wording (简程序 says 简化 where the other groups say 减少)."""
    parts: list[tuple[str, str, float, Align]] = [
        ("name", "事项名称", 15, Align.LEFT),
        ("public_before", LEVEL.join(("是否公开", "优化前")), _COUNT, Align.CENTRE),
        ("public_after", LEVEL.join(("是否公开", "优化后")), _COUNT, Align.CENTRE),
        ("cancelled", LEVEL.join(("放权力", "是否在本次优化中", "取消")), _COUNT, Align.CENTRE),
        ("devolved", LEVEL.join(("放权力", "是否在本次优化中", "下放")), _COUNT, Align.CENTRE),
        ("devolved_to", LEVEL.join(("放权力", "下放承接层级")), 7.3, Align.CENTRE),
    ]
    for key, group, less, thing, unit in (
        ("steps", "减环节", "减少", "环节", "个"),
        ("procedures", "简程序", "简化", "程序", "个"),
        ("materials", "减材料", "减少", "材料", "件"),
    ):
        parts += [
            (f"{key}_before", LEVEL.join((group, f"优化前({unit})")), _COUNT, Align.CENTRE),
            (f"{key}_after", LEVEL.join((group, f"优化后({unit})")), _COUNT, Align.CENTRE),
            (f"{key}_reduced", LEVEL.join((group, f"{less}数量({unit})")), _COUNT, Align.CENTRE),
            (f"{key}_listed_before", LEVEL.join((group, f"{less}前有哪些{thing}")), _LIST, Align.LEFT),
            (f"{key}_listed_after", LEVEL.join((group, f"{less}后有哪些{thing}")), _LIST, Align.LEFT),
        ]
    for key, title in (
        ("limit_statutory", "法定"),
        ("limit_before", "优化前"),
        ("limit_after", "优化后"),
        ("limit_reduced", "压减天数"),
    ):
        parts.append((key, LEVEL.join(("压时限", title)), _COUNT, Align.CENTRE))
    parts.append(("remark", "备注", 14, Align.LEFT))
    numbered = (
        Column(key, title, str(number), width, align) for number, (key, title, width, align) in enumerate(parts, 1)
    )
    return Column("index", "序号", width=_COUNT), *numbered


COLUMNS = _columns()
"""序号 first, so that the column numbered n is ``COLUMNS[n]``; the same holds for the cells of a row."""

YES_COUNTED = (2, 3, 4, 5)
SUMMED = (7, 8, 9, 12, 13, 14, 17, 18, 19, 22, 23, 24, 25)
SHOWS_OPTIMISED = (4, 5, 9, 14, 15, 16, 19, 25)
"""The columns by which a matter shows that it was optimised (总计.26)."""


def fill(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form:
    """附件6 of one department."""
    comparisons = by_type(compare_all(matters, plan.switches))
    rows = [_row(index, comparison, plan.switches) for index, comparison in enumerate(comparisons, 1)]
    return _form(plan, department.full_name, comparisons, rows)


def fill_city(plan: Plan, departments: Iterable[tuple[Department, Sequence[CheckedMatter]]]) -> Form:
    """The ledgers of all departments joined, in the plan's order, with one 总计; signed by whom the plan reports to."""
    named = [
        (department, comparison)
        for department, matters in in_scope(plan, departments)
        for comparison in by_type(compare_all(matters, plan.switches))
    ]
    rows = [_row(index, comparison, plan.switches, whose) for index, (whose, comparison) in enumerate(named, 1)]
    return _form(plan, plan.recipient, [comparison for _, comparison in named], rows)


def _form(plan: Plan, unit_name: str, comparisons: Sequence[Comparison], rows: Sequence[_Row]) -> Form:
    own = plan.form_texts.get(CODE, FormText())
    with_cancelled = plan.switches.totals_with_cancelled
    in_sums = [with_cancelled or comparison.matter.after is not None for comparison in comparisons]
    summed = [comparison for comparison, included in zip(comparisons, in_sums, strict=True) if included]
    return Form(
        code=CODE,
        label=CODE,
        title=own.title or plan.heading + NAME,
        unit_name=unit_name,
        headings=headings(COLUMNS, TITLE_LEVELS),
        columns=COLUMNS,
        header_rows=TITLE_LEVELS + 1,
        rows=tuple(rows),
        total=_total(comparisons, rows, in_sums),
        notes=(*(own.notes or NOTES), *mixed_totals(summed), *without_cancelled(len(comparisons) - len(summed))),
        paper=Paper.A3,
    )


def _row(index: int, comparison: Comparison, switches: Switches, department: Department | None = None) -> _Row:
    matter, after = comparison.matter, comparison.matter.after
    outcome = distinct((matter.at("after"),))
    devolved = distinct((matter.at("devolved_to", matter.at("after")),))
    parts, places = remark(comparison)
    if department:
        parts, places = (department.name, *parts), (department.at("name"), *places)
    return (
        Cell(index, distinct((matter.place,))),
        Cell(matter.name, distinct((matter.at("name"),))),
        _public(matter, matter.before),
        # Of a cancelled matter nothing is left to publish: neither 是 nor a 否 that would have to be explained.
        Cell(NONE_TEXT, outcome) if after is None else _public(matter, after),
        Cell(_yes(matter.outcome is Outcome.CANCELLED), outcome),
        Cell(_yes(matter.outcome is Outcome.DEVOLVED), devolved),
        Cell(matter.devolved_to or NONE_TEXT, devolved),
        *_group(comparison.steps, 7, "环节数"),
        *_group(comparison.procedures, 12, "程序数"),
        *_group(comparison.materials, 17, "材料份数之和" if switches.materials == BY_COPIES else "材料数"),
        *(
            Cell(_number(days.value), days.sources, "工作日数×7/5,尾数进一" if days.is_converted else "")
            for _, days in comparison.limits
        ),
        _reduced(comparison.time_limit, "第23栏(本次取消)" if after is None else "第23栏-第24栏"),
        Cell(";".join(parts) or NONE_TEXT, distinct((*places, matter.place))),
    )


def _public(matter: Matter, version: Version) -> Cell:
    """是 or 否; of a secret matter 否 comes from 涉密 unless 公开 is written."""
    unsaid = matter.at("secret") if matter.secret else version.place
    return Cell(_yes(version.public), distinct((version.at("public", unsaid),)))


def _group(delta: Delta, first: int, noun: str) -> _Row:
    """The five cells of 减环节, 简程序 or 减材料, of which the first is column ``first``."""
    before, after = delta.before, delta.after
    return (
        Cell(_number(before.value), before.sources, f"第{first + 3}栏所列{noun}"),
        Cell(_number(after.value), after.sources, f"第{first + 4}栏所列{noun}"),
        _reduced(delta, f"第{first}栏-第{first + 1}栏"),
        Cell(_listed(before.items), before.sources),
        Cell(_listed(after.items), after.sources),
    )


def _reduced(delta: Delta, formula: str) -> Cell:
    """What was saved; it comes from both sides."""
    return Cell(_number(delta.reduction), distinct((*delta.before.sources, *delta.after.sources)), formula)


def _number(value: Fraction | int | None) -> Fraction | int | str:
    return NONE_TEXT if value is None else plain(value)


def _listed(items: Iterable[str]) -> str:
    return ";".join(f"{number}.{item}" for number, item in enumerate(items, 1)) or NONE_TEXT


def _yes(answer: bool) -> str:  # noqa: FBT001 - it is what is printed
    return YES if answer else NO


def _total(comparisons: Sequence[Comparison], rows: Sequence[_Row], in_sums: Sequence[bool]) -> _Row:
    """The 总计 row: what the instructions in its cells and 注3 ask for."""
    summed = [row for row, included in zip(rows, in_sums, strict=True) if included]
    # What is left out is left out because of column 4, so that is where its absence comes from.
    left_out = [row[4] for row, included in zip(rows, in_sums, strict=True) if not included]
    suffix = "(不含取消事项)" if left_out else ""
    cells = [Cell(NOT_SUMMED) for _ in COLUMNS]
    cells[0] = Cell("总计")
    cells[1] = Cell(len(rows), _sources(row[1] for row in rows), "事项数")
    for number in YES_COUNTED:
        column = [row[number] for row in rows]
        count = sum(cell.value == YES for cell in column)
        cells[number] = Cell(count, _sources(column), f"第{number}栏为“是”的事项数")
    for number in SUMMED:
        column = [row[number] for row in summed]
        value = sum((cell.value for cell in column if not isinstance(cell.value, str)), start=Fraction(0))
        cells[number] = Cell(plain(value), _sources((*column, *left_out)), f"各行第{number}栏之和{suffix}")
    optimised = sum(comparison.is_optimised for comparison in comparisons)
    shown = [row[number] for row in rows for number in SHOWS_OPTIMISED]
    declared = [comparison.matter.at("other_improvement") for comparison in comparisons]
    cells[26] = Cell(optimised, distinct((*_sources(shown), *declared)), "此次进行了优化的事项数")
    return tuple(cells)


def _sources(cells: Iterable[Cell]) -> tuple[Place, ...]:
    return distinct(place for cell in cells for place in cell.sources)
