"""附件1, 2 and 3: the 行政审批事项 of 附件4 before and after, and their sums.

附件3 is about 行政审批事项 alone and leaves out after the reform what is cancelled or devolved; 附件6 is about all.
Their numbers differ in general: that is explained, never taken for a contradiction.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from engine.annexes import annex6
from engine.annexes.form import NONE_TEXT
from engine.reconcile.catalogue import CODE as LEDGER
from engine.reconcile.catalogue import NAME as MATTER_NAME
from engine.reconcile.catalogue import TYPE
from engine.reconcile.ledger import CANCELLED, DEVOLVED
from engine.reconcile.values import TOTAL_ROW, Identity, Sheet, equal, number, one_of, printed_limit
from processes.model.vocabulary import MatterType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from engine.reconcile.values import Filed
    from processes.model.plan import Switches

BEFORE, AFTER, SUMMARY = "附件1", "附件2", "附件3"
OFFICES, NAME, STEPS, LIMIT, FEES = 1, 2, 4, 5, 6
"""Columns of 附件1 and 附件2, from 0."""
SUM_OFFICES, SUM_NAMES, SUM_STEPS, SUM_LIMIT, SUM_FEES = 1, 2, 3, 4, 5
"""Columns of 附件3, from 0; rows 0 and 1 are 改革前 and 改革后."""

NO_FEE = "不收费"
SCOPE = (
    "附件3只统计行政审批事项,改革后不含取消和下放的事项;附件6为全口径,含各类事项和取消、下放的事项。"
    "口径不同,两个数可以不同"
)


def approval_identities(filed: Filed, switches: Switches) -> Iterator[Identity]:
    """附件1, 2 and 3 with 附件4 and 附件6."""
    one, two, three = (filed.sheet(code) for code in (BEFORE, AFTER, SUMMARY))
    four, six = filed.sheet(LEDGER), filed.sheet(annex6.CODE)
    if one is not None and four is not None:
        yield from _same_names(one, four)
    if two is not None and one is not None and six is not None:
        yield from _what_stays(two, one, six)
    if three is None:
        return
    for row, table in enumerate((one, two)):
        if table is not None:
            yield from _sums(three, row, table, switches)
        if six is not None:
            yield from _explained(three, row, six)


def city_summary_identities(city: Filed, departments: Iterable[Filed]) -> Iterator[Identity]:
    """附件3 of the city is the sum of those of the departments, 时限 excepted: there each has its kind of day."""
    three = city.sheet(SUMMARY)
    own = [sheet for filed in departments if (sheet := filed.sheet(SUMMARY))]
    for row in (0, 1) if three and own else ():
        assert three is not None
        for column in (SUM_OFFICES, SUM_NAMES, SUM_STEPS, SUM_FEES):
            values = [sheet.value(row, column) for sheet in own]
            # 口径.附件3环节数 两者 prints two numbers in a cell, as a text.
            if not any(isinstance(value, str) for value in values):
                expected = sum(map(number, values), Fraction(0))
                refs = tuple(sheet.ref(row, column) for sheet in own)
                yield equal("全市附件3=各部门附件3之和", (three, row, column), expected, refs)


def _same_names(one: Sheet, four: Sheet) -> Iterator[Identity]:
    approvals = [row for row in four.filled(MATTER_NAME) if four.value(row, TYPE) == MatterType.APPROVAL]
    names = [four.text(row, MATTER_NAME) for row in approvals]
    listed = [one.text(row, NAME) for row in one.filled(NAME)]
    for row in one.filled(NAME):
        words = "附件4中的一个行政审批事项"
        yield one_of("附件1的事项=附件4的行政审批事项", (one, row, NAME), names, words)
    for row in approvals:
        words = "附件1中的一个事项名称"
        yield one_of("附件4的行政审批事项=附件1的事项", (four, row, MATTER_NAME), listed, words)


def _what_stays(two: Sheet, one: Sheet, six: Sheet) -> Iterator[Identity]:
    """附件2 is 附件1 without what 附件6 says is cancelled or devolved, in the same order."""
    gone = {
        six.text(row, MATTER_NAME)
        for row in six.rows
        if annex6.YES in (six.value(row, CANCELLED), six.value(row, DEVOLVED))
    }
    staying = [row for row in one.filled(NAME) if one.text(row, NAME) not in gone]
    listed = two.filled(NAME)
    for position, row in enumerate(listed):
        expected = one.text(staying[position], NAME) if position < len(staying) else NONE_TEXT
        refs = (one.ref(staying[position], NAME),) if position < len(staying) else ()
        yield equal("附件2的事项=附件1的事项减去取消、下放的", (two, row, NAME), expected, refs)
    for row in staying[len(listed) :]:
        yield one_of("附件1中保留的事项都在附件2中", (one, row, NAME), (), "附件2中的一个事项名称")


def _sums(three: Sheet, row: int, table: Sheet, switches: Switches) -> Iterator[Identity]:
    """One row of 附件3 against the table it sums up."""
    rows, code = table.filled(NAME), table.form.code

    def total(column: int, of: int, expected: Fraction | int) -> Identity:
        name = f"附件3改革{'后' if row else '前'}=附件{code.removeprefix('附件')}各行之和"
        cells = table.column(of, rows)
        # Names and fees are only counted: one that is wrong is still one.
        if of in (STEPS, LIMIT):
            return equal(name, (three, row, column), expected, cells)
        return equal(name, (three, row, column), expected, read=cells)

    offices = {office for one in rows for office in _offices(table.text(one, OFFICES))}
    yield total(SUM_OFFICES, OFFICES, len(offices))
    yield total(SUM_NAMES, NAME, len(rows))
    if switches.annex3_steps == "环节":
        yield total(SUM_STEPS, STEPS, sum(_count(table.text(one, STEPS), "→") for one in rows))
    limits = [limit for one in rows if (limit := printed_limit(table.text(one, LIMIT)))]
    # 工作日 and 自然日 are not added: 附件3 then gives one of them and names the other in 备注.
    if len({limit.kind for limit in limits if limit.kind}) <= 1:
        yield total(SUM_LIMIT, LIMIT, sum((limit.days or Fraction(0) for limit in limits), Fraction(0)))
    if switches.annex3_fees == "项目":
        fees = [table.text(one, FEES) for one in rows]
        yield total(SUM_FEES, FEES, sum(_count(text, "\n") for text in fees if text != NO_FEE))


def _offices(text: str) -> list[str]:
    """The names of offices, without the plates they carry in brackets."""
    return [name for name in re.sub(r"\([^()]*\)", "", text).split("、") if name != NONE_TEXT]


def _count(text: str, separator: str) -> int:
    return 0 if text == NONE_TEXT else text.count(separator) + 1


def _explained(three: Sheet, row: int, six: Sheet) -> Iterator[Identity]:
    """环节 and 时限 of 附件3 beside 附件6, and why they differ."""
    for column, total in ((SUM_STEPS, 7 + row), (SUM_LIMIT, 23 + row)):
        found, expected = three.value(row, column), six.value(TOTAL_ROW, total)
        if number(found) != number(expected):
            yield equal(
                "附件3与附件6口径不同", (three, row, column), expected, (six.ref(TOTAL_ROW, total),), scope=SCOPE
            )
