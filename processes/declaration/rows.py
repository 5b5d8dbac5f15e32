"""A list of rows, each of one shape."""

from __future__ import annotations

from processes.declaration.kinds import ABSENT, Absent, place_of
from processes.declaration.nodes import Node, Scalar, Sequence
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import Definitions, Schema, rows
from processes.declaration.shapes import Shape


class Rows:
    """A list of shapes; a single row may stand for a list of one. ``none``: 无 is the empty list."""

    def __init__(self, shape: Shape, *, none: bool = False) -> None:
        """The shape of each row."""
        self.shape = shape
        self.none = none

    def read(self, node: Node, report: Reporter) -> tuple[object, ...] | Absent:
        """The values in order; rows that cannot be read are reported and left out."""
        if type(node) is Sequence:
            if not node.items:
                report.at(place_of(node, report), "D103", f"{self.shape.name}空着没填", self._message)
                return ABSENT
            values = (self.shape.read(item, report) for item in node.items)
            return tuple(value for value in values if value is not ABSENT)
        if self.none and type(node) is Scalar and node.text.strip() == "无":
            return ()
        value = self.shape.read(node, report)
        return ABSENT if value is ABSENT else (value,)

    def schema(self, names: Definitions) -> Schema:
        """A list of rows, or one row."""
        item, pattern = self.shape.schema(names), self.shape.row_pattern()
        return rows(item, pattern, self._message, "无") if self.none else rows(item, pattern, self._message)

    @property
    def _message(self) -> str:
        return f"一列,每行:{' | '.join(self.shape.columns)}" + (";没有写 无" if self.none else "")
