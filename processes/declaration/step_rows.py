"""A row of 流程: ``环节 | 承办 | 时限 | 程序``, hinged on its only cell that is a limit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from processes.declaration.cells import MAX_ROW, Piece, parse_limit, split_names, split_row
from processes.declaration.kinds import Absent, place_in, place_of
from processes.declaration.names import NO_NAME, check_name, is_name
from processes.declaration.nodes import Node, Scalar
from processes.declaration.procedures import Acts, RowProcedures, faultless_acts
from processes.declaration.quantities import STEP_LIMIT, is_at_once, report_limit
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import BAR, CELL, Schema, missing
from processes.declaration.shapes import Fields, Key, Places, Shape
from processes.declaration.slips import slip_in_name, warn_name
from processes.model.flow import StepEntry
from processes.model.folding import fold
from processes.model.limits import TimeLimit
from processes.model.places import Text, quick_place


class StepShape(Shape):
    """A row of 流程 hinges on its limit: one cell or none before it (承办), one or none after it (程序)."""

    def keys_of(self, cells: tuple[Piece, ...]) -> tuple[Key, ...]:
        """The key of each cell by where the limit stands; none for a row without that layout."""
        hinge = _hinge(cells)
        return () if hinge is None else tuple(self.index[_CHINESE[field]] for field in _LAYOUTS[hinge, len(cells)])

    def read_fields(self, node: Node, report: Reporter) -> tuple[Fields, Places] | None:
        """The fields and their places; None also when a part was refused, for the step would only be missed again."""
        read = super().read_fields(node, report)
        return None if read is None or any(name in read[1] and name not in read[0] for name in _ESSENTIAL) else read

    def read_row(  # noqa: C901 - what a row can do wrong
        self, node: Scalar, fields: Fields, places: Places, report: Reporter
    ) -> None:
        """Read the cells by where the limit stands."""
        text = node.text
        if node.offsets and not places and (row := faultless(text)):
            _take(place_row(row, node, report), fields, places)
            return
        if len(text) > MAX_ROW:
            report.at(place_of(node, report), "Y217", f"这一行有 {len(text)} 字,超过 {MAX_ROW} 字")
            places.setdefault("name", place_of(node, report))
            return
        cells = split_row(text)
        file, line, column, offsets = report.file, node.line + 1, node.column + 1, node.offsets
        hinge = _hinge(cells)
        if hinge is None:
            self._report_hinge(node, report)
            places.setdefault("name", quick_place((file, line, column)))
            return
        for field, (cell, offset) in zip(_LAYOUTS[hinge, len(cells)], cells, strict=False):
            place = quick_place((file, line, column + offset if offsets else column))
            if field in places:
                report.at(place, "D110", f"「{_CHINESE[field]}」在行里和键里各写了一次", related=(places[field],))
                continue
            places[field] = place
            if not cell:
                report.at(place, "D103", f"「{_CHINESE[field]}」这一栏是空的", self.index[_CHINESE[field]].if_empty)
            elif field == "limit":
                fields["limit"] = parse_limit(cell)
            elif field == "name":
                if check_name(cell, place, report):
                    warn_name(cell, place, report)
                    fields["name"] = cell
            else:
                scalar = Scalar(cell, node.line, place.column - 1, offsets)
                read = self.index[_CHINESE[field]].kind.read(scalar, report)
                if not isinstance(read, Absent):
                    fields[field] = read

    def demands(self) -> list[Schema]:
        """An entry may be a block without a name."""
        (name,) = self.required
        return [{"anyOf": [missing(name.name, name.about), {"required": ["并联"]}]}]

    def row_pattern(self) -> str:
        """The limit is the second or third cell."""
        return rf"{NO_NAME}{CELL}(?:{BAR}{CELL})?{BAR}\s*{STEP_LIMIT}\s*(?:{BAR}{CELL})?"

    @staticmethod
    def _report_hinge(node: Scalar, report: Reporter) -> None:
        cells = split_row(node.text)
        hint = "写成:环节 | 承办 | 时限 | 程序(承办可省;时限要带单位)"
        if len(cells) == 1 and (row := with_bars(node.text)):
            report.at(
                place_of(node, report),
                "D111",
                "这一行的各栏之间没有用“|”隔开",
                f"写成:{row}",
                width=len(node.text),
            )
            return
        # A cell that begins with a digit was meant as the limit: point at it.
        for text, offset in cells[1:]:
            if (text[:1].isdigit() or is_at_once(text)) and parse_limit(text) is None:
                report_limit(text, place_in(node, offset, report), report)
                return
        if _row_limit_count(node.text) > 1:
            report.at(place_of(node, report), "D111", "这一行有两个时限", hint)
        elif any(parse_limit(text) for text, _ in cells[1:]):
            report.at(place_of(node, report), "D111", f"这一行有 {len(cells)} 栏,时限的位置不对", hint)
        else:
            report.at(place_of(node, report), "D106", "这一行没有时限", hint)


_LAYOUTS: dict[tuple[int, int], tuple[str, ...]] = {
    (1, 2): ("name", "limit"),
    (1, 3): ("name", "limit", "procedures"),
    (2, 3): ("name", "holders", "limit"),
    (2, 4): ("name", "holders", "limit", "procedures"),
}
"""(index of the limit, number of cells) → what each cell is."""

_ESSENTIAL = ("holders", "limit", "procedures", "branches")

_CHINESE = {"name": "环节", "holders": "承办", "limit": "时限", "procedures": "程序"}


_BETWEEN = re.compile(r"[\s,，;；]+")
_LIKE_A_LIMIT = re.compile(r"\d{1,4}(?:\.\d{1,3})?个?(?:工作日|自然日|小时|天|日)")
"""A limit, or what was meant as one."""


def with_bars(text: str) -> str:
    """A row whose cells are parted by tabs (out of a spreadsheet), blanks or commas, as it should be; else empty."""
    cells = [cell for cell in _BETWEEN.split(text.strip(" ,，;；")) if cell]
    limits = [at for at, cell in enumerate(cells) if parse_limit(cell) or _LIKE_A_LIMIT.fullmatch(fold(cell))]
    if len(limits) != 1 or limits[0] not in (1, 2):
        return ""
    head, acts = cells[: limits[0] + 1], cells[limits[0] + 1 :]
    return " | ".join([*head, "、".join(acts)] if acts else head)


def _row_limit_count(text: str) -> int:
    return sum(parse_limit(cell) is not None for cell, _ in split_row(text)[1:])


class Row(NamedTuple):
    """A row without any fault, taken apart once for all the places where it stands; cells with their offsets."""

    name: str
    limit: TimeLimit
    holders: tuple[Piece, ...]
    holders_offset: int
    acts: Acts | None
    acts_offset: int
    places: Mapping[str, int]


@lru_cache(1 << 16)
def faultless(text: str) -> Row | None:
    """The parts of a row in which there is nothing to report, else None."""
    cells = split_row(text)
    hinge = _hinge(cells)
    name, start = cells[0]
    if hinge is None or start or not name or not is_name(name) or len(text) > MAX_ROW or slip_in_name(name):
        return None
    limit, limit_offset = cells[hinge]
    holders: tuple[Piece, ...] | None = ()
    acts: Acts | None = None
    holders_offset = acts_offset = 0
    if hinge == 2:  # noqa: PLR2004 - the second cell is 承办
        holders_text, holders_offset = cells[1]
        holders = _units(holders_text)
    if len(cells) > hinge + 1:
        acts_text, acts_offset = cells[hinge + 1]
        acts = faultless_acts(acts_text)
        if acts is None:
            return None
    parsed = parse_limit(limit)
    if parsed is None or holders is None:
        return None
    return Row(name, parsed, holders, holders_offset, acts, acts_offset, {"limit": limit_offset})


@lru_cache(1 << 14)
def _units(text: str) -> tuple[Piece, ...] | None:
    """The units of a cell in which there is nothing to report, else None."""
    units = split_names(text)
    sound = all(unit and is_name(unit) for unit, _ in units) and len({unit for unit, _ in units}) == len(units)
    return units if sound else None


def place_row(row: Row, node: Scalar, report: Reporter) -> StepEntry:
    """The step of a faultless row that stands plain at ``node``."""
    file, line, column = report.file, node.line + 1, node.column + 1
    from_ = column + row.holders_offset
    return StepEntry(
        name=row.name,
        holders=tuple([Text(unit, quick_place((file, line, from_ + offset))) for unit, offset in row.holders]),
        limit=row.limit,
        procedures=RowProcedures(row.acts, quick_place((file, line, column + row.acts_offset))) if row.acts else (),
        place=quick_place((file, line, column)),
        places=row.places,
    )


def _hinge(cells: tuple[Piece, ...]) -> int | None:
    """Index of the only cell that is a limit; None if the row has no such layout."""
    limits = [index for index, (cell, _) in enumerate(cells) if index and parse_limit(cell) is not None]
    return limits[0] if len(limits) == 1 and (limits[0], len(cells)) in _LAYOUTS else None


def _take(step: StepEntry, fields: Fields, places: Places) -> None:
    """Put the cells of a faultless row into the fields of its step; what it leaves off may stand under its own key."""
    fields.update(name=step.name, limit=step.limit)
    places.update(name=step.place, limit=step.at("limit"))
    if step.holders:
        fields["holders"], places["holders"] = step.holders, step.holders[0].place
    if isinstance(step.procedures, RowProcedures):
        fields["procedures"], places["procedures"] = step.procedures, step.procedures.start
