"""附件9 工作流程优化情况统计表: what a department evaluated and optimised, in one row of numbers.

23 grid columns without printed numbers; 栏 in formulas, which are not printed, counts them from 序号 = 1. Zero is
written 0: 无 belongs to 附件4 and 附件6. The form has no 注; the lines below it say what a reader would else take for a
contradiction with 附件6, and call the columns by their headings. The city's roll-up lists every department of the plan
in its order: one that has filed nothing says 未申报, so that nobody takes it for one that optimised nothing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from engine.annexes.form import LEVEL, NOT_SUMMED, Align, Cell, Column, Form, headings, plain
from engine.diff.changes.procedures import ProcedureMoved, ProcedureRemoved, ProcedureReplaced
from engine.diff.compare import Difference, compare
from engine.diff.comparison import Comparison, compare_all
from engine.measures.measured import distinct
from processes.model.limits import DayKind, number_text
from processes.model.plan import FormText
from processes.model.vocabulary import MatterType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.diff.deltas import Delta
    from processes.model.department import Department
    from processes.model.places import Place
    from processes.model.plan import Group, Plan, Switches
    from processes.model.process import CheckedMatter

    _Row = tuple[Cell, ...]

CODE = "附件9"
NAME = "工作流程优化情况统计表"

BY_CHANGE = "变动"
"""The value of 口径.附件9程序 with which columns 15 and 16 count procedures adjusted, not the net decrease."""

NOT_FILED = "未申报"
SUBTOTAL, TOTAL = "小计", "合计"
TITLE_LEVELS = 2

_TYPES = {
    MatterType.APPROVAL: "行政审批事项数",
    MatterType.OTHER_POWER: "其他行政权力事项数",
    MatterType.PUBLIC_SERVICE: "公共服务事项数",
    MatterType.OTHER: "其他事项数",
}
_INVITED = "邀请服务对象与第三方专家参与评估工作流程情况"
_TITLES = (
    *(
        LEVEL.join((group, title))
        for group in ("梳理评估工作流程多少项", "优化工作流程多少项")
        for title in ("总数", *_TYPES.values())
    ),
    LEVEL.join(("减环节情况", "减少工作环节的事项数")),
    LEVEL.join(("减环节情况", "共减少了多少个工作环节")),
    LEVEL.join(("简程序情况", "优化调整工作程序的事项数")),
    LEVEL.join(("简程序情况", "优化调整工作程序多少个")),
    LEVEL.join(("减要件情况", "减少要件的事项数")),
    LEVEL.join(("减要件情况", "共减少多少个要件")),
    LEVEL.join(("减时限情况", "减少时限的事项数")),
    LEVEL.join(("减时限情况", "减少时限累计多少天")),
    LEVEL.join((_INVITED, "邀请服务对象参与评估人数")),
    LEVEL.join((_INVITED, "邀请第三方专家参与评估人数")),
    LEVEL.join((_INVITED, "评估分析工作流程事项数")),
)

COLUMNS = (
    Column("index", "序号", width=5),
    Column("department", "部门", width=13, align=Align.LEFT),
    # The first is a little wider: 未申报 has to fit into it in one line, also where the page is narrower.
    *(Column(f"column{number}", title, width=7 if number == 3 else 6.3) for number, title in enumerate(_TITLES, 3)),  # noqa: PLR2004
)

_REDUCED_IN_ANNEX6 = (9, 14, 19, 25)
"""The columns of 附件6 that 附件9 columns 13–20 sum up, two for each."""


def fill(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form:
    """附件9 of one department: a single row."""
    comparisons = _compared(matters, plan.switches)
    row = _row(1, department, comparisons, plan.switches)
    return _form(plan, department.full_name, (row,), comparisons)


def fill_city(plan: Plan, departments: Iterable[tuple[Department, Sequence[CheckedMatter]]]) -> Form:
    """Every department of the plan, a 小计 after each group and 合计 last; signed by whom the plan reports to.

    Bodies outside the plan's scope (a 镇 or 开发区 reforming by itself) are no part of the city's numbers.
    """
    filed = {one.name: (one, matters) for one, matters in departments if matters and not one.outside_scope}
    rows: list[_Row] = []
    numbers: list[_Row] = []
    subtotals: list[int] = []
    everything: list[Comparison] = []
    known = {name for group in plan.groups for name in group.departments}
    others = tuple(name for name in filed if name not in known)
    for group, names in (*((group, group.departments) for group in plan.groups), (None, others)):
        first = len(numbers)
        for name in names:
            index = len(numbers) + 1
            if name in filed:
                department, matters = filed[name]
                comparisons = _compared(matters, plan.switches)
                everything += comparisons
                row = _row(index, department, comparisons, plan.switches)
            else:
                row = _missing(Cell(index), Cell(name, distinct((getattr(name, "place", plan.place),))))
            rows.append(row)
            numbers.append(row)
        if group is not None:
            subtotals.append(len(rows))
            rows.append(_sums(SUBTOTAL, Cell(group.name, _group_places(group)), numbers[first:]))
    count = f"{len(numbers)}个部门,已申报{len(filed)}个"
    total = _sums(TOTAL, Cell(count, distinct(place for row in numbers for place in row[1].sources)), numbers)
    return _form(plan, plan.recipient, tuple(rows), everything, total=total, subtotals=tuple(subtotals))


def _form(  # noqa: PLR0913 - the parts of a form
    plan: Plan,
    unit_name: str,
    rows: tuple[_Row, ...],
    comparisons: Sequence[Comparison],
    *,
    total: _Row | None = None,
    subtotals: tuple[int, ...] = (),
) -> Form:
    own = plan.form_texts.get(CODE, FormText())
    return Form(
        code=CODE,
        label=CODE,
        title=own.title or plan.heading + NAME,
        unit_name=unit_name,
        headings=headings(COLUMNS, TITLE_LEVELS),
        columns=COLUMNS,
        header_rows=TITLE_LEVELS,
        rows=rows,
        total=total,
        total_first=False,
        subtotals=subtotals,
        notes=(*own.notes, *_explanations(comparisons, plan.switches)),
    )


def _compared(matters: Sequence[CheckedMatter], switches: Switches) -> Sequence[Comparison]:
    """The matters in numbers; the differences, which take longer, only where procedures are counted by change."""
    if switches.annex9_procedures == BY_CHANGE:
        return [compare(matter, switches) for matter in matters]
    return compare_all(matters, switches)


def _row(index: int, department: Department, comparisons: Sequence[Comparison], switches: Switches) -> _Row:
    optimised = [comparison for comparison in comparisons if comparison.is_optimised]
    why = distinct(
        place
        for one in comparisons
        for place in (*_reduction_places(one.deltas), one.matter.at("after"), one.matter.at("other_improvement"))
    )
    summed = [comparison for comparison in comparisons if _in_sums(comparison, switches)]
    left_out = distinct(one.matter.at("after") for one in comparisons if not _in_sums(one, switches))
    return (
        Cell(index, distinct((department.place,))),
        Cell(department.name, distinct((department.at("name"),))),
        *_by_type(comparisons, (), "附件4、附件6的事项数"),
        *_by_type(optimised, why, "附件6总计第26栏", 8),
        *_reductions(summed, left_out, switches),
        *_evaluation(department),
    )


def _in_sums(comparison: Comparison, switches: Switches) -> bool:
    """Whether the sums of 附件6 contain the matter (口径.合计含取消); those of 附件9 are the same sums."""
    return switches.totals_with_cancelled or comparison.matter.after is not None


def _by_type(
    comparisons: Sequence[Comparison], why: tuple[Place, ...], total_formula: str, first: int = 3
) -> Iterable[Cell]:
    """总数 and the four types, of which the first is column ``first``."""
    names = distinct(one.matter.at("name") for one in comparisons)
    yield Cell(len(comparisons), distinct((*why, *names)), f"{total_formula},即第{first + 1}至{first + 4}栏之和")
    for of_type in _TYPES:
        matters = [one.matter for one in comparisons if one.matter.type is of_type]
        types = distinct(one.matter.at("type") for one in comparisons)
        yield Cell(len(matters), distinct((*why, *types)), f"第{first}栏中类型为“{of_type}”的事项数")


def _reductions(summed: Sequence[Comparison], left_out: tuple[Place, ...], switches: Switches) -> Iterable[Cell]:
    """Columns 13–20: for each of the four reductions, the matters that have one, and the sum of 附件6."""
    without = "(不含取消事项)" if left_out else ""
    for index, column in enumerate(_REDUCED_IN_ANNEX6):
        deltas = [one.deltas[index] for one in summed]
        if index == 1 and switches.annex9_procedures == BY_CHANGE:
            changed = [_changed(one) for one in summed]
            sources = distinct((*(place for _, places in changed for place in places), *left_out))
            counts = [count for count, _ in changed]
            yield Cell(sum(count > 0 for count in counts), sources, f"减少、合并、替换或移动了程序的事项数{without}")
            yield Cell(sum(counts), sources, f"减少、合并、替换或移动的程序数{without}")
            continue
        sources = distinct((*_reduction_places(deltas), *left_out))
        reductions = [delta.reduction or Fraction(0) for delta in deltas]
        yield Cell(sum(one > 0 for one in reductions), sources, f"附件6第{column}栏大于0的事项数{without}")
        yield Cell(plain(sum(reductions, Fraction(0))), sources, f"附件6总计第{column}栏{without}")


def _changed(comparison: Comparison) -> tuple[int, tuple[Place, ...]]:
    """How many procedures of 优化前 were removed, merged, replaced or moved; the places on both sides."""
    assert isinstance(comparison, Difference)
    count = 0
    places: list[Place] = list(_reduction_places((comparison.procedures,)))
    for change in comparison.changes:
        match change:
            case ProcedureRemoved() | ProcedureMoved():
                count += 1
            case ProcedureReplaced(before=before):
                count += len(before)
            case _:
                continue
        places += (*change.before_places, *change.after_places)
    return count, distinct(places)


def _reduction_places(deltas: Iterable[Delta]) -> tuple[Place, ...]:
    return distinct(place for delta in deltas for place in (*delta.before.sources, *delta.after.sources))


def _evaluation(department: Department) -> Iterable[Cell]:
    """Columns 21–23, as declared; a department that declares no 评估 invited nobody."""
    declared = department.evaluation
    for word, field, title in (
        ("服务对象", "service_users", "参与评估的服务对象人数"),
        ("专家", "experts", "参与评估的第三方专家人数"),
        ("事项", "matters", "评估分析的事项数"),
    ):
        if declared is None:
            yield Cell(0, distinct((department.place,)), "单位.yaml 没有写“评估”")
        else:
            formula = f"单位.yaml 评估.{word}:{title}"
            yield Cell(getattr(declared, field), distinct((declared.at(field),)), formula)


def _missing(first: Cell, second: Cell) -> _Row:
    """A row without numbers, for a department that has filed nothing or a group in which nobody has."""
    return (first, second, Cell(NOT_FILED), *(Cell(NOT_SUMMED) for _ in COLUMNS[3:]))


def _sums(label: str, name: Cell, rows: Sequence[_Row]) -> _Row:
    """小计 or 合计 of the departments that have filed."""
    filed = [row for row in rows if row[2].value != NOT_FILED]
    if not filed:
        return _missing(Cell(label), name)
    sums = []
    for index in range(2, len(COLUMNS)):
        column = [row[index] for row in filed]
        value = sum((cell.value for cell in column if not isinstance(cell.value, str)), Fraction(0))
        sources = distinct(place for cell in column for place in cell.sources)
        sums.append(Cell(plain(value), sources, f"已申报部门第{index + 1}栏之和"))
    return (Cell(label), name, *sums)


def _group_places(group: Group) -> tuple[Place, ...]:
    return distinct((group.at("name"),))


def _explanations(comparisons: Sequence[Comparison], switches: Switches) -> Iterable[str]:
    """What a reader would else take for a contradiction with 附件6, and days of both kinds in one sum."""
    summed = [one for one in comparisons if _in_sums(one, switches)]
    if switches.annex9_procedures == BY_CHANGE:
        net = sum((one.procedures.reduction or Fraction(0) for one in summed), Fraction(0))
        yield f"简程序情况按减少、合并、替换或移动的程序统计,其中净减{number_text(net)}个(附件6总计第14栏)。"
    days: dict[DayKind, Fraction] = {}
    for one in summed:
        kind = one.time_limit.reduced_kind
        if kind and one.time_limit.reduction:
            days[kind] = days.get(kind, Fraction(0)) + one.time_limit.reduction
    if len(days) > 1:
        order = (DayKind.NATURAL, DayKind.WORKING)
        yield f"减少时限累计天数中,含{'、'.join(f'{kind}{number_text(days[kind])}日' for kind in order)}。"
    if len(summed) < len(comparisons):
        yield f"减环节、简程序、减要件、减时限情况不含此次取消的{len(comparisons) - len(summed)}个事项。"
