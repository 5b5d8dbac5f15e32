"""Which box stands in which cell: the main path downwards, hand-overs level, side branches beside.

The first box of a side branch stands level with the diamond that it leaves, where that cell is free.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Chart, Item, Parallel, Sequence, Shape, Side, first_box, keys_of
from renderers.flowcharts.layout.lanes.cells import Board, Cell, Column, Plan, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVEL_ROWS = 3
"""How many rows a box is moved down at most so that its side branches stand level with it."""

Ranges = dict[int, tuple[int, int]]
"""Lane → its columns from … to … (inclusive) that a sequence may use."""


def planned(chart: Chart) -> Plan:
    """The cells of a chart's boxes."""
    return _Planning(chart).plan()


@dataclass(frozen=True)
class _Planning:
    chart: Chart
    board: Board = field(default_factory=Board)

    def plan(self) -> Plan:
        self._sequence(self.chart.main, 0, {}, self.chart.sides)
        return Plan(self.board.cells, self.board.spans)

    @cached_property
    def lanes(self) -> Mapping[str, int]:
        """Box → index of its lane; a box of no known lane stands in the first."""
        known = {lane.key: index for index, lane in enumerate(self.chart.lanes)}
        return {box.key: known.get(box.lane, 0) for box in self.chart.boxes}

    @cached_property
    def shapes(self) -> Mapping[str, Shape]:
        return {box.key: box.shape for box in self.chart.boxes}

    @cached_property
    def joined(self) -> set[tuple[str, str]]:
        """Boxes with an arrow from the first to the second."""
        return {(arrow.source, arrow.target) for arrow in self.chart.arrows}

    # --- a sequence

    def _sequence(self, items: Sequence, row: int, ranges: Ranges, sides: tuple[Side, ...] = ()) -> int:
        """Place items from ``row`` on; gives the first row below them."""
        above: str | None = None
        for index, item in enumerate(items):
            following = items[index + 1] if index + 1 < len(items) else None
            if isinstance(item, Parallel):
                row = self._block(item, row, ranges)
                above = item.join
            else:
                place = self._place(item, above, following, row, ranges)
                place = self._lowered(item, following, place, sides)
                self.board.put(item, place)
                row, above = place.row + 1, item
            for side in self._beside(item, sides):
                self._side(side, following)
        return row

    def _place(self, item: str, above: str | None, following: Item | None, row: int, ranges: Ranges) -> Cell:
        """The cell of a box: level with the one above when the file is handed over and the way is free.

        What follows in the same lane shall find its cell free too.
        """
        column = self._axis(item, ranges)
        stays = (
            isinstance(following, str)
            and self.shapes[following] is Shape.DECISION
            and self._axis(following, ranges) == column
        )

        def suits(cell: Cell) -> bool:
            return self.board.free(cell) and not (stays and not self.board.free(Cell(column, cell.row + 1)))

        if above is not None and above in self.board.cells and (above, item) in self.joined:
            before = self.board.cells[above]
            level = Cell(column, before.row)
            if before.column[0] != column[0] and self.board.level(before, column) and suits(level):
                return level
        return next(cell for number in count(row) if suits(cell := Cell(column, number)))

    def _axis(self, item: str, ranges: Ranges) -> Column:
        """The column of a sequence in the lane of a box: the middle one of those it may use."""
        lane = self.lanes[item]
        low, high = ranges.get(lane, (0, 0))
        return lane, low + (high - low) // 2

    def _lowered(self, item: str, following: Item | None, cell: Cell, sides: tuple[Side, ...]) -> Cell:
        """The cell a few rows lower if only there its side branches, or those of its diamond, stand level."""
        for down in range(LEVEL_ROWS + 1):
            lower = Cell(cell.column, cell.row + down)
            if all(self.board.free(Cell(cell.column, lower.row - up)) for up in range(down + 1)) and self._suits(
                item, following, lower, sides
            ):
                return lower
        return cell

    def _suits(self, item: str, following: Item | None, cell: Cell, sides: tuple[Side, ...]) -> bool:
        """Whether side branches would be level if the box stood in a cell."""
        if not all(self._has_room(side, cell) for side in sides if side.anchor == item):
            return False
        if not isinstance(following, str) or self.shapes[following] is not Shape.DECISION:
            return True
        below = Cell(cell.column, cell.row + 1)
        return self.lanes[item] != self.lanes[following] or all(
            self._has_room(side, below) for side in sides if side.anchor == following
        )

    def _has_room(self, side: Side, anchor: Cell) -> bool:
        first = first_box(side.items[0])
        lane = self.lanes[first]
        if lane != anchor.column[0] or isinstance(side.items[0], Parallel):
            return True
        column = lane, anchor.column[1] + (-1 if side.left else 1)
        return self.board.free(Cell(column, anchor.row)) and self.board.floor(column, column) <= anchor.row

    # --- beside

    def _beside(self, item: Item, sides: tuple[Side, ...]) -> list[Side]:
        """The side branches of an item, and those that leave from these."""
        keys = set(keys_of((item,)))
        found: list[Side] = []
        for side in sides:
            if side.anchor in keys:
                found.append(side)
                keys.update(keys_of(side.items))
        return found

    def _side(self, side: Side, following: Item | None) -> None:
        """Place a side branch: its boxes one below the other, hand-overs level where the way is free."""
        anchor = self._cell_of(side.anchor)
        leaves = following is not None and self.lanes[first_box(following)] != anchor.column[0]
        axis = self._side_axis(side, anchor, leaves=leaves)
        column = axis[first_box(side.items[0])]
        row = anchor.row if column != anchor.column and self.board.level(anchor, column) else anchor.row + 1
        step = -1 if side.left else 1
        above: str | None = None
        for item in side.items:
            if isinstance(item, Parallel):
                row = self._block(item, row, self._beside_block(item, axis, right=step > 0))
                above = item.join
                continue
            column = axis[item]
            cell: Cell | None = None
            if above is not None and above in self.board.cells:
                before = self.board.cells[above]
                if before.column[0] != column[0] and self.board.level(before, column):
                    cell = Cell(column, before.row)
            if cell is None:
                cell = next(one for number in count(row) if self.board.free(one := Cell(column, number)))
            self.board.put(item, cell)
            row, above = cell.row + 1, item

    def _beside_block(self, block: Parallel, axis: Mapping[str, Column], *, right: bool) -> Ranges:
        """The columns of a block in a side branch: from the branch's own outwards."""
        needs = _needs((block,), self.lanes)
        begins = dict(axis[key] for key in keys_of((block,)))
        return {
            lane: (begins[lane], begins[lane] + number - 1) if right else (begins[lane] - number + 1, begins[lane])
            for lane, number in needs.items()
        }

    def _cell_of(self, key: str) -> Cell:
        """The cell of a box; of a bar, that of its first column."""
        span = self.board.spans.get(key)
        return Cell(span.first, span.row) if span else self.board.cells[key]

    def _side_axis(self, side: Side, anchor: Cell, *, leaves: bool) -> dict[str, Column]:
        """Box of a side branch → its column."""
        found: dict[str, Column] = {}
        step = -1 if side.left else 1
        for lane in dict.fromkeys(self.lanes[key] for key in keys_of(side.items)):
            keys = [key for key in keys_of(side.items) if self.lanes[key] == lane]
            if lane != anchor.column[0]:
                column = self._open((lane, 0), anchor.row, len(keys), step)
            elif leaves and not side.left:
                column = self._open(anchor.column, anchor.row + 1, len(keys), step)
            else:
                column = self._open((lane, anchor.column[1] + step), anchor.row, len(keys), step)
            found |= dict.fromkeys(keys, column)
        return found

    def _open(self, column: Column, row: int, rows: int, step: int) -> Column:
        """The first column from one on, outwards, that is free in so many rows."""
        lane, place = column
        while place * step < MOST_BESIDE and not all(
            self.board.free(Cell((lane, place), row + down)) for down in range(rows)
        ):
            place += step
        return (lane, place) if place * step < MOST_BESIDE else (lane, MOST_BESIDE * step)

    # --- blocks

    def _block(self, block: Parallel, row: int, ranges: Ranges) -> int:
        """Place a block with its bars; gives the first row below it."""
        # A branch that works towards the right stands right of one that stays, so that it need not pass it.
        branches = sorted(block.branches, key=self._leaning)
        needs = [_needs(branch, self.lanes) for branch in branches]
        mine = _shares(needs, ranges, self.lanes[block.fork])
        columns = [(lane, place) for part in mine for lane, (low, high) in part.items() for place in (low, high)]
        first, last = min(columns), max(columns)
        row = max(row, self.board.floor(first, last))
        self.board.spans[block.fork] = Span(first, last, row)
        bottom = row + 1
        for branch, part in zip(branches, mine, strict=True):
            bottom = max(bottom, self._sequence(branch, row + 1, part))
        self.board.spans[block.join] = Span(first, last, bottom)
        self.board.areas.append((first, last, row, bottom))
        return bottom + 1

    def _leaning(self, branch: Sequence) -> float:
        """The middle of the lanes that a branch uses."""
        lanes = [self.lanes[key] for key in keys_of(branch)]
        return sum(lanes) / len(lanes) if lanes else 0.0


