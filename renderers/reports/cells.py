"""The cells of a table as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.reports.numbers import percent_text
from engine.reports.report import Column, ColumnKind
from processes.model.limits import number_text

if TYPE_CHECKING:
    from engine.annexes.form import Cell


def cell_text(cell: Cell, column: Column) -> str:
    """``20``, ``0.5``, ``33.3%``, or the text of the cell."""
    if isinstance(cell.value, str):
        return cell.value
    if column.kind is ColumnKind.SHARE:
        return percent_text(cell.value)
    return number_text(cell.value)
