"""The numbers of forms by themselves."""

from __future__ import annotations

from fractions import Fraction

from engine.annexes.figures import figures_of
from engine.annexes.form import Cell, Column, Form

COLUMNS = (Column("index", "序号"), Column("name", "名称"), Column("steps", "环节"), Column("days", "时限"))


def form(*rows: tuple[Cell, ...], total: tuple[Cell, ...] | None = None, columns: tuple[Column, ...] = COLUMNS) -> Form:
    """A form with these rows."""
    return Form("附件6", "附件6", "台账", "示范局", (), columns, 1, rows, total)


def row(*values: str | int | Fraction) -> tuple[Cell, ...]:
    """Cells with these values."""
    return tuple(map(Cell, values))


def test_the_numbers_of_the_total_row() -> None:
    """Not 序号, nor what is no number."""
    filled = form(row(1, "甲", 4, "无"), row(2, "乙", 3, 5), total=row("", "合计", 7, Fraction(11, 2)))
    assert figures_of([filled]) == {"附件6": {"rows": 2, "steps": 7, "days": Fraction(11, 2)}}


def test_the_only_row_is_its_own_total() -> None:
    """附件9 has one row for a department."""
    assert figures_of([form(row(1, "甲局", 4, 5))]) == {"附件6": {"rows": 1, "steps": 4, "days": 5}}


def test_rows_without_a_total_are_counted() -> None:
    """附件4 and 附件5 are lists."""
    assert figures_of([form(row(1, "甲", 4, 5), row(2, "乙", 4, 5))]) == {"附件6": {"rows": 2}}


def test_rows_with_names_keep_them() -> None:
    """附件3 has a row before and a row after."""
    filled = form(
        row("改革前情况", 6, 20), row("改革后情况", 4, "——"), columns=(Column("situation", "情况"), *COLUMNS[2:])
    )
    assert figures_of([filled]) == {
        "附件6": {"rows": 2, "改革前情况.steps": 6, "改革前情况.days": 20, "改革后情况.steps": 4}
    }
