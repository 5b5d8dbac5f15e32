"""附件4 and 附件5 against 附件6 and 附件9: the same matters under the same names, counted by type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes import annex6, annex9
from engine.reconcile.statistics import EVALUATED
from engine.reconcile.values import TOTAL_ROW, Identity, equal, one_of
from processes.model.vocabulary import MatterType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.reconcile.values import Filed
    from processes.model.plan import Switches

CODE, PROBLEMS = "附件4", "附件5"
NAME, TYPE = 1, 2
"""The numbered columns 1 and 2 of 附件4, which are those of the grid: 序号 is column 0."""


def catalogue_identities(filed: Filed, _switches: Switches) -> Iterator[Identity]:
    """附件4 with 附件5, 附件6 and 附件9."""
    four, five = filed.sheet(CODE), filed.sheet(PROBLEMS)
    six, nine = filed.sheet(annex6.CODE), filed.sheet(annex9.CODE)
    if four is None:
        return
    rows = four.filled(NAME)
    names = [four.text(row, NAME) for row in rows]
    for row in five.filled(NAME) if five else ():
        assert five is not None
        yield one_of("附件5的事项都在附件4中", (five, row, NAME), names, "附件4中的一个事项名称")
    if six is not None:
        in_six = [six.text(row, NAME) for row in six.rows]
        yield equal("附件6总计第1栏=附件4的行数", (six, TOTAL_ROW, NAME), len(rows), read=four.column(NAME, rows))
        for row in six.rows:
            yield one_of("附件6的事项=附件4的事项", (six, row, NAME), names, "附件4中的一个事项名称")
        for row in rows:
            yield one_of("附件4的事项=附件6的事项", (four, row, NAME), in_six, "附件6中的一个事项名称")
    if nine is not None and nine.form.total is None:
        yield equal("附件9第3栏=附件4的行数", (nine, 0, EVALUATED), len(rows), read=four.column(NAME, rows))
        for column, of_type in enumerate(MatterType, EVALUATED + 1):
            count = sum(four.value(row, TYPE) == of_type for row in rows)
            yield equal("附件9第4至7栏=附件4各类事项数", (nine, 0, column), count, four.column(TYPE, rows))
