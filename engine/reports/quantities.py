"""The quantities before and after as a table: of one matter, and in sum."""

from __future__ import annotations

from fractions import Fraction

from engine.annexes.form import NONE_TEXT, NOT_SUMMED, Cell
from engine.diff.compare import Difference
from engine.diff.comparison import BEFORE_AND_AFTER
from engine.diff.deltas import Delta, TimeDelta
from engine.reports.numbers import day_text
from engine.reports.report import Column, ColumnKind, Table
from engine.reports.totals import Total, Totals


def _columns(sides: tuple[str, str]) -> tuple[Column, ...]:
    return (
        Column("项目"),
        Column("单位"),
        *(Column(side, ColumnKind.NUMBER) for side in sides),
        Column("减少", ColumnKind.NUMBER),
        Column("压减比例", ColumnKind.SHARE),
    )


def delta_table(difference: Difference) -> Table:
    """减环节, 简程序, 减材料, 压时限 of a matter; hand-overs and the critical path to compare them with."""
    rows = (
        *(_delta_row(delta) for delta in (difference.steps, difference.procedures, difference.materials)),
        _time_row(difference.time_limit),
        _delta_row(difference.handovers),
        _time_row(difference.critical_path),
    )
    return Table("压减情况", _columns(difference.sides), rows)


def total_table(sums: Totals) -> Table:
    """The sums of several matters; 时限 also by kind of day where both occur."""
    limit = sums.time_limit
    rows = (
        *(_total_row(total.name, total.unit, total) for total in (sums.steps, sums.procedures, sums.materials)),
        _total_row(limit.name, limit.days or ("名义天数" if sums.days else NOT_SUMMED), limit),
        *(_total_row(f"其中{part.days}", str(part.days), part) for part in sums.days),
        _total_row(sums.handovers.name, sums.handovers.unit, sums.handovers),
    )
    return Table("合计", _columns(BEFORE_AND_AFTER), rows)


def _delta_row(delta: Delta, unit: str = "") -> tuple[Cell, ...]:
    """``无`` for what is none, ``——`` where there is nothing to subtract or to take a share of."""
    before, after = (
        Cell(NONE_TEXT if side.value is None else side.value, side.sources) for side in (delta.before, delta.after)
    )
    return _row((delta.name, unit or delta.unit), before, after, delta.reduction, delta.percentage)


def _time_row(delta: TimeDelta) -> tuple[Cell, ...]:
    """The unit is the kind of day; if the sides differ in it, each number carries its own."""
    kinds = {str(kind) for kind in (delta.before.kind, delta.after.kind) if kind}
    if len(kinds) <= 1:
        return _delta_row(delta, kinds.pop() if kinds else NOT_SUMMED)
    before = Cell(day_text(delta.before.value, delta.before.kind), delta.before.sources)
    after = Cell(day_text(delta.after.value, delta.after.kind), delta.after.sources)
    return _row((delta.name, NOT_SUMMED), before, after, delta.reduction, delta.percentage)


def _total_row(name: str, unit: str, total: Total) -> tuple[Cell, ...]:
    before, after = Cell(total.before, total.sources), Cell(total.after, total.sources)
    return _row((name, unit), before, after, total.reduction, total.percentage)


def _row(
    label: tuple[str, str], before: Cell, after: Cell, reduction: Fraction | None, share: Fraction | None
) -> tuple[Cell, ...]:
    sources = tuple(dict.fromkeys((*before.sources, *after.sources)))
    return (
        *map(Cell, label),
        before,
        after,
        Cell(NOT_SUMMED if reduction is None else reduction, sources, "优化前-优化后"),
        Cell(NOT_SUMMED if share is None else share, sources, "减少÷优化前"),
    )
