"""附件6 in itself: 总计 is what 注3 asks for, the differences are differences, counts are those of the lists (R419)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from engine.annexes.annex6 import CODE, SHOWS_OPTIMISED, SUMMED, YES, YES_COUNTED
from engine.measures.materials import BY_COPIES
from engine.reconcile.values import TOTAL_ROW, Identity, Sheet, equal, items_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.reconcile.values import Filed
    from processes.model.plan import Switches

MATTERS, OPTIMISED = 1, 26
DIFFERENCES = ((9, 7, 8), (14, 12, 13), (19, 17, 18), (25, 23, 24))
LISTED = ((7, 10), (8, 11), (12, 15), (13, 16), (17, 20), (18, 21))
CANCELLED, DEVOLVED = 4, 5
PROCEDURES_BEFORE, PROCEDURES_AFTER = 15, 16
OTHER_IMPROVEMENT = "其他优化:"


def ledger_identities(filed: Filed, switches: Switches) -> Iterator[Identity]:
    """All of 附件6, of a department or of the city."""
    sheet = filed.sheet(CODE)
    if sheet is None:
        return
    rows = sheet.rows
    yield equal("附件6总计第1栏=附件6的行数", (sheet, TOTAL_ROW, MATTERS), len(rows), read=sheet.column(MATTERS, rows))
    for column in YES_COUNTED:
        count = sum(sheet.value(row, column) == YES for row in rows)
        total = (sheet, TOTAL_ROW, column)
        yield equal("附件6总计第2至5栏=各行为“是”的个数", total, count, sheet.column(column, rows))
    summed = summed_rows(sheet, switches)
    for column in SUMMED:
        total_of = sum((sheet.number(row, column) for row in summed), Fraction(0))
        yield equal("附件6总计=各行之和", (sheet, TOTAL_ROW, column), total_of, sheet.column(column, summed))
    optimised = sum(_is_optimised(sheet, row) for row in rows)
    shown = [sheet.ref(row, column) for row in rows for column in SHOWS_OPTIMISED]
    yield equal("附件6总计第26栏=进行了优化的行数", (sheet, TOTAL_ROW, OPTIMISED), optimised, read=shown)
    for row in rows:
        yield from _row(sheet, row, switches)
    for reduced, before, after in DIFFERENCES[:3]:
        yield _difference(sheet, TOTAL_ROW, reduced, before, after)


def summed_rows(sheet: Sheet, switches: Switches) -> Sequence[int]:
    """The rows that the sums contain: cancelled matters only if 口径.合计含取消 says so."""
    return [row for row in sheet.rows if switches.totals_with_cancelled or sheet.value(row, CANCELLED) != YES]


def _row(sheet: Sheet, row: int, switches: Switches) -> Iterator[Identity]:
    for reduced, before, after in DIFFERENCES:
        values = [sheet.value(row, column) for column in (reduced, before, after)]
        # 25 is 无 where 工作日 and 自然日 cannot be subtracted; of a cancelled matter 24 is 无 and 25 is all of 23.
        if not any(isinstance(value, str) for value in values):
            yield _difference(sheet, row, reduced, before, after)
    for count, listed in LISTED:
        if listed < 20 or switches.materials != BY_COPIES:  # noqa: PLR2004 - 20, 21: materials, counted by copies
            number = items_in(sheet.text(row, listed))
            yield equal("附件6所列项数=数量", (sheet, row, count), number, (sheet.ref(row, listed),))


def _difference(sheet: Sheet, row: int, reduced: int, before: int, after: int) -> Identity:
    expected = sheet.number(row, before) - sheet.number(row, after)
    refs = (sheet.ref(row, before), sheet.ref(row, after))
    return equal("附件6减少数=优化前-优化后", (sheet, row, reduced), expected, refs)


def _is_optimised(sheet: Sheet, row: int) -> bool:
    """What “此次进行了优化的事项” are, as far as the row itself says (see ``Comparison.is_optimised``)."""
    return (
        YES in (sheet.value(row, CANCELLED), sheet.value(row, DEVOLVED))
        or any(sheet.number(row, reduced) > 0 for reduced, _, _ in DIFFERENCES)
        or sheet.value(row, PROCEDURES_BEFORE) != sheet.value(row, PROCEDURES_AFTER)
        or any(part.startswith(OTHER_IMPROVEMENT) for part in sheet.text(row, OPTIMISED).split(";"))
    )
