"""The grid of the lanes: rows, and columns of lanes. A box stands in a cell, a bar of a block in a row of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Column = tuple[int, int]
"""A column by the index of its lane and its place in the lane: 0 is where the main path runs, -1 left of it."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place in the grid."""

    column: Column
    row: int


@dataclass(frozen=True, slots=True)
class Span:
    """Where the bar of a block lies: over the columns from ``first`` to ``last``."""

    first: Column
    last: Column
    row: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The cell of every box, and the span of every bar."""

    cells: Mapping[str, Cell]
    spans: Mapping[str, Span]


@dataclass
class Board:
    """A plan in the making. ``reserved`` holds whole areas: rows from … to … over columns from … to …."""

    cells: dict[str, Cell] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    taken: set[Cell] = field(default_factory=set)
    areas: list[tuple[Column, Column, int, int]] = field(default_factory=list)

    def put(self, key: str, cell: Cell) -> None:
        """Stand a box in a cell."""
        self.cells[key] = cell
        self.taken.add(cell)

    def free(self, cell: Cell) -> bool:
        """Whether nothing stands in a cell."""
        return cell not in self.taken and not any(
            first <= cell.column <= last and top <= cell.row <= bottom for first, last, top, bottom in self.areas
        )

    def level(self, one: Cell, other: Column) -> bool:
        """Whether the way along the row from a cell to a column, the cell there included, is free."""
        low, high = sorted((one.column, other))
        between = (cell.column for cell in self.taken if cell.row == one.row and cell != one)
        blocked = any(low <= column <= high for column in between)
        crossed = any(
            first <= high and low <= last and top <= one.row <= bottom for first, last, top, bottom in self.areas
        )
        return not blocked and not crossed

    def floor(self, first: Column, last: Column) -> int:
        """The first row from which on all cells of these columns are free."""
        rows = [cell.row for cell in self.taken if first <= cell.column <= last]
        rows += [bottom for low, high, _, bottom in self.areas if low <= last and first <= high]
        return max(rows, default=-1) + 1
