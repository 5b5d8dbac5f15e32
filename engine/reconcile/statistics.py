"""附件9 against 附件6 and in itself (annexes.md, 附件9: “formula (must reconcile)”)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from engine.annexes import annex6, annex9
from engine.annexes.form import NOT_SUMMED
from engine.reconcile.ledger import DIFFERENCES, MATTERS, OPTIMISED, summed_rows
from engine.reconcile.values import TOTAL_ROW, Identity, Sheet, equal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from engine.reconcile.values import Filed
    from processes.model.plan import Switches

EVALUATED, OPTIMISED_9 = 2, 7
"""Columns 3 and 8 of 附件9, from 0."""
REDUCTIONS = (12, 14, 16, 18)
"""Columns 13, 15, 17, 19: the matters; what they reduce stands one further on the right."""
DEPARTMENT = 1
BY_CHANGE = "附件9第15、16栏按变动统计(口径.附件9程序),附件6第14栏是净减,两个数可以不同"


def statistics_identities(filed: Filed, switches: Switches) -> Iterator[Identity]:
    """附件9 of a department (its row), or of the city (its 合计)."""
    nine, six = filed.sheet(annex9.CODE), filed.sheet(annex6.CODE)
    if nine is None:
        return
    row = 0 if nine.form.total is None else TOTAL_ROW
    if nine.value(row, EVALUATED) == annex9.NOT_FILED:
        return
    yield from _by_type(nine, row)
    if six is None:
        return
    for column, total in ((EVALUATED, MATTERS), (OPTIMISED_9, OPTIMISED)):
        name = f"附件9第{column + 1}栏=附件6总计第{total}栏"
        yield equal(name, (nine, row, column), six.value(TOTAL_ROW, total), (six.ref(TOTAL_ROW, total),))
    summed = summed_rows(six, switches)
    for column, (reduced, _, _) in zip(REDUCTIONS, DIFFERENCES, strict=True):
        by_change = reduced == DIFFERENCES[1][0] and switches.annex9_procedures == annex9.BY_CHANGE
        scope = BY_CHANGE if by_change else ""
        count = sum(six.number(one, reduced) > 0 for one in summed)
        refs = six.column(reduced, summed)
        yield equal(
            f"附件9第{column + 1}栏=附件6第{reduced}栏大于0的事项数", (nine, row, column), count, read=refs, scope=scope
        )
        name = f"附件9第{column + 2}栏=附件6总计第{reduced}栏"
        total_ref = (six.ref(TOTAL_ROW, reduced),)
        yield equal(name, (nine, row, column + 1), six.value(TOTAL_ROW, reduced), total_ref, scope=scope)


def _by_type(nine: Sheet, row: int) -> Iterator[Identity]:
    """总数 is the sum of the four types; of each type no more are optimised than evaluated."""
    for first in (EVALUATED, OPTIMISED_9):
        columns = range(first + 1, first + 5)
        expected = sum((nine.number(row, column) for column in columns), Fraction(0))
        refs = tuple(nine.ref(row, column) for column in columns)
        yield equal("附件9总数=四类事项数之和", (nine, row, first), expected, refs)
    for column in range(OPTIMISED_9, OPTIMISED_9 + 5):
        most = nine.value(row, column - 5)
        found = nine.value(row, column)
        yield Identity(
            name="附件9优化的事项数不大于梳理的事项数",
            left=nine.ref(row, column),
            right=(nine.ref(row, column - 5),),
            expected=f"不大于{most}",
            found=found,
            holds=nine.number(row, column) <= nine.number(row, column - 5),
            tight=False,
        )


def city_identities(city: Filed, departments: Mapping[str, Filed]) -> Iterator[Identity]:
    """附件9 and 附件6 of the city against those of the departments, and 小计 and 合计 against their rows."""
    nine = city.sheet(annex9.CODE)
    if nine is not None:
        yield from _rows_of_departments(nine, departments)
        yield from _sums(nine)
    six = city.sheet(annex6.CODE)
    if six is None:
        return
    others = [sheet for filed in departments.values() if (sheet := filed.sheet(annex6.CODE))]
    for column in (MATTERS, *annex6.YES_COUNTED, *annex6.SUMMED, OPTIMISED):
        expected = sum((sheet.number(TOTAL_ROW, column) for sheet in others), Fraction(0))
        refs = tuple(sheet.ref(TOTAL_ROW, column) for sheet in others)
        yield equal("全市附件6总计=各部门附件6总计之和", (six, TOTAL_ROW, column), expected, refs)


def _rows_of_departments(nine: Sheet, departments: Mapping[str, Filed]) -> Iterator[Identity]:
    """The row of a department is the one it filed; one that filed nothing says so."""
    filed = {name: sheet for name, one in departments.items() if (sheet := one.sheet(annex9.CODE))}
    for row in nine.rows:
        if row in nine.form.subtotals:
            continue
        own = filed.get(nine.text(row, DEPARTMENT))
        for column in range(EVALUATED, len(nine.form.columns)):
            if own is None:
                expected = annex9.NOT_FILED if column == EVALUATED else NOT_SUMMED
                yield equal("全市附件9中没有申报的部门写明未申报", (nine, row, column), expected)
            else:
                refs = (own.ref(0, column),)
                yield equal("全市附件9各行=各部门附件9", (nine, row, column), own.value(0, column), refs)


def _sums(nine: Sheet) -> Iterator[Identity]:
    members: list[int] = []
    everyone: list[int] = []
    for row in (*nine.rows, TOTAL_ROW):
        if row != TOTAL_ROW and row not in nine.form.subtotals:
            members.append(row)
            everyone.append(row)
            continue
        rows = everyone if row == TOTAL_ROW else members
        filed = [one for one in rows if nine.value(one, EVALUATED) != annex9.NOT_FILED]
        name = "附件9合计=各部门之和" if row == TOTAL_ROW else "附件9小计=组内各部门之和"
        for column in range(EVALUATED, len(nine.form.columns)) if filed else ():
            expected = sum((nine.number(one, column) for one in filed), Fraction(0))
            yield equal(name, (nine, row, column), expected, nine.column(column, filed))
        members = []