MOST_BESIDE = 2
"""How many columns a lane has at most at one side of the main path for side branches."""


def _needs(items: Sequence, lanes: Mapping[str, int]) -> dict[int, int]:
    """Lane → how many columns of it a sequence needs."""
    most: dict[int, int] = {}
    for item in items:
        if isinstance(item, str):
            needed = {lanes[item]: 1}
        else:
            needed = {}
            for branch in item.branches:
                for lane, number in _needs(branch, lanes).items():
                    needed[lane] = needed.get(lane, 0) + number
        for lane, number in needed.items():
            most[lane] = max(most.get(lane, 0), number)
    return most


def _shares(needs: list[dict[int, int]], ranges: Ranges, lane_of_bar: int) -> list[Ranges]:
    """Branch → its columns: beside each other in a lane that several use, around the middle of what there is."""
    shares: list[Ranges] = [{} for _ in needs]
    for lane in sorted({lane for need in needs for lane in need}):
        total = sum(need.get(lane, 0) for need in needs)
        low, high = ranges.get(lane, (0, 0))
        place = low if lane in ranges and high - low + 1 >= total else low + (high - low) // 2 - (total - 1) // 2
        for need, share in zip(needs, shares, strict=True):
            if lane in need:
                share[lane] = (place, place + need[lane] - 1)
                place += need[lane]
    if not any(shares):
        low, high = ranges.get(lane_of_bar, (0, 0))
        shares[0][lane_of_bar] = (low, high)
    return shares
